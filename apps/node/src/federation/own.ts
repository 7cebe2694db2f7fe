import { AccordError, type PartyId } from '@entente/accord'
import {
  formatCheckpoint,
  signNote,
  toHex,
  type Crypto,
  type Signer,
  type Tree,
} from '@entente/log'
import type { Alarm, Filed } from '../api.ts'
import { inTurn } from '../platform/turn.ts'
import { ask, PeerProblem } from './client.ts'
import { cosign, type CosignOptions } from './cosign.ts'
import { FederationError } from './error.ts'
import { NOTE_LIMIT, type NoteReader, type StrandNote } from './note.ts'
import type { HeldStrand } from './strand.ts'
import { originHash, type Witness } from './witness.ts'

/** What keeps a node from signing for its own strand; `clear` where nothing does. */
export type Signing = 'unasked' | 'clear' | 'behind' | 'altered'

export type OwnStrand = {
  readonly file: (entry: Uint8Array) => Promise<Filed>
  readonly signing: () => Signing
  /** Brings the latest checkpoint before the witnesses, again and again until the quorum cosigned. */
  readonly publish: () => Promise<void>
  /** Asks the witnesses what they saw of this strand, where that is not known yet. */
  readonly ask: () => Promise<void>
  /** Compares the stored entries with what was signed for them; stops signing where they differ. */
  readonly check: () => Promise<void>
  /** Lets missing entries come back from a mirror while nothing is signed. */
  readonly restore: (fetch: () => Promise<boolean>) => Promise<void>
  readonly close: () => Promise<void>
}

export type OwnOptions = {
  readonly strand: HeldStrand
  readonly party: PartyId
  readonly notes: NoteReader
  readonly signer: Signer
  readonly crypto: Crypto
  readonly witness: Witness
  readonly urlOf: (party: PartyId) => string | undefined
  readonly seen: Map<string, number>
  readonly alarm: (alarm: Pick<Alarm, 'code' | 'message' | 'evidence'>) => Promise<void>
  readonly changed: () => void
  /** Where work in the background tells of a defect. */
  readonly failed: (error: unknown) => void
}

/** How long `file` waits for the quorum before it answers that the act is logged and not yet final. */
const PATIENCE = 2_500
const ENTRY_LIMIT = 65_535

/** This node's own strand: the only one for which it signs checkpoints. */
export async function openOwnStrand(options: OwnOptions): Promise<OwnStrand> {
  const { strand, notes, signer, crypto, alarm } = options
  const origin = notes.origin(options.party)
  const turn = inTurn()
  let signing = 'unasked' as Signing
  const sign = (tree: Tree) =>
    signNote(
      formatCheckpoint({ origin, size: tree.size, root: tree.root() }),
      signer,
      crypto.sha256,
    )

  const check = async () => {
    const damage = await strand.damage()
    if (!damage) return
    signing = 'altered'
    await alarm({
      code: 'strand.altered',
      message: `expected the stored entries that this node signed for, got others`,
      evidence: { ...damage, note: strand.signed()?.note ?? '' },
    })
  }
  const askFirst = async () => {
    if (signing !== 'unasked') return
    const { ahead, isEnough } = await askWitnesses(options)
    if (ahead) {
      const isLonger = ahead.note.size > strand.tree().size
      signing = isLonger ? 'behind' : 'altered'
      await alarm(isLonger ? behind(ahead, strand) : forked(ahead, strand))
    } else if (isEnough) signing = 'clear'
  }
  const publisher = createPublisher(options, () => {
    // A witness saw more of this strand than is stored here: ask before anything else is signed.
    if (signing === 'clear') signing = 'unasked'
  })
  await check()
  if (!strand.signed() && signing !== 'altered') await strand.sign(sign)
  publisher.kick()

  return {
    signing: () => signing,
    check: () => turn(check),
    ask: () => turn(askFirst),
    publish: publisher.run,
    restore: (fetch) =>
      turn(async () => {
        if (signing !== 'behind' || !(await fetch())) return
        // Asked anew: the mirror may have had less than a witness saw.
        signing = 'unasked'
        publisher.kick()
      }),
    close: async () => {
      publisher.close()
      await turn(async () => {})
      await publisher.run()
    },
    file: async (entry) => {
      if (entry.length > ENTRY_LIMIT) {
        throw new AccordError('envelope.too-large', tooLarge(entry))
      }
      const { id, index } = await turn(async () => {
        await askFirst()
        await check()
        assertSigning(signing, strand)
        return strand.append(entry, sign)
      })
      options.changed()
      publisher.kick()
      const final = await publisher.reached(index + 1, PATIENCE)
      return { id, index, final }
    },
  }
}

const tooLarge = ({ length }: Uint8Array) =>
  `expected an act of at most ${ENTRY_LIMIT} bytes, got ${length}`

