import { instantKey } from '@entente/stix'
import { readEnvelope } from './envelope.ts'
import { TaxiiError } from './error.ts'
import { isTaxii, TAXII_MEDIA_TYPE } from './media-type.ts'
import { readCollections, readDiscovery, readJson, readRoot, readStatus } from './read-resource.ts'
import type { ApiRoot, Collection, Discovery, Status } from './resource.ts'
import { readTimestamp } from './timestamp.ts'

/** One exchange over HTTP. It rejects only where no answer came. */
export type Ask = (request: {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}) => Promise<{
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
}>

export type ClientOptions = {
  readonly ask: Ask
  /** Any URL of the server. Credentials go to its origin and to no other. */
  readonly server: string
  /** The header that says who asks. */
  readonly authorization?: string
  readonly userAgent: string
  readonly wait: (milliseconds: number) => Promise<void>
  /** Milliseconds since 1970, and a number from 0 to 1 that nobody can guess. */
  readonly now: () => number
  readonly chance: () => number
  /** How often one thing is asked before it is given up. */
  readonly tries?: number
}

/** How far a collection was read: where its next page is, or from which date on it is read again. */
export type Cursor = {
  /** `added_after` of the walk under way; absent: from the beginning. */
  readonly after?: string
  /** Where the walk goes on; absent where it begins. */
  readonly next?: string
  /** The date of the last item that came. */
  readonly last?: string
}

export type PulledPage = {
  readonly objects: readonly Uint8Array[]
  /** Kept with the objects, so that neither is without the other. */
  readonly cursor: Cursor
  readonly more: boolean
}

type Wanted = {
  readonly limit?: number
  /** `match[…]` by field, with commas between values. */
  readonly match?: Readonly<Record<string, string>>
}

/** A TAXII 2.1 client (section 8.4): it says how it asks, and leaves asking to whoever gave it `ask`. */
export type TaxiiClient = {
  readonly discover: () => Promise<Discovery>
  /** URLs of API roots are taken relative to the server's and must be of its origin. */
  readonly root: (url: string) => Promise<ApiRoot>
  readonly collections: (root: string) => Promise<readonly Collection[]>
  readonly pages: (
    collection: string,
    cursor: Cursor,
    wanted?: Wanted,
  ) => AsyncGenerator<PulledPage>
  readonly post: (collection: string, envelope: Uint8Array) => Promise<Status>
  readonly status: (root: string, id: string) => Promise<Status>
  /** Deletes versions of an object (section 5.7), all of them where none is named. What is not there is no error. */
  readonly remove: (
    collection: string,
    object: string,
    versions?: readonly string[],
  ) => Promise<void>
}

const TRIES = 6
const FIRST_WAIT = 500
const LONGEST_WAIT = 60_000
/** A server may ask for more patience than that; then the next run brings the rest. */
const LONGEST_RETRY_AFTER = 600_000

/** What may be otherwise in a moment (RFC 9110, RFC 6585). */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

const GONE: ReadonlySet<number> = new Set([200, 204, 404])

export function taxiiClient(options: ClientOptions): TaxiiClient {
  const ask = async (url: string, body?: Uint8Array) => {
    const asked = { url: atServer(options, url), ...(body ? { body } : {}) }
    return readJson((await answered(options, asked)).body)
  }
  return {
    discover: async () => readDiscovery(await ask('/taxii2/')),
    root: async (url) => readRoot(await ask(url)),
    collections: async (root) => readCollections(await ask(`${slashed(root)}collections/`)),
    pages: (collection, cursor, wanted = {}) => walk(options, collection, { cursor, wanted }),
    post: async (collection, body) => readStatus(await ask(`${slashed(collection)}objects/`, body)),
    status: async (root, id) =>
      readStatus(await ask(`${slashed(root)}status/${encodeURIComponent(id)}/`)),
    remove: async (collection, object, versions = ['all']) => {
      const path = `${slashed(collection)}objects/${encodeURIComponent(object)}/`
      const url = new URL(atServer(options, path))
      url.searchParams.set('match[version]', versions.join(','))
      await answered(options, { url: url.href, method: 'DELETE' })
    },
  }
}

/** Both forms are met (section 3.1 and what servers do): here every URL ends in a slash. */
const slashed = (url: string) => (url.endsWith('/') ? url : `${url}/`)

/** A server could name another's address as its own, and be sent what was meant for itself. */
function atServer({ server }: ClientOptions, url: string): string {
  const found = URL.canParse(url, server) ? new URL(url, server) : undefined
  if (found && found.origin === new URL(server).origin) return found.href
  throw new TaxiiError(
    'server.malformed',
    `expected an address of ${new URL(server).origin}, got ${url.slice(0, 200)}`,
  )
}

