import { hash } from 'node:crypto'
import { loosens } from '@entente/release'
import { contentOf } from '@entente/stix'
import { IntelligenceError } from './error.ts'
import { askMany } from '../platform/db/statements.ts'
import type { Incoming, Outcome } from './store.ts'
import type { Db, Fate } from './tables.ts'

/** One content that is known of an id, before another comes. */
export type Known = {
  readonly seq: number
  readonly version: string
  readonly sha256: string
  /** What it says. */
  readonly value: () => Promise<Value>
  /** The hash of that; undefined where it cannot be told for certain. */
  readonly content: () => Promise<string | undefined>
}

type Value = Incoming['value']

/** What an object is beside what is known of its id, and which content that was told by. */
type Judged = {
  readonly outcome: Outcome
  /** The newest version is newer than this one: it came late. */
  readonly isOlder: boolean
  /** The same content, the one that it contradicts, or the newest version; absent where the id is new. */
  readonly beside?: Known
}

const FATES = { new: 'new', version: 'changed', held: 'duplicate', conflict: 'conflict' } as const

/** The same in one word, as people are told. */
export const fateOf = ({ outcome, isOlder }: Pick<Judged, 'outcome' | 'isOlder'>): Fate =>
  isOlder ? 'older' : FATES[outcome]

type Judging = Pick<Incoming, 'version' | 'value'> & { readonly sha256: string }

const NEW: Judged = { outcome: 'new', isOlder: false }

/**
 * Whether an object adds something. Layout and order of members say nothing; a date says a version. Nothing is waited
 * for where nothing has to be read: most are new.
 */
export function judge(object: Judging, known: readonly Known[]): Judged | Promise<Judged> {
  if (known.length === 0) return NEW
  const same = known.filter(({ version }) => version === object.version)
  if (same.length > 0) return judgeSame(object, same)
  const newest = known.reduce((one, other) => (other.version > one.version ? other : one))
  return { outcome: 'version', isOlder: newest.version > object.version, beside: newest }
}

async function judgeSame({ sha256, value }: Judging, same: readonly Known[]): Promise<Judged> {
  const is = (outcome: Outcome, beside: Known): Judged => ({ outcome, isOlder: false, beside })
  const equal = same.find((other) => other.sha256 === sha256)
  if (equal) return is('held', equal)
  const content = fingerprint(value)
  if (content === undefined) return is('conflict', same[0]!)
  for (const other of same) if ((await other.content()) === content) return is('held', other)
  return is('conflict', same[0]!)
}

/** An object that came in just now, as whatever comes behind it knows it. */
export const knownAs = ({ version, sha256, value }: Judging, seq: number): Known => ({
  version,
  sha256,
  seq,
  value: () => Promise.resolve(value),
  content: once(() => fingerprint(value)),
})

/** The same of bytes that are read only where somebody asks. */
export const knownOf = (
  of: Pick<Known, 'seq' | 'version' | 'sha256'>,
  read: () => Promise<Uint8Array>,
): Known => {
  const value = once(async () => JSON.parse(new TextDecoder().decode(await read())) as Value)
  return { ...of, value, content: once(async () => fingerprint(await value())) }
}

/** Whether an object goes further than what it was judged by: that takes two persons. */
export const loosensBeside = async (value: Value, { outcome, beside }: Judged): Promise<boolean> =>
  outcome !== 'held' && beside !== undefined && loosens(value, await beside.value())

function fingerprint(object: Value): string | undefined {
  const content = contentOf(object)
  return content === undefined ? undefined : hash('sha256', content)
}

/** Asks the first time only. */
function once<T>(ask: () => T | Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= Promise.resolve(ask()))
}

/** What the store has of these ids. */
export async function knownBefore(
  db: Db,
  objects: readonly Pick<Incoming, 'id'>[],
): Promise<Map<string, Known[]>> {
  const known = new Map<string, Known[]>()
  const ids = [...new Set(objects.map(({ id }) => id))]
  const rows = await askMany(db, 'known', ids, (some) =>
    db
      .selectFrom('stix_version')
      .select(['id', 'version', 'sha256', 'seq'])
      .where('id', 'in', some),
  )
  for (const { id, version, sha256, seq } of rows) {
    const one = knownOf({ version, sha256, seq: Number(seq) }, async () => {
      const { bytes } = await db
        .selectFrom('stix_version')
        .select('bytes')
        .where('seq', '=', seq)
        .executeTakeFirstOrThrow()
      return bytes
    })
    addKnown(known, id, one)
  }
  return known
}

export function addKnown(known: Map<string, Known[]>, id: string, one: Known): void {
  const others = known.get(id)
  if (others) others.push(one)
  else known.set(id, [one])
}

/** How often one file said something else of an id: other dates, or other contents of one date. */
export type Again = {
  readonly version: Map<string, number>
  readonly conflict: Map<string, number>
}

export const never = (): Again => ({ version: new Map(), conflict: new Map() })

/** Whoever sends may send one id without end; each more is compared with all before it. */
const MOST_AGAIN = { version: 10_000, conflict: 100 } as const

export function countAgain(again: Again, id: string, outcome: Outcome): void {
  if (outcome === 'new' || outcome === 'held') return
  const times = (again[outcome].get(id) ?? 0) + 1
  again[outcome].set(id, times)
  if (times > MOST_AGAIN[outcome])
    throw new IntelligenceError(
      'import.too-many',
      `expected at most ${MOST_AGAIN[outcome]} ${outcome === 'version' ? 'more versions' : 'other contents'} of an object in a file, got more of ${id}`,
    )
}
