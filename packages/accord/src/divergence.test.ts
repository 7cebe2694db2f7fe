import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  propose,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import { canonical } from './canonical.ts'
import { divergence, type TextDivergence } from './divergence.ts'
import { evaluate } from './evaluate.ts'
import type { PartyId } from './id.ts'
import { SPOKEN, type SpokenVoice } from './voice.ts'

const charter = charterOf()
/** All three are needed, and who abstains is not for it. */
const majority = charterOf({
  minimum: 3,
  blocking: 1,
  steps: { position: { rule: 'qualified-majority' } },
})
const V = at('CO', 0)
const CLAUSES = ['1', '2', '3', '4']

/** A text of four clauses, or of those among them that are left. */
const text = (clauses: readonly string[] = CLAUSES): Drafted => ({
  act: {
    ...propose('position', 'position', { expiry: 100 }).act,
    text: {
      lang: 'en',
      title: 'Position',
      clauses: clauses.map((id) => ({ id, text: `Text ${id}.` })),
    },
  },
})
const amending = (voice: SpokenVoice, ...clauses: readonly string[]): Drafted => ({
  act: {
    ...comply(V, 'complies', voice).act,
    amendment: clauses.map((id) => ({ id, text: `Otherwise ${id}.` })),
  },
})
const reserving = (voice: SpokenVoice, clause: string): Drafted => ({
  act: {
    ...comply(V, 'complies-with-reservation', voice).act,
    reservations: [{ axis: 'union', clause, text: 'Not this.' }],
  },
})
const on = (said: Readonly<Record<string, Drafted>>, rules = charter): TextDivergence => {
  const strands = Object.fromEntries(Object.entries(said).map(([id, act]) => [id, [act]]))
  const [only] = divergence(rules, cutOf(rules, { CO: [text()], ...strands }), []).texts
  return only!
}
const words = ({ clauses }: TextDivergence) =>
  Object.fromEntries(
    clauses.map(({ clause, cells }) => [
      clause,
      Object.entries(cells)
        .map(([id, { says }]) => `${id} ${says}`)
        .join(', '),
    ]),
  )

describe('where nations differ on a text', () => {
  it('is shown clause by clause, for each nation in its own word', () => {
    const found = on({
      XA: comply(V),
      XB: amending('objects', '2'),
      XC: comply(V, 'complies-with-reservation', 'complies', { clause: '3' }),
    })
    expect(words(found)).toEqual({
      '1': 'XA accepts, XB objects-elsewhere, XC accepts',
      '2': 'XA accepts, XB objects, XC accepts',
      '3': 'XA accepts, XB objects-elsewhere, XC excepts',
      '4': 'XA accepts, XB objects-elsewhere, XC accepts',
    })
    expect(found.clauses[1]?.cells['XB' as PartyId]).toMatchObject({
      proposes: 'Otherwise 2.',
      act: at('XB', 0),
    })
    expect(found.clauses[2]?.cells['XC' as PartyId]?.because).toEqual(['Not this.'])
  })
  it('says of an objection that names no clause that it means the whole', () => {
    const { clauses } = on({ XA: comply(V), XB: comply(V, 'objects') })
    for (const { cells } of clauses)
      expect(cells['XB' as PartyId]).toMatchObject({ says: 'objects', whole: true })
  })
  it('shows a reservation beside a weaker voice, which excepts nothing', () => {
    const found = on({ XA: comply(V), XB: reserving('abstains', '3') })
    expect(words(found)['3']).toBe('XA accepts, XB reserves, XC silent')
    expect(words(found)['1']).toBe('XA accepts, XB abstains, XC silent')
  })
  it('has a row for a clause that somebody would add', () => {
    const found = on({ XA: comply(V), XB: amending('complies', '5'), XC: comply(V) })
    expect(found.clauses.at(-1)).toEqual({
      clause: '5',
      differs: false,
      cells: { XB: { says: 'amends', act: at('XB', 0), proposes: 'Otherwise 5.' } },
    })
  })
  it('leaves out steps on which each nation has its own word', () => {
    const own = charterOf({ steps: { position: { rule: 'each-its-own' } } })
    expect(divergence(own, cutOf(own, { CO: [text()], XA: [comply(V)] }), []).texts).toEqual([])
  })
})

