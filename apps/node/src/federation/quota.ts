import type { Timers } from './outside.ts'

/** How much of one strand is taken in: what is over is not refused for good, it waits. */
export type Quota = {
  readonly isSpent: () => boolean
  readonly spend: (entries: readonly Uint8Array[]) => void
}

const HOUR = 3_600_000
/** Bytes that count as one act; a longer act counts as several. */
const ACT_BYTES = 4_096

/**
 * Acts per hour from one strand. What was cosigned is taken in whole, so one go may overdraw it, and
 * then nothing more is until that is made up for.
 */
export function createQuota({ elapsed }: Timers, perHour: () => number): Quota {
  let left = perHour()
  let at = elapsed()
  const refill = () => {
    const now = elapsed()
    left = Math.min(perHour(), left + ((now - at) / HOUR) * perHour())
    at = now
  }
  return {
    isSpent: () => {
      refill()
      return left <= 0
    },
    spend: (entries) => {
      refill()
      for (const { length } of entries) left -= Math.ceil(length / ACT_BYTES)
    },
  }
}
