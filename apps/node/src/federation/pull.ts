import {
  AccordError,
  attachmentId,
  MOST_ATTACHMENT_BYTES,
  type CharterId,
  type PartyId,
} from '@entente/accord'
import { createTree, leafHash, toBase64, toHex, type Crypto, type Signer } from '@entente/log'
import { seconds, type Clock } from '../platform/clock.ts'
import {
  assertServed,
  BUNDLE,
  fetchEntries,
  fetchHashes,
  MANY,
  PeerFault,
  type Source,
} from './fetch-entries.ts'
import type { MirroredCase } from './case-file.ts'
import type { Peer } from './case-files.ts'
import { NOTE_LIMIT, type StrandNote } from './note.ts'
import type { Outside } from './outside.ts'
import type { StoredTree } from './store.ts'
import type { HeldStrand } from './strand.ts'

const caseHex = (id: CharterId): string => id.slice('sha256:'.length)

/** Requests to a peer about one case, signed with this party's key in that case. */
export function sourceOf(
  file: MirroredCase,
  peer: Peer,
  self: {
    readonly party: PartyId
    readonly clock: Clock
    readonly network: Outside['network']
    readonly logSigner: (origin: string) => Signer
  },
): Source {
  const keyid = file.notes.origin(self.party)
  const signer = { keyid, sign: self.logSigner(keyid).sign }
  const base = `${peer.url}/log/${caseHex(file.charter.id)}`
  const to = file.notes.origin(peer.party)
  const signed = (limit: number) => ({ limit, signer, to, now: seconds(self.clock) })
  return {
    peer,
    get: (path, limit, from = 0) => self.network.ask(`${base}/${path}`, { ...signed(limit), from }),
    post: (path, body, limit) =>
      self.network.ask(`${base}/${path}`, { ...signed(limit), method: 'POST', body }),
  }
}

/**
 * Brings this node's copy of one strand up to what the source shows: log signature, one history
 * with what is held here, root over the entries themselves, quorum of cosignatures; only then are
 * they admitted. True where something was.
 */
export async function pullStrand(
  file: MirroredCase,
  party: PartyId,
  { source, crypto }: { source: Source; crypto: Crypto },
): Promise<boolean> {
  const strand = file.strand(party)
  const before = strand.witnessed()
  const note = await readCheckpoint(file, party, source)
  if (!note) return false
  const from = strand.tree().size
  if (note.size <= from) {
    assertOneHistory(note, party, strand)
    if (source.peer.party === party && !source.isCarried)
      await tellIfEarlier(file, party, { note, before })
    return strand.inTurn(() => takeCosignatures(note, file, strand))
  }
  const by = file.notes.by(note.times)
  // Not yet cosigned by the quorum: what may still turn out to be a fork is not mirrored.
  if (by === undefined) {
    await assertGoesOn(file, party, { source, note, crypto })
    return false
  }
  assertWithinQuota(party, strand)
  const wanted = { source, from, size: note.size, held: strand.entries() }
  // Many are proved by their hashes first: what a liar sends is then refused with its first wrong bundle.
  const isLong = note.size - from > MANY && !source.isCarried
  const ahead = isLong ? await fetchHashes(party, wanted) : undefined
  const kept = ahead ? undefined : await keptFor(note, strand, crypto)
  const early = ahead ?? kept ?? (await fetchEntries(party, { ...wanted, crypto }))
  if (from !== strand.tree().size) return false
  const root = strand.tree().rootWith(ahead ?? hashesOf(early, crypto))
  if (toHex(root) !== toHex(note.root)) {
    const fork = await largerFork(file, party, { source, note, crypto })
    if (fork) throw fork
    throw new PeerFault(
      'strand.root',
      source.peer.party,
      `expected entries of ${party} that give the root of the checkpoint at size ${note.size}, got others`,
      { expected: toHex(note.root), got: toHex(root), from: String(from), note: note.note },
    )
  }
  const added = ahead ? await fetchEntries(party, { ...wanted, crypto, proved: ahead }) : early
  await fetchAttachments(file, party, { source, added, crypto })
  const tree = { size: note.size, note: note.note, by }
  return strand.inTurn(() => admit(file, party, { from, added, tree }))
}

/** The tree that was looked at last of a strand whose quorum had not cosigned it: it is shown again in every round. */
const lookedAt = new WeakMap<HeldStrand, string>()

