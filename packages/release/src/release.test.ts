import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type Audience,
  explain,
  type Marking,
  markingOf,
  preview,
  ReleaseError,
  release,
  TLP,
  tlp,
} from './index.ts'

const party = (id: string): Audience => ({ kind: 'party', party: id })
const person = (name: string, of: string): Audience => ({ kind: 'person', person: name, party: of })
const GREEN_2_0 = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const PUBLIC: Audience = { kind: 'public' }
const OWN: Audience = { kind: 'own-node' }

const refusalOf = (marking: Marking, audience: Audience): string => {
  try {
    release({ value: 'text', marking }, audience)
  } catch (refusal) {
    if (refusal instanceof ReleaseError) return `${refusal.code}: ${refusal.message}`
    throw refusal
  }
  return 'released'
}

describe('what is not marked', () => {
  it('stays on its own node', () => {
    expect(release({ value: 'draft', marking: {} }, OWN).value).toBe('draft')
    expect(refusalOf({}, party('XB'))).toBe(
      'marking.audience: expected a TLP label for XB, got no marking',
    )
    expect(refusalOf({ public: true }, PUBLIC)).toBe(
      'marking.audience: expected a TLP label for the public, got no marking',
    )
    expect(refusalOf({ parties: ['XB'] }, party('XB'))).toContain('got no marking')
  })
})

describe('TLP:RED', () => {
  const marking: Marking = { tlp: 'TLP:RED', parties: ['XA', 'XB'], persons: ['legal.xb'] }
  it('reaches those who are named', () => {
    expect(release({ value: 'x', marking }, party('XB')).audience).toEqual(party('XB'))
    expect(refusalOf(marking, person('legal.xb', 'XB'))).toBe('released')
  })
  it('reaches no colleague of theirs, no other party and never the public', () => {
    expect(refusalOf(marking, person('desk.xb', 'XB'))).toBe(
      'marking.audience: expected desk.xb among those named under TLP:RED, got legal.xb',
    )
    expect(refusalOf(marking, party('XC'))).toBe(
      'marking.audience: expected XC among those named under TLP:RED, got XA, XB',
    )
    expect(refusalOf({ ...marking, public: true }, PUBLIC)).toBe(
      'marking.audience: expected TLP:CLEAR for the public, got TLP:RED',
    )
  })
  it('reaches nobody where nobody is named', () => {
    expect(refusalOf({ tlp: 'TLP:RED' }, party('XB'))).toContain('nobody named')
    expect(refusalOf({ tlp: 'TLP:RED' }, person('legal.xb', 'XB'))).toContain('nobody named')
  })
})

describe('TLP:AMBER+STRICT and TLP:AMBER', () => {
  const client: Audience = { kind: 'party', party: 'XO', clientOf: 'XB' }
  it('reach a named party and the persons of it', () => {
    for (const label of ['TLP:AMBER+STRICT', 'TLP:AMBER'] as const) {
      const marking = { tlp: label, parties: ['XB'] }
      expect(refusalOf(marking, party('XB'))).toBe('released')
      expect(refusalOf(marking, person('desk.xb', 'XB'))).toBe('released')
      expect(refusalOf(marking, party('XC'))).toContain('expected XC among those named')
      expect(refusalOf({ tlp: label }, party('XB'))).toContain('nobody named')
    }
  })
  it('differ in the clients of a recipient', () => {
    expect(refusalOf({ tlp: 'TLP:AMBER', parties: ['XB'] }, client)).toBe('released')
    expect(refusalOf({ tlp: 'TLP:AMBER+STRICT', parties: ['XB'] }, client)).toContain(
      'expected XO among those named under TLP:AMBER+STRICT',
    )
  })
})

describe('what was received under TLP:AMBER', () => {
  const within = {
    name: 'line',
    members: [{ party: 'XB' }, { party: 'XO', client: true as const }],
  }
  const to = (id: string): Audience => ({ kind: 'party', party: id, within })
  it('may be handed on to a client of one’s own, and to nobody else', () => {
    expect(refusalOf({ tlp: 'TLP:AMBER' }, to('XO'))).toBe('released')
    expect(refusalOf({ tlp: 'TLP:AMBER' }, to('XB'))).toContain('nobody named')
    expect(refusalOf({ tlp: 'TLP:AMBER' }, party('XO'))).toContain('nobody named')
  })
  it('not where its marking names who is meant, nor under a stricter label', () => {
    expect(refusalOf({ tlp: 'TLP:AMBER', parties: ['XB'] }, to('XO'))).toContain('expected XO')
    for (const label of ['TLP:AMBER+STRICT', 'TLP:RED'] as const)
      expect(refusalOf({ tlp: label }, to('XO'))).toContain('nobody named')
  })
})

