import { createHash } from 'node:crypto'
import {
  addCheckpoint,
  cosign,
  emptyRoot,
  fromBase64,
  isEqual,
  jointCheckpoint,
  parseCheckpoint,
  parseNote,
  toBase64,
  type Crypto,
  type LogHead,
  type Signer,
  type Vkey,
} from '@entente/log'
import { seconds, type Clock } from '../platform/clock.ts'
import { inTurn } from '../platform/turn.ts'
import type { CaseStore } from './store.ts'

/** An answer of the C2SP witness protocol. */
export type WitnessAnswer = {
  readonly status: number
  readonly body: string
  readonly contentType: string
}

/** This node as a witness of the logs that its charters name. */
export type Witness = {
  readonly addCheckpoint: (request: string) => Promise<WitnessAnswer>
  /**
   * A cosignature over many logs in one: that each of these trees is the last that this witness knows of its log.
   * Without one, how large the trees are that it knows where they are others; undefined where it knows not all the logs.
   */
  readonly vouch: (name: string, heads: readonly LogHead[]) => Promise<Vouched | undefined>
  /** The note that this witness last cosigned for the log with that hash of its origin. */
  readonly checkpoint: (hash: string) => Promise<string | undefined>
}

export type Vouched =
  | { readonly line: string }
  | { readonly others: readonly Pick<LogHead, 'origin' | 'size'>[] }

/** A checkpoint of a known log that this witness did not cosign, and the note that it cosigned last. */
export type Refused = {
  readonly origin: string
  readonly note: string
  readonly status: number
  readonly known: string
}

/** A larger tree of a log that this witness is about to cosign. */
export type Seen = { readonly origin: string; readonly size: number; readonly root: Uint8Array }

/** How a URL names a log: lower-case hex of SHA-256 of its origin. */
export const originHash = (origin: string): string =>
  createHash('sha256').update(origin).digest('hex')

/**
 * A witness vouches that a log only grew. It answers only after it has durably kept what it
 * answers, and never lets its time run back.
 */
export function createWitness(options: {
  readonly store: CaseStore
  readonly signer: Signer
  readonly clock: Clock
  readonly crypto: Crypto
  /** Keys of the log with that origin, where some charter names this node its witness. */
  readonly logKeys: (origin: string) => readonly Vkey[]
  /** What that log is vouched for under, with others: it is never dated before that. Under nothing unless given. */
  readonly jointName?: (origin: string) => string | undefined
  /** Sees to it that what is cosigned is not lost with its author's disk; waited for. */
  readonly keep?: (seen: Seen) => Promise<void>
  /** Told of what was refused before the answer goes out; nobody unless given. */
  readonly refused?: (refused: Refused) => Promise<void>
}): Witness {
  const { store, signer, clock, crypto, logKeys, keep, refused, jointName } = options
  const turns = new Map<string, ReturnType<typeof inTurn>>()
  const turnOf = (origin: string) => {
    const turn = turns.get(origin) ?? inTurn()
    turns.set(origin, turn)
    return turn
  }
  const vouchedAt = remembered(async (name: string) => (await store.witness(name))?.time ?? 0)
  const answer = async (request: string, origin: string): Promise<WitnessAnswer> => {
    const vkeys = logKeys(origin)
    const known = vkeys.length > 0 ? await store.witness(origin) : undefined
    const name = vkeys.length > 0 ? jointName?.(origin) : undefined
    const vouched = name === undefined ? 0 : await vouchedAt.get(name)
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
    if (next) {
      if (next.size > (known?.size ?? 0)) await keep?.({ origin, size: next.size, root: next.root })
      const log = {
        ...next,
        note: withoutOthers(next.note, vkeys, body),
        root: toBase64(next.root),
        hash: originHash(origin),
      }
      const isKept = await store.advanceWitness(log, known?.size ?? 0)
      if (!isKept) throw new Error(`expected ${origin} at ${known?.size ?? 0} in the store`)
    }
    if (status !== 200 && vkeys.length > 0)
      await refused?.({ origin, note: noteIn(request), status, known: known?.note ?? '' })
    return { status, body, contentType }
  }
  const vouch = async (name: string, heads: readonly LogHead[]): Promise<Vouched> => {
    const origins = heads.map(({ origin }) => origin)
    const known = new Map(
      (await store.witnessAll([name, ...origins])).map((log) => [log.origin, log] as const),
    )
    const others = heads.flatMap(({ origin, size, root }) => {
      const log = known.get(origin)
      const last = log ? fromBase64(log.root) : emptyRoot(crypto.sha256)
      const isLast = size === (log?.size ?? 0) && isEqual(root, last)
      return isLast ? [] : [{ origin, size: log?.size ?? 0 }]
    })
    if (others.length > 0) return { others }
    // Never before anything that it cosigned of these logs, and what it cosigns of one after this is not dated before.
    const time = Math.max(seconds(clock), ...[...known.values()].map((log) => log.time))
    const text = jointCheckpoint(name, heads, crypto.sha256)
    const line = cosign(text, signer, time, crypto.sha256)
    const { size, root } = parseCheckpoint(text)
    const log = { origin: name, size, root: toBase64(root), time, note: `${text}\n${line}` }
    const from = known.get(name)?.size ?? 0
    const isKept = await store.advanceWitness({ ...log, hash: originHash(name) }, from)
    if (!isKept) throw new Error(`expected ${name} at ${from} in the store`)
    vouchedAt.set(name, time)
    return { line }
  }
  return {
    vouch: async (name, heads) => {
      const origins = heads.map(({ origin }) => origin)
      if (!origins.every((origin) => logKeys(origin).length > 0 && jointName?.(origin) === name))
        return undefined
      // No tree of these logs is cosigned meanwhile. Always in the same order, so that two do not wait for each other.
      const inTurns = [...new Set(origins)].toSorted().reduceRight<() => Promise<Vouched>>(
        (work, origin) => () => turnOf(origin)(work),
        () => vouch(name, heads),
      )
      return inTurns()
    },
    addCheckpoint: (request) => {
      // Only a log of a charter gets a queue: strangers cannot fill the map.
      const origin = originOf(request)
      if (logKeys(origin).length === 0) return answer(request, origin)
      return turnOf(origin)(() => answer(request, origin))
    },
    checkpoint: async (hash) => (await store.witnessByHash(hash))?.note,
  }
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

/** Read once, and set from then on. */
function remembered(read: (name: string) => Promise<number>) {
  const known = new Map<string, number>()
  return {
    get: async (name: string) => {
      if (!known.has(name)) {
        const value = await read(name)
        known.set(name, Math.max(value, known.get(name) ?? 0))
      }
      return known.get(name)!
    },
    set: (name: string, value: number) => void known.set(name, value),
  }
}
