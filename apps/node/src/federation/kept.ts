import type { PartyId } from '@entente/accord'
import { toHex, type Crypto } from '@entente/log'
import { noteSeenAt } from './ask-first.ts'
import type { MirroredCase } from './case-file.ts'
import { PeerProblem } from './client.ts'
import { BUNDLE, fetchEntries, PeerFault, type Source } from './fetch-entries.ts'
import type { Outside } from './outside.ts'
import { fetchAttachments, hashesOf } from './pull.ts'
import type { CaseStore } from './store.ts'
import type { Seen } from './witness.ts'

/**
 * In the place of what a witness cosigned it cosigns nothing else any more. Should the author's disk be lost before
 * the quorum cosigned it, the strand stands still unless somebody has the entries: so a witness that is a party of
 * the case takes them from the author's node before it cosigns, and gives them back to a node that lost them.
 */

/** Entries ahead of what counts that a witness keeps of one strand, at most. */
const MOST_KEPT = BUNDLE
/** Milliseconds for each answer of the author's node: the cosignature waits no longer. */
export const KEEPING_TIMEOUT = 1_500

export type Keeping = {
  readonly file: MirroredCase
  readonly party: PartyId
  readonly source: Source
  readonly store: CaseStore
  readonly crypto: Crypto
}

/** Keeps the entries of a tree that is about to be cosigned, as far as they are to be had. */
export async function keepEntries(
  { size, root }: Pick<Seen, 'size' | 'root'>,
  { file, party, source, store, crypto }: Keeping,
): Promise<void> {
  const strand = file.strand(party)
  const from = strand.tree().size
  if (size <= from || size - from > MOST_KEPT || strand.quota.isSpent()) return
  try {
    const known = await store.kept(strand.name, { from, to: size })
    const at = from + known.length
    if (at === size) return
    const held = [...strand.entries().slice(0, from), ...known]
    const entries = await fetchEntries(party, { source, from: at, size, held, crypto })
    // Meanwhile the strand may have grown by some of them.
    const beyond = [...known, ...entries].slice(strand.tree().size - from)
    const got = strand.tree().rootWith(hashesOf(beyond, crypto))
    if (toHex(got) !== toHex(root)) return
    await fetchAttachments(file, party, { source, added: entries, crypto })
    await store.keep(strand.name, { at, entries })
  } catch (error) {
    if (!(error instanceof PeerProblem) && !(error instanceof PeerFault)) throw error
  }
}

/**
 * Brings back entries of this node's own strand that its store lost and no quorum cosigned, from a witness that
 * kept them. They are its own: its log signed the tree that they give. True where some came back.
 */
export async function recoverOwn(
  file: MirroredCase,
  party: PartyId,
  { source, crypto, outside }: { source: Source; crypto: Crypto; outside: Outside },
): Promise<boolean> {
  const strand = file.strand(party)
  const note = await noteSeenAt(source.peer.url, party, { notes: file.notes, outside })
  const from = strand.tree().size
  if (!note || note.size <= from) return false
  const added = await fetchEntries(party, { source, from, size: note.size, crypto }).catch(
    (error: unknown) => {
      // A witness that never had them is not to blame.
      if (error instanceof PeerFault) return []
      throw error
    },
  )
  const got = strand.tree().rootWith(hashesOf(added, crypto))
  if (toHex(got) !== toHex(note.root)) return false
  await fetchAttachments(file, party, { source, added, crypto })
  await strand.recover(added, note)
  file.changed()
  return true
}
