import { describe, expect, it } from 'vitest'
import type { MeasureFacts, RecordedFacts } from '../src/measure.ts'
import { weighingOf } from '../src/weighed.ts'
import { everythingMet } from './example.ts'

const fact = <const V>(value: V, ...evidence: string[]) => ({ value, assertedBy: 'XA', evidence })
const WHOLE: RecordedFacts = {
  injuryWeight: fact('high', 'report 4 of the operator'),
  measuresWeight: fact('medium', 'plan, annex 2'),
  spillOver: fact('low'),
  measuresCounted: fact('all'),
}

/** The example with nothing weighed in it but what is said here, nation by nation. */
function weighed(nations: Readonly<Record<string, RecordedFacts>>, kind = 'countermeasure') {
  const {
    injuryWeight: _i,
    measuresWeight: _m,
    spillOver: _s,
    measuresCounted: _c,
    ...facts
  } = everythingMet.facts
  const measure = {
    ...everythingMet,
    facts: { ...facts, kind: fact(kind) },
    nations: Object.entries(nations).map(([code, own]) => ({ code, name: code, facts: own })),
  } as MeasureFacts
  return weighingOf(measure, Object.keys(nations))
}
const notes = (nations: Readonly<Record<string, RecordedFacts>>) =>
  weighed(nations)!.notes.map(({ code, nations: whose }) => `${code} ${whose.join(' ')}`)

describe('proportionality as people judged it', () => {
  it('stands side by side, with the grounds that each gave, and nothing is computed of it', () => {
    const { judgements, notes: none } = weighed({ XA: WHOLE, XB: WHOLE })!
    expect(judgements.map(({ nation }) => nation)).toEqual(['XA', 'XB'])
    expect(judgements[0]!.facts).toEqual(WHOLE)
    expect(none).toEqual([])
  })
  it.each([
    ['injury-missing', 'injuryWeight'],
    ['measures-missing', 'measuresWeight'],
    ['risk-missing', 'spillOver'],
    ['counted-missing', 'measuresCounted'],
  ] as const)('says whose judgement lacks something: %s', (code, id) => {
    const { [id]: _, ...rest } = WHOLE
    expect(notes({ XA: WHOLE, XB: rest })).toEqual([`${code} XB`])
  })
  it('asks for the grounds of each weight', () => {
    expect(notes({ XA: { ...WHOLE, injuryWeight: fact('high') }, XB: WHOLE })).toEqual([
      'grounds-missing XA',
    ])
    expect(notes({ XA: { ...WHOLE, measuresWeight: fact('medium') }, XB: WHOLE })).toEqual([
      'grounds-missing XA',
    ])
  })
  it('says who weighs the very same measures otherwise', () => {
    const other = { ...WHOLE, measuresWeight: fact('very-high', 'annex 3') }
    expect(notes({ XA: WHOLE, XB: other, XC: WHOLE })).toEqual(['measures-differ XA XB XC'])
    expect(notes({ XA: WHOLE, XB: { ...WHOLE, spillOver: fact('medium') } })).toEqual([
      'risk-differs XA XB',
    ])
  })
  it('lets each nation’s injury be its own', () => {
    expect(notes({ XA: WHOLE, XB: { ...WHOLE, injuryWeight: fact('medium', 'report') } })).toEqual(
      [],
    )
  })
  it('says who counted its own alone, and only where others take part', () => {
    const own = { ...WHOLE, measuresCounted: fact('own-only') }
    expect(notes({ XA: own, XB: WHOLE })).toEqual(['own-only XA', 'counted-differs XA XB'])
    expect(notes({ XA: own })).toEqual([])
  })
  it('is asked of a countermeasure alone', () => {
    expect(weighed({ XA: {} }, 'retorsion')).toBeUndefined()
    // A measure of which no kind is stated is held to the most, and proportionality is asked of it too.
    const { kind: _, ...unstated } = everythingMet.facts
    expect(weighingOf({ ...everythingMet, facts: unstated }, ['XA'])?.judgements).toHaveLength(1)
  })
})
