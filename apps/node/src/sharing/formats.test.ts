import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../tools/shared.ts'
import { preparedIn } from '../cli/prepared.ts'
import { facetsOf } from '../intelligence/facets.ts'
import { findObjects, importBundle, intelligenceStore } from '../intelligence/index.ts'
import { openStore } from '../open-store.ts'
import type { Database } from '../platform/db/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { noSetting, prepare, sharingRoutes } from './index.ts'
import type { AskedRelease, ReleasePreview } from './api.ts'
import { openWarnings } from '../warnings/index.ts'
import { sidsFor } from './sids.ts'
import { FORMAT_NAMES } from './write-as.ts'

const clock = { now: () => Date.UTC(2026, 10, 27) }
const OURS = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'

let directory: string
let database: Database
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'entente-formats-'))
  database = await openStore(directory)
})
afterEach(async () => {
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})

const take = (bytes: Uint8Array) =>
  importBundle(intelligenceStore(database), pieces(bytes), { name: 'bundle.json', clock })
async function* pieces(bytes: Uint8Array) {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}
const takeObjects = (objects: readonly object[]) =>
  take(
    Buffer.from(
      JSON.stringify({
        type: 'bundle',
        id: 'bundle--5a3c2fcd-8328-42bb-a95e-000000000001',
        objects,
      }),
    ),
  )
const release = (asked: AskedRelease) =>
  prepare(asked, {
    objects: intelligenceStore(database),
    directory: {
      charters: () => [],
      setting: () => ({
        ...noSetting,
        identities: [OURS],
        communities: [{ id: 'csirts', name: 'csirts', parties: ['XB'], ceiling: 'TLP:AMBER' }],
      }),
    },
    now: '2026-11-27T00:00:00Z',
    sidsFor: (keys) => sidsFor(database, keys),
    // Made of names that standards set apart.
    warnings: openWarnings(database, { mode: () => 'mark', clock }).now,
  })
const textOf = ({ bundle }: Awaited<ReturnType<typeof release>>) =>
  new TextDecoder().decode(bundle.value)

