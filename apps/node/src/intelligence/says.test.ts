import { describe, expect, test } from 'vitest'
import { bundle, identity, stream, uuid } from '../../test/bundles.ts'
import { TLP2 } from '../../test/markings.ts'
import { STORE_KINDS } from '../../test/stores.ts'
import { facetsOf } from './facets.ts'
import { importBundle } from './import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from './object-store.ts'
import { findObjects, objectView } from './view.ts'

const clock = { now: () => Date.UTC(2026, 10, 25) }
const amber = { object_marking_refs: [TLP2.amber] }

/** Both are TLP:RED: what they are called stands in no object but these. */
const GULL = identity('Canary Gull', { object_marking_refs: [TLP2.red] })
const CELL = identity('Canary Cell', { object_marking_refs: [TLP2.red] })

const object = (type: string, of: string, more: Record<string, unknown>) => {
  const { name: _, ...rest } = identity(of, amber)
  return { ...rest, type, id: `${type}--${uuid(of)}`, ...more }
}
const TERN = object('malware', 'tern', {
  name: 'Mute Tern',
  is_family: false,
  created_by_ref: CELL.id,
})
const USES = object('relationship', 'uses', {
  relationship_type: 'uses',
  source_ref: GULL.id,
  target_ref: TERN.id,
})
const SEEN = object('sighting', 'seen', { sighting_of_ref: TERN.id, where_sighted_refs: [GULL.id] })
const NOTE = object('note', 'note', {
  content: `It came\n  twice${' more'.repeat(100)}`,
  object_refs: [TERN.id],
})
const OBSERVED = object('observed-data', 'observed', {
  first_observed: '2026-11-02T09:00:00Z',
  last_observed: '2026-11-02T09:00:00Z',
  number_observed: 1,
  object_refs: [USES.id, 'file--00000000-0000-4000-8000-000000000000'],
})

describe.each(STORE_KINDS)('an object that has no name, over $name', (kind) => {
  test('is told of whatever its type is called, also as what every object of this language has', async () => {
    await using place = await kind.empty()
    const database = await place.open(intelligenceMigrations)
    const store = intelligenceStore(database)
    const odd = object('constructor', 'odd', {})
    await importBundle(store, stream(bundle(odd)), { name: 'a.json', clock })
    const { objects } = await findObjects(store, { q: '', red: true, clock, limit: 50 })
    expect(objects).toMatchObject([{ id: odd.id, type: 'constructor' }])
    expect(await objectView(store, odd.id, true)).toMatchObject({ id: odd.id })
  })

  test('says what it is about; what is TLP:RED is named there to those alone who see it', async () => {
    await using place = await kind.empty()
    const database = await place.open(intelligenceMigrations)
    const store = intelligenceStore(database)
    await importBundle(store, stream(bundle(GULL, CELL, TERN, USES, SEEN, NOTE, OBSERVED)), {
      name: 'a.json',
      clock,
    })
    const told = async (red: boolean) => {
      const { objects } = await findObjects(store, { q: '', red, clock, limit: 50 })
      return new Map(objects.map((one) => [one.id, one.says]))
    }
    const of = ({ id }: { readonly id: string }, name?: string) => ({
      id,
      type: id.split('--')[0],
      held: true,
      ...(name === undefined ? {} : { name }),
    })
    const all = await told(true)
    expect(all.get(TERN.id)).toBeUndefined()
    expect(all.get(USES.id)).toEqual({
      kind: 'uses',
      objects: [of(GULL, 'Canary Gull'), of(TERN, 'Mute Tern')],
    })
    expect(all.get(SEEN.id)).toEqual({ objects: [of(TERN, 'Mute Tern')] })
    expect(all.get(NOTE.id)?.text).toMatch(/^It came twice more/)
    expect(all.get(NOTE.id)?.text).toHaveLength(200)
    expect(all.get(OBSERVED.id)?.objects?.map(({ held }) => held)).toEqual([true, false])
    expect((await told(false)).get(USES.id)).toEqual({
      kind: 'uses',
      objects: [of(GULL), of(TERN, 'Mute Tern')],
    })
    const everything = (red: boolean) =>
      Promise.all([
        findObjects(store, { q: '', red, clock, limit: 50 }),
        facetsOf(store, '', { red, clock }),
        facetsOf(store, 'by:"Canary Cell"', { red, clock }),
        ...[TERN, USES, SEEN, NOTE, OBSERVED].map(({ id }) => objectView(store, id, red)),
      ])
    expect(JSON.stringify(await everything(true)).match(/Canary/g)?.length).toBeGreaterThan(5)
    const [, , byName, ...rest] = await everything(false)
    expect(byName).toMatchObject({ total: 0 })
    expect(JSON.stringify([byName, ...rest])).not.toContain('Canary')
    await database.close()
  })
})
