import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../tools/shared.ts'
import { assetStore, createMatching } from '../assets/index.ts'
import { touchedBy } from '../assets/touched.ts'
import { matchesView } from '../assets/view.ts'
import { importBundle, intelligenceStore } from '../intelligence/index.ts'
import { objectsSince } from '../intelligence/since.ts'
import { openStore } from '../open-store.ts'
import { instant } from '../platform/clock.ts'
import type { Database } from '../platform/db/index.ts'
import { noSetting, prepare } from '../sharing/index.ts'
import { sidsFor } from '../sharing/sids.ts'
import { knownIn, openWarnings } from './index.ts'
import type { WarningMode } from './setting.ts'

const clock = { now: () => Date.UTC(2026, 10, 27) }
let directory: string
let database: Database
let mode: WarningMode = 'suppress'
beforeEach(async () => {
  mode = 'suppress'
  directory = mkdtempSync(join(tmpdir(), 'entente-warnings-'))
  database = await openStore(directory)
})
afterEach(async () => {
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})

const warnings = () => openWarnings(database, { mode: () => mode, clock })
const list = (name: string, entries: readonly string[]) =>
  JSON.stringify({ name, type: 'cidr', version: 1, list: entries, matching_attributes: ['ip-dst'] })

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
const take = (bytes: Uint8Array) =>
  importBundle(intelligenceStore(database), once(bytes), { name: 'bundle.json', clock })

