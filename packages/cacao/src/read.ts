import { freshScan, passOver } from '@entente/stix'
import { CacaoError } from './error.ts'
import { entriesOf, got, isObject, type Json } from './finding.ts'

/** What one playbook may hold: far above what people write, far below what fills a machine. */
export const PLAYBOOK_LIMITS = {
  /** Bytes of the file. */
  bytes: 1024 * 1024,
  /** Lists and objects in one another. */
  depth: 64,
  /** Steps of its workflow. */
  steps: 500,
} as const

/** A playbook as it was written, and what tells its versions apart. */
export type Playbook = {
  readonly id: string
  /** The instant that names the version, as written. */
  readonly modified: string
  readonly name: string
  /** Every property, also those that the standard does not have. */
  readonly value: Json
}

/**
 * Reads one playbook. Whoever sent it may be hostile: size, depth and steps are bounded before anything is
 * looked at, and a name that stands twice in an object is refused, for readers would take different ones and
 * a signature would cover either (RFC 7493). What is read need not conform: `validatePlaybook` says whether it does.
 *
 * Throws `playbook.too-large`, `playbook.malformed`, `playbook.not-cacao`.
 */
export function readPlaybook(bytes: Uint8Array): Playbook {
  const value = parse(bytes)
  if (!isObject(value)) throw notCacao('a playbook object', value)
  const { type, spec_version: version, id, modified, name, workflow } = value
  if (type !== 'playbook') throw notCacao('"type": "playbook"', type)
  if (version !== 'cacao-2.0') throw notCacao('"spec_version": "cacao-2.0"', version)
  if (typeof id !== 'string') throw notCacao('an id', id)
  if (typeof modified !== 'string') throw notCacao('the instant "modified"', modified)
  const steps = entriesOf(workflow).length
  if (steps > PLAYBOOK_LIMITS.steps) throw tooLarge(`${PLAYBOOK_LIMITS.steps} steps`, `${steps}`)
  return { id, modified, name: typeof name === 'string' ? name : id, value }
}

function parse(bytes: Uint8Array): unknown {
  if (bytes.length > PLAYBOOK_LIMITS.bytes)
    throw tooLarge(`${PLAYBOOK_LIMITS.bytes} bytes`, `${bytes.length}`)
  const scan = freshScan()
  const from = bytes.findIndex((byte) => byte > 0x20)
  if (bytes[from] !== 0x7b)
    throw new CacaoError('playbook.malformed', 'expected a JSON object, got something else')
  passOver(bytes, from, scan)
  if (scan.deepest > PLAYBOOK_LIMITS.depth)
    throw tooLarge(`${PLAYBOOK_LIMITS.depth} levels`, `${scan.deepest}`)
  const value = parseText(bytes)
  const members = countMembers(value)
  if (members !== scan.members)
    throw new CacaoError(
      'playbook.malformed',
      `expected each name once in an object, got ${scan.members} names of which ${members} are told apart`,
    )
  return value
}

function parseText(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    if (isWhole(value)) return value
    throw new CacaoError('playbook.malformed', 'expected whole characters, got half of a pair')
  } catch (error) {
    if (error instanceof CacaoError) throw error
    const message = error instanceof Error ? error.message : 'something else'
    throw new CacaoError('playbook.malformed', `expected JSON in UTF-8, got ${message}`, {
      cause: error,
    })
  }
}

/** How many members the value has: a name that stands twice is counted once. */
function countMembers(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countMembers(one), 0)
  return entriesOf(value).reduce((sum, [, one]) => sum + 1 + countMembers(one), 0)
}

/** Whether no text in the value has half of a surrogate pair: RFC 8785 has no bytes for it. */
function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (Array.isArray(value)) return value.every(isWhole)
  return entriesOf(value).every(([key, one]) => key.isWellFormed() && isWhole(one))
}

const notCacao = (expected: string, value: unknown) =>
  new CacaoError('playbook.not-cacao', `expected ${expected}, got ${got(value)}`)

const tooLarge = (most: string, came: string) =>
  new CacaoError('playbook.too-large', `expected at most ${most}, got ${came}`)
