import { describe, expect, it, test } from 'vitest'
import { createLoss } from '@entente/stix'
import { readEvents, type Json } from './event.ts'
import { fromEvent } from './from-event.ts'
import { forInstance } from './spread.ts'
import { toEvents } from './to-event.ts'
import { attributesIn } from './writing.ts'

const uuid = (at: number) => `5a3c2fcd-8328-42bb-a95e-${String(at).padStart(12, '0')}`
const CAME = 1_795_000_000
const LATER = '2026-11-25T10:00:00.500Z'
const OPTIONS = {
  uuidOf: (text: string) => uuid(900_000 + text.length),
  org: { name: 'Alder', uuid: uuid(7) },
}
const back = (objects: readonly Json[], more: object = {}) =>
  toEvents(JSON.parse(JSON.stringify(objects)) as Json[], { ...OPTIONS, ...more })[0]!

const attribute = (at: number, more: Json = {}): Json => ({
  uuid: uuid(at),
  type: 'domain',
  category: 'Network activity',
  value: `modem-${at}.example`,
  to_ids: true,
  comment: '',
  timestamp: String(CAME),
  distribution: '5',
  ...more,
})
const EVENT: Json = {
  uuid: uuid(1),
  info: 'Modems of one model stop answering',
  date: '2026-11-18',
  timestamp: String(CAME),
  publish_timestamp: String(CAME),
  distribution: '3',
  Orgc: { name: 'Alder CERT', uuid: uuid(2) },
  Tag: [{ name: 'tlp:green' }],
  Attribute: [attribute(10), attribute(11, { to_ids: false })],
  Object: [
    {
      uuid: uuid(6),
      name: 'file',
      timestamp: String(CAME),
      Attribute: [attribute(12)],
      ObjectReference: [
        {
          uuid: uuid(8),
          referenced_uuid: uuid(6),
          relationship_type: 'related-to',
          timestamp: String(CAME),
        },
      ],
    },
  ],
}
/** The event as it came, with some of its objects changed since. */
const changed = (change: (object: Json) => Json): readonly Json[] =>
  fromEvent(readEvents(JSON.stringify({ Event: EVENT }))[0]!).objects.map(change)
const revoking =
  (...ids: readonly string[]) =>
  (object: Json): Json =>
    ids.includes(String(object['id'])) ? { ...object, revoked: true, modified: LATER } : object
const attributeAt = (event: Json, at: number) =>
  attributesIn(event).find((one) => one['uuid'] === uuid(at))!
const seconds = Math.floor(Date.parse(LATER) / 1_000)

describe('what came from MISP and was revoked since', () => {
  test.each([
    ['an indicator', `indicator--${uuid(10)}`, 10],
    ['observed data', `observed-data--${uuid(11)}`, 11],
    ['an indicator of an object', `indicator--${uuid(12)}`, 12],
  ])('%s goes back deleted, and newer than it came', (_, id, at) => {
    const { Event, report } = back(changed(revoking(id)))
    expect(attributeAt(Event, at)).toMatchObject({ deleted: true, timestamp: String(seconds) })
    expect(Event['timestamp']).toBe(String(seconds))
    const others = [10, 11, 12].filter((other) => other !== at)
    for (const other of others) expect(attributeAt(Event, other)).not.toHaveProperty('deleted')
    const type = id.slice(0, id.indexOf('--'))
    expect(report.map(({ field, fate, as }) => [field, fate, as])).toEqual([
      [`${type}.modified`, 'mapped', 'timestamp'],
      [`${type}.revoked`, 'mapped', 'deleted'],
    ])
  })

  test('an object and a reference go back deleted too', () => {
    const { Event } = back(changed(revoking(`grouping--${uuid(6)}`, `relationship--${uuid(8)}`)))
    expect(Event['Object']).toMatchObject([
      { deleted: true, timestamp: String(seconds), ObjectReference: [{ deleted: true }] },
    ])
  })

  it('is newer than what came, though it was revoked within the second', () => {
    const objects = changed((object) =>
      object['id'] === `indicator--${uuid(10)}` ? { ...object, revoked: true } : object,
    )
    const { Event } = back(objects)
    expect([Event['timestamp'], attributeAt(Event, 10)['timestamp']]).toEqual([
      String(CAME + 1),
      String(CAME + 1),
    ])
  })

  it('is revoked where MISP has it read again', () => {
    const { Event } = back(changed(revoking(`indicator--${uuid(10)}`)))
    const [read] = readEvents(JSON.stringify({ Event }))
    expect(fromEvent(read!).objects).toContainEqual(
      expect.objectContaining({ id: `indicator--${uuid(10)}`, revoked: true }),
    )
  })
})

