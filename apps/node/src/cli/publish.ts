import { Command, Option } from 'commander'
import type { Filed, PublicationDraft, PublicationList } from '../api.ts'
import { harmless } from './evidence.ts'
import { readInput } from './read-input.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION, type Client } from './session.ts'

type Options = { readonly session: string; readonly sign: boolean }

const MOST_BYTES = 65_536
const session = ['--session <file>', 'who does it, at a running node', SESSION] as const
const sign = ['--sign', 'sign and file it; else it is only shown', false] as const

/** `entente publish`: what this nation publishes for itself in the coalition's public case. */
export function publishCommand(): Command {
  const command = new Command('publish').description(
    'publish for this nation, or take back what it published; anyone may read it',
  )
  positionCommand(command)
  advisoryCommand(command)
  recallCommand(command)
  listCommand(command)
  return command
}

function positionCommand(command: Command): void {
  command
    .command('position')
    .description('publish a position that was adopted, in the very text that was adopted')
    .requiredOption('--case <id>', 'the case in which it was adopted')
    .requiredOption('--on <id>', 'the version')
    .option(...sign)
    .option(...session)
    .action((options: Options & { case: string; on: string }) =>
      refusing(async () => {
        const { case: file, on: version } = options
        await publish(options, { what: 'position', case: file, version })
      }),
    )
}

function advisoryCommand(command: Command): void {
  command
    .command('advisory')
    .description('publish an advisory in plain language')
    .argument(
      '<file>',
      'its text as JSON: lang, title, clauses of id and text; - for standard input',
    )
    .addOption(
      new Option('--audience <who>', 'for whom it is written')
        .choices(['everybody', 'citizens', 'technicians', 'decision-makers'])
        .default('citizens'),
    )
    .option(
      '--with <act>',
      'the act of the same advisory in another language, or of its last edition',
    )
    .option(...sign)
    .option(...session)
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
  command
    .command('recall')
    .description('take back what this nation published, and say why')
    .argument('<act>', 'the act that published it')
    .requiredOption('--reason <text>', 'why; readers see it')
    .option(...sign)
    .option(...session)
    .action((of: string, options: Options & { reason: string }) =>
      refusing(() => publish(options, { what: 'recall', of, reason: options.reason })),
    )
}

function listCommand(command: Command): void {
  command
    .command('list')
    .description('what is published, as anyone reads it')
    .option(...session)
    .action((options: Pick<Options, 'session'>) =>
      refusing(async () => {
        const { publications } = await openSession(options.session).get<PublicationList>(
          '/public/index.json',
        )
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
async function publish({ session: file, sign: isSigned }: Options, wanted: object): Promise<void> {
  const client: Client = openSession(file)
  const { case: publicCase, payload } = await client.post<PublicationDraft>(
    '/api/v1/publications',
    wanted,
  )
  console.log(harmless(JSON.stringify(JSON.parse(payload), null, 2)))
  if (!isSigned) {
    console.log('Nothing is signed. The same command with --sign signs this and files it.')
    return
  }
  const filed = await client.post<Filed>(`/api/v1/cases/${publicCase}/acts`, { payload })
  const seen = filed.final ? 'witnessed by the quorum' : 'not yet witnessed'
  console.log(`${filed.id} is on record at index ${filed.index}, ${seen}: anyone can read it`)
}

function readText(bytes: Uint8Array, command: Command): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return command.error('error: expected a text in JSON, got something else', { exitCode: 2 })
  }
}
