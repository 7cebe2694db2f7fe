import { Command, Option } from 'commander'
import type { ExchangeView } from '../api.ts'
import { carriedLines, lostLines } from './fields-told.ts'
import { harmless, refuse } from './terminal.ts'
import { dataOption, sessionOption } from './where.ts'
import { withExchanges, type AnyRemote, type Exchanging, type Where } from './exchanges-at.ts'

type Options = Where & { readonly json: boolean }

const placed = (command: Command) =>
  command
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--json', 'JSON instead of lines', false)

/** What differs between kinds of servers. */
type Kind<Remote extends AnyRemote> = Parameters<typeof withExchanges<Remote>>[0] & {
  /** Where a remote is, as a line says it. */
  readonly placeOf: (remote: Remote) => string
  /** What `push` does. */
  readonly push: string
}

/** `pull`, `push`, `status` and `cursor`, of exchanges with servers of one kind. */
export function exchangeCommands<Remote extends AnyRemote>(kind: Kind<Remote>): readonly Command[] {
  const run = (direction: 'pull' | 'push', description: string) =>
    placed(
      new Command(direction).description(description).argument('<remote>', 'its id in node.json'),
    ).action((remote: string, options: Options) =>
      withExchanges(kind, options, (exchanging) =>
        exchange(exchanging, { remote, direction }, options),
      ),
    )
  return [
    run('pull', 'take in what is new at a remote'),
    run('push', kind.push),
    placed(
      new Command('status').description('every remote: how far each exchange is, and its last run'),
    ).action((options: Options) =>
      withExchanges(kind, options, async ({ list }) => show(kind, await list(), options)),
    ),
    cursorCommand(kind),
  ]
}

async function exchange<Remote extends AnyRemote>(
  { run }: Exchanging<Remote>,
  { remote, direction }: { remote: string; direction: 'pull' | 'push' },
  { json }: Options,
): Promise<void> {
  const terminal = process.stderr.isTTY && !json ? process.stderr : undefined
  const report = await run(remote, direction, ({ objects, failed }) => {
    terminal?.write(`\r${direction} ${remote}: ${n(objects)} objects, ${n(failed)} failed\u001b[K`)
  })
  terminal?.write('\r\u001b[K')
  console.log(json ? JSON.stringify(report) : harmless(toldOf(remote, report)))
  if (report.refusal) refuse(`${report.refusal.code}: ${report.refusal.message}`)
}

type Report = NonNullable<ExchangeView['report']>

const n = (count: number) => count.toLocaleString('en')

function toldOf(remote: string, { direction, failures, fields, ...report }: Report): string {
  const lines = [
    direction === 'pull'
      ? `${remote}: ${n(report.objects)} objects came: ${n(report.new)} new, ${n(report.versions)} other versions, ${n(report.held)} held already, ${n(report.conflicts)} in conflict`
      : `${remote}: ${n(report.objects)} objects went: ${n(report.new)} taken`,
  ]
  if (report.removed) lines.push(`  ${n(report.removed)} deleted there`)
  for (const line of [...carriedLines(fields), ...lostLines(fields)]) lines.push(`  ${line}`)
  if (report.failed > 0) lines.push(`  ${n(report.failed)} failed`)
  for (const { id, message } of failures.slice(0, 10))
    lines.push(`    ${id}: ${message ?? 'no reason given'}`)
  if (report.failed > 10)
    lines.push(`    and ${n(report.failed - 10)} more; --json has the first thousand`)
  return lines.join('\n')
}

function show<Remote extends AnyRemote>(
  { kind, placeOf }: Kind<Remote>,
  remotes: readonly Remote[],
  { json }: Pick<Options, 'json'>,
): void {
  if (json) return console.log(JSON.stringify({ remotes }))
  if (remotes.length === 0)
    console.log(`No remote is set up: entente ${kind} remote add makes one.`)
  for (const remote of remotes) {
    const { id, party, exchanges } = remote
    console.log(harmless(`${id}  ${party}  ${placeOf(remote)}`))
    for (const { direction, cursor, running, report } of exchanges) {
      const place =
        cursor.next === undefined
          ? (cursor.after ?? 'the beginning')
          : `a page after ${cursor.last ?? cursor.after ?? 'the beginning'}`
      console.log(harmless(`  ${direction} ${running ? 'runs' : 'goes on'} from ${place}`))
      if (report) console.log(harmless(`    ${report.at}: ${toldOf(direction, report)}`))
      if (report?.refusal)
        console.log(harmless(`    ended: ${report.refusal.code}: ${report.refusal.message}`))
    }
  }
}

function cursorCommand<Remote extends AnyRemote>(kind: Kind<Remote>): Command {
  const cursor = new Command('cursor').description('how far a collection was read, or sent')
  const direction = () =>
    new Option('--direction <which>', 'of pulling or of pushing')
      .choices(['pull', 'push'])
      .default('pull')
  placed(cursor.command('show').argument('<remote>').addOption(direction())).action(
    (remote: string, options: Options & { direction: 'pull' | 'push' }) =>
      withExchanges(kind, options, async ({ list }) => {
        const found = (await list())
          .find(({ id }) => id === remote)
          ?.exchanges.find((one) => one.direction === options.direction)
        if (!found)
          return refuse(
            `remote.unknown: expected a remote of this node that it ${options.direction}s, got ${remote}`,
          )
        console.log(
          options.json ? JSON.stringify(found.cursor) : (found.cursor.after ?? 'the beginning'),
        )
      }),
  )
  placed(
    cursor
      .command('reset')
      .description('begin anew; what is held already adds nothing')
      .argument('<remote>')
      .addOption(direction())
      .option('--after <date>', 'from this date on instead of everything'),
  ).action((remote: string, options: Options & { direction: 'pull' | 'push'; after?: string }) =>
    withExchanges(kind, options, async ({ reset, list }) => {
      await reset(remote, options.direction, options.after)
      show(
        kind,
        (await list()).filter(({ id }) => id === remote),
        options,
      )
    }),
  )
  return cursor
}
