import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { RULES } from '../src/countermeasure.ts'
import { type Facts, isFactId } from '../src/fact.ts'
import { VALUES, type Value } from '../src/finding.ts'
import type { Rule } from '../src/rule.ts'
import { everyCase, findingOf, possibleValues, readingsOf } from './every-answer.ts'
import { BIBLIOGRAPHY, citedBy, hasOutsideSource } from './situation/bibliography.ts'
import type { Situation } from './situation/situation.ts'
import { SITUATIONS } from './situation/situations.ts'

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
        // What is recorded and shows nothing leaves no question open; then it says why.
        if (value === 'unknown' && because === undefined) expect(asks.length).toBeGreaterThan(0)
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
  it('cites works of the bibliography, notes of our own, past incidents on record, and nothing else', () => {
    const cited = rows.flatMap(([, source]) => citedBy(source))
    expect(cited.flatMap((one) => (one.is === 'invented' ? [one.text] : []))).toEqual([])
    const works = new Set(cited.flatMap((one) => (one.is === 'work' ? [one.work] : [])))
    expect(BIBLIOGRAPHY.filter((work) => !works.has(work)).map(({ title }) => title)).toEqual([])
  })
  it.each([
    'ARSIWA',
    'ARSIWA 52(1); Made up & Co. 2031',
    'Tallinn Manual 3.0, rule 4',
    'Spacil 2023, p. 207',
    'cases, CASE-77',
    '',
  ])('takes %j for an invented source', (source) => {
    expect(citedBy(source).some(({ is }) => is === 'invented')).toBe(true)
  })
  it('counts what cites only our own notes, and incidents without a public source, as ours', () => {
    for (const source of [
      'ours',
      'ours: rules base X-01',
      'rules base B-04: disputed without intent',
      'README, section 6, 12: cumulative measures',
      'rules base RT-01; README, section 6, point 14',
      'collective-countermeasures, section 1',
      'cases, CASE-02: vandalism, not force',
    ])
      expect([source, hasOutsideSource(source)]).toEqual([source, false])
    for (const source of ['cases, CASE-01: no espionage', 'ARSIWA 5; rules base A-02'])
      expect([source, hasOutsideSource(source)]).toEqual([source, true])
  })
  it('says of each where its answer is from, and counts which are ours', () => {
    for (const [says, source] of rows) expect(source.trim(), says).not.toBe('')
    const ours = rows.filter(([, source]) => !hasOutsideSource(source)).length
    const listed = rows.filter(([, source]) =>
      citedBy(source).some((one) => one.is === 'work' && BIBLIOGRAPHY.includes(one.work)),
    ).length
    const byIncident = rows.length - ours - listed
    const mutants = RULES.flatMap((rule) =>
      [...new Set(everyCase(rule).map((facts) => rule.test(facts).value))].map(() => rule.id),
    ).length
    process.stdout.write(
      `situations: ${rows.length} for ${RULES.length} rules; ${rows.length - ours} with an outside source, ${byIncident} of them the record of a past incident alone; ${ours} ours; ${mutants} answers turned round\n`,
    )
    expect(rows.length - ours).toBeGreaterThan(ours)
  })
})

const research = ['responsibility-rules.yaml', 'collective-countermeasures.md', 'README.md'].map(
  (file) => sharedPath(`law/${file}`),
)

describe.skipIf(research.includes(undefined))('the bibliography of the situations', () => {
  it('has no work that the research does not know', () => {
    const known = research.flatMap((file) => (file ? [readFileSync(file, 'utf8')] : [])).join('\n')
    const words = known.replaceAll(/\s+/g, ' ')
    expect(BIBLIOGRAPHY.filter((work) => !words.includes(work.known))).toEqual([])
  })
})
