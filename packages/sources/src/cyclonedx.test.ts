import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, converted, faultsIn, only, refusalOf, survives } from '../test/hostile.ts'
import { affectedProducts, affects, carriedIn, recognise, type Json } from './index.ts'

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

test('a component is found by a link to it, and one of another document is named by it', () => {
  const serialNumber = 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79'
  const link = (serial: string, ref: string) => `urn:cdx:${serial}/1#${encodeURIComponent(ref)}`
  const own = link('3e671687-395b-41f5-a30f-a58921a69b79', 'pkg:a/b@1')
  const others = link('f08a6ccd-4dce-4759-bd84-c626675d60a7', 'session')
  const { objects } = converted('cyclonedx', {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber,
    components: [{ type: 'library', 'bom-ref': 'pkg:a/b@1', name: 'b', version: '1' }],
    vulnerabilities: [
      { id: 'CVE-2026-10001', affects: [{ ref: own }], analysis: { state: 'exploitable' } },
      { id: 'CVE-2026-10002', affects: [{ ref: others }], analysis: { state: 'exploitable' } },
    ],
  })
  const [software] = only(objects, 'software')
  expect(only(objects, 'relationship')).toMatchObject([{ source_ref: software!['id'] }])
  expect(only(objects, 'note').map(({ content }) => String(content).split('\n').at(-1))).toEqual([
    'In: b',
    `In: ${others}`,
  ])
})

test('what a later version says of a vulnerability is said of the same one, whatever stands before it', () => {
  const idOf = (...names: readonly string[]) =>
    only(
      converted('cyclonedx', { ...BOM, vulnerabilities: names.map((id) => ({ id })) }).objects,
      'vulnerability',
    ).at(-1)!['id']
  expect(idOf('CVE-2026-10002', 'CVE-2026-10001')).toBe(idOf('CVE-2026-10001'))
  expect(idOf('CVE-2026-10001', 'CVE-2026-10001')).not.toBe(idOf('CVE-2026-10001'))
})

test('a component of which every version is said to be untouched is not said to be affected', () => {
  const bom = (...statuses: readonly string[]) => ({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    components: [{ type: 'library', 'bom-ref': 'b', name: 'b' }],
    vulnerabilities: [
      {
        id: 'CVE-2026-10001',
        affects: [
          { ref: 'b', versions: statuses.map((status, at) => ({ version: `${at}`, status })) },
        ],
      },
    ],
  })
  const related = (...statuses: readonly string[]) =>
    only(converted('cyclonedx', bom(...statuses)).objects, 'relationship').length
  expect([related('unaffected', 'unaffected'), related('unaffected', 'affected')]).toEqual([0, 1])
})

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

  test.each(['1.4', '1.5', '1.6', '1.7'])('of version %s is read', (specVersion) => {
    expect(converted('cyclonedx', { ...BOM, specVersion }).objects).toHaveLength(objects.length)
  })

  test('says which versions of a component a vulnerability is in, so that one can be asked', () => {
    const [open, shut] = only(objects, 'vulnerability').map(affectedProducts)
    const verdict = (products: typeof open, version: string) =>
      products!.map((one) => affects(one, version).affected)
    expect(open).toMatchObject([
      { product: 'session', cpes: ['cpe:2.3:a:rowan:session:*:*:*:*:*:*:*:*'] },
    ])
    // The bill is of what is in one product: of other versions it says nothing.
    expect([verdict(open, '2.0.3'), verdict(open, '2.0.4')]).toEqual([['yes'], ['cannot-tell']])
    expect([verdict(shut, '1'), verdict(shut, '2')]).toEqual([['no'], ['cannot-tell']])
  })

  test.each([
    [
      'vers:npm/>=2.0.0|<2.1.0-rc.1',
      { '2.0.3': 'yes', '2.1.0-beta': 'yes', '2.1.0': 'no', '1.9': 'no' },
    ],
    [
      'vers:generic/<=2.0|3.1|>=4',
      { '1.0': 'yes', '2.1': 'no', '3.1': 'yes', '5': 'yes', '5-FIPS': 'cannot-tell' },
    ],
    ['vers:generic/*', { '7': 'yes' }],
    ['vers:generic/>2|!=3', { '4': 'cannot-tell' }],
    ['vers:generic/>=2|<3|<=4', { '1': 'cannot-tell' }],
    ['every version of the old line', { '4': 'cannot-tell' }],
  ])('the range %s is answered, or said to be open', (range, wanted) => {
    const versions = [{ range }, { range: 'vers:generic/*', status: 'unaffected' }]
    const [one] = BOM.vulnerabilities
    const bom = { ...BOM, vulnerabilities: [{ ...one, affects: [{ ref: 'session', versions }] }] }
    const [vulnerability] = only(converted('cyclonedx', bom).objects, 'vulnerability') as [Json]
    const [product] = affectedProducts(vulnerability)
    const said = Object.keys(wanted).map((version) => [
      version,
      affects(product!, version).affected,
    ])
    expect(Object.fromEntries(said)).toEqual(wanted)
  })

  test('10,000 hostile ones are converted or refused, and nothing else happens', () => {
    survives('cyclonedx', changed(BOM))
  }, 240_000)
})

