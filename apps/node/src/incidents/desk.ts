import type { ActId } from '@entente/accord'
import type { MatchView } from '../assets/api.ts'
import type { IncidentItem, IncidentsView, IncidentView } from './api.ts'

/** What awaits a person in this node's incidents: what is due first comes first. */
export function incidentDesk(
  { lines, incidents, drafts }: IncidentsView,
  matches: readonly MatchView[],
): readonly IncidentItem[] {
  const items = [
    ...incidents.flatMap((incident) =>
      incident.side === 'operator' ? operatorItems(incident) : authorityItems(incident),
    ),
    ...drafts.map((draft): IncidentItem => {
      const clock = draft.clocks.find(({ stage }) => stage === draft.stage)
      return {
        does: draft.state === 'waiting' ? 'send-report' : 'file-report',
        line: draft.line,
        incident: draft.incident,
        title: draft.said.title ?? draft.incident,
        regime: draft.regime,
        stage: draft.stage,
        ...(clock?.dueAt === undefined ? {} : { dueAt: clock.dueAt }),
        isOver: clock?.state === 'missed',
      }
    }),
  ].toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1))
  const isOperator = lines.some(({ side }) => side === 'operator')
  return isOperator ? [...matchItems({ incidents, drafts }, matches), ...items] : items
}

const dueOf = (item: IncidentItem) => ('dueAt' in item ? (item.dueAt ?? '9999') : '9999')

/** The assets that indicators touch which no report and no draft names. */
function matchItems(
  { incidents, drafts }: Pick<IncidentsView, 'incidents' | 'drafts'>,
  matches: readonly MatchView[],
): readonly IncidentItem[] {
  const named = new Set([
    ...incidents.flatMap(({ reports }) => reports.flatMap(({ indicators }) => indicators)),
    ...incidents.flatMap((incident) =>
      incident.drafts.flatMap(({ said }) => said.indicators ?? []),
    ),
    ...drafts.flatMap(({ said }) => said.indicators ?? []),
  ])
  const open = matches.filter(
    ({ indicator, falsePositive }) => !named.has(indicator.id) && falsePositive === undefined,
  )
  const assets = new Set(open.map(({ asset }) => asset.id)).size
  return assets === 0 ? [] : [{ does: 'look-at-matches', assets }]
}

/** The stage that is due next, or that a person ordered and the line has not taken yet. */
function operatorItems(incident: IncidentView): readonly IncidentItem[] {
  const { line, incident: name, title, regime, clocks, drafts } = incident
  const waiting = drafts.filter(({ state }) => state === 'waiting')
  const next = clocks
    .filter(({ state, dueAt }) => (state === 'running' || state === 'missed') && dueAt)
    .filter(({ stage }) => !waiting.some((draft) => draft.stage === stage))
    .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))
    .slice(0, 1)
  const of = { line, incident: name, title, regime }
  return [
    ...waiting.map(({ stage }) => {
      const clock = clocks.find((one) => one.stage === stage)
      return {
        does: 'send-report' as const,
        ...of,
        stage,
        ...(clock?.dueAt === undefined ? {} : { dueAt: clock.dueAt }),
        isOver: clock?.state === 'missed',
      }
    }),
    ...next.map(({ stage, dueAt, state }) => ({
      does: 'file-report' as const,
      ...of,
      stage,
      dueAt: dueAt!,
      isOver: state === 'missed',
    })),
  ]
}

function authorityItems(incident: IncidentView): readonly IncidentItem[] {
  const { line, incident: name, title, regime, operator, reports, feedback } = incident
  return reports
    .filter(({ receipt }) => receipt === undefined)
    .map(({ act, stage }: { act: ActId; stage: string }) => ({
      does: 'acknowledge' as const,
      line,
      incident: name,
      title,
      regime,
      stage,
      operator: operator.name,
      act,
      ...(feedback?.stage === stage && feedback.dueAt !== undefined
        ? { dueAt: feedback.dueAt }
        : {}),
      isOver: feedback?.stage === stage && feedback.state === 'missed',
    }))
}
