import type { Act, ActId, NationMeasure, PartyId } from '@entente/accord'
import { LAW_BASE } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import type { AssessedView, FellAway } from './api.ts'
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
  keptFrom: readonly FellAway[] = [],
): AssessedView | undefined {
  const act = record.find(({ id }) => id === assess)?.act
  if (assess === undefined || act?.kind !== 'assess') return undefined
  const { asOf, lawBase, outcome, word, sealed, differs } = act
  // With facts that stay at home nobody here can tell.
  const isOvertaken = sealed === undefined && isWorse(now, outcome)
  return {
    act: assess,
    asOf,
    lawBase,
    isOtherBase: lawBase !== LAW_BASE,
    outcome,
    word,
    isAsserted: sealed !== undefined,
    differs: differs === true,
    isOvertaken,
    fellAway: isOvertaken ? keptFrom : [],
    ...(now === undefined ? {} : { now }),
  }
}

/** Another reading of the law stops nothing; that the conditions are not met, or cannot be said to be, is worse. */
const isWorse = (now: Answered | undefined, signed: Answered): boolean =>
  now === 'not-satisfied'
    ? signed !== 'not-satisfied'
    : now === 'unknown' && (signed === 'satisfied' || signed === 'disputed')
