import { readTimestamp, type Cursor } from '@entente/taxii'
import { instant } from '../platform/clock.ts'
import type { RemoteView } from './api.ts'
import { TaxiiSettingError } from './error.ts'
import {
  cursorOf,
  keepExchange,
  nothing,
  pull,
  push,
  rowOf,
  type Direction,
  type ExchangeOptions,
  type ExchangeReport,
} from './exchange.ts'
import type { RemoteSetting } from './setting.ts'
import type { Db, Tables } from './tables.ts'

export type Exchanges = {
  readonly list: () => Promise<readonly RemoteView[]>
  /** Starts a run, or joins the one under way. `progress` is told while it goes on. */
  readonly run: (
    remote: string,
    direction: Direction,
    progress?: (report: ExchangeReport) => void,
  ) => Promise<ExchangeReport>
  /** Begins anew: everything, or what was added after a date. */
  readonly reset: (remote: string, direction: Direction, after?: string) => Promise<void>
  readonly stop: () => Promise<void>
}

type Run = { readonly done: Promise<ExchangeReport>; report: ExchangeReport }

/** How often it is looked whether a remote's time has come. */
const TICK = 1_000

type ExchangesOptions = ExchangeOptions & {
  readonly failed: (error: unknown) => void
  /** Whether remotes are asked by themselves. */
  readonly timed: boolean
}

/** Exchanges with remotes: by hand, and by themselves where the setting says how often. */
export function createExchanges(options: ExchangesOptions): Exchanges {
  const db = options.database.as<Tables>()
  const runs = new Map<string, Run>()
  let isStopped = false
  const named = (id: string): RemoteSetting => {
    const remote = options.setting().remotes.find((one) => one.id === id)
    if (remote) return remote
    throw new TaxiiSettingError(
      'remote.unknown',
      `expected a remote of this node's setting, got ${id.slice(0, 60)}`,
    )
  }
  const run: Exchanges['run'] = async (id, direction, progress) => {
    const remote = named(id)
    const key = `${direction} ${id}`
    const known = runs.get(key)
    if (known) return known.done
    const running: Run = {
      report: nothing(direction, instant(options.clock)),
      done: Promise.resolve().then(() =>
        (direction === 'pull' ? pull : push)({
          options,
          remote,
          db,
          isStopped: () => isStopped,
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
  const tick = ticking(options, run)
  const timer = options.timed ? setInterval(tick, TICK).unref() : undefined
  return {
    list: () => Promise.all(options.setting().remotes.map((remote) => viewOf(db, remote, runs))),
    run,
    reset: async (id, direction, after) => {
      const from = readAfter(after)
      const cursor: Cursor = from === undefined ? {} : { after: from }
      const report = nothing(direction, instant(options.clock))
      await keepExchange(db, named(id), { direction, cursor, report })
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await Promise.allSettled([...runs.values()].map(({ done }) => done))
    },
  }
}

/** Runs what is due. */
function ticking({ clock, setting, failed }: ExchangesOptions, run: Exchanges['run']): () => void {
  const due = new Map<string, number>()
  return () => {
    const now = clock.now()
    for (const { id, every, pulls, pushes } of setting().remotes) {
      if (every === undefined || now < (due.get(id) ?? 0)) continue
      due.set(id, now + every * 1_000)
      if (pulls) run(id, 'pull').catch(failed)
      if (pushes !== undefined) run(id, 'push').catch(failed)
    }
  }
}

/** A date from which on everything is read again. */
function readAfter(text: string | undefined): string | undefined {
  if (text === undefined || readTimestamp(text) !== undefined) return text
  throw new TaxiiSettingError(
    'cursor.malformed',
    `expected a date such as 2026-11-24T09:00:00Z, got ${JSON.stringify(text.slice(0, 60))}`,
  )
}

async function viewOf(
  db: Db,
  remote: RemoteSetting,
  runs: ReadonlyMap<string, Run>,
): Promise<RemoteView> {
  const { id, party, root, collection, pulls, pushes } = remote
  const directions: Direction[] = [
    ...(pulls ? (['pull'] as const) : []),
    ...(pushes === undefined ? [] : (['push'] as const)),
  ]
  const exchanges = directions.map(async (direction) => {
    const running = runs.get(`${direction} ${id}`)
    const row = await rowOf(db, id, direction)
    const report = running?.report ?? (row && (JSON.parse(row.report) as ExchangeReport))
    return {
      direction,
      cursor: await cursorOf(db, remote, direction),
      running: running !== undefined,
      ...(report ? { report } : {}),
    }
  })
  return {
    id,
    party,
    root,
    collection,
    ...(pushes === undefined ? {} : { pushes }),
    exchanges: await Promise.all(exchanges),
  }
}
