import { describe, expect, it } from 'vitest'
import { NORMS, RULES } from '../src/countermeasure.ts'
import { type Facts, isFactId } from '../src/fact.ts'
import type { Finding, Value } from '../src/finding.ts'
import { recordedFor, valuesOf } from '../src/measure.ts'
import { type Compound, type Norm, raisedBy, type Rule } from '../src/rule.ts'
import { isAsked, traceOf } from '../src/trace.ts'
import type { View } from '../src/view.ts'
import { findingOf } from './every-answer.ts'
import { alder, everythingMet } from './example.ts'
import { citedBy } from './situation/bibliography.ts'
import { RAISED } from './situation/raised.ts'
import { SITUATIONS } from './situation/situations.ts'
import { type Where, type Whole, WHOLES } from './situation/wholes.ts'

// A rule is negated in its test, in what makes its question arise, and as a part of what it is put into. Each
// of these mutants must be killed by a situation that was written by hand.

const NEGATED: Readonly<Record<Value, Value>> = {
  satisfied: 'not-satisfied',
  'not-satisfied': 'satisfied',
  disputed: 'disputed',
  unknown: 'unknown',
}
const negated = (finding: Finding): Finding => ({ ...finding, value: NEGATED[finding.value] })

type Mutant<N> = readonly [what: string, norm: N]

const raisable = NORMS.filter((norm) => norm.arises)

/** The question negated, put always, never, and blind to each fact on which it hangs. */
function raisedMutants(norm: Norm): readonly Mutant<Norm>[] {
  const arises = norm.arises!
  const as = (what: string, mutant: (facts: Facts) => boolean) =>
    [`${norm.id}: arises ${what}`, { ...norm, arises: mutant }] as const
  return [
    as('negated', (facts) => !arises(facts)),
    as('always', () => true),
    as('never', () => false),
    ...[...raisedBy(norm)].map((id) =>
      as(`blind to ${id}`, (facts) => arises({ ...facts, [id]: undefined })),
    ),
  ]
}

const isPut = (norm: Norm, facts: Facts): boolean => norm.arises?.(facts) !== false

describe('when a question arises', () => {
  it.each(raisable.map((norm) => [norm.id, norm] as const))('%s', (id, norm) => {
    for (const [says, source, facts, arises] of RAISED[id] ?? []) {
      expect([says, isPut(norm, facts)]).toEqual([says, arises])
      expect(
        citedBy(source).some(({ is }) => is === 'invented'),
        source,
      ).toBe(false)
      // As it stands in a trace: a question that does not arise is kept there and not asked.
      if (!arises) expect(isAsked(traceOf(norm, facts, alder))).toBe(false)
      for (const fact of Object.keys(facts)) expect(isFactId(fact)).toBe(true)
    }
  })
  it('is written down for every provision that does not always ask, and for no other', () => {
    expect(Object.keys(RAISED).toSorted()).toEqual(raisable.map(({ id }) => id).toSorted())
  })
})

const FAVOURABLE: Facts = valuesOf(recordedFor(everythingMet, 'XA'))

type Situation = { readonly facts: Facts; readonly view: View; readonly value: Where[2] }

function situationsOf({ apart, facts, value, where }: Whole): readonly (Situation & {
  readonly says: string
})[] {
  const base = { ...(apart ? {} : FAVOURABLE), ...facts }
  return [
    { says: 'as it stands', facts: base, view: alder, value },
    ...where.map(([says, other, comesTo, reading]) => ({
      says,
      facts: { ...base, ...other },
      view: reading ? withReading(...reading) : alder,
      value: comesTo,
    })),
  ]
}

function withReading(issue: string, value: string): View {
  const reading = { value, says: 'ours', source: 'none', basis: 'none', reliability: 'none' }
  return { ...alder, readings: { ...alder.readings, [issue]: reading } }
}

function valueOf(norm: Norm, { facts, view }: Pick<Situation, 'facts' | 'view'>): Where[2] {
  const trace = traceOf(norm, facts, view)
  return isAsked(trace) ? trace.finding.value : 'not-asked'
}

const compounds = NORMS.filter((norm): norm is Compound => norm.kind !== 'rule')

