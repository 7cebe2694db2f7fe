import {
  AccordError,
  createStrandReader,
  type AccordErrorCode,
  type Charter,
  type Logged,
  type PartyId,
} from '@entente/accord'
import { createTree, leafHash, toHex, type Crypto, type Tree } from '@entente/log'
import type { NoteReader, StrandNote } from './note.ts'
import type { CaseStore, StoredTree, StrandName } from './store.ts'

type StrandReader = ReturnType<typeof createStrandReader>

/** How the stored entries of a strand differ from what its log signed for them. */
export type Damage = { readonly size: string; readonly expected: string; readonly got: string }

/** One party's strand as this node keeps it: its own, or a mirror of another's. */
export type HeldStrand = {
  readonly name: StrandName
  readonly tree: () => Tree
  readonly reader: () => StrandReader
  readonly entries: () => readonly Uint8Array[]
  readonly logged: () => readonly Logged[]
  /** Own strand: the latest checkpoint that this node signed. */
  readonly signed: () => StrandNote | undefined
  /** The latest tree that the quorum cosigned. */
  readonly witnessed: () => StoredTree | undefined
  /** Where the stored entries are not those that were signed for. */
  readonly damage: () => Promise<Damage | undefined>
  /** Appends one act with the checkpoint that signs for it; an act that counts for nothing is refused. */
  readonly append: (entry: Uint8Array, sign: (tree: Tree) => string) => Promise<Logged>
  /** Takes in entries that a cosigned note vouches for; `root` was compared by the caller. */
  readonly admit: (entries: readonly Uint8Array[], tree: StoredTree) => Promise<void>
  readonly sign: (sign: (tree: Tree) => string) => Promise<void>
  readonly setWitnessed: (tree: StoredTree) => Promise<void>
  /** Drops a mirror, so that it is fetched anew. */
  readonly forget: () => Promise<void>
}

export async function openStrand(
  charter: Charter,
  party: PartyId,
  context: {
    readonly store: CaseStore
    readonly crypto: Crypto
    readonly notes: NoteReader
    readonly isOwn: boolean
  },
): Promise<HeldStrand> {
  const { store, crypto, notes, isOwn } = context
  const name: StrandName = { charter: charter.id, party }
  let entries = [...(await store.entries(name))]
  let witnessed = await store.witnessed(name)
  const stored = await store.signed(name)
  let signed = stored && notes.read(party, stored.note)
  const read = () => {
    const fresh = createStrandReader(charter, party, crypto)
    for (const entry of entries) fresh.append(entry)
    return fresh
  }
  let reader = read()

  const vouched = () => {
    if (isOwn) return signed
    return witnessed && notes.read(party, witnessed.note)
  }
  return {
    name,
    tree: () => reader.tree,
    reader: () => reader,
    entries: () => entries,
    logged: () => reader.strand().acts,
    signed: () => signed,
    witnessed: () => witnessed,
    damage: async () => {
      const note = vouched()
      return note && damageOf(await store.entries(name), note, crypto)
    },
    append: async (entry, sign) => {
      const logged = reader.append(entry)
      try {
        if (logged.void) throw refusal(logged)
        const note = notes.read(party, sign(reader.tree))
        await store.append(name, {
          at: entries.length,
          entries: [entry],
          signed: { size: note.size, note: note.signed },
        })
        entries.push(entry)
        signed = note
        return logged
      } catch (error) {
        // The reader ran ahead of the store: it starts again from what is durable.
        reader = read()
        throw error
      }
    },
    admit: async (added, tree) => {
      const note = notes.read(party, tree.note)
      await store.append(name, {
        at: entries.length,
        entries: added,
        witnessed: tree,
        ...(isOwn ? { signed: { size: note.size, note: note.signed } } : {}),
      })
      for (const entry of added) {
        entries.push(entry)
        reader.append(entry)
      }
      witnessed = tree
      if (isOwn) signed = note
    },
    sign: async (sign) => {
      const note = notes.read(party, sign(reader.tree))
      await store.setSigned(name, { size: note.size, note: note.signed })
      signed = note
    },
    setWitnessed: async (tree) => {
      await store.setWitnessed(name, tree)
      witnessed = tree
    },
    forget: async () => {
      await store.forget(name)
      entries = []
      witnessed = undefined
      reader = read()
    },
  }
}

function damageOf(
  entries: readonly Uint8Array[],
  note: StrandNote,
  { sha256 }: Crypto,
): Damage | undefined {
  const tree = createTree(sha256)
  for (const entry of entries) tree.append(leafHash(sha256, entry))
  const expected = toHex(note.root)
  const got = toHex(tree.root())
  if (entries.length === note.size && got === expected) return undefined
  return { size: String(note.size), expected, got }
}

/** The reason for which a strand would count the act for nothing, as a refusal. */
function refusal({ void: reason, id, index, party }: Logged): AccordError {
  const code = (reason?.code ?? 'act.malformed') as AccordErrorCode
  return new AccordError(code, reason?.message ?? 'expected an act that counts', {
    place: { party, index, act: id },
  })
}
