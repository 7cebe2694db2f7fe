import { roundsIn, type PartyId } from '@entente/accord'
import type { SoundingItem } from '../api.ts'
import type { CaseFile } from '../federation/index.ts'

/**
 * Rounds of other parties that this one has not answered: the last of each party on a step, until a
 * text of that step is adopted.
 */
export function soundingItems(files: readonly CaseFile[], party: PartyId): SoundingItem[] {
  return files.flatMap((file) => {
    const adopted = new Set(
      file
        .state()
        .state.steps.filter(({ versions }) => versions.some((one) => one.adopted.length > 0))
        .map(({ id }) => id),
    )
    const rounds = roundsIn(file.charter.parties.flatMap(({ id }) => file.logged(id)))
    const last = new Map(rounds.map((round) => [`${round.party} ${round.asks.step.id}`, round]))
    return [...last.values()]
      .filter(
        ({ party: by, asks, answered }) =>
          by !== party &&
          !adopted.has(asks.step.id) &&
          !answered.some((one) => one.party === party),
      )
      .map(({ id, party: by, asks }) => ({
        case: file.charter.id,
        caseTitle: file.charter.title,
        round: id,
        by,
        byName: file.charter.parties.find((one) => one.id === by)?.name ?? by,
        step: asks.step.id,
        stepKind: asks.step.kind,
        title: asks.text.title,
        ...(asks.hopedBy !== undefined && { hopedBy: asks.hopedBy }),
      }))
  })
}
