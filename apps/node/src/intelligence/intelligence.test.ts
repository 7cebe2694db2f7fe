import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { bundle, DATE, identity, packed, stream, uuid } from '../../test/bundles.ts'
import { STORE_KINDS, type StoreKind } from '../../test/stores.ts'
import { importBundle } from './import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from './object-store.ts'
import { searchOf } from './search.ts'
import type { IntelligenceStore } from './store.ts'
import type { Tables } from './tables.ts'
import { findObjects, objectView } from './view.ts'

const clock = { now: () => Date.UTC(2026, 10, 25) }

async function withStore(kind: StoreKind, work: (store: IntelligenceStore) => Promise<void>) {
  await using empty = await kind.empty()
  await using database = await empty.open(intelligenceMigrations)
  await work(intelligenceStore(database))
}

const take = (store: IntelligenceStore, content: string | Uint8Array, name = 'file.json') =>
  importBundle(store, stream(content), { name, clock })
const found = async (store: IntelligenceStore, words: string) =>
  (await findObjects(store, { q: words, red: true, clock, limit: 50 })).objects.map(
    ({ name, id }) => name ?? id,
  )
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe.each(STORE_KINDS)('evidence in $name', (kind) => {
  test('is kept byte for byte, with where it came from', () =>
    withStore(kind, async (store) => {
      const text = `{ "id":"identity--${uuid('a')}", "type":"identity","spec_version":"2.1",\t"created":"${DATE}","modified":"${DATE}","name":"\\u00c4 \\u0000"}`
      const report = await take(
        store,
        `{"objects":[${text}],"type":"bundle","id":"bundle--${uuid('b')}"}`,
      )
      expect(report).toMatchObject({ objects: 1, new: 1, bundle: `bundle--${uuid('b')}` })
      const view = await objectView(store, `identity--${uuid('a')}`)
      expect(view?.versions).toEqual([
        {
          modified: DATE,
          sha256: sha256(text),
          addedAt: '2026-11-25T00:00:00.000Z',
          source: 'file.json',
          text,
          conflictsWith: [],
        },
      ])
    }))

  test('is referred to by as many as a person may see', () =>
    withStore(kind, async (store) => {
      const note = (name: string, more: object = {}) => ({
        ...identity(name),
        type: 'note',
        id: `note--${uuid(name)}`,
        content: name,
        object_refs: [identity('a').id],
        ...more,
      })
      const [one, red] = [note('one'), note('red', { labels: ['tlp:red'] })]
      await take(store, bundle(identity('a'), one, red))
      // What was TLP:RED stays so under a later label.
      await take(store, bundle({ ...red, labels: ['tlp:green'], modified: '2026-11-24T00:00:00Z' }))
      const of = async (asRed: boolean) => {
        const { count, first } = await store.referrers(identity('a').id, { red: asRed, limit: 1 })
        return [count, first.length]
      }
      expect([await of(true), await of(false)]).toEqual([
        [2, 1],
        [1, 1],
      ])
    }))

  test('that comes again adds nothing, in whatever layout', () =>
    withStore(kind, async (store) => {
      await take(store, bundle(identity('a')))
      const turned = Object.fromEntries(Object.entries(identity('a')).toReversed())
      for (const again of [
        bundle(identity('a')),
        bundle(turned),
        bundle({ ...turned, revoked: false }),
        bundle(identity('a'), turned),
      ])
        expect(await take(store, again)).toMatchObject({ new: 0, versions: 0, conflicts: [] })
      expect((await objectView(store, identity('a').id))?.versions).toHaveLength(1)
    }))

  test('with the same id and date and other content is a conflict, and both stay', () =>
    withStore(kind, async (store) => {
      const named = (name: string) => identity('a', { name })
      const [one, other, third] = [named('one'), named('other'), named('third')]
      expect(await take(store, bundle(one))).toMatchObject({ new: 1, conflicts: [] })
      expect(await take(store, bundle(other, third), 'later.json')).toMatchObject({
        new: 0,
        conflicts: [identity('a').id],
      })
      expect(await take(store, bundle(other))).toMatchObject({ held: 1, conflicts: [] })
      const view = await objectView(store, identity('a').id)
      const hashes = [one, other, third].map((object) => sha256(JSON.stringify(object)))
      expect(view?.versions.map((version) => version.sha256)).toEqual(hashes)
      expect(view?.versions.map(({ conflictsWith }) => conflictsWith)).toEqual([
        [hashes[1], hashes[2]],
        [hashes[0], hashes[2]],
        [hashes[0], hashes[1]],
      ])
      const { objects } = await findObjects(store, { q: '', red: true, clock, limit: 5 })
      expect(objects).toMatchObject([{ versions: 3, conflicts: 2 }])
    }))

  test('with the same id and date twice in one file is the same conflict', () =>
    withStore(kind, async (store) => {
      const report = await take(store, bundle(identity('a'), identity('a', { name: 'b' })))
      expect(report).toMatchObject({ objects: 2, new: 1, conflicts: [identity('a').id] })
    }))

  test('of one id without end is refused before comparing costs too much', () =>
    withStore(kind, async (store) => {
      const contents = Array.from({ length: 102 }, (_, n) => identity('a', { name: `${n}` }))
      await expect(take(store, bundle(...contents))).rejects.toMatchObject({
        code: 'import.too-many',
      })
      expect(await take(store, bundle(...contents.slice(1)))).toMatchObject({
        new: 1,
        objects: 101,
      })
    }))

  test('has versions by their instants, finer than a millisecond, the newest last', () =>
    withStore(kind, async (store) => {
      const at = (modified: string) => identity('a', { modified, name: modified })
      const dates = [
        '2026-11-02T09:00:00.0001Z',
        '2026-11-02T09:00:00.00011Z',
        '2026-11-02T09:00:01.000Z',
      ]
      await take(store, bundle(at(dates[2]!), at(dates[0]!)))
      const report = await take(store, bundle(at(dates[1]!), at('2026-11-02T09:00:01.0000Z')))
      // The same instant written with other digits is the same version: here with another name.
      expect(report).toMatchObject({ versions: 1, conflicts: [identity('a').id] })
      const view = await objectView(store, identity('a').id)
      expect(view?.versions.map(({ modified }) => modified)).toEqual([
        ...dates,
        '2026-11-02T09:00:01.0000Z',
      ])
      const [summary] = (await findObjects(store, { q: '', red: true, clock, limit: 5 })).objects
      expect(summary).toMatchObject({
        versions: 4,
        conflicts: 1,
        modified: '2026-11-02T09:00:01.0000Z',
      })
    }))

  test('of a refused file stays nowhere', () =>
    withStore(kind, async (store) => {
      const many = Array.from({ length: 1_000 }, (_, index) => identity(`n${index}`))
      await expect(take(store, bundle(...many).slice(0, -2))).rejects.toMatchObject({
        code: 'json.truncated',
      })
      expect(await found(store, '')).toEqual([])
      expect(await found(store, 'n7')).toEqual([])
      expect(await take(store, bundle(...many))).toMatchObject({ new: 1_000 })
      expect(await found(store, 'n7')).toEqual(['n7'])
    }))

  test('that does not conform is set aside, and is no part of any count', () =>
    withStore(kind, async (store) => {
      const many = Array.from({ length: 1_100 }, (_, index) =>
        identity(`bad${index}`, { created: 'yesterday' }),
      )
      const report = await take(store, bundle(identity('good'), ...many))
      expect(report).toMatchObject({ objects: 1_101, new: 1, setAside: { count: 1_100 } })
      // A report names a thousand; the sender decides how many there are.
      expect(report.setAside.first).toHaveLength(1_000)
      expect(report.setAside.first[0]).toMatchObject({
        id: many[0]!.id,
        faults: [{ path: '$.objects[1].created' }],
      })
      expect(await found(store, '')).toEqual(['good'])
    }))

  test('refers to what is not here, and is told so until it comes', () =>
    withStore(kind, async (store) => {
      const author = identity('author')
      const by = { created_by_ref: author.id }
      const [work, other] = [identity('work', by), identity('other', by)]
      expect(await take(store, bundle(work, other))).toMatchObject({ dangling: [author.id] })
      expect((await objectView(store, work.id))?.refersTo).toEqual([
        { id: author.id, type: 'identity', held: false, as: 'created_by_ref' },
      ])
      expect(await objectView(store, author.id)).toBeUndefined()
      expect(await take(store, bundle(author))).toMatchObject({ dangling: [] })
      expect((await objectView(store, work.id))?.refersTo).toEqual([
        { id: author.id, type: 'identity', name: 'author', held: true, as: 'created_by_ref' },
      ])
      const { referredBy, referredByCount } = (await objectView(store, author.id))!
      expect(referredBy.map(({ id }) => id).toSorted()).toEqual([work.id, other.id].toSorted())
      expect(referredBy[0]).toMatchObject({ type: 'identity' })
      expect(referredByCount).toBeUndefined()
    }))

  test('without a name is told by what it says where another refers to it or it to another', () =>
    withStore(kind, async (store) => {
      const actor = identity('actor')
      const said = (word: string, type: string, more: Record<string, unknown>) => ({
        ...identity(word, more),
        type,
        id: `${type}--${uuid(word)}`,
        name: undefined,
      })
      const note = said('note', 'note', { content: 'Not  seen since.', object_refs: [actor.id] })
      const answer = said('answer', 'opinion', { opinion: 'agree', object_refs: [note.id] })
      await take(store, bundle(actor, note, answer))
      expect((await objectView(store, actor.id))?.referredBy).toMatchObject([
        { id: note.id, says: { text: 'Not seen since.' } },
      ])
      expect((await objectView(store, answer.id))?.refersTo).toMatchObject([
        { id: note.id, says: { text: 'Not seen since.' }, as: 'object_refs' },
      ])
    }))

  test('is tied to others by relationships and sightings, as a person reads them', () =>
    withStore(kind, async (store) => {
      const [actor, tool, watch] = [identity('actor'), identity('tool'), identity('watch')]
      const tie = (word: string, type: string, more: Record<string, unknown>) => ({
        ...identity(word, more),
        type,
        id: `${type}--${uuid(word)}`,
        name: undefined,
      })
      const gone = `malware--${uuid('gone')}`
      const uses = { relationship_type: 'uses', source_ref: actor.id, target_ref: tool.id }
      const seen = { sighting_of_ref: tool.id, where_sighted_refs: [watch.id] }
      await take(
        store,
        bundle(
          actor,
          tool,
          watch,
          tie('uses', 'relationship', uses),
          tie('of', 'relationship', { ...uses, relationship_type: 'variant-of', source_ref: gone }),
          tie('seen', 'sighting', { ...seen, count: 3, first_seen: DATE }),
        ),
      )
      const view = (await objectView(store, tool.id))!
      expect(new Map(view.relations.map((one) => [one.kind, one]))).toEqual(
        new Map([
          [
            'uses',
            {
              id: `relationship--${uuid('uses')}`,
              kind: 'uses',
              way: 'from',
              other: { id: actor.id, type: 'identity', name: 'actor', held: true },
            },
          ],
          [
            'variant-of',
            {
              id: `relationship--${uuid('of')}`,
              kind: 'variant-of',
              way: 'from',
              other: { id: gone, type: 'malware', held: false },
            },
          ],
        ]),
      )
      expect(view.sightings).toEqual([
        {
          id: `sighting--${uuid('seen')}`,
          count: 3,
          firstSeen: DATE,
          by: [{ id: watch.id, type: 'identity', name: 'watch', held: true }],
        },
      ])
      const other = (await objectView(store, actor.id))!
      expect(other.relations).toMatchObject([{ way: 'to', other: { id: tool.id } }])
    }))

  test('that everything refers to says how many do', () =>
    withStore(kind, async (store) => {
      const author = identity('author').id
      const many = Array.from({ length: 501 }, (_, n) =>
        identity(`${n}`, { created_by_ref: author }),
      )
      await take(store, bundle(identity('author'), ...many))
      const view = (await objectView(store, author))!
      expect({ named: view.referredBy.length, all: view.referredByCount }).toEqual({
        named: 500,
        all: 501,
      })
    }))

  test('is found by every word together, in a name, a text, a type or a pattern', () =>
    withStore(kind, async (store) => {
      await take(
        store,
        bundle(
          identity('Zephyr One', { description: 'speaks of Boreas_and_Notus' }),
          identity('Boreas', { aliases: ['North-Wind'], x_more: { deep: ['Águila calma'] } }),
          identity('Notus', {
            external_references: [{ source_name: 'winds', external_id: 'W0042' }],
          }),
          {
            ...identity('unnamed'),
            type: 'indicator',
            id: `indicator--${uuid('i')}`,
            name: 'An address',
            pattern: "[ipv4-addr:value = '198.51.100.77']",
            pattern_type: 'stix',
            valid_from: DATE,
          },
        ),
      )
      // What is named so comes first, then what speaks of it.
      expect(await found(store, 'boreas')).toEqual(['Boreas', 'Zephyr One'])
      expect(await found(store, 'BOREAS zephyr')).toEqual(['Zephyr One'])
      expect(await found(store, 'north-wind')).toEqual(['Boreas'])
      expect(await found(store, 'aguila')).toEqual(['Boreas'])
      expect(await found(store, 'W0042')).toEqual(['Notus'])
      expect(await found(store, '198.51.100.77')).toEqual(['An address'])
      expect(await found(store, '198.51.77.100')).toEqual([])
      expect(await found(store, 'indicator')).toEqual(['An address'])
      expect(await found(store, `indicator--${uuid('i')}`)).toEqual(['An address'])
      expect(await found(store, `indicator--${uuid('other')}`)).toEqual([])
      expect(await found(store, 'boreas calm')).toEqual([])
    }))

  test('is searched for signs and operators as for any word', () =>
    withStore(kind, async (store) => {
      await take(store, bundle(identity('calm')))
      for (const words of ['a OR b', 'NEAR(a b)', 'name : a', 'a"b', 'calm*x', "calm' or 1"])
        expect(await found(store, words)).toEqual([])
      // Without a letter or a digit nothing is asked for, and everything is there.
      for (const words of ['"', "'", '*', '(', '-', '%', '\\', '\0', '🌊', ''])
        expect(await found(store, words)).toEqual(['calm'])
      for (const words of ['calm*', '"calm', "calm'", '(calm)'])
        expect(await found(store, words)).toEqual(['calm'])
    }))

  test.each([
    ['ﬁnance', 'finance'],
    ['𝟙𝟚 hosts', '12'],
    ['Ⅷ Legion', 'viii'],
    ['½ million', '1 2 million'],
    ['ＬＯＣＫＢＩＴ', 'lockbit'],
    ['ΟΔΟΣ.example', 'οδος'],
    ['हिन्दी', 'हिन्दी'],
  ])('%s is found by %s, and as it is written', (name, plainly) =>
    withStore(kind, async (store) => {
      await take(store, bundle(identity(name), identity('another')))
      for (const words of [`"${plainly}"`, `"${name}"`])
        expect(await found(store, words)).toEqual([name])
    }),
  )

  test('of a store whose words were kept as written is found after it is brought to this version', async () => {
    await using empty = await kind.empty()
    const words = 'intelligence-9-words'
    {
      await using before = await empty.open(intelligenceMigrations.filter(({ id }) => id !== words))
      const names = Array.from({ length: 300 }, (_, n) => identity(`ﬁle ${n}`))
      await take(intelligenceStore(before), bundle(...names))
      const db = before.as<Tables>()
      const { create } = searchOf(db)
      for (const statement of ['drop table stix_words', ...create])
        await sql.raw(statement).execute(db)
      const rows = await db.selectFrom('stix_version').select(['seq', 'name']).execute()
      for (const { seq, name } of rows)
        await db
          .insertInto('stix_words')
          .values({ rowid: Number(seq), name: name!, body: '' })
          .execute()
      expect(await found(intelligenceStore(before), '"file 299"')).toEqual([])
    }
    await using after = await empty.open(intelligenceMigrations)
    expect(await found(intelligenceStore(after), '"file 299"')).toEqual(['ﬁle 299'])
    expect(await found(intelligenceStore(after), '"file 0"')).toEqual(['ﬁle 0'])
  })

  test('of a store that kept references twice is referred to as before once it is brought to this version', async () => {
    await using empty = await kind.empty()
    const place = identity('place')
    const there = { ...identity('there'), created_by_ref: place.id }
    {
      const id = 'intelligence-10-references'
      await using before = await empty.open(intelligenceMigrations.filter((one) => one.id !== id))
      await take(intelligenceStore(before), bundle(place, there))
    }
    await using after = await empty.open(intelligenceMigrations)
    const { count, first } = await intelligenceStore(after).referrers(place.id, {
      red: true,
      limit: 9,
    })
    expect([count, first.map(({ id }) => id)]).toEqual([1, [there.id]])
  })

  test('is listed a page at a time, each object once', () =>
    withStore(kind, async (store) => {
      const named = Array.from({ length: 7 }, (_, index) => identity(`calm ${index}`))
      const speaking = Array.from({ length: 7 }, (_, index) =>
        identity(`storm ${index}`, { description: 'calm before' }),
      )
      await take(store, bundle(...speaking, ...named))
      for (const words of ['', 'calm']) {
        const ids: string[] = []
        let after: string | undefined
        do {
          const page = await findObjects(store, {
            q: words,
            red: true,
            clock,
            limit: 3,
            ...(after ? { after } : {}),
          })
          ids.push(...page.objects.map(({ id }) => id))
          after = page.next
        } while (after !== undefined)
        expect(ids.toSorted()).toEqual([...named, ...speaking].map(({ id }) => id).toSorted())
        if (words !== '')
          expect(ids.slice(0, 7).toSorted()).toEqual(named.map(({ id }) => id).toSorted())
      }
    }))
})

