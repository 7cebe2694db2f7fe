import { assess, blankView, VIEWS } from '@entente/law'
import { describe, expect, it } from 'vitest'
import { at, charterOf, cutOf, propose, type Strands } from '../test/case.ts'
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
    const signed = views.flatMap(({ view }) => view ?? [])
    const own = assess(measure, [...signed, blankView(holder, measure.asOf)], VIEWS)
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

  describe('as of a day', () => {
    const signedOn = (day: string, viewOn: string, value: string) => {
      const { act } = assessedBy('XA', 'alder')
      const view = structuredClone(act['view']) as {
        asOf: string
        readings: Record<string, { value: string }>
      }
      view.asOf = viewOn
      view.readings['sovereignty']!.value = value
      return { act: { ...act, view, claimedAt: `${day}T12:00:00Z` } }
    }
    const twice = cut({
      XA: [
        signedOn('2026-11-25', '2026-05-02', 'rule'),
        signedOn('2026-12-10', '2026-12-01', 'principle'),
      ],
    })
    const on = (asOf?: string, of = twice) => {
      const found = caseAssessment(charter, of, {
        ...asked,
        ...(asOf === undefined ? {} : { asOf }),
      })!
      const [column] = found.assessment.columns
      return {
        reading: column!.view.readings.sovereignty.value,
        basis: found.bases['XA'],
        later: found.later['XA'] ?? [],
        day: found.facts.lawOn,
      }
    }
    it('has the view that was signed last on that day; the old one stays', () => {
      expect(on('2026-12-09')).toMatchObject({ reading: 'rule', basis: 'signed' })
      expect(on('2026-12-10')).toMatchObject({ reading: 'principle', basis: 'signed', later: [] })
    })
    it('has none where none was signed yet, and names the acts that came later', () => {
      expect(on('2026-11-24')).toEqual({
        reading: 'unknown',
        basis: 'none',
        later: [
          { on: '2026-11-25', act: at('XA', 0) },
          { on: '2026-12-10', act: at('XA', 1) },
        ],
        day: '2026-11-24',
      })
    })
    it('is as of the latest day on record, unless another is asked for', () => {
      expect(on()).toEqual({ ...on('2026-12-10'), day: '2026-12-10' })
    })
    it('never uses a view before the day that it bears itself', () => {
      const ahead = cut({ XA: [signedOn('2026-11-25', '2026-12-01', 'rule')] })
      expect(on('2026-11-30', ahead)).toMatchObject({
        reading: 'unknown',
        later: [{ on: '2026-12-01' }],
      })
      expect(on(undefined, ahead)).toMatchObject({ reading: 'rule', day: '2026-12-01' })
    })
    it('answers before a second view was signed as if it had never been, and names it alone', () => {
      const once = cut({ XA: [signedOn('2026-11-25', '2026-05-02', 'rule')] })
      const asOf = '2026-11-30'
      const [was, is] = [once, twice].map((of) => {
        const { assessment } = caseAssessment(charter, of, { ...asked, asOf })!
        return canonical(assessment.columns.map(({ trace, conclusion }) => ({ trace, conclusion })))
      })
      expect(is).toBe(was)
    })
    it('judges a member by what it had published on that day, and by nothing before', () => {
      const members = { FR: 40, GB: 35 }
      const published = charterOf({ members, steps: { measure: { rule: 'express-unanimity' } } })
      const put = cutOf(published, { CO: [putMeasure] })
      const found = caseAssessment(published, put, { ...asked, asOf: '2018-12-31' })!
      expect(found.bases).toEqual({ FR: 'none', GB: 'published' })
      expect(found.later['FR']).toContainEqual({
        on: '2019-09-09',
        title: 'International law applied to operations in cyberspace (Ministry of the Armies)',
      })
      expect(found.later['GB']!.map(({ on: later }) => later)).toContain('2022-05-19')
    })
  })
})
