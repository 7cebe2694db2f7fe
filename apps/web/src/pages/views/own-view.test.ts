import { parseView } from '@entente/law'
import { describe, expect, it } from 'vitest'
import { filledView, viewOf, wrongInView, type FilledView } from './own-view.ts'

const CEDAR = { code: 'XC', name: 'Cedar', kind: 'state' } as const
const empty = filledView(undefined, '2026-11-26')
const saying = (part: Partial<FilledView['readings']['sovereignty']>): FilledView => ({
  ...empty,
  readings: { ...empty.readings, sovereignty: { ...empty.readings.sovereignty, ...part } },
})
const rule = saying({
  value: 'rule',
  says: ' Sovereignty is a rule. ',
  source: 'none',
  pinpoint: 'para. 1',
  on: '2025-03-11',
})

describe('a nation’s own view as it is filled in', () => {
  it('is taken by the law as it was meant, and comes back the same', () => {
    const view = parseView(viewOf(rule, CEDAR))
    expect(view.readings.sovereignty).toMatchObject({
      value: 'rule',
      says: 'Sovereignty is a rule.',
      source: 'none',
      pinpoint: 'para. 1',
      on: '2025-03-11',
    })
    expect(viewOf(filledView(view, '2020-01-01'), CEDAR)).toEqual(viewOf(rule, CEDAR))
  })

  it('says nothing on what was left alone: nothing is guessed', () => {
    expect(viewOf(empty, CEDAR)).toEqual({
      holder: CEDAR,
      asOf: '2026-11-26',
      documents: [],
      readings: {},
    })
    expect(wrongInView(empty).size).toBe(0)
  })

  it('has no reading without its words and its source', () => {
    expect([...wrongInView(saying({ value: 'rule', says: ' ' }))]).toEqual([
      ['sovereignty.says', 'measure.error.prose'],
      ['sovereignty.source', 'views.error.source'],
    ])
  })

  it('names a paper whole, or says where it is not', () => {
    const documents = [{ title: '', date: '2025', url: '' }]
    expect([...wrongInView({ ...empty, documents, asOf: '' }).keys()]).toEqual([
      'asOf',
      'document.0.title',
      'document.0.url',
    ])
  })
})