/** A part that answers as it does, negated; the view was laid over it before. */
function negatedPart(part: Norm, view: View): Rule {
  const found = (facts: Facts) => traceOf(part, facts, view)
  return {
    kind: 'rule',
    id: part.id,
    source: part.source,
    question: part.question,
    authorities: [],
    facts: [],
    disputes: [],
    arises: (facts) => isAsked(found(facts)),
    test: (facts) => {
      const trace = found(facts)
      if (!isAsked(trace)) throw new TypeError('expected a question that arises')
      return negated(trace.finding)
    },
  }
}

/** Mutants of a whole as a function of the view, since a part is negated after the view was laid over it. */
function wholeMutants(whole: Compound): readonly Mutant<(view: View) => Norm>[] {
  const withPart = (at: number, parts: readonly Norm[]): Norm => ({
    ...whole,
    parts: whole.parts.toSpliced(at, 1, ...parts),
  })
  const turned = whole.kind === 'all' ? 'any' : 'all'
  return [
    [`${whole.id}: ${turned} in the place of ${whole.kind}`, () => ({ ...whole, kind: turned })],
    ...whole.parts.flatMap((part, at) => {
      const { arises } = part
      const name = `${whole.id}: ${part.id}`
      return [
        [`${name} negated`, (view: View) => withPart(at, [negatedPart(part, view)])],
        [`${name} left out`, () => withPart(at, [])],
        ...(arises
          ? [
              [
                `${name} asked where it does not arise`,
                () => withPart(at, [{ ...part, arises: (facts: Facts) => !arises(facts) }]),
              ] as const,
            ]
          : []),
      ] as const
    }),
  ]
}

/** What no situation can show, as other provisions always come to the same or worse; each by hand, with why. */
const IMPLIED: Readonly<Record<string, string>> = {
  'arsiwa-22: arsiwa-43 left out':
    'without a day of the call 52(1)(a) is not met either, and without demands 49(1) is not',
  'arsiwa-2-a: arsiwa-7 left out': 'who acts in that capacity is attributed under 4 or 5 already',
  'arsiwa-20-25: any in the place of all':
    'one fact names what is invoked: no two are asked at once',
  'title-without-injury: arsiwa-48 left out': '54 asks as well whether it is owed to more than one',
  'unfriendly-act: council-10289-23 left out': 'once asked it is met: it only names a category',
}

describe('how provisions are put together', () => {
  it.each(Object.entries(WHOLES))('%s', (id, whole) => {
    const norm = compounds.find((each) => each.id === id)!
    expect(
      citedBy(whole.source).some(({ is }) => is === 'invented'),
      whole.source,
    ).toBe(false)
    for (const { says, value, ...situation } of situationsOf(whole))
      expect([says, valueOf(norm, situation)]).toEqual([says, value])
  })
  it('has situations of every whole', () => {
    expect(Object.keys(WHOLES).toSorted()).toEqual(compounds.map(({ id }) => id).toSorted())
  })
})

const isWholeKilled = (id: string, mutant: (view: View) => Norm): boolean =>
  situationsOf(WHOLES[id]!).some(
    ({ value, ...situation }) => valueOf(mutant(situation.view), situation) !== value,
  )

describe('a negating mutant', () => {
  it('of every test, question and part is killed by a situation', () => {
    const tested = RULES.map((rule) => {
      const mutant = { ...rule, test: (facts: Facts) => negated(rule.test(facts)) }
      const isKilled = (SITUATIONS[rule.id] ?? []).some(
        ([, , facts, value, reading]) => findingOf(mutant, facts, reading).value !== value,
      )
      return [`${rule.id}: test negated`, isKilled] as const
    })
    const questions = raisable.flatMap((norm) =>
      raisedMutants(norm).map(
        ([what, mutant]) =>
          [
            what,
            (RAISED[norm.id] ?? []).some(([, , facts, arises]) => isPut(mutant, facts) !== arises),
          ] as const,
      ),
    )
    const parts = compounds.flatMap((whole) =>
      wholeMutants(whole).map(([what, mutant]) => [what, isWholeKilled(whole.id, mutant)] as const),
    )
    const alive = [...tested, ...questions, ...parts].flatMap(([what, isKilled]) =>
      isKilled ? [] : [what],
    )
    process.stdout.write(
      `negating mutants: ${tested.length} tests, ${questions.length} of questions that arise, ${parts.length} of parts and wholes; ${alive.length} alive, each implied by others\n`,
    )
    expect(alive).toEqual(Object.keys(IMPLIED))
  })
})
