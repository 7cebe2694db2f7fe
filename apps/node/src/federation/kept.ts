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
 * In the place of what a witness cosigned it cosigns nothing else any more: not in this strand, and not over a cut with less of it.
 * Should nobody have the entries, then the strand stands still, and with it every certificate of the case. So a witness that is a
 * party of the case cosigns only what it has: it takes the entries from the author's node, and gives them back to one that lost them.
 */

/** Entries ahead of what counts that a witness keeps of one strand, at most. */
const MOST_KEPT = BUNDLE
/** Milliseconds for each answer of the author's node: it brings the checkpoint again if that is too short. */
export const KEEPING_TIMEOUT = 3_000

export type Keeping = {
  readonly file: MirroredCase
  readonly party: PartyId
  readonly source: Source
  readonly store: CaseStore
  readonly crypto: Crypto
}

/** Keeps the entries of a tree that is about to be cosigned; true where they are here then, or are more than are kept ahead. */
export async function keepEntries(
  { size, root }: Pick<Seen, 'size' | 'root'>,
  { file, party, source, store, crypto }: Keeping,
): Promise<boolean> {
  const strand = file.strand(party)
  const from = strand.tree().size
  if (size <= from) return toHex(strand.tree().root(size)) === toHex(root)
  if (size - from > MOST_KEPT || strand.quota.isSpent()) return true
  try {
    const known = await store.kept(strand.name, { from, to: size })
    const at = from + known.length
    const held = [...strand.entries().slice(0, from), ...known]
    const entries =
      at < size ? await fetchEntries(party, { source, from: at, size, held, crypto }) : []
    // Meanwhile the strand may have grown by some of them.
    const beyond = [...known, ...entries].slice(strand.tree().size - from)
    const got = strand.tree().rootWith(hashesOf(beyond, crypto))
    if (toHex(got) !== toHex(root)) return false
    if (entries.length === 0) return true
    await fetchAttachments(file, party, { source, added: entries, crypto })
    await store.keep(strand.name, { at, entries })
    return true
  } catch (error) {
    if (!(error instanceof PeerProblem) && !(error instanceof PeerFault)) throw error
    return false
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
