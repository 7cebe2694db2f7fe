import { hash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { beginIntake, recordAgain, type ReceivedCounts } from './intake/record.ts'
import {
  addKnown,
  countAgain,
  fateOf,
  judge,
  knownAs,
  loosensBeside,
  knownBefore,
  never,
  type Again,
  type Known,
} from './judge.ts'
import {
  listFirst,
  listLater,
  newListing,
  writeRows,
  type Content,
  type Listing,
} from './listing.ts'
import { recalledIn, type Recalled } from './recalled.ts'
import { searchOf, type SearchTable } from './search.ts'
import { insertEach, insertMany } from '../platform/db/statements.ts'
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
  const isPersons = !source.from && source.outside !== true
  const intake = isPersons
    ? (source.intake ?? (await beginIntake(transaction, { ...source, name: clean(source.name) })))
    : undefined
  return {
    import: seq,
    ...(intake === undefined ? {} : { intake }),
    mayLoosen: !isPersons || source.seconded === true,
    seq: last.version,
    again: never(),
    recalled: await recalledIn(transaction),
    first: last.version + 1,
    counts: { new: 0, changed: 0, older: 0, duplicate: 0, conflict: 0 },
    listing: newListing(),
    words: { rows: [], size: 0 },
  }
}

async function lastSeqs(db: Db) {
  const last = async (table: 'stix_import' | 'stix_version' | 'stix_undone') => {
    const { seq } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow()
    return Number(seq ?? 0)
  }
  // The place of what was undone is never given again: others count by places.
  const version = Math.max(await last('stix_version'), await last('stix_undone'))
  return { import: await last('stix_import'), version }
}

/** PostgreSQL keeps no NUL in a text; the bytes keep it. */
export const clean = (text: string) => text.replaceAll('\0', ' ')

export type Receiving = {
  readonly import: number
  /** Its number among the imports of persons, where it is one. */
  readonly intake?: number
  /** Another’s node and a program answer for their own labels; of this node’s persons two do. */
  readonly mayLoosen: boolean
  /** The place of the first content that it adds. */
  readonly first: number
  seq: number
  readonly again: Again
  readonly recalled: Recalled
  /** How many objects came to what. */
  readonly counts: ReceivedCounts
  readonly listing: Listing
  /** Rows of the full-text table that wait, and how many characters they have. */
  readonly words: { rows: SearchTable[]; size: number }
}

/** Characters of words that wait at most. */
const WAITING = 1_000_000

/**
 * Writes the words that wait. SQLite sorts them in memory, and has to write what it sorted before each statement of
 * another table that it may have to undo: so they are not written between those, but together.
 */
export async function writeWords(db: Db, { words }: Receiving): Promise<void> {
  await insertEach<Tables>(db, 'stix_words', words.rows)
  words.rows = []
  words.size = 0
}

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
  const { row } = searchOf(transaction)
  for (const object of objects) {
    const sha256 = hash('sha256', object.bytes)
    const others = known.get(object.id) ?? []
    const judging = { version: object.version, value: object.value, sha256 }
    const asked = judge(judging, others)
    const told = asked instanceof Promise ? await asked : asked
    const { outcome, isOlder, beside } = told
    if (!receiving.mayLoosen && beside && (await loosensBeside(object.value, told))) {
      taken.push({ outcome: 'second', seq: beside.seq })
      continue
    }
    receiving.counts[fateOf({ outcome, isOlder })] += 1
    if (outcome === 'held') {
      taken.push({ outcome, seq: beside!.seq, ...again(receiving, object) })
      continue
    }
    countAgain(receiving.again, object.id, outcome)
    const seq = (receiving.seq += 1)
    taken.push({ outcome, seq, ...again(receiving, object) })
    const content = contentAt(object, seq, receiving.import)
    if (others.length === 0) listFirst(receiving.listing, content)
    else await listAfter(transaction, receiving, content, others)
    addKnown(known, object.id, knownAs(judging, seq))
    rows.push(rowOf(object, { seq, sha256, import: receiving.import }))
    wait(receiving.words, row(seq, wordsOf(object.value)))
    for (const target of object.references) {
      const sources = references.get(target)
      if (sources) sources.push(seq)
      else references.set(target, [seq])
    }
  }
  await insertMany<Tables>(transaction, 'stix_version', rows)
  await insertMany<Tables>(transaction, 'stix_reference', inOrder(references))
  await writeRows(transaction, receiving.listing)
  await recordAgain(
    transaction,
    receiving.import,
    taken.flatMap(({ outcome, seq }) => (outcome === 'held' ? [seq] : [])),
  )
  if (receiving.words.size > WAITING) await writeWords(transaction, receiving)
  return taken
}

function wait(words: Receiving['words'], row: SearchTable) {
  words.rows.push(row)
  words.size += row.name.length + row.body.length
}

/** What was called back comes in as anything does, and is told: it does not leave until somebody lets it. */
const again = ({ recalled }: Receiving, { id, bytes }: Incoming) =>
  recalled.of(id, bytes) ? { recalled: true as const } : {}

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
