import type { PartyId } from '@entente/accord'
import { toHex } from '@entente/log'
import type { Alarm } from '../api.ts'
import type { Carried } from './carried.ts'
import { PeerProblem } from './client.ts'
import { NOTE_LIMIT, type NoteReader, type StrandNote } from './note.ts'
import type { Outside } from './outside.ts'
import type { HeldStrand } from './strand.ts'
import type { Tell } from './tell.ts'
import { originHash } from './origin-hash.ts'

/** A witness that cosigned what is not stored here. */
export type Ahead = { readonly witness: string; readonly note: StrandNote }

export type AskOptions = {
  readonly strand: HeldStrand
  readonly party: PartyId
  readonly notes: NoteReader
  readonly outside: Outside
  readonly tell: Tell
  readonly urlOf: (party: PartyId) => string | undefined
  /** What each witness is known to have seen of this strand, by witness name; kept up to date. */
  readonly seen: Map<string, number>
  /** What came in pouches from witnesses to which no wire leads. */
  readonly carried: Carried
}

/** The store is older than what was signed: restored from a backup, or a second node runs. */
export const behind = (
  { witness, note }: Ahead,
  strand: HeldStrand,
): Pick<Alarm, 'code' | 'message' | 'evidence'> => ({
  code: 'strand.behind',
  message: `expected at most ${strand.entries().length} entries at ${witness}, got ${note.size}: this store is older than what was signed`,
  evidence: { witness, note: note.note, here: strand.signed()?.note ?? '' },
})

/** The log signed two histories. */
export const forked = (
  { witness, note }: Ahead,
  strand: HeldStrand,
): Pick<Alarm, 'code' | 'message' | 'evidence'> => ({
  code: 'strand.fork',
  message: `expected the first ${note.size} entries that ${witness} cosigned, got others here: this log signed two histories`,
  evidence: { witness, note: note.note, here: strand.signed()?.note ?? '' },
})

/** What witnesses say of this strand. */
type Said = {
  /** One saw what is not here, and what may be the strand's history instead. */
  readonly ahead?: Ahead
  /** One saw another history, where the quorum cosigned the one that is here: that one goes on. */
  readonly outvoted?: Ahead
  readonly isEnough: boolean
  /** How many answered of how many that have to, and who did not, for the eyes of people. */
  readonly answers: string
}

/** Reads this strand's latest note from every other witness before the first signature. */
export async function askWitnesses(options: AskOptions): Promise<Said> {
  const { notes, party, strand, outside, tell, urlOf, seen, carried } = options
  const hash = originHash(notes.origin(party))
  const asked = notes.witnesses.filter(({ party: holder }) => holder !== party)
  const answers = await Promise.all(
    asked.map(async (witness) => {
      const url = witness.party && urlOf(witness.party)
      const shown = url && (await readNoteAt(`${url}/witness/${hash}/checkpoint`, outside))
      const text = shown ?? carried.told(witness.vkey.name)
      if (text === undefined) return undefined
      const note = text === '' ? undefined : readable(notes, party, text)
      if (text !== '' && !note) {
        await tell({
          code: 'witness.false',
          ...(witness.party === undefined ? {} : { party: witness.party }),
          message: `expected ${witness.vkey.name} to show a note that this node's log signed, got another`,
          evidence: { witness: witness.vkey.name, got: text },
        })
        return undefined
      }
      seen.set(witness.vkey.name, note?.size ?? 0)
      return { witness: witness.vkey.name, note }
    }),
  )
  const given = answers.filter((answer) => answer !== undefined)
  const others = given.flatMap(({ witness, note }) =>
    note && isAhead(note, strand) ? [{ witness, note }] : [],
  )
  const decided = sizeDecided(strand, { notes, party })
  const ahead = others.find(({ note }) => note.size > decided)
  const outvoted = others.find(({ note }) => note.size <= decided)
  // Any quorum shares a witness with those that answered: no tree it cosigned stays unseen.
  const needed = Math.min(asked.length, notes.witnesses.length - notes.quorum + 1)
  const silent = asked.flatMap(({ vkey: { name } }, index) => (answers[index] ? [] : [name]))
  return {
    isEnough: given.length >= needed,
    answers: `${given.length} of the ${needed} answers that it needs, none from ${silent.join(', ')}`,
    ...(ahead ? { ahead } : {}),
    ...(outvoted ? { outvoted } : {}),
  }
}

/** Entries here that the quorum cosigned as they are: no other history of that size will ever have a quorum. */
function sizeDecided(strand: HeldStrand, { notes, party }: Pick<AskOptions, 'notes' | 'party'>) {
  const witnessed = strand.witnessed()
  if (!witnessed || witnessed.size > strand.tree().size) return 0
  const { size, root } = notes.read(party, witnessed.note)
  return toHex(strand.tree().root(size)) === toHex(root) ? size : 0
}

function isAhead(note: StrandNote, strand: HeldStrand): boolean {
  if (note.size > strand.tree().size) return true
  return toHex(strand.tree().root(note.size)) !== toHex(note.root)
}

function readable(notes: NoteReader, party: PartyId, text: string): StrandNote | undefined {
  try {
    return notes.read(party, text)
  } catch {
    // Not a note that this node's log signed: it says nothing about this strand.
    return undefined
  }
}

/** What the witness at that address last cosigned of a strand, where it is a note that the strand's log signed. */
export async function noteSeenAt(
  url: string,
  party: PartyId,
  { notes, outside }: Pick<AskOptions, 'notes' | 'outside'>,
): Promise<StrandNote | undefined> {
  const text = await readNoteAt(
    `${url}/witness/${originHash(notes.origin(party))}/checkpoint`,
    outside,
  )
  return text === undefined || text === '' ? undefined : readable(notes, party, text)
}

/** The witness's note, '' where it has none, undefined where it did not answer. */
async function readNoteAt(url: string, { network }: Outside): Promise<string | undefined> {
  try {
    const answer = await network.ask(url, { limit: NOTE_LIMIT, timeout: 1_500 })
    if (answer.status === 404) return ''
    return answer.status === 200 ? answer.text() : undefined
  } catch (error) {
    if (error instanceof PeerProblem || error instanceof TypeError) return undefined
    throw error
  }
}
