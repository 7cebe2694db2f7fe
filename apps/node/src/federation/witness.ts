import {
  addCheckpoint,
  emptyRoot,
  fromBase64,
  parseNote,
  toBase64,
  type Crypto,
  type LogHead,
  type Signer,
  type Vkey,
} from '@entente/log'
import { seconds, type Clock } from '../platform/clock.ts'
import { inTurn } from '../platform/turn.ts'
import type { Source } from './fetch-entries.ts'
import { originHash } from './origin-hash.ts'
import type { CaseStore } from './store.ts'
import { createVouching, type JointAnswer } from './vouching.ts'

/** An answer of the C2SP witness protocol. */
export type WitnessAnswer = {
  readonly status: number
  readonly body: string
  readonly contentType: string
}

/** This node as a witness of the logs that its charters name. */
export type Witness = {
  /** `carried` has the entries where the request came in a pouch: no wire needs to lead to their author. */
  readonly addCheckpoint: (request: string, carried?: Source) => Promise<WitnessAnswer>
  /**
   * A cosignature over many logs in one: that each of these trees is the last that this witness knows of its log.
   * Without one, how large the trees are that it knows where they are others; undefined where it knows not all the logs.
   */
  readonly vouch: (name: string, heads: readonly LogHead[]) => Promise<JointAnswer | undefined>
  /** The note that this witness last cosigned for the log with that hash of its origin. */
  readonly checkpoint: (hash: string) => Promise<string | undefined>
}

/** A checkpoint of a known log that this witness did not cosign, and the note that it cosigned last. */
export type Refused = {
  readonly origin: string
  readonly note: string
  readonly status: number
  readonly known: string
}

/** A larger tree of a log that this witness is about to cosign. */
export type Seen = { readonly origin: string; readonly size: number; readonly root: Uint8Array }

export type WitnessOptions = {
  readonly store: CaseStore
  readonly signer: Signer
  readonly clock: Clock
  readonly crypto: Crypto
  /** Keys of the log with that origin, where some charter names this node its witness. */
  readonly logKeys: (origin: string) => readonly Vkey[]
  /** What that log is vouched for under, with others: it is never dated before that. Under nothing unless given. */
  readonly jointName?: (origin: string) => string | undefined
  /** Sees to it that what is cosigned is not lost with its author's disk: nothing is cosigned before that. */
  readonly keep?: (seen: Seen, carried?: Source) => Promise<boolean>
  /** Told of what was refused before the answer goes out; nobody unless given. */
  readonly refused?: (refused: Refused) => Promise<void>
}

/**
 * A witness vouches that a log only grew. It answers only after it has durably kept what it
 * answers, and never lets its time run back.
 */
export function createWitness(options: WitnessOptions): Witness {
  const { store, logKeys, jointName } = options
  const turnOf = turnsByOrigin()
  const askingTurnOf = turnsByOrigin()
  const vouching = createVouching(options)
  const answer = answering(options, vouching)
  return {
    vouch: async (name, heads) => {
      const origins = heads.map(({ origin }) => origin)
      const isKnown = (origin: string) => logKeys(origin).length > 0 && jointName?.(origin) === name
      return origins.every(isKnown)
        ? inTurns(origins, turnOf, () => vouching.vouch(name, heads))
        : undefined
    },
    addCheckpoint: (request, carried) => {
      // Only a log of a charter gets a queue: strangers cannot fill the map.
      const origin = originOf(request)
      if (logKeys(origin).length === 0) return answer(request, origin)
      // An author that takes its time over its entries holds up itself, and no cosignature over many logs.
      return askingTurnOf(origin)(() =>
        answer(request, origin, {
          inTurn: (work) => turnOf(origin)(work),
          ...(carried ? { carried } : {}),
        }),
      )
    },
    checkpoint: async (hash) => (await store.witnessByHash(hash))?.note,
  }
}

const turnsByOrigin = () => {
  const turns = new Map<string, ReturnType<typeof inTurn>>()
  return (origin: string) => {
    const turn = turns.get(origin) ?? inTurn()
    turns.set(origin, turn)
    return turn
  }
}

type Answering = {
  /** While it is looked at what this witness knows of the log, and while that is changed. */
  readonly inTurn: ReturnType<typeof inTurn>
  readonly carried?: Source
}

