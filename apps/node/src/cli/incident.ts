import { readFileSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { parseCharter, type CharterId } from '@entente/accord'
import type {
  Filed,
  IncidentsView,
  IncidentView,
  OpenedFromReport,
  ReportDraftView,
  ReportPreview,
} from '../api.ts'
import { parseCard } from '../parties/card.ts'
import { joinLine, lineCharter } from '../parties/reporting-line.ts'
import { readId } from '../parties/words.ts'
import { crypto } from '../platform/crypto.ts'
import { sightingsCommand } from './incident-sightings.ts'
import { harmless } from './terminal.ts'
import { readInput } from './read-input.ts'
import { proved, seenBy } from './proved.ts'
import { refusing } from './refusing.ts'
import { openSession, SESSION } from './session.ts'
import { toldId } from './told.ts'

type Session = { readonly session: string; readonly json: boolean }
type View = { readonly line: CharterId; readonly incident: string }

/** `entente incident`: reports with their clocks, on either end of a reporting line. */
export function incidentCommand(): Command {
  const incident = new Command('incident').description(
    'incident reports on a reporting line: drafts, clocks, receipts, a case opened from one',
  )
  readingCommands(incident)
  operatorCommands(incident)
  authorityCommands(incident)
  lineCommands(incident)
  incident.addCommand(sightingsCommand())
  return incident
}

const atNode = (command: Command) =>
  command
    .option('--session <file>', 'who does it, at a running node', SESSION)
    .option('--json', 'JSON instead of sentences', false)

const tell = (json: boolean, value: unknown, sentence: string) =>
  console.log(json ? JSON.stringify(value) : harmless(sentence))

function readingCommands(incident: Command): void {
  atNode(incident.command('list'))
    .description('what was reported, which clocks run, and what awaits whom')
    .action(({ session, json }: Session) =>
      refusing(async () => {
        const view = await openSession(session).get<IncidentsView>('/api/v1/incidents')
        tell(json, view, listed(view))
      }),
    )
}

function operatorCommands(incident: Command): void {
  atNode(incident.command('draft'))
    .description('put a report down; it stays at this node')
    .requiredOption('--stage <stage>', 'early-warning, incident-notification, final-report, …')
    .option('--regime <regime>', 'which law asks for it', 'nis2')
    .option('--incident <name>', 'a further stage of this incident; a new one unless given')
    .option('--line <id>', 'which reporting line, where there are several')
    .argument(
      '<file>',
      'JSON: awareAt, title, account, suspectedMalicious, …; - reads standard input',
    )
    .action((file: string, options: Session & Record<string, string>, self: Command) =>
      refusing(async () => {
        const { session, json, stage, regime, incident: name, line } = options
        const said = jsonIn(await readInput(file, 65_536, self), self)
        const draft = await openSession(session).post<ReportDraftView>('/api/v1/incidents/drafts', {
          stage,
          regime,
          said,
          ...(name ? { incident: name } : {}),
          ...(line ? { line } : {}),
        })
        tell(json, draft, drafted(draft))
      }),
    )
  atNode(incident.command('preview'))
    .description('exactly what would be signed, and what of the inventory stands in it')
    .argument('<draft>')
    .action((draft: string, { session, json }: Session) =>
      refusing(async () => {
        const preview = await openSession(session).post<ReportPreview>(pathOf(draft, 'preview'))
        tell(json, preview, previewed(preview))
      }),
    )
  atNode(incident.command('file'))
    .description('sign the draft as it is and file it now, or when the line answers')
    .argument('<draft>')
    .requiredOption('--act <id>', 'the act’s id, as preview gave it')
    .requiredOption(
      '--payload <file>',
      'the payload, as preview --json gave it; - reads standard input',
    )
    .option('--name <value>', 'a value of the inventory that the report is to name; repeat', many)
    .action((draft: string, options: FileOptions, self: Command) =>
      refusing(() => fileDraft(draft, options, self)),
    )
}

function jsonIn(bytes: Uint8Array, command: Command): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return command.error(`error: expected JSON, got other text (${error.message})`, { exitCode: 2 })
  }
}

type FileOptions = Session & {
  readonly act: string
  readonly payload: string
  readonly name?: string[]
}

async function fileDraft(draft: string, options: FileOptions, self: Command): Promise<void> {
  const { session, json, act, payload: file, name: names = [] } = options
  const payload = Buffer.from(await readInput(file, 65_536, self))
    .toString('utf8')
    .trim()
  const id = `sha256:${Buffer.from(crypto.sha256(Buffer.from(payload))).toString('hex')}`
  if (id !== readId(act))
    self.error(`error: expected the payload of ${act}, got one of ${id}`, { exitCode: 2 })
  const filed = await openSession(session).post<ReportDraftView>(pathOf(draft, 'file'), {
    payload,
    names,
  })
  const how = filed.state === 'filed' ? 'is on record' : 'waits until the line takes it'
  tell(json, filed, `${filed.stage} of ${filed.incident} ${how}`)
}

