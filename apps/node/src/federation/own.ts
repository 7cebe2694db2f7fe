import type { PartyId } from '@entente/accord'
import { formatCheckpoint, signNote, type Crypto, type Signer } from '@entente/log'
import type { Alarm, Filed } from '../api.ts'
import { inTurn } from '../platform/turn.ts'
import { askWitnesses, behind, forked } from './ask-first.ts'
import { FederationError } from './error.ts'
import type { NoteReader } from './note.ts'
import { createPublisher, type PublisherOptions } from './publisher.ts'
import type { SignTree } from './strand.ts'

/** What keeps a node from signing for its own strand; `clear` where nothing does. */
type Signing = 'unasked' | 'clear' | 'behind' | 'altered'

export type OwnStrand = {
  readonly file: (entry: Uint8Array) => Promise<Filed>
  readonly signing: () => Signing
  /** Asks the witnesses what they saw of this strand, where that is not known yet. */
  readonly ask: () => Promise<void>
  /** Asks them anew where somebody knows more of this strand than is here: a second node may run. */
  readonly askAgain: () => Promise<void>
  /**
   * Compares the stored entries with what was signed for them, and stops signing where they differ: all of them
   * where that was not done for so many milliseconds, else a part.
   */
  readonly check: (every: number) => Promise<void>
  /** Brings the latest checkpoint to the witnesses now. */
  readonly bring: () => Promise<void>
  /** Lets missing entries come back from a mirror while nothing is signed. */
  readonly restore: (fetch: () => Promise<boolean>) => Promise<void>
  readonly close: () => Promise<void>
}

export type OwnOptions = PublisherOptions & {
  readonly signer: Signer
  /** This node made the case just now and nobody knows of it: there is nothing to ask of a strand without acts. */
  readonly isNew?: boolean
  readonly alarm: (alarm: Pick<Alarm, 'code' | 'message' | 'evidence'>) => Promise<void>
}

/** Milliseconds after which all entries are compared before the next signature. */
const WHOLE = 60 * 60_000

/** How long `file` waits for the quorum before it answers that the act is logged and not yet final. */
const PATIENCE = 2_500

/** This node's own strand: the only one for which it signs checkpoints. */
export async function openOwnStrand(options: OwnOptions): Promise<OwnStrand> {
  const { strand, changed } = options
  const turn = inTurn()
  const guard = createGuard(options)
  const sign = signTree(options)
  const publisher = createPublisher(options, {
    // Who else signs for this strand is found out at once, not in the next round of pulling.
    contradicted: () => {
      guard.doubt()
      turn(guard.ask).catch(options.failed)
    },
    // Nobody will cosign a second history, however often it is brought.
    isVain: () => guard.signing() === 'altered',
  })
  await guard.check(0)
  if (!strand.signed() && guard.signing() !== 'altered') await strand.sign(sign)
  publisher.kick()
  return {
    signing: guard.signing,
    check: (every) => turn(() => guard.check(every)),
    ask: () => turn(guard.ask),
    bring: publisher.run,
    askAgain: () => turn(guard.askAgain),
    restore: (fetch) =>
      turn(async () => {
        if (guard.signing() !== 'behind' || !(await fetch())) return
        guard.doubt()
        publisher.kick()
      }),
    close: async () => {
      publisher.close()
      await turn(async () => {})
      await publisher.run()
    },
    file: async (entry) => {
      const { id, index } = await turn(async () => {
        await guard.ask()
        await guard.check(WHOLE)
        guard.assertMaySign()
        return strand.append(entry, sign)
      })
      changed()
      publisher.kick()
      return { id, index, final: await publisher.reached(index + 1, PATIENCE) }
    },
  }
}

const signTree =
  ({
    notes,
    party,
    signer,
    crypto,
  }: {
    notes: NoteReader
    party: PartyId
    signer: Signer
    crypto: Crypto
  }): SignTree =>
  (tree) => {
    const checkpoint = { origin: notes.origin(party), size: tree.size, root: tree.root() }
    return signNote(formatCheckpoint(checkpoint), signer, crypto.sha256)
  }

/**
 * Ask before you sign: a store that was restored from a backup, or edited, must not make its
 * party's log sign a second history.
 */
function createGuard(options: OwnOptions) {
  const {
    strand,
    alarm,
    outside: { timers },
  } = options
  let signing = 'unasked' as Signing
  let missing = ''
  let wholeAt = -Infinity
  const askAll = async () => {
    const { ahead, outvoted, isEnough, answers } = await askWitnesses(options)
    missing = answers
    if (outvoted) await alarm(forked(outvoted, strand))
    if (ahead) {
      const isLonger = ahead.note.size > strand.tree().size
      signing = isLonger ? 'behind' : 'altered'
      await alarm(isLonger ? behind(ahead, strand) : forked(ahead, strand))
    } else if (isEnough) signing = 'clear'
  }
  return {
    signing: () => signing,
    /** Something spoke against what is known: the witnesses are asked anew. */
    doubt: () => {
      if (signing !== 'altered') signing = 'unasked'
    },
    ask: async () => {
      if (signing === 'unasked') await askAll()
    },
    // Whoever made this node doubt may lie: as long as the witnesses saw no more, it goes on signing.
    askAgain: async () => {
      if (signing === 'unasked' || signing === 'clear') await askAll()
    },
    check: async (every: number) => {
      const isDue = timers.elapsed() - wholeAt >= every
      if (isDue) wholeAt = timers.elapsed()
      const damage = await strand.damage(isDue ? 'all' : 'part')
      if (!damage) return
      signing = 'altered'
      await alarm({
        code: 'strand.altered',
        message: 'expected the stored entries that this node signed for, got others',
        evidence: { ...damage, note: strand.signed()?.note ?? '' },
      })
    },
    assertMaySign: () => assertMaySign(signing, { ...options, missing }),
  }
}

function assertMaySign(
  signing: Signing,
  { strand, isNew, missing }: Pick<OwnOptions, 'strand' | 'isNew'> & { readonly missing: string },
): void {
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
      // An empty strand may be what is left of a full one: only the witnesses know.
      if (isNew && strand.entries().length === 0) return
      throw new FederationError(
        'strand.unasked',
        `expected witnesses to say what they saw of this node's strand before it signs, got ${missing}`,
      )
  }
}
