import type { MiddlewareHandler } from 'hono'
import { readBounded } from './body.ts'
import { Refusal } from './problem.ts'

/** Where a route says nothing else: one MiB of request. */
const REQUEST_LIMIT = 1024 * 1024

/**
 * Refuses with 413 what is longer, whatever its length header says; paths that read files bound
 * what they read themselves.
 */
export function limitRequests({
  limit = REQUEST_LIMIT,
  except = [],
}: {
  readonly limit?: number
  readonly except?: readonly string[]
} = {}): MiddlewareHandler {
  const tooLarge = () => new Refusal(413, 'request.too-large', `expected at most ${limit} bytes`)
  return async ({ req }, next) => {
    if (except.includes(req.path) || !req.raw.body) return next()
    const length = req.header('content-length')
    // HTTP cuts a body off at the length that it says; one that says none is read here, up to the limit.
    if (length !== undefined && req.header('transfer-encoding') === undefined) {
      if (Number(length) > limit) throw tooLarge()
      return next()
    }
    const body = await readBounded(req.raw.body, limit)
    if (!body) throw tooLarge()
    const { method, headers, url } = req.raw
    req.raw = new Request(url, {
      method,
      headers,
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    })
    return next()
  }
}
