import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explain,
  markingIdsOf,
  markingOf,
  releaseEach,
  TLP,
  type Audience,
  type HeldObject,
  type MarkingPolicy,
  type Tlp,
} from './index.ts'

type Json = Readonly<Record<string, unknown>>

const OURS = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
const THEIRS = 'identity--b38dfe21-7477-40d1-aa90-5c8671ce51ca'
const RED_1 = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed'
const AMBER_1 = 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82'
const WHITE_1 = 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9'
const CLEAR_2 = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'
const GREEN_2 = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const STATEMENT = 'marking-definition--d81f86b9-975b-4c0b-875e-810c5ad45a4f'

const POLICY: MarkingPolicy = {
  unmarked: 'TLP:AMBER+STRICT',
  identities: [OURS],
  accepted: [],
  groups: [],
  communities: [],
}
const held = (object: Json, received = false): HeldObject => ({ object, received })
const by = (author: string, more: Json = {}): Json => ({
  type: 'campaign',
  created_by_ref: author,
  name: 'A',
  ...more,
})
const statement = (author: string): Json => ({
  type: 'marking-definition',
  id: STATEMENT,
  created_by_ref: author,
  created: '2017-04-14T13:07:49.812Z',
  definition_type: 'statement',
  definition: { statement: 'Copyright (c) Stark Industries 2017.' },
})
/** The OASIS example of TLP 1.0, `using-marking-definitions.json`, with the word as given. */
const tlp1 = (id: string, word: string): Json => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id,
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: `TLP:${word.toUpperCase()}`,
  definition: { tlp: word },
})
const reading = (object: Json, definitions: readonly HeldObject[] = [], policy = POLICY) =>
  markingOf(held(object), (id) => definitions.filter((one) => one.object['id'] === id), policy)

describe('what nobody marked', () => {
  it('is as the node settles, and never clear', () => {
    expect(reading(by(OURS)).tlp).toBe('TLP:AMBER+STRICT')
    expect(reading(by(OURS), [], { ...POLICY, unmarked: 'TLP:RED' }).tlp).toBe('TLP:RED')
  })
  it('leaves neither for the public nor, where it is another’s, for anybody', () => {
    const within = { name: 'case', members: [{ party: 'XB' }] }
    const birch: Audience = { kind: 'party', party: 'XB', within }
    expect(explain(reading(by(OURS)), birch).leaves).toBe(true)
    expect(explain(reading(by(THEIRS)), birch).leaves).toBe(false)
    expect(explain(reading(by(OURS)), { kind: 'public' }).leaves).toBe(false)
  })
})

describe('an object is ours', () => {
  it('where one of our identities made it and no other node sent it', () => {
    expect(reading(by(OURS)).own).toBe(true)
    expect(reading(by(THEIRS)).own).toBe(false)
    expect(reading({ type: 'url', value: 'a' }).own).toBe(false)
    expect(markingOf(held(by(OURS), true), () => [], POLICY).own).toBe(false)
  })
})

describe('a definition', () => {
  const marked = (id: string) => by(OURS, { object_marking_refs: [id] })
  it('of TLP is known by its fixed id, held or not', () => {
    expect(reading(marked(AMBER_1))).toMatchObject({ tlp: 'TLP:AMBER', unknown: [] })
    expect(reading(marked(WHITE_1), [held(tlp1(WHITE_1, 'white'))]).tlp).toBe('TLP:CLEAR')
  })
  it('with another content under a fixed id holds to the stricter of the two', () => {
    expect(reading(marked(WHITE_1), [held(tlp1(WHITE_1, 'red'))]).tlp).toBe('TLP:RED')
    expect(reading(marked(RED_1), [held(tlp1(RED_1, 'white'))]).tlp).toBe('TLP:RED')
    expect(reading(marked(WHITE_1), [held(tlp1(WHITE_1, 'pink'))]).unknown).toEqual([WHITE_1])
  })
  it('that calls itself TLP under any other id is not understood', () => {
    expect(reading(marked(STATEMENT), [held(tlp1(STATEMENT, 'white'))]).unknown).toEqual([
      STATEMENT,
    ])
  })
  it('that is not held is not understood', () => {
    expect(reading(marked(STATEMENT)).unknown).toEqual([STATEMENT])
  })
  it('with a statement binds nothing where it is our own, and everything where it is another’s', () => {
    expect(reading(marked(STATEMENT), [held(statement(OURS))]).unknown).toEqual([])
    expect(reading(marked(STATEMENT), [held(statement(THEIRS))]).unknown).toEqual([STATEMENT])
  })
  it('is not our own because another node sent one that says so', () => {
    const sent = held(statement(OURS), true)
    expect(reading(marked(STATEMENT), [sent]).unknown).toEqual([STATEMENT])
    const both = [held(statement(OURS)), sent]
    expect(reading(marked(STATEMENT), both).unknown).toEqual([STATEMENT])
  })
  it('restricts nothing where a person of the node has read it and says so', () => {
    const policy = { ...POLICY, accepted: [STATEMENT] }
    expect(reading(marked(STATEMENT), [], policy).unknown).toEqual([])
  })
  it('of TLP is everybody’s as it was published, and as nothing else', () => {
    expect(reading(tlp1(AMBER_1, 'amber')).tlp).toBe('TLP:CLEAR')
    expect(reading({ ...tlp1(AMBER_1, 'amber'), x_note: 'secret' }).tlp).toBe('TLP:AMBER+STRICT')
  })
})

