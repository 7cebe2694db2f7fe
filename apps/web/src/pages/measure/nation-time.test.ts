import { describe, expect, it } from 'vitest'
import type { MeasureView } from '../../../../node/src/api.ts'
import { overTime, placeOf } from './nation-time.ts'
import type { OnRecord } from './record.ts'

const acted = (id: string, party: string, act: object): OnRecord =>
  ({
    id,
    party,
    index: 0,
    act: { claimedAt: '2026-12-01T09:00:00Z', ...act },
  }) as unknown as OnRecord

const RECORD = [
  acted('c', 'XA', { kind: 'call', transmittedOn: '2026-11-02' }),
  acted('a', 'XB', { kind: 'assess' }),
  acted('n', 'XA', { kind: 'notice' }),
  acted('s', 'XB', { kind: 'start', startedOn: '2026-12-15' }),
  acted('z', 'CO', { kind: 'review', reviewedOn: '2027-01-15' }),
]
const MEASURE = {
  nations: [
    { party: 'XA', name: 'Alder', restsOn: [] },
    {
      party: 'XB',
      name: 'Birch',
      start: 's',
      restsOn: [
        { what: 'call', holds: true, act: 'c', party: 'XA' },
        { what: 'assessment', holds: true, act: 'a' },
        { what: 'adoption', holds: true, act: 'elsewhere' },
        { what: 'consent', holds: false },
      ],
    },
  ],
} as unknown as MeasureView

describe('a measure over time', () => {
  const { days, rows, ties } = overTime(MEASURE, RECORD)
  it('has each nation’s acts at their days, and no act of who takes no part', () => {
    expect(days).toEqual(['2026-11-02', '2026-12-01', '2026-12-15'])
    expect(
      rows.map(({ name, done }) => [name, done.map(({ kind, on }) => `${kind} ${on}`)]),
    ).toEqual([
      ['Alder', ['call 2026-11-02', 'notice 2026-12-01']],
      ['Birch', ['assess 2026-12-01', 'start 2026-12-15']],
    ])
  })
  it('ties what was begun to what it rests on, across nations, and names what stands elsewhere', () => {
    expect(ties).toEqual([
      { from: 'c', to: 's', what: 'call', holds: true },
      { from: 'a', to: 's', what: 'assessment', holds: true },
    ])
    expect(rows[1]?.done[1]?.restsOn.map(({ what, holds }) => [what, holds])).toEqual([
      ['call', true],
      ['assessment', true],
      ['adoption', true],
      ['consent', false],
    ])
  })
  it('places days by how far apart they are', () => {
    expect(days.map((day) => placeOf(day, days))).toEqual([0, 29 / 43, 1])
    expect(placeOf('2026-12-01', ['2026-12-01'])).toBe(0.5)
  })
})
