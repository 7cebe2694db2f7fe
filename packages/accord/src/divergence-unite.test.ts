import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, charterOf, comply, cutOf, propose, type Drafted } from '../test/case.ts'
import { divergence } from './divergence.ts'
import type { Uniting } from './divergence-unite.ts'

const V = at('CO', 0)
const namesOf = (count: number) =>
  Array.from({ length: count }, (_, place) => `X${String.fromCodePoint(65 + place)}`)
const numbered = (count: number) => Array.from({ length: count }, (_, place) => `${place + 1}`)

/** Members of equal population, of whom some want clauses otherwise and object, and the rest comply. */
function unitingOf(
  rule: 'express-unanimity' | 'qualified-majority',
  members: number,
  wishes: readonly (readonly string[])[],
): Uniting {
  const names = namesOf(members)
  const charter = charterOf({
    members: Object.fromEntries(names.map((id) => [id, 10])),
    minimum: 1,
    blocking: 1,
    steps: { position: { rule } },
  })
  const { act } = propose('position', 'position', { expiry: 100 })
  const clauses = numbered(40).map((id) => ({ id, text: `Text ${id}.` }))
  const text = { act: { ...act, text: { lang: 'en', title: 'Position', clauses } } }
  const word = (place: number): Drafted => {
    const amendment = wishes[place]?.map((id) => ({ id, text: `Otherwise ${id}.` }))
    return amendment ? { act: { ...comply(V, 'objects').act, amendment } } : comply(V)
  }
  const said = names.map((id, place) => [id, [word(place)]] as const)
  const cut = cutOf(charter, { CO: [text], ...Object.fromEntries(said) })
  return divergence(charter, cut, []).texts[0]!.unites
}

const clausesOf = (unites: Uniting) =>
  unites.state === 'found'
    ? unites.ways.map(({ changes }) => changes.map(({ clause }) => clause).join(' '))
    : []

describe('of more than ten different wishes', () => {
  it('under unanimity all of those who shut the gate are needed, which is proved', () => {
    const unites = unitingOf(
      'express-unanimity',
      16,
      numbered(14).map((id) => [id]),
    )
    expect(unites).toMatchObject({ state: 'found', exhaustive: true })
    expect(clausesOf(unites)).toEqual([numbered(14).toSorted().join(' ')])
  })

  it('the smallest sums under a majority are those that no set of clauses undercuts', () => {
    const wish = fc.uniqueArray(fc.constantFrom(...numbered(7)), { minLength: 1, maxLength: 3 })
    const subsets = Array.from({ length: 2 ** 7 }, (_, chosen) =>
      numbered(7).filter((_clause, place) => (chosen >> place) & 1),
    )
    fc.assert(
      fc.property(fc.array(wish, { minLength: 12, maxLength: 12 }), (wishes) => {
        const unites = unitingOf('qualified-majority', 16, wishes)
        // By hand: 65 % of sixteen equal members are eleven; four comply.
        const isEnough = (changed: readonly string[]) =>
          wishes.filter((one) => one.every((id) => changed.includes(id))).length >= 11 - 4
        const enough = subsets.filter(isEnough)
        const least = Math.min(...enough.map(({ length }) => length))
        const smallest = enough.filter(({ length }) => length === least)
        expect(unites).toMatchObject({ state: 'found', exhaustive: true })
        const found = clausesOf(unites)
        expect(found).toHaveLength(Math.min(8, smallest.length))
        const all = smallest.map((one) => one.join(' '))
        for (const one of found) expect(all).toContain(one)
      }),
      { numRuns: 15 },
    )
  })

  it('where not every sum is tried, none of those found can be left out, and it says so', () => {
    // By hand: 65 % of 26 equal members are seventeen; six comply, so eleven of the twenty are needed.
    const wishes = numbered(20).map((id) => (id === '7' ? [id, '39', '40'] : [id]))
    const unites = unitingOf('qualified-majority', 26, wishes)
    expect(unites).toMatchObject({ state: 'found', exhaustive: false })
    const [way, ...others] = clausesOf(unites)
    expect(others).toEqual([])
    expect(way!.split(' ')).toHaveLength(11)
    expect(way!.split(' ')).not.toContain('7')
  })
})
