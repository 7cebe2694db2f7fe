import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import {
  CharterId,
  divergence,
  goals,
  milestones,
  PartyId,
  stageActs,
  stageTimes,
  type ActId,
  type StageTimes,
} from '@entente/accord'
import { FORMS, VIEWS } from '@entente/law'
import { FORMATS } from '../documents/index.ts'
import { caseHeld, type CaseFile } from '../federation/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { refuseMalformed } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import type { InterviewView, MilestonesView } from './api.ts'
import { assessmentView } from './assessment.ts'
import { changesView } from './changes.ts'
import { draftTextsView } from './draft-texts.ts'
import { draftAssessment, isUnfinished } from './draft.ts'
import { measuresView } from './ledger.ts'
import { memorandumOf } from './memorandum.ts'
import { bodyOf, claimed, json, stepParam, type MeasuresOptions, type Routes } from './route.ts'
import { sanctionsRoute } from './sanctions.ts'
import { viewRoutes } from './view-routes.ts'
import { Supposing, whatIfView } from './what-if.ts'

const caseParam = z.object({ id: CharterId })
const formOf = z.enum(FORMS as readonly [(typeof FORMS)[number], ...(typeof FORMS)[number][]])
/** As if all acted in this form, and as of this day: of views and sources that came later nothing is used. */
const AskedAs = z.object({ form: formOf.optional(), asOf: z.iso.date().optional() })
const Interview = z.strictObject({
  facts: z.record(z.string().max(64), z.unknown()),
  /** Evaluated here; none of it is in the act. `sealed` is what stands there instead. */
  atHome: z.record(z.string().max(64), z.unknown()).optional(),
  sealed: z.array(z.unknown()).max(8).optional(),
  view: z.record(z.string().max(64), z.unknown()).optional(),
  asOf: z.iso.date().optional(),
  word: z.string().max(8000).optional(),
  /** The adviser holds against the engine that the conditions are met; of no effect beside another answer. */
  differs: z.boolean().optional(),
})

/** Measures, what the law answers on them, divergence and what-if under `/api/v1`. */
export function measuresRoutes(options: MeasuresOptions): OpenAPIHono<PersonEnv> {
  const app = new OpenAPIHono<PersonEnv>({ defaultHook: refuseMalformed })
  const fileOf = (id: CharterId): CaseFile => caseHeld(options.files, id)
  const routes = { ...options, app, fileOf }
  measureRoutes(routes)
  changesRoute(routes)
  textsRoute(routes)
  memorandumRoute(routes)
  sanctionsRoute(routes)
  draftRoute(routes)
  caseRoutes(routes)
  milestoneRoute(routes)
  viewRoutes(routes)
  return app
}

const today = (clock: Clock): string => instant(clock).slice(0, 10)

function measureRoutes({ app, fileOf, clock, kept }: Routes): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/measures',
      request: { params: caseParam },
      responses: { 200: json('The ledger of every measure') },
    }),
    (context) =>
      context.json(
        measuresView(fileOf(context.req.valid('param').id), { today: today(clock), kept }),
      ),
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/measures/{step}/assessment',
      request: { params: stepParam, query: AskedAs },
      responses: { 200: json('Rule by nation, with disputes on top') },
    }),
    (context) => {
      const { id, step } = context.req.valid('param')
      return context.json(assessmentView(fileOf(id), step, context.req.valid('query')))
    },
  )
}

function changesRoute({ app, fileOf }: Routes): void {
  const query = AskedAs.extend({ nation: PartyId })
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/measures/{step}/changes',
      request: { params: stepParam, query },
      responses: { 200: json('Which facts would change the answer for one nation') },
    }),
    (context) => {
      const { id, step } = context.req.valid('param')
      return context.json(changesView(fileOf(id), step, context.req.valid('query')))
    },
  )
}

function textsRoute({ app, fileOf, files, party }: Routes): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/measures/{step}/texts',
      request: {
        params: stepParam,
        query: z.object({ lang: z.enum(['en', 'es']).default('en') }),
      },
      responses: { 200: json('What this nation could send or publish, from recorded facts') },
    }),
    (context) => {
      const { id, step } = context.req.valid('param')
      const { lang } = context.req.valid('query')
      return context.json(draftTextsView(fileOf(id), step, { party, lang, files: files.list() }))
    },
  )
}