const indicator = (number: number, marking: string, more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--5a3c2fcd-8328-42bb-a95e-${String(number).padStart(12, '0')}`,
  created_by_ref: OURS,
  created: '2026-11-20T00:00:00.000Z',
  modified: '2026-11-20T00:00:00.000Z',
  name: `Canary${number}`,
  description: `Canary${number}`,
  pattern: `[domain-name:value = 'canary${number}.example']`,
  pattern_type: 'stix',
  valid_from: '2026-11-20T00:00:00Z',
  object_marking_refs: [marking],
  ...more,
})

describe('what is released in another format', () => {
  const objects = [indicator(1, GREEN), indicator(2, RED), indicator(3, GREEN)]
  const ids = objects.map(({ id }) => id)

  test.each(FORMAT_NAMES)('%s has nothing that may not go, not even its id', async (format) => {
    await takeObjects(objects)
    const released = await release({ ids, audience: 'community:csirts', format })
    const text = textOf(released)
    expect(text.toLowerCase()).not.toContain('canary2')
    expect(text).not.toContain(objects[1]!.id)
    expect(released.preview.objects.map(({ leaves }) => leaves)).toEqual([true, false, true])
    // The test would see one. A layer has techniques alone.
    if (format !== 'navigator') expect(text.toLowerCase()).toContain('canary3')
  })

  test.each(FORMAT_NAMES)(
    '%s has nothing above the ceiling, even for this node',
    async (format) => {
      await takeObjects(objects)
      const asked = { ids, audience: 'own', format } as const
      const { preview } = await release({ ...asked, ceiling: 'TLP:GREEN' })
      expect(preview.objects.map(({ code }) => code)).toEqual([
        undefined,
        'marking.ceiling',
        undefined,
      ])
      const clear = await release({ ...asked, ceiling: 'TLP:CLEAR' })
      expect([clear.preview.bundle, clear.bundle.value.length]).toEqual([undefined, 0])
      const all = await release(asked)
      expect(all.preview.objects.every(({ leaves }) => leaves)).toBe(true)
    },
  )

  test('what may only be checked passively is in no rule and no list, and is found by its word', async () => {
    await takeObjects([indicator(1, GREEN, { labels: ['PAP:AMBER'] }), indicator(3, GREEN)])
    const asked = { ids: [ids[0]!, ids[2]!], audience: 'community:csirts' }
    for (const format of FORMAT_NAMES) {
      const { preview } = await release({ ...asked, format })
      const isActive = format === 'suricata' || format === 'list'
      expect(preview.objects.map(({ code }) => code)).toEqual([
        isActive ? 'marking.pap' : undefined,
        undefined,
      ])
    }
    const store = intelligenceStore(database)
    const found = async (q: string) =>
      (await findObjects(store, { q, limit: 9, red: true, clock })).objects.map(({ id }) => id)
    expect(await found('pap:amber')).toEqual([ids[0]])
    expect(await found('pap:none')).toEqual([ids[2]])
    expect(await found('-pap:amber type:indicator')).toEqual([ids[2]])
    const { facets } = await facetsOf(store, '', { red: true, clock })
    expect(facets.pap.values).toEqual([
      { value: 'amber', count: 1 },
      { value: 'none', count: 1 },
    ])
  })

  test('rules are of no wider networks than whoever writes them wants', async () => {
    const wide = indicator(4, GREEN, { pattern: "[ipv4-addr:value ISSUBSET '198.51.0.0/16']" })
    await takeObjects([wide])
    const asked = { ids: [wide.id], audience: 'own', format: 'suricata' } as const
    expect(textOf(await release(asked))).toContain('198.51.0.0/16')
    const { preview } = await release({ ...asked, widest: { ipv4: 17 } })
    expect(preview.leftOut).toEqual([{ because: 'too-wide', count: 1, first: [wide.id] }])
  })

  test('a rule keeps its number, and no other ever has it', async () => {
    await takeObjects(objects)
    const sidIn = (text: string, name: string) =>
      new RegExp(`"${name}\\.example".*sid:(\\d+)`).exec(text)?.[1]
    const asked = { audience: 'own', format: 'suricata' } as const
    const first = textOf(await release({ ...asked, ids: [ids[2]!] }))
    const both = textOf(await release({ ...asked, ids }))
    expect(sidIn(first, 'canary3')).toBe('1000000')
    expect(sidIn(both, 'canary3')).toBe('1000000')
    expect(new Set(['canary1', 'canary2', 'canary3'].map((name) => sidIn(both, name))).size).toBe(3)
  })

  test('whoever only looks takes no number, and sees those with which the rules leave', async () => {
    await takeObjects([1, 2, 3].map((number) => indicator(number, GREEN)))
    const app = new Hono<PersonEnv>()
    app.use(async (context, next) => {
      context.set('person', { id: 'ana', role: 'signatory' } as never)
      await next()
    })
    const store = intelligenceStore(database)
    const audiences = { charters: () => [], setting: () => noSetting }
    const warnings = openWarnings(database, { mode: () => 'mark', clock }).now
    const other = { caseFiles: undefined as never, fetching: undefined as never }
    app.route(
      '/',
      sharingRoutes({ ...other, objects: store, directory: audiences, database, warnings, clock }),
    )
    const post = async (path: string, asked: AskedRelease) =>
      app.request(`/api/v1/releases${path}`, { method: 'POST', body: JSON.stringify(asked) })
    const asked = (id: string) =>
      ({ ids: [id], audience: 'own', format: 'suricata', knownGood: true }) as const
    const taken = async () =>
      (
        await sql<{ sid: number }>`select sid from suricata_sid order by sid`.execute(database.as())
      ).rows.map(({ sid }) => Number(sid))
    for (const id of ids) expect((await post('/preview', asked(id))).status).toBe(200)
    expect(await taken()).toEqual([])
    const { bundle } = (await (await post('/preview', asked(ids[2]!))).json()) as ReleasePreview
    const sent = Buffer.from(await (await post('', asked(ids[2]!))).arrayBuffer())
    expect(hash('sha256', sent)).toBe(bundle?.sha256)
    expect(sent.toString()).toContain('sid:1000000;')
    expect(await taken()).toEqual([1_000_000])
    for (const id of ids) await post('/preview', asked(id))
    expect(await taken()).toEqual([1_000_000])
    await post('', asked(ids[0]!))
    expect(await taken()).toEqual([1_000_000, 1_000_001])
    const byCommand = await preparedIn(database, directory, asked(ids[1]!))
    expect(await taken()).toHaveLength(2)
    expect(hash('sha256', await byCommand.bundle())).toBe(byCommand.preview.bundle?.sha256)
    expect(await taken()).toEqual([1_000_000, 1_000_001, 1_000_002])
  })

  test('is refused where nothing of it can be written, and the preview says why', async () => {
    await takeObjects([indicator(4, GREEN, { pattern: "[mutex:name = 'Quiet']" })])
    const id = indicator(4, GREEN).id
    const { preview } = await release({ ids: [id], audience: 'own', format: 'suricata' })
    expect(preview.bundle).toBeUndefined()
    expect(preview.leftOut).toEqual([{ because: 'no-place', count: 1, first: [id] }])
  })
})

const cisa = sharedPath('data/cisa-stix21/cisa-AA23-325A-citrixbleed-lockbit.stix21.json')
describe.skipIf(!cisa)(
  cisa ? 'CISA AA23-325A' : 'CISA’s bundle, left out: ../shared is not here',
  () => {
    // Counted in the file by hand: fifteen addresses, one name, two files by SHA-256.
    test('becomes rules and lists of hashes, every one of its 18 indicators', async () => {
      await take(readFileSync(cisa!))
      const ids = indicatorsIn(readFileSync(cisa!, 'utf8'))
      const rules = await release({ ids, audience: 'own', format: 'suricata' })
      expect([ids.length, rules.preview.leftOut]).toEqual([18, []])
      const lines = textOf(rules).split('\n')
      expect(lines.filter((line) => line.startsWith('alert ip '))).toHaveLength(15)
      expect(lines.filter((line) => line.startsWith('alert dns '))).toHaveLength(1)
      expect(textOf(rules).match(/[0-9a-f]{64}  indicator--/g)).toHaveLength(2)
      const list = await release({ ids, audience: 'own', format: 'list' })
      expect(list.preview.bundle?.entries).toBe(18)
      expect(textOf(list)).toContain('\nadobe-us-updatefiles.digital\n')
    })
  },
)

const indicatorsIn = (text: string): readonly string[] => [
  ...new Set(text.match(/(?<="id": ?")indicator--[0-9a-f-]{36}/g)),
]

const attack = sharedPath('data/mitre-attack/enterprise-attack-18.1-story-subset.stix21.json.gz')
describe.skipIf(!attack)(attack ? 'ATT&CK 18.1' : 'ATT&CK, left out: ../shared is not here', () => {
  // Counted in the file by another program: distinct sources of its relationships `uses`.
  test('becomes a layer whose scores are how many use each technique', async () => {
    const bytes = gunzipSync(readFileSync(attack!))
    await take(bytes)
    const { objects } = JSON.parse(bytes.toString()) as { objects: { id: string; type: string }[] }
    const ids = objects.map(({ id }) => id)
    const { preview, ...layer } = await release({ ids, audience: 'own', format: 'navigator' })
    const { techniques, domain } = JSON.parse(textOf({ preview, ...layer })) as {
      domain: string
      techniques: { techniqueID: string; score?: number }[]
    }
    const scores = new Map(techniques.map(({ techniqueID, score }) => [techniqueID, score]))
    expect(domain).toBe('enterprise-attack')
    expect(
      ['T1083', 'T1059.001', 'T1070.004', 'T1140', 'T1529'].map((id) => scores.get(id)),
    ).toEqual([12, 12, 11, 9, 5])
    expect([scores.size, techniques.filter(({ score }) => score).length]).toEqual([313, 272])
  })
})
