import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, type Assessment } from '../src/assess.ts'
import { getNorm, NORMS, normFor, RULES } from '../src/countermeasure.ts'
import { FACT_GROUPS, getFact, isFactId } from '../src/fact.ts'
import { compareForms, routes } from '../src/forms.ts'
import type { MeasureFacts } from '../src/measure.ts'
import { rulesOf } from '../src/rule.ts'
import { decisive, isAsked } from '../src/trace.ts'
import { blankView } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'
import { alder, everythingMet, quietModem, three, withFacts } from './example.ts'

const valueOf = ({ rows }: Assessment, norm: string, nation: string): string => {
  const finding = rows
    .find((row) => row.norm === norm)
    ?.cells.find((cell) => cell.nation === nation)?.finding
  return finding === undefined || finding === 'not-asked' ? 'not-asked' : finding.value
}
const conclusionOf = (assessment: Assessment, code: string) =>
  assessment.columns.find(({ holder }) => holder.code === code)!.conclusion
const published = (...codes: string[]) => VIEWS.filter(({ holder }) => codes.includes(holder.code))

describe('the measure of the exercise', () => {
  const assessment = assess(quietModem, three, VIEWS)
  it('is met under the view of Alder, and says by whom that is disputed', () => {
    const { value, words, asks } = conclusionOf(assessment, 'XA')
    expect(value).toBe('satisfied')
    expect(words.en).toMatch(
      /^conditions met on the recorded facts under the view of Alder; disputed by Birch, /,
    )
    expect(words.es).toMatch(
      /^condiciones cumplidas según los hechos registrados y la visión de Alder; discutido por Birch, /,
    )
    expect(asks).toEqual([])
  })
  it('is disputed for Alder by those alone whose reading would give less on what its result rests on', () => {
    // By hand: three are cautious on countermeasures, three hold sovereignty a principle, wholly or in
    // part; those who differ on due diligence only do not matter, as Alder does not need it.
    expect(conclusionOf(assessment, 'XA').disputedBy).toEqual([
      'Birch',
      'Brazil',
      'China',
      'Cuba',
      'United Kingdom of Great Britain and Northern Ireland',
      'United States of America',
    ])
  })
  it('cannot be said for Birch, which has attributed nothing, and asks for that', () => {
    const { value, asks } = conclusionOf(assessment, 'XB')
    expect(value).toBe('unknown')
    expect(asks).toEqual(['actor', 'adoption'])
    expect(valueOf(assessment, 'arsiwa-2-a', 'XB')).toBe('unknown')
  })
  it('is open to Cedar, which is not injured, as assistance', () => {
    expect(valueOf(assessment, 'arsiwa-16', 'XC')).toBe('satisfied')
    expect(valueOf(assessment, 'arsiwa-42', 'XC')).toBe('not-asked')
    const cedarView = three.find(({ holder }) => holder.code === 'XC')!
    const [first, second] = routes(compareForms(quietModem, cedarView))
    expect(first).toMatchObject({ form: 'assistance', place: 1 })
    expect(second).toMatchObject({ place: 2 })
  })
  it('leaves call and notice to the injured State where a nation only assists', () => {
    expect(valueOf(assessment, 'arsiwa-52-1-a', 'XA')).toBe('satisfied')
    expect(valueOf(assessment, 'arsiwa-52-1-a', 'XC')).toBe('not-asked')
  })
  it('has one cell for each rule and nation, and every route in the trace', () => {
    expect(assessment.rows.every(({ cells }) => cells.length === 3)).toBe(true)
    const ids = new Set(assessment.rows.map(({ norm }) => norm))
    // What lies under a part that does not arise for anybody is not asked with it.
    const unasked = assessment.rows
      .filter(({ cells }) => cells.every(({ finding }) => finding === 'not-asked'))
      .flatMap(({ norm }) => rulesOf(getNorm(norm)).map(({ id }) => id))
    for (const { id } of rulesOf(normFor({ kind: 'countermeasure' })!))
      expect([...ids, ...unasked]).toContain(id)
  })
  it('says who holds what on each dispute that could decide', () => {
    const sovereignty = assessment.disputes.find(({ id }) => id === 'sovereignty')!
    const [rule, principle] = sovereignty.sides
    expect(rule!.holders.map(({ name }) => name)).toContain('Alder')
    expect(rule!.holders.map(({ name }) => name)).not.toContain('Birch')
    expect(principle!.holders.map(({ name }) => name).toSorted()).toEqual([
      'Birch',
      'United Kingdom of Great Britain and Northern Ireland',
      'United States of America',
    ])
    expect(sovereignty.decisiveFor).toEqual(['XA', 'XB', 'XC'])
  })
  it('names writers and courts where the result rests on a dispute that no view settles', () => {
    expect(conclusionOf(assessment, 'XB').words.en).toMatch(/, writers or courts$/)
    expect(conclusionOf(assessment, 'XA').words.en).not.toContain('writers')
    const proof = assessment.disputes.find(({ id }) => id === 'standard-of-proof')!
    expect(proof.sides.flatMap(({ holders }) => holders)).toEqual([])
  })
  it('is never called lawful', () => {
    for (const { conclusion } of assessment.columns)
      expect(conclusion.words.en).not.toMatch(/\blawful\b/)
  })
})

