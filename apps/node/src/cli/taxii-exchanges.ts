import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { ExchangeView, Remotes, RemoteView } from '../api.ts'
import { readConfig } from '../config.ts'
import { refuse, type EvidenceOptions } from './evidence.ts'
import { refusing } from './refusing.ts'

export type Where = EvidenceOptions
type Direction = ExchangeView['direction']
type Report = NonNullable<ExchangeView['report']>

/** A node's exchanges, whether the node runs or not. */
export type Exchanging = {
  readonly list: () => Promise<readonly RemoteView[]>
  readonly run: (
    remote: string,
    direction: Direction,
    progress: (report: Report) => void,
  ) => Promise<Report>
  readonly reset: (remote: string, direction: Direction, after?: string) => Promise<void>
}

export function withExchanges(
  { data, session }: Where,
  work: (exchanging: Exchanging) => Promise<void>,
): Promise<void> {
  return refusing(async () => {
    if (session !== undefined) return work(await atNode(session))
    if (!existsSync(data))
      return refuse(`expected a data directory, got ${data}, which is not there`)
    await inDirectory(data, work)
  })
}

async function inDirectory(
  data: string,
  work: (exchanging: Exchanging) => Promise<void>,
): Promise<void> {
  const { openStore } = await import('../open-store.ts')
  const { openExchanges } = await import('../taxii/index.ts')
  const { intelligenceStore } = await import('../intelligence/index.ts')
  const { systemClock: clock } = await import('../platform/clock.ts')
  const { directoryIn } = await import('./prepared.ts')
  const config = readConfig(data)
  const database = await openStore(data)
  try {
    const exchanges = openExchanges({
      party: config.party,
      setting: () => config.taxii,
      directory: await directoryIn(database, data),
      database,
      objects: intelligenceStore(database),
      clock,
      warn: (line) => console.error(line),
      timed: false,
    })
    await work(exchanges)
    await exchanges.stop()
  } finally {
    await database.close()
  }
}

/** Milliseconds between two looks at how far a run is. */
const LOOK = 300

async function atNode(session: string): Promise<Exchanging> {
  const { openSession } = await import('./session.ts')
  const client = openSession(session)
  const list = async () => (await client.get<Remotes>('/api/v1/taxii/remotes')).remotes
  const path = (remote: string, direction: Direction) =>
    `/api/v1/taxii/remotes/${encodeURIComponent(remote)}/${direction}`
  return {
    list,
    run: async (remote, direction, progress) => {
      let { remotes } = await client.post<Remotes>(path(remote, direction))
      for (;;) {
        const found = remotes
          .find(({ id }) => id === remote)
          ?.exchanges.find((one) => one.direction === direction)
        if (found?.report) progress(found.report)
        if (found?.report && !found.running) return found.report
        await pause(LOOK)
        remotes = await list()
      }
    },
    reset: async (remote, direction, after) => {
      await client.put(`${path(remote, direction)}/cursor`, after === undefined ? {} : { after })
    },
  }
}
