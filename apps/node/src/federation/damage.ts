import { createTree, isEqual, leafHash, TILE_WIDTH, toHex } from '@entente/log'
import type { StrandNote } from './note.ts'
import type { StoredTree, StrandName } from './store.ts'
import type { LogReader, StrandContext } from './strand.ts'

/** How the stored entries of a strand differ from what its log signed for them. */
export type Damage = { readonly size: string; readonly expected: string; readonly got: string }

type Held = {
  readonly reader: LogReader
  readonly signed: StrandNote | undefined
  readonly witnessed: StoredTree | undefined
}

/** Finds where the stored entries of a strand, as it is held at the time, are not those that were signed for. */
export function damageIn(name: StrandName, held: Held, context: StrandContext) {
  const { store, notes, crypto, isOwn } = context
  let turn = 0
  return async (of: 'all' | 'part'): Promise<Damage | undefined> => {
    const vouched = held.witnessed && notes.read(name.party, held.witnessed.note)
    const note = isOwn ? held.signed : vouched
    if (!note) return undefined
    const looked = { note, turn: turn++, tree: held.reader.tree }
    if (of === 'part' && (await isAsRead(name, looked, context))) return undefined
    return damageOf(name, note, { store, crypto })
  }
}

/** Whether the strand in memory is what the note is over, and a part of the stored entries still those it was read from. */
async function isAsRead(
  name: StrandName,
  { note, turn, tree }: { note: StrandNote; turn: number; tree: LogReader['tree'] },
  { store, crypto: { sha256 } }: StrandContext,
): Promise<boolean> {
  const { size } = note
  if (tree.size !== size || !isEqual(tree.root(), note.root)) return false
  if ((await store.size(name)) !== size) return false
  const bundles = Math.ceil(size / TILE_WIDTH)
  for (const bundle of size === 0 ? [] : new Set([bundles - 1, turn % bundles])) {
    const from = bundle * TILE_WIDTH
    const entries = await store.entries(name, { from, to: Math.min(from + TILE_WIDTH, size) })
    const isSame = (entry: Uint8Array, at: number) =>
      isEqual(leafHash(sha256, entry), tree.subtreeHash(0, from + at))
    if (entries.length !== Math.min(TILE_WIDTH, size - from) || !entries.every(isSame)) return false
  }
  return true
}

/** Entries that are read at once: the whole of a long strand would be held twice. */
const READ = 16 * TILE_WIDTH

async function damageOf(
  name: StrandName,
  note: StrandNote,
  { store, crypto: { sha256 } }: Pick<StrandContext, 'store' | 'crypto'>,
): Promise<Damage | undefined> {
  const tree = createTree(sha256)
  for (let from = 0; tree.size === from; from += READ)
    for (const entry of await store.entries(name, { from, to: from + READ }))
      tree.append(leafHash(sha256, entry))
  const expected = toHex(note.root)
  const got = toHex(tree.root())
  if (tree.size === note.size && got === expected) return undefined
  return { size: String(note.size), expected, got }
}
