import { toBase64, toUtf8, type Sha256 } from '@entente/log'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import type { Charter, Head } from './charter.ts'
import { AccordError } from './error.ts'
import { bounded, type CharterId, type PartyId } from './id.ts'

/** The most timestamps that one bundle carries, and the base64 characters of the longest token (65,536 bytes). */
export const MOST_TIMESTAMPS = 100
const MOST_TOKEN = 87_384

/**
 * A timestamp as a bundle carries it: over how many acts of each strand it was asked, with which nonce, and
 * the authority's token (RFC 3161). No decision reads it.
 */
export const Timestamp = z.strictObject({
  sizes: z.record(bounded(8), z.int().nonnegative()),
  /** Eight bytes in lower-case hexadecimal. */
  nonce: z.string().regex(/^[0-9a-f]{16}$/),
  /** base64 of the DER of the token. */
  token: bounded(MOST_TOKEN),
})
export type Timestamp = z.infer<typeof Timestamp>

/** A timestamp with the hash that its token has to be over, computed from the strands. The token itself is not proved. */
export type Timestamped = {
  readonly sizes: Readonly<Record<PartyId, number>>
  /** SHA-256. */
  readonly imprint: Uint8Array
  readonly nonce: string
  readonly token: Uint8Array
}

/** What an authority is asked to have seen: the hash of a case's cut, which says nothing of what is in it. */
export const cutImprint = (
  charter: CharterId,
  cut: Readonly<Record<PartyId, Head>>,
  sha256: Sha256,
): Uint8Array => sha256(toUtf8(canonical({ charter, cut })))

/** The tree of one strand, of which earlier roots can be computed. */
type Grown = {
  readonly party: PartyId
  readonly tree: { readonly size: number; readonly root: (size?: number) => Uint8Array }
}

/**
 * The hash that a timestamp has to be over. Throws `bundle.timestamp` where its sizes are not a cut of these
 * strands.
 */
export function timestampImprint(
  { id, parties }: Pick<Charter, 'id' | 'parties'>,
  strands: readonly Grown[],
  sizes: Timestamp['sizes'],
  sha256: Sha256,
): Uint8Array {
  const isCut =
    Object.keys(sizes).length === parties.length &&
    strands.every(({ party, tree }) => (sizes[party] ?? Number.POSITIVE_INFINITY) <= tree.size)
  if (!isCut)
    throw new AccordError(
      'bundle.timestamp',
      `expected a timestamp over a cut of these strands, got one over ${JSON.stringify(sizes).slice(0, 200)}`,
    )
  const heads = strands.map(({ party, tree }) => {
    const size = sizes[party]!
    return [party, { size, root: toBase64(tree.root(size)) }] as const
  })
  return cutImprint(id, Object.fromEntries(heads) as Record<PartyId, Head>, sha256)
}
