import type { Act, PartyId, SealedPart, SpokenVoice } from '@entente/accord'
import type { ComplyAct } from '../case/case-file.ts'

export type Axis = 'union' | 'national'
export const AXES: readonly Axis[] = ['union', 'national']

/** One reservation as it is written: `clause` is empty for an interpretative statement. */
export type ReservationDraft = {
  readonly axis: Axis
  readonly clause: string
  readonly text: string
}

/** What a person has filled in so far. */
export type Voices = {
  readonly union: SpokenVoice | undefined
  readonly national: SpokenVoice | undefined
  readonly statement: string
  readonly reservations: readonly ReservationDraft[]
  readonly vital: boolean
  readonly amendment: Readonly<Record<string, string>>
  readonly wouldTake: string
  /** Reasons that stay at home, and what stands for them in the act. */
  readonly reasons: string
  readonly sealed: readonly SealedPart[]
  /** Whose nodes are handed these reasons. */
  readonly readers: readonly PartyId[]
  /** `YYYY-MM-DDTHH:MM`, UTC; empty for no end. */
  readonly until: string
  /** Until when the instructions that a voice awaits are expected: as `until`. */
  readonly expectedAt: string
}

/** An empty form, or the nation's earlier voices on the same version, to be changed. */
export const voicesFrom = (earlier: ComplyAct | undefined): Voices => ({
  union: earlier?.union,
  national: earlier?.national,
  statement: earlier?.statement ?? '',
  reservations: (earlier?.reservations ?? []).map(({ axis, clause = '', text }) => ({
    axis,
    clause,
    text,
  })),
  vital: earlier?.vital ?? false,
  amendment: Object.fromEntries((earlier?.amendment ?? []).map(({ id, text }) => [id, text])),
  wouldTake: earlier?.wouldTake ?? '',
  reasons: '',
  sealed: [],
  readers: [],
  until: minuteOf(earlier?.until),
  expectedAt: minuteOf(earlier?.expectedAt),
})

/** Seconds as a field of the form has them. */
const minuteOf = (seconds: number | undefined): string =>
  seconds === undefined ? '' : new Date(seconds * 1000).toISOString().slice(0, 16)

const secondsOf = (minute: string): number => Math.floor(Date.parse(`${minute}:00Z`) / 1000)

const RESERVES = 'complies-with-reservation' satisfies SpokenVoice

/** Chooses one voice; a voice that reserves starts with one reservation, any other has none. */
export function withVoice(voices: Voices, axis: Axis, voice: SpokenVoice): Voices {
  const others = voices.reservations.filter((reservation) => reservation.axis !== axis)
  const own = voices.reservations.filter((reservation) => reservation.axis === axis)
  const kept = own.length > 0 ? own : [{ axis, clause: CHOOSE, text: '' }]
  const chosen = { ...voices, [axis]: voice }
  return {
    ...chosen,
    reservations: voice === RESERVES ? [...others, ...kept] : others,
    vital: voices.vital && objects(chosen),
    expectedAt: awaits(chosen) ? voices.expectedAt : '',
  }
}

/** Stands in a clause field until a clause, or none, was chosen; no clause may be called so. */
export const CHOOSE = '?'

export const objects = ({ union, national }: Pick<Voices, 'union' | 'national'>) =>
  union === 'objects' || national === 'objects'

export const awaits = ({ union, national }: Pick<Voices, 'union' | 'national'>) =>
  union === 'awaits-instructions' || national === 'awaits-instructions'

/** Whether the law or the rules ask for a statement with these voices. */
export const needsStatement = ({ union, national }: Voices) =>
  [union, national].some(
    (voice) => voice === 'complies-with-statement' || voice === 'abstains-constructively',
  )

/** The fields of the act that says these voices: what is empty is absent. */
export function complyFields(voices: Voices, on: string) {
  const amendment = Object.entries(voices.amendment).map(([id, text]) => ({ id, text }))
  return {
    kind: 'comply' satisfies Act['kind'],
    on,
    ...(voices.union && { union: voices.union }),
    ...(voices.national && { national: voices.national }),
    ...(voices.statement !== '' && { statement: voices.statement }),
    ...(voices.reservations.length > 0 && {
      reservations: voices.reservations.map(({ axis, clause, text }) => ({
        axis,
        ...(clause !== '' && { clause }),
        text,
      })),
    }),
    ...(voices.vital && { vital: true }),
    ...(amendment.length > 0 && { amendment }),
    ...(voices.wouldTake !== '' && { wouldTake: voices.wouldTake }),
    ...(voices.sealed.length > 0 && { sealed: voices.sealed }),
    ...(voices.until !== '' && { until: secondsOf(voices.until) }),
    ...(voices.expectedAt !== '' && { expectedAt: secondsOf(voices.expectedAt) }),
  }
}

/** A field of the form, as errors name it. */
export type Field =
  | Axis
  | 'statement'
  | `reservation-${number}`
  | `amendment-${string}`
  | 'wouldTake'
  | 'until'
  | 'expectedAt'
  | 'vital'
  | 'other'

/** Where in the form an issue of the schema belongs. */
export function fieldOf(path: readonly PropertyKey[], voices: Voices): Field {
  const [first, second] = path
  const plain = PLAIN.find((field) => field === first)
  if (plain) return plain
  if (first === 'reservations' && typeof second === 'number') return `reservation-${second}`
  if (first === 'amendment' && typeof second === 'number')
    return `amendment-${Object.keys(voices.amendment)[second] ?? ''}`
  return 'other'
}

const PLAIN = [
  'union',
  'national',
  'statement',
  'wouldTake',
  'until',
  'expectedAt',
  'vital',
] as const
