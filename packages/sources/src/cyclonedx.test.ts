import { describe, expect, test } from 'vitest'
import { changed, converted, faultsIn, only, refusalOf, survives } from '../test/hostile.ts'
import { carriedIn, recognise, type Json } from './index.ts'

const BOM = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:5a3c2fcd-8328-42bb-a95e-000000000001',
  version: 2,
  metadata: {
    timestamp: '2026-11-20T08:00:00+01:00',
    supplier: { name: 'Vesta' },
    component: { type: 'firmware', 'bom-ref': 'terminal', name: 'Terminal', version: '7.4.1' },
  },
  components: [
    {
      type: 'library',
      'bom-ref': 'session',
      group: 'rowan',
      name: 'session',
      version: '2.0.3',
      purl: 'pkg:npm/%40rowan/session@2.0.3',
      cpe: 'cpe:2.3:a:rowan:session:2.0.3:*:*:*:*:*:*:*',
      licenses: [{ license: { id: 'MIT' } }],
      components: [{ type: 'library', 'bom-ref': 'inner', name: 'inner', version: '1' }],
    },
  ],
  vulnerabilities: [
    {
      id: 'CVE-2026-10001',
      source: { name: 'Vesta', url: 'https://vesta.example/advisory/7' },
      cwes: [306],
      description: 'Nobody is asked who they are.',
      published: '2026-11-02T09:00:00Z',
      updated: '2026-11-19T09:00:00Z',
      ratings: [{ method: 'CVSSv31', score: 9.8, severity: 'critical', vector: 'CVSS:3.1/AV:N' }],
      analysis: {
        state: 'exploitable',
        response: ['update'],
        detail: 'The modem is reached from outside.',
      },
      affects: [{ ref: 'session' }],
    },
    {
      id: 'CVE-2026-10002',
      analysis: { state: 'not_affected', justification: 'code_not_reachable' },
      affects: [{ ref: 'inner' }],
    },
  ],
}

describe('a bill of materials', () => {
  const { objects, fields } = converted('cyclonedx', BOM)

  test('is software by name, CPE and package URL, to any depth, and a report of it', () => {
    expect(recognise(JSON.stringify(BOM))).toBe('cyclonedx')
    expect(faultsIn(objects)).toEqual([])
    expect(only(objects, 'software').map(({ name, version }) => [name, version])).toEqual([
      ['Terminal', '7.4.1'],
      ['rowan/session', '2.0.3'],
      ['inner', '1'],
    ])
    const [, session] = only(objects, 'software') as [Json, Json, Json]
    expect(session).toMatchObject({ cpe: 'cpe:2.3:a:rowan:session:2.0.3:*:*:*:*:*:*:*' })
    expect(carriedIn(session, 'product')).toEqual({ purl: 'pkg:npm/%40rowan/session@2.0.3' })
    expect(only(objects, 'report')).toMatchObject([
      { name: 'Bill of materials of Terminal 7.4.1', created: '2026-11-20T07:00:00.000Z' },
    ])
  })

  test('ties a vulnerability to what it touches, and not to what the analysis says it does not', () => {
    const [session] = only(objects, 'software').filter(({ name }) => name === 'rowan/session') as [
      Json,
    ]
    expect(only(objects, 'relationship')).toMatchObject([
      {
        source_ref: session['id'],
        description: 'exploitable',
        created: '2026-11-02T09:00:00.000Z',
      },
    ])
    const notes = only(objects, 'note').map(({ content }) => String(content).split('\n'))
    expect(notes).toEqual([
      [
        'State: exploitable',
        'Response: update',
        'Detail: The modem is reached from outside.',
        'In: rowan/session',
        'Rated CVSSv31 9.8 critical CVSS:3.1/AV:N',
      ],
      ['State: not affected', 'Justification: code not reachable', 'In: inner'],
    ])
  })

  test('loses nothing: what STIX has no property for is carried and named', () => {
    const fate = (field: string) => fields.find((row) => row.field === field)?.fate
    expect(fate('components[].licenses[].license.id')).toBe('carried')
    expect(fate('components[].purl')).toBe('mapped')
    expect(fields.filter((row) => row.fate === 'lost')).toEqual([])
    expect(carriedIn(only(objects, 'report')[0]!, 'cyclonedx')).toEqual(BOM)
  })

  test.each([
    ['of an unknown version', { ...BOM, specVersion: '0.9' }, 'specVersion'],
    [
      'with a component without a name',
      { ...BOM, components: [{ type: 'library' }] },
      'components[0].name',
    ],
  ])('%s is refused with its place', (_, value, path) => {
    expect(refusalOf('cyclonedx', value)).toMatchObject({ code: 'source.malformed', path })
  })

  test('10,000 hostile ones are converted or refused, and nothing else happens', () => {
    survives('cyclonedx', changed(BOM))
  }, 240_000)
})