describe('a file that is packed', () => {
  const [kind] = STORE_KINDS

  test('is known by its first bytes, in whatever pieces they come', () =>
    withStore(kind!, async (store) => {
      const bytes = packed(bundle(identity('a'), identity('b')))
      const options = { name: 'no ending', clock }
      expect(await importBundle(store, stream(bytes, 1), options)).toMatchObject({ new: 2 })
      const twice = Buffer.concat([
        packed(bundle(identity('c')).slice(0, 50)),
        packed(bundle(identity('c')).slice(50)),
      ])
      expect(await importBundle(store, stream(twice), options)).toMatchObject({ new: 1 })
    }))

  test('is refused where it is cut off, changed, followed by other bytes or empty', () =>
    withStore(kind!, async (store) => {
      const bytes = packed(bundle(identity('a')))
      const changed = bytes.slice()
      changed[20]! ^= 0xff
      const sum = bytes.slice()
      sum[sum.length - 6]! ^= 0x01
      for (const bad of [
        bytes.slice(0, -5),
        bytes.slice(0, 12),
        bytes.slice(0, 2),
        changed,
        sum,
        Buffer.concat([bytes, Buffer.from('more')]),
      ])
        await expect(take(store, bad)).rejects.toMatchObject({ code: 'gzip.malformed' })
      await expect(take(store, packed(''))).rejects.toMatchObject({ code: 'bundle.expected' })
      expect(await found(store, '')).toEqual([])
    }))

  test('is refused where it unpacks without end, long before it is unpacked', () =>
    withStore(kind!, async (store) => {
      const blank = ' '.repeat(64 * 1024 * 1024)
      const bomb = packed(`{"type":"bundle","id":"bundle--${uuid('b')}"${blank}}`)
      expect(bomb.length).toBeLessThan(100_000)
      await expect(take(store, bomb)).rejects.toMatchObject({ code: 'import.too-large' })
      await expect(
        importBundle(store, stream(bundle(identity('a'))), {
          name: 'a',
          clock,
          limits: { bytes: 100, ratio: 100 },
        }),
      ).rejects.toMatchObject({ code: 'import.too-large' })
    }))
})
