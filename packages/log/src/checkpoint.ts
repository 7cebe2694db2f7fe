import { fromBase64, toBase64 } from './base64.ts'
import { LogError } from './error.ts'

/** C2SP tlog-checkpoint: what a log's head says. */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly extensions: readonly string[]
}

export const formatCheckpoint = ({
  origin,
  size,
  root,
}: Pick<Checkpoint, 'origin' | 'size' | 'root'>): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`

/** Reads the text of a checkpoint note, whose signatures were or will be checked elsewhere. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n')
  if (lines.pop() !== '') throw malformed('no line feed at the end')
  const [origin, size, root, ...extensions] = lines
  if (!origin) throw malformed('no origin')
  const count = parseSize(size ?? '')
  if (count === undefined) throw malformed(`size ${JSON.stringify(size?.slice(0, 40))}`)
  if (extensions.includes('')) throw malformed('an empty extension line')
  return { origin, size: count, root: readRoot(root ?? ''), extensions }
}

/** A decimal without leading zeros that is a safe integer; undefined where it is not. */
export function parseSize(text: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return undefined
  const size = Number(text)
  return Number.isSafeInteger(size) ? size : undefined
}

function readRoot(text: string): Uint8Array {
  let root: Uint8Array
  try {
    root = fromBase64(text)
  } catch (cause) {
    throw new LogError(
      'checkpoint.malformed',
      'expected a checkpoint, got a root that is not base64',
      { cause },
    )
  }
  if (root.length !== 32) throw malformed(`a root of ${root.length} bytes`)
  return root
}

const malformed = (got: string) =>
  new LogError('checkpoint.malformed', `expected a checkpoint, got ${got}`)
