import { createHash } from 'node:crypto'
import {
  addCheckpoint,
  emptyRoot,
  fromBase64,
  parseNote,
  toBase64,
  type Crypto,
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
  /** Sees to it that what is cosigned is not lost with its author's disk; waited for. */
  readonly keep?: (seen: Seen) => Promise<void>
  /** Told of what was refused before the answer goes out; nobody unless given. */
  readonly refused?: (refused: Refused) => Promise<void>
}): Witness {
  const { store, signer, clock, crypto, logKeys, keep, refused } = options
  const turns = new Map<string, ReturnType<typeof inTurn>>()
  const answer = async (request: string, origin: string): Promise<WitnessAnswer> => {
    const vkeys = logKeys(origin)
    const known = vkeys.length > 0 ? await store.witness(origin) : undefined
    const { next, status, body, contentType } = addCheckpoint(request, {
      find: (asked) =>
        asked === origin && vkeys.length > 0
          ? {
              vkeys: [...vkeys],
              size: known?.size ?? 0,
              root: known ? fromBase64(known.root) : emptyRoot(crypto.sha256),
              time: known?.time ?? 0,
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
  return {
    addCheckpoint: (request) => {
      // Only a log of a charter gets a queue: strangers cannot fill the map.
      const origin = originOf(request)
      if (logKeys(origin).length === 0) return answer(request, origin)
      const turn = turns.get(origin) ?? inTurn()
      turns.set(origin, turn)
      return turn(() => answer(request, origin))
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
