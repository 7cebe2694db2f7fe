import { describe, expect, it } from 'vitest'
import { papMarking, PAP_LEVELS, papOf, publishedMarking, tlpMarking } from './marking.ts'
import { resolveSelector } from './selector.ts'
import { validateObject } from './validate.ts'

const PAP = 'extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b'

describe('a marking of TLP', () => {
  // STIX 2.1 section 7.2.1.4 and the extension tlp-2.0.
  it.each([
    ['613f2e26-407d-48c7-9eca-b8e91df99dc9', 'TLP:WHITE'],
    ['34098fce-860f-48ae-8e50-ebd3cc5e41da', 'TLP:GREEN'],
    ['f88d31f6-486f-44da-b317-01333bde0b82', 'TLP:AMBER'],
    ['5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'TLP:RED'],
    ['94868c89-83c2-464b-929b-a1a8aa3c8487', 'TLP:CLEAR'],
    ['bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'TLP:GREEN'],
    ['55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'TLP:AMBER'],
    ['939a9414-2ddd-4d32-a0cd-375ea402b003', 'TLP:AMBER+STRICT'],
    ['e828b379-4e03-4974-9ac4-e53a884c97c1', 'TLP:RED'],
  ])('of the id %s is %s as it was published, and conforms', (uuid, name) => {
    const published = publishedMarking(`marking-definition--${uuid}`)
    expect(published).toMatchObject({ name })
    expect(validateObject(published)).toEqual([])
  })

  it.each([
    ['amber', 'TLP:AMBER'],
    ['TLP:AMBER+STRICT', 'TLP:AMBER+STRICT'],
    [' tlp="red" ', 'TLP:RED'],
    ['cert-xa:TLP="white"', 'TLP:WHITE'],
    ['tlp:purple', undefined],
    ['xa:pap="red"', undefined],
  ])('%j is %s', (label, name) => {
    const id = tlpMarking(label)
    expect(id && publishedMarking(id)?.['name']).toBe(name)
  })

  it('is no other', () => {
    expect(
      publishedMarking('marking-definition--0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4d'),
    ).toBeUndefined()
  })
})

describe('what may be done by PAP', () => {
  it.each([
    [
      { object_marking_refs: ['marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e'] },
      'PAP:RED',
    ],
    [
      { object_marking_refs: ['marking-definition--a3bea94c-b469-41dc-9cfe-d6e7daba7730'] },
      'PAP:CLEAR',
    ],
    [{ extensions: { [PAP]: { pap: 'amber' } } }, 'PAP:AMBER'],
    [{ labels: ['PAP:GREEN'] }, 'PAP:GREEN'],
    [{ labels: [' pap="white" '] }, 'PAP:CLEAR'],
    [{ labels: ['cert-xa:PAP="amber"'] }, 'PAP:AMBER'],
    [{ labels: ['PAP:CLEAR', 'PAP:RED', 'PAP:GREEN'] }, 'PAP:RED'],
    [{ labels: ['pap:purple', 'tlp:red'] }, undefined],
    [{}, undefined],
    [{ labels: 1, extensions: [] }, undefined],
  ])('%j is %s', (object, level) => expect(papOf(object)).toBe(level))
})

it('a marking of PAP says its level', () => {
  for (const level of PAP_LEVELS)
    expect(papOf({ object_marking_refs: [papMarking(level)] })).toBe(level)
})

describe('a selector', () => {
  // The examples of STIX 2.1 section 7.2.3.1.
  const object = {
    description: 'The (1) TLS...',
    external_references: [{ source_name: 'cve', external_id: 'CVE-2014-0160' }],
    labels: ['heartbleed', 'has-logo'],
  }
  it.each([
    ['description', 'The (1) TLS...'],
    ['external_references.[0].source_name', 'cve'],
    ['labels.[0]', 'heartbleed'],
    ['labels', ['heartbleed', 'has-logo']],
    ['pattern', undefined],
    ['external_references.[3]', undefined],
    ['description.[0]', undefined],
    ['labels.name', undefined],
    ['labels[0]', undefined],
    ['labels.[00]', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ])('%s selects what it names', (selector, selected) =>
    expect(resolveSelector(object, selector)).toEqual(selected),
  )
})
