import { Hono } from 'hono'
import { z } from 'zod'
import { ActId, CharterId } from '@entente/accord'
import { Signature, toGiven } from '../positions/signature.ts'
import type { Draft } from './draft-store.ts'
import type { Drafts } from './draft.ts'
import { draftView } from './people.ts'
import { readRequest } from './request.ts'
import { assertReadsDrafts } from './role.ts'
import type { PersonEnv } from './routes.ts'

const Payload = z.string().max(60_000)
const Written = z.strictObject({ case: CharterId, payload: Payload })
const Changed = z.strictObject({ payload: Payload })
const Seen = z.strictObject({ act: ActId })
const Signed = z.strictObject({ act: ActId, signature: Signature.exactOptional() })
const Returned = z.strictObject({ comment: z.string().min(1).max(4000) })

/** Drafts under `/api/v1/drafts`: for the people of this node who write, clear or sign. */
export function draftRoutes(drafts: Drafts): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  const PATH = '/api/v1/drafts'
  const viewOf = async (draft: Draft) => draftView(draft, await drafts.events(draft.id))
  app.use(`${PATH}/*`, async (context, next) => {
    assertReadsDrafts(context.get('person'))
    await next()
  })
  app.get(PATH, async (context) =>
    context.json({ drafts: await Promise.all((await drafts.list()).map(viewOf)) }),
  )
  app.post(PATH, async (context) => {
    const written = await readRequest(context.req.raw, Written)
    return context.json(await viewOf(await drafts.write(context.get('person'), written)), 201)
  })
  app.get(`${PATH}/:id`, async (context) =>
    context.json(await viewOf(await drafts.get(context.req.param('id')))),
  )
  app.post(`${PATH}/:id/change`, async (context) => {
    const { payload } = await readRequest(context.req.raw, Changed)
    const { id } = context.req.param()
    return context.json(await viewOf(await drafts.change(context.get('person'), id, payload)))
  })
  app.post(`${PATH}/:id/clear`, async (context) => {
    const { act } = await readRequest(context.req.raw, Seen)
    const { id } = context.req.param()
    return context.json(await viewOf(await drafts.clear(context.get('person'), id, act)))
  })
  app.post(`${PATH}/:id/return`, async (context) => {
    const { comment } = await readRequest(context.req.raw, Returned)
    const { id } = context.req.param()
    return context.json(await viewOf(await drafts.giveBack(context.get('person'), id, comment)))
  })
  app.post(`${PATH}/:id/sign`, async (context) => {
    const { act, signature } = await readRequest(context.req.raw, Signed)
    const { id } = context.req.param()
    const filed = await drafts.sign(context.get('person'), id, act, toGiven(signature))
    return context.json(filed, 201)
  })
  app.post(`${PATH}/:id/drop`, async (context) => {
    const { id } = context.req.param()
    return context.json(await viewOf(await drafts.drop(context.get('person'), id)))
  })
  return app
}
