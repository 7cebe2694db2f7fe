import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  changedIn,
  checkEvent,
  edited,
  Refused,
  shown,
  sightedIn,
  type Group,
  type Json,
} from './peer-events.ts'

export type { Json } from './peer-events.ts'

/**
 * A server of events as MISP's documentation of its REST interface and of its feeds has them. It is no MISP: what an
 * instance does beyond what is documented is not in it.
 */
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
  readonly groups: Group[]
  /** Paths that are refused to the key. */
  readonly forbidden: Set<string>
}

type Answer = { readonly status: number; readonly body: unknown }

export async function openPeer(...initial: readonly Json[]): Promise<Peer> {
  const events = new Map(initial.map((event) => [event['uuid'] as string, event]))
  const asked: string[] = []
  const fails: number[] = []
  const bodies = new Map<string, string>()
  const groups: Group[] = []
  const forbidden = new Set<string>()
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const line = `${request.method} ${request.url ?? ''}`
      asked.push(line)
      const failing = fails.shift()
      const { status, body } =
        failing === undefined
          ? answerTo(line, text, request.headers.authorization)
          : { status: failing, body: { name: 'no', message: 'Not now.' } }
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  const answerTo = (line: string, text: string, key: string | undefined): Answer => {
    const path = line.slice(line.indexOf(' ') + 1)
    const other = bodies.get(path)
    if (other !== undefined) return { status: 200, body: other }
    const feed = /^GET \/feed\/(manifest|[0-9a-f-]{36})\.json$/.exec(line)?.[1]
    if (feed !== undefined) return feedFile(events, feed)
    if (key !== KEY) return refusal(403, 'Authentication failed.')
    if (forbidden.has(path)) return refusal(403, 'You do not have permission to do that.')
    try {
      return asInstance(line, text)
    } catch (error) {
      if (error instanceof Refused) return refusal(error.status, error.message)
      throw error
    }
  }
  const asInstance = (line: string, text: string): Answer => {
    if (line === 'POST /events/restSearch') return search(events, JSON.parse(text) as Search)
    if (line === 'GET /sharing_groups')
      return { status: 200, body: { response: groups.map((group) => ({ SharingGroup: group })) } }
    if (line === 'POST /sightings/add') return sight(JSON.parse(text) as Json)
    const [, what = '', uuid = ''] =
      /^(\w+ \/\w+\/\w+)(?:\/([0-9a-f-]{36})(?:\/0)?)?$/.exec(line) ?? []
    if (what === 'DELETE /attributes/delete' || what === 'DELETE /objects/delete')
      return softDeleted(uuid)
    const known = events.get(uuid)
    switch (what) {
      case 'POST /events/add':
        return add(eventIn(text))
      case 'GET /events/view':
        return { status: 200, body: { Event: shown(known ?? missing(), false) } }
      case 'PUT /events/edit':
        return kept(edited(known ?? missing(), eventIn(text)))
      case 'POST /events/publish':
        return kept({ ...(known ?? missing()), published: true, publish_timestamp: now() })
      case 'DELETE /events/delete':
        events.delete((known ?? missing())['uuid'] as string)
        return { status: 200, body: { message: 'Event deleted.' } }
      default:
        throw new Refused(405, 'Not documented.')
    }
  }
  const kept = (event: Json): Answer => {
    events.set(event['uuid'] as string, event)
    return { status: 200, body: { Event: event } }
  }
  const eventIn = (text: string): Json => {
    const { Event } = JSON.parse(text) as { readonly Event?: Json }
    checkEvent(Event ?? missing(), groups)
    return Event ?? {}
  }
  const add = (event: Json): Answer => {
    if (events.has(event['uuid'] as string)) throw new Refused(403, 'Event already exists')
    return kept(event)
  }
  const softDeleted = (uuid: string): Answer => {
    for (const event of events.values()) {
      let isThere = false
      const next = changedIn(event, (one) => {
        if (one['uuid'] !== uuid) return one
        isThere = true
        return { ...one, deleted: true, timestamp: now() }
      })
      if (isThere) return kept({ ...next, timestamp: now() })
    }
    return missing()
  }
  const sight = ({ uuid, timestamp }: Json): Answer => {
    for (const event of events.values()) {
      const found = sightedIn(event, String(uuid), Number(timestamp))
      if (!found) continue
      kept(found.next)
      return { status: 200, body: { Sighting: found.sighting } }
    }
    return missing()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    asked,
    fails,
    bodies,
    groups,
    forbidden,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const now = () => String(Math.floor(Date.now() / 1_000))
const refusal = (status: number, message: string) => ({ status, body: { name: message, message } })
const missing = (): never => {
  throw new Refused(404, 'Invalid event')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function feedFile(events: ReadonlyMap<string, Json>, name: string) {
  if (name !== 'manifest') {
    const event = events.get(name)
    return event ? { status: 200, body: { Event: event } } : refusal(404, 'no such file')
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
    .map((one) => ({ Event: shown(one, deleted.includes(1)) }))
  return { status: 200, body: { response: found } }
}
