import type { Act, ActId, NationMeasure, PartyId } from '@entente/accord'
import { LAW_BASE } from '@entente/law'
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

/** Whether a text refers what happened to those who decide on defence: nothing of it is begun here. */
export function isReferred(record: readonly OnRecord[], version: ActId): boolean {
  const act = record.find(({ id }) => id === version)?.act
  return act !== undefined && 'measure' in act && act.measure?.kind === 'self-defence-referral'
}

/** A nation's latest assessment as it signed it, beside what the engine answers now. */
export function assessedView(
  record: readonly OnRecord[],
  { assess }: Pick<NationMeasure, 'assess'>,
  now: Answered | undefined,
): AssessedView | undefined {
  const act = record.find(({ id }) => id === assess)?.act
  if (assess === undefined || act?.kind !== 'assess') return undefined
  const { asOf, lawBase, outcome, word, sealed, differs } = act
  return {
    act: assess,
    asOf,
    lawBase,
    isOtherBase: lawBase !== LAW_BASE,
    outcome,
    word,
    isAsserted: sealed !== undefined,
    differs: differs === true,
    // With facts that stay at home nobody here can tell.
    isOvertaken: now === 'not-satisfied' && outcome !== 'not-satisfied' && sealed === undefined,
    ...(now === undefined ? {} : { now }),
  }
}
