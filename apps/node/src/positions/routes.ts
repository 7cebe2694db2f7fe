import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { ActId, CharterId, type PartyId, type Timestamp } from '@entente/accord'
import { release } from '@entente/release'
import type { Desk, IncidentItem, InsideItem, MeasureItem } from '../api.ts'
import type { NodeConfig, Person } from '../config.ts'
import { caseHeld, type CaseFile, type CaseFiles, type Pulling } from '../federation/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { SecondsOf } from '../keys/index.ts'
import { seconds, type Clock } from '../platform/clock.ts'
import { refuseMalformed } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import { askedCut } from './asked-cut.ts'
import { bundleAt, bundleOf } from './bundle.ts'
import { draftCertificate } from './certify.ts'
import { desk } from './desk.ts'
import { fileAct, type Apart, type Judge, type SignerOf } from './file.ts'
import { Signature, toGiven } from './signature.ts'
import { reservationRoutes } from './reservation-routes.ts'
import { soundingItems } from './sounding-desk.ts'
import { caseSummary, caseView } from './view.ts'

const caseParam = z.object({ id: CharterId })
/** An earlier cut; the final one unless asked for. */
const cutAsked = z.object({ cut: z.string().max(1_000).optional() })
const json = (description: string) => ({
  description,
  content: { 'application/json': { schema: z.unknown() } },
})

/** The act that a person was shown; `dry`: say whether it would count, as a draft that others have yet to see, and file nothing. */
const actAsked = z.strictObject({
  payload: z.string().max(60_000),
  signature: Signature.exactOptional(),
  dry: z.literal([true, 'draft']).exactOptional(),
})

/** What a certificate is asked to say. */
const certificateAsked = z.strictObject({
  on: ActId,
  result: z.enum(['adopted', 'ended', 'lapsed', 'expired']),
  of: ActId.exactOptional(),
  window: z.int().positive().max(10_000).exactOptional(),
})

type PositionsOptions = {
  readonly signerOf: SignerOf
  readonly secondsOf: SecondsOf
  readonly apart: Apart
  readonly clock: Clock
  readonly pulling: Pulling
  /** Kinds that are signed only after a draft was cleared, as the node has it now. */
  readonly clearance: () => readonly string[]
  readonly judge: Judge
  /** What a bundle of the case carries of timestamp authorities. */
  readonly timestamps: (file: CaseFile) => Promise<readonly Timestamp[]>
  /** Whom this node's drafts await. */
  readonly inside: (person: Person) => Promise<readonly InsideItem[]>
  /** What awaits this party in its measures. */
  readonly measures: () => readonly MeasureItem[]
  /** What awaits this party in reports of incidents. */
  readonly incidents: (person: Person) => Promise<readonly IncidentItem[]>
}

type Routes = PositionsOptions & {
  readonly app: OpenAPIHono<PersonEnv>
  readonly files: CaseFiles
  readonly config: NodeConfig
  readonly fileOf: (id: CharterId) => CaseFile
}

/** Cases, acts, certificates and bundles under `/api/v1`, for persons of this node. */
export function positionsRoutes(files: CaseFiles, config: NodeConfig, options: PositionsOptions) {
  const app = new OpenAPIHono<PersonEnv>({ defaultHook: refuseMalformed })
  const fileOf = (id: CharterId): CaseFile => caseHeld(files, id)
  const routes = { ...options, app, files, config, fileOf }
  readingRoutes(routes)
  filingRoutes(routes)
  certificateRoute(routes)
  bundleRoute(routes)
  app.route('/', reservationRoutes(files, config.party as PartyId))
  return app
}