const indicator = (number: number, pattern: string) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--5a3c2fcd-8328-42bb-a95e-${String(number).padStart(12, '0')}`,
  created: '2026-11-20T00:00:00.000Z',
  modified: '2026-11-20T00:00:00.000Z',
  name: `Number ${number}`,
  pattern,
  pattern_type: 'stix',
  valid_from: '2026-11-20T00:00:00Z',
})
const takeIndicators = (...patterns: readonly string[]) => {
  const objects = patterns.map((pattern, at) => indicator(at + 1, pattern))
  const id = 'bundle--5a3c2fcd-8328-42bb-a95e-000000000001'
  return take(Buffer.from(JSON.stringify({ type: 'bundle', id, objects })))
}
const idOf = (number: number) => indicator(number, '').id

describe('warning lists of a node', () => {
  test('are its own few and those that are loaded, each once by its name', async () => {
    const own = (await warnings().view()).lists.length
    await warnings().load(list('edge', ['104.16.0.0/13']))
    await warnings().load(list('edge', ['104.16.0.0/12', 'x']))
    const { lists, refused } = await warnings().view()
    expect([lists.length, lists.at(-1)?.entries]).toEqual([own + 1, 2])
    expect(refused).toMatchObject([{ list: 'edge', entry: 'x' }])
    await warnings().remove('edge')
    expect((await warnings().view()).lists).toHaveLength(own)
    await expect(warnings().remove('edge')).rejects.toMatchObject({ code: 'warninglist.unknown' })
    const ours = lists[0]!.name
    for (const refusing of [warnings().remove(ours), warnings().load(list(ours, ['10.0.0.0/8']))])
      await expect(refusing).rejects.toMatchObject({ code: 'warninglist.own' })
  })

  test('mark the values of an object and of a pattern', async () => {
    const { listsOf } = await warnings().now()
    expect(knownIn({ type: 'ipv4-addr', value: '10.0.0.5' }, listsOf)).toEqual([
      { value: '10.0.0.5', lists: ['special-use addresses'] },
    ])
    expect(
      knownIn(
        indicator(1, "[domain-name:value = 'a.test' OR url:value = 'http://b.other/']"),
        listsOf,
      ),
    ).toEqual([{ value: 'a.test', lists: ['special-use names'] }])
    expect(knownIn({ type: 'note', value: {} }, listsOf)).toEqual([])
  })
})

const INVENTORY = `id,name,kind,address
edge,Edge,host,104.21.1.180
core,Core,host,45.129.137.233
`

describe('matching with an inventory', () => {
  const matcher = () => {
    const store = assetStore(database)
    const { contents } = intelligenceStore(database)
    const failed = (error: unknown) => {
      throw error
    }
    const since = objectsSince(database)
    const { now } = warnings()
    const matching = createMatching({ store, since, contents, clock, failed, warnings: now })
    const view = async () => {
      await matching.settle()
      return matchesView(store, instant(clock))
    }
    return {
      take: matching.take,
      view,
      touched: (id: string) => touchedBy({ store, contents, warnings: now }, id),
    }
  }

  test('leaves out what meets by known-good values alone, and says so', async () => {
    await takeIndicators(
      "[ipv4-addr:value = '104.21.1.180']",
      "[ipv4-addr:value = '45.129.137.233']",
      "[ipv4-addr:value IN ('104.21.1.180', '45.129.137.233')]",
    )
    const { take: takeInventory, view, touched } = matcher()
    await takeInventory(Buffer.from(INVENTORY), 'assets.csv')
    expect((await view()).count).toBe(4)
    // A list that comes later is held against what was matched before.
    await warnings().load(list('edge', ['104.16.0.0/13']))
    const shown = await view()
    expect(shown.matches.map(({ asset, indicator: { name } }) => [name, asset.id])).toEqual([
      ['Number 2', 'core'],
      // One value of this one is no known-good one, and the pattern says them in one breath.
      ['Number 3', 'core'],
      ['Number 3', 'edge'],
    ])
    expect(shown.knownGood).toEqual({
      matches: 1,
      indicators: [{ id: idOf(1), name: 'Number 1', matches: 1, lists: ['edge'] }],
    })
    expect(await touched(idOf(1))).toMatchObject({ count: 0, suppressed: 1 })
    mode = 'mark'
    expect(await view()).toMatchObject({ count: 4, knownGood: { matches: 0 } })
    mode = 'suppress'
    await warnings().remove('edge')
    expect((await view()).count).toBe(4)
  })
})

const cisa = sharedPath('data/cisa-stix21/cisa-AA23-325A-citrixbleed-lockbit.stix21.json')
const cloudflare = sharedPath('data/misp-warninglists/cloudflare.json')
const isHere = cisa !== undefined && cloudflare !== undefined
describe.skipIf(!isHere)(
  isHere
    ? 'CISA AA23-325A with the list of Cloudflare'
    : 'CISA’s bundle and MISP’s lists, left out: ../shared is not here',
  () => {
    const BOTH = ['104.21.1.180', '172.67.129.176']
    test('gives no rule and no entry for two addresses that are many people’s, and says so', async () => {
      const text = readFileSync(cisa!, 'utf8')
      await take(Buffer.from(text))
      await warnings().load(readFileSync(cloudflare!, 'utf8'))
      const ids = [...new Set(text.match(/(?<="id": ?")indicator--[0-9a-f-]{36}/g))]
      for (const format of ['suricata', 'list'] as const) {
        const asked = { ids, audience: 'own', format }
        const release = (more: { readonly knownGood?: true }) =>
          prepare(
            { ...asked, ...more },
            {
              objects: intelligenceStore(database),
              directory: { charters: () => [], setting: () => noSetting },
              now: instant(clock),
              sidsFor: (keys) => sidsFor(database, keys),
              warnings: warnings().now,
            },
          )
        const { preview, bundle } = await release({})
        const written = new TextDecoder().decode(bundle.value)
        expect(BOTH.filter((address) => written.includes(address))).toEqual([])
        expect(preview.leftOut).toMatchObject([{ because: 'known-good', count: 2 }])
        expect(written).toContain('# 2 left out: it stands on a warning list')
        const all = await release({ knownGood: true })
        const whole = new TextDecoder().decode(all.bundle.value)
        expect(BOTH.filter((address) => whole.includes(address))).toEqual(BOTH)
      }
    })
  },
)
