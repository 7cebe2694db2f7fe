import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../tools/shared.ts'
import { after, clocksOf, REGIMES, regimeOf } from './clock.ts'

const nis2 = regimeOf('nis2')
const awareAt = '2026-11-24T08:20:00Z'
const at = (now: string, submitted: Parameters<typeof clocksOf>[1]['submitted'] = []) =>
  Object.fromEntries(
    clocksOf(nis2, { awareAt, submitted, now }).map((clock) => [clock.stage, clock]),
  )

describe('a deadline', () => {
  // Worked out by hand; the days on which clocks on the wall change in Europe are 29 March and 25 October 2026.
  test.each([
    [
      '24 hours over the change to summer time',
      '2026-03-28T23:30:00Z',
      'PT24H',
      '2026-03-29T23:30:00Z',
    ],
    [
      '72 hours over the change to winter time',
      '2026-10-24T22:00:00Z',
      'PT72H',
      '2026-10-27T22:00:00Z',
    ],
    ['24 hours over the end of a year', '2026-12-31T12:00:00Z', 'PT24H', '2027-01-01T12:00:00Z'],
    ['24 hours into a leap day', '2028-02-28T12:00:00Z', 'PT24H', '2028-02-29T12:00:00Z'],
    [
      '24 hours over a leap second, which instants do not have',
      '2016-12-31T12:00:00Z',
      'PT24H',
      '2017-01-01T12:00:00Z',
    ],
    [
      '72 hours past the end of February of a common year',
      '2027-02-27T01:00:00Z',
      'PT72H',
      '2027-03-02T01:00:00Z',
    ],
    ['a month', '2026-11-26T10:00:00Z', 'P1M', '2026-12-26T10:00:00Z'],
    ['a month over the end of a year', '2026-12-15T10:00:00Z', 'P1M', '2027-01-15T10:00:00Z'],
    [
      'a month from the 31st to a month of 30 days',
      '2026-10-31T23:59:59Z',
      'P1M',
      '2026-11-30T23:59:59Z',
    ],
    ['a month from the 31st of January', '2027-01-31T10:00:00Z', 'P1M', '2027-02-28T10:00:00Z'],
    [
      'a month from the 31st of January of a leap year',
      '2028-01-31T10:00:00Z',
      'P1M',
      '2028-02-29T10:00:00Z',
    ],
    ['a month from a leap day', '2028-02-29T10:00:00Z', 'P1M', '2028-03-29T10:00:00Z'],
  ] as const)('of %s', (_, from, duration, expected) => {
    expect(after(from, duration)).toBe(expected)
  })

  test('of hours is that many hours, and one of a month from 28 to 31 days, always', () => {
    const instants = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (date) => {
        const from = `${date.toISOString().slice(0, 19)}Z`
        const hours = (to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000
        expect([hours(after(from, 'PT24H')), hours(after(from, 'PT72H'))]).toEqual([24, 72])
        expect([28, 29, 30, 31]).toContain(hours(after(from, 'P1M')) / 24)
        expect(after(from, 'P1M').slice(10)).toBe(from.slice(10))
      }),
    )
  })
})

