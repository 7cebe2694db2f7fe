import { z } from 'zod'
import { Head, PartyId } from '@entente/accord'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles, Peer } from './case-files.ts'
import type { Source } from './fetch-entries.ts'
import type { Told } from './tell.ts'

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** What a node says of a case: its cut, what it computed from it, and since when it runs. */
export const Heads = z.strictObject({
  startedAt: z.string().max(40),
  cut: z.record(PartyId, Head),
  /** Absent where the node does not know the rules of the case. */
  digest: Digest.exactOptional(),
})
export type Heads = z.infer<typeof Heads>

/** The peer's cut and state digest; undefined where it gives none that can be read. */
export async function readHeads({ get }: Source): Promise<Heads | undefined> {
  const answer = await get('state', 64 * 1024)
  if (answer.status !== 200) return undefined
  try {
    const read = Heads.safeParse(JSON.parse(answer.text()))
    return read.success ? read.data : undefined
  } catch {
    // Not JSON: the peer's strand is read without this hint.
    return undefined
  }
}

const MISMATCH = 'state.mismatch'

/** The peer computes the same: whatever was told of another state is over. */
export const sameAgain = ({ party }: Peer): Told => ({
  code: MISMATCH,
  party,
  message: `expected ${party} to compute the same state, and it does`,
  evidence: {},
  isOver: true,
})

/**
 * Same cut, same state, on every node. True where it is so, undefined while the cuts differ;
 * where it is not so, an alarm is raised and nothing is merged.
 */
export async function compareState(
  file: MirroredCase,
  { peer, heads, raise }: { peer: Peer; heads: Heads | undefined; raise: HeldCaseFiles['raise'] },
): Promise<boolean | undefined> {
  if (!heads?.digest) return undefined
  const { cut, digest } = file.heads()
  if (digest === undefined) return undefined
  const isSameSizes = file.charter.parties.every(({ id }) => heads.cut[id]?.size === cut[id]?.size)
  if (!isSameSizes) return undefined
  if (heads.digest === digest) return true
  const differing = file.charter.parties.filter(({ id }) => heads.cut[id]?.root !== cut[id]?.root)
  await raise(file.charter.id, {
    code: MISMATCH,
    party: peer.party,
    message: `expected ${peer.party} to compute the same state from strands of the same sizes, got another`,
    evidence: {
      expected: digest,
      got: heads.digest,
      cut: JSON.stringify(cut),
      differing: differing.map(({ id }) => id).join(' ') || 'none: the same cut',
    },
  })
  return false
}
