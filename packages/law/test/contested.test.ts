import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { RULES } from '../src/countermeasure.ts'
import { heldSides } from '../src/held.ts'
import { disputesAbout } from '../src/rule.ts'
import { flat, isAsked } from '../src/trace.ts'
import { VIEWS } from '../src/views/views.ts'
import { alder, everythingMet } from './example.ts'

describe('what is disputed about a rule', () => {
  it('is there with its sides and their holders also where the facts settle it for a nation', () => {
    const [column] = assess(everythingMet, [alder], VIEWS).columns
    const settled = flat(column!.trace).flatMap((trace) => {
      const rule = RULES.find(({ id }) => id === trace.norm)
      return rule && isAsked(trace) && trace.finding.disputes.length === 0
        ? disputesAbout(rule).map((dispute) => ({ rule: rule.id, dispute }))
        : []
    })
    expect(settled.length).toBeGreaterThan(0)
    for (const { dispute } of settled) {
      expect(dispute.sides.length).toBeGreaterThan(1)
      const holders = heldSides(dispute, VIEWS).flatMap((side) => side.holders)
      const writers = dispute.sides.flatMap(({ authorities }) => authorities)
      expect(holders.length + writers.length).toBeGreaterThan(0)
    }
  })
  it('is each dispute once, and none of what is only put together', () => {
    for (const rule of RULES) {
      const ids = disputesAbout(rule).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      if (rule.view) expect(ids).toContain(rule.view.dispute.id)
    }
  })
})
