import { readEnvelope, writeEnvelope, writeList, type PageEnd } from './envelope.ts'
import { TaxiiError } from './error.ts'
import { acceptsTaxii, isTaxii, STIX_MEDIA_TYPE, TAXII_MEDIA_TYPE } from './media-type.ts'
import { readQuestion, writeNext, type Parameter, type Question } from './question.ts'
import type { ApiRoot, Collection, Discovery, Status } from './resource.ts'
import { writeTimestamp, type Micros } from './timestamp.ts'

/** One version of an object in a collection. `text`, as it was received, only where it was asked for; else `version`. */
export type Item = {
  readonly id: string
  /** As the object writes it (section 5.3.1). */
  readonly version?: string
  readonly added: Micros
  readonly text?: string
}

/** What is asked of a collection's content: of all of it, or of one object. */
export type Asked = {
  readonly question: Question
  readonly object?: string
  /** Whether the objects themselves are wanted, or only which there are. */
  readonly texts: boolean
}

/** One page, already cleared for this reader; `Sent` is whatever the transport takes and nothing else makes. */
export type Page<Sent> = {
  readonly sent: Sent
  readonly first?: Micros
  readonly last?: Micros
}

/** Writes the body of a page from its items; whoever has the items decides which these are. */
export type WritePage = (items: readonly Item[], more: boolean) => string

/** A server's content as one client may see it. Nothing in it tells of what that client may not see. */
export type Holdings<Sent> = {
  /** Whether this client has said who it is: then what it may not have is not there; else it is asked who it is. */
  readonly isKnown: boolean
  readonly discovery: () => Discovery
  readonly root: () => ApiRoot
  /** In the same order at every time (section 3.3). */
  readonly collections: () => readonly Collection[]
  readonly page: (collection: string, asked: Asked, write: WritePage) => Promise<Page<Sent>>
  /** Whether an object is there in any version, whatever else was asked. */
  readonly has: (collection: string, object: string) => Promise<boolean>
  readonly add: (collection: string, objects: readonly Uint8Array[]) => Promise<Status>
  /** Takes versions of an object out of a collection; false where it has none of it. */
  readonly remove: (collection: string, object: string, question: Question) => Promise<boolean>
  readonly status: (id: string) => Promise<Status | undefined>
}

/** A request as far as TAXII reads it. */
export type TaxiiRequest = {
  readonly accept: string | undefined
  readonly contentType: string | undefined
  readonly query: URLSearchParams
  /** Undefined where it is longer than `max_content_length`. */
  readonly body: () => Promise<Uint8Array | undefined>
  /** The parts of the path that name something: `collection`, `object`, `status`. */
  readonly named: Readonly<Record<string, string | undefined>>
}

/** `said` is about the server itself, `sent` is content that was cleared for the client. */
export type TaxiiAnswer<Sent> = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly said: string } | { readonly sent: Sent } | undefined
}

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Under `/taxii2/`, with `:name` for what the path names. Paths end in a slash (section 3.1). */
  readonly path: string
  readonly answer: <Sent>(
    request: TaxiiRequest,
    holdings: Holdings<Sent>,
  ) => Promise<TaxiiAnswer<Sent>>
}

/** The most items of one page, whatever `limit` a client asks for. */
const MOST_PER_PAGE = 1_000

const HEADERS = { 'content-type': TAXII_MEDIA_TYPE }

/** The name of the one API root under `/taxii2/`. */
export const API_ROOT = 'api'

const ROOT = `${API_ROOT}/`
const COLLECTION = `${ROOT}collections/:collection/`
const OBJECT = `${COLLECTION}objects/:object/`

