import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { Problem } from '../../api.ts'

/** The statuses with which a node refuses. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 425 | 429 | 503

/** A refusal that only the HTTP border knows: not logged in, not yours, not found, too often. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: RefusalStatus
  readonly code: string
  /** Seconds after which it is worth asking again, where that is known. */
  readonly retryAfter: number | undefined
  constructor(status: RefusalStatus, code: string, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

type Read =
  | { readonly success: true }
  | { readonly success: false; readonly error: Pick<z.ZodError, 'issues'> }

/** What every route with a form answers where the request has another: the first thing that is wrong, and where. */
export function refuseMalformed(read: Read): void {
  if (read.success) return
  const issue = read.error.issues[0]
  throw new Refusal(
    422,
    'request.malformed',
    `${issue?.message ?? 'malformed'} at ${issue?.path.join('.') ?? ''}`,
  )
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'Not known here',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Overtaken by another act',
  413: 'Too large',
  415: 'Not this kind of content',
  422: 'Refused',
  425: 'Too early',
  429: 'Too many requests',
  500: 'A defect of this node',
  503: 'Not at the moment',
}

/** Refusals of the libraries: what they throw by name, and the status where it is not 422. */
const LIBRARY_ERRORS = new Set([
  'AccordError',
  'LogError',
  'StixError',
  'TaxiiError',
  'MispError',
  'MispSettingError',
  'SourceError',
  'TaxiiSettingError',
  'ReleaseError',
  'LawError',
  'LexiconError',
  'FederationError',
  'IntelligenceError',
  'PartiesError',
  'AssetsError',
  'IncidentsError',
  'SharingError',
  'TimestampError',
  'AddressError',
  'CacaoError',
  'OptionsError',
  'WarningListError',
  'WarningsError',
])
const STATUS: ReadonlyMap<string, RefusalStatus> = new Map([
  ['act.stale-prev', 409],
  ['act.twice', 409],
  ['key.revoked', 403],
  ['key.custody', 403],
  ['key.elsewhere', 403],
  ['mandate.ended', 403],
  ['envelope.too-large', 413],
  ['import.too-large', 413],
  ['source.too-large', 413],
  ['import.moved', 409],
  ['import.second', 403],
  ['remark.not-own', 409],
  ['remark.unversioned', 409],
  ['import.settled', 409],
  ['import.unknown', 404],
  ['quarantine.full', 503],
  ['query.malformed', 400],
  ['remote.unknown', 404],
  ['cursor.malformed', 400],
  ['object.red', 403],
  ['case.unknown', 404],
  ['person.not-competent', 403],
  ['person.unknown', 404],
  ['card.unknown', 404],
  ['founding.order', 409],
  ['draft.unknown', 404],
  ['match.unknown', 404],
  ['csv.too-large', 413],
  ['options.too-large', 413],
  ['playbook.too-large', 413],
  ['line.unknown', 404],
  ['report.unknown', 404],
  ['report.moved', 409],
  ['incident.unknown', 404],
  ['incident.opened', 409],
  ['draft.moved', 409],
  ['draft.unchanged', 409],
  ['draft.own', 403],
  ['draft.needed', 403],
  ['case.unready', 503],
  ['strand.unknown', 404],
  ['strand.behind', 503],
  ['strand.altered', 503],
  ['strand.unasked', 503],
  ['closing.unreached', 503],
  ['marking.audience', 403],
  ['marking.unknown', 403],
  ['marking.granular', 403],
  ['marking.ceiling', 403],
  ['marking.pap', 403],
  ['object.recalled', 403],
  ['audience.outside', 403],
  ['timestamp.no-authority', 409],
  ['address.unknown', 404],
  ['tile.malformed', 404],
  ['tree.range', 404],
])

export type Warn = (line: string) => void

/** Answers what was thrown: a refusal with its code and sentence, a defect with a number only. */
export function onError(
  warn: Warn,
  formAt: (path: string) => Form | undefined = () => undefined,
): ErrorHandler {
  return (error, c) => {
    const problemResponse = formAt(c.req.path) ?? ourForm
    const problem = asProblem(error)
    if (problem)
      return problemResponse(problem, error instanceof Refusal ? error.retryAfter : undefined)
    const number = logDefect(warn, error, c)
    return problemResponse({
      type: 'about:blank',
      title: TITLES[500] ?? '',
      status: 500,
      detail: `the node's log says what happened under number ${number}`,
      code: 'node.defect',
    })
  }
}

/** How a refusal is written, where a standard has it otherwise. `retryAfter` in seconds. */
export type Form = (problem: Problem, retryAfter?: number) => Response

let defects = 0

/** Writes what nobody expected into the node's log, and answers the number under which it stands there. */
export function logDefect(warn: Warn, error: unknown, { req }: Pick<Context, 'req'>): string {
  defects += 1
  const number = `${process.pid}-${defects}`
  warn(`defect ${number} at ${req.method} ${req.path}: ${describe(error)}`)
  return number
}

export const notFound: NotFoundHandler = (c) =>
  ourForm(problemOf(404, 'path.unknown', `expected a path of this node, got ${c.req.path}`))

function ourForm(problem: Problem, retryAfter?: number): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  })
}

function problemOf(status: RefusalStatus, code: string, detail: string): Problem {
  return { type: `urn:entente:error:${code}`, title: TITLES[status] ?? '', status, detail, code }
}

/** A refusal as it is told; undefined for a defect. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return problemOf(error.status, error.code, error.message)
  if (error instanceof z.ZodError) {
    return problemOf(400, 'request.malformed', z.prettifyError(error).slice(0, 1000))
  }
  if (error instanceof HTTPException) {
    const status = error.status in TITLES ? (error.status as RefusalStatus) : 400
    return problemOf(status, 'request.malformed', error.message)
  }
  if (!(error instanceof Error) || !LIBRARY_ERRORS.has(error.name) || !hasCode(error)) return
  return problemOf(STATUS.get(error.code) ?? 422, error.code, error.message)
}

const hasCode = (error: Error): error is Error & { code: string } =>
  'code' in error && typeof error.code === 'string'

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}
