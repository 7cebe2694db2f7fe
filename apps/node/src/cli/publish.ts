import { Command, Option } from 'commander'
import { Audience } from '@entente/accord'
import type { DraftView, Filed, PublicationDraft, PublicationList } from '../api.ts'
import { queryOf } from '../advisories/index.ts'
import { harmless } from './terminal.ts'
import { idOf, proved, seenBy } from './proved.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION, type Client } from './session.ts'

type Options = { readonly session: string; readonly sign: boolean; readonly draft: boolean }

const MOST_BYTES = 65_536
const session = ['--session <file>', 'who does it, at a running node', SESSION] as const

/** What every act of this command may be done with; shown it is always. */
const withDeeds = (command: Command): Command =>
  command
    .addOption(
      new Option('--sign', 'sign and file it; else it is only shown')
        .default(false)
        .conflicts('draft'),
    )
    .option('--draft', 'put it down as a draft, for others of this nation to clear and sign', false)
    .option(...session)

/** `entente publish`: what this nation publishes for itself in the coalition's public case. */
export function publishCommand(): Command {
  const command = new Command('publish').description(
    'publish for this nation, or take back what it published; anyone may read it',
  )
  positionCommand(command)
  statementCommand(command)
  advisoryCommand(command)
  recallCommand(command)
  listCommand(command)
  return command
}

const audienceOption = (what: string): Option =>
  new Option('--audience <who>', what).choices(Audience.options)

type Listing = {
  readonly session: string
  readonly json: boolean
  readonly lang?: string
  readonly audience?: Audience
}

function positionCommand(command: Command): void {
  withDeeds(command.command('position'))
    .description('publish a position that was adopted, in the very text that was adopted')
    .requiredOption('--case <id>', 'the case in which it was adopted')
    .requiredOption('--on <id>', 'the version')
    .action((options: Options & { case: string; on: string }) =>
      refusing(async () => {
        const { case: file, on: version } = options
        await publish(options, { what: 'position', case: file, version })
      }),
    )
}

function statementCommand(command: Command): void {
  withDeeds(command.command('statement'))
    .description('publish what this nation says of an adopted position, in its own words')
    .argument(
      '<file>',
      'its text as JSON: lang, title, clauses of id and text; - for standard input',
    )
    .requiredOption('--case <id>', 'the case in which the position was adopted')
    .requiredOption('--on <id>', 'the version that it speaks of')
    .action((file: string, options: Options & { case: string; on: string }, self: Command) =>
      refusing(async () => {
        const text = readText(await readInput(file, MOST_BYTES, self), self)
        const { case: within, on: version } = options
        await publish(options, { what: 'statement', case: within, version, text })
      }),
    )
}

function advisoryCommand(command: Command): void {
  withDeeds(command.command('advisory'))
    .description('publish an advisory in plain language')
    .argument(
      '<file>',
      'its text as JSON: lang, title, clauses of id and text; - for standard input',
    )
    .addOption(audienceOption('for whom it is written').default('citizens'))
    .option(
      '--with <act>',
      'the act of the same advisory in another language, or of its last edition',
    )
    .action((file: string, options: Options & { audience: string; with?: string }, self: Command) =>
      refusing(async () => {
        const text = readText(await readInput(file, MOST_BYTES, self), self)
        const { audience, with: other } = options
        await publish(options, {
          what: 'advisory',
          audience,
          text,
          ...(other === undefined ? {} : { with: other }),
        })
      }),
    )
}

function recallCommand(command: Command): void {
  withDeeds(command.command('recall'))
    .description('take back what this nation published, and say why')
    .argument('<act>', 'the act that published it')
    .requiredOption('--reason <text>', 'why; readers see it')
    .action((of: string, options: Options & { reason: string }) =>
      refusing(() => publish(options, { what: 'recall', of, reason: options.reason })),
    )
}

function listCommand(command: Command): void {
  command
    .command('list')
    .description('what is published, as anyone reads it')
    .addOption(audienceOption('only what is for them, or for everybody'))
    .option('--lang <language>', 'only what is in this language')
    .option('--json', 'as JSON', false)
    .option(...session)
    .action(({ session: file, json, lang, audience }: Listing) =>
      refusing(async () => {
        const choice = queryOf({ ...(lang ? { lang } : {}), ...(audience ? { audience } : {}) })
        const list = await openSession(file).get<PublicationList>(`/public/index.json${choice}`)
        const { publications } = list
        if (json) {
          console.log(JSON.stringify(list))
          return
        }
        for (const { id, what, audience, lang, title, by } of publications) {
          console.log(harmless(`${id} ${what} for ${audience}, ${lang}: ${title}`))
          for (const { party, name, act, since, recalled } of by)
            console.log(
              harmless(
                `  ${party} ${name} since ${since}, ${act}${recalled ? `; took it back ${recalled.at}: ${recalled.reason}` : ''}`,
              ),
            )
        }
      }),
    )
}

/** Shows what would be signed; signs exactly that where it was asked to. */
async function publish(options: Options, wanted: object): Promise<void> {
  const client: Client = openSession(options.session)
  const { case: publicCase, payload } = await client.post<PublicationDraft>(
    '/api/v1/publications',
    wanted,
  )
  console.log(harmless(JSON.stringify(JSON.parse(payload), null, 2)))
  if (options.draft) {
    const { id } = await client.post<DraftView>('/api/v1/drafts', { case: publicCase, payload })
    console.log(`Nothing is signed. It is put down as the draft ${id}: entente draft shows it.`)
    return
  }
  if (!options.sign) {
    console.log('Nothing is signed. The same command with --sign signs this and files it.')
    return
  }
  const filed = await client.post<Filed>(`/api/v1/cases/${publicCase}/acts`, { payload })
  const shown = await proved(client, { charter: publicCase, act: idOf(payload) }, filed)
  console.log(
    `${shown.id} is on record at index ${shown.index}, ${seenBy(shown)}: anyone can read it`,
  )
}

function readText(bytes: Uint8Array, command: Command): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return command.error('error: expected a text in JSON, got something else', { exitCode: 2 })
  }
}
