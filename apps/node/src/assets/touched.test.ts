import { describe, expect, test } from 'vitest'
import { bundle, identity, stream, uuid } from '../../test/bundles.ts'
import { importBundle } from '../intelligence/import-bundle.ts'
import { intelligenceMigrations, intelligenceStore } from '../intelligence/object-store.ts'
import { openDatabase } from '../platform/db/index.ts'
import { assetMigrations, assetStore } from './asset-store.ts'
import { parseInventory } from './asset.ts'
import { touchedBy } from './touched.ts'

const clock = { now: () => Date.UTC(2026, 10, 25) }
const NAME = 'cpe:2.3:a:vesta:terminal_manager:4.2:*:*:*:*:*:*:*'
const software = {
  type: 'software',
  spec_version: '2.1',
  id: `software--${uuid('manager')}`,
  name: 'Terminal manager',
  cpe: NAME,
}
const indicator = {
  ...identity('by name'),
  type: 'indicator',
  id: `indicator--${uuid('by name')}`,
  pattern: `[software:cpe = '${NAME}']`,
  pattern_type: 'stix',
  valid_from: '2026-11-01T00:00:00Z',
}
const INVENTORY = new TextEncoder().encode(
  [
    'id,name,cpe',
    'm-1,North,cpe:2.3:a:vesta:terminal_manager:4.2:*:*:*:*:*:*:*',
    'm-2,South,cpe:2.3:a:vesta:terminal_manager:5.0:*:*:*:*:*:*:*',
    'm-3,East,cpe:/a:vesta:terminal_manager',
  ].join('\n'),
)

describe('what an object touches', () => {
  test('is told of software by its CPE name as of an indicator by its pattern', async () => {
    await using database = await openDatabase(':memory:', [
      ...intelligenceMigrations,
      ...assetMigrations,
    ])
    const [store, objects] = [assetStore(database), intelligenceStore(database)]
    const { contents } = objects
    const held = bundle(software, indicator, identity('nobody'))
    await importBundle(objects, stream(held), { name: 'x.json', clock })
    const touched = (id: string) => touchedBy({ store, contents }, id)
    const cpes = [
      { name: NAME, part: 'a', vendor: 'vesta', product: 'terminal_manager', version: '4.2' },
    ]
    expect(await touched(software.id)).toMatchObject({ cpes, hasInventory: false, count: 0 })
    const { assets } = parseInventory(INVENTORY)
    await store.replace({ name: 'a.csv', sha256: '', addedAt: '2026-11-25T00:00:00Z' }, assets)
    for (const id of [software.id, indicator.id]) {
      const found = await touched(id)
      expect(found).toMatchObject({ cpes, hasInventory: true, count: 2 })
      expect(found?.matches.map(({ asset, certainty }) => [asset.id, certainty])).toEqual([
        ['m-1', 'matches'],
        ['m-3', 'may-match'],
      ])
    }
    expect(await touched(identity('nobody').id)).toMatchObject({ cpes: [], count: 0 })
    expect(await touched(`software--${uuid('gone')}`)).toBeUndefined()
  })
})
