import { z } from 'zod'
import { MispError } from './error.ts'

/**
 * What of MISP's REST interface an exchange needs, as its documentation has it (https://www.misp-project.org/openapi/):
 * `/events/restSearch`, `/events/view`, `/events/add`, `/events/edit`.
 */

/** One exchange over HTTP. It rejects only where no answer came. */
type Ask = (request: {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}) => Promise<{
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
}>

export type MispClientOptions = {
  readonly ask: Ask
  /** Where the instance, or the feed, is: paths are put behind it. */
  readonly server: string
  /** The authentication key of a user of the instance. */
  readonly key?: string
  readonly userAgent: string
  readonly wait: (milliseconds: number) => Promise<void>
  /** How often one thing is asked before it is given up. */
  readonly tries?: number
}

/** Text as it came, and what time it was there. */
type MispPage = { readonly text: string; readonly date?: string }

export type MispClient = {
  /** The file `manifest.json` of a feed, or that of an event. */
  readonly feedFile: (name: string) => Promise<string>
  /** The answer to a `searchQuestion`. */
  readonly search: (question: Uint8Array) => Promise<MispPage>
  /** When an event that is there was last changed, in seconds since 1970; undefined where it is not there. */
  readonly timestampOf: (uuid: string) => Promise<number | undefined>
  readonly add: (event: Uint8Array) => Promise<void>
  readonly edit: (uuid: string, event: Uint8Array) => Promise<void>
}

const TRIES = 5
const FIRST_WAIT = 500
const LONGEST_WAIT = 30_000
/** What may be otherwise in a moment. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

const Viewed = z.object({
  Event: z.looseObject({ timestamp: z.union([z.string(), z.int()]).transform(Number) }),
})

/** Asks for a page of published events, those published from `since` on (seconds since 1970), with what was deleted in them. */
export const searchQuestion = ({
  since,
  page,
  limit,
}: {
  readonly since?: number
  readonly page: number
  readonly limit: number
}): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      returnFormat: 'json',
      page,
      limit,
      published: true,
      deleted: [0, 1],
      ...(since === undefined ? {} : { publish_timestamp: since }),
    }),
  )

/** Asks an instance of MISP, or a feed; it leaves asking to whoever gave it `ask`. */
export function mispClient(options: MispClientOptions): MispClient {
  const good = async (path: string, body?: Uint8Array) => {
    const answer = await answered(options, path, body)
    if (answer.status === 200) return answer
    throw refusedBy(answer)
  }
  return {
    feedFile: async (name) => textOf((await good(name)).body),
    search: async (question) => {
      const answer = await good('events/restSearch', question)
      const date = answer.header('date')
      return { text: textOf(answer.body), ...(date === undefined ? {} : { date }) }
    },
    timestampOf: async (uuid) => {
      const answer = await answered(options, `events/view/${uuid}`)
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw refusedBy(answer)
      const parsed = Viewed.safeParse(jsonIn(answer.body))
      if (parsed.success) return parsed.data.Event.timestamp
      throw new MispError('misp.server', 'expected an event with its timestamp, got something else')
    },
    add: async (event) => void (await good('events/add', event)),
    edit: async (uuid, event) => void (await good(`events/edit/${uuid}`, event)),
  }
}

type Answer = Awaited<ReturnType<Ask>>

async function answered(
  options: MispClientOptions,
  path: string,
  body?: Uint8Array,
): Promise<Answer> {
  const { tries = TRIES, server } = options
  const url = new URL(path, server.endsWith('/') ? server : `${server}/`).href
  for (let tried = 1; ; tried += 1) {
    const answer = await options.ask(requestOf(options, url, body)).catch((cause: unknown) => {
      if (cause instanceof MispError || tried >= tries)
        throw cause instanceof MispError
          ? cause
          : new MispError('misp.server', `expected an answer of ${url}, got none`, { cause })
      return undefined
    })
    if (answer && (!PASSING.has(answer.status) || tried >= tries)) return answer
    await options.wait(Math.min(FIRST_WAIT * 2 ** (tried - 1), LONGEST_WAIT))
  }
}

const requestOf = ({ key, userAgent }: MispClientOptions, url: string, body?: Uint8Array) => ({
  method: body ? ('POST' as const) : ('GET' as const),
  url,
  headers: {
    accept: 'application/json',
    'user-agent': userAgent,
    ...(key === undefined ? {} : { authorization: key }),
    ...(body ? { 'content-type': 'application/json', 'content-length': String(body.length) } : {}),
  },
  ...(body ? { body } : {}),
})

function refusedBy({ status, body }: Answer): MispError {
  const said = z.object({ message: z.string() }).safeParse(jsonIn(body))
  const words = said.success ? `: ${said.data.message.slice(0, 200)}` : ''
  return new MispError('misp.server', `expected 200 of the server, got ${status}${words}`)
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new MispError('misp.malformed', 'expected UTF-8 of the server, got other bytes', {
      cause,
    })
  }
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(body))
  } catch {
    return undefined
  }
}
