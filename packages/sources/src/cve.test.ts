import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { changed, converted, faultsIn, GIVEN, only, refusalOf, survives } from '../test/hostile.ts'
import {
  affects,
  carriedIn,
  fromSource,
  recognise,
  type Json,
  type VersionedProduct,
} from './index.ts'

const AFFECTED = {
  vendor: 'Vesta',
  product: 'Terminal',
  cpes: ['cpe:2.3:h:vesta:terminal:7:*:*:*:*:*:*:*', 'cpe:/h:vesta:terminal_mini'],
  versions: [{ version: '7.0.0', lessThan: '7.4.2', versionType: 'semver', status: 'affected' }],
  defaultStatus: 'unaffected',
  platforms: ['indoor unit'],
}
const RECORD = {
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: {
    cveId: 'CVE-2026-10001',
    assignerShortName: 'vesta',
    state: 'PUBLISHED',
    datePublished: '2026-11-02T09:00:00.5Z',
    dateUpdated: '2026-11-20T08:00:00+01:00',
  },
  containers: {
    cna: {
      title: 'Missing authentication',
      descriptions: [
        { lang: 'es', value: 'Falta la autenticación.' },
        { lang: 'en', value: 'Whoever reaches the terminal is let in.' },
      ],
      affected: [AFFECTED],
      problemTypes: [{ descriptions: [{ cweId: 'CWE-306', lang: 'en', description: 'x' }] }],
      references: [
        { url: 'https://vesta.example/advisory/7', name: 'Advisory 7' },
        { url: 'ftp://vesta.example/7' },
      ],
      metrics: [
        {
          cvssV3_1: {
            version: '3.1',
            baseScore: 9.8,
            baseSeverity: 'CRITICAL',
            vectorString: 'CVSS:3.1/AV:N',
          },
        },
      ],
    },
    adp: [
      {
        references: [{ url: 'https://vesta.example/advisory/7' }],
        metrics: [{ other: { type: 'ssvc' } }],
      },
    ],
  },
}

describe('a CVE record', () => {
  test('of which a list has two versions is in both', () => {
    const dateUpdated = '2026-11-21T07:00:00.000Z'
    const later = { ...RECORD, cveMetadata: { ...RECORD.cveMetadata, dateUpdated } }
    const { objects } = converted('cve', [RECORD, later, RECORD])
    expect(only(objects, 'vulnerability').map(({ modified }) => modified)).toEqual([
      '2026-11-20T07:00:00.000Z',
      dateUpdated,
    ])
  })

  test('is a vulnerability with what it touches, how grave it is and where that is said', () => {
    const { objects, fields } = converted('cve', RECORD)
    expect(faultsIn(objects)).toEqual([])
    expect(only(objects, 'vulnerability')).toMatchObject([
      {
        name: 'CVE-2026-10001',
        created: '2026-11-02T09:00:00.500Z',
        modified: '2026-11-20T07:00:00.000Z',
        description:
          'Missing authentication\nWhoever reaches the terminal is let in.\nes: Falta la autenticación.',
        external_references: [
          { source_name: 'cve', external_id: 'CVE-2026-10001' },
          { source_name: 'cwe', external_id: 'CWE-306' },
          { source_name: 'Advisory 7', url: 'https://vesta.example/advisory/7' },
          { source_name: 'CVE record', description: 'ftp://vesta.example/7' },
        ],
      },
    ])
    expect(only(objects, 'software').map(({ cpe }) => cpe)).toEqual([
      'cpe:2.3:h:vesta:terminal:7:*:*:*:*:*:*:*',
      'cpe:2.3:h:vesta:terminal_mini:*:*:*:*:*:*:*:*',
    ])
    expect(only(objects, 'note')).toMatchObject([
      { content: 'CVSS 3.1 9.8 CRITICAL CVSS:3.1/AV:N' },
    ])
    const [relation] = only(objects, 'relationship') as [Json]
    expect(relation['description']).toContain('7.0.0 up to, but not, 7.4.2 (semver): affected')
    const fate = (field: string) => fields.find((row) => row.field === field)?.fate
    expect(fate('containers.cna.affected[].platforms[]')).toBe('carried')
    expect(fate('containers.adp[].metrics[].other.type')).toBe('carried')
    expect(fate('containers.cna.affected[].versions[].lessThan')).toBe('mapped')
    expect(fields.filter((row) => row.fate === 'lost')).toEqual([])
    expect(carriedIn(only(objects, 'vulnerability')[0]!, 'cve')).toEqual(RECORD)
  })

  test('that was rejected is revoked, and says why', () => {
    const rejected = {
      cveMetadata: { ...RECORD.cveMetadata, state: 'REJECTED' },
      containers: { cna: { rejectedReasons: [{ lang: 'en', value: 'It is none.' }] } },
    }
    expect(only(converted('cve', rejected).objects, 'vulnerability')).toMatchObject([
      { revoked: true, description: 'It is none.' },
    ])
  })

  test.each([
    ['without an id', { ...RECORD, cveMetadata: {} }, 'cveMetadata.cveId'],
    ['without a container', { ...RECORD, containers: {} }, 'containers.cna'],
    [
      'with a date that is none',
      { ...RECORD, cveMetadata: { ...RECORD.cveMetadata, dateUpdated: 'lately' } },
      'cveMetadata.dateUpdated',
    ],
  ])('%s is refused with its place', (_, record, path) => {
    expect(refusalOf('cve', record)).toMatchObject({ code: 'source.malformed', path })
  })

  test('10,000 hostile ones are converted or refused, and nothing else happens', () => {
    survives('cve', changed(RECORD))
  }, 240_000)
})

