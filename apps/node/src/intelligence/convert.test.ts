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
import { bundle, identity } from '../../test/bundles.ts'
import { IMPORT_FORMATS, type ImportFormat } from './convert.ts'
import { importBundle } from './import-bundle.ts'
import { createQuarantine } from './intake/quarantine.ts'
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

const { Attribute: _attributes, ...bare } = EVENT

/** Where objects are, and what those need who write them. */
const preparing = (): Parameters<typeof prepare>[1] => ({
  objects: intelligenceStore(database),
  directory: { charters: () => [], setting: () => noSetting },
  now: '2026-11-27T00:00:00Z',
  sidsFor: (keys) => sidsFor(database, keys),
  warnings: openWarnings(database, { mode: () => 'suppress', clock }).now,
})
const release = (audience: string, more: { readonly format?: 'misp' } = {}) =>
  prepare({ ids: [`report--${EVENT.uuid}`], audience, whole: true, ...more }, preparing())

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

  test.each([
    ['as it is', EVENT],
    ['in a list', [EVENT]],
    [
      'whose attributes stand before all else',
      {
        Attribute: [{ ...EVENT.Attribute[0], comment: 'x'.repeat(70_000) }],
        ...bare,
      },
    ],
  ])('is taken in without its wrapper too, %s', async (_, event) => {
    const report = await take(JSON.stringify(event))
    expect(report).toMatchObject({
      bundle: `bundle--${EVENT.uuid}`,
      setAside: { count: 0 },
      converted: { format: 'misp' },
    })
  })

  test('with two events that say of one element what differs keeps both, as a conflict that is told', async () => {
    const [attribute] = EVENT.Attribute
    const other = {
      ...EVENT,
      uuid: '5a3c2fcd-8328-42bb-a95e-000000000004',
      Attribute: [{ ...attribute, value: 'other.example' }],
    }
    const { conflicts } = await take(JSON.stringify([{ Event: EVENT }, { Event: other }]))
    expect(conflicts).toEqual([`indicator--${attribute!.uuid}`])
    const held = await intelligenceStore(database).contents(conflicts[0]!)
    const texts = held.map(({ bytes }) => new TextDecoder().decode(bytes))
    for (const value of ['modem.example', 'other.example'])
      expect(texts.filter((text) => text.includes(`'${value}'`))).toHaveLength(1)
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

describe('a file of another format', () => {
  const KEV = {
    catalogVersion: '2026.11.20',
    vulnerabilities: [
      {
        cveID: 'CVE-2026-10001',
        vendorProject: 'Vesta',
        product: 'Terminal',
        vulnerabilityName: 'Missing authentication',
        dateAdded: '2026-11-20',
        shortDescription: 'It lets in.',
        requiredAction: 'Update.',
        dueDate: '2026-12-11',
      },
    ],
  }
  const CSAF = {
    document: {
      category: 'csaf_vex',
      csaf_version: '2.0',
      title: 'Terminals',
      publisher: { category: 'vendor', name: 'Vesta', namespace: 'https://vesta.example' },
      distribution: { tlp: { label: 'RED' } },
      tracking: {
        id: 'V-1',
        status: 'final',
        version: '1',
        initial_release_date: '2026-11-02T09:00:00Z',
        current_release_date: '2026-11-02T09:00:00Z',
      },
    },
  }
  const CVE = {
    dataType: 'CVE_RECORD',
    cveMetadata: {
      cveId: 'CVE-2026-10001',
      state: 'PUBLISHED',
      datePublished: '2026-11-02T09:00:00Z',
    },
    containers: { cna: {} },
  }
  const FILES: readonly (readonly [ImportFormat, string])[] = [
    ['kev', JSON.stringify(KEV)],
    [
      'eu-kev',
      JSON.stringify([
        {
          cveID: 'CVE-2026-10001',
          vendorProject: 'V',
          product: 'T',
          dateReported: '2026/11/18',
          shortDescription: 'x',
        },
      ]),
    ],
    ['csaf', JSON.stringify(CSAF)],
    ['cve', JSON.stringify(CVE, null, 2)],
    [
      'cyclonedx',
      JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ name: 'a' }] }),
    ],
    ['csv', 'type;value\nip;192.0.2.7\n'],
    ['text', 'From 192[.]0[.]2[.]7 by T1059.001.'],
  ]
  test('is of one of the formats that a person may name', () => {
    expect(['stix', 'misp', ...FILES.map(([format]) => format)].toSorted()).toEqual(
      [...IMPORT_FORMATS].toSorted(),
    )
  })
  test.each(FILES)(
    '%s is known by how it begins, is taken in whole, and twice adds nothing',
    async (format, text) => {
      const report = await take(text)
      expect(report).toMatchObject({ setAside: { count: 0 }, converted: { format } })
      expect(report.objects).toBeGreaterThan(0)
      expect(report.dangling).toEqual([])
      expect(await take(text)).toMatchObject({ new: 0, versions: 0, conflicts: [] })
    },
  )

  test.each(FILES.map(([format, text]) => [format, text] as const))(
    '%s is known in UTF-16 too, as spreadsheets write it',
    async (format, text) => {
      for (const [mark, swapped] of [
        ['\uFEFF', false],
        ['\uFEFF', true],
      ] as const) {
        const bytes = Buffer.from(`${mark}${text}`, 'utf16le')
        const report = await importBundle(
          intelligenceStore(database),
          (async function* () {
            yield swapped ? bytes.swap16() : bytes
          })(),
          { name: 'event.json', clock },
        )
        expect(report).toMatchObject({ setAside: { count: 0 }, converted: { format } })
      }
    },
  )

  test.each([
    ['stix', bundle(identity('storm'))] as const,
    ['misp', JSON.stringify({ Event: EVENT })] as const,
    ...FILES,
  ])(
    '%s waits with what became of its fields, is taken in as it was looked at, comes twice as duplicates, and is taken back',
    async (format, text) => {
      const objects = intelligenceStore(database)
      const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
      const quarantine = createQuarantine({ database, objects, clock, holding })
      // As a paste and the command line bring it: without a name that says what it is, the word of a person beside it.
      const bring = () => quarantine.bring(stream(text), { name: 'pasted', by: 'desk', format })
      const { number, counts, converted, preview } = await bring()
      expect(counts).toEqual({ new: counts.new })
      if (format === 'stix') expect(converted).toBeUndefined()
      else {
        expect(converted).toMatchObject({ format })
        expect(converted!.fields.length).toBeGreaterThan(0)
      }
      expect(await objects.after(0, 1_000)).toEqual([])
      await quarantine.commit(number, { preview: preview!, by: 'desk' })
      expect(await objects.after(0, 1_000)).toHaveLength(counts.new!)
      expect((await bring()).counts).toEqual({ duplicate: counts.new })
      await quarantine.undo(number, 'desk')
      expect(await objects.after(0, 1_000)).toEqual([])
    },
  )

  test('goes no further than it says: an advisory for named recipients is withheld', async () => {
    await take(JSON.stringify(CSAF))
    const { ids } = await heldReport()
    const { bundle } = await prepare({ ids, audience: 'public', whole: true }, preparing())
    const text = new TextDecoder().decode(bundle.value)
    expect(text).not.toContain(ids[0])
    expect(text).not.toContain('Terminals')
  })
  const heldReport = async () => {
    const { objects } = await intelligenceStore(database).find(
      {
        phrases: [],
        conditions: [{ on: 'type', not: false, values: ['report'] }],
        red: true,
      },
      { sort: { by: 'seen', down: true }, limit: 1 },
    )
    return { ids: objects.map(({ id }) => id) }
  }

  test('trap 4: a technique that was renumbered is what the ATT&CK that is held here says', async () => {
    const common = {
      spec_version: '2.1',
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
    }
    const technique = (number: number, id: string, more = {}) => ({
      type: 'attack-pattern',
      id: `attack-pattern--5a3c2fcd-8328-42bb-a95e-00000000000${number}`,
      ...common,
      name: `Technique ${number}`,
      external_references: [{ source_name: 'mitre-attack', external_id: id }],
      ...more,
    })
    const [old, now] = [technique(1, 'T1193', { revoked: true }), technique(2, 'T1566.001')]
    const relation = {
      type: 'relationship',
      id: 'relationship--5a3c2fcd-8328-42bb-a95e-000000000003',
      ...common,
      relationship_type: 'revoked-by',
      source_ref: old.id,
      target_ref: now.id,
    }
    await take(
      JSON.stringify({
        type: 'bundle',
        id: `bundle--${EVENT.uuid}`,
        objects: [old, now, relation],
      }),
    )
    const text = 'They sent attachments (T1193), and AML.T0043 was not used.'
    const renumbered = expect.objectContaining({
      field: 'attack T1193',
      as: 'attack-pattern of ATT&CK, now T1566.001',
    }) as object
    // Whoever looks at it first is told the same as whoever takes it in at once.
    const objects = intelligenceStore(database)
    const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
    const quarantine = createQuarantine({ database, objects, clock, holding })
    const view = await quarantine.bring(stream(text), { name: 'event.json' })
    expect(view.converted?.fields).toContainEqual(renumbered)
    await quarantine.discard(view.number)
    const report = await take(text)
    expect(report.converted?.fields).toContainEqual(renumbered)
    const { ids } = await heldReport()
    const [content] = await intelligenceStore(database).contents(ids[0]!)
    expect(JSON.parse(new TextDecoder().decode(content!.bytes))).toMatchObject({
      object_refs: [now.id],
    })
  })

  test('is read as what a person says it is, and refused where it is not', async () => {
    const options = { name: 'file', clock }
    const as = (format: 'text' | 'kev', text: string) =>
      importBundle(intelligenceStore(database), stream(text), { ...options, format })
    expect(await as('text', 'type,value\nip,192.0.2.7\n')).toMatchObject({
      converted: { format: 'text' },
    })
    await expect(as('kev', '{}')).rejects.toMatchObject({ code: 'source.malformed' })
    await expect(take('Nothing is in here.')).rejects.toMatchObject({ code: 'source.nothing' })
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