/** The same bill of materials, written by hand after the schema of XML. */
const XML = (version = '1.6') => `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by Vesta -->
<bom xmlns="http://cyclonedx.org/schema/bom/${version}" serialNumber="urn:uuid:5a3c2fcd-8328-42bb-a95e-000000000001" version="2">
  <metadata>
    <timestamp>2026-11-20T08:00:00+01:00</timestamp>
    <component type="firmware" bom-ref="terminal"><name>Terminal</name><version>7.4.1</version></component>
    <supplier><name>Vesta</name></supplier>
  </metadata>
  <components>
    <component type="library" bom-ref="session">
      <group>rowan</group><name>session</name><version>2.0.3</version>
      <licenses><license><id>MIT</id></license></licenses>
      <cpe>cpe:2.3:a:rowan:session:2.0.3:*:*:*:*:*:*:*</cpe>
      <purl>pkg:npm/%40rowan/session@2.0.3</purl>
      <components><component type="library" bom-ref="inner"><name>inner</name><version>1</version></component></components>
    </component>
  </components>
  <vulnerabilities>
    <vulnerability>
      <id>CVE-2026-10001</id>
      <source><name>Vesta</name><url>https://vesta.example/advisory/7</url></source>
      <ratings><rating><score>9.8</score><severity>critical</severity><method>CVSSv31</method><vector>CVSS:3.1/AV:N</vector></rating></ratings>
      <cwes><cwe>306</cwe></cwes>
      <description><![CDATA[Nobody is asked who they are.]]></description>
      <published>2026-11-02T09:00:00Z</published>
      <updated>2026-11-19T09:00:00Z</updated>
      <analysis>
        <state>exploitable</state>
        <responses><response>update</response></responses>
        <detail>The modem is reached from outside.</detail>
      </analysis>
      <affects><target><ref>session</ref></target></affects>
    </vulnerability>
    <vulnerability>
      <id>CVE-2026-10002</id>
      <analysis><state>not_affected</state><justification>code_not_reachable</justification></analysis>
      <affects><target><ref>inner</ref></target></affects>
    </vulnerability>
  </vulnerabilities>
</bom>
`

describe('a bill of materials in XML', () => {
  test.each(['1.4', '1.5', '1.6', '1.7'])('of version %s is the same as in JSON', (version) => {
    expect(recognise(XML(version).slice(0, 300))).toBe('cyclonedx')
    const [xml, json] = [XML(version), { ...BOM, specVersion: version }].map(
      (bom) => converted('cyclonedx', bom).objects,
    ) as [readonly Json[], readonly Json[]]
    expect(faultsIn(xml)).toEqual([])
    const without = (objects: readonly Json[]) => objects.filter(({ type }) => type !== 'report')
    expect(without(xml)).toEqual(without(json))
  })

  test('says what versions a target has, and keeps what others added under its own name', () => {
    const [target, own] = [
      '<ref>session</ref>',
      '<x:owner xmlns:x="https://vesta.example/">Ada</x:owner>',
    ]
    const versions =
      '<versions><version><range>vers:npm/&lt;2.1.0</range><status>affected</status></version></versions>'
    const xml = XML('1.7')
      .replace(target, target + versions)
      .replace('<licenses>', `${own}<licenses>`)
    const { objects } = converted('cyclonedx', xml)
    const [product] = affectedProducts(only(objects, 'vulnerability')[0]!)
    expect(product?.versions).toMatchObject([{ version: '0', lessThan: '2.1.0' }])
    const [component] = carriedIn(only(objects, 'report')[0]!, 'cyclonedx')!['components'] as [Json]
    expect(component['x:owner']).toBe('Ada')
  })

  test.each([
    [
      'with entities of its own',
      XML().replace('<bom ', '<!DOCTYPE bom [<!ENTITY a "aaaa">]><bom '),
    ],
    ['with an entity that nobody declared', XML().replace('>Vesta<', '>&vesta;<')],
    ['that is not closed', XML().slice(0, -10)],
    [
      'of another namespace',
      XML().replaceAll('http://cyclonedx.org/schema/bom/', 'https://a.example/'),
    ],
    ['that is nothing', '<bom/>'],
    ['with text behind it', `${XML()}more`],
  ])('%s is refused', (_, text) => {
    expect(refusalOf('cyclonedx', text).code).toBe('source.malformed')
  })
  test.each([
    [
      'nested deeper than a file may be',
      XML().replace('<licenses>', `${'<a>'.repeat(60)}${'</a>'.repeat(60)}<licenses>`),
    ],
    ['with a value longer than one may be', XML().replace('Terminal', 'a'.repeat(1024 * 1024 + 1))],
  ])('%s is refused', (_, text) => {
    expect(refusalOf('cyclonedx', text).code).toBe('source.too-large')
  })

  test('10,000 hostile ones are converted or refused, and nothing else happens', () => {
    const signs = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<![CDATA[',
      '<!--',
      '<components>',
      '</component>',
      '__proto__',
      '\u0000',
      '&#0;',
      'xmlns="a"',
      '<__proto__>a</__proto__>',
    )
    const change = fc.tuple(fc.nat(), fc.nat(40), fc.oneof(signs, fc.constant('')))
    survives(
      'cyclonedx',
      fc.array(change, { maxLength: 3 }).map((changes) =>
        changes.reduce((text, [at, length, sign]) => {
          const from = at % text.length
          return text.slice(0, from) + sign + text.slice(from + length)
        }, XML()),
      ),
    )
  }, 240_000)
})