/** Every endpoint of TAXII 2.1 sections 4 and 5. */
export const ENDPOINTS: readonly Endpoint[] = [
  { method: 'GET', path: '', answer: (request, { discovery }) => told(request, discovery) },
  { method: 'GET', path: ROOT, answer: (request, { root }) => told(request, root) },
  {
    method: 'GET',
    path: `${ROOT}status/:status/`,
    answer: async (request, holdings) => {
      assertAccepts(request)
      const status = await holdings.status(request.named['status'] ?? '')
      if (status) return said(status)
      throw needsOr(
        holdings,
        'status.unknown',
        'expected a status of this client’s own, got another',
      )
    },
  },
  {
    method: 'GET',
    path: `${ROOT}collections/`,
    answer: (request, { collections }) =>
      told(request, () => {
        const all = collections()
        return all.length === 0 ? {} : { collections: all }
      }),
  },
  {
    method: 'GET',
    path: COLLECTION,
    answer: (request, holdings) => told(request, () => collectionOf(request, holdings)),
  },
  { method: 'GET', path: `${COLLECTION}manifest/`, answer: readManifest },
  { method: 'GET', path: `${COLLECTION}objects/`, answer: readObjects },
  { method: 'POST', path: `${COLLECTION}objects/`, answer: addObjects },
  { method: 'GET', path: OBJECT, answer: readObjects },
  { method: 'DELETE', path: OBJECT, answer: removeObject },
  { method: 'GET', path: `${OBJECT}versions/`, answer: readVersions },
]

const said = (value: object, status = 200) => ({
  status,
  headers: HEADERS,
  body: { said: JSON.stringify(value) },
})

function told<Sent>(request: TaxiiRequest, tell: () => object): Promise<TaxiiAnswer<Sent>> {
  assertAccepts(request)
  return Promise.resolve(said(tell()))
}

function assertAccepts({ accept = '' }: TaxiiRequest, besides: readonly string[] = []): void {
  if (!acceptsTaxii(accept, besides))
    throw new TaxiiError(
      'accept.unmet',
      `expected Accept: ${TAXII_MEDIA_TYPE}, got ${accept.slice(0, 100) || 'none'}`,
    )
}

/** What is not there for somebody unknown may be there for who says who it is: so it is asked. */
const needsOr = <Sent>(
  { isKnown }: Pick<Holdings<Sent>, 'isKnown'>,
  code: 'collection.unknown' | 'entry.unknown' | 'status.unknown',
  message: string,
) =>
  isKnown
    ? new TaxiiError(code, message)
    : new TaxiiError('credentials.needed', 'expected credentials of a client, got none')

function collectionOf<Sent>({ named }: TaxiiRequest, holdings: Holdings<Sent>): Collection {
  const wanted = named['collection'] ?? ''
  // An alias stands in the place of the id (section 5.2.1).
  const found = holdings.collections().find(({ id, alias }) => id === wanted || alias === wanted)
  if (found) return found
  throw needsOr(holdings, 'collection.unknown', 'expected a collection of this client, got another')
}

function assertReads({ can_read: reads }: Collection): void {
  if (!reads)
    throw new TaxiiError(
      'collection.shut',
      'expected a collection that this client reads, got one that it only writes to',
    )
}

const CONTENT: readonly Parameter[] = [
  'added_after',
  'limit',
  'next',
  'match[id]',
  'match[type]',
  'match[version]',
  'match[spec_version]',
]
const ONE_OBJECT: readonly Parameter[] = [
  'added_after',
  'limit',
  'next',
  'match[version]',
  'match[spec_version]',
]
const VERSIONS: readonly Parameter[] = ['added_after', 'limit', 'next', 'match[spec_version]']

type Reading = {
  readonly parameters: readonly Parameter[]
  readonly endpoint: string
  readonly texts: boolean
  /** Every version, whatever was asked: the resource lists them (section 5.8). */
  readonly everyVersion?: boolean
  readonly write: (items: readonly Item[], end: PageEnd) => string
}

/** One page of a collection's content, in whatever form it is read. */
async function readPage<Sent>(
  request: TaxiiRequest,
  holdings: Holdings<Sent>,
  { parameters, endpoint, texts, everyVersion, write }: Reading,
): Promise<TaxiiAnswer<Sent>> {
  const collection = collectionOf(request, holdings)
  assertReads(collection)
  const { object } = request.named
  const context = `${endpoint} ${collection.id} ${object ?? ''}`
  const bounds = { context, mostPerPage: MOST_PER_PAGE }
  const read = readQuestion(request.query, parameters, bounds)
  const question = everyVersion ? { ...read, versions: 'all' as const } : read
  const asked = { question, texts, ...(object === undefined ? {} : { object }) }
  const page = await holdings.page(collection.id, asked, (items, more) => {
    const last = items.at(-1)
    return write(items, more && last ? { next: writeNext(last.added, request.query, bounds) } : {})
  })
  // Known and only filtered away is an empty answer; not here at all is none (section 5.6).
  if (
    object !== undefined &&
    page.last === undefined &&
    !(await holdings.has(collection.id, object))
  )
    throw needsOr(holdings, 'entry.unknown', 'expected an object of this collection, got another')
  return { status: 200, headers: { ...HEADERS, ...dates(page) }, body: { sent: page.sent } }
}

