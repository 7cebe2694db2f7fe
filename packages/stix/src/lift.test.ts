import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { ID } from '../test/example-objects.ts'
import { liftObject } from './lift.ts'
import { parsePattern } from './pattern.ts'
import { validateObject } from './validate.ts'

type Json = Readonly<Record<string, unknown>>
const DATE = '2026-11-02T09:00:00.000Z'
const old = (type: string, more: Json): Json => ({
  type,
  id: `${type}--${ID}`,
  created: DATE,
  modified: DATE,
  name: 'Kiln',
  ...more,
})

describe('an object of STIX 2.0', () => {
  it.each<[string, Json, Json]>([
    ['vulnerability', {}, {}],
    [
      'malware',
      { labels: ['wiper', 'tlp:red'] },
      { malware_types: ['wiper'], labels: ['tlp:red'], is_family: true },
    ],
    ['malware', { labels: ['malware'] }, { is_family: true }],
    ['tool', { labels: ['remote-access'] }, { tool_types: ['remote-access'] }],
    [
      'report',
      { labels: ['malware'], published: DATE, object_refs: [`malware--${ID}`] },
      { report_types: ['malware'], published: DATE, object_refs: [`malware--${ID}`] },
    ],
    [
      'threat-actor',
      { labels: ['spy', 'spy-own'] },
      { threat_actor_types: ['spy'], labels: ['spy-own'] },
    ],
    [
      'indicator',
      { labels: ['benign'], pattern: "[file:name = 'a']", valid_from: DATE },
      {
        indicator_types: ['benign'],
        pattern: "[file:name = 'a']",
        valid_from: DATE,
        pattern_type: 'stix',
        pattern_version: '2.0',
      },
    ],
    ['identity', { labels: ['ceo'] }, { labels: ['ceo'] }],
    ['x-kiln', { heat: 5 }, { heat: 5 }],
  ])('is lifted: %s %j', (type, more, lifted) => {
    const object = liftObject(old(type, more))
    expect(object).toEqual({ ...old(type, lifted), spec_version: '2.1' })
    expect(validateObject(object, { advice: false })).toEqual([])
  })

  it('keeps its granular markings on what they marked', () => {
    const lifted = liftObject(
      old('malware', {
        labels: ['own', 'malware', 'wiper', 'tlp:red'],
        granular_markings: [
          {
            marking_ref: `marking-definition--${ID}`,
            selectors: ['labels.[2]', 'name', 'labels.[3]'],
          },
          { marking_ref: `marking-definition--${ID}`, selectors: ['labels'] },
        ],
      }),
    )
    expect(lifted).toMatchObject({
      malware_types: ['wiper'],
      labels: ['own', 'tlp:red'],
      granular_markings: [
        { selectors: ['malware_types.[0]', 'name', 'labels.[1]'] },
        { selectors: ['malware_types', 'labels'] },
      ],
    })
    expect(validateObject(lifted, { advice: false })).toEqual([])
  })

  it('whose only marked part falls away loses that marking, and stays what conforms', () => {
    const marking = (...selectors: readonly string[]) => ({
      marking_ref: `marking-definition--${ID}`,
      selectors,
    })
    const lifted = (...all: readonly object[]) =>
      liftObject(old('tool', { labels: ['tool'], granular_markings: all }))!
    const both = lifted(marking('labels.[0]'), marking('labels', 'name'))
    expect(both).toMatchObject({ granular_markings: [{ selectors: ['name'] }] })
    const none = lifted(marking('labels'), marking('labels.[0]'))
    expect(none).not.toHaveProperty('granular_markings')
    for (const one of [both, none]) expect(validateObject(one, { advice: false })).toEqual([])
  })

  it('has the times of its pattern as STIX 2.1 writes them', () => {
    const lifted = (pattern: string) =>
      liftObject(old('indicator', { labels: ['benign'], valid_from: DATE, pattern }))!
    const texts = "[a:b = 'START \\'x\\' STOP']"
    const times = ["'2017-01-01T00:00:00Z'", "'2017-01-02T00:00:00.5Z'"]
    const timed = lifted(`${texts} START ${times[0]} STOP ${times[1]}`)
    expect(timed).toMatchObject({
      pattern: `${texts} START t${times[0]} STOP t${times[1]}`,
      pattern_version: '2.1',
    })
    expect(() => parsePattern(String(timed['pattern']))).not.toThrow()
    for (const pattern of [texts, `${texts} START 'soon' STOP 'later'`, '[a:b = '])
      expect(lifted(pattern)).toMatchObject({ pattern, pattern_version: '2.0' })
  })

  it('that is a marking of TLP becomes the one of STIX 2.1, with its name', () => {
    const white = {
      type: 'marking-definition',
      id: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
      created: '2017-01-20T00:00:00.000Z',
      definition_type: 'tlp',
      definition: { tlp: 'white' },
    }
    expect(liftObject(white)).toEqual({ ...white, spec_version: '2.1', name: 'TLP:WHITE' })
    const false_ = { ...white, definition: { tlp: 'red' } }
    expect(liftObject(false_)).toEqual({ ...false_, spec_version: '2.1' })
  })

  it('keeps the container of what was observed', () => {
    const observed = {
      ...old('observed-data', { first_observed: DATE, last_observed: DATE, number_observed: 1 }),
      objects: {
        '0': { type: 'network-traffic', src_ref: '1' },
        '1': { type: 'ipv4-addr', value: '192.0.2.1' },
      },
    }
    const lifted = liftObject(observed)
    expect(lifted).toEqual({ ...observed, spec_version: '2.1' })
    expect(validateObject(lifted, { advice: false })).toEqual([])
  })

  it('is not lifted where a number would become another', () => {
    expect(liftObject(old('tool', { x_id: 2 ** 53 }))).toBeUndefined()
  })
})

const misp = sharedPath('data/misp-formats/misp-stix')
describe.skipIf(!misp)(
  misp ? 'what misp-stix writes as STIX 2.0' : 'misp-stix, left out: ../shared is not here',
  () => {
    it('is lifted to what conforms to STIX 2.1', () => {
      const files = readdirSync(misp!).filter((name) => name.endsWith('_stix20.json'))
      const objects = files.flatMap(
        (name) =>
          (JSON.parse(readFileSync(join(misp!, name), 'utf8')) as { objects: readonly Json[] })
            .objects,
      )
      expect(objects).toHaveLength(51)
      for (const object of objects)
        expect(validateObject(liftObject(object), { advice: false })).toEqual([])
    })
  },
)
