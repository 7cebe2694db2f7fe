import { roundsAwait, roundsIn, type PartyId, type Round } from '@entente/accord'
import type { SoundingItem } from '../api.ts'
import type { CaseFile } from '../federation/index.ts'

/** A round that was asked, and its place among those that its party asked on its step: the first is 0. */
export type AskedRound = Round & { readonly nth: number }

/** Rounds of a case in which others await an answer of this party. */
export function roundsAwaiting(file: CaseFile, party: PartyId): readonly AskedRound[] {
  const { parties } = file.charter
  const acts = parties.flatMap(({ id }) => file.logged(id))
  const { steps, left: leaves = [] } = file.state().state
  const left = acts.flatMap((act) => (leaves.includes(act.id) ? [act.party] : []))
  const rounds = roundsIn(acts)
  const awaits = roundsAwait(rounds, { parties, steps, left })
  return rounds
    .map((round, at) => ({ ...round, nth: rounds.slice(0, at).filter(isOf(round)).length }))
    .filter(({ id }) => awaits.get(id)?.from.includes(party))
}

const isOf = (round: Round) => (other: Round) =>
  other.party === round.party && other.asks.step.id === round.asks.step.id

/** Rounds of other parties that await an answer of this one. */
export function soundingItems(files: readonly CaseFile[], party: PartyId): SoundingItem[] {
  return files.flatMap((file) =>
    roundsAwaiting(file, party).map(({ id, party: by, asks }) => ({
      case: file.charter.id,
      caseTitle: file.charter.title,
      round: id,
      by,
      byName: file.charter.parties.find((one) => one.id === by)?.name ?? by,
      step: asks.step.id,
      stepKind: asks.step.kind,
      title: asks.text.title,
      ...(asks.hopedBy !== undefined && { hopedBy: asks.hopedBy }),
    })),
  )
}
