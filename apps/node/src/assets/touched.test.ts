import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../tools/shared.ts'
import { bundle, identity, stream, uuid } from '../../test/bundles.ts'
import { findObjects } from '../intelligence/index.ts'
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

  const inventory = (...cpes: readonly string[]) =>
    parseInventory(
      new TextEncoder().encode(
        ['id,name,cpe', ...cpes.map((cpe, at) => `a-${at},Asset ${at},${cpe}`)].join('\n'),
      ),
    ).assets
  async function answers(file: object, cpes: readonly string[]) {
    await using database = await openDatabase(':memory:', [
      ...intelligenceMigrations,
      ...assetMigrations,
    ])
    const [store, objects] = [assetStore(database), intelligenceStore(database)]
    await importBundle(objects, stream(JSON.stringify(file)), { name: 'x.json', clock })
    const assets = inventory(...cpes)
    await store.replace({ name: 'a.csv', sha256: '', addedAt: '2026-11-25T00:00:00Z' }, assets)
    const { objects: found } = await findObjects(objects, {
      q: 'type:vulnerability',
      limit: 9,
      red: true,
      clock,
    })
    const views = await Promise.all(
      found.map(({ id }) => touchedBy({ store, contents: objects.contents }, id)),
    )
    return views.map((view) => ({
      count: view!.count,
      versions: view!.versions!.map(({ asset, affected, because }) => [
        asset.id,
        affected,
        because,
      ]),
    }))
  }

  test('is told of a vulnerability by product and version: affected, not affected, or that it cannot be told, and why', async () => {
    const session = (rest: string) => `cpe:2.3:a:rowan:session:${rest}`
    const bom = {
      bomFormat: 'CycloneDX',
      specVersion: '1.7',
      components: [
        {
          type: 'library',
          'bom-ref': 'session',
          name: 'session',
          version: '2.0.3',
          cpe: session('2.0.3:*:*:*:*:*:*:*'),
        },
      ],
      vulnerabilities: [
        {
          id: 'CVE-2026-10001',
          affects: [
            {
              ref: 'session',
              versions: [
                { range: 'vers:generic/>=2.0|<2.1' },
                { range: 'vers:generic/>=2.1', status: 'unaffected' },
              ],
            },
          ],
        },
      ],
    }
    const [{ count, versions } = expect.unreachable()] = await answers(bom, [
      session('2.0.9:*:*:*:*:*:*:*'),
      session('2.1:*:*:*:*:*:*:*'),
      session('*:*:*:*:*:*:*:*'),
      session('1.9:*:*:*:*:*:*:*'),
      session('2.0.9-FIPS:*:*:*:*:*:*:*'),
      session('2.1:rc1:*:*:*:*:*:*'),
      'cpe:2.3:a:rowan:gate:2.0.9:*:*:*:*:*:*:*',
    ])
    expect(versions).toEqual([
      ['a-0', 'yes', '2.0.9 is in 2.0 up to, but not, 2.1 (custom), which is affected'],
      ['a-1', 'no', '2.1 is in 2.1 up to and with * (custom), which is unaffected'],
      ['a-2', 'cannot-tell', 'the inventory has no version of it'],
      ['a-3', 'cannot-tell', 'no range names 1.9, and all others are unknown'],
      ['a-4', 'cannot-tell', '2.0.9-fips cannot be compared with 2.0 up to, but not, 2.1 (custom)'],
      ['a-5', 'cannot-tell', 'the inventory has update rc1 of it, the record only versions'],
    ])
    expect(count).toBe(5)
  })

  const records = sharedPath('data/cve-records')
  test.skipIf(records === undefined)(
    'trap 10: of a published record by a version where it has one, and of what it counts otherwise it says so',
    async () => {
      const read = (id: string) => {
        const [file] = globSync(`${records}/**/${id}.json`)
        return JSON.parse(readFileSync(file!, 'utf8')) as object
      }
      const [outlook] = await answers(read('CVE-2023-23397'), [
        'cpe:2.3:a:microsoft:outlook:2016:*:*:*:*:*:x64:*',
        'cpe:2.3:a:microsoft:outlook:2019:*:*:*:*:*:x64:*',
      ])
      expect(outlook!.versions.map(([id, affected]) => [id, affected])).toEqual([
        ['a-0', 'cannot-tell'],
      ])
      expect(outlook!.versions[0]![2]).toContain('counts its versions otherwise')
      const [netScaler] = await answers(read('CVE-2023-4966'), [
        'cpe:2.3:a:citrix:netscaler_adc:13.1-37.100:*:*:*:*:*:*:*',
        'cpe:2.3:a:citrix:netscaler_gateway:13.1:*:*:*:*:*:*:*',
      ])
      expect(netScaler!.versions.map(([id, affected]) => [id, affected])).toEqual([
        ['a-0', 'cannot-tell'],
        ['a-1', 'cannot-tell'],
      ])
    },
  )
})
