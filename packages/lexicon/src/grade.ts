import { admiralty, CREDIBILITY, RELIABILITY } from './scale/admiralty.ts'
import type { ScaleValue } from './scale.ts'
import type { InLanguages } from './term.ts'

/** One of the two axes of a grade, with its marks from best to "cannot be judged". */
export type GradeAxis = {
  readonly id: 'reliability' | 'credibility'
  readonly label: InLanguages
  readonly marks: readonly { readonly value: string; readonly label: InLanguages }[]
}

const marksOf = (axis: readonly (readonly [string, string, string])[]): GradeAxis['marks'] =>
  axis.map(([value, en, es]) => ({ value, label: { en, es } }))

/** A grade is the mark of the source, then the mark of what it says: always both. */
export const GRADE_AXES: readonly [GradeAxis, GradeAxis] = [
  {
    id: 'reliability',
    label: { en: 'Reliability of the source', es: 'Fiabilidad de la fuente' },
    marks: marksOf(RELIABILITY),
  },
  {
    id: 'credibility',
    label: { en: 'Credibility of what it says', es: 'Credibilidad de lo que dice' },
    marks: marksOf(CREDIBILITY),
  },
]

/** The grade of a fact: acts carry its value alone, as `B2`, on this scale in this version. */
export const factGrade = (value: string): ScaleValue => ({
  scale: admiralty.id,
  version: admiralty.version,
  value,
})
