import type { ActId, PartyId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import type { Removed } from '../intelligence/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { RecallView } from './api.ts'
import { evidenceOf } from './named.ts'

type File = Pick<CaseFile, 'charter' | 'logged'>

/** As the record has it, whatever of it is held here. */
type Recalled = Omit<RecallView, 'objects'> & {
  readonly objects: readonly Pick<RecallView['objects'][number], 'id' | 'sha256'>[]
}

/** Evidence that parties took back in a case: who said since, by a `receipt` of the taking back, that it is done, and who did not. */
export function recallsOf(file: File): readonly Recalled[] {
  const parties = file.charter.parties.map(({ id }) => id)
  return parties.flatMap((custodian) => {
    const named = Map.groupBy(evidenceOf(file, custodian), ({ act }) => act)
    return file.logged(custodian).flatMap(({ id: act, act: said, void: voided }): Recalled[] => {
      if (said?.kind !== 'evidence-withdraw' || voided) return []
      const objects = named.get(said.of) ?? []
      if (objects.length === 0) return []
      const others = parties.filter((party) => party !== custodian)
      const confirmed = others.flatMap((party) => receiptOf(file, party, act) ?? [])
      const done = new Set(confirmed.map(({ party }) => party))
      return [
        {
          act,
          of: said.of,
          custodian,
          ...(said.reason === undefined ? {} : { reason: said.reason }),
          objects: objects.map(({ id, sha256 }) => ({ id, sha256 })),
          confirmed,
          awaited: others.filter((party) => !done.has(party)),
        },
      ]
    })
  })
}

function receiptOf(
  file: File,
  party: PartyId,
  of: ActId,
): RecallView['confirmed'][number] | undefined {
  for (const { id, act, void: voided } of file.logged(party))
    if (act?.kind === 'receipt' && act.of === of && !voided)
      return {
        party,
        act: id,
        at: act.claimedAt,
        ...(act.remarks === undefined ? {} : { remarks: act.remarks }),
      }
  return undefined
}

/** What a node asks of its store to obey a recall. */
export type Remove = (
  file: File,
  asked: { readonly custodian: PartyId; readonly named: Recalled['objects'] },
) => Promise<Removed>

/** Takes away here what another party took back. Its own party's things are its own to drop. */
export async function obey(
  file: File,
  act: string,
  { self, remove }: { readonly self: PartyId; readonly remove: Remove },
): Promise<Removed> {
  const recall = recallsOf(file).find((one) => one.act === act)
  if (!recall || recall.custodian === self)
    throw new Refusal(
      404,
      'recall.unknown',
      `expected an act by which another party took evidence back in this case, got ${act.slice(0, 100)}`,
    )
  return remove(file, { custodian: recall.custodian, named: recall.objects })
}