function assertSigning(signing: Signing, strand: HeldStrand): void {
  switch (signing) {
    case 'clear':
      return
    case 'altered':
      throw new FederationError(
        'strand.altered',
        'expected the stored strand to be what was signed for, got another: nothing more is signed',
      )
    case 'behind':
      throw new FederationError(
        'strand.behind',
        'expected all entries of the own strand here, got fewer than its witnesses saw: they are being fetched',
      )
    case 'unasked':
      // A strand without an act cannot contradict itself.
      if (strand.entries().length === 0) return
      throw new FederationError(
        'strand.unasked',
        'expected enough witnesses to say what they saw of this strand, got too few answers',
      )
  }
}

type Ahead = { readonly witness: string; readonly note: StrandNote }

const behind = ({ witness, note }: Ahead, strand: HeldStrand) => ({
  code: 'strand.behind',
  message: `expected at most ${strand.entries().length} entries at ${witness}, got ${note.size}: this store is older than what was signed`,
  evidence: { witness, note: note.note, here: strand.signed()?.note ?? '' },
})

const forked = ({ witness, note }: Ahead, strand: HeldStrand) => ({
  code: 'strand.fork',
  message: `expected the first ${note.size} entries that ${witness} cosigned, got others here: this log signed two histories`,
  evidence: { witness, note: note.note, here: strand.signed()?.note ?? '' },
})

/** Reads this strand's latest note from every other witness before the first signature. */
async function askWitnesses(
  options: OwnOptions,
): Promise<{ readonly ahead?: Ahead; readonly isEnough: boolean }> {
  const { notes, party, strand, urlOf, seen } = options
  const hash = originHash(notes.origin(party))
  const others = notes.witnesses.filter(({ party: holder }) => holder !== party)
  const answers = await Promise.all(
    others.map(async (witness) => {
      const url = witness.party && urlOf(witness.party)
      const text = url ? await readNoteAt(`${url}/witness/${hash}/checkpoint`) : undefined
      if (text === undefined) return undefined
      const note = text === '' ? undefined : readable(notes, party, text)
      if (text !== '' && !note) return undefined
      seen.set(witness.vkey.name, note?.size ?? 0)
      return { witness: witness.vkey.name, note }
    }),
  )
  const given = answers.filter((answer) => answer !== undefined)
  const ahead = given.find(({ note }) => note && isAhead(note, strand))
  // Any quorum shares a witness with those that answered: no tree it cosigned stays unseen.
  const needed = Math.min(others.length, notes.witnesses.length - notes.quorum + 1)
  return {
    isEnough: given.length >= needed,
    ...(ahead?.note ? { ahead: { witness: ahead.witness, note: ahead.note } } : {}),
  }
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

/** The witness's note, '' where it has none, undefined where it did not answer. */
async function readNoteAt(url: string): Promise<string | undefined> {
  try {
    const answer = await ask(url, { limit: NOTE_LIMIT, timeout: 1_500 })
    if (answer.status === 404) return ''
    return answer.status === 200 ? answer.text() : undefined
  } catch (error) {
    if (error instanceof PeerProblem || error instanceof TypeError) return undefined
    throw error
  }
}

/** Keeps bringing the latest checkpoint to the witnesses until the quorum has cosigned it. */
function createPublisher(options: OwnOptions, contradicted: () => void) {
  const { strand, notes, party, crypto, witness, urlOf, seen, changed } = options
  const cosigning: CosignOptions = {
    reader: notes,
    party,
    crypto,
    seen,
    urlOf,
    self: { party, witness },
  }
  const waiting = new Set<() => void>()
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let pause = 100
  let isClosed = false
  const isDone = () => {
    const signed = strand.signed()
    return !signed || (strand.witnessed()?.size ?? -1) >= signed.size
  }
  const round = async () => {
    while (!isClosed && !isDone()) {
      const signed = strand.signed()
      if (!signed || signed.size > strand.tree().size) return
      const { note, ahead } = await cosign(signed, strand.tree(), cosigning)
      if (ahead.length > 0) contradicted()
      const by = notes.by(note.times)
      if (by === undefined) return
      await strand.setWitnessed({ size: note.size, note: note.note, by })
      pause = 100
      for (const wake of waiting) wake()
      changed()
    }
  }
  const run = (): Promise<void> => {
    running ??= round().finally(() => {
      running = undefined
      if (isClosed || isDone()) return
      clearTimeout(timer)
      timer = setTimeout(kick, pause).unref()
      pause = Math.min(pause * 2, 2_000)
    })
    return running
  }
  const kick = () => {
    run().catch((error: unknown) => options.failed(error))
  }
  const reached = (size: number, patience: number): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (isReached: boolean) => {
        clearTimeout(impatient)
        waiting.delete(wake)
        resolve(isReached)
      }
      const wake = () => {
        if ((strand.witnessed()?.size ?? 0) >= size) end(true)
      }
      const impatient = setTimeout(() => end(false), patience)
      waiting.add(wake)
      wake()
    })
  return {
    run,
    kick,
    reached,
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
