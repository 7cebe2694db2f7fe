import { readStrandNote, type CharterFrame, type PartyId, type Times } from '@entente/accord'
import { parseNote, parseVkey, type Crypto, type Vkey } from '@entente/log'
import { seconds, type Clock } from '../platform/clock.ts'
import { TOLERANCE } from '../platform/http/signature.ts'

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

type Frame = Pick<CharterFrame, 'parties' | 'witnesses' | 'quorum'>

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

/** How far ahead of this node's clock an honest witness may be, in seconds: as far as requests may. */
const AHEAD = TOLERANCE

/**
 * Whether the quorum may have cosigned by then. A witness that dates its cosignatures far ahead would, where it is
 * one of no more than the quorum, put off what they show for as long as it likes.
 */
export const isPlausible = (by: number, clock: Clock): boolean => by <= seconds(clock) + AHEAD

/** The longest note that is read: a checkpoint fits, with the cosignatures of 64 witnesses in ML-DSA-44. */
export const NOTE_LIMIT = 240_000

/** Notes of one strand that are remembered: the same ones come from every peer, in every round and audit. */
const REMEMBERED = 32

export function createNoteReader(charter: Frame, crypto: Crypto): NoteReader {
  const witnesses = charter.witnesses.map(({ party, vkey }) => ({
    vkey: parseVkey(vkey, crypto.sha256),
    ...(party === undefined ? {} : { party }),
  }))
  const strands = new Map(
    charter.parties.map(({ id, origin, log }) => [
      id,
      { origin, key: parseVkey(log, crypto.sha256), known: new Map<string, StrandNote>() },
    ]),
  )
  const strandOf = (party: PartyId) => {
    const strand = strands.get(party)
    if (!strand) throw new TypeError(`expected a party of the charter, got ${party}`)
    return strand
  }
  return {
    quorum: charter.quorum,
    witnesses,
    logKey: (party) => strandOf(party).key,
    origin: (party) => strandOf(party).origin,
    read: (party, note) => {
      const { key, known } = strandOf(party)
      const found = known.get(note)
      if (found) return found
      const read = readNote(note, { charter, party, key }, crypto)
      if (known.size >= REMEMBERED) known.clear()
      known.set(note, read)
      return read
    },
    by: (times) => times.map(([, time]) => time).toSorted((a, b) => a - b)[charter.quorum - 1],
  }
}

function readNote(
  note: string,
  { charter, party, key }: { charter: Frame; party: PartyId; key: Vkey },
  crypto: Crypto,
): StrandNote {
  if (note.length > NOTE_LIMIT) throw new RangeError(`expected a note of at most ${NOTE_LIMIT}`)
  const { size, root, times } = readStrandNote(charter, party, note, crypto)
  const { text, signatures } = parseNote(note)
  const log = signatures.find(({ name, id }) => name === key.name && id === key.id)
  if (!log) throw new RangeError(`expected a signature line of ${key.name}`)
  return { size, root, text, signed: `${text}\n${log.line}\n`, note, times }
}
