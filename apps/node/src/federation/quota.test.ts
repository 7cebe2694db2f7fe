import { describe, expect, test } from 'vitest'
import { createQuota } from './quota.ts'

/** A quota of 60 acts an hour, at a time that the test sets in minutes. */
function quotaAt() {
  const world = { minutes: 0 }
  const timers = { elapsed: () => world.minutes * 60_000, after: () => () => {} }
  return { world, quota: createQuota(timers, () => 60) }
}
const acts = (count: number, bytes = 100) =>
  Array.from({ length: count }, () => new Uint8Array(bytes))

describe('the quota of a strand', () => {
  test('is overdrawn by one go, and nothing more is taken in until that is made up for', () => {
    const { world, quota } = quotaAt()
    expect(quota.isSpent()).toBe(false)
    quota.spend(acts(90))
    expect(quota.isSpent()).toBe(true)
    world.minutes = 30
    expect(quota.isSpent()).toBe(true)
    world.minutes = 31
    expect(quota.isSpent()).toBe(false)
  })

  test('does not add up while nothing is said', () => {
    const { world, quota } = quotaAt()
    world.minutes = 600
    quota.spend(acts(60))
    expect(quota.isSpent()).toBe(true)
  })

  test('counts a long act as several', () => {
    const { quota } = quotaAt()
    quota.spend(acts(4, 65_535))
    expect(quota.isSpent()).toBe(true)
  })
})
