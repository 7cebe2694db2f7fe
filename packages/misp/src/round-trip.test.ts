import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { readEvents, type Json } from './event.ts'
import { fromEvent } from './from-event.ts'
import { toEvents } from './to-event.ts'

const folder = sharedPath('data/misp-events')
const more = sharedPath('data/misp-formats/events')

const OPTIONS = {
  uuidOf: () => '00000000-0000-5000-8000-000000000000',
  org: { name: 'Alder', uuid: '3d1f0d6c-6d3c-4a53-9f6f-8a4b8f2b7c11' },
}

/** Lists without a member say nothing: an event may have them or not. */
const withoutEmpty = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !(Array.isArray(one) && one.length === 0))
      .map(([name, one]) => [name, withoutEmpty(one)]),
  )
}

const triplets = sharedPath('data/misp-formats/misp-stix')

const files = [folder, more, triplets]
  .filter((path) => path !== undefined)
  .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
  .filter((path) => path.endsWith('.json') && hasEvent(path))

function hasEvent(path: string): boolean {
  try {
    return readEvents(readFileSync(path, 'utf8')).length > 0
  } catch {
    return false
  }
}

describe.skipIf(files.length === 0)(
  files.length === 0
    ? 'MISP events of others, left out: ../shared is not here'
    : 'events of ESET, CIRCL and others',
  () => {
    test('are those that were counted', () => {
      expect(files.filter((path) => path.startsWith(folder!))).toHaveLength(5)
      expect(files).toHaveLength(16)
    })
    test.each(files)('come back from STIX as they went in: %s', (path) => {
      for (const read of readEvents(readFileSync(path, 'utf8'))) {
        const { objects, report } = fromEvent(read)
        expect(report.filter(({ fate }) => fate === 'lost')).toEqual([])
        const events = toEvents(JSON.parse(JSON.stringify(objects)) as Json[], OPTIONS)
        expect(events).toHaveLength(1)
        expect(withoutEmpty(events[0]!.Event)).toEqual(withoutEmpty(read.raw))
        expect(events[0]!.report).toEqual([])
      }
    })
  },
)

type Cluster = {
  readonly uuid: string
  readonly value: string
  readonly meta?: { readonly 'member-of'?: readonly string[] }
  readonly related?: readonly { readonly 'dest-uuid': string }[]
}
type Galaxy = {
  readonly type: string
  readonly version: number
  readonly values: readonly Cluster[]
}

/** An event on one entry of a galaxy, as an instance of MISP hands it out. */
const eventOn = (one: Cluster, { type, version }: Galaxy) => {
  const Tag = [{ name: 'nis2:test="test"' }, { name: `misp-galaxy:${type}="${one.value}"` }]
  return {
    uuid: '5f0c8b1e-6a7c-4d0e-9a53-0a5d2b7f6c11',
    info: 'Whom it was aimed at',
    date: '2026-11-20',
    timestamp: '1795500000',
    threat_level_id: '4',
    analysis: '0',
    published: false,
    Orgc: { name: 'CIRCL', uuid: '55f6ea5e-2c60-40e5-964f-47a8950d210f' },
    Tag,
    Galaxy: [
      {
        type,
        name: type,
        GalaxyCluster: [{ ...one, type, version, tag_name: Tag[1]!.name }],
      },
    ],
    Attribute: [],
    Object: [],
  }
}

/** No member of anything, no entity of the law: tags and what was written. */
function staysWords(event: ReturnType<typeof eventOn>) {
  const [given] = readEvents(JSON.stringify({ Event: event }))
  const { objects, report } = fromEvent(given!)
  expect(report.filter(({ fate }) => fate === 'lost')).toEqual([])
  expect(objects.map(({ type }) => type)).not.toContain('relationship')
  expect(objects.find(({ type }) => type === 'report')).toMatchObject({
    labels: expect.arrayContaining(['nis2:test="test"']) as unknown,
  })
  const [again] = toEvents(JSON.parse(JSON.stringify(objects)) as Json[], OPTIONS)
  expect(withoutEmpty(again!.Event)).toEqual(withoutEmpty(given!.raw))
}

describe('lists that disagree', () => {
  test('trap 12: whom an older list leaves out and a newer one names, and a predicate that is a test, stay words', () => {
    const entry = (value: string, uuid: string, more: object = {}): Cluster => ({
      value,
      uuid: `5f0c8b1e-6a7c-4d0e-9a53-0000000000${uuid}`,
      ...more,
    })
    const league = { meta: { 'member-of': ['League'] } }
    const older = {
      type: 'target-information',
      version: 1,
      values: [entry('Alder', '01', league), entry('Birch', '02')],
    }
    const newer = {
      type: 'league',
      version: 4,
      values: [
        entry('Delegations', '03', {
          related: [entry('', '01'), entry('', '02')].map(({ uuid }) => ({
            'dest-uuid': uuid,
            type: 'includes',
          })),
        }),
      ],
    }
    for (const galaxy of [older, newer])
      for (const one of galaxy.values) staysWords(eventOn(one, galaxy))
    expect.assertions(3 * 4)
  })
})

const published = sharedPath('data')
describe.skipIf(published === undefined)(
  published === undefined
    ? 'reference data that disagree, left out: ../shared is not here'
    : 'reference data that disagree',
  () => {
    const read = (path: string) => JSON.parse(readFileSync(join(published!, path), 'utf8')) as never
    const galaxy = (name: string): Galaxy => read(`misp-galaxy/clusters/${name}.json`)

    test('trap 12: 29 members of NATO in one list and 32 in another, and a predicate that is a test, stay words of whoever wrote them', () => {
      const [targets, nato] = [galaxy('target-information'), galaxy('nato')]
      const old = targets.values.filter(({ meta }) => meta?.['member-of']?.includes('NATO'))
      const delegations = nato.values.find(({ value }) => value === 'Member Delegations')!
      const members = new Set(delegations.related!.map((one) => one['dest-uuid']))
      expect([old.length, members.size]).toEqual([29, 32])
      const since = ['Finland', 'North Macedonia', 'Sweden']
      expect(old.filter(({ value }) => since.includes(value))).toEqual([])
      const joined = galaxy('country').values.filter(({ uuid }) => members.has(uuid))
      expect(joined.map(({ value }) => value.toLowerCase())).toEqual(
        expect.arrayContaining(since.map((value) => value.toLowerCase())),
      )
      const nis2: { predicates: { value: string; description?: string }[] } = read(
        'misp-taxonomies/nis2.machinetag.json',
      )
      expect(nis2.predicates.find(({ value }) => value === 'test')!.description).toContain(
        'are to be ignored',
      )

      const disputed = targets.values.filter(({ value }) =>
        [...since, 'Luxembourg'].includes(value),
      )
      const events = [...disputed.map((one) => eventOn(one, targets)), eventOn(delegations, nato)]
      expect(events).toHaveLength(5)
      for (const event of events) staysWords(event)
    })
  },
)
