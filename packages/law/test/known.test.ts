import { describe, expect, it } from 'vitest'
import { RULES } from '../src/countermeasure.ts'
import type { Facts } from '../src/fact.ts'
import type { Rule } from '../src/rule.ts'
import { everyCase, findingOf, readingsOf } from './every-answer.ts'

/** Whether all that is said in one is said in the other, which may say more; facts in one order. */
const isSaidIn = (some: readonly unknown[], more: readonly unknown[]): boolean =>
  some.every((value, at) => value === undefined || value === more[at])

/** Answers by yes that a fact which nobody stated could turn into a no, and by no that it could turn at all. */
function hastyIn(rule: Rule, reading: string | undefined): readonly string[] {
  const cases = everyCase(rule).map((facts) => ({
    said: rule.facts.map((id) => facts[id]),
    value: findingOf(rule, facts, reading).value,
  }))
  const not = cases.filter(({ value }) => value === 'not-satisfied')
  const other = cases.filter(({ value }) => value !== 'not-satisfied')
  return cases.flatMap(({ said, value }) => {
    if (!said.includes(undefined) || value === 'unknown' || value === 'disputed') return []
    const turned = (value === 'satisfied' ? not : other).some((each) => isSaidIn(said, each.said))
    return turned ? [`${rule.id} ${value}: ${rule.facts.join()} ${said.join()}`] : []
  })
}

describe('what nobody has stated', () => {
  it('leaves no answer by yes that it could turn into a no, and no answer by no that it could turn at all', () => {
    const hasty = RULES.flatMap((rule) =>
      readingsOf(rule).flatMap((reading) => hastyIn(rule, reading)),
    )
    expect(hasty).toEqual([])
  })
})

/** By hand: what is on record and shows neither that it is so nor that it is not. */
const SHOWN: readonly (readonly [rule: string, facts: Facts])[] = [
  ['arsiwa-17', { roleInAct: 'directed', knowledgeOfAct: 'wilful-blindness', wrongfulIfOwn: true }],
  ['arsiwa-18', { roleInAct: 'coerced', knowledgeOfAct: 'wilful-blindness' }],
  ['arsiwa-22-prior', { ownPriorBreach: 'found' }],
  ['arsiwa-44-45', { waiver: 'delay', localRemedies: 'not-applicable' }],
  ['arsiwa-49-1-mistake', { otherHypotheses: 'still-open' }],
  ['gge-2015-28-f-territory', { territoryOnly: true }],
  ['own-evidence', { custody: 'gaps' }],
  ['own-review', { reviewHeld: false }],
]

describe('what is on record and shows nothing', () => {
  it.each(SHOWN)('%s: cannot be said, and what would show it is named', (id, facts) => {
    const rule = RULES.find((one) => one.id === id)!
    const { value, because, remedy, asks = [] } = rule.test(facts)
    expect([value, asks]).toEqual(['unknown', []])
    expect(because?.en).not.toBe(because?.es)
    expect(remedy?.en).toBeTruthy()
  })
  it('is never answered by a no that says only that something is not shown', () => {
    const unshown = RULES.flatMap((rule) =>
      everyCase(rule).flatMap((facts) => {
        const { value, because } = rule.test(facts)
        return value === 'not-satisfied' && /not shown|not known/.test(because?.en ?? '')
          ? [rule.id]
          : []
      }),
    )
    expect(unshown).toEqual([])
  })
})
