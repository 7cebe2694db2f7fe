import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { changed, converted, faultsIn, GIVEN, only, refusalOf, survives } from '../test/hostile.ts'
import { fromSource, recognise, SourceError, type Json } from './index.ts'

const product = (id: string, name: string, more: Json = {}) => ({ product_id: id, name, ...more })
const ADVISORY = {
  document: {
    category: 'csaf_security_advisory',
    csaf_version: '2.0',
    title: 'Terminals let in whoever reaches them',
    lang: 'en',
    publisher: { category: 'vendor', name: 'Vesta PSIRT', namespace: 'https://vesta.example' },
    distribution: { tlp: { label: 'AMBER' } },
    tracking: {
      id: 'VESTA-2026-7',
      status: 'final',
      version: '2',
      initial_release_date: '2026-11-02T09:00:00+01:00',
      current_release_date: '2026-11-20T08:00:00.5Z',
      revision_history: [{ number: '1', date: '2026-11-02T09:00:00+01:00', summary: 'First.' }],
    },
    notes: [{ category: 'summary', title: 'In short', text: 'Update the terminals.' }],
    references: [{ summary: 'This page', url: 'https://vesta.example/advisory/7' }],
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: 'Vesta',
        branches: [
          {
            category: 'product_name',
            name: 'Terminal',
            branches: [
              {
                category: 'product_version',
                name: '7.4.1',
                product: product('T1', 'Vesta Terminal 7.4.1', {
                  product_identification_helper: {
                    cpe: 'cpe:/h:vesta:terminal:7.4.1',
                    purl: 'pkg:generic/vesta/terminal@7.4.1',
                  },
                }),
              },
              {
                category: 'product_version',
                name: '7.4.2',
                product: product('T2', 'Vesta Terminal 7.4.2'),
              },
            ],
          },
        ],
      },
    ],
    product_groups: [{ group_id: 'OLD', product_ids: ['T1'] }],
  },
  vulnerabilities: [
    {
      cve: 'CVE-2026-10001',
      cwe: { id: 'CWE-306', name: 'Missing Authentication for Critical Function' },
      notes: [{ category: 'description', text: 'Nobody is asked who they are.' }],
      product_status: { known_affected: ['T1'], known_not_affected: ['T2'] },
      flags: [{ label: 'vulnerable_code_not_present', product_ids: ['T2'] }],
      threats: [{ category: 'exploit_status', details: 'Seen in three networks.' }],
      remediations: [
        {
          category: 'vendor_fix',
          details: 'Install 7.4.2.',
          url: 'https://vesta.example/7.4.2',
          group_ids: ['OLD'],
        },
        { category: 'none_available', details: 'Nothing else helps.', product_ids: ['T1'] },
      ],
      scores: [
        {
          products: ['T1'],
          cvss_v3: {
            version: '3.1',
            baseScore: 9.8,
            baseSeverity: 'CRITICAL',
            vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
          },
        },
      ],
    },
  ],
}
const [VULNERABILITY] = ADVISORY.vulnerabilities
const AMBER = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'
const advisory = (document: Json, more: Json = {}) => ({
  ...ADVISORY,
  document: { ...ADVISORY.document, ...document },
  ...more,
})

test('what a later version says of a vulnerability is said of the same one, whatever stands before it', () => {
  const [first] = ADVISORY.vulnerabilities
  const other = { ...first, cve: 'CVE-2026-10002' }
  const ids = (...vulnerabilities: readonly Json[]) =>
    new Map(
      converted('csaf', { ...ADVISORY, vulnerabilities })
        .objects.filter((one) => JSON.stringify(one).includes('CVE-2026-10001'))
        .map((one) => [one['type'], one['id']]),
    )
  const before = ids(first!)
  expect(before.size).toBeGreaterThan(1)
  const { report: _, ...after } = Object.fromEntries(ids(other, first!))
  expect(Object.fromEntries(before)).toMatchObject(after)
  // Twice of one name is two all the same.
  const twice = converted('csaf', { ...ADVISORY, vulnerabilities: [first, first] }).objects
  expect(new Set(only(twice, 'vulnerability').map(({ id }) => id)).size).toBe(2)
})

