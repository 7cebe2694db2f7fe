import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** Somebody on the wire between two nodes: sees every byte, and passes on what it likes. */
type Way = 'passes' | 'alters' | 'alters requests' | 'drops' | 'replays'
/** A feed never ends by itself: whoever hears nothing asks instead. */
type FeedWay = 'cut' | 'passes' | 'alters'

type Heard = { readonly status: number; readonly type: string; readonly body: Buffer }
type Kept = Heard & {
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

let way: Way = 'passes'
let feedWay: FeedWay = 'cut'
let seed = 1
const kept: Kept[] = []
/** What came in feeds: how many bytes at once. */
const pushed: { readonly bytes: number }[] = []

/** Numbers from 0 up to, but not including, `below`, the same in every run. */
function chance(below: number): number {
  // Park and Miller's generator: any other would do.
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}

export const middle = {
  /** Stands before the node at that address; returns where it answers in its place: on a line, and not within the machine. */
  standsBefore: (url: string): Promise<string> => {
    const server = createServer((incoming, response) => {
      pass(url, incoming, response).catch(() => response.destroy())
    })
    return new Promise((resolve) => {
      const host = onALine()
      server.listen(0, host, () =>
        resolve(`http://${host}:${(server.address() as AddressInfo).port}`),
      )
    })
  },
  takesTo: (next: Way) => {
    way = next
  },
  takesFeed: (next: FeedWay) => {
    feedWay = next
  },
  /** What came in feeds and says something, in order: no heartbeats. */
  pushed: () => pushed,
  /** Every path that was asked through it, with how many bytes came back, and when in milliseconds, in order. */
  heard: () => kept.map(({ path, status, body }) => ({ path, status, bytes: body.length })),
  /** Every byte that came back through it. */
  bytes: () => kept.map(({ body }) => new Uint8Array(body)),
  /** Sends a request that it heard once more, to another node; the status. */
  passesOn: async (pattern: string, to: string) => {
    const one = kept.findLast(({ path }) => path.includes(pattern))
    if (!one) throw new Error(`expected to have heard ${pattern}, got ${kept.length} other paths`)
    return (await send(`${to}${one.path}`, 'GET', one.headers)).status
  },
}

/** This machine's address in a network, or its name where it is in none. */
function onALine(): string {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  const line = all.find(({ family, internal }) => family === 'IPv4' && !internal)
  return line?.address ?? hostname()
}

async function pass(url: string, incoming: IncomingMessage, response: ServerResponse) {
  const path = incoming.url ?? '/'
  if (way === 'drops') return void response.destroy()
  if (path === '/log/feed') return passFeed(`${url}${path}`, incoming, response)
  const before = way === 'replays' && kept.find((one) => one.path === path && one.status === 200)
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const asked = { path, headers: incoming.headers, body: Buffer.concat(chunks) }
  const { body: sent, ...to } = way === 'alters requests' ? alteredRequest(asked) : asked
  const heard =
    before || (await send(`${url}${to.path}`, incoming.method ?? 'GET', to.headers, [sent]))
  kept.push({ ...heard, path, headers: incoming.headers })
  const body = way === 'alters' ? flipped(heard.body) : heard.body
  response.writeHead(heard.status, { 'content-type': heard.type }).end(body)
}

/** Opens the feed in the other's name, and hands on what comes, chunk by chunk. */
function passFeed(url: string, incoming: IncomingMessage, response: ServerResponse): void {
  if (feedWay === 'cut') return void response.writeHead(404).end()
  const asked = request(url, { headers: incoming.headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 0, { 'content-type': 'text/event-stream' })
    answer.on('data', (chunk: Buffer) => {
      if (chunk.includes('data:')) pushed.push({ bytes: chunk.length })
      response.write(feedWay === 'alters' ? flipped(chunk) : chunk)
    })
    answer.on('error', () => response.destroy())
    answer.on('end', () => response.end())
  })
  asked.on('error', () => response.destroy())
  response.on('close', () => asked.destroy())
  asked.end()
}

type Request = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** The same request with one bit turned: of its body where it has one, else of its signature. */
function alteredRequest({ path, headers, body }: Request): Request {
  if (body.length > 0) return { path, headers, body: flipped(body) }
  const signature = headers['signature']
  if (typeof signature !== 'string') return { path, headers, body }
  const [, before = '', bytes = '', after = ''] = /^([^:]*:)([^:]*)(:.*)$/.exec(signature) ?? []
  const turned = flipped(Buffer.from(bytes, 'base64')).toString('base64')
  return { path, headers: { ...headers, signature: `${before}${turned}${after}` }, body }
}

/** The same bytes with one bit turned. */
function flipped(body: Buffer): Buffer {
  if (body.length === 0) return body
  const at = chance(body.length)
  const changed = Buffer.from(body)
  changed[at] = changed[at]! ^ (1 << chance(8))
  return changed
}

function send(
  url: string,
  method: string,
  headers: IncomingMessage['headers'],
  chunks: readonly Buffer[] = [],
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          body: Buffer.concat(parts),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(Buffer.concat(chunks))
  })
}
