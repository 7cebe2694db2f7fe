import { randomBytes } from 'node:crypto'

/** Somebody who sends more than anybody needs. */
export const flooder = {
  /** Sends so many requests, each many at a time; how often each status came back. */
  floods: async (
    url: string,
    { times, body }: { readonly times: number; readonly body: 'origins' | 'large' },
  ): Promise<Readonly<Record<string, number>>> => {
    const counts: Record<string, number> = {}
    const count = (name: string) => {
      counts[name] = (counts[name] ?? 0) + 1
    }
    const next = () =>
      body === 'large'
        ? randomBytes(100_000).toString('hex')
        : `old 0\n\n${randomBytes(8).toString('hex')}.example/log\n1\n${randomBytes(32).toString('base64')}\n\n— x ${randomBytes(68).toString('base64')}\n`
    const one = async () => {
      try {
        const answer = await fetch(url, { method: 'POST', body: next() })
        await answer.arrayBuffer()
        count(String(answer.status))
      } catch {
        // The node closes the connection on whoever sends too much.
        count('closed')
      }
    }
    for (let at = 0; at < times; at += 20) await Promise.all(Array.from({ length: 20 }, one))
    return counts
  },
  /** Sends these bytes as they are; the status and the code of the refusal. */
  sends: async (
    url: string,
    {
      method,
      headers,
      body,
    }: {
      readonly method: string
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string | Uint8Array
    },
  ): Promise<{ readonly status: number; readonly text: string }> => {
    const answer = await fetch(url, {
      method,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body: body as string }),
      signal: AbortSignal.timeout(20_000),
    })
    return { status: answer.status, text: await answer.text() }
  },
}