describe('the same facts under published views', () => {
  // By hand, from national-positions: README section 8, test 2.
  const facts = withFacts(everythingMet, {
    coercion: 'none',
    scaleOfForce: 'minor',
    fromTerritory: false,
  })
  const assessment = assess(facts, published('GB', 'FR', 'EE', 'CA'))
  it.each([
    ['tallinn-4-territory', 'GB', 'not-satisfied'],
    ['tallinn-4-territory', 'FR', 'satisfied'],
    ['tallinn-4-territory', 'EE', 'satisfied'],
    ['tallinn-4-territory', 'CA', 'satisfied'],
    ['arsiwa-54-own-right', 'FR', 'not-satisfied'],
    ['arsiwa-54-own-right', 'CA', 'not-satisfied'],
    ['arsiwa-54-own-right', 'EE', 'disputed'],
    ['arsiwa-22', 'GB', 'not-satisfied'],
    ['arsiwa-22', 'FR', 'satisfied'],
  ])('%s under the view of %s: %s', (norm, nation, value) => {
    expect(valueOf(assessment, norm, nation)).toBe(value)
  })
  it('differ on nothing else than those rules, what rests on them, and notice', () => {
    const differing = assessment.rows
      .filter(
        ({ cells }) =>
          new Set(cells.map(({ finding }) => (finding === 'not-asked' ? finding : finding.value)))
            .size > 1,
      )
      .map(({ norm }) => norm)
    expect(differing.toSorted()).toEqual([
      'arsiwa-2',
      'arsiwa-2-act',
      'arsiwa-2-b',
      'arsiwa-22',
      'arsiwa-54-own-right',
      'tallinn-4-functions',
      'tallinn-4-territory',
      'title-without-injury',
    ])
  })
})

describe('an object that no countermeasure may have', () => {
  it.each(['deter', 'punish'])('to %s is refused, with the provision', (object) => {
    const { refused, value } = conclusionOf(
      assess(withFacts(quietModem, { object }), [alder]),
      'XA',
    )
    expect(value).toBe('not-satisfied')
    expect(refused?.source.citation.en).toBe('ARSIWA, Article 49(1)')
    expect(refused?.because.en).toBe(`to ${object} is refused as an object: Article 49(1)`)
    expect(refused?.because.es).toContain(object === 'deter' ? 'disuadir' : 'castigar')
  })
  it('is no bar to retorsion, which needs no object', () => {
    const retorsion = withFacts(quietModem, {
      object: 'deter',
      kind: 'retorsion',
      breaksObligation: false,
    })
    const { value, refused } = conclusionOf(assess(retorsion, [alder]), 'XA')
    expect([value, refused]).toEqual(['satisfied', undefined])
  })
})

describe('a measure', () => {
  it('of self-defence is referred and not assessed', () => {
    const referred = withFacts(quietModem, { kind: 'self-defence-referral' })
    expect(conclusionOf(assess(referred, [alder]), 'XA').value).toBe('not-assessed')
  })
  it('of self-defence has what is recorded for it in its rows, and comes to no answer all the same', () => {
    const recorded = withFacts(quietModem, {
      kind: 'self-defence-referral',
      allianceDecision: 'invoked',
      allianceInvokedOn: '2026-11-20',
    })
    const referred = assess(recorded, [alder])
    expect(valueOf(referred, 'nat-5', 'XA')).toBe('satisfied')
    expect(valueOf(referred, 'charter-51', 'XA')).toBe('not-asked')
    expect(conclusionOf(referred, 'XA').value).toBe('not-assessed')
    expect(conclusionOf(referred, 'XA').asks).toEqual([])
  })
  it('that has met its end is not to go on', () => {
    const ended = withFacts(quietModem, { reparation: 'full' })
    const { value, remedies } = conclusionOf(assess(ended, [alder]), 'XA')
    expect(value).toBe('not-satisfied')
    expect(remedies.map(({ norm }) => norm)).toContain('arsiwa-53')
  })
  it('is barred by a tribunal, and revives where the other side acts in bad faith', () => {
    const barred = withFacts(quietModem, { tribunal: 'can-bind' })
    expect(valueOf(assess(barred, [alder]), 'arsiwa-52-bar', 'XA')).toBe('unknown')
    const inGoodFaith = withFacts(barred, { goodFaith: true })
    expect(valueOf(assess(inGoodFaith, [alder]), 'arsiwa-52-bar', 'XA')).toBe('not-satisfied')
    const inBadFaith = withFacts(barred, { goodFaith: false })
    expect(valueOf(assess(inBadFaith, [alder]), 'arsiwa-52-bar', 'XA')).toBe('satisfied')
  })
  it('of a nation without a view is disputed where the law is, and never guessed', () => {
    const dogwood = blankView({ code: 'XD', name: 'Dogwood', kind: 'state' }, '2026-11-24')
    const { value } = conclusionOf(assess(everythingMet, [dogwood]), 'XD')
    expect(value).toBe('disputed')
  })
})

