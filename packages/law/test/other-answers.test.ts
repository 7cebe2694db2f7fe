import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { type FactId, FACTS, getFact, isFactId } from '../src/fact.ts'
import type { MeasureFacts } from '../src/measure.ts'
import { nextQuestions, whatWouldChange } from '../src/other-answers.ts'
import { samples } from './every-answer.ts'
import { alder, everythingMet, quietModem, withFacts } from './example.ts'

const columnOf = (measure: MeasureFacts) => assess(measure, [alder]).columns[0]!
const sets = (measure: MeasureFacts) =>
  whatWouldChange(columnOf(measure)).changes.map(({ facts, to }) => [
    ...facts.map(({ id, value }) => `${id}=${value}`),
    to,
  ])
const without = (measure: MeasureFacts, ...ids: readonly string[]): MeasureFacts => ({
  ...measure,
  facts: Object.fromEntries(Object.entries(measure.facts).filter(([id]) => !ids.includes(id))),
})

describe('what would change the answer', () => {
  it('is one fact where one is enough, with what it would come to', () => {
    const found = sets(everythingMet)
    // By hand: limits that a single fact would break, and proof that a single fact would weaken.
    expect(found).toContainEqual(['peremptoryAffected=true', 'not-satisfied'])
    expect(found).toContainEqual(['object=deter', 'not-satisfied'])
    expect(found).toContainEqual(['confidence=likely', 'disputed'])
    // Sets of two, of which no part is enough, stand there too.
    expect(found.some((set) => set.length === 3)).toBe(true)
  })
  it('is the fact that stops a measure, and what it would have to be', () => {
    expect(sets(withFacts(everythingMet, { missionAffected: true }))).toEqual([
      ['missionAffected=false', 'satisfied'],
    ])
  })
  it('is two facts together where two stop it and neither is enough', () => {
    const stopped = withFacts(everythingMet, { missionAffected: true, peremptoryAffected: true })
    expect(sets(stopped)).toEqual([
      ['peremptoryAffected=false', 'missionAffected=false', 'satisfied'],
    ])
    expect(whatWouldChange(columnOf(stopped)).whole).toBe(true)
  })
  it('is three facts together where three stop it, and nothing smaller', () => {
    const stopped = withFacts(everythingMet, {
      missionAffected: true,
      peremptoryAffected: true,
      secondment: 'unwritten',
    })
    const found = sets(stopped)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((set) => set.length === 4)).toBe(true)
    expect(found.map((set) => set.join(' ')).join('\n')).toContain('missionAffected=false')
    expect(whatWouldChange(columnOf(stopped))).toMatchObject({ whole: true, upTo: 6 })
  })
  it('is six facts together where six stop it, each in every way in which it could be otherwise', () => {
    const stopped = withFacts(everythingMet, {
      missionAffected: true,
      peremptoryAffected: true,
      secondment: 'unwritten',
      settlement: 'broken',
      rightsAffected: 'life',
      object: 'punish',
    })
    const { changes, whole, upTo } = whatWouldChange(columnOf(stopped))
    // By hand: one way out for the first three, two for a procedure, four for rights, three for the object.
    expect(changes).toHaveLength(2 * 4 * 3)
    expect(changes.every(({ facts }) => facts.length === 6)).toBe(true)
    expect([whole, upTo]).toEqual([true, 6])
  })
  it('says that it is cut, and at which size, where more sets are left than are tried', () => {
    const nothing = { ...quietModem, facts: {}, nations: [] }
    const { changes, whole, upTo } = whatWouldChange(columnOf(nothing))
    expect([whole, upTo]).toEqual([false, 3])
    // Every set of fewer facts stands there: they come first.
    expect(new Set(changes.map(({ facts }) => facts.length))).toEqual(new Set([1, 2, 3]))
  })
  it('is the same whoever asks, and smallest sets first', () => {
    const once = whatWouldChange(columnOf(quietModem)).changes
    expect(whatWouldChange(columnOf({ ...quietModem })).changes).toEqual(once)
    const sizes = once.map(({ facts }) => facts.length)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })
  it.each([
    ['is met', everythingMet],
    ['is stopped by nothing known', without(everythingMet, 'confidence', 'calledOn')],
  ])('misses no single fact of a measure that %s: each of all that there are', (_says, measure) => {
    const { conclusion } = columnOf(measure)
    const changing = Object.keys(FACTS)
      .filter(isFactId)
      .flatMap((id) => answersOf(id).map((value) => [id, value] as const))
      .filter(([id, value]) => id !== 'kind' && value !== measure.facts[id]?.value)
      .filter(([id, value]) => {
        const then = columnOf(withFacts(measure, { [id]: value })).conclusion.value
        return then !== conclusion.value
      })
      .map(([id, value]) => `${id}=${String(value)}`)
    const found = sets(measure).flatMap(([one = '', ...more]) => (more.length === 1 ? [one] : []))
    expect(new Set(found)).toEqual(new Set(changing))
  })
  it('misses no pair: each of all that there are, tried one by one', () => {
    const stopped = withFacts(everythingMet, { missionAffected: true, peremptoryAffected: true })
    const before = columnOf(stopped).conclusion.value
    const IDS = Object.keys(FACTS).filter(isFactId)
    const one = (id: FactId) => {
      const fact = getFact(id)
      const all =
        fact.type === 'choice'
          ? Object.keys(fact.options)
          : fact.type === 'yes-no'
            ? [true, false]
            : []
      return all
        .filter((value) => value !== stopped.facts[id]?.value && id !== 'kind')
        .map((value) => [id, value] as const)
    }
    const said = IDS.flatMap(one)
    // Half of the facts beside each of those that stop it: all pairs of all facts take minutes.
    const first = said.filter(([id]) => ['missionAffected', 'peremptoryAffected'].includes(id))
    const pairs = first.flatMap((a) =>
      said.flatMap((b) => (a[0] === b[0] ? [] : [[a, b] as const])),
    )
    const changing = pairs.filter(
      ([a, b]) =>
        columnOf(withFacts(stopped, Object.fromEntries([a, b]))).conclusion.value !== before,
    )
    const found = whatWouldChange(columnOf(stopped)).changes.map(
      ({ facts }) => new Set(facts.map(({ id }) => id)),
    )
    for (const [[a], [b]] of changing)
      expect(found.some((set) => set.has(a) && set.has(b) && set.size === 2)).toBe(true)
    expect(changing.length).toBeGreaterThan(0)
  })
  it('is nothing where the measure is only recorded and referred', () => {
    expect(sets(withFacts(everythingMet, { kind: 'self-defence-referral' }))).toEqual([])
  })
  it('changes it indeed, and no part of a set does so alone', () => {
    const IDS = Object.keys(everythingMet.facts).filter((id): id is FactId => isFactId(id))
    fc.assert(
      fc.property(fc.subarray(IDS, { maxLength: 3 }), (gone) => {
        const measure = without(everythingMet, ...gone.filter((id) => id !== 'kind'))
        const before = columnOf(measure).conclusion.value
        const { changes } = whatWouldChange(columnOf(measure))
        // Some of each: a measure has hundreds, and each is assessed anew here.
        const step = Math.ceil(changes.length / 30)
        for (const { facts, to } of changes.filter((_change, at) => at % step === 0)) {
          const said = Object.fromEntries(facts.map(({ id, value }) => [id, value]))
          expect(columnOf(withFacts(measure, said)).conclusion.value).toBe(to)
          expect(to).not.toBe(before)
          if (facts.length > 1)
            for (const { id, value } of facts)
              expect(columnOf(withFacts(measure, { [id]: value })).conclusion.value).toBe(before)
        }
      }),
      { numRuns: 5 },
    )
  })
})