describe('what came from MISP and was marked otherwise since', () => {
  const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'
  const PAP_RED = 'marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e'
  const marking =
    (id: string, ...refs: readonly string[]) =>
    (object: Json): Json =>
      object['id'] === id ? { ...object, object_marking_refs: refs, modified: LATER } : object
  const tagsIn = ({ Tag }: Json) => ((Tag ?? []) as readonly Json[]).map(({ name }) => name)

  test.each([
    ['an indicator', `indicator--${uuid(10)}`, 10],
    ['observed data', `observed-data--${uuid(11)}`, 11],
    ['an indicator of an object', `indicator--${uuid(12)}`, 12],
  ])('%s goes back with the tags of its markings now, and newer than it came', (_, id, at) => {
    const { Event, report } = back(changed(marking(id, RED, PAP_RED)))
    expect(tagsIn(attributeAt(Event, at))).toEqual(['tlp:red', 'PAP:RED'])
    expect(attributeAt(Event, at)['timestamp']).toBe(String(seconds))
    expect([Event['timestamp'], tagsIn(Event)]).toEqual([String(seconds), ['tlp:green']])
    expect(report.map(({ field, fate }) => [field.replace(/^.*\./, ''), fate])).toEqual([
      ['modified', 'mapped'],
      ['object_marking_refs', 'mapped'],
    ])
    const [read] = readEvents(JSON.stringify({ Event }))
    const again = fromEvent(read!).objects.find((one) => one['id'] === id)!
    expect(again['object_marking_refs']).toEqual([RED, PAP_RED])
  })

  it('is the event, where the report is', () => {
    const { Event } = back(changed(marking(`report--${uuid(1)}`, RED)))
    expect(tagsIn(Event)).toEqual(['tlp:red', 'tlp:green'])
    expect(Event['timestamp']).toBe(String(seconds))
  })

  it('is told of as lost where MISP has no tag for the marking', () => {
    const statement = `marking-definition--${uuid(70)}`
    const { report } = back(changed(marking(`indicator--${uuid(10)}`, RED, statement)))
    expect(report).toContainEqual(
      expect.objectContaining({ field: 'indicator.object_marking_refs', fate: 'lost' }),
    )
  })
})

const common = {
  spec_version: '2.1',
  created: '2026-11-24T08:00:00.000Z',
  modified: '2026-11-24T08:00:00.000Z',
}
const indicator = (at: number, pattern: string, more: Json = {}): Json => ({
  type: 'indicator',
  id: `indicator--${uuid(at)}`,
  ...common,
  pattern,
  pattern_type: 'stix',
  valid_from: common.created,
  ...more,
})
it('what marks one attribute is no tag of the event that holds others', () => {
  const { Event, report } = back([
    indicator(50, "[domain-name:value = 'a.example']", { labels: ['tlp:green', 'modems'] }),
    indicator(51, "[domain-name:value = 'b.example']", {
      object_marking_refs: ['marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e'],
    }),
  ])
  const tags = (element: Json) => element['Tag']
  expect(tags(Event)).toEqual([{ name: 'modems' }])
  expect(attributesIn(Event).map(tags)).toEqual([[{ name: 'tlp:green' }], [{ name: 'PAP:RED' }]])
  expect(report.filter(({ field }) => field.endsWith('.object_marking_refs'))).toMatchObject([
    { fate: 'mapped' },
  ])
})

const report = (refs: readonly Json[], more: Json = {}): Json => ({
  type: 'report',
  id: `report--${uuid(40)}`,
  ...common,
  name: 'Ours',
  published: common.created,
  object_refs: refs.map(({ id }) => id),
  ...more,
})
const ONE = indicator(20, "[ipv4-addr:value = '192.0.2.7']")
const TWO = indicator(21, "[domain-name:value = 'a.example' OR domain-name:value = 'b.example']")
const sighting = (of: Json | string, more: Json = {}): Json => ({
  type: 'sighting',
  id: `sighting--${uuid(50)}`,
  ...common,
  first_seen: '2026-11-24T07:00:00.000Z',
  last_seen: LATER,
  count: 1,
  sighting_of_ref: typeof of === 'string' ? of : of['id'],
  ...more,
})
const sightingsIn = (event: Json) =>
  attributesIn(event).flatMap((one) => (one['Sighting'] ?? []) as readonly Json[])