describe('disputes on a route', () => {
  it('that cannot change the result are kept in the trace and not on top', () => {
    const facts = withFacts(everythingMet, { effect: 'none' })
    const norm = getNorm('arsiwa-42')
    expect(norm.kind).toBe('rule')
    const [column] = assess(facts, [alder]).columns
    if (!column || !isAsked(column.trace)) throw new TypeError('expected a trace')
    // Injured beyond dispute: whether others may act in their own right does not matter here.
    const all = column.trace.finding.disputes.map(({ id }) => id)
    const top = decisive(column.trace).flatMap(({ finding }) =>
      finding.disputes.map(({ id }) => id),
    )
    expect(all).toContain('collective-own-right')
    expect(top).not.toContain('collective-own-right')
    expect(top).toContain('coercion')
  })
})

describe('for all facts', () => {
  // Every fact of the exercise, some of them taken away or answered otherwise.
  const measure: fc.Arbitrary<MeasureFacts> = fc
    .subarray(Object.keys(everythingMet.facts))
    .map((kept) => ({
      ...everythingMet,
      facts: Object.fromEntries(
        Object.entries(everythingMet.facts).filter(([id]) => kept.includes(id) || id === 'kind'),
      ),
    }))
  it('the order of facts and of nations does not matter', () => {
    fc.assert(
      fc.property(measure, fc.constantFrom(...VIEWS), (facts, view) => {
        const turned = {
          ...facts,
          facts: Object.fromEntries(Object.entries(facts.facts).toReversed()),
        }
        const one = assess(facts, [alder, view])
        const other = assess(turned, [view, alder])
        for (const { holder, conclusion } of one.columns) {
          const there = other.columns.find((each) => each.holder.code === holder.code)!.conclusion
          expect(there).toEqual(conclusion)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('taking facts away never makes a measure met', () => {
    const met = assess(everythingMet, [alder]).columns[0]!.conclusion.value
    expect(met).toBe('satisfied')
    fc.assert(
      fc.property(measure, (facts) => {
        const { value, asks } = assess(facts, [alder]).columns[0]!.conclusion
        return (
          value === 'satisfied' || (value === 'unknown' && asks.length > 0) || value === 'disputed'
        )
      }),
      { numRuns: 200 },
    )
  })
  it('nothing is asked that only an exception or another answer would need, unless it is raised', () => {
    fc.assert(
      fc.property(measure, (facts) => {
        const { asks } = assess(facts, [alder]).columns[0]!.conclusion
        return !asks.some((id) => id in FACT_GROUPS.exceptions || id in FACT_GROUPS.options)
      }),
      { numRuns: 200 },
    )
    const raised = withFacts(everythingMet, { excuse: 'distress', obligation: 'erga-omnes' })
    expect(assess(raised, [alder]).columns[0]!.conclusion.asks).toEqual(['excuseHolds'])
  })
  it('what is asked for is missing, and every question answered as in the exercise moves on', () => {
    fc.assert(
      fc.property(measure, (facts) => {
        let known = facts
        for (let round = 0; round < 60; round += 1) {
          const { value, asks } = assess(known, [alder]).columns[0]!.conclusion
          if (asks.length === 0) return value === 'satisfied'
          const answers = Object.entries(everythingMet.facts).filter(([id]) =>
            asks.some((ask) => ask === id),
          )
          for (const id of asks) expect(known.facts[id]).toBeUndefined()
          if (answers.length === 0) return value !== 'not-satisfied'
          known = { ...known, facts: { ...known.facts, ...Object.fromEntries(answers) } }
        }
        return false
      }),
      { numRuns: 100 },
    )
  })
})

describe('every norm', () => {
  it('has an id of its own and stands in one place', () => {
    expect(new Set(NORMS.map(({ id }) => id)).size).toBe(NORMS.length)
    expect(RULES.length).toBeGreaterThanOrEqual(20)
  })
  it.each(NORMS.map((norm) => [norm.id, norm] as const))(
    '%s asks in both languages',
    (_id, norm) => {
      expect(norm.question.en).toMatch(/\?$/)
      expect(norm.question.es).toMatch(/^¿.*\?$/)
      if (norm.kind === 'rule')
        for (const fact of norm.facts) {
          expect(isFactId(fact)).toBe(true)
          expect(getFact(fact).question.es).toMatch(/^¿.*\?$/)
        }
    },
  )
  it('holds a measure of unstated kind to the most', () => {
    expect(normFor({})?.id).toBe('arsiwa-22')
  })
})
