import type { Charter, PartyId } from '@entente/accord'
import {
  openNote,
  parseCheckpoint,
  parseNote,
  parseVkey,
  type Crypto,
  type Vkey,
} from '@entente/log'

/** Seconds at which each witness cosigned, by the witness's name. */
export type Times = readonly (readonly [string, number])[]

/** A signed note over a tree of one strand, after its signatures were checked. */
export type StrandNote = {
  readonly size: number
  readonly root: Uint8Array
  /** The checkpoint's text: what log and witnesses signed. */
  readonly text: string
  /** The text with the log's signature alone: what witnesses are asked to cosign. */
  readonly signed: string
  readonly note: string
  readonly times: Times
}

export type CharterWitness = { readonly vkey: Vkey; readonly party?: PartyId }

/** The keys that a charter names, and how the notes of its strands read with them. */
export type NoteReader = {
  readonly quorum: number
  readonly witnesses: readonly CharterWitness[]
  readonly logKey: (party: PartyId) => Vkey
  readonly origin: (party: PartyId) => string
  /** Throws where the log did not sign it, or a known key's signature in it is bad. */
  readonly read: (party: PartyId, note: string) => StrandNote
  /** When the quorum had cosigned, in seconds; undefined where it has not. */
  readonly by: (times: Times) => number | undefined
}

/** The longest note that is read: a checkpoint and a hundred signatures fit. */
export const NOTE_LIMIT = 32 * 1024

export function createNoteReader(charter: Charter, crypto: Crypto): NoteReader {
  const witnesses = charter.witnesses.map(({ party, vkey }) => ({
    vkey: parseVkey(vkey, crypto.sha256),
    ...(party === undefined ? {} : { party }),
  }))
  const strands = new Map(
    charter.parties.map(({ id, origin, log }) => [
      id,
      { origin, key: parseVkey(log, crypto.sha256) },
    ]),
  )
  const strandOf = (party: PartyId) => {
    const strand = strands.get(party)
    if (!strand) throw new TypeError(`expected a party of the charter, got ${party}`)
    return strand
  }
  const vkeys = witnesses.map(({ vkey }) => vkey)
  return {
    quorum: charter.quorum,
    witnesses,
    logKey: (party) => strandOf(party).key,
    origin: (party) => strandOf(party).origin,
    read: (party, note) => readNote(note, strandOf(party), { vkeys, crypto }),
    by: (times) => times.map(([, time]) => time).toSorted((a, b) => a - b)[charter.quorum - 1],
  }
}

function readNote(
  note: string,
  strand: { origin: string; key: Vkey },
  { vkeys, crypto }: { vkeys: readonly Vkey[]; crypto: Crypto },
): StrandNote {
  if (note.length > NOTE_LIMIT) throw new RangeError(`expected a note of at most ${NOTE_LIMIT}`)
  const { text, verified } = openNote(note, [strand.key, ...vkeys], crypto)
  if (!verified.some(({ vkey }) => isSame(vkey, strand.key))) {
    throw new RangeError(`expected a note that the log of ${strand.origin} signed`)
  }
  const { origin, size, root } = parseCheckpoint(text)
  if (origin !== strand.origin) {
    throw new RangeError(`expected a checkpoint of ${strand.origin}, got ${origin}`)
  }
  const line = parseNote(note).signatures.find(
    ({ name, id }) => name === strand.key.name && id === strand.key.id,
  )?.line
  if (line === undefined) throw new RangeError(`expected a signature line of ${strand.origin}`)
  const times = new Map<string, number>()
  for (const { vkey, time } of verified) {
    if (time === undefined || isSame(vkey, strand.key) || times.has(vkey.name)) continue
    times.set(vkey.name, time)
  }
  return { size, root, text, signed: `${text}\n${line}\n`, note, times: [...times] }
}

const isSame = (a: Vkey, b: Vkey) => a.name === b.name && a.id === b.id
