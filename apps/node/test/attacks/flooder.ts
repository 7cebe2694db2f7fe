import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { signRequest } from '../../src/platform/http/signature.ts'
import { me } from './party.ts'

/** Somebody who sends more than anybody needs. */
type Asked = {
  readonly times: number
  /** Addresses of this machine from which it asks, in turn. */
  readonly from: readonly string[]
  /** What its requests say beside; `{n}` is another number in each. */
  readonly headers?: Readonly<Record<string, string>>
  /** Signed in this party's name for whoever has this origin. */
  readonly signedTo?: string
}
type Answered = {
  readonly counts: Readonly<Record<string, number>>
  readonly waits: readonly string[]
}

function askFrom(url: string, localAddress: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ readonly status: string; readonly wait: string }>((resolve, reject) => {
    const sent = request(url, { localAddress, headers, agent: false }, (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: String(answer.statusCode),
          wait: String(answer.headers['retry-after'] ?? ''),
        }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

export const flooder = {
  /** Asks so many times, ten at once, from these addresses; how often each status came, and how long it is told to wait. */
  asksFrom: async (url: string, asked: Asked): Promise<Answered> => {
    const counts: Record<string, number> = {}
    const waits = new Set<string>()
    const one = async (n: number) => {
      const said = Object.entries(asked.headers ?? {}).map(([name, value]) => [
        name,
        value.replaceAll('{n}', String(n)),
      ])
      const { keys, charter, party } = asked.signedTo === undefined ? {} : me()
      const keyid = charter?.parties.find(({ id }) => id === party)?.origin ?? ''
      const signed =
        asked.signedTo === undefined || !keys
          ? {}
          : signRequest(
              { method: 'GET', url, to: asked.signedTo },
              { keyid, sign: keys.load('log').sign },
              Math.floor(Date.now() / 1000),
            )
      const from = asked.from[n % asked.from.length]!
      const { status, wait } = await askFrom(url, from, { ...Object.fromEntries(said), ...signed })
      counts[status] = (counts[status] ?? 0) + 1
      if (wait !== '') waits.add(wait)
    }
    for (let at = 0; at < asked.times; at += 10)
      await Promise.all(Array.from({ length: 10 }, (_, n) => one(at + n)))
    return { counts, waits: [...waits] }
  },
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
