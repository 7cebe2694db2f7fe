import type { Context } from 'hono'
import type { Releasable } from '@entente/release'

/**
 * The only ways in which what belongs to a case, and evidence, leaves this node: they take nothing but
 * what `release` has cleared.
 */
export function sendBytes(
  context: Context,
  { value }: Releasable<Uint8Array | string>,
  headers: Readonly<Record<string, string>>,
): Response {
  return context.body(typeof value === 'string' ? value : new Uint8Array(value), 200, headers)
}

/**
 * As `sendBytes`, and where the client asks for what stands from one byte on (RFC 9110, section 14), that alone. Any other
 * range is answered with the whole.
 */
export function sendFrom(
  context: Context,
  { value }: Releasable<Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Response {
  const common = { ...headers, 'accept-ranges': 'bytes' }
  const [, text] = /^bytes=(\d{1,12})-$/.exec(context.req.header('range') ?? '') ?? []
  const from = Number(text ?? 0)
  if (from === 0 || from >= value.length) return context.body(new Uint8Array(value), 200, common)
  return context.body(new Uint8Array(value.subarray(from)), 206, {
    ...common,
    'content-range': `bytes ${from}-${value.length - 1}/${value.length}`,
  })
}

export function sendJson(context: Context, { value }: Releasable<object>): Response {
  return context.json(value)
}

/** The open end of a stream of events. */
export type Pushing = {
  readonly push: (event: Releasable<object>) => void
  readonly end: () => void
}

/** Milliseconds between two comments by which the other side knows that the stream still lives. */
export const HEARTBEAT = 10_000
/** Events that may lie unread; whoever reads more slowly is let go and comes again. */
const UNREAD = 1_000

/**
 * Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) until one side
 * ends them; `start` gives back what has to be done then.
 */
export function sendEvents(context: Context, start: (pushing: Pushing) => () => void): Response {
  const encoder = new TextEncoder()
  let over = () => {}
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        let isOver = false
        const write = (text: string) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) <= 0) return end()
          controller.enqueue(encoder.encode(text))
        }
        const end = () => {
          if (isOver) return
          over()
          controller.close()
        }
        const beat = setInterval(() => write(': \n\n'), HEARTBEAT).unref()
        let stop = () => {}
        over = () => {
          if (isOver) return
          isOver = true
          clearInterval(beat)
          stop()
        }
        write(': \n\n')
        stop = start({ push: ({ value }) => write(`data: ${JSON.stringify(value)}\n\n`), end })
      },
      cancel: () => over(),
    },
    { highWaterMark: UNREAD },
  )
  return context.body(stream, 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  })
}

/** A file that is made as it is read: each piece was released before it goes. */
export function sendStream(
  context: Context,
  first: IteratorResult<Releasable<string>>,
  rest: AsyncGenerator<Releasable<string>>,
): Response {
  const encoder = new TextEncoder()
  let next: IteratorResult<Releasable<string>> | undefined = first
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = next ?? (await rest.next())
      next = undefined
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value.value))
    },
    cancel: async () => void (await rest.return(undefined)),
  })
  return context.body(stream, 200, {
    'content-type': 'application/octet-stream',
    'cache-control': 'no-store',
  })
}
