import { describe, expect, it } from 'vitest'
import { goals } from '../src/goals.ts'
import { charterOf, cutOf, type Drafted } from './case.ts'

const GOALS = [
  { id: 'later', title: 'Reports come in a day', dueOn: '2027-12-31' },
  { id: 'sooner', title: 'Positions in force', dueOn: '2027-06-30', count: 'positions-in-force' },
  { id: 'strange', title: 'What nobody counts', dueOn: '2028-01-01', count: 'no-such-count' },
]
const charter = { ...charterOf(), goals: GOALS }
const report = (goal: string, is: string, on: string): Drafted => ({
  act: { kind: 'objective', goal, title: 'Ours', aims: 'As said.', reported: { is, on } },
})

describe('the goals of a charter', () => {
  const cut = cutOf(charter, {
    XA: [report('later', 'pursued', '2027-01-01'), report('later', 'reached', '2027-11-01')],
    XB: [report('another', 'reached', '2027-01-01')],
  })
  it('come by their days, counted where a milestone counts them, else as parties report', () => {
    expect(goals([{ charter, cut }])).toMatchObject([
      { id: 'sooner', counted: { id: 'positions-in-force' }, reported: [] },
      { id: 'later', reported: [{ party: 'XA', is: 'reached', on: '2027-11-01' }] },
      { id: 'strange', reported: [] },
    ])
    expect(goals([{ charter, cut }])[2]).not.toHaveProperty('counted')
  })
  it('are those of the charter that goes on, and not of the one before it', () => {
    const before = { charter, cut }
    const amends = { case: charter.id, cut: {} }
    const after = { charter: { ...charter, id: `${charter.id.slice(0, -1)}0`, amends }, cut }
    const told = goals([before, after] as Parameters<typeof goals>[0])
    expect(new Set(told.map((goal) => goal.case))).toEqual(new Set([after.charter.id]))
    expect(goals([{ charter: charterOf(), cut }])).toEqual([])
  })
})