describe('the smallest change that unites', () => {
  it('is none where the gate is open', () => {
    expect(on({ XA: comply(V), XB: comply(V), XC: comply(V) }).unites).toEqual({ state: 'open' })
  })
  it('is no change of text where only words are missing', () => {
    expect(on({ XA: comply(V), XB: comply(V, 'awaits-instructions') }).unites).toEqual({
      state: 'awaited',
      awaited: ['XB', 'XC'],
    })
  })
  it('is the same text as a new version where all would comply and its silence is broken', () => {
    const silence = charterOf({ steps: { position: { rule: 'silence' } } })
    const unites = (strands: Strands) =>
      divergence(silence, cutOf(silence, { CO: [text()], ...strands }), []).texts[0]!.unites
    const lifted = [comply(V, 'objects'), comply(V)]
    expect(unites({ XA: [comply(V)], XB: lifted, XC: [comply(V)] })).toEqual({
      state: 'anew',
      awaited: [],
    })
    const after = { CO: [5, 200], XA: [5, 200], XB: [5, 200], XC: [5, 200] }
    const broken = declare('expired', V, { CO: 1, XA: 1, XB: 1 }, after)
    const said = { XA: [comply(V)], XB: [comply(V)], XC: [comply(V)] }
    expect(unites({ ...said, CO: [text(), broken] })).toEqual({ state: 'anew', awaited: [] })
    expect(unites(said)).toEqual({ state: 'open' })
  })
  it('is the clause that the only objector would have otherwise, with its words', () => {
    expect(on({ XA: comply(V), XB: amending('objects', '2'), XC: comply(V) }).unites).toEqual({
      state: 'found',
      awaited: [],
      exhaustive: true,
      ways: [
        {
          wins: ['XB'],
          changes: [{ clause: '2', by: ['XB'], how: 'amend', text: 'Otherwise 2.' }],
        },
      ],
    })
  })
  it('is to remove a clause that an objector reserves without saying what else', () => {
    const { unites } = on({ XA: comply(V), XB: reserving('objects', '4'), XC: comply(V) })
    expect(unites).toMatchObject({
      ways: [{ changes: [{ clause: '4', by: ['XB'], how: 'remove' }] }],
    })
  })
  it('leaves a clause that an objector reserves in its other voice, where it says how it would have another', () => {
    const both = {
      act: { ...reserving('objects', '4').act, amendment: [{ id: '2', text: 'Otherwise 2.' }] },
    }
    const { unites, clauses } = on({ XA: comply(V), XB: both, XC: comply(V) })
    expect(unites).toMatchObject({
      state: 'found',
      ways: [{ wins: ['XB'], changes: [{ clause: '2', by: ['XB'], how: 'amend' }] }],
    })
    expect(clauses.map(({ cells }) => cells['XB' as PartyId]?.says)).toEqual([
      'objects-elsewhere',
      'objects',
      'objects-elsewhere',
      'reserves',
    ])
  })
  it('under a majority is the clause that who abstains would have otherwise: it is lacking too', () => {
    const said = { XA: comply(V), XB: amending('abstains', '2'), XC: comply(V) }
    expect(on(said, majority).unites).toMatchObject({
      state: 'found',
      ways: [{ wins: ['XB'], changes: [{ clause: '2', by: ['XB'], how: 'amend' }] }],
    })
    expect(on(said).unites).toEqual({ state: 'open' })
  })
  it('leaves to two objectors what they want in different words', () => {
    const other = amending('objects', '2')
    const cedar = { act: { ...other.act, amendment: [{ id: '2', text: 'Third way.' }] } }
    const { unites } = on({ XA: comply(V), XB: other, XC: cedar })
    expect(unites).toMatchObject({
      ways: [{ wins: ['XB', 'XC'], changes: [{ clause: '2', how: 'settle' }] }],
    })
  })
  it('is not computed where an objector names no clause, and its words are shown', () => {
    const { act } = comply(V, 'objects')
    const birch = { act: { ...act, wouldTake: 'Another forum.' } }
    expect(on({ XA: comply(V), XB: birch, XC: amending('objects', '2') }).unites).toEqual({
      state: 'not-computed',
      because: [
        { member: 'XB', code: 'names-no-clause', act: at('XB', 0), wouldTake: 'Another forum.' },
      ],
    })
  })
  it('is not computed for a nation that withdrew', () => {
    const { unites } = on({ XA: comply(V), XB: withdraw(V), XC: comply(V) })
    expect(unites).toMatchObject({ state: 'not-computed', because: [{ code: 'withdrew' }] })
  })
  it('is none where the text can be changed and the gate is shut by the rule', () => {
    const aside = comply(V, 'abstains-constructively')
    const { unites } = on({ XA: aside, XB: aside, XC: amending('objects', '2') })
    expect(unites).toMatchObject({ state: 'none', reasons: [{ code: 'double-third' }] })
  })
})