type Asked = { readonly url: string; readonly body?: Uint8Array; readonly method?: 'DELETE' }
type Answered = Awaited<ReturnType<Ask>>

/** Asks until there is an answer that stands, with longer and longer waits between, or as long as the server says. */
async function answered(options: ClientOptions, asked: Asked): Promise<Answered> {
  const { tries = TRIES } = options
  for (let tried = 1; ; tried += 1) {
    const answer = await options.ask(requestOf(options, asked)).catch((cause: unknown) => {
      if (cause instanceof TaxiiError) throw cause
      if (tried < tries) return undefined
      const { origin } = new URL(asked.url)
      const message = `expected an answer of ${origin}, got none in ${tries} tries`
      throw new TaxiiError('server.unreachable', message, { cause })
    })
    // Of what is deleted nothing is said but the status.
    if (answer && asked.method === 'DELETE' && GONE.has(answer.status)) return answer
    if (answer && answer.status >= 200 && answer.status < 300) return taxiiOf(answer)
    if (answer && (!PASSING.has(answer.status) || tried >= tries)) throw refusalOf(answer)
    await options.wait(waitOf(options, tried, answer?.header('retry-after')))
  }
}

function requestOf({ authorization, userAgent }: ClientOptions, { url, body, method }: Asked) {
  const headers = {
    accept: TAXII_MEDIA_TYPE,
    'user-agent': userAgent,
    ...(authorization === undefined ? {} : { authorization }),
  }
  if (!body) return { method: method ?? ('GET' as const), url, headers }
  return {
    method: 'POST' as const,
    url,
    headers: { ...headers, 'content-type': TAXII_MEDIA_TYPE },
    body,
  }
}

/** A page of something else answers with 200 as well. */
function taxiiOf(answer: Answered): Answered {
  const type = answer.header('content-type') ?? ''
  if (isTaxii(type) || /^application\/(?:vnd\.oasis\.)?(?:stix|taxii)\+json/.test(type))
    return answer
  throw new TaxiiError(
    'server.malformed',
    `expected ${TAXII_MEDIA_TYPE}, got ${type.slice(0, 100) || 'no type'}`,
  )
}

function refusalOf({ status, body }: Answered): TaxiiError {
  let said = ''
  try {
    const { title, description } = readJson(body)
    said = [title, description]
      .filter((one) => typeof one === 'string')
      .join(': ')
      .slice(0, 500)
  } catch {
    // Not every server says in TAXII what it refuses; the status says enough.
  }
  return new TaxiiError(
    'server.refused',
    `expected 2xx, got ${status}${said === '' ? '' : ` (${said})`}`,
    { answered: status },
  )
}

