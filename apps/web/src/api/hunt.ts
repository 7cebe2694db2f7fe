import type { HuntEvent } from '../../../node/src/api.ts'
import { answered } from './client.ts'

/** Puts a pattern to all that this node holds, and says each thing as it comes; `signal` ends it, at the node too. */
export async function hunt(
  pattern: string,
  onEvent: (event: HuntEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const { body } = await answered('/api/v1/hunts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ pattern }),
    signal,
  })
  if (!body) return
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = `${rest}${value}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onEvent(JSON.parse(line) as HuntEvent)
  }
}
