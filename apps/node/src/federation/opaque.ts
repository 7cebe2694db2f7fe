import { AccordError, MOST_ENTRY_BYTES, RULES, type Logged, type PartyId } from '@entente/accord'
import { createTree, leafHash, toBase64, toHex, type Crypto } from '@entente/log'
import type { LogReader } from './strand.ts'

/** Reads a strand under rules that this node does not know: its tree grows, and what its entries say is left unread. */
export function createOpaqueReader(
  party: PartyId,
  { rules, crypto: { sha256 } }: { readonly rules: string; readonly crypto: Crypto },
): LogReader {
  const tree = createTree(sha256)
  const acts: Logged[] = []
  const check = (entry: Uint8Array): Logged => {
    if (entry.length > MOST_ENTRY_BYTES)
      throw new AccordError(
        'envelope.too-large',
        `expected at most ${MOST_ENTRY_BYTES} bytes, got ${entry.length}`,
        { place: { party, index: acts.length } },
      )
    const id = `sha256:${toHex(sha256(entry))}` as Logged['id']
    const message = `expected a case under ${RULES}, got one under ${rules}`
    return {
      id,
      party,
      index: acts.length,
      keyids: [],
      void: { code: 'charter.unknown-rules', message },
    }
  }
  return {
    party,
    tree,
    check,
    append: (entry) => {
      const logged = check(entry)
      tree.append(leafHash(sha256, entry))
      acts.push(logged)
      return logged
    },
    strand: (size = acts.length) => ({
      party,
      root: toBase64(tree.root(size)),
      acts: acts.slice(0, size),
    }),
  }
}
