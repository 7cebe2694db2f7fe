import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { importBundle, intelligenceStore } from '../../src/intelligence/index.ts'
import { intelligenceMigrations } from '../../src/intelligence/object-store.ts'
import { notFound, onError, logDefect } from '../../src/platform/http/problem.ts'
import { startServer } from '../../src/platform/http/server.ts'
import { SharingSetting } from '../../src/sharing/setting.ts'
import { createTaxii, taxiiMigrations, TaxiiSetting } from '../../src/taxii/index.ts'
import { stream } from '../bundles.ts'
import type { StoreKind } from '../stores.ts'

export const TAXII = 'application/taxii+json;version=2.1'

/** Collections by what a test calls them. */
export const COLLECTIONS = {
  shared: '00000000-0000-4000-8000-000000000001',
  inbox: '00000000-0000-4000-8000-000000000002',
  feed: '00000000-0000-4000-8000-000000000003',
  open: '00000000-0000-4000-8000-000000000004',
  own: '00000000-0000-4000-8000-000000000005',
} as const

/** Alder’s node: Birch and Cedar are of its community, Hawthorn is not. */
const { shared, inbox, feed, open, own } = COLLECTIONS
const CLIENTS: Readonly<Record<string, { party: string; reads: string[]; writes: string[] }>> = {
  birch: { party: 'XB', reads: [shared, feed], writes: [shared, inbox] },
  cedar: { party: 'XC', reads: [shared, feed], writes: [] },
  alder: { party: 'XA', reads: [shared, inbox, feed, own], writes: [shared, feed, open] },
  hawthorn: { party: 'XH', reads: [shared, feed], writes: [] },
}

export const tokenOf = (client: string) => `token-of-${client}`
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const setting = (over: object = {}) =>
  TaxiiSetting.parse({
    title: 'Alder’s exchange',
    // In another order than that of their ids.
    collections: [
      { id: own, title: 'Own', audience: 'own', takes: 'everything' },
      { id: open, title: 'Open', audience: 'public' },
      { id: feed, title: 'Feed', audience: 'community:csirts', takes: 'everything' },
      {
        id: shared,
        title: 'Shared',
        alias: 'shared',
        description: 'What we share',
        audience: 'community:csirts',
        unmarked: 'TLP:GREEN',
      },
      { id: inbox, title: 'Inbox', audience: 'community:csirts' },
    ],
    clients: Object.entries(CLIENTS).map(([id, { party, reads, writes }]) => ({
      id,
      name: `${id}’s program`,
      party,
      reads,
      writes,
      token: hashOf(tokenOf(id)),
    })),
    ...over,
  })

export const IDENTITY = 'identity--11111111-1111-4111-8111-111111111111'

const sharing = SharingSetting.parse({
  identities: [IDENTITY],
  communities: [
    { id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XB', 'XC'], ceiling: 'TLP:AMBER' },
  ],
})

export type Asking = {
  readonly as?: string | undefined
  readonly accept?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
  readonly body?: unknown
}

type Entry = Readonly<Record<'id' | 'name' | 'modified' | 'date_added' | 'version', string>>
type Outcome = Readonly<Record<'id' | 'version' | 'message', string>>

/**
 * What these tests read of the resources of TAXII (sections 3.6, 3.7, 4 and 5): an answer has what is of its own resource, and
 * whoever reads anything else finds nothing, and fails.
 */
type Body = {
  readonly title: string
  readonly default: string
  readonly api_roots: readonly string[]
  readonly max_content_length: number
  readonly id: string
  readonly can_write: boolean
  readonly collections: readonly Readonly<Record<'id' | 'title', string>>[]
  readonly more?: boolean
  readonly next?: string
  readonly objects?: readonly Entry[]
  readonly versions: readonly string[]
  readonly status: string
  readonly request_timestamp: string
  readonly total_count: number
  readonly success_count: number
  readonly failure_count: number
  readonly pending_count: number
  readonly successes: readonly Outcome[]
  readonly failures: readonly Outcome[]
  readonly http_status: string
}

export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Body
}

/** A TAXII server over HTTP, with a store of one kind, in this process. */
export async function openServer(kind: StoreKind, over: object = {}, party = 'XA') {
  const empty = await kind.empty()
  const database = await empty.open([...intelligenceMigrations, ...taxiiMigrations])
  const objects = intelligenceStore(database)
  const time = { now: Date.UTC(2026, 10, 25) }
  const clock = { now: () => (time.now += 1) }
  const warned: string[] = []
  const warn = (line: string) => void warned.push(line)
  let settled = setting(over)
  let shares = sharing
  const taxii = createTaxii({
    party,
    name: party,
    setting: () => settled,
    directory: { charters: () => [], setting: () => shares },
    database,
    objects,
    clock,
    warn,
    defect: (error, context) => logDefect(warn, error, context),
  })
  const app = new Hono()
  app.onError(onError(warn))
  app.notFound(notFound)
  app.route('/', taxii.routes)
  const http = await startServer((request) => app.fetch(request))
  const ask = async (
    path: string,
    { as, accept = TAXII, ...asking }: Asking = {},
  ): Promise<Answered> => {
    const answer = await fetch(`${http.url}${path}`, {
      method: asking.method ?? 'GET',
      redirect: 'manual',
      headers: {
        ...(accept === null ? {} : { accept }),
        ...(as === undefined ? {} : { authorization: `Basic ${btoa(`${as}:${tokenOf(as)}`)}` }),
        ...(asking.body === undefined ? {} : { 'content-type': TAXII }),
        ...asking.headers,
      },
      ...(asking.body === undefined
        ? {}
        : { body: typeof asking.body === 'string' ? asking.body : JSON.stringify(asking.body) }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body:
        answer.headers.get('content-type') === TAXII && text !== '' ? JSON.parse(text) : undefined,
    }
  }
  return {
    url: http.url,
    warned,
    time,
    objects,
    ask,
    listening: taxii.listening,
    exchanges: taxii.exchanges,
    database,
    /** Under a collection, as somebody. */
    at: (collection: keyof typeof COLLECTIONS, path: string, asking: Asking = {}) =>
      ask(`/taxii2/api/collections/${COLLECTIONS[collection]}/${path}`, asking),
    post: (collection: keyof typeof COLLECTIONS, posted: readonly object[], as = 'birch') =>
      ask(`/taxii2/api/collections/${COLLECTIONS[collection]}/objects/`, {
        method: 'POST',
        as,
        body: { objects: posted },
      }),
    /** A file that a person of the node brings in. */
    take: (text: string) => importBundle(objects, stream(text), { name: 'file.json', clock }),
    settle: (next: object) => (settled = setting(next)),
    share: (next: object) => (shares = SharingSetting.parse({ ...sharing, ...next })),
    async [Symbol.asyncDispose]() {
      await http.stop()
      await taxii.close()
      await database.close()
      await empty[Symbol.asyncDispose]()
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof openServer>>
