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
  const lines = rest[0]?.startsWith('extra ') ? rest.slice(1) : rest
  const index = parseSize(/^index (.*)$/.exec(lines[0] ?? '')?.[1] ?? '')
  if (index === undefined) throw malformed('no index')
  const hashes = lines.slice(1)
  if (hashes.length > MOST_HASHES) throw malformed(`${hashes.length} hashes`)
  return { index, proof: hashes.map(readHash), checkpoint: text.slice(end + 2) }
}

function readHash(line: string): Uint8Array {
  let hash: Uint8Array
  try {
    hash = fromBase64(line)
  } catch (cause) {
    throw new LogError('proof.malformed', 'expected a proof, got a hash that is not base64', {
      cause,
    })
  }
  if (hash.length !== 32) throw malformed(`a hash of ${hash.length} bytes`)
  return hash
}

const malformed = (got: string) => new LogError('proof.malformed', `expected a proof, got ${got}`)