// What each member says: a pair of voices and the clauses it names.
const word = fc.record({
  national: fc.constantFrom(...SPOKEN.filter((voice) => voice !== 'complies-with-reservation')),
  names: fc.uniqueArray(fc.constantFrom(...CLAUSES), { maxLength: 3 }),
})
type World = Readonly<Record<'XA' | 'XB' | 'XC', { national: SpokenVoice; names: string[] }>>
const world: fc.Arbitrary<World> = fc.record({ XA: word, XB: word, XC: word })

const drafted = ({ national, names }: World['XA']): Drafted =>
  names.length > 0 ? amending(national, ...names) : comply(V, 'complies', national)

const WON = ['objects', 'abstains', 'abstains-constructively']
/** By hand: the text without these clauses is put, and whoever named only them and was not for it complies. */
function opensWithout(said: World, removed: readonly string[], rules: typeof charter): boolean {
  const strands = Object.entries(said).map(([id, one]) => {
    const isWon =
      WON.includes(one.national) &&
      one.names.length > 0 &&
      one.names.every((name) => removed.includes(name))
    const complies = isWon || one.national === 'awaits-instructions'
    return [id, [complies ? comply(V) : comply(V, 'complies', one.national)]] as const
  })
  const left = CLAUSES.filter((clause) => !removed.includes(clause))
  const cut = cutOf(rules, { CO: [text(left)], ...Object.fromEntries(strands) })
  return evaluate(rules, cut).steps[0]!.versions[0]!.gate.open
}
const subsets = Array.from({ length: 2 ** CLAUSES.length }, (_, chosen) =>
  CLAUSES.filter((_clause, place) => (chosen >> place) & 1),
).toSorted((a, b) => a.length - b.length)

describe('what is said to unite', () => {
  test.each([
    ['express-unanimity', charter],
    ['qualified-majority', majority],
  ])('opens the gate under %s, and nothing smaller or unsaid does', (_rule, rules) => {
    fc.assert(
      fc.property(world, (said) => {
        const strands = { XA: drafted(said.XA), XB: drafted(said.XB), XC: drafted(said.XC) }
        const { unites } = on(strands, rules)
        const opening = subsets.filter((removed) => opensWithout(said, removed, rules))
        const least = opening.filter(({ length }) => length === opening[0]?.length)
        switch (unites.state) {
          case 'open':
          case 'awaited':
          case 'anew':
            expect(opening[0]).toEqual([])
            return
          case 'found':
            expect(
              new Set(unites.ways.map(({ changes }) => changes.map(({ clause }) => clause).join())),
            ).toEqual(new Set(least.map((clauses) => clauses.join())))
            expect(least[0]?.length).toBeGreaterThan(0)
            return
          case 'not-computed':
          case 'none':
            expect(opening).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })
  test('is the same whatever came first', () => {
    fc.assert(
      fc.property(world, (said) => {
        const strands = {
          XA: [drafted(said.XA)],
          XB: [drafted(said.XB)],
          XC: [drafted(said.XC)],
          CO: [text()],
        }
        const cut = cutOf(charter, strands)
        const turned = Object.fromEntries(Object.entries(cut).toReversed()) as typeof cut
        const other = { ...charter, parties: charter.parties.toReversed() }
        expect(canonical(divergence(other, turned, []))).toBe(
          canonical(divergence(charter, cut, [])),
        )
      }),
      { numRuns: 50 },
    )
  })
})
