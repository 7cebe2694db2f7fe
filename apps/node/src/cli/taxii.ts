import { setTimeout as pause } from 'node:timers/promises'
import { Command, Option } from 'commander'
import { taxiiClient, type Collection } from '@entente/taxii'
import type { ExchangeView, Remotes, RemoteView } from '../api.ts'
import { askingTaxii, authorizationOf } from '../taxii/access.ts'
import { dataOption, harmless, refuse, sessionOption } from './evidence.ts'
import { refusing } from './refusing.ts'
import { taxiiSettingCommands } from './taxii-setting.ts'
import { withExchanges, type Exchanging, type Where } from './taxii-exchanges.ts'

/** `entente taxii`: threat intelligence from and to other servers, and what programs of others may do here. */
export function taxiiCommand(): Command {
  const taxii = new Command('taxii').description(
    'exchange with TAXII 2.1 servers, and what programs of others may read and add here',
  )
  for (const command of [
    ...lookingCommands(),
    ...exchangeCommands(),
    cursorCommand(),
    ...taxiiSettingCommands(),
  ])
    taxii.addCommand(command)
  return taxii
}

type Access = {
  readonly user?: string
  readonly secretFile?: string
  readonly ca?: string
  readonly json: boolean
}

const withAccess = (command: Command) =>
  command
    .option('--user <name>', 'as whom; without it the secret is a bearer token')
    .option('--secret-file <file>', 'its first line is the password or token')
    .option('--ca <file>', 'PEM of who vouches for the server')
    .option('--json', 'JSON instead of lines', false)

function lookingCommands(): readonly Command[] {
  return [
    withAccess(
      new Command('discover').description('what a server says of itself').argument('<url>'),
    ).action((url: string, access: Access) => refusing(() => discover(url, access))),
    withAccess(
      new Command('collections').description('the collections of an API root').argument('<root>'),
    ).action((root: string, access: Access) => refusing(() => listCollections(root, access))),
  ]
}

function clientAt(server: string, access: Access) {
  const authorization = authorizationOf(access, server)
  return taxiiClient({
    ask: askingTaxii(access, () => undefined),
    server,
    userAgent: 'entente/0.1',
    wait: (milliseconds) => pause(milliseconds),
    now: Date.now,
    chance: Math.random,
    tries: 3,
    ...(authorization === undefined ? {} : { authorization }),
  })
}

async function discover(url: string, access: Access): Promise<void> {
  const client = clientAt(url, access)
  const discovery = await client.discover()
  const roots = []
  for (const root of discovery.api_roots ?? [])
    roots.push({ url: root, ...(await client.root(root)) })
  if (access.json) return console.log(JSON.stringify({ ...discovery, roots }))
  console.log(harmless(discovery.title))
  for (const { url: root, title, max_content_length: most } of roots)
    console.log(harmless(`  ${root}  ${title}, at most ${most} bytes at a time`))
}

async function listCollections(root: string, access: Access): Promise<void> {
  const collections = await clientAt(root, access).collections(root)
  for (const one of collections)
    console.log(access.json ? JSON.stringify(one) : harmless(lineOf(one)))
  if (collections.length === 0 && !access.json)
    console.log('No collection is there for this client.')
}

const lineOf = ({ id, alias, title, can_read: reads, can_write: writes }: Collection) =>
  `${id}  ${reads ? 'reads' : '-    '} ${writes ? 'writes' : '-     '}  ${alias ?? ''}  ${title}`

type Options = Where & { readonly json: boolean }

const placed = (command: Command) =>
  command
    .addOption(dataOption())
    .addOption(sessionOption())
    .option('--json', 'JSON instead of lines', false)

function exchangeCommands(): readonly Command[] {
  const run = (direction: 'pull' | 'push', description: string) =>
    placed(
      new Command(direction).description(description).argument('<remote>', 'its id in node.json'),
    ).action((remote: string, options: Options) =>
      withExchanges(options, (exchanging) => exchange(exchanging, { remote, direction }, options)),
    )
  return [
    run('pull', 'take in what is new at a remote'),
    run('push', 'send a remote what is new in a collection here, as far as its party may have it'),
    placed(
      new Command('status').description('every remote: how far each exchange is, and its last run'),
    ).action((options: Options) =>
      withExchanges(options, async ({ list }) => show(await list(), options)),
    ),
  ]
}

async function exchange(
  { run }: Exchanging,
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

function toldOf(remote: string, { direction, failures, ...report }: Report): string {
  const lines = [
    direction === 'pull'
      ? `${remote}: ${n(report.objects)} objects came: ${n(report.new)} new, ${n(report.versions)} other versions, ${n(report.held)} held already, ${n(report.conflicts)} in conflict`
      : `${remote}: ${n(report.objects)} objects went: ${n(report.new)} taken`,
  ]
  if (report.failed > 0) lines.push(`  ${n(report.failed)} failed`)
  for (const { id, message } of failures.slice(0, 10))
    lines.push(`    ${id}: ${message ?? 'no reason given'}`)
  if (report.failed > 10)
    lines.push(`    and ${n(report.failed - 10)} more; --json has the first thousand`)
  return lines.join('\n')
}

function show(remotes: readonly RemoteView[], { json }: Pick<Options, 'json'>): void {
  if (json) return console.log(JSON.stringify({ remotes } satisfies Remotes))
  if (remotes.length === 0) console.log('No remote is set up: entente taxii remote add makes one.')
  for (const { id, party, root, collection, exchanges } of remotes) {
    console.log(harmless(`${id}  ${party}  ${root} ${collection}`))
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

function cursorCommand(): Command {
  const cursor = new Command('cursor').description('how far a collection was read, or sent')
  const direction = () =>
    new Option('--direction <which>', 'of pulling or of pushing')
      .choices(['pull', 'push'])
      .default('pull')
  placed(cursor.command('show').argument('<remote>').addOption(direction())).action(
    (remote: string, options: Options & { direction: 'pull' | 'push' }) =>
      withExchanges(options, async ({ list }) => {
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
    withExchanges(options, async ({ reset, list }) => {
      await reset(remote, options.direction, options.after)
      show(
        (await list()).filter(({ id }) => id === remote),
        options,
      )
    }),
  )
  return cursor
}
