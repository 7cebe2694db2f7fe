import { instant, type Clock } from '../platform/clock.ts'
import { exchangeRuns, type Direction, type RunUnderWay } from '../platform/exchange-runs.ts'
import { nothing, type ExchangeReport } from './exchange-report.ts'

/** How far a remote was read, or sent to: where its next page is, or from where on it is read again. */
type ExchangeCursor = {
  readonly after?: string
  readonly next?: string
  readonly last?: string
}

/** One direction of an exchange with a remote. */
export type ExchangeView = {
  readonly direction: Direction
  readonly cursor: ExchangeCursor
  /** The last run; absent where there was none. While `running` it grows. */
  readonly report?: ExchangeReport
  readonly running: boolean
}

type Remote = {
  readonly id: string
  readonly pulls: boolean
  readonly pushes?: string
  readonly every?: number
}

export type ExchangesOptions<R extends Remote, Head> = {
  readonly clock: Clock
  readonly failed: (error: unknown) => void
  /** Whether remotes are asked by themselves. */
  readonly timed: boolean
  readonly remotes: () => readonly R[]
  readonly run: (
    direction: Direction,
    remote: R,
    underWay: RunUnderWay<ExchangeReport>,
  ) => Promise<ExchangeReport>
  /** What is kept of the last run. */
  readonly kept: (
    remote: R,
    direction: Direction,
  ) => Promise<{ readonly cursor: ExchangeCursor; readonly report?: ExchangeReport }>
  /** Keeps that a direction begins anew. */
  readonly begin: (
    remote: R,
    begun: { cursor: ExchangeCursor; report: ExchangeReport },
  ) => Promise<void>
  /** The date from which on everything is read again; throws where it is none. */
  readonly readAfter: (direction: Direction, after: string) => ExchangeCursor
  readonly unknown: (message: string) => Error
  /** What is shown of a remote beside its exchanges. */
  readonly headOf: (remote: R) => Head
}

export type Exchanges<View> = {
  readonly list: () => Promise<readonly View[]>
  /** Starts a run, or joins the one under way. `progress` is told while it goes on. */
  readonly run: (
    remote: string,
    direction: Direction,
    progress?: (report: ExchangeReport) => void,
  ) => Promise<ExchangeReport>
  /** Begins anew: everything, or from a date on. A run under way ends first. */
  readonly reset: (remote: string, direction: Direction, after?: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Exchanges with remotes: by hand, and by themselves where the setting says how often. */
export function createExchanges<R extends Remote, Head>(
  options: ExchangesOptions<R, Head>,
): Exchanges<Head & { readonly exchanges: readonly ExchangeView[] }> {
  const named = (id: string, direction: Direction): R => {
    const remote = options.remotes().find((one) => one.id === id)
    if (remote && directionsOf(remote).includes(direction)) return remote
    throw options.unknown(
      `expected a remote of this node's setting to ${direction} ${direction === 'pull' ? 'from' : 'to'}, got ${id.slice(0, 60)}`,
    )
  }
  const begun = (direction: Direction) => nothing(direction, instant(options.clock))
  const { run, underWay, halt, stop } = exchangeRuns<ExchangeReport>({
    ...options,
    exchanged: () => options.remotes().map((one) => ({ ...one, directions: directionsOf(one) })),
    begun,
    start: async (id, direction, running) => options.run(direction, named(id, direction), running),
  })
  const viewOf = async (remote: R) => {
    const exchanges = directionsOf(remote).map(async (direction) => {
      const running = underWay(remote.id, direction)
      const kept = await options.kept(remote, direction)
      return {
        ...kept,
        ...(running ? { report: running } : {}),
        direction,
        running: running !== undefined,
      }
    })
    return { ...options.headOf(remote), exchanges: await Promise.all(exchanges) }
  }
  return {
    run,
    stop,
    list: () => Promise.all(options.remotes().map(viewOf)),
    reset: async (id, direction, after) => {
      const remote = named(id, direction)
      const cursor = after === undefined ? {} : options.readAfter(direction, after)
      // A run under way would go on from where it is, and keep that.
      await halt(id, direction)
      await options.begin(remote, { cursor, report: begun(direction) })
    },
  }
}

const directionsOf = ({ pulls, pushes }: Remote): readonly Direction[] => [
  ...(pulls ? (['pull'] as const) : []),
  ...(pushes === undefined ? [] : (['push'] as const)),
]