describe('an advisory', () => {
  const { objects, fields } = converted('csaf', ADVISORY)

  test('is a report of what it speaks of, with its dates and how far it goes', () => {
    expect(faultsIn(objects)).toEqual([])
    const [report] = only(objects, 'report') as [Json]
    expect(report).toMatchObject({
      name: 'Terminals let in whoever reaches them',
      created: '2026-11-02T08:00:00.000Z',
      modified: '2026-11-20T08:00:00.500Z',
      lang: 'en',
      labels: ['csaf:category="csaf_security_advisory"', 'csaf:status="final"'],
      external_references: [
        { source_name: 'Vesta PSIRT', external_id: 'VESTA-2026-7' },
        { source_name: 'This page', url: 'https://vesta.example/advisory/7' },
      ],
    })
    const own = objects.filter(({ type }) => !/identity|definition/.test(String(type)))
    expect(own.map(({ object_marking_refs: refs }) => refs)).toEqual(own.map(() => [AMBER]))
  })

  test('names software by CPE and package URL, and ties to a vulnerability only what is affected', () => {
    const [affected, other] = only(objects, 'software') as [Json, Json]
    expect(affected).toMatchObject({
      name: 'Vesta Terminal 7.4.1',
      vendor: 'Vesta',
      version: '7.4.1',
      cpe: 'cpe:2.3:h:vesta:terminal:7.4.1:*:*:*:*:*:*:*',
    })
    expect(JSON.stringify(affected)).toContain('pkg:generic/vesta/terminal@7.4.1')
    expect(other).toMatchObject({ name: 'Vesta Terminal 7.4.2' })
    const ties = only(objects, 'relationship').filter(
      (one) => one['relationship_type'] === 'related-to',
    )
    expect(ties.map(({ source_ref: from }) => from)).toEqual([affected['id']])
  })

  test('says in a note what it says of each product, and why one is not affected', () => {
    const note = only(objects, 'note').find(({ abstract }) =>
      String(abstract).startsWith('What Vesta'),
    )
    expect(String(note!['content']).split('\n')).toEqual([
      'known affected: Vesta Terminal 7.4.1',
      'known not affected: Vesta Terminal 7.4.2',
      'not affected, for vulnerable code not present (Vesta Terminal 7.4.2)',
      'exploit status: Seen in three networks.',
      'CVSS 3.1 9.8 CRITICAL CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H (Vesta Terminal 7.4.1)',
      'none available: Nothing else helps. (Vesta Terminal 7.4.1)',
    ])
  })

  test('makes a course of action of what somebody can do', () => {
    const [action] = only(objects, 'course-of-action') as [Json]
    expect(action).toMatchObject({
      name: 'vendor fix: Install 7.4.2.',
      description: 'Install 7.4.2.\nFor: Vesta Terminal 7.4.1',
      external_references: [{ url: 'https://vesta.example/7.4.2' }],
    })
    expect(only(objects, 'relationship')).toContainEqual(
      expect.objectContaining({ relationship_type: 'remediates', source_ref: action['id'] }),
    )
  })

  test('loses nothing: what STIX has no property for is carried and named', () => {
    const fate = (field: string) => fields.find((row) => row.field === field)?.fate
    expect(fate('document.tracking.revision_history[].summary')).toBe('carried')
    expect(fate('product_tree.branches[].product.name')).toBe('mapped')
    expect(fate('vulnerabilities[].cve')).toBe('mapped')
    expect(fields.filter((row) => row.fate === 'lost')).toEqual([])
  })

  test('of CSAF 2.1 has its scores under metrics and further labels', () => {
    const { scores, cwe, ...rest } = VULNERABILITY!
    const metrics = scores.map(({ products, ...content }) => ({ products, content }))
    const newer = advisory(
      { csaf_version: '2.1', distribution: { tlp: { label: 'AMBER+STRICT' } } },
      { vulnerabilities: [{ ...rest, cwes: [{ ...cwe, version: '4.15' }], metrics }] },
    )
    const { objects: own } = converted('csaf', newer)
    expect(faultsIn(own)).toEqual([])
    expect(JSON.stringify(only(own, 'note'))).toContain('CVSS 3.1 9.8 CRITICAL')
    expect(only(own, 'report')[0]!['object_marking_refs']).toEqual([
      'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
    ])
  })

  test.each([
    ['a text', { text: 'For terminals of the exercise only.' }],
    [
      'a sharing group',
      { sharing_group: { id: '5a3c2fcd-8328-42bb-a95e-000000000001', name: 'Exercise' } },
    ],
  ])('that restricts itself by %s is marked with it', (_, distribution) => {
    const { objects: own } = converted('csaf', advisory({ distribution }))
    const [statement] = only(own, 'marking-definition') as [Json]
    expect(faultsIn(own)).toEqual([])
    expect(only(own, 'report')[0]!['object_marking_refs']).toEqual([statement['id']])
  })

  test('that does not say how far it goes is not marked clear', () => {
    const { distribution: _, ...document } = ADVISORY.document
    const { objects: own } = converted('csaf', { ...ADVISORY, document })
    expect(own.filter((object) => 'object_marking_refs' in object)).toEqual([])
  })

  test('that was withdrawn is revoked', () => {
    expect(
      only(converted('csaf', advisory({ category: 'csaf_withdrawn' })).objects, 'report'),
    ).toMatchObject([{ revoked: true }])
  })

  test.each([
    [
      'with an unknown label',
      advisory({ distribution: { tlp: { label: 'MAUVE' } } }),
      'document.distribution.tlp.label',
      '"MAUVE"',
    ],
    ['without a title', advisory({ title: undefined }), 'document.title', 'nothing'],
    ['of an unknown version', advisory({ csaf_version: '1.2' }), 'document.csaf_version', '"1.2"'],
  ])('%s is refused with its place and what stood there', (_, file, path, got) => {
    const refusal = refusalOf('csaf', file)
    expect(refusal).toMatchObject({ code: 'source.malformed', path })
    expect(refusal).toHaveProperty('message', `expected a CSAF advisory, got ${got} at ${path}`)
  })

  test('is refused where a score says its version by what a stranger put under toString', () => {
    const scores = [{ products: ['T1'], cvss_v3: { version: { toString: 7 }, baseScore: 1 } }]
    const file = { ...ADVISORY, vulnerabilities: [{ ...VULNERABILITY, scores }] }
    expect(refusalOf('csaf', file)).toMatchObject({ code: 'advisory.invalid' })
  })

  test('10,000 hostile ones are converted or refused, and nothing else happens', () => {
    survives('csaf', changed(ADVISORY))
  }, 240_000)
})

