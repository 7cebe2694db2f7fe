import { setImmediate } from 'node:timers/promises'
import {
  AccordError,
  type AccordErrorCode,
  type CharterFrame,
  type Logged,
  type PartyId,
  type StrandReader,
} from '@entente/accord'
import type { Crypto, Tree } from '@entente/log'
import { inTurn } from '../platform/turn.ts'
import { damageIn, type Damage } from './damage.ts'
import type { NoteReader, StrandNote } from './note.ts'
import type { Quota } from './quota.ts'
import type { CaseStore, StoredTree, StrandName } from './store.ts'

/** Makes the log's signed note over a tree. */
export type SignTree = (tree: Tree) => string

/** What reads a strand: by the rules of its case, or, where these are not known, as a log and no more. */
export type LogReader = Pick<StrandReader, 'party' | 'tree' | 'append' | 'check' | 'strand'>

/** One party's strand as this node keeps it: its own, or a mirror of another's. */
export type HeldStrand<R extends LogReader = LogReader> = {
  readonly name: StrandName
  readonly tree: () => Tree
  readonly reader: () => R
  readonly entries: () => readonly Uint8Array[]
  readonly logged: () => readonly Logged[]
  /** Own strand: the latest checkpoint that this node signed. */
  readonly signed: () => StrandNote | undefined
  /** The latest tree that the quorum cosigned. */
  readonly witnessed: () => StoredTree | undefined
  /**
   * Where the stored entries are not those that were signed for: all of them, or in part, which takes the same
   * time however many there are: their number, the last bundle, and of the earlier bundles the next in turn.
   */
  readonly damage: (of: 'all' | 'part') => Promise<Damage | undefined>
  /** What `append` would take in; refuses what it would refuse. */
  readonly check: (entry: Uint8Array) => Logged
  /** Appends one act with the checkpoint that signs for it; an act that counts for nothing is refused. */
  readonly append: (entry: Uint8Array, sign: SignTree) => Promise<Logged>
  /** Takes in entries that a cosigned note vouches for; the caller compared the root. */
  readonly admit: (entries: readonly Uint8Array[], tree: StoredTree) => Promise<void>
  /** Own strand: takes in entries that its store lost, up to a checkpoint that its log signed. */
  readonly recover: (entries: readonly Uint8Array[], note: StrandNote) => Promise<void>
  readonly sign: (sign: SignTree) => Promise<void>
  readonly setWitnessed: (tree: StoredTree) => Promise<void>
  /** Drops a mirror, so that it is fetched anew. */
  readonly forget: () => Promise<void>
  /** What this node's witness kept of it beyond that, up to that size. */
  readonly kept: (size: number) => Promise<readonly Uint8Array[]>
  /** How much of a mirror is taken in; its own party's strand has none. */
  readonly quota: Quota
  /** What is read from several peers at once is taken in one after the other. */
  readonly inTurn: ReturnType<typeof inTurn>
}

export type StrandContext<R extends LogReader = LogReader> = {
  readonly charter: Pick<CharterFrame, 'id'>
  /** Begins to read a strand. */
  readonly begin: (party: PartyId) => R
  readonly store: CaseStore
  readonly crypto: Crypto
  readonly notes: NoteReader
  readonly isOwn: boolean
  readonly quota: Quota
  /** Another holds the strand now: what was on its way to this one is taken in there. */
  readonly isRetired?: () => boolean
}

/** What is held in memory of a strand; the store has all of it. */
type Held<R extends LogReader> = {
  reader: R
  entries: Uint8Array[]
  signed: StrandNote | undefined
  witnessed: StoredTree | undefined
}

/** Reads a strand from the store, act by act. */
export async function openStrand<R extends LogReader>(
  party: PartyId,
  context: StrandContext<R>,
): Promise<HeldStrand<R>> {
  const { charter, store, notes } = context
  const name: StrandName = { charter: charter.id, party }
  const signed = await store.signed(name)
  const held: Held<R> = {
    ...read(name, await store.entries(name), context),
    signed: signed && notes.read(party, signed.note),
    witnessed: await store.witnessed(name),
  }
  return {
    name,
    tree: () => held.reader.tree,
    reader: () => held.reader,
    entries: () => held.entries,
    logged: () => held.reader.strand().acts,
    signed: () => held.signed,
    witnessed: () => held.witnessed,
    kept: (size) => store.kept(name, { from: held.entries.length, to: size }),
    quota: context.quota,
    inTurn: inTurn(),
    damage: damageIn(name, held, context),
    ...writing(name, held, context),
    ...takingIn(name, held, context),
  }
}

