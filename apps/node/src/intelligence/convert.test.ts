import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../tools/shared.ts'
import { readEvents } from '@entente/misp'
import { openStore } from '../open-store.ts'
import type { Database } from '../platform/db/index.ts'
import { noSetting, prepare } from '../sharing/index.ts'
import { openWarnings } from '../warnings/index.ts'
import { sidsFor } from '../sharing/sids.ts'
import { importBundle } from './import-bundle.ts'
import { intelligenceStore } from './object-store.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'

const clock = { now: () => Date.UTC(2026, 10, 27) }
let directory: string
let database: Database
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'entente-convert-'))
  database = await openStore(directory)
})
afterEach(async () => {
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})

async function* stream(text: string) {
  const bytes = new TextEncoder().encode(text)
  for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000)
}
const take = (text: string) =>
  importBundle(intelligenceStore(database), stream(text), { name: 'event.json', clock })

const EVENT = {
  uuid: '5a3c2fcd-8328-42bb-a95e-000000000001',
  info: 'Modems of one model stop answering',
  date: '2026-11-20',
  timestamp: '1795000000',
  published: true,
  publish_timestamp: '1795000000',
  distribution: '3',
  threat_level_id: '1',
  Orgc: { name: 'Alder CERT', uuid: '5a3c2fcd-8328-42bb-a95e-000000000002' },
  Tag: [{ name: 'tlp:green' }],
  Attribute: [
    {
      uuid: '5a3c2fcd-8328-42bb-a95e-000000000003',
      type: 'domain',
      category: 'Network activity',
      value: 'modem.example',
      to_ids: true,
      timestamp: '1795000000',
      distribution: '5',
    },
  ],
}

const release = (audience: string, more: { readonly format?: 'misp' } = {}) =>
  prepare(
    { ids: [`report--${EVENT.uuid}`], audience, whole: true, ...more },
    {
      objects: intelligenceStore(database),
      directory: { charters: () => [], setting: () => noSetting },
      now: '2026-11-27T00:00:00Z',
      sidsFor: (keys) => sidsFor(database, keys),
      warnings: openWarnings(database, { mode: () => 'suppress', clock }).now,
    },
  )

describe('a file of MISP events', () => {
  test('is taken in as STIX, and the report says what became of its fields', async () => {
    const report = await take(JSON.stringify({ Event: EVENT }))
    expect(report).toMatchObject({
      bundle: `bundle--${EVENT.uuid}`,
      setAside: { count: 0 },
      converted: { format: 'misp' },
    })
    expect(report.converted?.fields).toContainEqual({
      field: 'Event.threat_level_id',
      fate: 'carried',
      as: 'extension',
      count: 1,
    })
    const again = await take(JSON.stringify({ response: [{ Event: EVENT }] }))
    expect(again).toMatchObject({ new: 0, conflicts: [], held: report.objects })
  })

  test('goes out as the event that it was, by the marking of each of its objects', async () => {
    await take(JSON.stringify({ Event: EVENT }))
    const { preview, bundle } = await release('own', { format: 'misp' })
    expect(preview.fields).toEqual([])
    const text = new TextDecoder().decode(bundle.value)
    expect(JSON.parse(text)).toEqual({ response: [{ Event: { ...EVENT, Object: [] } }] })
    const abroad = await release('public', { format: 'misp' })
    expect(abroad.preview.bundle).toBeUndefined()
    expect(abroad.bundle.value).toHaveLength(0)
  })

  test.each([
    ['broken off', JSON.stringify({ Event: EVENT }).slice(0, -10), 'misp.malformed'],
    ['without a date', JSON.stringify({ Event: { ...EVENT, timestamp: 'x' } }), 'misp.malformed'],
    ['that holds none', '{"response":[]}', 'misp.no-event'],
  ])('%s is refused, and nothing of it stays', async (_, text, code) => {
    await expect(take(text)).rejects.toMatchObject({ code })
    expect(await intelligenceStore(database).contents(`report--${EVENT.uuid}`)).toEqual([])
  })

  test('is not seen in STIX that speaks of events', async () => {
    const note = {
      type: 'note',
      spec_version: '2.1',
      id: 'note--5a3c2fcd-8328-42bb-a95e-000000000009',
      created: '2026-11-20T00:00:00.000Z',
      modified: '2026-11-20T00:00:00.000Z',
      content: 'They wrote {"Event": {}} into it.',
      object_refs: [`report--${EVENT.uuid}`],
    }
    const bundle = { type: 'bundle', id: `bundle--${EVENT.uuid}`, objects: [note] }
    expect(await take(JSON.stringify(bundle))).not.toHaveProperty('converted')
  })
})

const folder = sharedPath('data/misp-events')
describe.skipIf(!folder)(
  folder ? 'events of ESET and CIRCL' : 'MISP events of others, left out: ../shared is not here',
  () => {
    const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
    test.each(files)('%s is taken in whole: nothing of it is set aside', async (name) => {
      const text = readFileSync(join(folder!, name), 'utf8')
      const { setAside, converted, objects } = await take(text)
      expect(setAside.first).toEqual([])
      expect(converted?.fields.filter(({ fate }) => fate === 'lost')).toEqual([])
      const [{ event }] = readEvents(text) as [ReturnType<typeof readEvents>[number]]
      expect(objects).toBeGreaterThan(event.Attribute.length)
    })
  },
)
