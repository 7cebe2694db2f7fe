import { describe, expect, it } from 'vitest'
import { charterOf, cutOf, type Strands } from '../test/case.ts'
import { assessedBy, called, putMeasure, V } from '../test/measure.ts'
import { divergence } from './divergence.ts'

const charter = charterOf({ steps: { measure: { rule: 'express-unanimity' } } })
const lawsIf = (strands: Strands) =>
  divergence(charter, cutOf(charter, { CO: [putMeasure], ...strands }), []).laws[0]!

describe('where nations differ on the law of a measure', () => {
  it('is nowhere before two have assessed it', () => {
    expect(lawsIf({})).toMatchObject({ version: V, assessed: [], rows: [], readings: [] })
    expect(lawsIf({}).awaited).toEqual(['XA', 'XB', 'XC'])
  })
  it('is where their answers differ, and what each signed that it holds', () => {
    const { rows, readings, assessed, rules } = lawsIf({
      XA: [called, assessedBy('XA', 'alder')],
      XB: [called, assessedBy('XB', 'birch')],
    })
    expect(assessed).toEqual(['XA', 'XB'])
    expect(rows.length).toBeLessThan(rules)
    for (const { cells } of rows) expect(Object.keys(cells)).toEqual(['XA', 'XB'])
    // As the two files in examples/quiet-modem/views have it.
    expect(readings).toContainEqual({
      issue: 'sovereignty',
      cells: { XA: 'rule', XB: 'principle' },
    })
    expect(readings).toContainEqual({
      issue: 'due-diligence',
      cells: { XA: 'binding', XB: 'voluntary' },
    })
    expect(readings.some(({ issue }) => issue === 'countermeasures')).toBe(false)
  })
  it('is not on an issue on which one has said nothing', () => {
    const { readings, bases } = lawsIf({
      XA: [called, assessedBy('XA', 'alder')],
      XB: [called, assessedBy('XB')],
    })
    expect(bases).toMatchObject({ XA: 'signed', XB: 'none' })
    expect(readings).toEqual([])
  })
})
