import { TaxiiError } from './error.ts'
import type { ApiRoot, Collection, Discovery, Status, StatusDetails } from './resource.ts'

type Json = Readonly<Record<string, unknown>>

// The server may say anything: what is taken from it is looked at first, and everything else is left.

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text no longer than anybody has to read; undefined for anything else. */
const textIn = (value: unknown, most = 2_000): string | undefined =>
  typeof value === 'string' ? value.slice(0, most) : undefined

const refuse = (expected: string, of: string): never => {
  throw new TaxiiError('server.malformed', `expected ${expected} in ${of}, got something else`)
}

const needed = (value: unknown, name: string, of: string): string =>
  textIn(value) ?? refuse(`${name} as a text`, of)

const listOf = <T>(value: unknown, one: (item: unknown) => readonly T[]): readonly T[] =>
  Array.isArray(value) ? value.flatMap(one) : []

const textsOf = (value: unknown): readonly string[] =>
  listOf(value, (one) => {
    const text = textIn(one)
    return text === undefined ? [] : [text]
  })

/** Parses an answer that has to be one JSON object. */
export function readJson(body: Uint8Array): Json {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (cause) {
    throw new TaxiiError('server.malformed', 'expected JSON in UTF-8, got other bytes', { cause })
  }
  return isObject(value) ? value : refuse('a TAXII resource', 'an answer')
}

/** Section 4.1.1; titles are shown, and only texts are. */
export function readDiscovery(json: Json): Discovery {
  const [description, contact, root] = ['description', 'contact', 'default'].map((name) =>
    textIn(json[name]),
  )
  return {
    title: needed(json['title'], 'title', 'a discovery'),
    ...(description === undefined ? {} : { description }),
    ...(contact === undefined ? {} : { contact }),
    ...(root === undefined ? {} : { default: root }),
    api_roots: textsOf(json['api_roots']).slice(0, 1_000),
  }
}

/** Section 4.2.1. */
export function readRoot(json: Json): ApiRoot {
  const most = json['max_content_length']
  if (!Number.isSafeInteger(most) || (most as number) <= 0)
    return refuse('max_content_length as a whole number above 0', 'an API root')
  return {
    title: needed(json['title'], 'title', 'an API root'),
    versions: textsOf(json['versions']),
    max_content_length: most as number,
  }
}

/** Section 5.1.1: none where the key is left out. */
export function readCollections(json: Json): readonly Collection[] {
  return listOf(json['collections'], (one) => {
    if (!isObject(one)) return refuse('collections', 'a list of them')
    const [alias, description] = [textIn(one['alias']), textIn(one['description'])]
    return [
      {
        id: needed(one['id'], 'id', 'a collection'),
        title: needed(one['title'], 'title', 'a collection'),
        ...(alias === undefined ? {} : { alias }),
        ...(description === undefined ? {} : { description }),
        can_read: one['can_read'] === true,
        can_write: one['can_write'] === true,
      },
    ]
  })
}

/** Section 4.3.1: whole counts, and details with what they are of. */
export function readStatus(json: Json): Status {
  const count = (name: string): number => {
    const value = json[name]
    return Number.isSafeInteger(value) && (value as number) >= 0
      ? (value as number)
      : refuse(`${name} as a whole number`, 'a status')
  }
  const { status } = json
  if (status !== 'complete' && status !== 'pending')
    return refuse('complete or pending', 'a status')
  const [successes, failures] = [json['successes'], json['failures']].map((some) =>
    listOf(some, readDetail),
  ) as [readonly StatusDetails[], readonly StatusDetails[]]
  return {
    id: needed(json['id'], 'id', 'a status'),
    status,
    total_count: count('total_count'),
    success_count: count('success_count'),
    ...(successes.length > 0 ? { successes } : {}),
    failure_count: count('failure_count'),
    ...(failures.length > 0 ? { failures } : {}),
    pending_count: count('pending_count'),
  }
}

function readDetail(json: unknown): readonly StatusDetails[] {
  if (!isObject(json)) return []
  const message = textIn(json['message'])
  return [
    {
      id: textIn(json['id'], 300) ?? 'no id',
      version: textIn(json['version'], 130) ?? '',
      ...(message === undefined ? {} : { message }),
    },
  ]
}
