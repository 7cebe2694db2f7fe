import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { normFor, RULES } from '../src/countermeasure.ts'
import { FACT_GROUPS, type Facts } from '../src/fact.ts'
import { type Norm, type Rule, rulesOf } from '../src/rule.ts'
import { everyCase } from './every-answer.ts'
import { alder, everythingMet, withFacts } from './example.ts'

/** What whoever plans a measure can choose otherwise. */
const CHOSEN = { ...FACT_GROUPS.measure, ...FACT_GROUPS.procedure }
const CHOOSING = RULES.filter(({ facts }) => facts.every((id) => id in CHOSEN))

/** By hand: what stops a measure and is nobody's to mend, or is mended by the rule to which it is the exception. */
const NOTHING_TO_MEND: readonly string[] = [
  'arsiwa-52-1-a: the responsible State has complied',
  'arsiwa-52-2: it is not urgent',
  'arsiwa-52-4: it does so in good faith',
  'arsiwa-25: the obligation excludes the plea',
  'arsiwa-25: there is no such peril',
  'arsiwa-25: this nation contributed to the situation',
]

/** By hand, from the notes: who can do what about an answer that is not met, and where nothing is left to do. */
const CAN_DO: readonly (readonly [norm: string, facts: Facts, remedy: RegExp | undefined])[] = [
  ['nat-5', { allianceDecision: 'none' }, /^consult under Article 4/],
  // Who consults already is not told to.
  ['nat-5', { allianceDecision: 'consultation' }, undefined],
  ['teu-42-7', { mutualAssistance: 'none' }, /the member that was attacked invokes it/],
  ['tfeu-222', { solidarity: 'none' }, /political authorities .* invoke it/],
  ['tfeu-222', { solidarity: 'own-means' }, /means of the member and of the Union first/],
  ['cfsp-2019-797-6-1-unanimity', { councilUnanimous: false }, /abstention does not prevent/],
  ['eu-2019-796-13-2', { observationsOpen: false }, /observations/],
]

describe('what is not met of what others decide', () => {
  it.each(CAN_DO)('%s on %j: %s', (id, facts, remedy) => {
    const found = RULES.find((rule) => rule.id === id)!.test(facts)
    expect(found.value).toBe('not-satisfied')
    if (remedy === undefined) expect(found.remedy).toBeUndefined()
    else expect(found.remedy?.en).toMatch(remedy)
  })
})

describe('what is not met of a measure itself', () => {
  it('comes with what would mend it, in both languages, but where nothing would', () => {
    const without = new Set<string>()
    for (const rule of CHOOSING)
      for (const { value, because, remedy } of everyCase(rule).map((facts) => rule.test(facts))) {
        if (value !== 'not-satisfied') continue
        if (remedy === undefined) without.add(`${rule.id}: ${because?.en}`)
        else
          expect(
            [remedy.en, remedy.es].every((each) => /\S/.test(each)),
            rule.id,
          ).toBe(true)
      }
    expect([...without].toSorted()).toEqual(NOTHING_TO_MEND.toSorted())
  })
})

/** By hand: what already happened, that stops a countermeasure, and that neither the rule nor a whole above it can mend. */
const CANNOT_BE_MENDED: readonly string[] = [
  'arsiwa-26-27: the norm is not peremptory',
  'arsiwa-44-45: the claim was given up',
  'arsiwa-55: between members of the Union there are none',
]

const MENDED_ABOVE = new Map<Rule, boolean>()
const walk = (norm: Norm, isMended: boolean): void => {
  if (norm.kind === 'rule') return void MENDED_ABOVE.set(norm, isMended)
  for (const part of norm.parts) walk(part, isMended || norm.remedy !== undefined)
}
const COUNTERMEASURE = normFor({ kind: 'countermeasure' })!
walk(COUNTERMEASURE, false)

describe('what already happened and does not open a countermeasure', () => {
  it('comes with what remains, in the rule or in a whole above it, but where nothing does', () => {
    const without = new Set<string>()
    for (const rule of rulesOf(COUNTERMEASURE)) {
      if (CHOOSING.includes(rule) || MENDED_ABOVE.get(rule) === true) continue
      for (const { value, because, remedy } of everyCase(rule).map((facts) => rule.test(facts)))
        if (value === 'not-satisfied' && remedy === undefined)
          without.add(`${rule.id}: ${because?.en}`)
    }
    expect([...without].toSorted()).toEqual(CANNOT_BE_MENDED.toSorted())
  })
  it.each([
    [
      'no wrongful act (rules base E-01)',
      { obligationInForce: false, fromTerritory: false },
      'arsiwa-2',
      /retorsion, criminal proceedings, diplomacy and necessity/,
      /retorsión, el proceso penal, la diplomacia y el estado de necesidad/,
    ],
    [
      'no title (README, section 1)',
      { injury: 'none', obligation: 'bilateral', form: 'independent' },
      'title-own',
      /retorsion and sanctions, or help an injured State/,
      /retorsión y las sanciones, o ayudar a un Estado lesionado/,
    ],
  ])('is told with it: %s', (...[, facts, norm, en, es]) => {
    const [column] = assess(withFacts(everythingMet, facts), [alder]).columns
    expect(column!.conclusion.value).toBe('not-satisfied')
    const found = column!.conclusion.remedies.find((one) => one.norm === norm)
    expect(found?.remedy.en).toMatch(en)
    expect(found?.remedy.es).toMatch(es)
    const met = assess(everythingMet, [alder]).columns[0]!
    expect(met.conclusion.remedies).toEqual([])
  })
})