const ALONE: Answering = { inTurn: (work) => work() }

/** Answers one request for a log; of one log only one is answered at a time. */
function answering(options: WitnessOptions, vouching: ReturnType<typeof createVouching>) {
  const { keep } = options
  const decide = deciding(options, vouching)
  return async (request: string, origin: string, how = ALONE): Promise<WitnessAnswer> => {
    const asked = await how.inTurn(() => decide(request, origin, keep ? undefined : true))
    if (!('size' in asked)) return asked
    const isKept = (await keep?.(asked, how.carried)) === true
    const answer = await how.inTurn(() => decide(request, origin, isKept))
    if ('size' in answer) throw new TypeError(`expected an answer for ${origin}, got none`)
    return answer
  }
}

/** The answer to a request; the tree, where it is larger and nobody has seen yet whether it is kept. */
function deciding(options: WitnessOptions, vouching: ReturnType<typeof createVouching>) {
  const { store, signer, clock, crypto, logKeys, refused, jointName } = options
  return async (
    request: string,
    origin: string,
    isKept: boolean | undefined,
  ): Promise<WitnessAnswer | Seen> => {
    const vkeys = logKeys(origin)
    const known = vkeys.length > 0 ? await store.witness(origin) : undefined
    const name = vkeys.length > 0 ? jointName?.(origin) : undefined
    const vouched = name === undefined ? 0 : await vouching.lastAt(name)
    const { next, status, body, contentType } = addCheckpoint(request, {
      find: (asked) =>
        asked === origin && vkeys.length > 0
          ? {
              vkeys: [...vkeys],
              size: known?.size ?? 0,
              root: known ? fromBase64(known.root) : emptyRoot(crypto.sha256),
              time: Math.max(known?.time ?? 0, vouched),
            }
          : undefined,
      now: seconds(clock),
      signer,
      crypto,
    })
    const refuse = (not: number) =>
      refused?.({ origin, note: noteIn(request), status: not, known: known?.note ?? '' })
    if (next) {
      if (next.size > (known?.size ?? 0) && isKept !== true) {
        if (isKept === undefined) return { origin, size: next.size, root: next.root }
        await refuse(UNKEPT.status)
        return UNKEPT
      }
      const log = {
        ...next,
        note: withoutOthers(next.note, vkeys, body),
        root: toBase64(next.root),
        hash: originHash(origin),
      }
      const isAdvanced = await store.advanceWitness(log, known?.size ?? 0)
      if (!isAdvanced) throw new Error(`expected ${origin} at ${known?.size ?? 0} in the store`)
    }
    if (status !== 200 && vkeys.length > 0) await refuse(status)
    return { status, body, contentType }
  }
}

/** The author is asked to bring the same again: meanwhile its node may be reached. */
const UNKEPT: WitnessAnswer = {
  status: 503,
  body: 'expected the entries of this tree from their author or a mirror, got others or none yet\n',
  contentType: 'text/plain',
}

/**
 * The log's signature and this witness's cosignature alone: whatever else stood in the request
 * is a stranger's, and would make the note too long to be read by the log.
 */
function withoutOthers(note: string, vkeys: readonly Vkey[], cosignature: string): string {
  const { text, signatures } = parseNote(note)
  const log = signatures.find(({ name, id }) =>
    vkeys.some((key) => key.name === name && key.id === id),
  )
  return `${text}\n${log ? `${log.line}\n` : ''}${cosignature}`
}

/** The checkpoint in the request; empty where there is none. */
function noteIn(request: string): string {
  const start = request.indexOf('\n\n')
  return start < 0 ? '' : request.slice(start + 2)
}

/** The origin line of the checkpoint in the request; empty where there is none. */
const originOf = (request: string): string => noteIn(request).split('\n', 1)[0] ?? ''

/** No tree of these logs is cosigned meanwhile. Always in the same order, so that two do not wait for each other. */
function inTurns<T>(
  origins: readonly string[],
  turnOf: (origin: string) => ReturnType<typeof inTurn>,
  work: () => Promise<T>,
): Promise<T> {
  const inside = [...new Set(origins)]
    .toSorted()
    .reduceRight<() => Promise<T>>((next, origin) => () => turnOf(origin)(next), work)
  return inside()
}