describe('TLP:GREEN', () => {
  it('reaches any party and never the public', () => {
    expect(refusalOf({ tlp: 'TLP:GREEN' }, party('XC'))).toBe('released')
    expect(refusalOf({ tlp: 'TLP:GREEN', public: true }, PUBLIC)).toContain('expected TLP:CLEAR')
  })
})

describe('TLP:CLEAR', () => {
  it('reaches anyone', () => {
    expect(preview({ tlp: 'TLP:CLEAR' }, [OWN, party('XC'), PUBLIC])).toHaveLength(3)
  })
  it('reaches the parties of a case only, until the case is made public', () => {
    const marking: Marking = { tlp: 'TLP:CLEAR', parties: ['XA', 'XB'] }
    expect(preview(marking, [party('XB'), party('XC'), PUBLIC])).toEqual([party('XB')])
    expect(preview({ ...marking, public: true }, [party('XC'), PUBLIC])).toHaveLength(2)
    expect(refusalOf({ tlp: 'TLP:CLEAR', public: false }, PUBLIC)).toContain('excludes the public')
  })
})

describe('one normaliser reads a label', () => {
  it.each([
    ['TLP:CLEAR', 'TLP:CLEAR'],
    ['TLP:WHITE', 'TLP:CLEAR'],
    ['white', 'TLP:CLEAR'],
    ['tlp:amber+strict', 'TLP:AMBER+STRICT'],
    [' Tlp:Green ', 'TLP:GREEN'],
    ['red', 'TLP:RED'],
    ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'TLP:CLEAR'],
    ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'TLP:RED'],
    ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487', 'TLP:CLEAR'],
    ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003', 'TLP:AMBER+STRICT'],
  ])('%s as %s', (text, label) => {
    expect(tlp(text)).toBe(label)
  })
  it.each([
    '',
    'tlp:',
    'tlp:unclear',
    'tlp:ex:chr',
    'tlp:tlp:red',
    'TLP:AMBER STRICT',
    'constructor',
    'pap:red',
    'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ec',
  ])('and knows none in "%s"', (text) => {
    expect(tlp(text)).toBeUndefined()
  })
})

describe('for every marking and audience', () => {
  const names = fc.constantFrom('XA', 'XB', 'XC', '__proto__')
  const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
  const markings: fc.Arbitrary<Marking> = fc.record({
    tlp: optional(fc.constantFrom(...TLP)),
    parties: optional(fc.array(names)),
    persons: optional(fc.array(names)),
    public: optional(fc.boolean()),
  })
  const audiences: fc.Arbitrary<Audience> = fc.oneof(
    fc.constant(OWN),
    fc.constant(PUBLIC),
    names.map(party),
    fc
      .tuple(names, names)
      .map(([id, of]): Audience => ({ kind: 'party', party: id, clientOf: of })),
    fc.tuple(names, names).map(([name, of]) => person(name, of)),
  )
  const sees = (marking: Marking, audience: Audience) => refusalOf(marking, audience) === 'released'

  it('nothing unmarked ever leaves', () => {
    fc.assert(
      fc.property(markings, audiences, ({ parties, persons, public: open }, audience) => {
        const leaves = sees({ parties, persons, public: open }, audience)
        return leaves === (audience.kind === 'own-node')
      }),
    )
  })
  it('the preview equals delivery', () => {
    fc.assert(
      fc.property(markings, fc.array(audiences), (marking, all) => {
        expect(preview(marking, all)).toEqual(all.filter((audience) => sees(marking, audience)))
      }),
    )
  })
  it('a stricter label never reaches more', () => {
    fc.assert(
      fc.property(markings, audiences, (marking, audience) => {
        const reach = TLP.map((label) => sees({ ...marking, tlp: label }, audience))
        expect(reach).toEqual(reach.toSorted((a, b) => Number(a) - Number(b)))
      }),
    )
  })
  it('what is called back is told its other reasons as if it were not', () => {
    const reasons = (marking: Marking, audience: Audience) => {
      const verdict = explain(marking, audience)
      return verdict.leaves
        ? []
        : [verdict.because, ...(verdict.also ?? []).map((one) => one.because)]
    }
    fc.assert(
      fc.property(markings, audiences, (marking, audience) => {
        const others = reasons(marking, audience)
        const back = audience.kind === 'own-node' ? [] : ['called back']
        expect(reasons({ ...marking, recalled: 'called back' }, audience)).toEqual([
          ...back,
          ...others,
        ])
      }),
    )
  })
  it('only TLP:CLEAR reaches the public', () => {
    fc.assert(
      fc.property(markings, (marking) => !sees(marking, PUBLIC) || marking.tlp === 'TLP:CLEAR'),
    )
  })
  it('a named audience reaches nobody else, unless it is made public', () => {
    fc.assert(
      fc.property(markings, names, (marking, id) => {
        const isOutside = marking.parties !== undefined && !marking.parties.includes(id)
        return !(isOutside && marking.public !== true && sees(marking, party(id)))
      }),
    )
  })
})

