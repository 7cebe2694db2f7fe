import { createHash } from 'node:crypto'
import type { CharterId } from '@entente/accord'
import { signRequest } from '../../src/platform/http/signature.ts'
import { openKeys } from '../../src/platform/keys/index.ts'
import { COLLECTION, NAMES, tokenOf, type Name, type World } from './constellation.ts'

/** What somebody who asks every route puts in the place of its parameters: every id that there is. */
export type Known = {
  readonly world: World
  readonly steps: readonly string[]
  readonly objects: readonly string[]
  /** The last act of each kind, by the hash of its case. */
  readonly acts: ReadonlyMap<string, readonly string[]>
  readonly digests: readonly string[]
  readonly drafts: readonly string[]
  readonly publications: readonly string[]
  /** Hashes by which objects and attachments are asked for. */
  readonly hashes: readonly string[]
  /** Hashes of the names of strands. */
  readonly origins: readonly string[]
  /** Secrets of calendars: only who was given one has it. */
  readonly calendars: readonly string[]
  /** Statuses of what Birch's program added: only it reads them. */
  readonly statuses: readonly string[]
  /** How many acts each strand has. */
  readonly sizes: ReadonlyMap<string, number>
}

/** Who asks: with a session, with a node's signature, or with neither. */
export type Asker = {
  readonly cookie?: string
  readonly node?: Name
  /** The party whose program asks, where a path is for programs. */
  readonly program?: Name
  /** The age recipient that the asker can open files for. */
  readonly recipient: string
}

export type Asked = {
  readonly method: string
  /** The pattern of the router that the path is one of. */
  readonly pattern: string
  readonly path: string
  readonly body?: string
}

