import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { bundle, identity, stream, uuid } from '../../test/bundles.ts'
import { TLP2 } from '../../test/markings.ts'
import { STORE_KINDS } from '../../test/stores.ts'
import type { Facets } from '../api.ts'
import type { Database } from '../platform/db/index.ts'
import { facetsOf } from './facets.ts'
import { importBundle } from './import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from './object-store.ts'
import { SORTS, type IntelligenceStore, type Sort } from './store.ts'
import type { Tables } from './tables.ts'
import { findObjects } from './view.ts'

const NOW = Date.UTC(2026, 10, 25)
const DAY = 86_400_000
const clock = { now: () => NOW }
const ALDER = identity('Alder CSIRT')
const marked = (id: string) => ({ object_marking_refs: [id] })
const NEEDED: Readonly<Record<string, object>> = {
  indicator: {
    pattern: "[file:name = 'a']",
    pattern_type: 'stix',
    valid_from: '2026-11-01T00:00:00Z',
  },
  note: { content: 'a', object_refs: [ALDER.id] },
}
const object = (type: string, word: string, more: Record<string, unknown> = {}) => ({
  ...identity(word, { ...NEEDED[type], ...more }),
  type,
  id: `${type}--${uuid(word)}`,
})

/** What each file holds, when it came, and from whom; worked out by hand below. */
const FILES = [
  {
    name: 'first file.json',
    at: NOW - 40 * DAY,
    objects: [
      ALDER,
      object('malware', 'Wiper', { created_by_ref: ALDER.id, ...marked(TLP2.amber) }),
      object('indicator', 'Burst', { created_by_ref: ALDER.id, labels: ['tlp:green'] }),
    ],
  },
  {
    name: 'from Birch',
    at: NOW - 2 * DAY,
    from: { case: `sha256:${'a'.repeat(64)}`, custodian: 'XB' },
    objects: [
      object('indicator', 'Login', { ...marked(TLP2.green), revoked: true }),
      object('malware', 'Old wiper', { x_mitre_deprecated: true }),
      object('note', 'Eyes only', marked(TLP2.red)),
    ],
  },
  {
    name: 'third.json',
    at: NOW - 3_600_000,
    objects: [
      // Another version of the first indicator, and another content of the malware.
      object('indicator', 'Burst', {
        created_by_ref: ALDER.id,
        labels: ['tlp:green'],
        modified: '2026-11-20T09:00:00.000Z',
        name: 'Burst, port 7547',
      }),
      object('malware', 'Wiper', {
        created_by_ref: ALDER.id,
        ...marked(TLP2.amber),
        name: 'Wiper, variant 2',
      }),
      object('tool', 'Client', {
        ...marked(TLP2.green),
        granular_markings: [{ marking_ref: TLP2.red, selectors: ['description'] }],
        description: 'where it was seen',
      }),
    ],
  },
] as const

const QUERIES: readonly (readonly [string, readonly string[]])[] = [
  ['type:indicator', ['Burst, port 7547', 'Login']],
  ['type:indicator tlp:green from:XB', ['Login']],
  ['-type:indicator -type:malware', ['Client', 'Eyes only', 'Alder CSIRT']],
  ['from:"first file.json"', ['Alder CSIRT']],
  ['by:"alder csirt" is:conflict', ['Wiper, variant 2']],
  [`by:${ALDER.id} -is:conflict`, ['Burst, port 7547']],
  ['by:none type:tool', ['Client']],
  ['by:nobody', []],
  ['seen:>1d', ['Client', 'Wiper, variant 2', 'Burst, port 7547']],
  ['seen:<3d', ['Alder CSIRT']],
  ['modified:>2026-11-10', ['Burst, port 7547']],
  ['is:revoked is:deprecated', ['Old wiper', 'Login']],
  ['wiper', ['Wiper, variant 2', 'Old wiper']],
  ['wiper is:deprecated', ['Old wiper']],
  ['"variant 2"', ['Wiper, variant 2']],
  ['"2 variant"', []],
  // By a word of a version that is not the newest.
  ['burst modified:>10d', ['Burst, port 7547']],
  [identity('Alder CSIRT').id, ['Alder CSIRT']],
  [`${identity('Alder CSIRT').id} type:malware`, []],
]

type Bench = { readonly store: IntelligenceStore; readonly database: Database }

const NUL_CURSOR = Buffer.from(JSON.stringify([0, 1, '\0'])).toString('base64url')

const asked = { red: true, clock }
const counts = ({ facets }: Facets, of: keyof Facets['facets']) =>
  Object.fromEntries(
    facets[of].values.map(({ value, name, count }) => [name ?? value, count] as const),
  )
const ids = async (store: IntelligenceStore, q: string, red = true) =>
  (await findObjects(store, { ...asked, q, red, limit: 50 })).objects.map(({ name }) => name)