describe('why something stays', () => {
  const within = {
    name: 'community terminals',
    members: [{ party: 'XB', ceiling: 'TLP:GREEN' as const }, { party: 'XC' }],
  }
  const birch: Audience = { kind: 'party', party: 'XB', within }
  const codes = (marking: Marking, audience: Audience, limits = {}) => {
    const verdict = explain(marking, audience, limits)
    return verdict.leaves ? [] : [verdict.code, ...(verdict.also ?? []).map(({ code }) => code)]
  }
  it('is every reason that holds: lifting one alone lets nothing go', () => {
    const marking: Marking = {
      tlp: 'TLP:AMBER',
      parties: ['XC'],
      only: ['XC'],
      unknown: ['marking-definition--x'],
      pap: 'PAP:RED',
      recalled: 'expected an object that is not called back, got one that was',
      fields: [{ selectors: ['name'], tlp: 'TLP:RED', unknown: [] }],
    }
    expect(codes(marking, birch, { ceiling: 'TLP:GREEN', use: 'active' })).toEqual([
      'object.recalled',
      'marking.unknown',
      'marking.audience',
      'marking.ceiling',
      'marking.audience',
      'marking.granular',
      'marking.ceiling',
      'marking.pap',
    ])
  })
  it('is one where one holds, and of a party outside nothing but that', () => {
    expect(
      codes({ tlp: 'TLP:RED', parties: ['XC'] }, { kind: 'party', party: 'XC', within }),
    ).toEqual([])
    expect(codes({ tlp: 'TLP:RED' }, { kind: 'party', party: 'XD', within })).toEqual([
      'audience.outside',
    ])
    expect(codes({ tlp: 'TLP:AMBER', parties: ['XB'] }, birch)).toEqual(['marking.ceiling'])
    expect(
      codes({ tlp: 'TLP:AMBER', parties: ['XC'] }, { kind: 'circle', circle: within }),
    ).toEqual(['marking.ceiling', 'marking.audience'])
    expect(codes({ tlp: 'TLP:GREEN', public: false, persons: ['x'] }, PUBLIC)).toHaveLength(3)
  })
})

describe('what may be done with it (PAP)', () => {
  const marked = (object: object) =>
    markingOf(
      { object: { object_marking_refs: [GREEN_2_0], ...object }, received: false },
      () => [],
      {
        unmarked: 'TLP:RED',
        identities: [],
        accepted: [],
        groups: [],
        communities: [],
      },
    )
  const RED = 'marking-definition--740d36e5-7714-4c30-961a-3ae632ceee0e'
  const own = { kind: 'own-node' } as const
  const to = { kind: 'party', party: 'XB' } as const

  test.each([
    ['a tag', { labels: ['PAP:RED'] }, 'PAP:RED'],
    ['the tag of a machine', { labels: ['pap="amber"'] }, 'PAP:AMBER'],
    ['a published id', { object_marking_refs: [GREEN_2_0, RED] }, 'PAP:RED'],
    ['a part of it', { granular_markings: [{ marking_ref: RED, selectors: ['name'] }] }, 'PAP:RED'],
    ['a word that is none', { labels: ['PAP:PURPLE'] }, 'PAP:RED'],
  ] as const)('stops what acts, said by %s, for others and for this node', (_, object, pap) => {
    const marking = marked(object)
    expect(marking).toMatchObject({ tlp: 'TLP:GREEN', pap })
    for (const audience of [own, to]) {
      expect(explain(marking, audience, { use: 'active' })).toMatchObject({
        leaves: false,
        code: 'marking.pap',
        because: expect.stringContaining(pap) as string,
      })
      // Who may have it is for TLP to say.
      expect(explain(marking, audience, { use: 'passive' }).leaves).toBe(true)
    }
  })

  test.each(['PAP:GREEN', 'PAP:CLEAR', 'PAP:WHITE'])('stops nothing under %s', (tag) => {
    expect(explain(marked({ labels: [tag] }), to, { use: 'active' }).leaves).toBe(true)
  })
})
