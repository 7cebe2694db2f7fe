import { TERMS } from '@entente/lexicon'
import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  propose,
  record,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'
import { assessedBy, called, putMeasure } from '../test/measure.ts'
import { milestones } from './milestone.ts'

const charter = charterOf({
  steps: {
    situation: { rule: 'express-unanimity' },
    position: { rule: 'express-unanimity' },
    measure: { rule: 'express-unanimity' },
  },
})
const [S, P] = [at('CO', 0), at('CO', 2)]
const at2026 = (day: string, { act, ...rest }: Drafted): Drafted => ({
  ...rest,
  act: { ...act, claimedAt: `2026-${day}T06:00:00Z` },
})
const closings = (time: number) => ({
  CO: [time, time + 9],
  XA: [time, time + 9],
  XB: [time, time + 9],
  XC: [time, time + 9],
})

/** The situation is put on 24 February and adopted; the position is declared on 2 March. */
const story: Strands = {
  CO: [
    at2026('02-24', propose('situation', 'situation')),
    at2026('02-25', declare('adopted', S, { CO: 1, XA: 1, XB: 1, XC: 1 }, closings(1_000_000))),
    at2026('02-26', propose('position', 'position')),
    at2026(
      '03-02',
      declare('adopted', P, { CO: 3, XA: 2, XB: 2, XC: 2 }, closings(1_000_000 + 3 * 86_400)),
    ),
  ],
  XA: [comply(S), comply(P), record('evidence'), record('attribute')],
  XB: [comply(S), comply(P, 'complies', 'complies-with-reservation'), record('evidence')],
  XC: [comply(S), comply(P)],
}
const counted = (...cases: readonly Strands[]) => {
  const all = milestones(cases.map((strands) => ({ charter, cut: cutOf(charter, strands) })))
  const counts = all.flatMap((one) => one.counts)
  return (id: string) => counts.find((count) => count.id === id)
}

describe('the ten conclusions', () => {
  it('are ten, each with something that is counted or said not to be', () => {
    const all = milestones([])
    expect(all.map(({ conclusion }) => conclusion)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const { counts, title } of all) {
      expect(counts.length).toBeGreaterThan(0)
      expect(title.es).not.toBe(title.en)
      for (const { label, how } of counts) expect([label.es, how.es]).not.toContain('')
    }
  })
  it('count nothing where there is nothing, and say so instead of zero where it would mislead', () => {
    const of = counted()
    expect(of('days-claimed')).toMatchObject({ notCounted: { en: expect.stringContaining('not') } })
    expect(of('measures-assessed')).toHaveProperty('notCounted')
    expect(of('both-voices')).toHaveProperty('notCounted')
    expect(of('withdrawals')).toMatchObject({ value: 0 })
    expect(of('objectives')).toHaveProperty('notCounted')
  })
  it('count days to a position twice: as authors claim, and as witnesses saw', () => {
    const of = counted(story)
    // 24 February to 2 March 2026, at the same hour: 28 days has that February, so six days.
    expect(of('days-claimed')).toMatchObject({ value: 6, unit: 'days' })
    expect(of('days-witnessed')).toMatchObject({ value: 3, unit: 'days' })
  })
  it('count objectives as their nations report them, each by its last word', () => {
    const goal = (name: string, is?: string): Drafted => ({
      act: {
        kind: 'objective',
        goal: name,
        title: name,
        aims: 'So.',
        ...(is && { reported: { is, on: '2026-12-01' } }),
      },
    })
    const of = counted({
      XA: [goal('one'), goal('two', 'reached'), goal('one', 'reached')],
      XB: [goal('one'), goal('two', 'reached'), goal('two', 'given-up')],
    })
    expect(of('objectives')).toMatchObject({ value: 2, of: 4 })
  })
  it('take the median over cases', () => {
    const later: Strands = {
      ...story,
      CO: story['CO']!.map((one, place) => (place === 3 ? at2026('03-12', one) : one)),
    }
    expect(counted(story, later)('days-claimed')).toMatchObject({ value: 11 })
    expect(counted(story, later, later)('days-claimed')).toMatchObject({ value: 16 })
  })
  it('count texts in force, voices, evidence, attributions and reservations', () => {
    const of = counted(story)
    expect(of('positions-in-force')).toMatchObject({ value: 1, of: 1 })
    expect(of('texts-in-force')).toMatchObject({ value: 2, of: 2 })
    expect(of('both-voices')).toMatchObject({ value: 6, of: 6 })
    expect(of('attributing')).toMatchObject({ value: 1, of: 3 })
    expect(of('reservations')).toMatchObject({ value: 1 })
    // Both nations put the same object.
    expect(of('objects-shared')).toMatchObject({ value: 1 })
    expect(of('terms-agreed')).toMatchObject({ value: 0, of: TERMS.length })
  })
  it('count down where a consent is taken back', () => {
    const of = counted({ ...story, XC: [...story['XC']!, withdraw(P)] })
    expect(of('positions-in-force')).toMatchObject({ value: 0, of: 1 })
    expect(of('texts-in-force')).toMatchObject({ value: 1, of: 2 })
    expect(of('withdrawals')).toMatchObject({ value: 1 })
  })
  it('count assessments, and measures that a call precedes', () => {
    const of = counted({ CO: [putMeasure], XA: [called, assessedBy('XA', 'alder')] })
    expect(of('measures-assessed')).toMatchObject({ value: 1, of: 3 })
    expect(of('measures-called')).toMatchObject({ value: 1, of: 1 })
    expect(of('parts-running')).toMatchObject({ value: 0, of: 3 })
  })
  it('count reports within the clock of their stage by the operator’s own times', () => {
    const report = (stage: string, awareAt: string): Drafted => ({
      act: {
        kind: 'incident-report',
        incident: 'modems',
        regime: 'nis2',
        stage,
        awareAt,
        title: 'Modems',
        account: 'Gone.',
        suspectedMalicious: true,
        crossBorder: true,
        claimedAt: '2026-03-02T06:00:00Z',
      },
    })
    const of = counted({
      XA: [
        // NIS2 23(4): the early warning within 24 hours, the notification within 72.
        report('early-warning', '2026-03-01T06:00:00Z'),
        report('early-warning', '2026-03-01T05:59:59Z'),
        report('incident-notification', '2026-02-27T06:00:00Z'),
        report('incident-notification', '2026-02-27T05:59:59Z'),
        report('final-report', '2026-01-01T06:00:00Z'),
      ],
    })
    expect(of('reports-in-time')).toMatchObject({ value: 2, of: 4 })
    expect(of('incidents')).toMatchObject({ value: 1 })
    expect(of('reports-witnessed')).toHaveProperty('notCounted')
  })
})
