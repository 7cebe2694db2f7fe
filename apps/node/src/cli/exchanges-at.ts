import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { ExchangeView } from '../api.ts'
import { readConfig, type NodeConfig } from '../config.ts'
import type { ExchangeOptions } from '../misp/index.ts'
import { refuse } from './terminal.ts'
import type { EvidenceOptions } from './where.ts'
import { refusing } from './refusing.ts'

export type Where = EvidenceOptions
type Direction = ExchangeView['direction']
type Report = NonNullable<ExchangeView['report']>

/** Whose servers are exchanged with. */
export type ExchangeKind = 'taxii' | 'misp'

/** What is told of every remote, of whatever kind. */
export type AnyRemote = {
  readonly id: string
  readonly party: string
  readonly exchanges: readonly ExchangeView[]
}

/** A node's exchanges, whether the node runs or not. */
export type Exchanging<Remote extends AnyRemote> = {
  readonly list: () => Promise<readonly Remote[]>
  readonly run: (
    remote: string,
    direction: Direction,
    progress: (report: Report) => void,
  ) => Promise<Report>
  readonly reset: (remote: string, direction: Direction, after?: string) => Promise<void>
}

/** How the exchanges of a kind are opened in the directory of a node that does not run. */
type Opener<Remote extends AnyRemote> = (
  opened: Omit<ExchangeOptions, 'setting'> & { readonly config: NodeConfig },
) => Promise<Exchanging<Remote> & { readonly stop: () => Promise<void> }>

export function withExchanges<Remote extends AnyRemote>(
  { kind, open }: { readonly kind: ExchangeKind; readonly open: Opener<Remote> },
  { data, session }: Where,
  work: (exchanging: Exchanging<Remote>) => Promise<void>,
): Promise<void> {
  return refusing(async () => {
    if (session !== undefined) return work(await atNode<Remote>(kind, session))
    if (!existsSync(data))
      return refuse(`expected a data directory, got ${data}, which is not there`)
    await inDirectory(open, data, work)
  })
}

async function inDirectory<Remote extends AnyRemote>(
  open: Opener<Remote>,
  data: string,
  work: (exchanging: Exchanging<Remote>) => Promise<void>,
): Promise<void> {
  const { openStore } = await import('../open-store.ts')
  const { intelligenceStore } = await import('../intelligence/index.ts')
  const { systemClock: clock } = await import('../platform/clock.ts')
  const { directoryIn } = await import('./prepared.ts')
  const config = readConfig(data)
  const database = await openStore(data)
  try {
    const exchanges = await open({
      config,
      directory: await directoryIn(database, data),
      database,
      objects: intelligenceStore(database),
      clock,
    })
    await work(exchanges)
    await exchanges.stop()
  } finally {
    await database.close()
  }
}

/** Milliseconds between two looks at how far a run is. */
const LOOK = 300

async function atNode<Remote extends AnyRemote>(
  kind: ExchangeKind,
  session: string,
): Promise<Exchanging<Remote>> {
  const { openSession } = await import('./session.ts')
  const client = openSession(session)
  type Remotes = { readonly remotes: readonly Remote[] }
  const at = `/api/v1/${kind}/remotes`
  const list = async () => (await client.get<Remotes>(at)).remotes
  const path = (remote: string, direction: Direction) =>
    `${at}/${encodeURIComponent(remote)}/${direction}`
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