function memorandumRoute({ app, fileOf, files }: Routes): void {
  const query = z.object({
    format: z.enum(FORMATS).default('md'),
    lang: z.enum(['en', 'es']).default('en'),
    asOf: z.iso.date().optional(),
  })
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/measures/{step}/memorandum',
      request: { params: stepParam, query },
      responses: { 200: { description: 'The assessment in writing' } },
    }),
  )
  app.get('/api/v1/cases/:id/measures/:step/memorandum', async (context) => {
    const { id, step } = stepParam.parse(context.req.param())
    const asked = { ...query.parse(context.req.query()), files: files.list() }
    const { body, type, name } = await memorandumOf(fileOf(id), step, asked)
    return sendBytes(context, body, {
      'content-type': type,
      'content-disposition': `inline; filename="${name}"`,
    })
  })
}

function draftRoute({ app, fileOf, party, views, interviews, clock }: Routes): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/cases/{id}/measures/{step}/assessment/draft',
      request: { params: stepParam, body: bodyOf(Interview) },
      responses: {
        200: json('What the engine answers now, what it asks, and what could be signed'),
      },
    }),
    async (context) => {
      const { id, step } = context.req.valid('param')
      const kept = await views.latest()
      const drafting = { party, kept, claimedAt: claimed(clock) }
      const said = context.req.valid('json')
      const drafted = draftAssessment(fileOf(id), step, said, drafting)
      // What stays at home is in no interview: taken up again, it would not be known to stay.
      const whose = { person: context.get('person').id, charter: id, step }
      const isSaid = Object.keys(said.facts).length > 0 || said.word !== undefined || said.atHome
      // An answer that was taken back is taken back there too.
      if (isSaid || (await interviews.find(whose))) {
        await interviews.keep(whose, { facts: said.facts, word: said.word, at: drafting.claimedAt })
      }
      return context.json(drafted)
    },
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/measures/{step}/assessment/draft',
      request: { params: stepParam },
      responses: { 200: json('What this person has answered so far, to be taken up again') },
    }),
    async (context) => {
      const { id, step } = context.req.valid('param')
      const whose = { person: context.get('person').id, charter: id, step }
      const found = await interviews.find(whose)
      const isOpen = found && isUnfinished(fileOf(id), step, { party, at: found.at })
      return context.json((isOpen ? { interview: found } : {}) satisfies InterviewView)
    },
  )
}

function caseRoutes({ app, fileOf, clock }: Routes): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/divergence',
      request: { params: caseParam },
      responses: { 200: json('Nation by clause, nation by rule, and what would unite') },
    }),
    (context) => {
      const file = fileOf(context.req.valid('param').id)
      return context.json(divergence(file.charter, file.cut(), VIEWS))
    },
  )
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/cases/{id}/what-if',
      request: { params: caseParam, body: bodyOf(Supposing) },
      responses: { 200: json('What the case would be worth if these acts followed') },
    }),
    (context) => {
      const file = fileOf(context.req.valid('param').id)
      return context.json(whatIfView(file, context.req.valid('json'), claimed(clock)))
    },
  )
}

/** How long these cases took, by the earliest cosigned trees that are kept here. */
async function timesOf(held: readonly CaseFile[]): Promise<StageTimes> {
  const cases = held.map((file) => {
    const { charter } = file
    return { charter, cut: file.cut(), state: file.state().state }
  })
  const acts = stageActs(cases)
  const seen = new Map<ActId, number>()
  for (const { within, party, index, id } of acts) {
    const tree = await held.find(({ charter }) => charter.id === within)?.since(party, index + 1)
    if (tree) seen.set(id, tree.by)
  }
  return stageTimes(cases, acts, (id) => seen.get(id))
}

function milestoneRoute({ app, files }: Routes): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/milestones',
      responses: { 200: json('The ten conclusions, each with what can be counted') },
    }),
    async (context) => {
      const held = files.list()
      const cases = held.map((file) => ({ charter: file.charter, cut: file.cut() }))
      const stages = await timesOf(held)
      const view = { goals: goals(cases), milestones: milestones(cases), stages }
      return context.json(view satisfies MilestonesView)
    },
  )
}
