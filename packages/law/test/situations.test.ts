import { describe, expect, it } from 'vitest'
import { RULES } from '../src/countermeasure.ts'
import { type Facts, isFactId } from '../src/fact.ts'
import { VALUES, type Value } from '../src/finding.ts'
import type { Rule } from '../src/rule.ts'
import { everyCase, findingOf, possibleValues, readingsOf } from './every-answer.ts'
import { attributionMore } from './situation/attribution-more.ts'
import { attribution } from './situation/attribution.ts'
import { breachMore } from './situation/breach-more.ts'
import { breach } from './situation/breach.ts'
import { consistency } from './situation/consistency.ts'
import { excuses } from './situation/excuses.ts'
import { invocation } from './situation/invocation.ts'
import { limits } from './situation/limits.ts'
import { listing } from './situation/listing.ts'
import { options } from './situation/options.ts'
import { procedure } from './situation/procedure.ts'
import type { Situation, Situations } from './situation/situation.ts'
import { standing } from './situation/standing.ts'

const SITUATIONS: Situations = {
  ...attribution,
  ...attributionMore,
  ...breach,
  ...breachMore,
  ...excuses,
  ...standing,
  ...invocation,
  ...limits,
  ...procedure,
  ...listing,
  ...options,
  ...consistency,
}

/** The rule with one of its answers turned round. */
const mutantOf = (rule: Rule, turned: Value): Rule => ({
  ...rule,
  test: (facts) => {
    const finding = rule.test(facts)
    if (finding.value !== turned) return finding
    return { ...finding, value: turned === 'satisfied' ? 'not-satisfied' : 'satisfied' }
  },
})

const isKilled = (mutant: Rule, situations: readonly Situation[]): boolean =>
  situations.some(
    ([, , facts, value, reading]) => findingOf(mutant, facts, reading).value !== value,
  )

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const situations = SITUATIONS[id] ?? []
  for (const [says, source, facts, value, reading] of situations)
    it(`${says} (${source})`, () => {
      expect(findingOf(rule, facts, reading).value).toBe(value)
    })
  it('has a situation for every value that it can give', () => {
    const shown = new Set(situations.map(([, , , value]) => value))
    expect(possibleValues(rule).filter((value) => !shown.has(value))).toEqual([])
  })
  it('has a situation for every reason that it can give', () => {
    const reasons = (cases: readonly Facts[]) =>
      new Set(cases.flatMap((facts) => rule.test(facts).because?.en ?? []))
    const shown = reasons(situations.map(([, , facts]) => facts))
    expect([...reasons(everyCase(rule))].filter((reason) => !shown.has(reason))).toEqual([])
  })
  it('has a situation that fails for each of its answers, if that answer is turned round', () => {
    const given = new Set(everyCase(rule).map((facts) => rule.test(facts).value))
    const alive = VALUES.filter(
      (value) => given.has(value) && !isKilled(mutantOf(rule, value), situations),
    )
    expect(alive).toEqual([])
  })
  it('states only facts that it asks for, and a reading where views differ', () => {
    for (const [says, , facts, , reading] of situations) {
      expect(
        Object.keys(facts).filter((fact) => !isFactId(fact) || !rule.facts.includes(fact)),
        says,
      ).toEqual([])
      expect(readingsOf(rule), says).toContain(reading)
    }
  })
  it('answers every combination of facts and readings, with a reason, a question or a dispute', () => {
    for (const reading of readingsOf(rule))
      for (const facts of everyCase(rule)) {
        const { value, disputes, because, asks = [] } = findingOf(rule, facts, reading)
        if (value === 'unknown') expect(asks.length).toBeGreaterThan(0)
        else expect(because).toBeDefined()
        if (value === 'disputed') expect(disputes.length).toBeGreaterThan(0)
        for (const asked of asks) expect(facts[asked]).toBeUndefined()
      }
  })
  it('is not satisfied where nobody has said anything, unless its view asks for nothing', () => {
    if (rule.facts.length === 0) return
    for (const reading of readingsOf(rule)) {
      const { value } = findingOf(rule, {}, reading)
      if (value === 'satisfied') expect([id, reading]).toEqual(['arsiwa-52-1-b', 'not-required'])
    }
  })
})

describe('the table of situations', () => {
  const rows = Object.values(SITUATIONS).flat()
  it('speaks of rules that there are', () => {
    const ids = new Set(RULES.map(({ id }) => id))
    expect(Object.keys(SITUATIONS).filter((id) => !ids.has(id))).toEqual([])
  })
  it('says of each where its answer is from, and counts which are ours', () => {
    for (const [says, source] of rows) expect(source.trim(), says).not.toBe('')
    // The rules base is notes of our own: what cites nothing else is ours.
    const ours = rows.filter(([, source]) => /^(ours|rules base [A-Z0-9-]+$)/.test(source)).length
    const mutants = RULES.flatMap((rule) =>
      [...new Set(everyCase(rule).map((facts) => rule.test(facts).value))].map(() => rule.id),
    ).length
    process.stdout.write(
      `situations: ${rows.length} for ${RULES.length} rules; ${rows.length - ours} with an outside source, ${ours} ours; ${mutants} answers turned round\n`,
    )
    expect(rows.length - ours).toBeGreaterThan(ours)
  })
})
