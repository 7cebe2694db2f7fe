import type { InLanguages } from '@entente/lexicon'
import { recordedFor, type MeasureFacts, type Recorded, type RecordedFacts } from './measure.ts'

/** What people record when they weigh the measures of all participants against the injury. */
export const WEIGHED = ['injuryWeight', 'measuresWeight', 'spillOver', 'measuresCounted'] as const
type WeighedFact = (typeof WEIGHED)[number]

/** One nation's judgement: what it recorded of each, with whoever says so and on what grounds. */
type Judgement = {
  readonly nation: string
  readonly facts: Readonly<Partial<Record<WeighedFact, Recorded>>>
}

/** What a judgement lacks, or in what judgements do not fit together; whose they are. */
type WeighingNote = {
  readonly code: keyof typeof NOTES
  readonly nations: readonly string[]
}

export type Weighing = {
  readonly judgements: readonly Judgement[]
  readonly notes: readonly WeighingNote[]
}

/** In words, each for the nations that it names. */
export const NOTES = {
  'injury-missing': {
    en: 'has not said how grave the injury is',
    es: 'no ha dicho qué gravedad tiene el perjuicio',
  },
  'measures-missing': {
    en: 'has not said how grave the measures of all are together',
    es: 'no ha dicho qué gravedad tienen juntas las medidas de todos',
  },
  'risk-missing': {
    en: 'has not said how high the risk to others is',
    es: 'no ha dicho qué riesgo hay para otros',
  },
  'counted-missing': {
    en: 'has not said whose measures it counted',
    es: 'no ha dicho qué medidas ha contado',
  },
  'grounds-missing': {
    en: 'gives no grounds for a weight: name evidence with it',
    es: 'no da motivos para una ponderación: nombre pruebas con ella',
  },
  'own-only': {
    en: 'counted its own measures alone, while others take part',
    es: 'contó solo sus propias medidas, aunque participan otros',
  },
  'measures-differ': {
    en: 'weigh the same measures of all differently: one of them is mistaken, or they speak of different measures',
    es: 'ponderan de forma distinta las mismas medidas de todos: una se equivoca, o hablan de medidas distintas',
  },
  'risk-differs': {
    en: 'see different risks to others in the same plan',
    es: 'ven riesgos distintos para otros en el mismo plan',
  },
  'counted-differs': {
    en: 'counted in different ways: their weights cannot be compared',
    es: 'contaron de maneras distintas: sus ponderaciones no pueden compararse',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

/**
 * Proportionality is judged by people (ARSIWA 51; `law/README`, section 5). This adds nothing to their judgement: it lays what each
 * nation that takes part recorded side by side, and says what is missing and what does not fit together. Undefined of what is stated
 * to be no countermeasure, which nothing of this is asked of.
 */
export function weighingOf(
  measure: MeasureFacts,
  participants: readonly string[],
): Weighing | undefined {
  const kind = measure.facts.kind?.value
  if (kind !== undefined && kind !== 'countermeasure') return undefined
  const judgements = participants.map((nation) => ({
    nation,
    facts: weighedIn(recordedFor(measure, nation)),
  }))
  return { judgements, notes: notesOn(judgements) }
}

const weighedIn = (recorded: RecordedFacts): Judgement['facts'] =>
  Object.fromEntries(
    WEIGHED.flatMap((id) => {
      const fact = recorded[id]
      return fact ? [[id, fact] as const] : []
    }),
  )

function notesOn(judgements: readonly Judgement[]): readonly WeighingNote[] {
  const lacking = (id: WeighedFact) => judgements.filter(({ facts }) => facts[id] === undefined)
  const differing = (id: WeighedFact) => {
    const said = judgements.filter(({ facts }) => facts[id] !== undefined)
    return new Set(said.map(({ facts }) => facts[id]!.value)).size > 1 ? said : []
  }
  const groundless = judgements.filter(({ facts }) =>
    [facts.injuryWeight, facts.measuresWeight].some((fact) => fact && fact.evidence.length === 0),
  )
  const ownOnly =
    judgements.length > 1
      ? judgements.filter(({ facts }) => facts.measuresCounted?.value === 'own-only')
      : []
  const all: readonly (readonly [WeighingNote['code'], readonly Judgement[]])[] = [
    ['injury-missing', lacking('injuryWeight')],
    ['measures-missing', lacking('measuresWeight')],
    ['risk-missing', lacking('spillOver')],
    ['counted-missing', lacking('measuresCounted')],
    ['grounds-missing', groundless],
    ['own-only', ownOnly],
    ['measures-differ', differing('measuresWeight')],
    ['risk-differs', differing('spillOver')],
    ['counted-differs', differing('measuresCounted')],
  ]
  return all.flatMap(([code, some]) =>
    some.length > 0 ? [{ code, nations: some.map(({ nation }) => nation) }] : [],
  )
}
