import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { changed, converted, faultsIn, GIVEN, only, refusalOf, survives } from '../test/hostile.ts'
import { fromSource, recognise, type Format, type Json } from './index.ts'

const ENTRY = {
  cveID: 'CVE-2026-10001',
  vendorProject: 'Vesta',
  product: 'Terminal',
  vulnerabilityName: 'Vesta Terminal Missing Authentication',
  dateAdded: '2026-11-20',
  shortDescription: 'Whoever reaches the terminal is let in.',
  requiredAction: 'Apply the update of the vendor.',
  dueDate: '2026-12-11',
  knownRansomwareCampaignUse: 'Known',
  notes: 'https://vesta.example/advisory/7 ; https://alder.example/quiet-modem',
  cwes: ['CWE-306'],
}
const catalogue = (...vulnerabilities: readonly Json[]) => ({
  title: 'Catalogue',
  catalogVersion: '2026.11.20',
  dateReleased: '2026-11-20T10:00:00.1234Z',
  count: vulnerabilities.length,
  vulnerabilities,
})
const EU_ENTRY = {
  cveID: 'CVE-2026-10001',
  euvdID: 'EUVD-2026-20001',
  vendorProject: 'Vesta',
  product: 'Terminal firmware',
  dateReported: '2026/11/18',
  patchedSince: '2026/11/02',
  originSource: 'CERT.XA',
  shortDescription: 'Missing authentication.',
  exploitationType: ['APT'],
  threatActorsExploiting: ['Quiet Modem'],
}

describe('CISA’s catalogue', () => {
  test('is a vulnerability, a sighting and a note for each entry, dated when it was added', () => {
    const { objects, fields } = converted('kev', catalogue(ENTRY))
    expect(faultsIn(objects)).toEqual([])
    expect(only(objects, 'vulnerability')).toMatchObject([
      {
        name: 'CVE-2026-10001',
        created: '2026-11-20T00:00:00.000Z',
        modified: '2026-11-20T00:00:00.000Z',
        external_references: [
          { source_name: 'cve', external_id: 'CVE-2026-10001' },
          { source_name: 'cwe', external_id: 'CWE-306' },
          { source_name: 'CISA KEV' },
          { url: 'https://vesta.example/advisory/7' },
          { url: 'https://alder.example/quiet-modem' },
        ],
      },
    ])
    const [{ content }] = only(objects, 'note') as [Json]
    expect(content).toContain('To be mended by 2026-12-11')
    expect(content).toContain('Known use in ransomware campaigns: Known')
    const [{ id }] = only(objects, 'vulnerability') as [Json]
    expect(only(objects, 'sighting')).toMatchObject([{ sighting_of_ref: id }])
    expect(fields.filter(({ fate }) => fate !== 'mapped').map(({ field }) => field)).toEqual([
      'catalogVersion',
      'count',
      'dateReleased',
      'title',
    ])
  })

  test('carries a field that it did not have before, and says so', () => {
    const { objects, fields } = converted('kev', catalogue({ ...ENTRY, sightings: { count: 7 } }))
    expect(fields).toContainEqual({
      field: 'vulnerabilities[].sightings.count',
      fate: 'carried',
      as: 'extension',
      count: 1,
    })
    expect(JSON.stringify(objects)).toContain('"sightings":{"count":7}')
  })

  test('says nothing of how far it goes, and is not taken to be clear', () => {
    for (const object of converted('kev', catalogue(ENTRY)).objects)
      expect(object).not.toHaveProperty('object_marking_refs')
  })

  test('that names one CVE twice keeps both entries where they differ, and one where they do not', () => {
    const other = { ...ENTRY, dueDate: '2026-12-24' }
    const { objects } = converted('kev', catalogue(ENTRY, ENTRY, other))
    expect(only(objects, 'vulnerability')).toHaveLength(2)
  })

  test.each([
    ['without a day', { ...ENTRY, dueDate: 'soon' }, 'vulnerabilities[0].dueDate'],
    [
      'on a day that no calendar has',
      { ...ENTRY, dateAdded: '2026-02-30' },
      'vulnerabilities[0].dateAdded',
    ],
    ['for no CVE', { ...ENTRY, cveID: 'CVE-1' }, 'vulnerabilities[0].cveID'],
    ['that is a text', 'CVE-2026-10001', 'vulnerabilities[0]'],
  ])('is refused with its place for an entry %s', (_, entry, path) => {
    const refused = refusalOf('kev', { ...catalogue(), vulnerabilities: [entry] })
    expect(refused).toMatchObject({ code: 'source.malformed', path })
    expect(refused.message).toContain(path)
  })
})

