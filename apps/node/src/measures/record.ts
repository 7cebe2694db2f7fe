import type { Act, ActId, NationMeasure, PartyId } from '@entente/accord'
import { LAW_BASE } from '@entente/law'
import type { CaseFile } from '../federation/index.ts'
import type { AssessedView } from './api.ts'
import type { Answer, Answered } from './assessed.ts'

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

type Assess = Extract<Act, { kind: 'assess' }>

/** A nation's latest assessment; undefined where it signed none. */
export function findAssess(
  record: readonly OnRecord[],
  { assess }: Pick<NationMeasure, 'assess'>,
): Assess | undefined {
  const act = record.find(({ id }) => id === assess)?.act
  return act?.kind === 'assess' ? act : undefined
}

/** A nation's latest assessment as it signed it, beside what the engine answers now: with what stays at home, or without. */
export function assessedView(
  record: readonly OnRecord[],
  nation: Pick<NationMeasure, 'assess'>,
  answer: Answer | undefined,
  { withHome = false } = {},
): AssessedView | undefined {
  const act = findAssess(record, nation)
  const { assess } = nation
  if (assess === undefined || !act) return undefined
  const now = answer?.value
  const { asOf, lawBase, outcome, word, sealed, differs } = act
  // Without the facts that stay at home nobody can tell.
  const isOvertaken = (sealed === undefined || withHome) && isWorse(now, outcome)
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
    fellAway: isOvertaken ? (answer?.keptFrom() ?? []) : [],
    ...(now === undefined ? {} : { now }),
  }
}

/** Another reading of the law stops nothing; that the conditions are not met, or cannot be said to be, is worse. */
const isWorse = (now: Answered | undefined, signed: Answered): boolean =>
  now === 'not-satisfied'
    ? signed !== 'not-satisfied'
    : now === 'unknown' && (signed === 'satisfied' || signed === 'disputed')
