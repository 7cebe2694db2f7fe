import { Command, InvalidArgumentError, Option } from 'commander'
import { Charter, PartyId } from '@entente/accord'
import type { CaseSummary, Opened } from '../api.ts'
import { openCaseFor } from '../parties/case-routes.ts'
import { PartiesError } from '../parties/error.ts'
import { toWords } from '../parties/words.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { crypto } from '../platform/crypto.ts'
import { atCase, caseViewOf, withCase, type CaseOptions } from './at-case.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { step, type Steps } from './step-option.ts'
import { toldId } from './told.ts'
import { waitsTold } from './waits-told.ts'
import { harmless, onOneLine } from './terminal.ts'

type Wanted = Parameters<typeof openCaseFor>[1]
type Options = {
  readonly title: string
  readonly party?: PartyId[]
  readonly chair?: PartyId
  readonly tlp?: Charter['tlp']
  readonly step?: Steps
  readonly public?: true
  readonly session: string
  readonly data?: string
  readonly person?: string
  readonly json: boolean
}

/** `entente case`: opens a case under the root case, lists those held, and says what waits in one. */
export function caseCommand(): Command {
  const command = new Command('case').description('open a case under the root case, or list cases')
  command
    .command('open')
    .description(
      'open a case; the parties that it names take part in it, and nobody else learns of it',
    )
    .requiredOption('--title <title>', 'what the case is called')
    .option('--party <id>', 'who takes part besides this party; repeat; all unless given', parties)
    .option('--chair <id>', 'the root case’s chair where it takes part, else this party', partyId)
    .addOption(
      new Option('--tlp <label>', 'how far its acts may go').choices(Charter.shape.tlp.options),
    )
    .option(
      '--step <kind=rule>',
      'a step and its rule; those of the root charter unless given',
      step,
    )
    .option('--public', 'a case that anyone may read, for what the coalition publishes')
    .option('--session <file>', 'who opens it, at a running node', SESSION)
    .option('--data <directory>', 'the data directory, where no node runs on it')
    .option('--person <id>', 'with --data: who opens it')
    .option('--json', 'the case as JSON', false)
    .action((options: Options) =>
      refusing(async () => {
        const opened = await open(options)
        const { id, title, parties: named } = opened
        console.log(
          options.json
            ? JSON.stringify({ ...opened, words: toWords(id) })
            : `${harmless(onOneLine(title))}: opened with ${named.join(', ')}\n${toldId(id)}`,
        )
      }),
    )
  command
    .command('list')
    .description('the cases that a running node holds')
    .option('--session <file>', 'who asks', SESSION)
    .action(({ session }: { session: string }) =>
      refusing(async () => {
        const { cases } = await openSession(session).get<{ cases: CaseSummary[] }>('/api/v1/cases')
        for (const { id, title, root, acts } of cases)
          console.log(
            harmless(`${id} ${root ? 'root case' : 'case'}, ${acts} acts: ${onOneLine(title)}`),
          )
      }),
    )
  command.addCommand(waiting())
  return command
}

/** `entente case waiting`: what is filed and says nothing yet, for want of what. */
const waiting = (): Command =>
  withCase(new Command('waiting'))
    .description('the acts of a case that wait for something that is not here, and who owes it')
    .action((options: CaseOptions) =>
      refusing(async () => {
        const view = await caseViewOf(await atCase(options))
        const waits = view.acts.flatMap(({ id, waits: some }) =>
          some ? [{ id, waits: some }] : [],
        )
        console.log(options.json ? JSON.stringify(waits) : waitsTold(view))
      }),
    )

function open(options: Options) {
  const { title, party, chair, tlp, step: steps, session, data, person } = options
  const wanted: Wanted = {
    title,
    ...(party === undefined ? {} : { parties: party }),
    ...(chair === undefined ? {} : { chair }),
    ...(tlp === undefined ? {} : { tlp }),
    ...(steps === undefined ? {} : { steps }),
    ...(options.public === undefined ? {} : { public: options.public }),
  }
  return data === undefined
    ? openSession(session).post<Opened>('/api/v1/cases', wanted)
    : openHere(data, person, wanted)
}

/** Where no node runs: the others learn of the case when one does. */
async function openHere(data: string, id: string | undefined, wanted: Wanted): Promise<Opened> {
  // Loaded where it is asked for: what asks a running node does not pay for one.
  const { openNode } = await import('../open-node.ts')
  await using node = await openNode(data)
  const person = node.config.people.find((one) => one.id === id)
  if (!person)
    throw new PartiesError(
      'person.unknown',
      `expected --person with one of ${node.config.people.map((one) => one.id).join(', ')}, got ${id ?? 'none'}`,
    )
  const { party, caseFiles, openings, signerOf } = node
  return await openCaseFor(person, wanted, { party, caseFiles, openings, signerOf, crypto, clock })
}

function partyId(text: string): PartyId {
  const parsed = PartyId.safeParse(text)
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError(`expected two capitals, got ${text}`)
}

const parties = (text: string, others: readonly PartyId[] = []) => [...others, partyId(text)]
