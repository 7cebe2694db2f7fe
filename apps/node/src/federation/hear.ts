import { createParser } from 'eventsource-parser'
import { z } from 'zod'
import { CharterId } from '@entente/accord'
import { HEARTBEAT } from '../platform/http/send.ts'
import type { Asked } from './client.ts'
import type { Outside } from './outside.ts'

/** What a peer's feed says: its strand in that case has so many cosigned acts. */
const Hint = z.strictObject({ case: CharterId, size: z.int().nonnegative() })
export type Hint = z.infer<typeof Hint>

/** Characters of one event; a hint has about a hundred. */
const EVENT_LIMIT = 1_000
/** A feed without a heartbeat for so long is dead. */
const SILENCE = 3 * HEARTBEAT

/**
 * Listens to a peer's feed until it ends, falls silent or says what is no hint; resolves then. Never
 * throws: whoever hears nothing asks instead.
 */
export async function hear(
  url: string,
  asked: Pick<Asked, 'signer' | 'to' | 'now'>,
  told: {
    readonly signal: AbortSignal
    readonly network: Outside['network']
    readonly alive: () => void
    readonly hint: (hint: Hint) => void
    /** What was sent is no hint: its beginning. */
    readonly strange: (got: string) => void
  },
): Promise<void> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const leave = (got: string) => {
    told.strange(got.slice(0, EVENT_LIMIT))
    end()
  }
  let silence = setTimeout(end, SILENCE)
  const parser = createParser({
    maxBufferSize: EVENT_LIMIT,
    onComment: told.alive,
    onEvent: ({ data }) => {
      const hint = readHint(data)
      if (hint) told.hint(hint)
      else leave(data)
    },
    onError: ({ message }) => leave(message),
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    told.signal.addEventListener('abort', end, { signal: ending.signal })
    if (told.signal.aborted) end()
    const { signal } = ending
    for await (const chunk of await told.network.openStream(url, { ...asked, signal })) {
      clearTimeout(silence)
      silence = setTimeout(end, SILENCE)
      parser.feed(decoder.decode(chunk, { stream: true }))
      if (ending.signal.aborted) break
    }
  } catch {
    // Not there, not signed for us, cut off or not UTF-8: all the same, there is nothing to hear.
  } finally {
    clearTimeout(silence)
    end()
  }
}

function readHint(data: string): Hint | undefined {
  try {
    return Hint.safeParse(JSON.parse(data)).data
  } catch {
    // Not JSON: no hint.
    return undefined
  }
}
