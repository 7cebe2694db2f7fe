import type { InLanguages } from '@entente/lexicon'
import { evaluate } from './evaluate.ts'
import { COUNTERS, type Counted } from './milestone-counts.ts'
import { COUNT_WORDS } from './milestone-words.ts'
import type { CaseRecord } from './milestone-case.ts'

/** One number that says how far a conclusion has come, how it was made, or why there is none. */
export type Count = {
  readonly id: string
  readonly label: InLanguages
  readonly unit: 'count' | 'days'
  /** What is counted, from which acts. */
  readonly how: InLanguages
} & (
  | {
      readonly value: number
      /** Of how many, where it is a part of something. */
      readonly of?: number
    }
  | { readonly notCounted: InLanguages }
)

/** One of the ten conclusions of the conference, with what can be counted towards it. */
export type Milestone = {
  /** 1 to 10. */
  readonly conclusion: number
  readonly title: InLanguages
  readonly counts: readonly Count[]
}

/** In our words; the conclusions are those of the commanders' conference of October 2023. */
const CONCLUSIONS: readonly InLanguages[] = [
  {
    en: 'Common positions and coordinated countermeasures',
    es: 'Posiciones comunes y contramedidas coordinadas',
  },
  { en: 'A common language', es: 'Un lenguaje común' },
  {
    en: 'Credibility: agreement is a constant obligation',
    es: 'Credibilidad: el acuerdo es una obligación constante',
  },
  {
    en: 'Awareness and good practice, down to the individual',
    es: 'Concienciación y buenas prácticas, hasta cada persona',
  },
  { en: 'Roles and competences of States', es: 'Funciones y competencias de los Estados' },
  {
    en: 'Each nation states its compliance at every step',
    es: 'Cada nación expresa su conformidad en cada paso',
  },
  {
    en: 'Private enterprise answers for its critical infrastructure',
    es: 'La empresa privada responde de su infraestructura crítica',
  },
  {
    en: 'The law of collective countermeasures',
    es: 'El derecho de las contramedidas colectivas',
  },
  {
    en: 'Threat intelligence shared among allies and communities',
    es: 'Inteligencia de amenazas compartida entre aliados y comunidades',
  },
  {
    en: 'Each nation’s own objectives and perspective',
    es: 'Los objetivos y la perspectiva propios de cada nación',
  },
]

/** What the acts of these cases amount to, conclusion by conclusion. What cannot be counted says so. */
export function milestones(cases: readonly CaseRecord[]): readonly Milestone[] {
  const judged = cases.map((one) => ({ ...one, state: evaluate(one.charter, one.cut) }))
  return CONCLUSIONS.map((title, index) => ({
    conclusion: index + 1,
    title,
    counts: COUNT_WORDS.filter(({ conclusion }) => conclusion === index + 1).map(
      ({ id, label, unit, how }): Count => ({
        id,
        label,
        unit,
        how,
        ...told(COUNTERS[id](judged)),
      }),
    ),
  }))
}

const told = (counted: Counted) => ('why' in counted ? { notCounted: counted.why } : counted)