describe('the clocks of NIS2', () => {
  test('run from the moment of awareness, and the final report’s from the notification', () => {
    expect(at('2026-11-24T14:05:00Z')).toMatchObject({
      'early-warning': { startsAt: awareAt, dueAt: '2026-11-25T08:20:00Z', state: 'running' },
      'incident-notification': { dueAt: '2026-11-27T08:20:00Z', state: 'running' },
      'intermediate-report': { state: 'not-asked' },
      'progress-report': { state: 'not-asked' },
      'final-report': { state: 'waiting' },
    })
  })

  test('are met up to the last second and missed after it', () => {
    expect(at('2026-11-25T08:20:00Z')['early-warning']?.state).toBe('running')
    expect(at('2026-11-25T08:20:01Z')['early-warning']?.state).toBe('missed')
    const filed = (time: string) =>
      at('2026-12-01T00:00:00Z', [{ stage: 'early-warning', at: time }])
    expect(filed('2026-11-25T08:20:00Z')['early-warning']?.state).toBe('met')
    expect(filed('2026-11-25T08:20:01Z')['early-warning']?.state).toBe('late')
  })

  test('give the final report a month from the notification', () => {
    const submitted = [{ stage: 'incident-notification', at: '2026-11-26T10:00:00Z' }]
    expect(at('2026-12-01T00:00:00Z', submitted)['final-report']).toMatchObject({
      startsAt: '2026-11-26T10:00:00Z',
      dueAt: '2026-12-26T10:00:00Z',
      state: 'running',
    })
  })

  test('give it a month from the handling where a progress report stood in for it', () => {
    const submitted = [
      { stage: 'incident-notification', at: '2026-11-26T10:00:00Z' },
      { stage: 'progress-report', at: '2026-12-20T10:00:00Z' },
    ]
    const waiting = at('2027-01-15T00:00:00Z', submitted)
    expect(waiting['progress-report']).toMatchObject({
      dueAt: '2026-12-26T10:00:00Z',
      state: 'met',
    })
    expect(waiting['final-report']?.state).toBe('waiting')
    const handled = [
      ...submitted,
      {
        stage: 'intermediate-report',
        at: '2027-01-16T00:00:00Z',
        handledAt: '2027-01-15T09:00:00Z',
      },
    ]
    expect(at('2027-01-20T00:00:00Z', handled)['final-report']).toMatchObject({
      dueAt: '2027-02-15T09:00:00Z',
      state: 'running',
    })
  })
})

describe('a regime', () => {
  test('has a source with its provision for every stage, field and promise', () => {
    for (const { stages, liability, feedback } of REGIMES) {
      for (const { source, fields } of stages) {
        expect(source.provision).toMatch(/^Article \d+/)
        for (const { provision } of fields) expect(provision).toMatch(/^Article \d+/)
      }
      for (const said of [liability, feedback])
        if (said) expect(said.source.provision).toMatch(/^Article \d+/)
    }
  })

  test('has the hours, the anchors and the fields of the notes that it was taken from', () => {
    const notes = sharedPath('institutions/operators.yaml')
    if (notes === undefined) return
    const text = readFileSync(notes, 'utf8')
    const part = text.slice(text.indexOf('- id: nis2\n'), text.indexOf('- id: nis2-ir-2024-2690'))
    const deadlines = [
      ...part.matchAll(/- id: ([a-z-]+)\n {4}deadline: (PT?\d+[HM])\n {4}from: (.+)\n/g),
    ]
    expect(deadlines.map(([, id, within, from]) => [id, within, from])).toEqual([
      ['early-warning', 'PT24H', 'awareness'],
      ['notification', 'PT72H', 'awareness'],
      ['final', 'P1M', 'submission of the notification'],
      ['final-after-progress', 'P1M', 'handling of the incident'],
    ])
    expect(nis2.stages.map(({ deadline }) => deadline)).toEqual([
      { from: 'awareness', within: 'PT24H' },
      { from: 'awareness', within: 'PT72H' },
      { from: 'request' },
      { from: 'instead-of', stage: 'final-report' },
      { from: 'stage', stage: 'incident-notification', within: 'P1M' },
    ])
    const bases = [...part.matchAll(/basis: (23\(4\)\([b-e]\)\S*)/g)].map(
      ([, basis]) => `Article ${basis}`,
    )
    const fields = nis2.stages.flatMap((stage) => stage.fields.map(({ provision }) => provision))
    expect(new Set(fields)).toEqual(new Set(bases))
    expect(text).toContain('no-liability notice shown (NIS2 23(1)')
    expect(nis2.liability?.source.provision).toBe('Article 23(1)')
  })
})