/** RFC 9110 section 10.2.3: seconds or a date; else twice as long each time, so that not all come at once. */
function waitOf(
  { now, chance }: ClientOptions,
  tried: number,
  retryAfter: string | undefined,
): number {
  const seconds = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1_000 : undefined
  const date = retryAfter === undefined ? undefined : httpDate(retryAfter)
  const asked = seconds ?? (date === undefined ? undefined : date - now())
  if (asked !== undefined) return Math.min(Math.max(asked, 0), LONGEST_RETRY_AFTER)
  return Math.min(FIRST_WAIT * 2 ** (tried - 1), LONGEST_WAIT) * (0.5 + chance() / 2)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function httpDate(text: string): number | undefined {
  const [, day, month, year, time] =
    /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/.exec(text) ?? []
  const number = MONTHS.indexOf(month ?? '') + 1
  if (day === undefined || number === 0) return undefined
  const micros = readTimestamp(`${year}-${String(number).padStart(2, '0')}-${day}T${time}Z`)
  return micros === undefined ? undefined : micros / 1_000
}

/**
 * Reads a collection page by page. By `next` where the server gives one, with the same question; else by the
 * date of the last item. A server that says there is more and gives nothing new, or goes in a circle, is left.
 */
async function* walk(
  options: ClientOptions,
  collection: string,
  { cursor, wanted }: { readonly cursor: Cursor; readonly wanted: Wanted },
): AsyncGenerator<PulledPage> {
  let at: Cursor = cursor
  let empty = 0
  const isInCircle = circles()
  for (;;) {
    const answer = await page(options, collection, { at, wanted })
    const { objects, more, next } = readPage(answer.body)
    const last = latest(at.last, answer.header('x-taxii-date-added-last'))
    if (!more) {
      yield { objects, more, cursor: ended(at, last) }
      return
    }
    const then = goingOn(at, next, last)
    empty = objects.length === 0 ? empty + 1 : 0
    // Some servers keep one `next` for a whole walk: then only what came tells whether it goes on.
    const isFurther = next !== undefined || keyOf(then.after) > keyOf(at.after)
    if (empty > MOST_EMPTY || !isFurther || isInCircle(objects))
      throw new TaxiiError(
        'server.stalled',
        'expected a page with something new, got none though more is said to follow',
      )
    at = then
    yield { objects, more, cursor: at }
  }
}

/**
 * Says of each page whether it came before. It is compared with one that is kept, and the page kept is another after 1, 2, 4,
 * 8 … pages (Brent, 1980): whoever goes in a circle, however long it is, comes to it, and no more is kept than one.
 */
function circles(): (objects: readonly Uint8Array[]) => boolean {
  let kept: readonly Uint8Array[] = []
  let lap = 1
  let since = 0
  return (objects) => {
    if (objects.length > 0 && areEqual(objects, kept)) return true
    since += 1
    if (since < lap) return false
    kept = objects
    lap *= 2
    since = 0
    return false
  }
}

const areEqual = (one: readonly Uint8Array[], other: readonly Uint8Array[]) =>
  one.length === other.length &&
  one.every(
    (bytes, at) =>
      bytes.length === other[at]!.length &&
      bytes.every((byte, index) => byte === other[at]![index]),
  )

/** Pages in a row with nothing in them, of a server that says that more follows. */
const MOST_EMPTY = 3

/** Sorts as the instant does; what is none is before all of them. */
const keyOf = (date: string | undefined): string => instantKey(date ?? '') ?? ''

/** A cursor goes forward only, and by dates alone: one that a server cannot read would stop every walk to come. */
const latest = (known: string | undefined, said: string | undefined): string | undefined =>
  keyOf(said) > keyOf(known) ? said : known

/** The walk is over: the next begins after the last that came. */
function ended({ after }: Cursor, last: string | undefined): Cursor {
  if (last !== undefined) return { after: last, last }
  return after === undefined ? {} : { after }
}

/** Never by both: with `next` the question stays the one that it was given for (section 3.4). */
function goingOn(at: Cursor, next: string | undefined, last: string | undefined): Cursor {
  const after = next === undefined ? last : at.after
  return {
    ...(after === undefined ? {} : { after }),
    ...(next === undefined ? {} : { next }),
    ...(last === undefined ? {} : { last }),
  }
}

async function page(
  options: ClientOptions,
  collection: string,
  { at, wanted }: { readonly at: Cursor; readonly wanted: Wanted },
): Promise<Answered> {
  const url = new URL(atServer(options, `${slashed(collection)}objects/`))
  if (at.after !== undefined) url.searchParams.set('added_after', at.after)
  url.searchParams.set('limit', String(wanted.limit ?? 1_000))
  for (const [field, value] of Object.entries(wanted.match ?? {}))
    url.searchParams.set(`match[${field}]`, value)
  if (at.next !== undefined) url.searchParams.set('next', at.next)
  return answered(options, { url: url.href })
}

/** It is kept with the cursor and stands in a URL. */
const LONGEST_NEXT = 2_000

function readPage(body: Uint8Array) {
  const read = enveloped(body)
  const length = read.next?.length ?? 0
  if (length <= LONGEST_NEXT) return read
  throw new TaxiiError(
    'server.malformed',
    `expected a next of at most ${LONGEST_NEXT} characters, got ${length}`,
  )
}

function enveloped(body: Uint8Array) {
  try {
    return readEnvelope(body)
  } catch (cause) {
    if (!(cause instanceof TaxiiError)) throw cause
    throw new TaxiiError('server.malformed', cause.message, { cause })
  }
}

/** Cuts objects into envelopes of at most so many octets and objects; what is longer alone is told apart. */
export function* envelopes<T extends { readonly bytes: Uint8Array }>(
  objects: readonly T[],
  most: { readonly octets: number; readonly objects: number },
): Generator<{ readonly of: readonly T[]; readonly tooLong?: true }> {
  const AROUND = 32
  let some: T[] = []
  let size = AROUND
  for (const one of objects) {
    const length = one.bytes.length + 1
    if (length + AROUND > most.octets) {
      yield { of: [one], tooLong: true }
      continue
    }
    if (some.length > 0 && (size + length > most.octets || some.length >= most.objects)) {
      yield { of: some }
      some = []
      size = AROUND
    }
    some.push(one)
    size += length
  }
  if (some.length > 0) yield { of: some }
}
