import { z } from 'zod'
import { MispError } from './error.ts'

/**
 * What of MISP's REST interface an exchange needs, as its documentation has it (https://www.misp-project.org/openapi/):
 * `/events/restSearch`, `view`, `add`, `edit`, `publish`, `delete`, `/attributes/delete`, `/objects/delete`,
 * `/sharing_groups`; and `/sightings/add` with its fields as MISP's book has them (automation, "Sightings API").
 */

/** One exchange over HTTP. It rejects only where no answer came. */
type Ask = (request: {
  readonly method: Method
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
  /** What of an event is there and not deleted; undefined where it is not there. */
  readonly view: (uuid: string) => Promise<EventThere | undefined>
  readonly add: (event: Uint8Array) => Promise<void>
  readonly edit: (uuid: string, event: Uint8Array) => Promise<void>
  readonly publish: (uuid: string) => Promise<void>
  /** Deletes what is there; whatever is not there any more is deleted already. */
  readonly remove: (what: 'events' | 'attributes' | 'objects', uuid: string) => Promise<void>
  /** Says that an attribute was seen: a `sightingOf`. The UUID that the instance gave the sighting, where it says it. */
  readonly sight: (sighting: Uint8Array) => Promise<string | undefined>
  /** The sharing groups that the key's user sees, by their UUIDs. */
  readonly groups: () => Promise<ReadonlyMap<string, { readonly id: string }>>
}

/** An event as it is at an instance: when it was last changed, and when each attribute of it was, in seconds since 1970. */
export type EventThere = {
  readonly timestamp: number
  readonly attributes: ReadonlyMap<string, number>
  readonly objects: ReadonlySet<string>
}

/** Of objects the path says whether they are erased, or kept as deleted. */
const SOFTLY = '/0'
const TRIES = 5
const FIRST_WAIT = 500
const LONGEST_WAIT = 30_000
/** What may be otherwise in a moment. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

const Seconds = z.union([z.string(), z.int()]).transform(Number)
const Uuid = z.string().toLowerCase()
const Attributes = z.array(z.looseObject({ uuid: Uuid, timestamp: Seconds })).default([])
const Viewed = z.object({
  Event: z.looseObject({
    timestamp: Seconds,
    Attribute: Attributes,
    Object: z.array(z.looseObject({ uuid: Uuid, Attribute: Attributes })).default([]),
  }),
})
const Group = z.looseObject({ id: z.union([z.string(), z.int()]).transform(String), uuid: Uuid })
const Groups = z.object({ response: z.array(z.looseObject({ SharingGroup: Group })) })
const Sighted = z.object({ Sighting: z.looseObject({ uuid: Uuid.optional() }) })

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

/** That an attribute was seen, and when (seconds since 1970). */
export const sightingOf = (attribute: string, timestamp: number): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ uuid: attribute, timestamp }))

/** Asks an instance of MISP, or a feed; it leaves asking to whoever gave it `ask`. */
export function mispClient(options: MispClientOptions): MispClient {
  const good = async (method: Method, path: string, body?: Uint8Array) => {
    const answer = await answered(options, { method, path, body })
    if (answer.status === 200) return answer
    throw refusedBy(answer)
  }
  /** What is there; undefined where it is not. */
  const there = async (method: Method, path: string) => {
    const answer = await answered(options, { method, path })
    if (answer.status === 404) return undefined
    if (answer.status !== 200) throw refusedBy(answer)
    return answer
  }
  return {
    feedFile: async (name) => textOf((await good('GET', name)).body),
    search: async (question) => {
      const answer = await good('POST', 'events/restSearch', question)
      const date = answer.header('date')
      return { text: textOf(answer.body), ...(date === undefined ? {} : { date }) }
    },
    view: async (uuid) => {
      const answer = await there('GET', `events/view/${uuid}`)
      return answer && thereIn(jsonIn(answer.body))
    },
    add: async (event) => void (await good('POST', 'events/add', event)),
    edit: async (uuid, event) => void (await good('PUT', `events/edit/${uuid}`, event)),
    publish: async (uuid) => void (await good('POST', `events/publish/${uuid}`)),
    remove: async (what, uuid) =>
      void (await there('DELETE', `${what}/delete/${uuid}${what === 'objects' ? SOFTLY : ''}`)),
    sight: async (sighting) => {
      const answer = await good('POST', 'sightings/add', sighting)
      const said = Sighted.safeParse(jsonIn(answer.body))
      return said.success ? said.data.Sighting.uuid : undefined
    },
    groups: async () => {
      const said = Groups.safeParse(jsonIn((await good('GET', 'sharing_groups')).body))
      if (!said.success)
        throw new MispError('misp.server', 'expected sharing groups of the server, got others')
      const groups = said.data.response.map(({ SharingGroup: group }) => group)
      return new Map(groups.map(({ uuid, id }) => [uuid, { id }]))
    },
  }
}

/** What an instance says of an event. */
function thereIn(json: unknown): EventThere {
  const said = Viewed.safeParse(json)
  if (!said.success)
    throw new MispError('misp.server', 'expected an event with its timestamp, got something else')
  const { timestamp, Attribute: own, Object: objects } = said.data.Event
  const attributes = [...own, ...objects.flatMap(({ Attribute: grouped }) => grouped)]
  return {
    timestamp,
    attributes: new Map(attributes.map((one) => [one.uuid, one.timestamp])),
    objects: new Set(objects.map(({ uuid }) => uuid)),
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Asking = {
  readonly method: Method
  readonly path: string
  readonly body?: Uint8Array | undefined
}
type Answer = Awaited<ReturnType<Ask>>

async function answered(options: MispClientOptions, asked: Asking): Promise<Answer> {
  const { tries = TRIES, server } = options
  const url = new URL(asked.path, server.endsWith('/') ? server : `${server}/`).href
  for (let tried = 1; ; tried += 1) {
    const answer = await options.ask(requestOf(options, url, asked)).catch((cause: unknown) => {
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

const requestOf = (
  { key, userAgent }: MispClientOptions,
  url: string,
  { method, body }: Asking,
) => ({
  method,
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
  return new MispError('misp.server', `expected 200 of the server, got ${status}${words}`, {
    status,
  })
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
