import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
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
  const bounded = bodyLimit({
    maxSize: limit,
    onError: () => {
      throw new Refusal(413, 'request.too-large', `expected at most ${limit} bytes`)
    },
  })
  return (context, next) => (except.includes(context.req.path) ? next() : bounded(context, next))
}
