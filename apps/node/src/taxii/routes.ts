import { Hono, type Context } from 'hono'
import type { Releasable } from '@entente/release'
import {
  ENDPOINTS,
  errorMessage,
  TAXII_MEDIA_TYPE,
  TaxiiError,
  type Holdings,
} from '@entente/taxii'
import { instant, type Clock } from '../platform/clock.ts'
import { readBounded } from '../platform/http/body.ts'
import { asProblem, type Form } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import type { Connection } from '../platform/http/server.ts'
import type { ClientSetting, TaxiiSetting } from './setting.ts'
import { challengesOf, clientOf } from './who.ts'

/** What the server beneath tells of a connection. */
export type TaxiiEnv = { Bindings: Partial<Connection> }

export type TaxiiRoutesOptions = {
  readonly setting: () => TaxiiSetting
  /** `sends`: whether what is read goes out, and not how long it would be alone. */
  readonly holdingsFor: (
    client: ClientSetting | undefined,
    sends: boolean,
  ) => Holdings<Releasable<string>>
  readonly clock: Clock
  /** Of what nobody expected: its number is told, and nothing more. */
  readonly defect: (error: unknown, context: Context) => string
}

/** TAXII 2.1 at `/taxii2/`: whatever happens there is answered in its own media type. */
export function taxiiRoutes(options: TaxiiRoutesOptions): Hono<TaxiiEnv> {
  const app = new Hono<TaxiiEnv>()
  app.use('/taxii2/*', async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
  })
  for (const { method, path, answer } of ENDPOINTS)
    app.on(method, `/taxii2/${path}`, async (context) => {
      const setting = options.setting()
      const request = {
        accept: context.req.header('accept'),
        contentType: context.req.header('content-type'),
        query: new URL(context.req.url).searchParams,
        named: context.req.param() as Readonly<Record<string, string>>,
        body: () => readBounded(context.req.raw.body, setting.most),
      }
      const client = whoAsks(context, setting, options.clock)
      const holdings = options.holdingsFor(client, context.req.raw.method !== 'HEAD')
      const { status, headers, body } = await answer(request, holdings)
      if (body && 'sent' in body) return sendBytes(context, body.sent, headers)
      return body
        ? context.body(body.said, status as 200, headers)
        : context.body(null, status as 200, headers)
    })
  app.all('/taxii2/*', (context) => {
    const slashed = withSlash(context.req.raw)
    if (slashed) return app.fetch(slashed, context.env)
    const methods = methodsAt(context.req.path)
    if (methods.length === 0)
      return refuse(context, {
        status: 404,
        code: 'path.unknown',
        detail: 'expected a path of TAXII 2.1, got another',
      })
    context.header('allow', ['HEAD', ...methods].join(', '))
    return refuse(context, {
      status: 405,
      code: 'method.unknown',
      detail: `expected one of ${methods.join(', ')}, got ${context.req.method}`,
    })
  })
  app.onError((error, context) => {
    if (error instanceof TaxiiError) {
      if (error.status === 401) context.header('www-authenticate', challengesOf(options.setting()))
      return refuse(context, { status: error.status, code: error.code, detail: error.message })
    }
    const problem = asProblem(error)
    if (problem) return taxiiRefusal(problem)
    const number = options.defect(error, context)
    const detail = `the node's log says what happened under number ${number}`
    return refuse(context, { status: 500, code: 'node.defect', detail })
  })
  return app
}

function whoAsks(context: Context<TaxiiEnv>, setting: TaxiiSetting, clock: Clock) {
  const said = {
    authorization: context.req.header('authorization'),
    certificate: (context.env as TaxiiEnv['Bindings'] | undefined)?.clientCertificate?.(),
  }
  const client = clientOf(said, setting, instant(clock))
  // Where nothing is for anyone, whoever asks is asked who it is before it is told that.
  const isForAnyone = setting.collections.some(({ audience }) => audience === 'public')
  if (client || isForAnyone) return client
  throw new TaxiiError('credentials.needed', 'expected credentials of a client, got none')
}

/** Paths end in a slash (section 3.1), and clients come without: they are answered as if they had it. */
function withSlash(request: Request): Request | undefined {
  const url = new URL(request.url)
  if (url.pathname.endsWith('/')) return undefined
  url.pathname += '/'
  const { method, headers, body } = request
  return new Request(url, { method, headers, ...(body ? { body, duplex: 'half' } : {}) })
}

type Refused = { readonly status: number; readonly code: string; readonly detail: string }

const refuse = (context: Context, { status, code, detail }: Refused) =>
  context.body(errorMessage(status, code, detail), status as 400, {
    'content-type': TAXII_MEDIA_TYPE,
  })

/** How a refusal is written under `/taxii2/`, wherever in the node it comes from (section 3.6.1). */
export const taxiiForm = (path: string): Form | undefined =>
  path === '/taxii2' || path.startsWith('/taxii2/') ? taxiiRefusal : undefined

function taxiiRefusal(
  { status, code, detail }: Parameters<Form>[0],
  retryAfter?: number,
): Response {
  return new Response(errorMessage(status, code, detail), {
    status,
    headers: {
      'content-type': TAXII_MEDIA_TYPE,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  })
}

function methodsAt(path: string): readonly string[] {
  const segments = path.replace(/^\/taxii2\/?|\/$/g, '').split('/')
  const fits = (pattern: string) => {
    const parts = pattern.replace(/\/$/, '').split('/')
    return (
      parts.length === segments.length &&
      parts.every((part, at) => part.startsWith(':') || part === segments[at])
    )
  }
  return ENDPOINTS.filter(({ path: pattern }) => fits(pattern)).map(({ method }) => method)
}
