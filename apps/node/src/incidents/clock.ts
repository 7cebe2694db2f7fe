import { IncidentsError } from './error.ts'
import type { Deadline, Regime, Stage } from './regime.ts'
import { gdprRegime } from './regimes/gdpr.ts'
import { nis2Regime } from './regimes/nis2.ts'

/**
 * The regimes whose notes are complete enough to run clocks by. CER, CRA and DORA are not here: their
 * notes leave anchors or calendars open.
 */
export const REGIMES: readonly Regime[] = [nis2Regime, gdprRegime]

export function regimeOf(id: string): Regime {
  const found = REGIMES.find((regime) => regime.id === id)
  if (found) return found
  throw new IncidentsError(
    'regime.unknown',
    `expected one of ${REGIMES.map((regime) => regime.id).join(', ')}, got ${id.slice(0, 40)}`,
  )
}

export function stageOf(regime: Regime, id: string): Stage {
  const found = regime.stages.find((stage) => stage.id === id)
  if (found) return found
  throw new IncidentsError(
    'regime.unknown',
    `expected a stage of ${regime.id} (${regime.stages.map((stage) => stage.id).join(', ')}), got ${id.slice(0, 40)}`,
  )
}

/** A stage that was submitted, and when. */
export type Submitted = {
  readonly stage: string
  readonly at: string
  readonly handledAt?: string | undefined
}

export type Clock = {
  readonly stage: string
  /** When it began to run; absent while its anchor is missing. */
  readonly startsAt?: string
  readonly dueAt?: string
  readonly submittedAt?: string
  readonly state:
    /** Not submitted, and there is time. */
    | 'running'
    /** Not submitted, and the time is over. */
    | 'missed'
    | 'met'
    | 'late'
    /** What it is counted from has not happened yet. */
    | 'waiting'
    /** Due when the authority asks, or where another stage is not possible yet. */
    | 'not-asked'
}

/** Every clock of one incident under one regime, at an instant that the caller gives. */
export function clocksOf(
  regime: Regime,
  {
    awareAt,
    submitted,
    now,
  }: {
    readonly awareAt: string
    readonly submitted: readonly Submitted[]
    readonly now: string
  },
): readonly Clock[] {
  const firstOf = (stage: string) => submitted.find((one) => one.stage === stage)
  return regime.stages.map((stage) => {
    const own = firstOf(stage.id)
    const { startsAt, within, isDue } = anchorOf(regime, stage, { awareAt, submitted })
    const dueAt =
      startsAt === undefined || within === undefined ? undefined : after(startsAt, within)
    return {
      stage: stage.id,
      ...(startsAt === undefined ? {} : { startsAt }),
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(own ? { submittedAt: own.at } : {}),
      state: stateOf({ dueAt, submittedAt: own?.at, isDue, now }),
    }
  })
}

type Anchor = {
  readonly startsAt?: string | undefined
  readonly within?: string
  readonly isDue: boolean
}

function anchorOf(
  regime: Regime,
  { deadline, afterHandling }: Stage,
  known: { readonly awareAt: string; readonly submitted: readonly Submitted[] },
): Anchor {
  const { submitted } = known
  const firstOf = (stage: string) => submitted.find((one) => one.stage === stage)
  if (afterHandling && firstOf(afterHandling.instead)) {
    const handledAt = submitted.findLast((one) => one.handledAt !== undefined)?.handledAt
    return { startsAt: handledAt, within: afterHandling.within, isDue: true }
  }
  return plainAnchor(regime, deadline, known)
}

/** As the deadline itself has it, whatever came in the place of the stage. */
function plainAnchor(
  regime: Regime,
  deadline: Deadline,
  known: { readonly awareAt: string; readonly submitted: readonly Submitted[] },
): Anchor {
  const { awareAt, submitted } = known
  switch (deadline.from) {
    case 'awareness':
      return { startsAt: awareAt, within: deadline.within, isDue: true }
    case 'stage':
      return {
        startsAt: submitted.find((one) => one.stage === deadline.stage)?.at,
        within: deadline.within,
        isDue: true,
      }
    case 'instead-of':
      return {
        ...plainAnchor(regime, stageOf(regime, deadline.stage).deadline, known),
        isDue: false,
      }
    case 'request':
      return { isDue: false }
  }
}

function stateOf({
  dueAt,
  submittedAt,
  isDue,
  now,
}: {
  readonly dueAt: string | undefined
  readonly submittedAt: string | undefined
  readonly isDue: boolean
  readonly now: string
}): Clock['state'] {
  if (submittedAt !== undefined)
    return dueAt !== undefined && isAfter(submittedAt, dueAt) ? 'late' : 'met'
  if (!isDue) return 'not-asked'
  if (dueAt === undefined) return 'waiting'
  return isAfter(now, dueAt) ? 'missed' : 'running'
}

const isAfter = (one: string, other: string) => Date.parse(one) > Date.parse(other)

/**
 * An instant so long after another (ISO 8601): hours are hours whatever the clocks on the wall do; a
 * month ends on the same day of the next, or on its last day, in UTC.
 */
export function after(instant: string, duration: string): string {
  const [, months, days, hours] = /^P(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?$/.exec(duration) ?? []
  if (months === undefined && days === undefined && hours === undefined)
    throw new TypeError(`expected a duration of months, days or hours, got ${duration}`)
  const moved = addMonths(new Date(instant), Number(months ?? 0))
  const milliseconds = Number(days ?? 0) * 86_400_000 + Number(hours ?? 0) * 3_600_000
  return `${new Date(moved.getTime() + milliseconds).toISOString().slice(0, 19)}Z`
}

function addMonths(date: Date, months: number): Date {
  const moved = new Date(date)
  moved.setUTCDate(1)
  moved.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(date.getUTCDate(), last))
  return moved
}