/** A tree that does not go on from what is held here proves two histories, whoever cosigned it. */
async function assertGoesOn(
  file: MirroredCase,
  party: PartyId,
  { source, note, crypto }: { source: Source; note: StrandNote; crypto: Crypto },
): Promise<void> {
  const strand = file.strand(party)
  const from = strand.tree().size
  const isNew = lookedAt.get(strand) !== note.text
  if (!isNew || from === 0 || source.isCarried || note.size - from > BUNDLE) return
  lookedAt.set(strand, note.text)
  if (await keptFor(note, strand, crypto)) return
  const added = await fetchEntries(party, { source, from, size: note.size, crypto })
  if (from !== strand.tree().size) return
  if (toHex(strand.tree().rootWith(hashesOf(added, crypto))) === toHex(note.root)) return
  const fork = await largerFork(file, party, { source, note, crypto })
  if (fork) throw fork
}

/** What this node's witness kept of a tree before it cosigned it, where that is all of it: it is not fetched again. */
async function keptFor(note: StrandNote, strand: HeldStrand, crypto: Crypto) {
  const kept = await strand.kept(note.size)
  if (strand.tree().size + kept.length !== note.size) return undefined
  const root = strand.tree().rootWith(hashesOf(kept, crypto))
  return toHex(root) === toHex(note.root) ? kept : undefined
}

/** Takes in what was proved against the first `from` entries, unless another peer was faster. */
async function admit(
  file: MirroredCase,
  party: PartyId,
  proved: {
    readonly from: number
    readonly added: readonly Uint8Array[]
    readonly tree: StoredTree
  },
): Promise<boolean> {
  const { from, added, tree } = proved
  const strand = file.strand(party)
  if (from !== strand.tree().size) return false
  await strand.admit(added, tree).catch((error: unknown) => {
    if (!(error instanceof AccordError)) throw error
    throw new PeerFault('strand.entry', party, error.message, {
      code: error.code,
      index: String(error.place.index ?? ''),
      note: tree.note,
    })
  })
  strand.quota.spend(added)
  file.changed()
  return true
}

/** Who fills its strand without end fills neither the others' disks nor their time. */
function assertWithinQuota(party: PartyId, { quota, name }: HeldStrand): void {
  if (!quota.isSpent()) return
  throw new PeerFault(
    'strand.flood',
    party,
    `expected no more acts of ${party} in an hour than are taken in of one strand, got more: the rest waits`,
    { case: name.charter },
  )
}

/**
 * A larger tree that does not go on from the one held here: where the source has all its entries, the
 * party's log signed two histories, and it is not the source's fault.
 */
async function largerFork(
  file: MirroredCase,
  party: PartyId,
  { source, note, crypto }: { source: Source; note: StrandNote; crypto: Crypto },
): Promise<PeerFault | undefined> {
  const strand = file.strand(party)
  if (strand.tree().size === 0) return undefined
  const there = createTree(crypto.sha256)
  const all = { source, from: 0, size: note.size }
  const hashes = source.isCarried
    ? hashesOf(await fetchEntries(party, { ...all, crypto }), crypto)
    : await fetchHashes(party, all)
  for (const hash of hashes) there.append(hash)
  const { size } = strand.tree()
  // Meanwhile another peer brought more than this one has: its note is compared in the next round.
  if (size > note.size) return undefined
  const [expected, got] = [toHex(strand.tree().root()), toHex(there.root(size))]
  if (toHex(there.root()) !== toHex(note.root) || expected === got) return undefined
  return new PeerFault(
    'strand.fork',
    party,
    `expected one history of ${party}'s strand, got two roots at size ${size} that its log signed`,
    {
      size: String(size),
      expected,
      got,
      here: (strand.witnessed() ?? strand.signed())?.note ?? '',
      there: note.note,
      proof: there.consistency(size, note.size).map(toBase64).join(' '),
    },
  )
}

async function readCheckpoint(
  file: MirroredCase,
  party: PartyId,
  { peer, get }: Source,
): Promise<StrandNote | undefined> {
  const answer = await get(`${party}/checkpoint`, NOTE_LIMIT)
  if (answer.status === 404) return undefined
  assertServed(answer, `${party}'s checkpoint`, peer)
  try {
    return file.notes.read(party, answer.text())
  } catch (cause) {
    throw new PeerFault(
      'strand.checkpoint',
      peer.party,
      `expected a checkpoint that ${party}'s log signed, got another: ${String((cause as Error).message)}`,
      { got: Buffer.from(answer.bytes.subarray(0, 2_000)).toString('latin1') },
    )
  }
}

