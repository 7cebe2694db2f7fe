import { describe, expect, it } from 'vitest'
import { together } from './together.ts'

describe('what is done together', () => {
  it('is a batch of all that waits, and each is answered for itself', async () => {
    const batches: (readonly number[])[] = []
    const double = together<number, number>((batch) => {
      batches.push(batch)
      return Promise.resolve(batch.map((one) => 2 * one))
    })
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
    expect(await double(4)).toBe(8)
    expect(batches).toEqual([[1, 2, 3], [4]])
  })
  it('is never more than 256, in the order in which it came', async () => {
    const sizes: number[] = []
    const echo = together<number, number>((batch) => {
      sizes.push(batch.length)
      return Promise.resolve(batch)
    })
    const all = Array.from({ length: 600 }, (_, at) => at)
    expect(await Promise.all(all.map(echo))).toEqual(all)
    expect(sizes).toEqual([256, 256, 88])
  })
  it('fails as one, and what comes later is done all the same', async () => {
    let isBroken = true
    const fragile = together<number, number>((batch) =>
      isBroken ? Promise.reject(new Error('no disk')) : Promise.resolve(batch),
    )
    const outcomes = await Promise.allSettled([fragile(1), fragile(2)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isBroken = false
    expect(await fragile(3)).toBe(3)
  })
})