/** Section 3.2: the dates of the first and the last item of this very answer. */
function dates<Sent>({ first, last }: Page<Sent>): Readonly<Record<string, string>> {
  if (first === undefined || last === undefined) return {}
  return {
    'x-taxii-date-added-first': writeTimestamp(first),
    'x-taxii-date-added-last': writeTimestamp(last),
  }
}

function readObjects<Sent>(request: TaxiiRequest, holdings: Holdings<Sent>) {
  assertAccepts(request)
  return readPage(request, holdings, {
    parameters: request.named['object'] === undefined ? CONTENT : ONE_OBJECT,
    endpoint: 'objects',
    texts: true,
    write: (items, end) =>
      writeEnvelope(
        items.flatMap(({ text }) => text ?? []),
        end,
      ),
  })
}

function readManifest<Sent>(request: TaxiiRequest, holdings: Holdings<Sent>) {
  assertAccepts(request, ['application/stix+json'])
  return readPage(request, holdings, {
    parameters: CONTENT,
    endpoint: 'manifest',
    texts: false,
    write: (items, end) =>
      writeList(
        'objects',
        items.map(({ id, added, version }) => ({
          id,
          date_added: writeTimestamp(added),
          version,
          media_type: STIX_MEDIA_TYPE,
        })),
        end,
      ),
  })
}

function readVersions<Sent>(request: TaxiiRequest, holdings: Holdings<Sent>) {
  assertAccepts(request)
  return readPage(request, holdings, {
    parameters: VERSIONS,
    endpoint: 'versions',
    texts: false,
    everyVersion: true,
    write: (items, end) =>
      writeList(
        'versions',
        items.map(({ version }) => version),
        end,
      ),
  })
}

async function addObjects<Sent>(
  request: TaxiiRequest,
  holdings: Holdings<Sent>,
): Promise<TaxiiAnswer<Sent>> {
  assertAccepts(request)
  const collection = collectionOf(request, holdings)
  if (!collection.can_write)
    throw new TaxiiError(
      'collection.shut',
      'expected a collection that this client writes to, got one that it only reads',
    )
  const { contentType = '' } = request
  if (!isTaxii(contentType))
    throw new TaxiiError(
      'content-type.other',
      `expected Content-Type: ${TAXII_MEDIA_TYPE}, got ${contentType.slice(0, 100) || 'none'}`,
    )
  const body = await request.body()
  const { max_content_length: most } = holdings.root()
  if (!body) throw new TaxiiError('posted.too-large', `expected at most ${most} bytes, got more`)
  const { objects } = readEnvelope(body)
  if (objects.length === 0)
    throw new TaxiiError(
      'posted.malformed',
      'expected an envelope with objects, got one without any',
    )
  return said(await holdings.add(collection.id, objects), 202)
}

/** Section 5.7 deletes an object by its id: without a version asked for, every version of it. */
async function removeObject<Sent>(
  request: TaxiiRequest,
  holdings: Holdings<Sent>,
): Promise<TaxiiAnswer<Sent>> {
  assertAccepts(request)
  const collection = collectionOf(request, holdings)
  if (!collection.can_read || !collection.can_write)
    throw new TaxiiError(
      'collection.shut',
      'expected a collection that this client reads and writes to, got another',
    )
  const { object = '' } = request.named
  const context = `delete ${collection.id} ${object}`
  const bounds = { context, mostPerPage: MOST_PER_PAGE }
  const parameters: readonly Parameter[] = ['match[version]', 'match[spec_version]']
  const read = readQuestion(request.query, parameters, bounds)
  const question = request.query.has('match[version]')
    ? read
    : { ...read, versions: 'all' as const }
  if (!(await holdings.remove(collection.id, object, question)))
    throw needsOr(holdings, 'entry.unknown', 'expected an object of this collection, got another')
  return { status: 200, headers: HEADERS, body: undefined }
}
