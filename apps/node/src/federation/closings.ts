import type { Charter, Head, PartyId, Times } from '@entente/accord'
import { parseNote, type Crypto, type Signer } from '@entente/log'
import type { Clock } from '../platform/clock.ts'
import type { Carried } from './carried.ts'
import { cosign, type Cosigned, type Given } from './cosign.ts'
import { FederationError } from './error.ts'
import { isPlausible, type NoteReader, type StrandNote } from './note.ts'
import { pause, type Outside } from './outside.ts'
import { shownAt } from './shown-at.ts'
import { cutOf, showTogether, type Vouching } from './shown-together.ts'
import type { HeldStrand } from './strand.ts'
import type { Tell } from './tell.ts'
import type { Submit } from './submit.ts'
import type { Witness } from './witness.ts'

/** The cosigned trees of a `declare`, ready to be signed by a person. */
export type Closings = {
  readonly cut: Readonly<Record<PartyId, Head>>
  readonly notes:
    | { readonly together: readonly string[] }
    | { readonly closings: Readonly<Record<PartyId, readonly string[]>> }
  /** Seconds: the instant at which every tree of the cut was current. */
  readonly at: number
}

export type ClosingsOptions = {
  readonly party: PartyId
  readonly charter: Charter
  /** Signs this node's requests to others. */
  readonly signer: Signer
  readonly notes: NoteReader
  readonly strands: ReadonlyMap<PartyId, HeldStrand>
  readonly crypto: Crypto
  readonly clock: Clock
  readonly tell: Tell
  readonly witness: Witness
  readonly outside: Outside
  readonly submitTo: Submit
  readonly urlOf: (party: PartyId) => string | undefined
  readonly carried: Carried
  readonly seenOf: (party: PartyId) => Map<string, number>
  /** Seconds: the instant is not before then, whatever was cosigned earlier. */
  readonly notBefore: number
  /** Notes over each tree, and none over the whole cut: for whoever cites an earlier tree of some strand. */
  readonly apart?: boolean
}

const ATTEMPTS = 5

/**
 * Shows that all trees of the present cut were current at one instant: a first round of
 * cosignatures by then, a second one from then on. Anyone may ask for them, so a party that is away does not stop a
 * certificate. Each witness is asked for the whole cut at once; where too few know how to vouch for that
 * (a witness of the standard protocol alone), for each tree by itself.
 */
export async function collectClosings(options: ClosingsOptions): Promise<Closings> {
  const reasons: string[] = []
  const kept = createKept()
  const vouched: Vouching = new Map()
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // What came between has to be pulled first, and a witness's clock may be a little behind.
    if (attempt > 0) await pause(options.outside.timers, 400 * attempt)
    const shown = options.apart ? undefined : await showTogether({ ...options, vouched })
    if (shown) return shown
    const first = await firstRound(options)
    const at = Math.max(options.notBefore, ...[...first.values()].map(({ by }) => by))
    const rounds = await Promise.all(
      [...first].map(async ([party, { note }]) => {
        const given = kept(note, at)
        const second = await secondRound(party, note, { ...options, at, given })
        return { party, note, second }
      }),
    )
    const missing = rounds.flatMap(({ party, second }) =>
      typeof second === 'string' ? [`${party}: ${second}`] : [],
    )
    if (missing.length === 0) return { ...closed(rounds, options), at }
    reasons.push(...missing)
  }
  throw new FederationError(
    'closing.unreached',
    `expected the quorum to cosign every tree of the cut at one instant, got ${reasons.at(-1) ?? 'nothing'}`,
  )
}

/** The cosignatures that came in earlier attempts, of the same tree and for the same instant: nobody is asked for one twice. */
function createKept() {
  const kept = new Map<string, Given>()
  return ({ text }: StrandNote, at: number): Given => {
    const name = `${at} ${text}`
    const lines: Given = kept.get(name) ?? new Map()
    kept.set(name, lines)
    return lines
  }
}

type First = { readonly note: StrandNote; readonly by: number }

/** The cosigned note of every strand as it stands; a strand that nobody opened has none. */
async function firstRound(options: ClosingsOptions): Promise<ReadonlyMap<PartyId, First>> {
  const { strands, notes, clock } = options
  const held = await Promise.all(
    [...strands].map(async ([party, strand]) => {
      const tree = strand.witnessed()
      if (!tree) return []
      const note = notes.read(party, tree.note)
      const { by } = tree
      const first = isPlausible(by, clock) ? { note, by } : await renewed(party, note, options)
      return [[party, first] as const]
    }),
  )
  const first = new Map(held.flat())
  if (first.size > 0) return first
  throw new FederationError('closing.unreached', 'expected a cosigned strand, got none')
}