function readingRoutes({
  app,
  files,
  config,
  fileOf,
  pulling,
  inside,
  clock,
  measures,
  incidents,
}: Routes): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/desk',
      responses: { 200: json('What awaits this person') },
    }),
    async (context) =>
      context.json({
        ...(await desk(files.list(), config, seconds(clock))),
        soundings: soundingItems(files.list(), config.party as PartyId),
        inside: await inside(context.get('person')),
        measures: measures(),
        incidents: await incidents(context.get('person')),
      } satisfies Desk),
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases',
      responses: { 200: json('Cases held here') },
    }),
    (context) =>
      context.json({ cases: files.list().map((file, _, all) => caseSummary(file, all)) }),
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}',
      request: { params: caseParam },
      responses: { 200: json('One case: charter, state, acts, peers') },
    }),
    async (context) => {
      const { id } = context.req.valid('param')
      return context.json(await caseView(fileOf(id), pulling.peers(id), seconds(clock)))
    },
  )
  stateRoute({ app, fileOf })
}

/** Whether If-None-Match names this entity tag: in a list, as weak or for any (RFC 9110 section 13.1.2). */
const isNamed = (etag: string, header = '') =>
  header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))

function stateRoute({ app, fileOf }: Pick<Routes, 'app' | 'fileOf'>): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/state',
      request: { params: caseParam, query: cutAsked },
      responses: {
        200: json(
          'State at the final cut, or at the earlier one that is asked for, with its digest, which is its ETag',
        ),
        425: { description: 'A strand holds fewer acts than are asked for' },
        304: { description: 'The state that If-None-Match names is still the state' },
      },
    }),
    (context) => {
      const file = fileOf(context.req.valid('param').id)
      const { cut } = context.req.valid('query')
      const state = cut === undefined ? file.state() : file.stateAt(askedCut(file, cut))
      const etag = `"${state.digest}"`
      context.header('etag', etag)
      return isNamed(etag, context.req.header('if-none-match'))
        ? context.body(null, 304)
        : context.json(state)
    },
  )
}

function filingRoutes(routes: Routes): void {
  const { app, config, fileOf, signerOf, secondsOf, apart, clearance, judge } = routes
  const party = config.party as PartyId
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/cases/{id}/acts',
      request: {
        params: caseParam,
        body: {
          required: true,
          content: {
            'application/json': {
              schema: actAsked,
            },
          },
        },
      },
      responses: {
        200: json('Dry: the id and index that it would have'),
        201: json('Filed: id, index, and whether the quorum has witnessed it'),
      },
    }),
    async (context) => {
      const person = context.get('person')
      const { payload, signature, dry } = context.req.valid('json')
      const filed = await fileAct(fileOf(context.req.valid('param').id), payload, {
        person,
        party,
        signerOf,
        secondsOf,
        apart,
        signature: toGiven(signature),
        clearance: clearance(),
        judge,
        dry,
      })
      return context.json(filed, dry ? 200 : 201)
    },
  )
}

function certificateRoute({ app, config, fileOf, clock }: Routes): void {
  const party = config.party as PartyId
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/cases/{id}/certificates',
      request: {
        params: caseParam,
        body: {
          required: true,
          content: {
            'application/json': {
              schema: certificateAsked,
            },
          },
        },
      },
      responses: { 200: json('A declare act as it could be signed now') },
    }),
    async (context) =>
      context.json(
        await draftCertificate(fileOf(context.req.valid('param').id), context.req.valid('json'), {
          party,
          now: seconds(clock),
        }),
      ),
  )
}

function bundleRoute({ app, fileOf, timestamps }: Routes): void {
  const bundle = createRoute({
    method: 'get',
    path: '/api/v1/cases/{id}/bundle',
    request: { params: caseParam, query: cutAsked },
    responses: {
      200: json(
        'The member bundle: all strands of the case, or what of them was there at an earlier cut',
      ),
    },
  })
  app.openAPIRegistry.registerPath(bundle)
  app.get('/api/v1/cases/:id/bundle', async (context) => {
    const file = fileOf(CharterId.parse(context.req.param('id')))
    const name = `case-${file.charter.id.slice(7, 15)}.bundle.json`
    const { tlp, parties } = file.charter
    const marking = { tlp, parties: parties.map(({ id }) => id) }
    const cut = context.req.query('cut')
    const value =
      cut === undefined
        ? bundleOf(file, await timestamps(file))
        : await bundleAt(file, askedCut(file, cut))
    const bundle = release({ value, marking }, { kind: 'own-node' })
    return sendBytes(context, bundle, {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })
}