describe('several markings on one object', () => {
  it('hold to the strictest, for STIX does not say how they combine', () => {
    expect(reading(by(OURS, { object_marking_refs: [CLEAR_2, AMBER_1, GREEN_2] })).tlp).toBe(
      'TLP:AMBER',
    )
    expect(reading(by(OURS, { object_marking_refs: [CLEAR_2], labels: ['tlp:red'] })).tlp).toBe(
      'TLP:RED',
    )
  })
  it('are read whichever way a tag writes them', () => {
    for (const [tag, label] of [
      ['TLP:AMBER', 'TLP:AMBER'],
      ['tlp="red"', 'TLP:RED'],
      ['cert-xa:TLP="red"', 'TLP:RED'],
      ['cert-xa:TLP="clear"', 'TLP:CLEAR'],
    ])
      expect(reading(by(OURS, { labels: [tag] })), tag).toMatchObject({ tlp: label, unknown: [] })
    for (const tag of ['tlp:purple', 'cert-xa:TLP="purple"'])
      expect(reading(by(OURS, { labels: [tag] })).unknown, tag).toEqual([tag])
  })
  it('hold whatever is not understood among them', () => {
    const object = by(OURS, { object_marking_refs: [CLEAR_2, STATEMENT], labels: ['tlp:ex:chr'] })
    expect(reading(object).unknown).toEqual([STATEMENT, 'tlp:ex:chr'])
  })
})

describe('fields with markings of their own', () => {
  /** OASIS, `using-granular-markings.json`: red on the description's and pattern's selectors. */
  const object = by(OURS, {
    object_marking_refs: [GREEN_2],
    granular_markings: [
      { marking_ref: RED_1, selectors: ['indicator_types.[0]', 'description'] },
      { marking_ref: WHITE_1, selectors: ['name'] },
      { lang: 'en', selectors: ['name'] },
    ],
  })
  it('are never looser than the object, and a language is no restriction', () => {
    expect(reading(object).fields).toEqual([
      { selectors: ['indicator_types.[0]', 'description'], tlp: 'TLP:RED', unknown: [] },
      { selectors: ['name'], tlp: 'TLP:GREEN', unknown: [] },
    ])
    expect(markingIdsOf(object)).toEqual([GREEN_2, RED_1, WHITE_1])
  })
  it('keep the whole object back, and it is said which', () => {
    const verdict = explain(reading(object), { kind: 'party', party: 'XB' })
    expect(verdict).toMatchObject({
      code: 'marking.granular',
      fields: ['indicator_types.[0]', 'description'],
    })
  })
})

describe('a community', () => {
  const circle = {
    name: 'community csirts',
    members: [{ party: 'XB', ceiling: 'TLP:GREEN' as const }, { party: 'XC' }],
  }
  const to = (party: string): Audience => ({ kind: 'party', party, within: circle })
  const marked = (label: Tlp, own = true) => ({ tlp: label, own })
  it('gets nothing above a member’s ceiling, and no other member less for it', () => {
    expect(explain(marked('TLP:AMBER'), to('XB'))).toMatchObject({ code: 'marking.ceiling' })
    expect(explain(marked('TLP:AMBER'), to('XC')).leaves).toBe(true)
    expect(explain(marked('TLP:AMBER'), { kind: 'circle', circle })).toMatchObject({
      code: 'marking.ceiling',
    })
  })
  it('hides nobody who is not of it', () => {
    expect(explain(marked('TLP:CLEAR'), to('XD'))).toMatchObject({ code: 'audience.outside' })
  })
  it('of nobody is nobody', () => {
    const empty: Audience = { kind: 'circle', circle: { name: 'none', members: [] } }
    expect(explain(marked('TLP:CLEAR'), empty)).toMatchObject({ code: 'audience.outside' })
  })
  it('names no individual, so TLP:RED never goes to it', () => {
    expect(explain(marked('TLP:RED'), to('XC')).leaves).toBe(false)
  })
})

