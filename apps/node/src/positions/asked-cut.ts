import { PartyId } from '@entente/accord'
import type { CaseFile } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'

export type Sizes = Readonly<Record<PartyId, number>>

/** How many acts of each strand are asked for: `XA:3,XB:2`, every party of the case once, as in `cut` of a certificate. */
export function askedCut({ charter, final }: CaseFile, text: string): Sizes {
  const ids = charter.parties.map(({ id }) => id)
  const sizes = new Map<PartyId, number>()
  for (const part of text.split(',', ids.length + 1)) {
    const [, id, size] = /^([A-Z]{2}):(\d{1,15})$/.exec(part) ?? []
    const party = PartyId.safeParse(id).data
    if (party && ids.includes(party)) sizes.set(party, Number(size))
  }
  const missing = ids.find((id) => !sizes.has(id))
  if (missing !== undefined || sizes.size !== text.split(',').length)
    throw new Refusal(
      400,
      'cut.malformed',
      `expected a size of each party of the case once (${ids.map((id) => `${id}:0`).join(',')}), got ${text.slice(0, 200)}`,
    )
  const held = final()
  const beyond = ids.find((id) => sizes.get(id)! > (held[id] ?? 0))
  if (beyond !== undefined)
    throw new Refusal(
      425,
      'cut.beyond',
      `expected ${sizes.get(beyond)!} acts of ${beyond} that the quorum cosigned, got ${held[beyond] ?? 0}`,
    )
  return Object.fromEntries(sizes) as Sizes
}
