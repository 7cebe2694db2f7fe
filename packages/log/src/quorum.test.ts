import { describe, expect, it } from 'vitest'
import { faulty, quorum } from './quorum.ts'

describe('the quorum of witnesses', () => {
  // The table of design note 8, section 2.5, worked out there by hand.
  it.each([
    [2, 0, 2, 0],
    [3, 0, 2, 1],
    [4, 1, 3, 1],
    [5, 1, 4, 1],
    [6, 1, 4, 2],
    [7, 2, 5, 2],
    [10, 3, 7, 3],
    [27, 8, 18, 9],
  ])('of %i bears %i liars, asks for %i and lets %i be away', (n, lie, sign, away) => {
    expect(faulty(n)).toBe(lie)
    expect(quorum(n)).toBe(sign)
    expect(n - quorum(n)).toBe(away)
  })

  it('shares an honest witness with every other quorum, and can do without the liars', () => {
    for (let n = 1; n <= 1000; n++) {
      const overlap = 2 * quorum(n) - n
      expect(overlap).toBeGreaterThan(faulty(n))
      expect(n - faulty(n)).toBeGreaterThanOrEqual(quorum(n))
      // One witness less would be too few.
      expect(2 * (quorum(n) - 1) - n).toBeLessThanOrEqual(faulty(n))
    }
  })
})