describe('the questions of an interview', () => {
  const nothing = { ...quietModem, facts: {}, nations: [] }
  it('are those that can still change the answer, each once', () => {
    const column = columnOf(nothing)
    expect(new Set(nextQuestions(column))).toEqual(new Set(column.conclusion.asks))
    expect(nextQuestions(column)).toHaveLength(column.conclusion.asks.length)
  })
  it('begin with the one that leaves the fewest others on the average of its answers', () => {
    // By hand: of the limits and the proof, one answer in two of a yes-or-no limit settles all.
    const measure = without(everythingMet, 'peremptoryAffected', 'measureEffect', 'demands')
    expect(columnOf(measure).conclusion.asks).toEqual([
      'demands',
      'measureEffect',
      'peremptoryAffected',
    ])
    expect(nextQuestions(columnOf(measure))[0]).toBe('peremptoryAffected')
  })
  it('end sooner than in the order of the rules, over many measures that are stopped somewhere', () => {
    const answers: fc.Arbitrary<Record<string, unknown>> = fc
      .constantFrom<Record<string, unknown>>(
        { object: 'deter' },
        { peremptoryAffected: true },
        { missionAffected: true },
        { reversible: 'no' },
        { thirdStates: 'rights-broken' },
        { confidence: 'remote' },
        { directedBy: 'another' },
      )
      .map((stop) => ({ ...plain(everythingMet), ...stop }))
    const count = (all: Record<string, unknown>, order: (m: MeasureFacts) => readonly FactId[]) => {
      let known: MeasureFacts = { ...nothing, facts: {} }
      for (let asked = 0; asked < 200; asked += 1) {
        const [next] = order(known)
        if (next === undefined) return asked
        known = withFacts(known, { [next]: all[next] ?? fallback(next) })
      }
      return 200
    }
    let [ours, rules] = [0, 0]
    fc.assert(
      fc.property(answers, (all) => {
        ours += count(all, (measure) => nextQuestions(columnOf(measure)))
        rules += count(all, (measure) => columnOf(measure).conclusion.asks)
      }),
      { numRuns: 14, seed: 7 },
    )
    process.stdout.write(
      `interview: ${ours} questions against ${rules} in the order of the rules\n`,
    )
    expect(ours).toBeLessThan(rules)
  })
})

const plain = ({ facts }: MeasureFacts): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]))

/** An answer that helps nobody, where the measure of the example has none. */
const fallback = (id: FactId): unknown =>
  ({ knowledge: 'none', stepsTaken: 'none', link: 'none', adoption: 'silent' })[id as string] ??
  'none'

/** The answers to a question that are a list. */
function answersOf(id: FactId): readonly unknown[] {
  const fact = getFact(id)
  return fact.type === 'day' || fact.type === 'words' ? [] : samples(id).slice(1)
}
