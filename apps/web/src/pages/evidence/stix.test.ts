import { describe, expect, test } from 'vitest'
import { factsOf, labelOf } from './stix.ts'

const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'

describe('the label that an object’s page shows', () => {
  test.each([
    ['of a marking', [GREEN], [], { label: 'TLP:GREEN', by: [], unread: [] }],
    ['of a tag alone', [], ['tlp:amber'], { label: 'TLP:AMBER', by: ['tlp:amber'], unread: [] }],
    [
      'of a tag where it is the stricter one',
      [GREEN],
      ['TLP:RED', 'modem'],
      { label: 'TLP:RED', by: ['TLP:RED'], unread: [] },
    ],
    [
      'of a marking that a tag repeats',
      [GREEN],
      ['tlp:green', 'tlp:white'],
      { label: 'TLP:GREEN' },
    ],
    ['is none for a tag that is no label', [], ['tlp:mauve'], { by: [], unread: ['tlp:mauve'] }],
    ['is none without either', [], ['modem'], { by: [], unread: [] }],
  ])('is that %s', (_, object_marking_refs, labels, expected) => {
    const facts = factsOf(JSON.stringify({ object_marking_refs, labels }))
    expect(labelOf(facts)).toMatchObject(expected)
    expect(labelOf(facts).label).toBe('label' in expected ? expected.label : undefined)
  })
})
