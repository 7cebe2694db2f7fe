import type { Clock } from './clock.ts'

export type Direction = 'pull' | 'push'

/** What is exchanged with a remote, and how often by itself. */
type Exchanged = {
  readonly id: string
  readonly directions: readonly Direction[]
  /** Seconds between two runs; without it only by hand. */
  readonly every?: number | undefined
}

export type RunOptions<Report> = {
  readonly clock: Clock
  readonly exchanged: () => readonly Exchanged[]
  /** What is reported of a run that has just begun. */
  readonly begun: (direction: Direction) => Report
  /** One run up to its end; throws at once where there is no such remote. */
  readonly start: (
    remote: string,
    direction: Direction,
    run: RunUnderWay<Report>,
  ) => Promise<Report>
  readonly failed: (error: unknown) => void
  /** Whether remotes are asked by themselves. */
  readonly timed: boolean
}

export type RunUnderWay<Report> = {
  readonly progress: (report: Report) => void
  /** Aborted when the run is to end: what waits, or is asked, ends at once. */
  readonly stopping: AbortSignal
}

export type ExchangeRuns<Report> = {
  /** Starts a run, or joins the one under way. `progress` is told while it goes on. */
  readonly run: (
    remote: string,
    direction: Direction,
    progress?: (report: Report) => void,
  ) => Promise<Report>
  /** How far the run under way is; undefined where none is. */
  readonly underWay: (remote: string, direction: Direction) => Report | undefined
  /** Ends the run under way, if there is one, and waits until it has. */
  readonly halt: (remote: string, direction: Direction) => Promise<void>
  readonly stop: () => Promise<void>
}

type Run<Report> = {
  readonly done: Promise<Report>
  readonly stopping: AbortController
  report: Report
}

/** How often it is looked whether a remote's time has come. */
const TICK = 1_000

/** Runs of exchanges with other servers: one at a time for each remote and direction, by hand and by themselves. */
export function exchangeRuns<Report>(options: RunOptions<Report>): ExchangeRuns<Report> {
  const runs = new Map<string, Run<Report>>()
  const all = new AbortController()
  const keyOf = (remote: string, direction: Direction) => `${direction} ${remote}`
  const run: ExchangeRuns<Report>['run'] = async (remote, direction, progress) => {
    const key = keyOf(remote, direction)
    const known = runs.get(key)
    if (known) return known.done
    const stopping = new AbortController()
    const running: Run<Report> = {
      stopping,
      report: options.begun(direction),
      done: Promise.resolve().then(() =>
        options.start(remote, direction, {
          stopping: AbortSignal.any([all.signal, stopping.signal]),
          progress: (report) => {
            running.report = report
            progress?.(report)
          },
        }),
      ),
    }
    runs.set(key, running)
    return running.done.finally(() => runs.delete(key))
  }
  const timer = options.timed ? setInterval(ticking(options, run), TICK).unref() : undefined
  return {
    run,
    underWay: (remote, direction) => runs.get(keyOf(remote, direction))?.report,
    halt: async (remote, direction) => {
      const running = runs.get(keyOf(remote, direction))
      running?.stopping.abort()
      await Promise.allSettled([running?.done])
    },
    stop: async () => {
      all.abort()
      clearInterval(timer)
      await Promise.allSettled([...runs.values()].map(({ done }) => done))
    },
  }
}

/** Runs what is due. */
function ticking<Report>(
  { clock, exchanged, failed }: RunOptions<Report>,
  run: ExchangeRuns<Report>['run'],
): () => void {
  const due = new Map<string, number>()
  return () => {
    const now = clock.now()
    for (const { id, every, directions } of exchanged()) {
      if (every === undefined || now < (due.get(id) ?? 0)) continue
      due.set(id, now + every * 1_000)
      for (const direction of directions) run(id, direction).catch(failed)
    }
  }
}
