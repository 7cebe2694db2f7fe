import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import type {
  ImportFate,
  ImportList,
  ImportObjects,
  ImportObjectView,
  ImportView,
  UndoReport,
} from '../api.ts'
import type { Given } from '../intelligence/convert.ts'
import type { Holding } from '../intelligence/index.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { DatabaseError, type Database } from '../platform/db/index.ts'
import { tellHeld } from './evidence.ts'
import { refuse } from './terminal.ts'
import type { EvidenceOptions } from './where.ts'

type File = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly format?: Given['format']
  readonly progress?: (objects: number) => void
}
type Page = { readonly fate?: ImportFate; readonly after: number; readonly limit: number }

/** The imports of a node, whether it runs or not. */
export type Quarantined = {
  readonly bring: (file: File) => Promise<ImportView>
  readonly list: (limit: number) => Promise<ImportList>
  readonly view: (number: number) => Promise<ImportView>
  readonly objects: (number: number, page: Page) => Promise<ImportObjects>
  readonly object: (number: number, place: number) => Promise<ImportObjectView>
  readonly commit: (number: number, preview: string) => Promise<ImportView>
  readonly discard: (number: number) => Promise<ImportView>
  readonly plan: (number: number) => Promise<UndoReport>
  readonly undo: (number: number) => Promise<ImportView>
}

/** Opens the imports of a data directory, or of a running node, for as long as `work` takes. */
export async function withQuarantined(
  { data, session }: EvidenceOptions,
  work: (imports: Quarantined) => Promise<void>,
): Promise<void> {
  if (session !== undefined) return atNode(session, work)
  if (!existsSync(data)) return refuse(`expected a data directory, got ${data}, which is not there`)
  try {
    await inDirectory(data, work)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    tellHeld(error)
  }
}

async function inDirectory(data: string, work: (imports: Quarantined) => Promise<void>) {
  if (existsSync(join(data, 'node.json'))) {
    const { openNode } = await import('../open-node.ts')
    const { holdingOf } = await import('../holding.ts')
    await using node = await openNode(data)
    const { database, caseFiles, configNow } = node
    const holding = holdingOf({ caseFiles, taxii: () => configNow().taxii })
    return work(await quarantinedIn(database, holding))
  }
  const { openStore } = await import('../open-store.ts')
  await using database = await openStore(data)
  // Without a node there are no cases and no collections that anything could have gone into.
  const holding = { stays: () => Promise.resolve(new Map()), remove: () => Promise.resolve() }
  await work(await quarantinedIn(database, holding))
}

async function quarantinedIn(database: Database, holding: Holding): Promise<Quarantined> {
  const { createQuarantine, intelligenceStore } = await import('../intelligence/index.ts')
  const objects = intelligenceStore(database)
  const quarantine = createQuarantine({ database, objects, clock, holding })
  return {
    ...quarantine,
    bring: ({ bytes, ...file }) => quarantine.bring(bytes, file),
    list: (limit) => quarantine.list({ limit }),
    commit: (number, preview) => quarantine.commit(number, { preview }),
    discard: (number) => quarantine.discard(number),
    undo: (number) => quarantine.undo(number),
  }
}

async function atNode(session: string, work: (imports: Quarantined) => Promise<void>) {
  const { openSession, SessionError } = await import('./session.ts')
  const at = (number: number, rest = '') => `/api/v1/imports/${number}${rest}`
  const asked = (query: Readonly<Record<string, string | number>>) =>
    new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
    ).toString()
  try {
    const client = openSession(session)
    await work({
      bring: async ({ name, bytes, format }) => {
        const path = `/api/v1/imports/pending?${asked({ name, ...(format ? { format } : {}) })}`
        const answer = await client.stream(path, ReadableStream.from(bytes))
        return (await json(answer)) as ImportView
      },
      list: (limit) => client.get(`/api/v1/imports?${asked({ limit })}`),
      view: (number) => client.get(at(number)),
      objects: (number, page) => client.get(at(number, `/objects?${asked(page)}`)),
      object: (number, place) => client.get(at(number, `/objects/${place}`)),
      commit: (number, preview) => client.post(at(number, '/commit'), { preview }),
      discard: (number) => client.post(at(number, '/discard')),
      plan: (number) => client.get(at(number, '/undo')),
      undo: (number) => client.post(at(number, '/undo')),
    })
  } catch (error) {
    if (!(error instanceof SessionError)) throw error
    refuse(`${error.code}: ${error.message}`)
  }
}
