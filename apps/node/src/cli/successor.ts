import { readFileSync, writeFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { Charter } from '@entente/accord'
import { fromBase64, toBase64 } from '@entente/log'
import type { CaseSummary, CaseView, SuccessorDrafted, SuccessorsView, TakenUp } from '../api.ts'
import { parseCard } from '../parties/card.ts'
import { custody, type Demands } from './custody-option.ts'
import { fileSaid, withFiling, type FilingOptions } from './filing.ts'
import { goal } from './goal-option.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION, SessionError, type Client } from './session.ts'
import { step, type Steps } from './step-option.ts'
import { toldId } from './told.ts'
import { harmless } from './terminal.ts'

type Asked = { readonly session: string; readonly json: boolean }
type Drafted = Asked & {
  readonly out: string
  readonly title?: string
  readonly chair?: string
  readonly tlp?: Charter['tlp']
  readonly step?: Steps
  readonly custody?: Demands
  readonly goal?: NonNullable<Charter['goals']>
  readonly without?: readonly string[]
  readonly card?: readonly string[]
}

const BASE = '/api/v1/coalition/successors'
const session = ['--session <file>', 'who asks', SESSION] as const
const json = ['--json', 'as JSON', false] as const

/** The ways of a charter that is to take the place of the present one, as `entente coalition …`. */
export function addSuccessorCommands(coalition: Command): void {
  draftCommand(coalition)
  putCommand(coalition)
  coalition
    .command('successors')
    .description('charters that were put in the place of the present one, and what each changes')
    .option(...session)
    .option(...json)
    .action((_options: Asked, command: Command) =>
      refusing(async () => {
        const asked = command.optsWithGlobals<Asked>()
        const view = await openSession(asked.session).get<SuccessorsView>(BASE)
        console.log(asked.json ? JSON.stringify(view) : harmless(told(view)))
      }),
    )
  coalition
    .command('take-up')
    .description('go on under an adopted charter whose id you compared with the other parties')
    .requiredOption('--id <id>', 'the id that was read to you: sha256:…, or its 32 words')
    .option(...session)
    .option(...json)
    .action((_options: Asked, command: Command) =>
      refusing(async () => {
        const { id, ...asked } = command.optsWithGlobals<Asked & { id: string }>()
        const taken = await openSession(asked.session).post<TakenUp>('/api/v1/coalition/take-up', {
          id,
        })
        console.log(
          asked.json ? JSON.stringify(taken) : `${taken.title}: taken up.\n${toldId(taken.case)}`,
        )
      }),
    )
}

function draftCommand(coalition: Command): void {
  coalition
    .command('draft')
    .description('write the charter under which the coalition is to go on, from what changes')
    .requiredOption('--out <file>', 'where it is written')
    .option('--title <title>', 'another name')
    .option('--chair <party>', 'another chair')
    .option('--step <kind=rule>', 'all steps anew; repeat for each', step)
    .option('--custody <verb=custody>', 'all least custodies anew; repeat', custody)
    .option('--goal <id=date:title>', 'all goals anew; repeat', goal)
    .addOption(new Option('--tlp <label>', 'how far').choices(Charter.shape.tlp.options))
    .option('--without <party>', 'who does not go on; repeat', repeated)
    .option('--card <file>', 'the card of a party that comes in; repeat', repeated)
    .option(...session)
    .option(...json)
    .action((_options: Drafted, command: Command) =>
      refusing(async () => {
        const { out, without, card = [], ...rest } = command.optsWithGlobals<Drafted>()
        const { session: asks, json: asJson, step: steps, goal: goals, ...said } = rest
        const drafted = await openSession(asks).post<SuccessorDrafted>(`${BASE}/draft`, {
          ...said,
          ...(steps ? { steps } : {}),
          ...(goals ? { goals } : {}),
          ...(without ? { out: without } : {}),
          ...(card.length > 0 ? { cards: card.map((file) => parseCard(readFileSync(file))) } : {}),
        })
        // Never over another: a charter that people compared must not change under its name.
        writeFileSync(out, fromBase64(drafted.charter), { flag: 'wx' })
        console.log(asJson ? JSON.stringify(drafted) : harmless(successorWords(drafted.successor)))
      }),
    )
}

function putCommand(coalition: Command): void {
  const put = coalition
    .command('put')
    .description('put a charter before the members: it takes the place of the present one')
    .argument('<file>', 'the charter, as it was drafted')
    .option(
      '--expiry <seconds>',
      'when a silence or a vote on it ends, in seconds since 1970',
      Number,
    )
  withFiling(put).action((file: string, _options: unknown, command: Command) =>
    refusing(async () => {
      const options = command.optsWithGlobals<FilingOptions & { expiry?: number }>()
      const client = openSession(options.session)
      const bytes = new Uint8Array(readFileSync(file))
      const handed = await client.post<SuccessorDrafted>(BASE, { charter: toBase64(bytes) })
      const root = await presentRoot(client)
      const path = `/api/v1/cases/${root.id}`
      const { state } = await client.get<CaseView>(path)
      const before = state.steps.find(({ id }) => id === STEP.id)?.versions.at(-1)
      await fileSaid(
        { client, id: root.id, path },
        {
          ...(before ? { kind: 'amend', replaces: before.id } : { kind: 'propose' }),
          step: STEP,
          text: textOf(handed.successor),
          successor: handed.successor.id,
          ...(options.expiry === undefined ? {} : { expiry: options.expiry }),
        },
        options,
      )
    }),
  )
}

const STEP = { id: 'charter', kind: 'charter' } as const

async function presentRoot(client: Client): Promise<CaseSummary> {
  const { cases } = await client.get<{ cases: CaseSummary[] }>('/api/v1/cases')
  const [root] = cases.filter((one) => one.root && one.amendedBy === undefined)
  if (root) return root
  throw new SessionError('case.unknown', 'expected a node that takes part in a coalition, got none')
}

/** The text that is agreed with a charter: a clause for each part that changes. */
function textOf({ told: said, changes }: SuccessorDrafted['successor']) {
  const clauses = changes.en.map(({ title, lines }, at) => ({
    id: String(at + 1),
    text: [title, ...lines.map(changed)].join('\n'),
  }))
  const [first = { id: '1', text: 'Nothing changes but the names of the strands.' }, ...rest] =
    clauses
  return { lang: 'en', title: said.en.title, clauses: [first, ...rest] }
}

const changed = ({ was, now }: { readonly was?: string; readonly now?: string }): string => {
  if (was === undefined) return `New: ${now}`
  return now === undefined ? `No longer: ${was}` : `Before: ${was}\nFrom then on: ${now}`
}

function told({ successors }: SuccessorsView): string {
  if (successors.length === 0) return 'No charter was put in the place of the present one.'
  return successors
    .map(({ id, successor, adopted, held }) =>
      [
        `${adopted ? 'Adopted' : 'Not adopted'}${held ? ', taken up here' : ''}:`,
        successor ? successorWords(successor) : `  ${id}: no charter can be read`,
      ].join('\n'),
    )
    .join('\n\n')
}

const BECOMES = {
  'goes-on': 'goes on',
  new: 'comes in',
  'named-anew': 'is named anew, with other root keys',
  out: 'is out',
} as const

function successorWords({
  id,
  told: said,
  changes,
  parties,
  refused,
}: SuccessorDrafted['successor']) {
  return [
    said.en.title,
    toldId(id),
    ...(refused ? [`It is no successor of this charter: ${refused.message}`] : []),
    ...parties.map(({ id: party, name, becomes }) => `  ${party} ${name} ${BECOMES[becomes]}`),
    ...changes.en.flatMap(({ title, lines }) => [
      `  ${title}`,
      ...lines.map((line) => changed(line).replaceAll(/^/gm, '    ')),
    ]),
  ].join('\n')
}

const repeated = (text: string, others: readonly string[] = []): readonly string[] => [
  ...others,
  text,
]
