import type { CharterId } from '@entente/accord'
import type { HeldCaseFiles, Tell } from '../federation/index.ts'
import { seconds } from '../platform/clock.ts'
import { keepEnds } from '../positions/silence-ends.ts'
import { toldOnRecord } from './on-record.ts'
import { unclosedIn } from './unclosed.ts'

/** Milliseconds: what comes in one go is looked at once. */
const GATHERING = 100
/** Milliseconds: longer than this no timer waits; it looks again then. */
const LONGEST = 86_400_000

type Files = Pick<HeldCaseFiles, 'list' | 'get' | 'onChange' | 'outside' | 'clock' | 'warn'>

/**
 * Tells what stands on record of every case, and what is missing there, and keeps the trees of silences that are over: now, after each
 * change, and when time makes it so.
 */
export function watchRecords(files: Files, tell: Tell): { readonly stop: () => Promise<void> } {
  const { clock, outside, warn } = files
  const due = new Map<CharterId, { readonly callOff: () => void; readonly isSoon: boolean }>()
  const looks = new Set<Promise<void>>()
  let isStopped = false
  const lookAfter = (id: CharterId, milliseconds: number) => {
    due.get(id)?.callOff()
    const callOff = outside.timers.after(milliseconds, () => begin(id))
    due.set(id, { callOff, isSoon: milliseconds === GATHERING })
  }
  const look = async (id: CharterId) => {
    const file = files.get(id)
    if (!file) return
    for (const told of toldOnRecord(file)) void tell(told)
    const { told, next } = await unclosedIn(file, seconds(clock))
    for (const one of told) void tell(one)
    const coming = [next, await keepEnds(file, seconds(clock))].filter((one) => one !== undefined)
    if (coming.length === 0 || isStopped || due.has(id)) return
    lookAfter(id, Math.min(Math.max(Math.min(...coming) * 1_000 - clock.now(), GATHERING), LONGEST))
  }
  const begin = (id: CharterId) => {
    due.delete(id)
    const looking = look(id)
      .catch((error: unknown) => warn(`alarms: ${String(error)}`))
      .finally(() => looks.delete(looking))
    looks.add(looking)
  }
  const soon = (id: CharterId) => {
    if (!due.get(id)?.isSoon) lookAfter(id, GATHERING)
  }
  for (const { charter } of files.list()) soon(charter.id)
  const leave = files.onChange(soon)
  return {
    stop: async () => {
      isStopped = true
      leave()
      for (const { callOff } of due.values()) callOff()
      await Promise.all(looks)
    },
  }
}
