import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Abstainer, isBlockedByAbstention } from './art-31.ts'

const electors = (...members: readonly [population: number, abstains: boolean][]): Abstainer[] =>
  members.map(([population, abstainsConstructively]) => ({ population, abstainsConstructively }))

describe('TEU 31(1): those who abstain with a declaration', () => {
  it.each([
    // situation, [population, abstains with a declaration] per member, blocked
    ['nobody abstains', electors([40, false], [35, false], [25, false]), false],
    [
      'one of three members with a quarter of the people',
      electors([40, false], [35, false], [25, true]),
      false,
    ],
    [
      'one of three members with more than a third of the people',
      electors([40, false], [35, true], [25, false]),
      true,
    ],
    ['exactly a third of both', electors([1, true], [1, false], [1, false]), true],
    [
      'one of four members, though most of the people',
      electors([90, true], [5, false], [3, false], [2, false]),
      false,
    ],
    [
      'two of four members with a tenth of the people',
      electors([60, false], [30, false], [5, true], [5, true]),
      false,
    ],
    ['all abstain', electors([40, true], [35, true]), true],
    ['there are no members', [], false],
  ])('%s', (_situation, members, isBlocked) => {
    expect(isBlockedByAbstention(members)).toBe(isBlocked)
  })

  it('are counted exactly at the largest whole numbers', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(isBlockedByAbstention(electors([most, true], [most, false], [most, false]))).toBe(true)
    expect(isBlockedByAbstention(electors([most - 1, true], [most, false], [most, false]))).toBe(
      false,
    )
  })
})

describe('for every electorate', () => {
  const member: fc.Arbitrary<Abstainer> = fc.record({
    population: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    abstainsConstructively: fc.boolean(),
  })
  it('one more abstention never lifts a block', () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 30 }), fc.nat(), (members, pick) => {
        const more = members.map((each, index) =>
          index === pick % members.length ? { ...each, abstainsConstructively: true } : each,
        )
        return !isBlockedByAbstention(members) || isBlockedByAbstention(more)
      }),
    )
  })
  it('the order of the members does not matter', () => {
    fc.assert(
      fc.property(
        fc
          .array(member, { maxLength: 30 })
          .chain((members) =>
            fc.tuple(
              fc.constant(members),
              fc.shuffledSubarray(members, { minLength: members.length }),
            ),
          ),
        ([members, shuffled]) => isBlockedByAbstention(members) === isBlockedByAbstention(shuffled),
      ),
    )
  })
})
