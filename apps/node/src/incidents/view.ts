import type { Logged } from '@entente/accord'
import type { Person } from '../config.ts'
import { readsDrafts } from '../parties/role.ts'
import type {
  ClockView,
  DraftView,
  FiledReport,
  IncidentsView,
  IncidentView,
  LineView,
} from './api.ts'
import { after, clocksOf, REGIMES, regimeOf, type Clock, type Submitted } from './clock.ts'
import { linesOf, type Line } from './lines.ts'
import { missingIn } from './report.ts'
import type { OpenedCase, ReportDraft, ReportStore } from './store.ts'
import { reportsOf, submittedAt, type Reported } from './submitted.ts'

export type ViewOptions = {
  readonly caseFiles: Parameters<typeof linesOf>[0]
  readonly store: ReportStore
  /** Whether the other end of a line answers. */
  readonly answers: (line: Line) => boolean
  /** This node's clock: what people see runs by it, and no act depends on it. */
  readonly now: () => string
}

/** The lines of this node, what was reported on them, and which clocks run; drafts for whom they concern. */
export async function incidentsView(
  options: ViewOptions,
  { role }: Pick<Person, 'role'>,
): Promise<IncidentsView> {
  const { caseFiles, store, answers, now } = options
  const lines = linesOf(caseFiles)
  const drafts = readsDrafts(role) ? await store.drafts() : []
  const opened = await store.openedCases()
  const incidents: IncidentView[] = []
  for (const line of lines)
    incidents.push(...(await incidentsOn(line, { drafts, opened, now: now() })))
  const isKnown = (draft: ReportDraft) =>
    incidents.some(
      ({ line, incident, regime }) =>
        line === draft.line && incident === draft.incident && regime === draft.regime,
    )
  return {
    lines: lines.map((line) => lineView(line, answers(line))),
    incidents: incidents.toSorted(byUrgency),
    drafts: drafts.filter((draft) => !isKnown(draft)).map((draft) => draftView(draft, now())),
    regimes: REGIMES,
  }
}

const lineView = ({ file, side, operator, authority }: Line, answers: boolean): LineView => ({
  id: file.charter.id,
  title: file.charter.title,
  exercise: file.charter.exercise,
  side,
  operator,
  authority,
  answers,
})

/** A draft as its author reads it: what is missing, and the clocks as they would run. */
export function draftView(
  draft: ReportDraft,
  now: string,
  submitted: readonly Submitted[] = [],
): DraftView {
  const { awareAt } = draft.said
  const clocks =
    awareAt === undefined
      ? []
      : clocksOf(regimeOf(draft.regime), { awareAt, submitted, now }).map((clock) =>
          clockView(clock, now),
        )
  return { ...draft, clocks, missing: missingIn(draft) }
}

type Around = {
  readonly drafts: readonly ReportDraft[]
  readonly opened: readonly OpenedCase[]
  readonly now: string
}

async function incidentsOn(line: Line, around: Around): Promise<readonly IncidentView[]> {
  const reports = await reportsOf(line.file, line.operator.id)
  const groups = Map.groupBy(reports, ({ act }) => JSON.stringify([act.incident, act.regime]))
  return [...groups.values()].map((group) => incidentView(line, group, around))
}

