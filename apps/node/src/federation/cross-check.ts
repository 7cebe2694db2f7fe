import type { PartyId } from '@entente/accord'
import { toBase64, type Crypto } from '@entente/log'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'
import { PeerFault, type Source } from './fetch-entries.ts'
import { holdAgainst } from './hold-against.ts'
import { pullStrand } from './pull.ts'
import type { Heads } from './state-digest.ts'
import type { Dealing } from './watched.ts'

export type CrossChecked = {
  readonly source: Source
  readonly heads: Heads
  readonly self: PartyId
  readonly crypto: Crypto
  readonly files: Pick<HeldCaseFiles, 'party' | 'raise'>
  readonly dealingOf: (party: PartyId) => Dealing
  /** Milliseconds on the timers' scale: when the peer is asked again about what it has and others have not. */
  readonly later: number
}

/**
 * Compares what a peer holds of every third party's strand with what is held here. Who shows each of
 * two peers another history is found as soon as these two compare; who shows one of them less than the
 * other is asked once more, and then read from whoever has more.
 */
export async function crossCheck(file: MirroredCase, checked: CrossChecked): Promise<void> {
  const { source, heads, self, dealingOf } = checked
  for (const { id: party } of file.charter.parties) {
    const head = heads.cut[party]
    if (!head || party === self || party === source.peer.party) continue
    const tree = file.strand(party).tree()
    if (head.size <= tree.size) {
      if (toBase64(tree.root(head.size)) !== head.root) await takeFrom(file, party, checked)
      continue
    }
    const dealing = dealingOf(party)
    if (dealing.told?.isAsked) await takeStale(file, party, checked)
    // Its own node has the first word, at once, and this peer the second, a little later: never again and again.
    if (!dealing.told) dealing.due = 0
    dealing.told = dealing.told?.isAsked ? undefined : { size: head.size, isAsked: false }
    const here = dealingOf(source.peer.party)
    here.due = Math.min(here.due, checked.later)
  }
}

/** What the party's own node did not show when it was asked, another has. */
async function takeStale(file: MirroredCase, party: PartyId, checked: CrossChecked): Promise<void> {
  const strand = file.strand(party)
  const here = strand.witnessed()?.note ?? ''
  if (!(await takeFrom(file, party, checked))) return
  const from = checked.source.peer.party
  await checked.files.raise(file.charter.id, {
    code: 'strand.stale',
    party,
    message: `expected ${party}'s node to show what ${from} has of its strand, got an older tree`,
    evidence: { from, here, there: strand.witnessed()?.note ?? '' },
  })
}

/** Reads the strand from the peer; what speaks against its party and not against the peer is raised here. */
async function takeFrom(
  file: MirroredCase,
  party: PartyId,
  { source, crypto, files }: CrossChecked,
): Promise<boolean> {
  try {
    return await pullStrand(file, party, { source, crypto })
  } catch (error) {
    if (!(error instanceof PeerFault) || error.party !== party) throw error
    await holdAgainst(file, error, files)
    return false
  }
}
