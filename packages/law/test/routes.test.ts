import { describe, expect, it } from 'vitest'
import { compareForms, FORMS, type FormOutcome, routes } from '../src/forms.ts'
import type { MeasureFacts } from '../src/measure.ts'
import { VIEWS } from '../src/views/views.ts'
import { alder, everythingMet, withFacts } from './example.ts'

/** The place of each form, as it is told: `1 coordinated, 1 independent, 3 joint`. */
const places = (measure: MeasureFacts, code: string) =>
  routes(outcomes(measure, code))
    .map(({ place, form }) => `${place} ${form}`)
    .join(', ')
const viewOf = (code: string) => VIEWS.find(({ holder }) => holder.code === code)!
const first = (found: readonly FormOutcome[]) =>
  routes(found)
    .filter(({ place }) => place === 1)
    .map(({ form }) => form)
const outcomes = (measure: MeasureFacts, code: string) => compareForms(measure, viewOf(code))
const valuesOf = (found: readonly FormOutcome[]) =>
  Object.fromEntries(found.map(({ form, value }) => [form, value]))

describe('the forms of acting together, compared', () => {
  it('are five, each with what it comes to on the same facts', () => {
    expect(compareForms(everythingMet, alder).map(({ form }) => form)).toEqual(FORMS)
  })
  it('stand in a defined order, and forms between which nothing decides stand together', () => {
    const of = (form: FormOutcome['form'], value: FormOutcome['value'], ...disputes: string[]) => ({
      form,
      value,
      disputes,
    })
    const found = [
      of('coordinated', 'satisfied', 'p'),
      of('independent', 'satisfied', 'q'),
      of('joint', 'not-satisfied'),
      of('assistance', 'disputed', 'p', 'q'),
      of('on-behalf', 'disputed', 'p'),
    ]
    expect(routes(found).map(({ form, place }) => [place, form])).toEqual([
      [1, 'coordinated'],
      [1, 'independent'],
      [3, 'on-behalf'],
      [4, 'assistance'],
      [5, 'joint'],
    ])
    expect(first(found)).toEqual(['coordinated', 'independent'])
    expect(first([])).toEqual([])
  })
  it('tie for an injured nation that decides alone: independent, and independent but coordinated', () => {
    expect(first(compareForms(everythingMet, alder))).toEqual(['coordinated', 'independent'])
  })
})

// Three of the disputes that the notes say must be shown (README, section 6), each worked through.
describe('three disputes worked through', () => {
  const facts = withFacts(everythingMet, {
    coercion: 'none',
    scaleOfForce: 'minor',
    fromTerritory: false,
  })
  it('1, sovereignty as rule or principle: the route is open under FR and closed under GB', () => {
    // Only a loss of functionality grounds the breach here: coercion, force and territory are denied.
    expect(valuesOf(outcomes(facts, 'GB'))).toMatchObject({
      coordinated: 'not-satisfied',
      independent: 'not-satisfied',
    })
    expect(first(outcomes(facts, 'FR'))).toEqual(['coordinated', 'independent'])
    expect(valuesOf(outcomes(facts, 'FR')).coordinated).toBe('satisfied')
  })
  // By hand. A joint measure asks whether all are entitled and help for others asks for a request: nobody
  // said either, so both are behind what is met. Whose view denies a form has it last.
  it.each([
    ['FR', '1 coordinated, 1 independent, 3 joint, 4 assistance, 4 on-behalf'],
    ['GB', '1 coordinated, 1 independent, 1 joint, 4 assistance, 4 on-behalf'],
    ['EE', '1 coordinated, 1 independent, 3 joint, 4 assistance, 4 on-behalf'],
    ['CA', '1 coordinated, 1 independent, 3 joint, 4 assistance, 5 on-behalf'],
  ])('1, place by place under %s', (code, told) => {
    expect(places(facts, code)).toBe(told)
  })
  const silent = withFacts(everythingMet, { negotiationOffered: false, urgency: 'none' })
  it('8, prior demand and notice: without notice GB goes on and FR has to give it first', () => {
    // Coercion grounds the breach, which both accept, so that notice alone is between them.
    expect(valuesOf(outcomes(silent, 'GB')).coordinated).toBe('satisfied')
    expect(valuesOf(outcomes(silent, 'FR')).coordinated).toBe('not-satisfied')
  })
  // By hand. Help is no measure of one's own and needs no notice of one's own: where notice is missing it
  // is closed by nothing but the missing request. Four forms tie where each is closed, by as many disputes.
  it.each([
    ['FR', '1 coordinated, 1 independent, 1 joint, 1 assistance, 5 on-behalf'],
    ['GB', '1 coordinated, 1 independent, 3 joint, 3 assistance, 5 on-behalf'],
    ['EE', '1 assistance, 2 coordinated, 2 independent, 2 joint, 5 on-behalf'],
    ['CA', '1 coordinated, 1 independent, 3 joint, 3 assistance, 5 on-behalf'],
  ])('8, place by place under %s', (code, told) => {
    expect(places(silent, code)).toBe(told)
  })
  const helping = withFacts(everythingMet, {
    injury: 'none',
    request: 'covers-this',
    assistedMeasure: 'met',
    ownObligation: 'kept',
  })
  it('9, acting for others: assistance is open to EE and CA, disputed for GB, closed to FR', () => {
    expect(valuesOf(outcomes(helping, 'EE')).assistance).toBe('satisfied')
    expect(valuesOf(outcomes(helping, 'CA')).assistance).toBe('satisfied')
    expect(valuesOf(outcomes(helping, 'GB')).assistance).toBe('disputed')
    expect(valuesOf(outcomes(helping, 'FR')).assistance).toBe('not-satisfied')
    expect(valuesOf(outcomes(helping, 'EE'))['on-behalf']).toBe('satisfied')
    expect(valuesOf(outcomes(helping, 'CA'))['on-behalf']).toBe('not-satisfied')
  })
  // By hand. FR denies every title without injury, so all five tie; GB leaves each open, so four tie before
  // the one that asks whether all are entitled; EE may help and act on request; CA may help, and no more.
  it.each([
    ['FR', '1 coordinated, 1 independent, 1 joint, 1 assistance, 1 on-behalf'],
    ['GB', '1 coordinated, 1 independent, 1 assistance, 1 on-behalf, 5 joint'],
    ['EE', '1 assistance, 1 on-behalf, 3 coordinated, 3 independent, 5 joint'],
    ['CA', '1 assistance, 2 coordinated, 2 independent, 2 joint, 2 on-behalf'],
  ])('9, place by place under %s', (code, told) => {
    expect(places(helping, code)).toBe(told)
  })
})
