import { roundsAwait, roundsIn, type PartyId } from '@entente/accord'
import type { SoundingItem } from '../api.ts'
import type { CaseFile } from '../federation/index.ts'

/** Rounds of other parties that await an answer of this one. */
export function soundingItems(files: readonly CaseFile[], party: PartyId): SoundingItem[] {
  return files.flatMap((file) => {
    const { parties } = file.charter
    const acts = parties.flatMap(({ id }) => file.logged(id))
    const { steps, left: leaves = [] } = file.state().state
    const left = acts.flatMap((act) => (leaves.includes(act.id) ? [act.party] : []))
    const rounds = roundsIn(acts)
    const awaits = roundsAwait(rounds, { parties, steps, left })
    return rounds
      .filter(({ id }) => awaits.get(id)?.from.includes(party))
      .map(({ id, party: by, asks }) => ({
        case: file.charter.id,
        caseTitle: file.charter.title,
        round: id,
        by,
        byName: parties.find((one) => one.id === by)?.name ?? by,
        step: asks.step.id,
        stepKind: asks.step.kind,
        title: asks.text.title,
        ...(asks.hopedBy !== undefined && { hopedBy: asks.hopedBy }),
      }))
  })
}