function incidentView(line: Line, reports: readonly Reported[], around: Around): IncidentView {
  const { file, side, operator } = line
  const { now } = around
  const [first, last] = [reports[0]!.act, reports.at(-1)!.act]
  const { incident, regime } = last
  const submitted = reports.map((report) => ({
    stage: report.act.stage,
    at: submittedAt(report),
    handledAt: report.act.handledAt,
  }))
  const isProved = (stage: string) =>
    reports.find(({ act }) => act.stage === stage)?.receivedAt !== undefined
  const known = REGIMES.some(({ id }) => id === regime)
  const clocks = known ? clocksOf(regimeOf(regime), { awareAt: last.awareAt, submitted, now }) : []
  const receipts = file.logged(line.authority.id)
  const of = { line: file.charter.id, incident }
  const opened = around.opened.find((one) => one.line === of.line && one.incident === incident)
  return {
    ...of,
    regime,
    side,
    operator,
    title: last.title,
    awareAt: last.awareAt,
    ...(first.awareAt === last.awareAt ? {} : { awareAtBefore: first.awareAt }),
    clocks: clocks.map((clock) => ({
      ...clockView(clock, now),
      ...(clock.submittedAt === undefined || isProved(clock.stage) ? {} : { isUnproved: true }),
    })),
    ...(known ? feedbackOf(regime, reports, { receipts, now }) : {}),
    reports: reports.map((report) => filedReport(report, receipts)),
    drafts:
      side === 'operator'
        ? around.drafts.filter((draft) => draft.line === of.line && draft.incident === incident)
        : [],
    ...(opened ? { opened: opened.opened } : {}),
  }
}

function clockView(clock: Clock, now: string): ClockView {
  const { startsAt, dueAt, state } = clock
  if (startsAt === undefined || dueAt === undefined || !['running', 'missed'].includes(state))
    return clock
  const [from, to, at] = [startsAt, dueAt, now].map((text) => Date.parse(text)) as [
    number,
    number,
    number,
  ]
  return {
    ...clock,
    used: Math.min(1, Math.max(0, (at - from) / (to - from))),
    secondsLeft: Math.floor((to - at) / 1000),
  }
}

/** What the authority owes the operator for its first report, where the regime says so. */
function feedbackOf(
  regime: string,
  reports: readonly Reported[],
  { receipts, now }: { readonly receipts: readonly Logged[]; readonly now: string },
): Pick<IncidentView, 'feedback'> {
  const { feedback } = regimeOf(regime)
  const report = reports.find(({ act }) => act.stage === feedback?.stage)
  if (!feedback || !report) return {}
  const startsAt = submittedAt(report)
  const dueAt = after(startsAt, feedback.within)
  const given = receiptOf(report, receipts)?.claimedAt
  const isOver = (at: string) => Date.parse(at) > Date.parse(dueAt)
  const state =
    given === undefined ? (isOver(now) ? 'missed' : 'running') : isOver(given) ? 'late' : 'met'
  return {
    feedback: {
      stage: feedback.stage,
      startsAt,
      dueAt,
      ...(given === undefined ? {} : { submittedAt: given }),
      state,
    },
  }
}

function receiptOf({ id: report }: Reported, receipts: readonly Logged[]): FiledReport['receipt'] {
  for (const { id, act, void: voided } of receipts) {
    if (act?.kind !== 'receipt' || voided || act.of !== report) continue
    const { claimedAt, remarks } = act
    return { act: id, claimedAt, ...(remarks === undefined ? {} : { remarks }) }
  }
  return undefined
}

function filedReport(report: Reported, receipts: readonly Logged[]): FiledReport {
  const { id, act, receivedAt } = report
  const receipt = receiptOf(report, receipts)
  const { stage, title, account, suspectedMalicious, crossBorder, claimedAt } = act
  return {
    act: id,
    stage,
    title,
    account,
    suspectedMalicious,
    crossBorder,
    claimedAt,
    indicators: act.indicators ?? [],
    answers: act.answers ?? {},
    ...(act.touched === undefined ? {} : { touched: act.touched }),
    ...(act.lateBecause === undefined ? {} : { lateBecause: act.lateBecause }),
    ...(act.handledAt === undefined ? {} : { handledAt: act.handledAt }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(receipt ? { receipt } : {}),
  }
}

/** The next clock that is not met; incidents whose clocks are all met come last. */
const nextDue = ({ clocks }: IncidentView): string =>
  clocks
    .flatMap(({ state, dueAt }) =>
      dueAt !== undefined && (state === 'running' || state === 'missed') ? [dueAt] : [],
    )
    .toSorted((a, b) => (a < b ? -1 : 1))[0] ?? '9999'

const byUrgency = (a: IncidentView, b: IncidentView) => (nextDue(a) < nextDue(b) ? -1 : 1)
