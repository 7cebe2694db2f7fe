import { describe, expect, it } from 'vitest'
import type { MeasureView, NationView } from '../../../../node/src/api.ts'
import { deedsOf } from './deeds-of.ts'
import { stepsOf } from './steps.ts'

const ACT = `sha256:${'a'.repeat(64)}` as MeasureView['version']
const ASSESSED = {
  act: ACT,
  asOf: '2026-11-20',
  lawBase: 'entente-law-1',
  outcome: 'satisfied',
  word: 'Concurs.',
} as const

const measureWith = (part: Partial<MeasureView> = {}): MeasureView => ({
  step: 'measure-1',
  version: ACT,
  number: 1,
  title: 'Suspension of an arrangement',
  exercise: true,
  rule: 'express-unanimity',
  standing: 'open',
  inForce: false,
  gate: { open: false, reasons: [] },
  adopted: [],
  terms: { kind: 'countermeasure', against: { code: 'XH', name: 'Hawthorn' }, asOf: '2026-11-24' },
  calls: [{ act: ACT, party: 'XA', to: 'Hawthorn', on: '2026-11-02' } as never],
  notices: [],
  nations: [],
  review: { isOver: false, today: '2026-11-26' },
  ...part,
})
const nationWith = (part: Partial<NationView> = {}): NationView => ({
  party: 'XA' as NationView['party'],
  name: 'Alder',
  stage: 'barred',
  reasons: [],
  voice: 'complies',
  assessment: ASSESSED,
  restsOn: [],
  ...part,
})

describe('what awaits a nation in a measure', () => {
  it('is to call, to notify, to assess and to speak, before it may begin', () => {
    const reasons = [{ code: 'no-call' as const }, { code: 'no-notice' as const }]
    const nation = nationWith({ voice: 'silent', reasons })
    const { assessment: _none, ...unassessed } = nation
    expect(deedsOf(measureWith({ calls: [] }), unassessed).due).toEqual([
      'call',
      'notice',
      'assess',
      'voices',
    ])
  })
  it('is no call and no notice where the measure is barred for want of neither', () => {
    expect(deedsOf(measureWith({ calls: [] }), nationWith()).due).toEqual([])
  })
  it('is nothing where all is said and only others are awaited', () => {
    expect(deedsOf(measureWith(), nationWith()).due).toEqual([])
  })
  it('is to say that it begins, and never before it may', () => {
    const begins = (stage: NationView['stage']) =>
      deedsOf(measureWith(), nationWith({ stage })).due.includes('start')
    expect(begins('may-start')).toBe(true)
    expect(begins('barred')).toBe(false)
  })
  it('is to end for good where the wrong has ceased, before anything else', () => {
    const reasons = [{ code: 'act-ceased' as const, act: ACT }]
    const nation = nationWith({ stage: 'suspended', start: ACT, reasons })
    expect(deedsOf(measureWith(), nation).due[0]).toBe('terminate')
  })
  it('is nothing at all once its part has ended', () => {
    const nation = nationWith({ stage: 'terminated', start: ACT })
    expect(deedsOf(measureWith(), nation)).toEqual({ due: [], possible: [] })
  })
  it('leaves to who has no part only to declare what anybody may', () => {
    const open = measureWith({ gate: { open: true, reasons: [] } })
    expect(deedsOf(open, undefined)).toEqual({ due: ['declare'], possible: [] })
    expect(deedsOf(measureWith(), undefined)).toEqual({ due: [], possible: [] })
  })
})

describe('the way of a nation through a measure', () => {
  const stateOf = (name: string, nation: NationView) =>
    stepsOf(measureWith(), nation, []).find((step) => step.name === name)

  it('rests on another nation’s call where it made none, and says whose', () => {
    const birch = nationWith({ party: 'XB' as NationView['party'], name: 'Birch' })
    expect(stateOf('call', birch)).toMatchObject({ state: 'done', by: 'XA' })
    expect(stateOf('call', nationWith())).not.toHaveProperty('by')
  })
  it('misses a notice on which it rests, and none that nobody asks for', () => {
    const rests = (holds: boolean) => nationWith({ restsOn: [{ what: 'notice', holds }] })
    expect(stateOf('notice', rests(false))).toEqual({ name: 'notice', state: 'missing' })
    expect(stateOf('notice', rests(true))).toEqual({ name: 'notice', state: 'none' })
    expect(stateOf('notice', nationWith())).toEqual({ name: 'notice', state: 'none' })
  })
  it('has lost an adoption that no longer holds, and misses one that never was', () => {
    const adoption = { what: 'adoption', holds: false } as const
    expect(stateOf('adopted', nationWith({ restsOn: [adoption] }))?.state).toBe('missing')
    expect(stateOf('adopted', nationWith({ restsOn: [{ ...adoption, act: ACT }] }))?.state).toBe(
      'lost',
    )
  })
})
