import { readBounded } from '../platform/http/body.ts'
import { TimestampError } from './error.ts'
import { timestampRequest } from './exchange.ts'
import { MOST_TOKEN_BYTES } from './token.ts'

/** Milliseconds that an authority has for its whole answer. */
const PATIENCE = 10_000

/**
 * Asks an authority over HTTP (RFC 3161, section 3.4): it learns a hash and a nonce, and nothing else of the case.
 * Gives back the answer's bytes, of which nothing is proved.
 */
export async function askAuthority(
  url: string,
  { imprint, nonce }: { readonly imprint: Uint8Array; readonly nonce: bigint },
): Promise<Uint8Array> {
  const unreachable = (got: string, cause?: unknown) =>
    new TimestampError('timestamp.unreachable', `expected an answer from ${url}, got ${got}`, {
      cause,
    })
  let bytes: Uint8Array | undefined
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(timestampRequest(imprint, nonce)),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (answer.status !== 200) throw unreachable(`status ${answer.status}`)
    bytes = await readBounded(answer.body, MOST_TOKEN_BYTES)
  } catch (cause) {
    if (cause instanceof TimestampError) throw cause
    throw unreachable('none', cause)
  }
  if (bytes) return bytes
  throw new TimestampError(
    'token.too-large',
    `expected at most ${MOST_TOKEN_BYTES} bytes from ${url}, got more`,
  )
}
