import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { GOOD, ID } from '../test/example-objects.ts'
import { observableId } from './observable-id.ts'

type Json = Readonly<Record<string, unknown>>

describe('the id of an observable', () => {
  // Examples of STIX 2.1 Errata 01, sections 2.9, 6.2, 6.4 and 6.7.
  it.each<[Json, string]>([
    [
      { type: 'ipv4-addr', value: '198.51.100.3' },
      'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
    ],
    [
      { type: 'autonomous-system', number: 15_139, name: 'a' },
      'autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff',
    ],
    [
      { type: 'domain-name', value: 'example.com', resolves_to_refs: ['a'] },
      'domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7',
    ],
    [
      { type: 'directory', path: 'C:\\Windows\\System32' },
      'directory--0a58d0c1-59e6-5afd-8252-dcd3f13e5622',
    ],
    [{ type: 'mutex', name: '__CLEANSWEEP__' }, 'mutex--f93fe911-e545-5239-b9b0-597840d0c871'],
  ])('%j is the one of the standard', (object, id) => expect(observableId(object)).toBe(id))

  it('of every type is what python-stix2 makes of it', () => {
    const made = Object.values(GOOD).filter((one) => observableId(one) !== undefined)
    expect(made).toHaveLength(17)
    for (const object of made) expect(observableId(object)).toBe(object['id'])
  })

  it('has one hash: the first of MD5, SHA-1, SHA-256 and SHA-512, else the first by name', () => {
    const id = (hashes: Json) => observableId({ type: 'file', hashes })
    expect(id({ 'SHA-256': 'a', 'SHA-1': 'b', MD5: 'c' })).toBe(id({ MD5: 'c' }))
    expect(id({ 'SHA-512': 'a', 'SHA-256': 'b', SSDEEP: 'c' })).toBe(id({ 'SHA-256': 'b' }))
    expect(id({ TLSH: 'a', SSDEEP: 'b' })).toBe(id({ SSDEEP: 'b', TLSH: 'a' }))
    expect(id({ TLSH: 'a', SSDEEP: 'b' })).toBe(id({ SSDEEP: 'b' }))
  })

  it('does not change with the order of members', () => {
    const traffic = GOOD['network-traffic']!
    const turned = Object.fromEntries(Object.entries(traffic).toReversed())
    expect(observableId(turned)).toBe(observableId(traffic))
  })

  it('is random where nothing makes it, and for what the standard does not have', () => {
    for (const object of [
      GOOD['process']!,
      { type: 'user-account', display_name: 'a' },
      { type: 'own-sco', value: 'a' },
      { type: 'identity', name: 'a' },
    ])
      expect(observableId({ ...object, id: `a--${ID}` })).toBeUndefined()
  })
})

const examples = sharedPath('vectors/spec-sco-ids.json')
describe.skipIf(!examples)(
  examples
    ? 'the examples of the standard'
    : 'the standard’s examples, left out: ../shared is not here',
  () => {
    it('have the ids that follow from what they say: 41 of 41', () => {
      const objects = JSON.parse(readFileSync(examples!, 'utf8')) as readonly Json[]
      expect(objects).toHaveLength(41)
      for (const object of objects) expect(observableId(object)).toBe(object['id'])
    })
  },
)
