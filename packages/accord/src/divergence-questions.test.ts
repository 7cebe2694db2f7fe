import { describe, expect, it } from 'vitest'
import { at, charterOf, comply, cutOf, propose, withdraw, type Drafted } from '../test/case.ts'
import { putMeasure } from '../test/measure.ts'
import { divergence } from './divergence.ts'
import type { QuestionRow } from './divergence-questions.ts'

const charter = charterOf()
const V = at('CO', 0)
const scaled = (value: string) => ({ scale: 'icd-203-likelihood', version: '2015', value })
const attribute = (whom: string, likelihood = 'likely', level = 'actor'): Drafted => ({
  act: {
    kind: 'attribute',
    level,
    whom,
    likelihood: scaled(likelihood),
    confidence: scaled('moderate'),
    evidence: [],
  },
})
const objective = (goal: string, more: Record<string, unknown> = {}): Drafted => ({
  act: { kind: 'objective', goal, title: 'The modems work again', aims: 'As before.', ...more },
})
const FACT = 'coercion'
const assess = (value: unknown, on = V): Drafted => ({
  act: { kind: 'assess', on, facts: { [FACT]: { value, grade: 'A1' } } },
})
const putWith = (value: unknown): Drafted => ({
  act: {
    ...putMeasure.act,
    measure: {
      kind: 'countermeasure',
      against: { code: 'XH', name: 'Hawthorn' },
      asOf: '2026-11-24',
      facts: { [FACT]: { value } },
    },
  },
})
const onlyOf = <About extends QuestionRow['about']>(
  about: About,
  strands: Readonly<Record<string, readonly Drafted[]>>,
) =>
  divergence(charter, cutOf(charter, strands), []).questions.filter(
    (row): row is Extract<QuestionRow, { about: About }> => row.about === about,
  )

describe('the open questions of a case beside its clauses and rules', () => {
  it('has a row for each hypothesis, never merged, with each nation’s last word', () => {
    const rows = onlyOf('hypothesis', {
      XA: [attribute('Rust Heron'), attribute('Rust Heron', 'very likely')],
      XB: [attribute('Rust Heron', 'very likely')],
      XC: [attribute('Hawthorn', 'likely', 'state'), attribute('Rust Heron', 'very likely')],
    })
    expect(rows.map(({ level, whom, differs }) => [level, whom, differs])).toEqual([
      ['actor', 'Rust Heron', false],
      ['state', 'Hawthorn', false],
    ])
    expect(rows[0]?.cells).toMatchObject({
      XA: { act: at('XA', 1), likelihood: scaled('very likely') },
      XB: { act: at('XB', 0) },
    })
    expect(Object.keys(rows[0]?.cells ?? {})).toEqual(['XA', 'XB', 'XC'])
  })
  it('differs where ratings do, or where another is named at the same level', () => {
    const differs = (...cedar: Drafted[]) =>
      onlyOf('hypothesis', { XA: [attribute('Rust Heron')], XC: cedar }).map((row) => row.differs)
    expect(differs(attribute('Rust Heron', 'unlikely'))).toEqual([true])
    expect(differs(attribute('Grey Kite'))).toEqual([true, true])
    expect(differs(attribute('Hawthorn', 'likely', 'state'))).toEqual([false, false])
  })
  it('does not differ where all who attribute say the same, and whoever says nothing differs from nobody', () => {
    const [row] = onlyOf('hypothesis', {
      XA: [attribute('Rust Heron')],
      XB: [attribute('Rust Heron')],
    })
    expect(row?.differs).toBe(false)
  })
  it('shows facts of a measure on which two values are asserted, and no others', () => {
    const strands = (cedar: string) => ({
      CO: [putWith('pressures')],
      XA: [assess('pressures')],
      XC: [assess(cedar)],
    })
    expect(onlyOf('fact', strands('pressures'))).toEqual([])
    expect(onlyOf('fact', strands('persuades'))).toEqual([
      {
        about: 'fact',
        step: 'measure-1',
        fact: FACT,
        differs: true,
        cells: {
          CO: { act: V, value: 'pressures' },
          XA: { act: at('XA', 0), value: 'pressures', grade: 'A1' },
          XC: { act: at('XC', 0), value: 'persuades', grade: 'A1' },
        },
      },
    ])
  })
  it('asks what facts are of the current version only', () => {
    expect(
      onlyOf('fact', {
        CO: [putWith('pressures'), putWith('persuades')],
        XA: [assess('pressures')],
        XB: [assess('persuades', at('CO', 1))],
      }),
    ).toEqual([])
  })
  it('puts goals of one name side by side, with red lines, days and what stays at home', () => {
    const [row, ...others] = onlyOf('goal', {
      XA: [
        objective('repair', { redLines: 'No force.' }),
        objective('repair', { dueOn: '2026-12-01' }),
      ],
      XB: [objective('repair', { reported: { is: 'reached', on: '2026-11-20' } })],
      XC: [objective('evidence', { sealed: [{ name: 'redLines', digest: 'x', to: [] }] })],
    })
    expect(row).toMatchObject({ goal: 'repair', differs: true })
    expect(row?.cells).toEqual({
      XA: { act: at('XA', 1), title: 'The modems work again', dueOn: '2026-12-01', is: 'pursued' },
      XB: { act: at('XB', 0), title: 'The modems work again', is: 'reached' },
    })
    expect(others).toMatchObject([
      { goal: 'evidence', differs: false, cells: { XC: { sealed: true } } },
    ])
  })
  it('says until when each binds itself, and when instructions are expected', () => {
    const awaits = comply(V, 'awaits-instructions')
    const [row] = onlyOf('timing', {
      CO: [propose()],
      XA: [comply(V, 'complies', 'complies', { until: 900 })],
      XB: [comply(V)],
      XC: [{ act: { ...awaits.act, expectedAt: 500 } }],
    })
    expect(row).toMatchObject({ step: 'position', number: 1, differs: true })
    expect(row?.cells).toEqual({
      XA: { act: at('XA', 0), says: 'until', at: 900 },
      XB: { act: at('XB', 0), says: 'without-end' },
      XC: { act: at('XC', 0), says: 'awaits-instructions', at: 500 },
    })
  })
  it('has no row of time where nobody’s voice ends, and none for who withdrew', () => {
    const said = { CO: [propose()], XA: [comply(V)], XB: [comply(V)] }
    expect(onlyOf('timing', said)).toEqual([])
    const [row] = onlyOf('timing', {
      ...said,
      XA: [comply(V, 'complies', 'complies', { until: 900 })],
      XB: [comply(V), withdraw(V)],
    })
    expect(Object.keys(row?.cells ?? {})).toEqual(['XA'])
  })
})

describe('what nations say of a text as a whole', () => {
  it('is their statements and interpretative statements, each with its axis and act', () => {
    const cut = cutOf(charter, {
      CO: [propose()],
      XA: [comply(V, 'complies-with-reservation', 'complies', { clause: null })],
      XB: [comply(V, 'complies-with-statement')],
      XC: [comply(V, 'complies-with-reservation')],
    })
    expect(divergence(charter, cut, []).texts[0]?.words).toEqual([
      { member: 'XA', act: at('XA', 0), axis: 'union', text: 'Not this.' },
      {
        member: 'XB',
        act: at('XB', 0),
        text: 'It is not obliged to apply it, and does not act against it.',
      },
    ])
  })
})
