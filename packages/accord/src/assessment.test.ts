import { assess, blankView, VIEWS } from '@entente/law'
import { describe, expect, it } from 'vitest'
import { charterOf, cutOf, propose, type Strands } from '../test/case.ts'
import { assessedBy, called, putMeasure, V } from '../test/measure.ts'
import { caseAssessment } from './assessment.ts'
import { canonical } from './canonical.ts'
import { measureFacts } from './facts.ts'

const charter = charterOf({ steps: { measure: { rule: 'express-unanimity' } } })
const cut = (strands: Strands) => cutOf(charter, { CO: [putMeasure], ...strands })
const asked = { version: V, published: VIEWS }
const both = cut({
  XA: [called, assessedBy('XA', 'alder')],
  XB: [assessedBy('XB', 'birch')],
})

describe('one measure of a case under the law', () => {
  it('is nothing where the version puts no measure', () => {
    expect(caseAssessment(charter, cutOf(charter, { CO: [propose()] }), asked)).toBeUndefined()
  })
  it('has a column for every member, each by its own view or by none', () => {
    const { assessment, bases } = caseAssessment(charter, both, asked)!
    expect(assessment.columns.map(({ holder }) => holder.code)).toEqual(['XA', 'XB', 'XC'])
    expect(bases).toEqual({ XA: 'signed', XB: 'signed', XC: 'none' })
  })
  it('answers what the law answers on the same facts and views', () => {
    const { measure, views } = measureFacts(charter, both, V)!
    const holder = { code: 'XC', name: 'XC', kind: 'state' } as const
    const own = assess(measure, [...views, blankView(holder, measure.asOf)], VIEWS)
    const found = caseAssessment(charter, both, asked)!.assessment
    expect(found.columns.map(({ conclusion }) => conclusion.value)).toEqual(
      own.columns.map(({ conclusion }) => conclusion.value),
    )
  })
  it('has published views among the holders of a dispute', () => {
    const { disputes } = caseAssessment(charter, both, asked)!.assessment
    const holders = disputes.flatMap(({ sides }) => sides.flatMap((side) => side.holders))
    expect(holders.map(({ code }) => code)).toEqual(expect.arrayContaining(['XB', 'GB']))
  })
  it('judges a member that signed no view by the one it published', () => {
    const members = { FR: 40, XB: 35 }
    const published = charterOf({ members, steps: { measure: { rule: 'express-unanimity' } } })
    const found = caseAssessment(published, cutOf(published, { CO: [putMeasure] }), asked)!
    expect(found.bases).toEqual({ FR: 'published', XB: 'none' })
    expect(found.assessment.columns[0]?.view.documents.length).toBeGreaterThan(0)
  })
  it('counts as a nation’s view none that it signed in another’s name', () => {
    const forged = cut({ XA: [called, assessedBy('XA', 'birch')] })
    expect(caseAssessment(charter, forged, asked)?.bases).toEqual({
      XA: 'none',
      XB: 'none',
      XC: 'none',
    })
  })
  it('can be asked as if all acted in another form', () => {
    const { facts } = caseAssessment(charter, both, { ...asked, form: 'joint' })!
    expect(facts.nations.map((nation) => nation.facts.form?.value)).toEqual([
      'joint',
      'joint',
      'joint',
    ])
  })
  it('is the same bytes whatever came first', () => {
    const turned = Object.fromEntries(Object.entries(both).toReversed()) as typeof both
    const bytes = (of: typeof both) => canonical(caseAssessment(charter, of, asked)!.facts)
    expect(bytes(turned)).toBe(bytes(both))
  })
})
