import type {
  MeasureReason,
  MeasureState,
  NationMeasure,
  PartyId,
  VersionState,
} from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import type { MeasureItem } from './api.ts'
import { answerNow, type Kept } from './at-home.ts'
import { assessedView, findAssess, isReferred, onRecord } from './record.ts'
import { reviewClock } from './review-clock.ts'

/** What a nation must do first: what runs without ground before what has not begun. */
const URGENCY: readonly MeasureItem['does'][] = [
  'terminate',
  'suspend',
  'review',
  'start',
  'assess',
  'call',
  'notice',
]

/** What awaits this party in the measures of all its cases, most urgent first. */
export function measureDesk(
  files: readonly CaseFile[],
  { party, kept, clock }: { readonly party: PartyId; readonly kept: Kept; readonly clock: Clock },
): readonly MeasureItem[] {
  const today = instant(clock).slice(0, 10)
  return files
    .flatMap((file) =>
      (file.state().state.measures ?? []).flatMap((measure) =>
        itemsOf(file, measure, { party, today, kept }),
      ),
    )
    .toSorted((a, b) => URGENCY.indexOf(a.does) - URGENCY.indexOf(b.does))
}

function itemsOf(
  file: CaseFile,
  measure: MeasureState,
  { party, today, kept }: { readonly party: PartyId; readonly today: string; readonly kept: Kept },
): MeasureItem[] {
  const nation = measure.nations[party]
  const version = file
    .state()
    .state.steps.flatMap(({ versions }) => versions)
    .find(({ id }) => id === measure.version)
  if (!nation || !version) return []
  const record = onRecord(file)
  const clock = reviewClock(record, measure.version, today)
  if (isReferred(record, measure.version)) return []
  const act = findAssess(record, nation)
  const answer = act && answerNow(file, { version: measure.version, party, act }, kept)
  const isOvertaken = assessedView(record, nation, answer, { withHome: true })?.isOvertaken ?? false
  const does = doesWhat(nation, { version, isOvertaken })
  const isDue = nation.stage === 'running' && clock.isOver
  const filed = record.find(({ id }) => id === measure.version)?.act
  const common = {
    case: file.charter.id,
    caseTitle: file.charter.title,
    step: measure.step,
    version: measure.version,
    title: filed && 'text' in filed ? filed.text.title : measure.step,
    reasons: nation.reasons,
  }
  return [
    ...does.map((what) => ({ ...common, does: what })),
    ...(isDue && clock.dueOn !== undefined
      ? [{ ...common, does: 'review' as const, dueOn: clock.dueOn }]
      : []),
  ]
}

type Place = {
  readonly version: VersionState
  /** The rules now answer worse than its assessment: the conditions are not met, or nobody can say. */
  readonly isOvertaken: boolean
}

function doesWhat(
  { stage, reasons, assess }: NationMeasure,
  { version, isOvertaken }: Place,
): readonly MeasureItem['does'][] {
  const isFor = (code: MeasureReason['code']) => reasons.some((reason) => reason.code === code)
  switch (stage) {
    case 'terminated':
      return []
    case 'running':
      return isOvertaken ? ['assess'] : []
    case 'may-start':
      return isOvertaken ? ['assess'] : ['start']
    case 'suspended': {
      // The wrong has ended and was repaired: suspending is not enough (ARSIWA 53).
      if (isFor('act-ceased')) return ['terminate']
      return isFor('suspended-by-act') ? [] : ['suspend']
    }
    case 'barred': {
      const isOver = version.standing === 'ended' || version.standing === 'superseded'
      if (isOver) return []
      return [
        ...(isFor('no-call') ? (['call'] as const) : []),
        ...(isFor('no-notice') ? (['notice'] as const) : []),
        ...(assess === undefined ? (['assess'] as const) : []),
      ]
    }
  }
}