/** Two checkpoints that one log signed must be of one history; if not, both are the proof. */
function assertOneHistory(note: StrandNote, party: PartyId, strand: HeldStrand): void {
  const expected = toHex(strand.tree().root(note.size))
  const got = toHex(note.root)
  if (expected === got) return
  throw new PeerFault(
    'strand.fork',
    party,
    `expected one history of ${party}'s strand, got two roots at size ${note.size} that its log signed`,
    {
      size: String(note.size),
      expected,
      got,
      here: (strand.witnessed() ?? strand.signed())?.note ?? '',
      there: note.note,
    },
  )
}

/** A party's own node shows an earlier tree than the one that was cosigned before it was asked. */
async function tellIfEarlier(
  file: MirroredCase,
  party: PartyId,
  { note, before }: { readonly note: StrandNote; readonly before: StoredTree | undefined },
): Promise<void> {
  if (!before || note.size >= before.size) return
  await file.tell({
    code: 'strand.rolled-back',
    party,
    message: `expected ${party}'s node to show its strand at size ${before.size} or later, got it at size ${note.size}`,
    evidence: { size: String(note.size), here: before.note, there: note.note },
  })
}

/** A mirror whose entries came before their cosignatures takes these when it sees them. */
async function takeCosignatures(
  note: StrandNote,
  file: MirroredCase,
  strand: HeldStrand,
): Promise<boolean> {
  const by = file.notes.by(note.times)
  const known = strand.witnessed() ?? { size: -1, by: Infinity }
  if (by === undefined || note.size < known.size) return false
  // Of one tree, the note that shows it to be older.
  if (note.size === known.size && by >= known.by) return false
  await strand.setWitnessed({ size: note.size, note: note.note, by })
  file.changed()
  return true
}

/** What the acts among these entries attach is here before they are admitted: a cut that nobody can judge helps nobody. */
export async function fetchAttachments(
  file: MirroredCase,
  party: PartyId,
  wanted: {
    readonly source: Source
    readonly added: readonly Uint8Array[]
    readonly crypto: Crypto
  },
): Promise<void> {
  const { peer, get } = wanted.source
  const missing = new Set(wanted.added.flatMap((entry) => file.attachedBy(entry) ?? []))
  for (const id of missing) {
    if (file.attachments().has(id)) continue
    const answer = await get(`attachment/${id.slice('sha256:'.length)}`, MOST_ATTACHMENT_BYTES)
    const got =
      answer.status === 200
        ? attachmentId(answer.bytes, wanted.crypto.sha256)
        : `status ${answer.status}`
    if (got !== id)
      throw new PeerFault(
        'strand.attachment',
        peer.party,
        `expected what an act of ${party} attaches, ${id}, got ${got}`,
        { attachment: id, got },
      )
    await file.attach(answer.bytes)
  }
}

export const hashesOf = (entries: readonly Uint8Array[], { sha256 }: Crypto) =>
  entries.map((entry) => leafHash(sha256, entry))

/** Entries that are compared in one audit: of a longer strand the next audit compares the next ones. */
const AUDITED = 16 * BUNDLE

/**
 * Compares a party's strand from one entry on, as its own node serves it now, with the copy kept here: an
 * entry edited in that node's store is found, and named by its index. Resolves to where the next audit begins.
 */
export async function auditStrand(
  file: MirroredCase,
  party: PartyId,
  { source, crypto, from }: { source: Source; crypto: Crypto; from: number },
): Promise<number> {
  const strand = file.strand(party)
  const begin = from < strand.entries().length ? from - (from % BUNDLE) : 0
  const held = strand.entries().slice(begin, begin + AUDITED)
  const size = begin + held.length
  const served = await fetchEntries(party, { source, from: begin, size, crypto })
  const hash = (entry: Uint8Array | undefined) =>
    entry ? toHex(leafHash(crypto.sha256, entry)) : 'nothing'
  for (const [at, entry] of held.entries()) {
    const expected = hash(entry)
    const got = hash(served[at])
    if (expected === got) continue
    const index = String(begin + at)
    throw new PeerFault(
      'strand.altered',
      party,
      `expected entry ${index} of ${party}'s strand as it was cosigned, got another from ${party}'s own node`,
      { index, expected, got, note: strand.witnessed()?.note ?? '' },
    )
  }
  return size
}