describe('a list of advisories', () => {
  test.each([
    ['a ROLIE feed', { feed: { entry: [{ link: [{ href: 'https://vesta.example/7.json' }] }] } }],
    ['the list of an aggregator', { aggregator: {}, csaf_providers: [] }],
    ['the metadata of a provider', { metadata_version: '2.0', publisher: {} }],
  ])('is known as %s, and refused with a way out', (what, value) => {
    expect(recognise(JSON.stringify(value))).toBe('csaf')
    const refused = refusalOf('csaf', value)
    expect(refused.code).toBe('advisory.listing')
    expect(refused.message).toContain(`${what}; fetch the advisories that it leads to`)
  })
})

const folder = sharedPath('data/csaf')
describe.skipIf(!folder)(
  folder ? 'CSAF as published' : 'published CSAF, left out: ../shared is not here',
  () => {
    const files = (name: string) =>
      folder ? readdirSync(`${folder}/${name}`).map((file) => `${name}/${file}`) : []
    const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')
    const [advisories, lists] = [/csaf_(?!json)|csaf21/, /ROLIE|aggregator|provider/]

    test.each([...files('csaf20'), ...files('csaf21')].filter((file) => advisories.test(file)))(
      '%s is known by how it begins, and is converted whole',
      (file) => {
        expect(recognise(read(file).slice(0, 64 * 1024))).toBe('csaf')
        const { objects, fields } = fromSource('csaf', read(file), GIVEN)
        expect(faultsIn(objects)).toEqual([])
        expect(fields.filter(({ fate }) => fate === 'lost')).toEqual([])
      },
    )

    test('lists are refused as lists', () => {
      const found = files('csaf20').filter((file) => lists.test(file))
      expect(found).toHaveLength(8)
      for (const file of found) {
        expect(recognise(read(file))).toBe('csaf')
        expect(refusalOf('csaf', read(file)).code).toBe('advisory.listing')
      }
    })

    // The number behind 6-1- is the test; from 11 on the last number stands for documents that pass it.
    test.each(files('invalid'))('passes or fails its mandatory test: %s', (file) => {
      const [, test = '', number = ''] = /6-1-0(\d)-(\d\d)\.json$/.exec(file) ?? []
      if (Number(number) > 10) {
        expect(faultsIn(fromSource('csaf', read(file), GIVEN).objects)).toEqual([])
        return
      }
      const refused = refusalOf('csaf', read(file))
      expect(refused).toBeInstanceOf(SourceError)
      expect(refused.code).toBe('advisory.invalid')
      expect(refused.message).toContain(`(mandatory test 6.1.${test} of CSAF)`)
    })
  },
)
