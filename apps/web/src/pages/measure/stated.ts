import type { ActId } from '@entente/accord'
import type { GradeAxis } from '@entente/lexicon'

/** A fact as a nation states it: its value, on what evidence, graded how. */
export type Stated = {
  readonly value?: string | boolean | number
  readonly evidence?: readonly string[]
  readonly grade?: string
}

/** The acts of the case among the grounds of a fact, in the order in which the case has them. */
export const namedActs = ({ evidence = [] }: Stated, acts: readonly ActId[]): readonly ActId[] =>
  acts.filter((id) => evidence.includes(id))

/** What else it rests on: documents outside of the case, in the words of whoever named them. */
export const otherGrounds = (
  { evidence = [] }: Stated,
  acts: readonly string[],
): readonly string[] => evidence.filter((one) => !acts.includes(one))

/** The same fact on these grounds; on none at all it names none. */
export function withGrounds({ evidence: _before, ...rest }: Stated, grounds: readonly string[]) {
  const evidence = [...new Set(grounds)].filter((one) => one !== '')
  return evidence.length === 0 ? rest : { ...rest, evidence }
}

/** F and 6 of the scale: that side cannot be judged. */
const NOT_JUDGED = ['F', '6'] as const

/**
 * The same fact with one side of its grade said otherwise. A grade has both sides: the one that nobody has said
 * cannot be judged so far, and without either there is no grade.
 */
export function withGrade(
  { grade: before, ...rest }: Stated,
  axis: GradeAxis['id'],
  mark: string,
): Stated {
  if (mark === '') return rest
  const sides = before === undefined ? [...NOT_JUDGED] : [before.charAt(0), before.charAt(1)]
  return { ...rest, grade: sides.with(axis === 'reliability' ? 0 : 1, mark).join('') }
}