const HEADER = Object.keys(ENTRY).join(',')
const lineWith = (over: Readonly<Record<string, string>> = {}) =>
  Object.entries({ ...ENTRY, cwes: 'CWE-306; CWE-78', ...over })
    .map(([, value]) => `"${String(value).replaceAll('"', '""')}"`)
    .join(',')

describe('a catalogue that is written as a table', () => {
  test('is the same objects as in JSON', () => {
    const table = `${HEADER}\r\n${lineWith()}\r\n`
    expect(recognise(table)).toBe('kev')
    const entry = { ...ENTRY, cwes: ['CWE-306', 'CWE-78'] }
    expect(only(converted('kev', table).objects, 'vulnerability')).toEqual(
      only(converted('kev', catalogue(entry)).objects, 'vulnerability'),
    )
    const names =
      'cveID;euvdID;vendorProject;product;dateReported;shortDescription;exploitationType'
    const eu = `${names}\nCVE-2026-10001;EUVD-2026-20001;Vesta;Terminal;2026/11/18;"Missing; both";APT\n`
    expect(recognise(eu)).toBe('eu-kev')
    expect(only(converted('eu-kev', eu).objects, 'vulnerability')).toHaveLength(1)
  })

  test.each([
    [
      'a wrong day',
      `${HEADER}\n${lineWith()}\n\n${lineWith({ dueDate: 'soon' })}`,
      'line 4.dueDate',
    ],
    ['no CVE', `${HEADER}\n${lineWith({ cveID: '' })}`, 'line 2.cveID'],
    ['a line cut off', `${HEADER}\n"CVE-2026-10001",Vesta`, 'line 2.dateAdded'],
    ['more fields than names', `${HEADER}\n${lineWith()},more`, 'line 2'],
    ['a name twice', `${HEADER},notes\n${lineWith()},more`, 'line 1'],
    ['other columns', 'Name,Date\nVesta,2026-11-18', 'line 1'],
    ['nothing in it', '', 'line 1'],
  ])('is refused with its line for %s', (_, table, path) => {
    for (const format of ['kev', 'eu-kev'] as const) {
      if (format === 'eu-kev' && path.includes('d')) continue
      const refused = refusalOf(format, table)
      expect(refused).toMatchObject({ code: 'source.malformed', path })
      expect(refused.message).toContain(path)
    }
  })
})

test('2,000 entries of one CVE are as many objects as differ, and more entries than any catalogue has are refused', () => {
  const many = Array.from({ length: 2_000 }, (_, at) => ({ ...ENTRY, notes: `${at % 1_000}` }))
  expect(only(converted('kev', catalogue(...many)).objects, 'vulnerability')).toHaveLength(1_000)
  const others = many.map((_, at) => ({ ...EU_ENTRY, notes: `${at % 1_000}` }))
  expect(only(converted('eu-kev', others).objects, 'vulnerability')).toHaveLength(1_000)
  const more = JSON.stringify(Array.from({ length: 500_001 }, () => 0))
  expect(refusalOf('eu-kev', more).message).toContain('at most 500000 entries')
  const cisa = `{"catalogVersion":"1","vulnerabilities":${more}}`
  expect(refusalOf('kev', cisa)).toMatchObject({ path: 'vulnerabilities' })
})

