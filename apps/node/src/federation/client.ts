import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { readBounded } from '../platform/http/body.ts'
import { signRequest } from '../platform/http/signature.ts'

/** What went wrong with a peer: it did not answer, or what it answered is not acceptable. */
export class PeerProblem extends Error {
  override readonly name = 'PeerProblem'
  readonly kind: 'unreachable' | 'refusing' | 'too-large'
  constructor(kind: PeerProblem['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

export type Asked = {
  readonly method?: 'GET' | 'POST'
  readonly body?: string
  /** Bytes of the longest acceptable answer. */
  readonly limit: number
  /** Asks for what stands from that byte on (RFC 9110, section 14); an answer of 200 is the whole all the same. */
  readonly from?: number
  /** Signs the request as this party's node; absent where the path is open to all. */
  readonly signer?: { readonly keyid: string; readonly sign: (message: Uint8Array) => Uint8Array }
  /** Whom a signed request is meant for: the origin of the peer's strand. */
  readonly to?: string
  /** Seconds now, for the signature. */
  readonly now?: number
  /** Resolves the name in the address; the system's unless told. */
  readonly lookup?: LookupFunction
  /** Milliseconds for the whole answer; 5,000 unless told. */
  readonly timeout?: number
}

export type Answered = {
  readonly status: number
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly text: () => string
}

/**
 * One connection is enough for most of what two nodes say to each other, and with many peers every new one
 * costs more than the question.
 */
const KEPT = { keepAlive: true, maxSockets: 4, maxFreeSockets: 2, scheduling: 'lifo' } as const
const plain = new http.Agent(KEPT)
const secure = new https.Agent(KEPT)

/** Asks a peer for something: bounded in time and size, never redirected. */
export async function ask(url: string, asked: Asked): Promise<Answered> {
  try {
    return await askOnce(url, asked)
  } catch (error) {
    // A kept connection may end at the very moment at which it is used again: nothing was answered on it.
    if (error instanceof EndedConnection) return askOnce(url, asked)
    throw error
  }
}

class EndedConnection extends PeerProblem {}

async function askOnce(url: string, asked: Asked): Promise<Answered> {
  const { limit, timeout = 5_000 } = asked
  let sent: ClientRequest | undefined
  try {
    // The timeout covers the body too: a peer that drips bytes is one that does not answer.
    const signal = AbortSignal.timeout(timeout)
    const response = await send(url, asked, { signal, began: (request) => (sent = request) })
    const bytes = await readBounded(response, limit)
    if (!bytes) throw new PeerProblem('too-large', `expected at most ${limit} bytes from ${url}`)
    return {
      status: response.statusCode ?? 0,
      contentType: response.headers['content-type'] ?? '',
      bytes,
      text: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    }
  } catch (cause) {
    if (cause instanceof PeerProblem) throw cause
    const isEnded =
      sent?.reusedSocket === true && (cause as NodeJS.ErrnoException).code === 'ECONNRESET'
    const Problem = isEnded ? EndedConnection : PeerProblem
    throw new Problem('unreachable', `expected an answer from ${url}, got none`, { cause })
  }
}

/** A peer's answer that does not end by itself, as it comes; throws where there is none. */
export async function openStream(
  url: string,
  asked: Pick<Asked, 'signer' | 'to' | 'now' | 'lookup'> & { readonly signal: AbortSignal },
): Promise<AsyncIterable<Uint8Array>> {
  // A connection of its own: it is never free for anything else.
  const response = await send(url, asked, { signal: asked.signal, agent: false })
  if (response.statusCode === 200) return response
  response.destroy()
  throw new PeerProblem(
    'refusing',
    `expected a stream from ${url}, got status ${response.statusCode}`,
  )
}

type Sending = {
  readonly signal: AbortSignal
  readonly agent?: false
  readonly began?: (request: ClientRequest) => void
}

function send(
  url: string,
  asked: Omit<Asked, 'limit'>,
  { signal, agent, began }: Sending,
): Promise<IncomingMessage> {
  const { method = 'GET', body, lookup } = asked
  const resolving = lookup ? { lookup } : {}
  const headers = {
    ...headersFor(url, asked),
    ...(body === undefined
      ? {}
      : {
          'content-type': 'text/plain; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        }),
  }
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:')
      ? https.request(url, { method, headers, signal, ...resolving, agent: agent ?? secure })
      : http.request(url, { method, headers, signal, ...resolving, agent: agent ?? plain })
    began?.(request)
    request.once('response', resolve)
    request.once('error', reject)
    request.end(body)
  })
}

/** The headers of a request; signed where there is a signer. */
const headersFor = (
  url: string,
  {
    method = 'GET',
    signer,
    to = '',
    now = 0,
    from = 0,
  }: Pick<Asked, 'method' | 'signer' | 'to' | 'now' | 'from'>,
) => ({
  'accept-encoding': 'identity',
  ...(from > 0 ? { range: `bytes=${from}-` } : {}),
  ...(signer ? signRequest({ method, url, to }, signer, now) : {}),
})