describe('for every object, however it is marked', () => {
  const ids = fc.constantFrom(RED_1, AMBER_1, WHITE_1, CLEAR_2, GREEN_2, STATEMENT)
  const granular = fc.record({
    marking_ref: ids,
    selectors: fc.constant(['name']),
  })
  const objects = fc.record({
    created_by_ref: fc.constantFrom(OURS, THEIRS),
    object_marking_refs: fc.array(ids, { maxLength: 3 }),
    labels: fc.array(fc.constantFrom('tlp:green', 'TLP:AMBER', 'tlp:what', 'red'), {
      maxLength: 2,
    }),
    granular_markings: fc.array(granular, { maxLength: 2 }),
  })
  const members = fc.array(
    fc.record(
      { party: fc.constantFrom('XB', 'XC', 'XD'), ceiling: fc.constantFrom(...TLP) },
      { requiredKeys: ['party'] },
    ),
    { maxLength: 3 },
  )
  const circles = members.map((all) => ({ name: 'some', members: all }))
  const audiences = fc.oneof(
    fc.constant<Audience>({ kind: 'public' }),
    circles.map((circle): Audience => ({ kind: 'circle', circle })),
    fc
      .tuple(fc.constantFrom('XB', 'XC', 'XD'), circles)
      .map(([party, within]): Audience => ({ kind: 'party', party, within })),
  )

  it('one more marking never makes it go further', () => {
    fc.assert(
      fc.property(objects, ids, audiences, (object, id, audience) => {
        const more = { ...object, object_marking_refs: [...object.object_marking_refs, id] }
        // The first of all replaces what the node settles for the unmarked.
        fc.pre(reading(object).tlp !== POLICY.unmarked)
        return !explain(reading(more), audience).leaves || explain(reading(object), audience).leaves
      }),
    )
  })
  it('what goes to a circle goes to each member of it alone', () => {
    fc.assert(
      fc.property(objects, circles, (object, circle) => {
        const marking = reading(object)
        const alone = circle.members.every(
          ({ party }) => explain(marking, { kind: 'party', party, within: circle }).leaves,
        )
        const together = explain(marking, { kind: 'circle', circle }).leaves
        return together === (alone && circle.members.length > 0)
      }),
    )
  })
  it('what is another’s goes no further than TLP says, whoever is named', () => {
    fc.assert(
      fc.property(objects, audiences, (object, audience) => {
        const marking = reading({ ...object, created_by_ref: THEIRS })
        if (!explain(marking, audience).leaves) return
        expect(['TLP:GREEN', 'TLP:CLEAR']).toContain(marking.tlp)
        expect(marking.unknown).toEqual([])
      }),
    )
  })
  it('what is previewed is what is sent', () => {
    fc.assert(
      fc.property(fc.array(objects), audiences, (all, audience) => {
        const things = all.map((object) => ({ value: object, marking: reading(object) }))
        const { sent, verdicts } = releaseEach(things, audience, (cleared) => cleared)
        const expected = things.filter((_, at) => verdicts[at]!.leaves).map(({ value }) => value)
        expect(sent.value).toEqual(expected)
        expect(verdicts).toEqual(things.map(({ marking }) => explain(marking, audience)))
      }),
    )
  })
})

describe('a marking that stands for a group of others', () => {
  const GROUP = 'marking-definition--6a6c1b9d-6c7a-4a0e-9a53-9a1a5cb2d0c1'
  const OTHER = 'marking-definition--0b7f6a0e-2a5c-4a1f-8f7a-3b1d1e0c9d22'
  const policy: MarkingPolicy = {
    ...POLICY,
    groups: [
      { marking: GROUP, community: 'energy' },
      { marking: OTHER, community: 'space' },
    ],
    communities: [
      { id: 'energy', parties: ['XB', 'XC'] },
      { id: 'space', parties: ['XC', 'XD'] },
    ],
  }
  const circle = { name: 'case one', members: ['XB', 'XC', 'XD'].map((party) => ({ party })) }
  const to = (party: string): Audience => ({ kind: 'party', party, within: circle })
  const green = (...refs: readonly string[]) =>
    markingOf(held(by(THEIRS, { object_marking_refs: [GREEN_2, ...refs] }), true), () => [], policy)

  it('lets go to nobody outside the community that it is here', () => {
    const marking = green(GROUP)
    expect(marking).toMatchObject({ only: ['XB', 'XC'], unknown: [] })
    expect(explain(marking, to('XB')).leaves).toBe(true)
    expect(explain(marking, to('XD'))).toMatchObject({
      code: 'marking.audience',
      because: 'expected one of XB, XC, to whom it is restricted, got XD',
    })
    expect(explain(marking, { kind: 'circle', circle }).leaves).toBe(false)
    expect(explain({ ...marking, tlp: 'TLP:CLEAR', public: true }, { kind: 'public' }).leaves).toBe(
      false,
    )
  })
  it('lets in nobody whom the label keeps out', () => {
    const strict = markingOf(
      held(by(THEIRS, { object_marking_refs: [GROUP] }), true),
      () => [],
      policy,
    )
    expect(strict).toMatchObject({ tlp: 'TLP:AMBER+STRICT', only: ['XB', 'XC'] })
    expect(explain(strict, to('XB')).leaves).toBe(false)
  })
  it('leaves those who are in every group, where there are several', () => {
    expect(green(GROUP, OTHER).only).toEqual(['XC'])
  })
  it('is not understood where nobody settled it, or where it marks a field alone', () => {
    expect(
      markingOf(held(by(THEIRS, { object_marking_refs: [GROUP] }), true), () => [], POLICY).unknown,
    ).toEqual([GROUP])
    const field = by(THEIRS, {
      object_marking_refs: [GREEN_2],
      granular_markings: [{ marking_ref: GROUP, selectors: ['name'] }],
    })
    expect(
      explain(
        markingOf(held(field, true), () => [], policy),
        to('XB'),
      ),
    ).toMatchObject({
      code: 'marking.granular',
    })
  })
})
