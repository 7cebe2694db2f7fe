import { createHash } from 'node:crypto'
import { STORE_KINDS } from '../apps/node/test/stores.ts'
import { facetsOf } from '../apps/node/src/intelligence/facets.ts'
import { importBundle } from '../apps/node/src/intelligence/import-bundle.ts'
import {
  intelligenceMigrations,
  intelligenceStore,
} from '../apps/node/src/intelligence/object-store.ts'
import type { Tables } from '../apps/node/src/intelligence/tables.ts'
import type { IntelligenceStore } from '../apps/node/src/intelligence/store.ts'
import { findObjects } from '../apps/node/src/intelligence/view.ts'
import { TLP2 } from '../apps/node/test/markings.ts'
import { exponentOf, median, type Figure } from './figure.ts'

/** As many as ATT&CK enterprise has, and fewer and more. */
const SIZES = [2_000, 24_771, 200_000]
const RUNS = 11
const FILES = 20
const NOW = Date.UTC(2026, 10, 25)
const DAY = 86_400_000
const BUDGET = 100

const asked = { red: true, clock: { now: () => NOW } }
const page = { ...asked, limit: 100 }

/** What a person at the table asks for, from the cheapest to the dearest. */
const QUESTIONS: readonly {
  readonly what: string
  readonly ask: (store: IntelligenceStore, size: number) => Promise<unknown>
}[] = [
  { what: 'counts of every facet', ask: (store) => facetsOf(store, '', asked) },
  {
    what: 'counts under three conditions',
    ask: (store) => facetsOf(store, 'type:indicator tlp:amber seen:>7d', asked),
  },
  {
    what: 'first page under three conditions',
    ask: (store) => findObjects(store, { ...page, q: 'type:indicator tlp:amber seen:>7d' }),
  },
  {
    what: 'a page by name',
    ask: (store) => findObjects(store, { ...page, q: '', sort: { by: 'label', down: false } }),
  },
  {
    what: 'a jump into the middle',
    ask: (store, size) => findObjects(store, { ...page, q: '', offset: Math.floor(size / 2) }),
  },
  { what: 'a rare word', ask: (store) => findObjects(store, { ...page, q: 'needle' }) },
]

/** P14: the table of objects and its counts, as what is held grows. */
export async function searchObjects(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const kind of STORE_KINDS) {
    const took = QUESTIONS.map(() => [] as { n: number; milliseconds: number }[])
    let counting = 0
    for (const size of SIZES) {
      await using empty = await kind.empty()
      await using database = await empty.open(intelligenceMigrations)
      const store = intelligenceStore(database)
      await fill(store, size)
      // What PostgreSQL does by itself within a minute; SQLite never does.
      const db = database.as<Tables>()
      const count = db
        .selectFrom('stix_object')
        .select(['type', ({ fn }) => fn.countAll().as('count')])
        .groupBy('type')
        .compile()
      if (kind.name === 'PostgreSQL') await db.executeQuery({ ...count, sql: 'analyze' })
      for (const [at, { ask }] of QUESTIONS.entries()) {
        await ask(store, size)
        const milliseconds = await median(RUNS, () => timed(() => ask(store, size)))
        took[at]!.push({ n: size, milliseconds })
      }
      counting = await median(RUNS, () => timed(() => db.executeQuery(count)))
    }
    for (const [at, { what }] of QUESTIONS.entries())
      figures.push(row(`${what}, ${kind.name}`, took[at]!, counting))
  }
  return figures
}

/** The limit is what one count over all objects takes where nothing is counted beforehand. */
function row(
  what: string,
  sizes: readonly { n: number; milliseconds: number }[],
  limit: number,
): Figure {
  const { milliseconds } = sizes.at(-1)!
  return {
    id: 'P14',
    what: `200,000 objects: ${what}; limit: one count over all of them`,
    figure: milliseconds,
    unit: 'ms',
    limit,
    ratio: milliseconds / limit,
    budget: `≤ ${BUDGET} ms`,
    met: milliseconds <= BUDGET,
    sizes: sizes.map(({ n, milliseconds: figure }) => ({ n, figure })),
    exponent: exponentOf(sizes),
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const TYPES = ['indicator', 'malware', 'identity', 'tool', 'report', 'campaign', 'note', 'grouping']
const MARKS = [TLP2.amber, TLP2.green, TLP2.clear, TLP2.strict, undefined]

async function fill(store: IntelligenceStore, size: number): Promise<void> {
  for (let file = 0; file < FILES; file++) {
    const clock = { now: () => NOW - (FILES - file) * DAY }
    await importBundle(store, bundle(file, size), { name: `file-${file}.json`, clock })
  }
}

async function* bundle(file: number, size: number) {
  const encoder = new TextEncoder()
  yield encoder.encode(`{"type":"bundle","id":"bundle--${uuid(`bundle ${file}`)}","objects":[`)
  for (let at = file, first = true; at < size; at += FILES, first = false) {
    await Promise.resolve()
    yield encoder.encode(`${first ? '' : ','}${JSON.stringify(object(at))}`)
  }
  yield encoder.encode(']}')
}

/** Every one different in name and date, with types, labels and authors in turn. */
function object(at: number) {
  const type = TYPES[at % TYPES.length]!
  const mark = MARKS[at % MARKS.length]
  const date = new Date(NOW - (at % 1_000) * DAY).toISOString()
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${uuid(`${at}`)}`,
    created: date,
    modified: date,
    created_by_ref: `identity--${uuid(`author ${at % 12}`)}`,
    name: `${uuid(`name ${at}`).slice(0, 8)} ${type} ${at}`,
    description: at % 1_999 === 7 ? 'a needle in it' : `what is said of number ${at}`,
    ...(mark === undefined ? {} : { object_marking_refs: [mark] }),
    ...EXTRA[type],
  }
}

const EXTRA: Readonly<Record<string, object>> = {
  indicator: {
    pattern: "[ipv4-addr:value = '198.51.100.7']",
    pattern_type: 'stix',
    valid_from: '2026-11-20T09:00:00Z',
  },
  malware: { is_family: true },
}

function uuid(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
