/** Simulated time: whatever is due next runs next, so that weeks pass as fast as it can be computed. */
export type Time = {
  /** Milliseconds since 1970: true time, which no node knows. */
  readonly now: () => number
  /** Runs this so many milliseconds from now; what it returns calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Resolves when this instant of true time has come. */
  readonly until: (instant: number) => Promise<void>
  /** Time stands still until what this returns is called. */
  readonly hold: () => () => void
  /** Runs everything that is due up to that instant. */
  readonly run: (until: number) => Promise<void>
  /** How many things were due so far. */
  readonly turns: () => number
}

/** Turns of the process's own loop in which work that needs no time is done: far more than any answer takes. */
const LONGEST = 200_000

type Due = { readonly at: number; readonly order: number; run: (() => void) | undefined }

export function simulatedTime(start: number): Time {
  const heap: Due[] = []
  let now = start
  let order = 0
  let held = 0
  let turns = 0
  const after = (milliseconds: number, run: () => void) => {
    const due: Due = { at: now + Math.max(0, milliseconds), order: order++, run }
    push(heap, due)
    return () => {
      due.run = undefined
    }
  }
  /** Everything that can go on without time passing goes on: promises, and batches of the store. */
  const settle = async () => {
    for (let quiet = 0; quiet < 2 || held > 0; quiet += 1) {
      if (quiet > LONGEST) throw new Error('expected work that ends while time stands still')
      await new Promise(setImmediate)
    }
  }
  return {
    now: () => now,
    after,
    until: (instant) => new Promise((resolve) => void after(instant - now, resolve)),
    hold: () => {
      held += 1
      return () => void (held -= 1)
    },
    run: async (until) => {
      await settle()
      while (heap.length > 0 && heap[0]!.at <= until) {
        const due = pop(heap)
        if (!due.run) continue
        now = Math.max(now, due.at)
        turns += 1
        due.run()
        await settle()
      }
      now = Math.max(now, until)
    },
    turns: () => turns,
  }
}

const isBefore = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!isBefore(due, heap[above]!)) break
    heap[at] = heap[above]!
    at = above
  }
  heap[at] = due
}

function pop(heap: Due[]): Due {
  const first = heap[0]!
  const last = heap.pop()!
  if (heap.length === 0) return first
  let at = 0
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    if (left >= heap.length) break
    const child = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left
    if (!isBefore(heap[child]!, last)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return first
}
