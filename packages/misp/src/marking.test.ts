import { describe, expect, it } from 'vitest'
import { papOf } from '@entente/stix'
import { attribute, converted, event, only, uuid } from '../test/example-event.ts'
import type { Json } from './event.ts'

describe('how far an element goes', () => {
  const markings = (raw: Json, type = 'indicator') =>
    only(raw, type).map((one) => one['object_marking_refs'])
  const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
  const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'

  it('is as its TLP says, else as that of the event', () => {
    const red = attribute('domain', 'red.example', { Tag: [{ name: 'tlp:red' }] })
    const raw = event({ Attribute: [attribute('domain', 'green.example'), red] })
    expect(markings(raw)).toEqual([[GREEN], [RED]])
  })
  it('is no further than its own organisation where MISP says so, its observables included', () => {
    const raw = event({
      distribution: '0',
      Attribute: [attribute('domain', 'own.example', { to_ids: false })],
    })
    const own = 'marking-definition--62de9b5a-21d2-470c-ae6a-6158eceaf820'
    for (const type of ['report', 'observed-data', 'domain-name'])
      expect(markings(raw, type)).toEqual([[GREEN, own]])
    expect(only(raw, 'marking-definition')).toMatchObject([
      { id: own, definition: { statement: 'MISP distribution 0: your organisation only' } },
    ])
  })
  it('is its sharing group, inherited by what is of level 5', () => {
    const group = { SharingGroup: { name: 'Three nations', uuid: uuid(3) } }
    const raw = event({
      distribution: '4',
      ...group,
      Attribute: [attribute('domain', 'a.example')],
    })
    expect(markings(raw)).toEqual([[GREEN, `marking-definition--${uuid(3)}`]])
  })
  it('is nowhere where the sharing group is not said', () => {
    const [indicator] = only(
      event({ distribution: '4', Attribute: [attribute('domain', 'a.example')] }),
      'indicator',
    )
    expect(indicator!['object_marking_refs']).toContain(
      'marking-definition--62de9b5a-21d2-470c-ae6a-6158eceaf820',
    )
  })
})

describe('what tells of an element', () => {
  const group = `marking-definition--${uuid(3)}`
  const narrow = { distribution: '4', SharingGroup: { name: 'Three nations', uuid: uuid(3) } }
  const seen = [{ uuid: uuid(4), type: '0', date_sighting: '1795000050' }]
  const cluster = { uuid: uuid(500), type: 'threat-actor', value: 'QUIET GULL' }
  const Galaxy = [{ type: 'threat-actor', GalaxyCluster: [cluster] }]
  const target = attribute('domain', 'a.example', { Sighting: seen })
  const reference = { uuid: uuid(8), referenced_uuid: target['uuid'], relationship_type: 'drops' }
  const thing = { uuid: uuid(6), name: 'file', timestamp: '1795000000' }
  const markings = (raw: Json, type: string) =>
    only(raw, type).map((one) => one['object_marking_refs'])
  const TELLING = ['sighting', 'relationship', 'threat-actor']

  it('goes no further than the sharing group of the event', () => {
    const Object = [{ ...thing, ObjectReference: [reference] }]
    const raw = event({ Tag: [], ...narrow, Attribute: [target], Object, Galaxy })
    for (const type of TELLING) expect(markings(raw, type), type).toEqual([[group]])
  })
  it('goes no further than it says itself, of a cluster that an instance made for some', () => {
    const own = { ...Galaxy[0], GalaxyCluster: [{ ...cluster, ...narrow }] }
    const raw = event({ Tag: [], Galaxy: [own] })
    expect(markings(raw, 'threat-actor')).toEqual([[group]])
    expect(only(raw, 'marking-definition').map(({ id }) => id)).toEqual([group])
    const open = { ...Galaxy[0], GalaxyCluster: [{ ...cluster, distribution: null }] }
    expect(markings(event({ Tag: [], Galaxy: [open] }), 'threat-actor')).toEqual([undefined])
  })
  it('goes no further than the element itself, of a relationship than either end', () => {
    const own = { ...target, ...narrow, Galaxy }
    const Object = [{ ...thing, ObjectReference: [reference], distribution: '0' }]
    const raw = event({ Tag: [], Attribute: [own], Object })
    const home = 'marking-definition--62de9b5a-21d2-470c-ae6a-6158eceaf820'
    for (const type of ['sighting', 'threat-actor'])
      expect(markings(raw, type), type).toEqual([[group]])
    expect(markings(raw, 'relationship')).toEqual([[home, group]])
  })
})

describe('what tags of an event say', () => {
  const marked = (tags: readonly string[], own: readonly string[] = []) => {
    const Tag = (names: readonly string[]) => names.map((name) => ({ name }))
    const seen = attribute('ip-dst', '192.0.2.7', { to_ids: false, Tag: Tag(own) })
    const looked = attribute('domain', 'a.example', { Tag: Tag(own) })
    const raw = event({ Tag: Tag(tags), Attribute: [seen, looked] })
    const { objects } = converted(raw)
    const [first, ...more] = ['indicator', 'observed-data', 'ipv4-addr'].map((type) =>
      objects.find((one) => one['type'] === type)!,
    )
    for (const one of more)
      expect(one['object_marking_refs']).toEqual(first!['object_marking_refs'])
    return { one: first!, objects }
  }

  it.each([
    ['PAP:RED', 'PAP:RED'],
    ['cert-xa:PAP="amber"', 'PAP:AMBER'],
    ['PAP:PURPLE', 'PAP:RED'],
  ])('%s holds for all that is in it: %s', (tag, level) => {
    expect(papOf(marked([tag]).one)).toBe(level)
    expect(papOf(marked([], [tag]).one)).toBe(level)
    expect(papOf(marked(['PAP:GREEN'], [tag]).one)).toBe(level)
  })
  it.each(['tlp:red', 'TLP:RED', 'cert-xa:TLP="red"', 'tlp="red"'])('%s is red', (tag) => {
    const { one } = marked([tag])
    expect(one['object_marking_refs']).toEqual([
      'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
    ])
  })
  it('is never passed over where it calls itself TLP and is no label of it', () => {
    for (const { one, objects } of [marked(['tlp:purple']), marked([], ['tlp:purple'])]) {
      const [id, ...more] = one['object_marking_refs'] as readonly string[]
      expect(more).toEqual([])
      expect(objects.filter((object) => object['id'] === id)).toMatchObject([
        { type: 'marking-definition', definition: { statement: 'MISP tag: tlp:purple' } },
      ])
    }
  })
})
