import type { PartyId } from '@entente/accord'
import type { Crypto } from '@entente/log'
import { seconds, type Clock } from '../platform/clock.ts'
import type { Carried } from './carried.ts'
import { cosign, type Given } from './cosign.ts'
import { isPlausible, type NoteReader } from './note.ts'
import type { Outside, Timers } from './outside.ts'
import type { HeldStrand } from './strand.ts'
import type { Tell } from './tell.ts'
import type { Submit } from './submit.ts'
import type { Witness } from './witness.ts'

export type Publisher = {
  /** One go at the witnesses, after which the pauses begin anew; resolves when it ended, cosigned or not. */
  readonly run: () => Promise<void>
  /** The same without waiting. */
  readonly kick: () => void
  /** Whether the quorum cosigned a tree of that size before the patience ended. */
  readonly reached: (size: number, patience: number) => Promise<boolean>
  readonly close: () => void
}

export type PublisherOptions = {
  readonly strand: HeldStrand
  readonly party: PartyId
  readonly notes: NoteReader
  readonly crypto: Crypto
  readonly clock: Clock
  readonly tell: Tell
  readonly witness: Witness
  readonly outside: Outside
  readonly submitTo: Submit
  readonly urlOf: (party: PartyId) => string | undefined
  readonly seen: Map<string, number>
  readonly carried: Carried
  readonly changed: () => void
  /** Where work in the background tells of a defect. */
  readonly failed: (error: unknown) => void
}

type Doubts = {
  /** Told where a witness saw what is not here. */
  readonly contradicted: () => void
  /** Whether no witness can ever cosign what was signed last. */
  readonly isVain: () => boolean
}

const FIRST_PAUSE = 100
const LONGEST_PAUSE = 30_000

/**
 * Keeps bringing the latest checkpoint to the witnesses until the quorum has cosigned it, at seconds that
 * may be true: it is final before that, but nobody could show since when.
 */
export function createPublisher(
  options: PublisherOptions,
  { contradicted, isVain }: Doubts,
): Publisher {
  const {
    strand,
    changed,
    clock,
    outside: { timers },
  } = options
  const given = createGiven()
  const waiting = createWaiting(() => strand.witnessed()?.size ?? 0, timers)
  let running: Promise<void> | undefined
  let callOff = () => {}
  let pause = FIRST_PAUSE
  let isClosed = false
  const isDone = () => isVain() || isWitnessed(strand, clock)
  const round = async () => {
    while (!isClosed && !isDone()) {
      const { by, isNew, ahead, aheadLater } = await bring(options, given)
      if (ahead.length > 0) contradicted()
      void aheadLater.then((later) => {
        if (later.length > 0) contradicted()
      })
      if (by === undefined) return
      waiting.wake()
      if (isNew) changed()
      if (!isPlausible(by, clock)) return
      pause = FIRST_PAUSE
    }
  }
  const run = (): Promise<void> => {
    running ??= round().finally(() => {
      running = undefined
      if (isClosed || isDone()) return
      callOff()
      callOff = timers.after(pause, kick)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    })
    return running
  }
  const kick = () => void run().catch(options.failed)
  /** Whoever asks for it knows of something new: an act, or a witness that is back. */
  const anew = () => {
    pause = FIRST_PAUSE
    return run()
  }
  return {
    run: anew,
    kick: () => void anew().catch(options.failed),
    reached: waiting.reached,
    close: () => {
      isClosed = true
      callOff()
    },
  }
}

/** Whether nothing was signed that the quorum did not cosign at seconds that may be true. */
function isWitnessed(strand: HeldStrand, clock: Clock): boolean {
  const signed = strand.signed()
  const witnessed = strand.witnessed()
  if (!signed) return true
  return (witnessed?.size ?? -1) >= signed.size && isPlausible(witnessed?.by ?? 0, clock)
}

/** The cosignatures that came for a checkpoint, by its text; those of earlier ones are dropped. */
type GivenFor = (text: string) => Given

function createGiven(): GivenFor {
  let of = ''
  let lines: Given = new Map()
  return (text) => {
    if (text !== of) lines = new Map()
    of = text
    return lines
  }
}

/** Brings the latest signed checkpoint to every witness once. */
async function bring(options: PublisherOptions, given: GivenFor) {
  const { strand, notes, party, witness, clock } = options
  const signed = strand.signed()
  const tree = strand.tree()
  if (!signed || signed.size > tree.size) return NOTHING
  const self = { party, witness }
  const reachedAt = (times: readonly number[]) =>
    times.toSorted((a, b) => a - b)[notes.quorum - 1] ?? Infinity
  const { note, ahead, aheadLater } = await cosign(signed, tree, {
    ...options,
    reader: notes,
    self,
    given: given(signed.text),
    isEnough: (times) => isPlausible(reachedAt(times), clock),
    // One more could only show it to be older, and would be sent to every party and checked there.
    isBest: (times) => reachedAt(times) <= seconds(clock),
  })
  const by = notes.by(note.times)
  const known = strand.witnessed()
  const isNew = by !== undefined && (known?.size !== note.size || by < known.by)
  if (isNew) await strand.setWitnessed({ size: note.size, note: note.note, by })
  return { by, isNew, ahead, aheadLater }
}
const NOTHING = { by: undefined, isNew: false, ahead: [], aheadLater: Promise.resolve([]) }

function createWaiting(size: () => number, { after }: Timers) {
  const waiting = new Set<() => void>()
  return {
    wake: () => {
      for (const wake of waiting) wake()
    },
    reached: (wanted: number, patience: number): Promise<boolean> =>
      new Promise((resolve) => {
        const end = (isReached: boolean) => {
          impatient()
          waiting.delete(wake)
          resolve(isReached)
        }
        const wake = () => {
          if (size() >= wanted) end(true)
        }
        const impatient = after(patience, () => end(false))
        waiting.add(wake)
        wake()
      }),
  }
}
