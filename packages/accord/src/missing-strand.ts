import type { Crypto } from '@entente/log'
import { kindOf } from './act.ts'
import type { Charter } from './charter.ts'
import { AccordError } from './error.ts'
import type { PartyId } from './id.ts'
import { createStrandReader } from './strand.ts'

/** The entries of the strands that a bundle does have. */
type Held = ReadonlyMap<PartyId, readonly Uint8Array[]>

/** Refuses a bundle that leaves a strand out, naming an act of it on which others rest if there is one. */
export function missingStrand(
  charter: Charter,
  party: PartyId,
  held: Held,
  crypto: Crypto,
): AccordError {
  const acts = [...held].flatMap(([id, entries]) => readable(charter, id, entries, crypto))
  const here = new Set<string>(acts.map(({ id }) => id))
  const act = acts
    .flatMap((logged) => (logged.act ? kindOf(logged.act).refersTo(logged.act) : []))
    .find((id) => !here.has(id))
  return new AccordError('strand.missing', `expected a strand of ${party}, got none`, {
    place: { party, index: 0, ...(act !== undefined && { act }) },
  })
}

/** What can be read of a strand, as far as it can. */
function readable(
  charter: Charter,
  party: PartyId,
  entries: readonly Uint8Array[],
  crypto: Crypto,
) {
  const reader = createStrandReader(charter, party, crypto)
  try {
    for (const entry of entries) reader.append(entry)
  } catch (error) {
    // The bundle is refused in any case; this only looks for a better reason.
    if (!(error instanceof AccordError)) throw error
  }
  return reader.strand().acts
}