/** The same tree cosigned anew, where the quorum holds a second that is still to come. */
async function renewed(party: PartyId, note: StrandNote, options: ClosingsOptions): Promise<First> {
  const { notes, clock } = options
  const isEnough = (times: readonly number[]) =>
    times.filter((time) => isPlausible(time, clock)).length >= notes.quorum
  const { note: again } = await cosignAgain(party, note, { ...options, isEnough })
  const by = notes.by(again.times)
  return by === undefined ? { note, by: notes.by(note.times) ?? Infinity } : { note: again, by }
}

type Again = ClosingsOptions & {
  readonly isEnough: (times: readonly number[]) => boolean
  readonly isBest?: (times: readonly number[]) => boolean
  readonly given?: Given
}

const cosignAgain = (party: PartyId, note: StrandNote, options: Again): Promise<Cosigned> =>
  cosign(note, options.strands.get(party)!.tree(), {
    ...options,
    party,
    reader: options.notes,
    seen: options.seenOf(party),
    self: options,
  })

/** A note over the same tree with the quorum's times from `at` on, or why there is none yet. */
async function secondRound(
  party: PartyId,
  note: StrandNote,
  options: ClosingsOptions & { readonly at: number; readonly given: Given },
): Promise<StrandNote | string> {
  const { notes, at, given, seenOf } = options
  const isEnough = (times: readonly number[]) =>
    times.filter((time) => time >= at).length >= notes.quorum
  const isClosed = ({ times }: StrandNote) => isEnough(times.map(([, time]) => time))
  if (isClosed(note)) return note
  const seen = seenOf(party)
  // Who cosigned this tree has seen it, and who did not has seen it by now: no proof, no second request.
  for (const { vkey } of notes.witnesses)
    seen.set(vkey.name, Math.max(note.size, seen.get(vkey.name) ?? 0))
  const cosigned = await cosignAgain(party, note, { ...options, isEnough, isBest: isEnough })
  if (isClosed(cosigned.note)) return cosigned.note
  // A clock that is a little behind: that witness is asked again.
  for (const [witness, time] of cosigned.note.times) if (time < at) given.delete(witness)
  if (cosigned.ahead.length > 0) return 'its witnesses know a longer tree, or another'
  const late = cosigned.note.times.filter(([, time]) => time >= at).length
  return `${late} of ${notes.quorum} cosignatures from second ${at} on`
}

type Round = {
  readonly party: PartyId
  readonly note: StrandNote
  readonly second: StrandNote | string
}

function closed(rounds: readonly Round[], { strands, notes: { quorum } }: ClosingsOptions) {
  const lastOf = ({ note, second }: Round) => (typeof second === 'string' ? note : second)
  const to = Math.min(...rounds.map((round) => latest(lastOf(round), quorum).at(-1)?.[1] ?? 0))
  const notesOf = (round: Round): string[] => {
    const last = lastOf(round)
    const alone = shownAt(last.times, to, quorum)
    if (alone) return [withOnly(last, alone)]
    const earliest = round.note.times.toSorted(([, a], [, b]) => a - b).slice(0, quorum)
    return [withOnly(round.note, namesIn(earliest)), withOnly(last, namesIn(latest(last, quorum)))]
  }
  return {
    cut: cutOf(strands, (party) => rounds.find((round) => round.party === party)?.note),
    notes: {
      closings: Object.fromEntries(rounds.map((round) => [round.party, notesOf(round)])) as Record<
        PartyId,
        string[]
      >,
    },
  }
}

const latest = ({ times }: StrandNote, most: number): Times =>
  times.toSorted(([, a], [, b]) => b - a).slice(0, most)

const namesIn = (times: Times): ReadonlySet<string> => new Set(times.map(([witness]) => witness))

/**
 * The note with the cosignatures of these witnesses alone: the quorum's are the proof, and every further one
 * would be sent to every party and checked there.
 */
function withOnly({ note, signed }: StrandNote, kept: ReadonlySet<string>): string {
  const lines = parseNote(note).signatures.filter(
    ({ name, line }) => kept.has(name) && !signed.includes(`${line}\n`),
  )
  return `${signed}${lines.map(({ line }) => `${line}\n`).join('')}`
}
