import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../api.ts'
import { readJsonFile } from '../platform/json-file.ts'

/** Where `entente login` keeps who is logged in. */
export const SESSION = '.entente/session.json'

const Session = z.strictObject({ url: z.url(), cookie: z.string().min(1) })

/** A refusal of a running node, as the command line tells it. */
export class SessionError extends Error {
  override readonly name = 'SessionError'
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A running node's API, as one logged-in person. */
export type Client = {
  readonly get: <T>(path: string) => Promise<T>
  /** What is written for people, as it is. */
  readonly text: (path: string) => Promise<string>
  /** Bytes are sent as they are, anything else as JSON. */
  readonly post: <T>(path: string, body?: unknown) => Promise<T>
  readonly put: <T>(path: string, body: unknown) => Promise<T>
  readonly delete: <T>(path: string) => Promise<T>
  /** Posts and takes the answer byte for byte. */
  readonly bytes: (path: string, body: unknown) => Promise<Uint8Array>
  /** The answer as it comes, for what is too long to hold. */
  readonly stream: (
    path: string,
    body: string | ReadableStream<Uint8Array>,
  ) => Promise<ReadableStream<Uint8Array>>
  readonly url: string
}

/** Uses a one-time link and keeps the session in a file that only its owner may read. */
export async function logIn(link: string, file: string): Promise<Client> {
  const { origin } = new URL(link)
  const entered = await reach(link, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw await refused(entered)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify({ url: origin, cookie }), { mode: 0o600 })
  return clientOf({ url: origin, cookie })
}

export function openSession(file: string): Client {
  if (!existsSync(file))
    throw new SessionError(
      'login.missing',
      `expected a session in ${file}, got none: entente login makes one`,
    )
  return clientOf(Session.parse(readJsonFile(file)))
}

function clientOf({ url, cookie }: z.infer<typeof Session>): Client {
  const answered = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await reach(`${url}${path}`, {
      ...init,
      headers: { cookie, 'content-type': 'application/json' },
    })
    if (!answer.ok) throw await refused(answer)
    return answer
  }
  const send = async <T>(path: string, init: RequestInit): Promise<T> =>
    (await (await answered(path, init)).json()) as T
  return {
    url,
    get: (path) => send(path, {}),
    text: async (path) => (await answered(path, {})).text(),
    bytes: async (path, body) => {
      const answer = await answered(path, { method: 'POST', body: JSON.stringify(body) })
      return new Uint8Array(await answer.arrayBuffer())
    },
    delete: (path) => send(path, { method: 'DELETE' }),
    stream: async (path, body) => {
      // A stream is sent as it is read, and answered only then (fetch: half duplex).
      const init = { method: 'POST', body, duplex: 'half' as const }
      const answer = await answered(path, init)
      return answer.body ?? new ReadableStream()
    },
    put: (path, body) => send(path, { method: 'PUT', body: JSON.stringify(body) }),
    post: (path, body = {}) =>
      send(path, {
        method: 'POST',
        body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
      }),
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) })
  } catch (cause) {
    throw new SessionError(
      'node.unreachable',
      `expected a node at ${new URL(url).origin}, got no answer`,
      { cause },
    )
  }
}

async function refused(answer: Response): Promise<SessionError> {
  const text = await answer.text()
  const isProblem = answer.headers.get('content-type')?.includes('problem+json')
  const { code = 'node.refused', detail = `expected an answer, got HTTP ${answer.status}` } =
    isProblem ? (JSON.parse(text) as Problem) : {}
  return new SessionError(code, detail)
}
