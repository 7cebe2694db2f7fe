import { cutName, PartyId, type CharterFrame } from '@entente/accord'
import { fromBase64 } from '@entente/log'
import { z } from 'zod'
import type { Closings } from './closings.ts'
import type { Witness } from './witness.ts'

/** What a witness says of a whole cut: its cosignature, or the trees of which it knows others, and how large they are. */
export const Vouched = z.union([
  // With ML-DSA-44 a line has 3,240 characters and its witness's name.
  z.strictObject({ line: z.string().max(4_096) }),
  z.strictObject({
    others: z
      .array(z.strictObject({ party: PartyId, size: z.int().nonnegative() }))
      .min(1)
      .max(64),
  }),
])
export type Vouched = z.infer<typeof Vouched>

/** Asks this witness for one cosignature over the cut; undefined where it is no witness of that case. */
export async function vouchFor(
  { parties, ...charter }: CharterFrame,
  cut: Closings['cut'],
  witness: Witness,
): Promise<Vouched | undefined> {
  const heads = parties.map(({ id, origin }) => {
    const { size, root } = cut[id]!
    return { origin, size, root: fromBase64(root) }
  })
  const vouched = await witness.vouch(cutName(charter), heads)
  if (!vouched || 'line' in vouched) return vouched
  const others = vouched.others.map(({ origin, size }) => ({
    party: parties.find((party) => party.origin === origin)!.id,
    size,
  }))
  return { others }
}
