import { fromBase64, toBase64 } from './base64.ts'
import { parseSize } from './checkpoint.ts'
import { LogError } from './error.ts'

// C2SP tlog-proof: the proof of one entry that a person can carry about.
const HEADER = 'c2sp.org/tlog-proof@v1'
const MOST_HASHES = 63

export type TlogProof = {
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint note that the proof leads to. */
  readonly checkpoint: string
}

export const formatProof = ({ index, proof, checkpoint }: TlogProof): string =>
  `${HEADER}\nindex ${index}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`

export function parseProof(text: string): TlogProof {
  const end = text.indexOf('\n\n')
  if (end < 0) throw malformed('no blank line')
  const [header, ...rest] = text.slice(0, end).split('\n')
  if (header !== HEADER) throw malformed('another header')
  const extra = rest[0]?.startsWith('extra ') ? rest[0].slice('extra '.length) : undefined
  if (extra !== undefined) readBase64(extra)
  const lines = extra === undefined ? rest : rest.slice(1)
  const index = parseSize(/^index (.*)$/.exec(lines[0] ?? '')?.[1] ?? '')
  if (index === undefined) throw malformed('no index')
  const hashes = lines.slice(1)
  if (hashes.length > MOST_HASHES) throw malformed(`${hashes.length} hashes`)
  return { index, proof: hashes.map(readHash), checkpoint: text.slice(end + 2) }
}

function readBase64(text: string): Uint8Array {
  try {
    return fromBase64(text)
  } catch (cause) {
    throw new LogError('proof.malformed', 'expected a proof, got a line that is not base64', {
      cause,
    })
  }
}

function readHash(line: string): Uint8Array {
  const hash = readBase64(line)
  if (hash.length !== 32) throw malformed(`a hash of ${hash.length} bytes`)
  return hash
}

const malformed = (got: string) => new LogError('proof.malformed', `expected a proof, got ${got}`)
