import { Act, actId, canonical, type ActId, type CharterId, type PartyId } from '@entente/accord'
import type { Crypto } from '@entente/log'
import type { Asset } from '../assets/asset.ts'
import type { ReportPreview, ReportSaid } from './api.ts'
import { clocksOf, regimeOf, stageOf, type Submitted } from './clock.ts'
import { IncidentsError } from './error.ts'
import { namedIn } from './inventory-guard.ts'
import type { ReportDraft } from './store.ts'

type IncidentReport = Extract<Act, { kind: 'incident-report' }>

/** What is still missing before a draft can be filed, by the names of the fields. */
export function missingIn({ regime, stage, said }: ReportDraft): readonly string[] {
  const needed = ['awareAt', 'title', 'account', 'suspectedMalicious', 'crossBorder'] as const
  const { fields } = stageOf(regimeOf(regime), stage)
  return [
    ...needed.filter((name) => said[name] === undefined || said[name] === ''),
    ...fields
      .filter(({ id, required }) => required === 'always' && !said.answers?.[id]?.trim())
      .map(({ id }) => id),
  ]
}

/** Whether a stage that is filed now comes after its time. */
export function isLate(
  { regime, stage, said }: ReportDraft,
  submitted: readonly Submitted[],
  now: string,
): boolean {
  if (said.awareAt === undefined) return false
  const clocks = clocksOf(regimeOf(regime), { awareAt: said.awareAt, submitted, now })
  return clocks.find((clock) => clock.stage === stage)?.state === 'missed'
}

/** The act that a draft would become; refused where something is missing. */
export function actOf(
  draft: ReportDraft,
  base: {
    readonly line: CharterId
    readonly party: PartyId
    readonly prev: ActId | undefined
    readonly claimedAt: string
  },
): IncidentReport {
  const missing = missingIn(draft)
  if (missing.length > 0)
    throw new IncidentsError(
      'report.incomplete',
      `expected ${draft.stage} with ${missing.join(', ')}, got it without`,
    )
  // By the operator's own clock: a moment of awareness that is still to come would move every clock.
  const ahead = (['awareAt', 'handledAt'] as const).find(
    (name) => Date.parse(draft.said[name] ?? '') > Date.parse(base.claimedAt),
  )
  if (ahead)
    throw new IncidentsError(
      'report.incomplete',
      `expected ${ahead} to be past, got ${draft.said[ahead]}`,
    )
  const { answers, indicators, ...said } = draft.said
  const parsed = Act.safeParse({
    v: 1,
    charter: base.line,
    party: base.party,
    ...(base.prev === undefined ? {} : { prev: base.prev }),
    claimedAt: base.claimedAt,
    kind: 'incident-report',
    incident: draft.incident,
    regime: draft.regime,
    stage: draft.stage,
    ...said,
    ...(indicators && indicators.length > 0 ? { indicators } : {}),
    ...someAnswers(answers),
  })
  if (parsed.success && parsed.data.kind === 'incident-report') return parsed.data
  const issue = parsed.success ? undefined : parsed.error.issues[0]
  throw new IncidentsError(
    'report.incomplete',
    `${issue?.message ?? 'expected a report'} at ${issue?.path.join('.') ?? 'the top'}`,
  )
}

function someAnswers(answers: ReportSaid['answers']): Pick<ReportSaid, 'answers'> {
  const given = Object.entries(answers ?? {}).filter(([, text]) => text.trim() !== '')
  return given.length > 0 ? { answers: Object.fromEntries(given) } : {}
}

/** Exactly what would be signed, and what of the inventory stands in its words. */
export function previewOf(
  act: IncidentReport,
  assets: readonly Asset[],
  { to, crypto }: { readonly to: ReportPreview['to']; readonly crypto: Crypto },
): ReportPreview {
  const payload = canonical(act)
  return {
    payload,
    act: actId(new TextEncoder().encode(payload), crypto.sha256),
    fromInventory: namedIn(wordsIn(act), assets),
    to,
  }
}

const wordsIn = ({ incident, title, account, answers, lateBecause }: IncidentReport) => ({
  incident,
  title,
  account,
  ...answers,
  ...(lateBecause === undefined ? {} : { lateBecause }),
})

/** Refuses a report in which the inventory is named by a value that the person did not confirm. */
export function assertNothingElse(
  act: IncidentReport,
  assets: readonly Asset[],
  confirmed: readonly string[],
): void {
  const other = namedIn(wordsIn(act), assets).filter(({ value }) => !confirmed.includes(value))
  if (other.length === 0) return
  const [first] = other
  throw new IncidentsError(
    'report.inventory',
    `expected words without the inventory, got ${other.length} of its values, the ${first?.column} ${first?.value} in ${first?.field}: take it out, or say that it is to be named`,
  )
}
