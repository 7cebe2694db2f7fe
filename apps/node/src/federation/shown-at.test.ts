import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownAt } from './shown-at.ts'

const times = fc
  .array(fc.integer({ min: 8, max: 12 }), { maxLength: 12 })
  .map((seconds) => seconds.map((second, at) => [`w${at}`, second] as const))
const quorum = fc.integer({ min: 1, max: 8 })

describe('cosignatures of one tree that show it current at second 10', () => {
  const sides = (all: readonly (readonly [string, number])[]) => ({
    by: all.filter(([, time]) => time <= 10).length,
    since: all.filter(([, time]) => time >= 10).length,
  })

  it('are a quorum by then and a quorum from then on, wherever there are such', () => {
    fc.assert(
      fc.property(times, quorum, (all, wanted) => {
        const chosen = shownAt(all, 10, wanted)
        const possible = sides(all)
        expect(chosen !== undefined).toBe(possible.by >= wanted && possible.since >= wanted)
        if (!chosen) return
        const kept = sides(all.filter(([witness]) => chosen.has(witness)))
        expect(kept).toEqual({ by: wanted, since: wanted })
      }),
    )
  })

  it('are no more than the quorum where as many are of that very second', () => {
    const all = [9, 10, 10, 11, 10].map((second, at) => [`w${at}`, second] as const)
    expect([...(shownAt(all, 10, 3) ?? [])]).toEqual(['w1', 'w2', 'w4'])
    expect([...(shownAt(all, 10, 4) ?? [])].toSorted()).toEqual(['w0', 'w1', 'w2', 'w3', 'w4'])
    expect(shownAt(all, 10, 5)).toBeUndefined()
  })
})