function writing<R extends LogReader>(name: StrandName, held: Held<R>, context: StrandContext<R>) {
  const { store, notes } = context
  const { party } = name
  const again = (entries: readonly Uint8Array[]) =>
    Object.assign(held, read(name, entries, context))
  return {
    check: (entry: Uint8Array) => checked(held.reader, entry),
    append: async (entry: Uint8Array, sign: SignTree) => {
      checked(held.reader, entry)
      const at = held.entries.length
      const logged = held.reader.append(entry)
      try {
        const note = notes.read(party, sign(held.reader.tree))
        const signed = { size: note.size, note: note.signed }
        await store.append(name, { at, entries: [entry], signed })
        held.entries.push(entry)
        held.signed = note
        return logged
      } catch (error) {
        // The reader ran ahead of the store: it starts again from what is durable.
        again(held.entries)
        throw error
      }
    },
    sign: async (sign: SignTree) => {
      const note = notes.read(party, sign(held.reader.tree))
      await store.setSigned(name, { size: note.size, note: note.signed })
      held.signed = note
    },
    setWitnessed: async (tree: StoredTree) => {
      await store.setWitnessed(name, tree)
      held.witnessed = tree
    },
    forget: async () => {
      await store.forget(name)
      held.witnessed = undefined
      again([])
    },
  }
}

/** What others give: of a mirror, or of what this node's own store lost. */
function takingIn<R extends LogReader>(
  name: StrandName,
  held: Held<R>,
  context: StrandContext<R>,
): Pick<HeldStrand, 'admit' | 'recover'> {
  const { store, notes, isOwn } = context
  const takeIn = async (
    added: readonly Uint8Array[],
    note: StrandNote,
    tree: { readonly witnessed?: StoredTree },
  ) => {
    const at = held.entries.length
    const signed = isOwn ? { signed: { size: note.size, note: note.signed } } : {}
    try {
      await appendAll(held.reader, added)
      await store.append(name, { at, entries: added, ...tree, ...signed })
    } catch (error) {
      Object.assign(held, read(name, held.entries, context))
      throw error
    }
    held.entries.push(...added)
    if (isOwn) held.signed = note
  }
  return {
    admit: async (added, tree) => {
      if (context.isRetired?.()) return
      await takeIn(added, notes.read(name.party, tree.note), { witnessed: tree })
      held.witnessed = tree
    },
    recover: (added, note) => takeIn(added, note, {}),
  }
}

/** A long strand takes seconds to read: others are answered meanwhile. */
async function appendAll(reader: LogReader, entries: readonly Uint8Array[]): Promise<void> {
  for (const [done, entry] of entries.entries()) {
    if (done % 256 === 255) await setImmediate()
    reader.append(entry)
  }
}

/** Reads as far as the entries can be read: what an edited store holds after that is not shown. */
function read<R extends LogReader>(
  { party }: StrandName,
  stored: readonly Uint8Array[],
  { begin }: Pick<StrandContext<R>, 'begin'>,
): Pick<Held<R>, 'reader' | 'entries'> {
  const reader = begin(party)
  const entries: Uint8Array[] = []
  for (const entry of stored) {
    try {
      reader.append(entry)
    } catch (error) {
      if (error instanceof AccordError) break
      throw error
    }
    entries.push(entry)
  }
  return { reader, entries }
}

/** What the strand would make of the act; refused where it would count it for nothing. */
function checked(reader: LogReader, entry: Uint8Array): Logged {
  const logged = reader.check(entry)
  if (logged.void) throw refusal(logged)
  return logged
}

/** The reason for which a strand would count the act for nothing, as a refusal. */
function refusal({ void: reason, id, index, party }: Logged): AccordError {
  const code = (reason?.code ?? 'act.malformed') as AccordErrorCode
  return new AccordError(code, reason?.message ?? 'expected an act that counts', {
    place: { party, index, act: id },
  })
}
