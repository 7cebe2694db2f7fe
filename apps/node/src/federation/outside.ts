import { ask, openStream } from './client.ts'

/** How a node waits. No decision reads it. */
export type Timers = {
  /** Milliseconds that only grow. */
  readonly elapsed: () => number
  /** Runs this after so many milliseconds; what it returns calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

/** What federation has of the world outside its node, beside the clock: its wires, the passing of time, chance. */
export type Outside = {
  readonly network: { readonly ask: typeof ask; readonly openStream: typeof openStream }
  readonly timers: Timers
  /** From 0 up to, but not including, 1: so that nodes do not all ask at once. */
  readonly chance: () => number
}

/** TCP, the system's timers, true chance. */
export const outside: Outside = {
  network: { ask, openStream },
  chance: () => Math.random(),
  timers: {
    elapsed: () => performance.now(),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  },
}

/** Resolves after so many milliseconds, or as soon as the signal says so. */
export const pause = (
  { after }: Timers,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const end = () => {
      cancel()
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const cancel = after(milliseconds, end)
    signal?.addEventListener('abort', end)
  })