describe('a sighting', () => {
  const asMisp = { uuid: uuid(50), type: '0', date_sighting: String(seconds) }

  test('of an indicator of ours stands under its attribute, and comes back', () => {
    const { Event, report: told } = back([ONE, report([ONE]), sighting(ONE)])
    expect(sightingsIn(Event)).toEqual([asMisp])
    expect(told).toContainEqual({
      field: 'sighting.last_seen',
      fate: 'mapped',
      as: 'Sighting.date_sighting',
      count: 1,
    })
    expect(told).toContainEqual(
      expect.objectContaining({ field: 'sighting.first_seen', fate: 'lost' }),
    )
    const [read] = readEvents(JSON.stringify({ Event }))
    expect(fromEvent(read!).objects).toContainEqual(
      expect.objectContaining({
        type: 'sighting',
        id: `sighting--${uuid(50)}`,
        sighting_of_ref: ONE['id'],
        last_seen: '2026-11-25T10:00:00.000Z',
      }),
    )
  })

  test('of what came from MISP is added to it', () => {
    const seen = sighting(`indicator--${uuid(12)}`)
    const { Event } = back([...changed((object) => object), seen])
    expect(attributeAt(Event, 12)['Sighting']).toEqual([asMisp])
  })

  test.each([
    ['of one of several values', sighting(TWO), 'what was seen is not one attribute of the event'],
    ['of nothing seen', sighting(ONE, { count: 0 }), 'looked for and not seen'],
    ['that is taken back', sighting(ONE, { revoked: true }), 'taken back'],
  ])('%s stays, and the report says why', (_, seen, why) => {
    const { Event, report: told } = back([ONE, TWO, report([ONE, TWO]), seen])
    expect(sightingsIn(Event)).toEqual([])
    expect(told).toContainEqual(
      expect.objectContaining({
        field: 'sighting',
        fate: 'lost',
        as: expect.stringContaining(why) as unknown,
      }),
    )
  })
})

describe('a report under the marking of a sharing group', () => {
  const [ENERGY, WATER] = [uuid(60), uuid(61)]
  const marked = (...groups: readonly string[]) => ({
    object_marking_refs: groups.map((group) => `marking-definition--${group}`),
  })
  const group = (of: string) => ({ uuid: of, name: of === ENERGY ? 'Energy' : 'Water' })
  const groups = new Map(
    [ENERGY, WATER].map((one) => [`marking-definition--${one}`, group(one)] as const),
  )
  const eventOf = (own: Json, of: Json = {}) => {
    const one = indicator(20, "[ipv4-addr:value = '192.0.2.7']", of)
    return back([one, report([one], own)], { groups })
  }

  test('goes to that group, and its attributes with it', () => {
    const { Event, report: told } = eventOf(marked(ENERGY), marked(ENERGY))
    expect(Event).toMatchObject({ distribution: '4', SharingGroup: group(ENERGY) })
    expect(attributesIn(Event)[0]).toMatchObject({ distribution: '5' })
    expect(told).toContainEqual(
      expect.objectContaining({ field: 'report.object_marking_refs', fate: 'mapped' }),
    )
  })

  test('has an attribute for another group where that marks it', () => {
    const { Event } = eventOf(marked(ENERGY), marked(WATER))
    expect(attributesIn(Event)[0]).toMatchObject({ distribution: '4', SharingGroup: group(WATER) })
  })

  test('of two groups goes to nobody but the own organisation, and the report says so', () => {
    const { Event, report: told } = eventOf(marked(ENERGY, WATER))
    expect(Event['distribution']).toBe('0')
    expect(told).toContainEqual(
      expect.objectContaining({ field: 'report.object_marking_refs', fate: 'lost' }),
    )
  })

  test('has the number that the instance gave the group, and goes no further where it knows none', () => {
    const { Event } = eventOf(marked(ENERGY), marked(WATER))
    const loss = createLoss()
    const there = forInstance(Event, new Map([[ENERGY, { id: '17' }]]), loss)
    expect(there).toMatchObject({ distribution: '4', sharing_group_id: '17' })
    expect(attributesIn(there)[0]).toMatchObject({ distribution: '0' })
    expect(attributesIn(there)[0]).not.toHaveProperty('SharingGroup')
    expect(loss.report()).toMatchObject([{ field: 'SharingGroup', fate: 'lost', count: 1 }])
  })

  test('has its label of TLP as a tag, and an attribute its own where that is another', () => {
    const [GREEN, AMBER] = [
      'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
      'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
    ]
    const { Event } = eventOf({ object_marking_refs: [GREEN] }, { object_marking_refs: [AMBER] })
    expect(Event['Tag']).toEqual([{ name: 'tlp:green' }])
    expect(attributesIn(Event)[0]!['Tag']).toEqual([{ name: 'tlp:amber' }])
  })
})