const hex = (id: string) => id.slice('sha256:'.length)
const STRANGE = '0'.repeat(64)
const SHAPE = /^(.*?)(?::(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?\??|(?<=\/)\*$)(.*)$/

/** Every path that a pattern of the router stands for. */
export function pathsOf(pattern: string, known: Known, asker: Asker): readonly string[] {
  const expand = (done: string, rest: string): readonly string[] => {
    const [, before = '', name = '', after = ''] = SHAPE.exec(rest) ?? []
    if (before === '' && name === '' && after === '') return [`${done}${rest}`]
    const at = `${done}${before}`
    const values =
      ofTaxii(pattern, name, known) ??
      FIXED[name] ??
      valuesOf({ name: name === '' ? '*' : name, at, pattern }, known, asker)
    return values.flatMap((value) => expand(`${at}${value}`, after))
  }
  return expand('', pattern)
}

/** Parameters that have the same values at every node: the numbers of what was taken in and of what waits, and exchanges. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  number: ['1', '2', '3'],
  place: ['1'],
  remote: ['nobody'],
  direction: ['pull', 'push'],
}

const ofTaxii = (pattern: string, name: string, { objects, statuses }: Known) =>
  pattern.startsWith('/taxii2/')
    ? { collection: [COLLECTION], object: objects, status: statuses }[name]
    : undefined

type Parameter = { readonly name: string; readonly at: string; readonly pattern: string }

/** A parameter that is new and not told of here is asked for with every id that there is: no route is passed over. */
function valuesOf(
  { name, at, pattern }: Parameter,
  known: Known,
  { recipient }: Asker,
): readonly string[] {
  const cases = Object.values(known.world.cases)
  switch (name) {
    case 'id':
      return idsOf(pattern, known)
    case 'case':
      return [...cases.map(hex), STRANGE]
    case 'opened':
      // Opened under the root case: of another one there is nothing to be told but that.
      return at.includes(hex(known.world.cases.root)) ? [...cases.map(hex), STRANGE] : [STRANGE]
    case 'party':
      return pattern.startsWith('/api/') ? ['XZ'] : NAMES
    case 'step':
      return known.steps
    case 'what':
      return ['charter', 'opening']
    case 'act':
      return actsAt(at, known)
    case 'digest':
      // What was sealed in one case is asked for in another once: what tells it does not hang on which.
      return at.includes(hex(known.world.cases.shared)) ? known.digests : known.digests.slice(0, 1)
    case 'recipient':
      return [recipient]
    case 'hex':
    case 'sha256':
      return known.hashes
    case 'hash':
      return [...known.origins, STRANGE]
    case 'token':
      return ['A'.repeat(43)]
    case 'file':
      return pattern.startsWith('/calendar')
        ? ['A'.repeat(43), ...known.calendars].map((secret) => `${secret}.ics`)
        : [...known.publications, ...cases].map((id) => `${hex(id)}.json`)
    case '*':
      return tilesOf(at, known)
    default:
      return everyId(known)
  }
}

function idsOf(pattern: string, known: Known): readonly string[] {
  const { world, drafts, publications, objects } = known
  if (pattern.startsWith('/api/v1/cases/')) return Object.values(world.cases)
  if (pattern.startsWith('/public/')) return publications.map(hex)
  if (/^\/api\/v1\/(?:incidents\/)?drafts\//.test(pattern)) return drafts
  if (pattern.startsWith('/api/v1/objects/')) return objects
  // Nobody of the constellation is shut out by being asked for.
  if (/^\/api\/v1\/(?:people|reminders)\//.test(pattern)) return ['nobody']
  return everyId(known)
}

const everyId = ({ world, drafts, publications, objects, acts }: Known): readonly string[] => [
  ...Object.values(world.cases),
  ...drafts,
  ...publications,
  ...objects,
  ...[...acts.values()].flat(),
]

/** All acts of a case, and one of each other: what tells of an act that is not of the case does not hang on which. */
const actsAt = (at: string, { acts, drafts }: Known): readonly string[] => [
  ...drafts.slice(0, 1),
  ...[...acts].flatMap(([of, all]) => (at.includes(of) ? all : all.slice(-1))),
]

function tilesOf(at: string, { sizes }: Known): readonly string[] {
  const [, , of, party] = at.split('/')
  const size = sizes.get(`sha256:${of} ${party}`) ?? 1
  return [`entries/000.p/${size}`, `0/000.p/${size}`]
}

/** What a route is asked beside its path. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/cases/:id/measures/:step/sanctions': ['md', 'json'].map((format) => `?format=${format}`),
  '/api/v1/cases/:id/measures/:step/changes': NAMES.map((nation) => `?nation=${nation}`),
  '/feed.atom': ['', '?lang=en', '?lang=es'],
  '/api/v1/cases/:id/measures/:step/memorandum': ['md', 'json', 'docx', 'pdf'].map(
    (format) => `?format=${format}`,
  ),
}

/** Everything that may be asked of a node by reading alone. */
export const readsOf = (node: World['nodes'][Name], known: Known, asker: Asker): readonly Asked[] =>
  patternsOf(node, 'GET').flatMap((pattern) =>
    pathsOf(pattern, known, asker).flatMap((path) =>
      (QUERIES[pattern] ?? ['']).map((query) => ({
        method: 'GET',
        pattern,
        path: `${path}${query}`,
      })),
    ),
  )

/** Everything else that a node answers to, with a body that says as little, or as much, as it asks for. */
export function changesOf(
  node: World['nodes'][Name],
  known: Known,
  asker: Asker,
  bodies: Readonly<Record<string, readonly unknown[]>>,
): readonly Asked[] {
  const asked = ['POST', 'PUT', 'DELETE', 'PATCH'].flatMap((method) =>
    patternsOf(node, method).flatMap((pattern) =>
      pathsOf(pattern, known, asker).flatMap((path) =>
        [{}, ...(bodies[`${method} ${pattern}`] ?? [])].map((body) => ({
          method,
          pattern,
          path,
          body: JSON.stringify(body),
        })),
      ),
    ),
  )
  // Whoever left is asked nothing more.
  const isLast = ({ path }: Asked) => path.endsWith('/logout')
  return [...asked.filter((one) => !isLast(one)), ...asked.filter(isLast)]
}

const patternsOf = ({ routes }: World['nodes'][Name], method: string): readonly string[] => [
  ...new Set(routes.flatMap((route) => (route.method === method ? [route.path] : []))),
]

/** Milliseconds until a stream of events has said what it says at once. */
const STREAM = 400

/** The bytes with which a node answers, its headers among them. */
export async function answerTo(
  { nodes, directoryOf }: World,
  of: Name,
  asked: Asked & Pick<Asker, 'cookie' | 'node' | 'program'>,
  origins: Origins,
): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  const url = `${nodes[of].url}${asked.path}`
  const headers = new Headers()
  if (asked.cookie !== undefined) headers.set('cookie', asked.cookie)
  if (asked.body !== undefined) headers.set('content-type', 'application/json')
  if (asked.program !== undefined && asked.path.startsWith('/taxii2/'))
    headers.set('authorization', `Bearer ${tokenOf(asked.program)}`)
  if (asked.node !== undefined)
    for (const [name, value] of Object.entries<string>(
      signed({ asked, url, of, directoryOf }, origins),
    ))
      headers.set(name, value)
  const isStream = asked.path.endsWith('/feed')
  const ending = new AbortController()
  const answer = await fetch(url, {
    method: asked.method,
    headers,
    redirect: 'manual',
    signal: ending.signal,
    ...(asked.body === undefined ? {} : { body: asked.body }),
  })
  const said = JSON.stringify([...answer.headers])
  if (isStream) setTimeout(() => ending.abort(), STREAM)
  const pieces = [Buffer.from(said)]
  const body: ReadableStream<Uint8Array> | null = answer.body
  try {
    if (body) for await (const piece of body) pieces.push(Buffer.from(piece))
  } catch (error) {
    if (!isStream) throw error
  }
  return { status: answer.status, bytes: Buffer.concat(pieces) }
}

/** The name of each party's strand in each case. */
export type Origins = ReadonlyMap<CharterId, ReadonlyMap<string, string>>

function signed(
  {
    asked,
    url,
    of,
    directoryOf,
  }: {
    readonly asked: Asked & Pick<Asker, 'node'>
    readonly url: string
    readonly of: Name
    readonly directoryOf: World['directoryOf']
  },
  origins: Origins,
) {
  const [, , id = ''] = asked.path.split('/')
  const named = origins.get(`sha256:${id}` as CharterId)
  const ours = named?.get(asked.node!)
  // A stranger to the case signs all the same: as in whichever case it shares with that node.
  const shared = [...origins.values()].find((one) => one.has(asked.node!) && one.has(of))
  const keyid = ours ?? shared?.get(asked.node!)
  const to = named?.get(of) ?? shared?.get(of)
  if (keyid === undefined || to === undefined) return {}
  const { sign } = openKeys(directoryOf(asked.node!)).load('log')
  const request = { method: asked.method, url, to }
  return signRequest(request, { keyid, sign }, Math.floor(Date.now() / 1000))
}

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