describe('the EU’s catalogue', () => {
  test('names whoever saw it, whoever exploits it and since when there is a patch', () => {
    const { objects } = converted('eu-kev', [EU_ENTRY])
    expect(faultsIn(objects)).toEqual([])
    const [sighting] = only(objects, 'sighting') as [Json]
    const seenBy = objects.find(({ id }) => id === (sighting['where_sighted_refs'] as string[])[0])
    expect(seenBy).toMatchObject({ type: 'identity', name: 'CERT-XA' })
    const [{ content }] = only(objects, 'note') as [Json]
    expect(content).toContain('Patch available since: 2026-11-02')
    expect(content).toContain('Exploited by: APT')
    expect(content).toContain('Threat actors named: Quiet Modem')
  })

  test('does not write over CISA’s entry of the same CVE, and meets it by its reference', () => {
    const cisa = only(converted('kev', catalogue(ENTRY)).objects, 'vulnerability')
    const eu = only(converted('eu-kev', [EU_ENTRY]).objects, 'vulnerability')
    expect(cisa[0]!['id']).not.toEqual(eu[0]!['id'])
    expect(cisa[0]!['name']).toEqual(eu[0]!['name'])
  })

  test('trap 8: days, origins and missing fields are read as they are written', () => {
    const objects = (entry: Json) => converted('eu-kev', [entry]).objects
    const days = ['2026/11/18', '2026-11-18', '2026-11-18T00:00:00Z', '2026-11-18T01:00:00+01:00']
    for (const dateReported of days)
      expect(only(objects({ ...EU_ENTRY, dateReported }), 'vulnerability')).toMatchObject([
        { created: '2026-11-18T00:00:00.000Z' },
      ])
    const origin = (originSource: string) =>
      only(objects({ ...EU_ENTRY, originSource }), 'sighting')[0]!['where_sighted_refs']
    expect(origin('CERT.XA')).toEqual(origin('CERT-XA'))
    expect(origin('cnw')).toEqual(origin('CNW'))
    expect(origin('CNW')).not.toEqual(origin('CERT-XA'))
    const { exploitationType: _, ...without } = EU_ENTRY
    const [{ content }] = only(objects(without), 'note') as [Json]
    expect(content).toContain('Exploited by: not stated')
  })
})

const folder = sharedPath('data/known-exploited')
describe.skipIf(!folder)(
  folder ? 'the catalogues as published' : 'published catalogues, left out: ../shared is not here',
  () => {
    test.each([
      ['kev', 'cisa-kev/known_exploited_vulnerabilities.json', 1_404],
      ['eu-kev', 'eu-kev/eukev.json', 43],
    ] as const)('%s is known by how it begins, and is converted whole', (format, file, count) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8')
      expect(recognise(text.slice(0, 64 * 1024))).toBe(format)
      const { objects } = fromSource(format, text, GIVEN)
      expect(only(objects, 'vulnerability')).toHaveLength(count)
      expect(only(objects, 'sighting')).toHaveLength(count)
      expect(faultsIn(objects)).toEqual([])
    })

    test('trap 8: both catalogues name 23 CVEs, and neither writes over the other', () => {
      const named = (format: Format, file: string) =>
        only(
          fromSource(format, readFileSync(`${folder}/${file}`, 'utf8'), GIVEN).objects,
          'vulnerability',
        )
      const cisa = named('kev', 'cisa-kev/known_exploited_vulnerabilities.json')
      const eu = named('eu-kev', 'eu-kev/eukev.json')
      const names = new Set(cisa.map(({ name }) => name))
      expect(eu.filter(({ name }) => names.has(name))).toHaveLength(23)
      expect(new Set([...cisa, ...eu].map(({ id }) => id)).size).toBe(1_404 + 43)
    })
  },
)

test('10,000 hostile catalogues of each are converted or refused, and nothing else happens', () => {
  survives('kev', changed(catalogue(ENTRY, { ...ENTRY, notes: '' })))
  survives('eu-kev', changed([EU_ENTRY, EU_ENTRY]))
}, 240_000)
