import type { Act, ActId, NationMeasure, PartyId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import type { AssessedView } from './api.ts'
import type { Answered } from './assessed.ts'

/** Every act of the case that counts, at the cut that is final here. */
export type OnRecord = {
  readonly id: ActId
  readonly party: PartyId
  readonly act: Act
}

export const onRecord = (file: CaseFile): readonly OnRecord[] =>
  Object.values(file.cut()).flatMap(({ acts }) =>
    acts.flatMap(({ id, party, act, void: voided }) =>
      act && !voided ? [{ id, party, act }] : [],
    ),
  )

/** A nation's latest assessment as it signed it, beside what the engine answers now. */
export function assessedView(
  record: readonly OnRecord[],
  { assess }: Pick<NationMeasure, 'assess'>,
  now: Answered | undefined,
): AssessedView | undefined {
  const act = record.find(({ id }) => id === assess)?.act
  if (assess === undefined || act?.kind !== 'assess') return undefined
  const { asOf, lawBase, outcome, word } = act
  return { act: assess, asOf, lawBase, outcome, word, ...(now === undefined ? {} : { now }) }
}