describe.each(STORE_KINDS)('the bench over $name', (kind) => {
  const withBench = async (work: (bench: Bench) => Promise<void>) => {
    await using empty = await kind.empty()
    await using database = await empty.open(intelligenceMigrations)
    const store = intelligenceStore(database)
    for (const { name, at, objects, ...file } of FILES)
      await importBundle(store, stream(bundle(...objects)), {
        name,
        clock: { now: () => at },
        ...file,
      })
    await work({ store, database })
  }

  test('counts what is held, by every facet', () =>
    withBench(async ({ store }) => {
      const found = await facetsOf(store, '', asked)
      expect(found).toMatchObject({ total: 7, withheld: 0 })
      expect(counts(found, 'type')).toEqual({
        identity: 1,
        indicator: 2,
        malware: 2,
        note: 1,
        tool: 1,
      })
      expect(counts(found, 'tlp')).toEqual({ red: 1, amber: 1, green: 3, none: 2 })
      expect(counts(found, 'by')).toEqual({ none: 5, 'Alder CSIRT': 2 })
      // The newest version says where an object is from.
      expect(counts(found, 'from')).toEqual({ 'first file.json': 1, XB: 3, 'third.json': 3 })
      expect(counts(found, 'seen')).toEqual({ '>1d': 3, '>3d': 6, '>7d': 6, '>30d': 6 })
      expect(counts(found, 'is')).toEqual({ revoked: 1, deprecated: 1, conflict: 1 })
    }))

  test('leaves a facet its alternatives, and holds the others to what is chosen', () =>
    withBench(async ({ store }) => {
      const found = await facetsOf(store, 'type:malware tlp:amber', asked)
      expect(found.total).toBe(1)
      expect(counts(found, 'type')).toEqual({ malware: 1 })
      expect(counts(found, 'tlp')).toEqual({ amber: 1, none: 1 })
      const either = await facetsOf(store, 'type:malware type:tool', asked)
      expect(either.total).toBe(3)
      expect(counts(either, 'type')).toMatchObject({ indicator: 2, malware: 2, tool: 1 })
    }))

  test('finds what a query says, and counts the same', () =>
    withBench(async ({ store }) => {
      for (const [q, names] of QUERIES) {
        expect(new Set(await ids(store, q)), q).toEqual(new Set(names))
        expect(await facetsOf(store, q, asked), q).toMatchObject({ total: names.length })
      }
    }))

  test('shows nobody what is TLP:RED, in whole or in part, who has no part in it, and says how much', () =>
    withBench(async ({ store }) => {
      expect(await ids(store, 'type:note', false)).toEqual([])
      expect(await ids(store, 'type:note type:tool type:indicator', false)).toHaveLength(2)
      const found = await facetsOf(store, '', { red: false, clock })
      expect(found).toMatchObject({ total: 5, withheld: 2 })
      // Neither words, ids nor conditions tell anything of what stands in it.
      for (const q of ['zzz', 'type:note', '-type:note', ...QUERIES.map(([each]) => each)])
        expect(await facetsOf(store, q, { red: false, clock }), q).toMatchObject({ withheld: 2 })
      expect(counts(found, 'type')).not.toHaveProperty('note')
      expect(counts(found, 'tlp')).not.toHaveProperty('red')
    }))

  test('walks every order a page at a time and jumps, each object once', () =>
    withBench(async ({ store }) => {
      for (const by of SORTS)
        for (const down of [true, false]) {
          const sort: Sort = { by, down }
          const whole = await findObjects(store, { ...asked, q: '', sort, limit: 50 })
          const all = whole.objects.map(({ id }) => id)
          const walked: string[] = []
          let after: string | undefined
          do {
            const at = after === undefined ? {} : { after }
            const page = await findObjects(store, { ...asked, q: '', sort, limit: 2, ...at })
            walked.push(...page.objects.map(({ id }) => id))
            after = page.next
          } while (after !== undefined)
          expect(walked).toEqual(all)
          const jump = await findObjects(store, { ...asked, q: '', sort, limit: 2, offset: 3 })
          expect(jump.objects.map(({ id }) => id)).toEqual(all.slice(3, 5))
          const turned = { by, down: !down }
          const other = await findObjects(store, { ...asked, q: '', sort: turned, limit: 50 })
          expect(other.objects.map(({ id }) => id)).toEqual(all.toReversed())
        }
    }))

  test('is the same when it is made anew from what came in', () =>
    withBench(async ({ store, database }) => {
      const before = await Promise.all([facetsOf(store, '', asked), ids(store, '')])
      const db = database.as<Tables & { migration: { id: string } }>()
      for (const table of ['stix_object', 'stix_later', 'stix_cell'])
        await sql.raw(`drop table ${table}`).execute(db)
      const migration = intelligenceMigrations.find(({ id }) => id === 'intelligence-3-listing')!
      await db.transaction().execute((transaction) => migration.up(transaction as never))
      expect(await Promise.all([facetsOf(store, '', asked), ids(store, '')])).toEqual(before)
    }))

  test('has nothing of a file that is refused, in any count', () =>
    withBench(async ({ store }) => {
      const before = await facetsOf(store, '', asked)
      const many = Array.from({ length: 1_500 }, (_, at) => identity(`n${at}`))
      const bad = bundle(...many).slice(0, -2)
      await expect(
        importBundle(store, stream(bad), { name: 'bad.json', clock }),
      ).rejects.toMatchObject({ code: 'json.truncated' })
      expect(await facetsOf(store, '', asked)).toEqual(before)
    }))

  test('answers a hostile query with what it expected, where, and never with SQL', () =>
    withBench(async ({ store }) => {
      for (const [q, at] of [
        ["type:x'); drop table stix_object; --", 1],
        ['wiper tlp:purple', 7],
        ['from:"open', 1],
        ['kind:x', 1],
        ['seen:>1e9d', 1],
      ] as const)
        await expect(facetsOf(store, q, asked)).rejects.toMatchObject({
          code: 'query.malformed',
          message: expect.stringMatching(new RegExp(`^expected .*, at character ${at}, got `)),
        })
      for (const q of ["from:x');", 'by:"%"', 'from:"\0"', '-from:_', "from:'", 'seen:>9999w'])
        await findObjects(store, { ...asked, q, limit: 5 })
      for (const after of ['', 'x', 'WzAsMSwiJyJd', 'WzAsMSwwXQ', 'W10', 'bnVsbA', NUL_CURSOR])
        for (const by of SORTS)
          await findObjects(store, { ...asked, q: '', sort: { by, down: true }, limit: 2, after })
      expect(await ids(store, '')).toHaveLength(7)
    }))
})
