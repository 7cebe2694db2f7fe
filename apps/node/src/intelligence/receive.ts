import { hash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { contentOf } from '@entente/stix'
import { IntelligenceError } from './error.ts'
import {
  listFirst,
  listLater,
  newListing,
  writeRows,
  type Content,
  type Listing,
} from './listing.ts'
import { searchOf, type SearchTable } from './search.ts'
import { askMany, insertEach, insertMany } from '../platform/db/statements.ts'
import type { Incoming, Source, Taken } from './store.ts'
import type { Db, Tables, Version } from './tables.ts'
import { nameOf, wordsOf } from './words.ts'

/** Begins a file in a transaction: what comes in is numbered after what is there. */
export async function beginReceiving(
  transaction: Transaction<Tables>,
  source: Source,
): Promise<Receiving> {
  const last = await lastSeqs(transaction)
  const seq = last.import + 1
  await transaction
    .insertInto('stix_import')
    .values({
      seq,
      name: clean(source.name),
      added_at: source.addedAt,
      charter: source.from?.case ?? null,
      custodian: source.from?.custodian ?? null,
      outside: source.outside === true ? 1 : null,
    })
    .execute()
  return {
    import: seq,
    seq: last.version,
    again: { version: new Map(), conflict: new Map() },
    listing: newListing(),
  }
}

async function lastSeqs(db: Db) {
  const last = async (table: 'stix_import' | 'stix_version') => {
    const { seq } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow()
    return Number(seq ?? 0)
  }
  return { import: await last('stix_import'), version: await last('stix_version') }
}

/** PostgreSQL keeps no NUL in a text; the bytes keep it. */
const clean = (text: string) => text.replaceAll('\0', ' ')

export type Receiving = {
  readonly import: number
  seq: number
  /** How often this file said something else of an id: other dates, or other contents of one date. */
  readonly again: { readonly version: Map<string, number>; readonly conflict: Map<string, number> }
  readonly listing: Listing
}

/** Whoever sends may send one id without end; each more is compared with all before it. */
const MOST_AGAIN = { version: 10_000, conflict: 100 } as const

/** Takes in some objects of the file, and says of each what became of it. */
export async function receive(
  transaction: Transaction<Tables>,
  receiving: Receiving,
  objects: readonly Incoming[],
): Promise<readonly Taken[]> {
  if (objects.length === 0) return []
  const known = await knownBefore(transaction, objects)
  const taken: Taken[] = []
  const rows: Version[] = []
  const references = new Map<string, number[]>()
  const words: SearchTable[] = []
  const { row } = searchOf(transaction)
  for (const object of objects) {
    const sha256 = hash('sha256', object.bytes)
    const others = known.get(object.id) ?? []
    // Most are new: nothing is waited for where nothing has to be read.
    const judged = others.length === 0 ? 'new' : await judge(object, sha256, others)
    if (typeof judged === 'object') {
      taken.push({ outcome: 'held', seq: judged.seq })
      continue
    }
    const outcome = judged
    if (outcome !== 'new') countAgain(receiving, object.id, outcome)
    const seq = (receiving.seq += 1)
    taken.push({ outcome, seq })
    const content = contentAt(object, seq, receiving.import)
    if (others.length === 0) listFirst(receiving.listing, content)
    else await listAfter(transaction, receiving, content, others)
    const print = once(() => fingerprint(object.value))
    others.push({ version: object.version, sha256, seq, content: print })
    known.set(object.id, others)
    rows.push(rowOf(object, { seq, sha256, import: receiving.import }))
    words.push(row(seq, wordsOf(object.value)))
    for (const target of object.references) {
      const sources = references.get(target)
      if (sources) sources.push(seq)
      else references.set(target, [seq])
    }
  }
  await insertMany<Tables>(transaction, 'stix_version', rows)
  await insertMany<Tables>(transaction, 'stix_reference', inOrder(references))
  await insertEach<Tables>(transaction, 'stix_words', words)
  await writeRows(transaction, receiving.listing)
  return taken
}

const contentAt = (object: Incoming, seq: number, of: number): Content => ({
  seq,
  id: object.id,
  type: object.type,
  version: object.version,
  import: of,
  value: object.value,
})

/** Puts a content into the lists, after the others of its object. */
function listAfter(
  db: Db,
  { listing }: Receiving,
  content: Content,
  others: readonly Known[],
): Promise<void> {
  const number = others.reduce((least, { seq }) => Math.min(least, seq), Infinity)
  const conflicts = others.some(({ version }) => version === content.version)
  return listLater(db, listing, content, { number, conflicts })
}

/** In order of the index that they go into, neighbours are written together. */
function inOrder(references: ReadonlyMap<string, readonly number[]>): Tables['stix_reference'][] {
  return [...references.keys()]
    .toSorted()
    .flatMap((target) => references.get(target)!.map((source) => ({ target, source })))
}

function countAgain({ again }: Receiving, id: string, outcome: 'version' | 'conflict') {
  const times = (again[outcome].get(id) ?? 0) + 1
  again[outcome].set(id, times)
  if (times > MOST_AGAIN[outcome])
    throw new IntelligenceError(
      'import.too-many',
      `expected at most ${MOST_AGAIN[outcome]} ${outcome === 'version' ? 'more versions' : 'other contents'} of an object in a file, got more of ${id}`,
    )
}

function rowOf(object: Incoming, at: { seq: number; sha256: string; import: number }): Version {
  const name = nameOf(object.value)
  return {
    ...at,
    id: object.id,
    type: object.type,
    name: name === undefined ? null : clean(name),
    modified: object.modified ?? null,
    version: object.version,
    bytes: object.bytes,
  }
}

type Known = {
  readonly seq: number
  readonly version: string
  readonly sha256: string
  /** The hash of what it says; undefined where that cannot be told for certain. */
  readonly content: () => Promise<string | undefined>
}

/**
 * Whether an object adds something, or which content says the same. Layout and order of members say
 * nothing; a date says a version.
 */
async function judge(
  object: Incoming,
  sha256: string,
  others: readonly Known[],
): Promise<'version' | 'conflict' | Known> {
  const same = others.filter(({ version }) => version === object.version)
  if (same.length === 0) return 'version'
  const equal = same.find((other) => other.sha256 === sha256)
  if (equal) return equal
  const content = fingerprint(object.value)
  if (content === undefined) return 'conflict'
  for (const other of same) if ((await other.content()) === content) return other
  return 'conflict'
}

function fingerprint(object: Readonly<Record<string, unknown>>): string | undefined {
  const content = contentOf(object)
  return content === undefined ? undefined : hash('sha256', content)
}

/** Asks the first time only. */
function once<T>(ask: () => T | Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= Promise.resolve(ask()))
}

/** What the store has of the ids that come in now. */
async function knownBefore(db: Db, objects: readonly Incoming[]) {
  const known = new Map<string, Known[]>()
  const ids = [...new Set(objects.map(({ id }) => id))]
  const rows = await askMany(db, 'known', ids, (some) =>
    db
      .selectFrom('stix_version')
      .select(['id', 'version', 'sha256', 'seq'])
      .where('id', 'in', some),
  )
  for (const { id, version, sha256, seq } of rows) {
    const content = once(async () => {
      const { bytes } = await db
        .selectFrom('stix_version')
        .select('bytes')
        .where('seq', '=', seq)
        .executeTakeFirstOrThrow()
      return fingerprint(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>)
    })
    const others = known.get(id) ?? []
    others.push({ version, sha256, seq: Number(seq), content })
    known.set(id, others)
  }
  return known
}