const says = (product: VersionedProduct, version: string) => affects(product, version).affected
const range = (version: string, lessThan: string, versionType = 'custom') => ({
  versions: [{ version, lessThan, versionType, status: 'affected' }],
  defaultStatus: 'unaffected',
})

describe('whether a version is affected', () => {
  // The example of the record format's own documentation: from 2.0.0 affected, but for what was mended.
  const BRANCHES: VersionedProduct = {
    versions: [
      {
        version: '2.0.0',
        versionType: 'semver',
        lessThan: '2.*',
        status: 'affected',
        changes: [
          { at: '2.6.3', status: 'unaffected' },
          { at: '2.5.2', status: 'unaffected' },
          { at: '2.6.0', status: 'affected' },
        ],
      },
    ],
  }
  test.each([
    ['2.0.0', 'yes'],
    ['2.5.1', 'yes'],
    ['2.5.2', 'no'],
    ['2.6.0-rc.1', 'no'],
    ['2.6.1', 'yes'],
    ['2.10.0', 'no'],
    ['3.0.0', 'cannot-tell'],
  ])('%s of branches with changes: %s', (version, affected) => {
    expect(says(BRANCHES, version)).toBe(affected)
  })
  test.each([
    ['16.0.0.0', '16.0.5387.1000', '16.0.5387.999', 'yes'],
    ['16.0.0.0', '16.0.5387.1000', '16.0.5387.1000', 'no'],
    ['16.0.0.0', '16.0.5387.1000', '15.9', 'no'],
    ['0', '2.0', '1.99999999999999999999', 'yes'],
    ['0', '*', '7', 'yes'],
    ['1.0', '2.0', '1.5-FIPS', 'cannot-tell'],
  ])('from %s up to %s has %s: %s', (from, to, version, affected) => {
    expect(says(range(from, to), version)).toBe(affected)
  })
  test('is never told of a history whose order is in a repository', () => {
    expect(says(range('0', 'abc123', 'git'), 'abc122')).toBe('cannot-tell')
  })

  test('trap 10: an address or a branch where a version should stand can be compared with nothing', () => {
    expect(says(range('16.0.1', 'https://aka.ms/OfficeSecurityReleases'), '16.0.2')).toBe(
      'cannot-tell',
    )
    expect(says(range('13.1-FIPS', '37.164', 'patch'), '13.1')).toBe('cannot-tell')
    // An upper end below the lower one: it counts within a branch.
    expect(says(range('14.1', '8.50', 'patch'), '14.1')).toBe('cannot-tell')
    expect(affects(range('13.1-FIPS', '37.164', 'patch'), '13.1').because).toBe(
      '13.1 cannot be compared with 13.1-FIPS up to, but not, 37.164 (patch)',
    )
  })
})

const folder = sharedPath('data/cve-records')
describe.skipIf(!folder)(
  folder ? 'records of the programme' : 'published CVE records, left out: ../shared is not here',
  () => {
    const read = (id: string) => readFileSync(`${folder}/${id}.json`, 'utf8')
    test.each([
      ['CVE-2023-23397', 8],
      ['CVE-2023-4966', 2],
    ])('%s is known by how it begins, and is converted whole', (id, software) => {
      expect(recognise(read(id).slice(0, 64 * 1024))).toBe('cve')
      const { objects, fields } = fromSource('cve', read(id), GIVEN)
      expect(faultsIn(objects)).toEqual([])
      expect(only(objects, 'software')).toHaveLength(software)
      expect(fields.filter(({ fate }) => fate === 'lost')).toEqual([])
    })

    test('trap 10: what Outlook 2016 and NetScaler say of their versions is answered, or said to be open', () => {
      type Cna = {
        readonly containers: {
          readonly cna: {
            readonly affected: readonly (VersionedProduct & { readonly product: string })[]
          }
        }
      }
      const product = (id: string, name: string) =>
        (JSON.parse(read(id)) as Cna).containers.cna.affected.find((one) => one.product === name)!
      const outlook = product('CVE-2023-23397', 'Microsoft Outlook 2016')
      expect(says(outlook, '16.0.5387.999')).toBe('yes')
      expect(says(outlook, '16.0.5387.1000')).toBe('cannot-tell')
      expect(says(product('CVE-2023-23397', 'Microsoft Office 2019'), '19.0.1')).toBe('cannot-tell')
      expect(says(product('CVE-2023-4966', 'NetScaler ADC'), '13.1-37.100')).toBe('cannot-tell')
    })
  },
)
