import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server of events as MISP's documentation of its REST interface and of its feeds has them. It is no MISP: what an
 * instance does beyond what is documented is not in it.
 */
export type Json = Readonly<Record<string, unknown>>

export const KEY = 'key-of-birch'

type Search = {
  readonly page?: number
  readonly limit?: number
  readonly publish_timestamp?: number
  readonly published?: boolean
  readonly deleted?: readonly number[]
}

export type Peer = AsyncDisposable & {
  readonly url: string
  readonly events: Map<string, Json>
  /** What was asked, in order. */
  readonly asked: string[]
  /** The next answers are this status, one each. */
  readonly fails: number[]
  /** Another body for a path. */
  readonly bodies: Map<string, string>
}

export async function openPeer(...initial: readonly Json[]): Promise<Peer> {
  const events = new Map(initial.map((event) => [event['uuid'] as string, event]))
  const asked: string[] = []
  const fails: number[] = []
  const bodies = new Map<string, string>()
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const path = request.url ?? ''
      asked.push(`${request.method} ${path}`)
      const failing = fails.shift()
      const { status, body } =
        failing === undefined
          ? answerTo(path, text, request.headers.authorization)
          : { status: failing, body: { name: 'no', message: 'Not now.' } }
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  const answerTo = (path: string, text: string, key: string | undefined) => {
    const other = bodies.get(path)
    if (other !== undefined) return { status: 200, body: other }
    const feed = /^\/feed\/(manifest|[0-9a-f-]{36})\.json$/.exec(path)?.[1]
    if (feed !== undefined) return feedFile(events, feed)
    if (key !== KEY)
      return { status: 403, body: { name: 'Forbidden', message: 'Authentication failed.' } }
    if (path === '/events/restSearch') return search(events, JSON.parse(text) as Search)
    const [, action, uuid = ''] =
      /^\/events\/(view|add|edit)(?:\/([0-9a-f-]{36}))?$/.exec(path) ?? []
    const known = events.get(uuid)
    if (action === 'view')
      return known ? { status: 200, body: { Event: known } } : missing('Invalid event')
    const { Event: sent } = (action === undefined ? {} : JSON.parse(text)) as { Event?: Json }
    if (!sent) return missing('Not found')
    const id = sent['uuid'] as string
    const before = events.get(id)
    if (action === 'add' && before)
      return { status: 403, body: { message: 'Event already exists' } }
    if (action === 'edit' && Number(before?.['timestamp']) >= Number(sent['timestamp']))
      return { status: 403, body: { message: 'Event could not be saved: not newer.' } }
    events.set(id, sent)
    return { status: 200, body: { Event: sent } }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    asked,
    fails,
    bodies,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const missing = (message: string) => ({ status: 404, body: { name: message, message } })

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function feedFile(events: ReadonlyMap<string, Json>, name: string) {
  if (name !== 'manifest') {
    const event = events.get(name)
    return event ? { status: 200, body: { Event: event } } : missing('no such file')
  }
  const heads = [...events].map(([uuid, { info, date, timestamp, Orgc, Tag }]) => [
    uuid,
    { info, date, timestamp, Orgc, Tag, analysis: '2', threat_level_id: '1' },
  ])
  return { status: 200, body: Object.fromEntries(heads) as Json }
}

function search(
  events: ReadonlyMap<string, Json>,
  { page = 1, limit = 60, publish_timestamp: since = 0, published, deleted = [0] }: Search,
) {
  const found = [...events.values()]
    .filter((one) => Number(one['publish_timestamp']) >= since)
    .filter((one) => published === undefined || one['published'] === published)
    .slice((page - 1) * limit, page * limit)
    .map((one) => ({ Event: withoutDeleted(one, deleted.includes(1)) }))
  return { status: 200, body: { response: found } }
}

const withoutDeleted = (event: Json, all: boolean): Json => ({
  ...event,
  Attribute: (event['Attribute'] as readonly Json[]).filter(
    (one) => all || one['deleted'] !== true,
  ),
})
