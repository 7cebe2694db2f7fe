import { fromBase64, isEqual } from './base64.ts'
import { parseCheckpoint, parseSize, type Checkpoint } from './checkpoint.ts'
import type { Crypto, Signer } from './crypto.ts'
import { LogError } from './error.ts'
import { emptyRoot, verifyConsistency } from './merkle.ts'
import { cosign, openNote, type Vkey } from './note.ts'

// C2SP tlog-witness: one request, one answer, one state per log.
const MOST_HASHES = 63

/** What a witness remembers of a log it knows: the last tree it cosigned, and when. */
export type WitnessedHead = {
  readonly vkeys: readonly Vkey[]
  readonly size: number
  readonly root: Uint8Array
  readonly time: number
}

export type WitnessAnswer = {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly body: string
  readonly contentType: string
  /** What the witness must have made durable before it answers. */
  readonly next?: {
    readonly origin: string
    readonly size: number
    readonly root: Uint8Array
    readonly time: number
    /** The signed checkpoint with this witness's cosignature. */
    readonly note: string
  }
}

type Request = {
  readonly old: number
  readonly proof: readonly Uint8Array[]
  readonly note: string
  readonly checkpoint: Checkpoint
}

const says = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({
  status,
  body: `${body}\n`,
  contentType: 'text/plain; charset=utf-8',
})

/**
 * Answers a log that asks to have its checkpoint cosigned: only extensions of what was cosigned
 * before get a cosignature, and its time never runs back.
 */
export function addCheckpoint(
  request: string,
  witness: {
    readonly find: (origin: string) => WitnessedHead | undefined
    readonly now: number
    readonly signer: Signer
    readonly crypto: Pick<Crypto, 'sha256' | 'verify'>
  },
): WitnessAnswer {
  const { find, now, signer, crypto } = witness
  const asked = read(request)
  if (!asked) return says(400, 'malformed request')
  const { old, proof, note, checkpoint } = asked
  const known = find(checkpoint.origin)
  if (!known) return says(404, 'unknown log')
  let text: string
  try {
    text = openNote(note, known.vkeys, crypto).text
  } catch (error) {
    if (!(error instanceof LogError)) throw error
    return says(403, 'invalid signature')
  }
  if (old > checkpoint.size) return says(400, 'old size above checkpoint size')
  if (old !== known.size)
    return { ...says(409, String(known.size)), contentType: 'text/x.tlog.size' }
  // No size in the body: unlike the conflict above, nothing that the log asks next could end this one.
  if (old === checkpoint.size && !isEqual(checkpoint.root, known.root))
    return says(409, 'another root at the size cosigned last')
  if (!isExtension(crypto, known, checkpoint, proof)) return says(422, 'invalid consistency proof')
  const time = Math.max(now, known.time)
  const line = cosign(text, signer, time, crypto.sha256)
  return {
    status: 200,
    body: line,
    contentType: 'text/plain; charset=utf-8',
    next: {
      origin: checkpoint.origin,
      size: checkpoint.size,
      root: checkpoint.root,
      time,
      note: `${note}${line}`,
    },
  }
}

function read(request: string): Request | undefined {
  const end = request.indexOf('\n\n')
  if (end < 0) return undefined
  const [first, ...hashes] = request.slice(0, end).split('\n')
  const old = parseSize(/^old (.*)$/.exec(first ?? '')?.[1] ?? '')
  if (old === undefined || hashes.length > MOST_HASHES) return undefined
  const note = request.slice(end + 2)
  const textEnd = note.lastIndexOf('\n\n')
  if (textEnd < 0) return undefined
  try {
    const proof = hashes.map(fromBase64)
    if (proof.some(({ length }) => length !== 32)) return undefined
    return { old, proof, note, checkpoint: parseCheckpoint(note.slice(0, textEnd + 1)) }
  } catch (error) {
    if (error instanceof LogError) return undefined
    throw error
  }
}

function isExtension(
  crypto: Pick<Crypto, 'sha256'>,
  known: WitnessedHead,
  checkpoint: Checkpoint,
  proof: readonly Uint8Array[],
): boolean {
  if (checkpoint.size === 0)
    return proof.length === 0 && isEqual(checkpoint.root, emptyRoot(crypto.sha256))
  // Everything extends the empty tree; there is nothing to prove.
  if (known.size === 0) return proof.length === 0
  try {
    verifyConsistency(crypto.sha256, {
      from: known.size,
      to: checkpoint.size,
      proof,
      fromRoot: known.root,
      toRoot: checkpoint.root,
    })
    return true
  } catch (error) {
    if (error instanceof LogError) return false
    throw error
  }
}
