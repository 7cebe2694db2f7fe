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
  /** Signs the request as this party's node; absent where the path is open to all. */
  readonly signer?: { readonly keyid: string; readonly sign: (message: Uint8Array) => Uint8Array }
  /** Whom a signed request is meant for: the origin of the peer's strand. */
  readonly to?: string
  /** Seconds now, for the signature. */
  readonly now?: number
  readonly timeout?: number
}

export type Answered = {
  readonly status: number
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly text: () => string
}

/** Asks a peer for something: bounded in time and size, never redirected. */
export async function ask(url: string, asked: Asked): Promise<Answered> {
  const { method = 'GET', limit, timeout = 5_000 } = asked
  try {
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      headers: {
        ...headersFor(url, asked),
        ...(asked.body === undefined ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
      },
      ...(asked.body === undefined ? {} : { body: asked.body }),
    })
    // The timeout covers the body too: a peer that drips bytes is one that does not answer.
    const bytes = await readBounded(response.body, limit)
    if (!bytes) throw new PeerProblem('too-large', `expected at most ${limit} bytes from ${url}`)
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      bytes,
      text: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    }
  } catch (cause) {
    if (cause instanceof PeerProblem) throw cause
    throw new PeerProblem('unreachable', `expected an answer from ${url}, got none`, { cause })
  }
}

/** A peer's answer that does not end by itself, as it comes; throws where there is none. */
export async function openStream(
  url: string,
  asked: Pick<Asked, 'signer' | 'to' | 'now'> & { readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: asked.signal,
    headers: headersFor(url, asked),
  })
  if (response.status === 200 && response.body) return response.body
  await response.body?.cancel()
  throw new PeerProblem('refusing', `expected a stream from ${url}, got status ${response.status}`)
}

const headersFor = (
  url: string,
  { method = 'GET', signer, to = '', now = 0 }: Pick<Asked, 'method' | 'signer' | 'to' | 'now'>,
) => ({
  'accept-encoding': 'identity',
  ...(signer ? signRequest({ method, url, to }, signer, now) : {}),
})
