import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from './problem.ts'

/** Where a route says nothing else: one MiB of request. */
const REQUEST_LIMIT = 1024 * 1024

/** Refuses with 413 what is longer, whatever its length header says. */
export const limitRequests = (limit = REQUEST_LIMIT): MiddlewareHandler =>
  bodyLimit({
    maxSize: limit,
    onError: () => {
      throw new Refusal(413, 'request.too-large', `expected at most ${limit} bytes`)
    },
  })