function authorityCommands(incident: Command): void {
  const named = (command: Command) =>
    atNode(command).requiredOption('--line <id>', 'the reporting line')
  named(incident.command('acknowledge'))
    .description('tell the operator that its report was received')
    .argument('<act>', 'the report')
    .option('--remarks <text>', 'first feedback')
    .action((of: string, { session, json, line, remarks }: Session & View & { remarks?: string }) =>
      refusing(async () => {
        const client = openSession(session)
        const said = { line, of, ...(remarks === undefined ? {} : { remarks }) }
        const filed = await client.post<Filed>('/api/v1/incidents/receipts', said)
        const shown = await proved(client, { charter: line, act: filed.id }, filed)
        tell(json, shown, `${shown.id} acknowledges it, ${seenBy(shown)}`)
      }),
    )
  named(incident.command('open-case'))
    .description('open a case from a report, with the indicators that the operator named')
    .argument('<incident>')
    .requiredOption('--title <title>', 'what the case is called; the operator’s name is not added')
    .requiredOption('--grade <grade>', 'how the indicators are graded, by the Admiralty code: B2')
    .option('--party <id>', 'who takes part besides this party; repeat; all unless given', many)
    .action((name: string, options: Session & View & OpenOptions) =>
      refusing(async () => {
        const { session, json, line, title, grade: value, party: parties } = options
        const opened = await openSession(session).post<OpenedFromReport>(
          '/api/v1/incidents/cases',
          {
            line,
            incident: name,
            title,
            grade: { scale: 'admiralty', version: '1', value },
            ...(parties === undefined ? {} : { parties }),
          },
        )
        tell(
          json,
          opened,
          `${opened.title}: opened with ${opened.parties.join(', ')}\n${toldId(opened.case)}`,
        )
      }),
    )
}

type OpenOptions = { readonly title: string; readonly grade: string; readonly party?: string[] }

function lineCommands(incident: Command): void {
  incident
    .command('draft-line')
    .description('draft the charter of a reporting line from both parties’ cards')
    .requiredOption('--operator <card>', 'the operator’s card.json')
    .requiredOption('--authority <card>', 'the nation’s card.json')
    .requiredOption('--title <title>', 'what the line is called')
    .requiredOption(
      '--origin <name>',
      'what the names of its strands begin with: rowan.example/line',
    )
    .requiredOption('--out <file>', 'where the charter is written')
    .option('--exercise', 'everything on the line is an exercise', false)
    .action(
      (
        options: Record<'operator' | 'authority' | 'title' | 'origin' | 'out', string> & {
          exercise: boolean
        },
      ) =>
        refusing(() => {
          const { operator, authority, title, origin, out, exercise } = options
          const bytes = lineCharter(
            {
              operator: parseCard(readFileSync(operator)),
              authority: parseCard(readFileSync(authority)),
            },
            { title, origin, exercise, tlp: 'TLP:AMBER+STRICT' },
            crypto,
          )
          writeFileSync(out, bytes)
          console.log(
            `${title}: compare this id with the other party\n${toldId(parseCharter(bytes, crypto).id)}`,
          )
        }),
    )
  incident
    .command('join-line')
    .description(
      'take part in a reporting line whose id was compared; the node does when it starts',
    )
    .argument('<charter>', 'the charter of the line')
    .requiredOption('--id <id>', 'the id that people compared: digits, or 32 words')
    .requiredOption('--data <directory>', 'the data directory, where no node runs on it')
    .action((file: string, { id, data }: { id: string; data: string }) =>
      refusing(() => {
        const { charter, isNew } = joinLine(data, readFileSync(file), {
          id: readId(id),
          crypto,
          nowAt: new Date(),
        })
        console.log(
          `${charter.title}: ${isNew ? 'joined' : 'joined before'}; the node takes part when it starts`,
        )
      }),
    )
}

const many = (text: string, others: readonly string[] = []) => [...others, text]
const pathOf = (draft: string, verb: string) =>
  `/api/v1/incidents/drafts/${encodeURIComponent(draft)}/${verb}`

function listed({ lines, incidents, drafts }: IncidentsView): string {
  if (lines.length === 0) return 'This node takes part in no reporting line.'
  return [
    ...lines.map(
      ({ id, title, side, answers }) =>
        `${title}: this node is the ${side}; the other end ${answers ? 'answers' : 'does not answer'}\n  ${id}`,
    ),
    ...incidents.flatMap(incidentLines),
    ...drafts.map((draft) => `draft ${drafted(draft)}`),
  ].join('\n')
}

function incidentLines({
  incident,
  operator,
  title,
  awareAt,
  clocks,
  reports,
  drafts,
}: IncidentView) {
  return [
    `${incident} of ${operator.name}: ${title}, aware at ${awareAt}`,
    ...clocks
      .filter(({ state }) => state !== 'not-asked')
      .map(({ stage, state, dueAt }) => `  ${stage.padEnd(22)} ${state.padEnd(8)} ${dueAt ?? ''}`),
    ...reports.map(
      ({ act, stage, receivedAt, receipt }) =>
        `  ${stage} ${act} ${receivedAt ? `received ${receivedAt}` : 'not yet received'}${receipt ? ', acknowledged' : ''}`,
    ),
    ...drafts.map((draft) => `  draft ${drafted(draft)}`),
  ]
}

type Shown = Pick<ReportDraftView, 'id' | 'stage' | 'incident' | 'state' | 'refused'> &
  Partial<Pick<ReportDraftView, 'missing'>>

function drafted({ id, stage, incident, state, refused, missing = [] }: Shown): string {
  const lacks = missing.length > 0 ? `; still missing: ${missing.join(', ')}` : ''
  const back = refused ? `; came back: ${refused.message} (${refused.code})` : ''
  return `${id} ${state} ${stage} of ${incident}${lacks}${back}`
}

function previewed({ payload, act, fromInventory, to }: ReportPreview): string {
  return [
    JSON.stringify(JSON.parse(payload), null, 2),
    `goes to ${to.name} and to nobody else; its act would be ${act}`,
    ...fromInventory.map(
      ({ column, value, field }) => `  of the inventory: the ${column} ${value} stands in ${field}`,
    ),
  ].join('\n')
}
