import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { isId } from '@entente/stix'
import type { IntelligenceStore } from '../intelligence/store.ts'
import { powersOf } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { systemClock, type Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import { createKnowing } from './knowing.ts'

const Depth = z.object({ depth: z.coerce.number().int().min(1).max(3).default(1) })
const Techniques = z.union([
  z.strictObject({ of: z.string().refine(isId, 'expected an id of an object') }),
  z.strictObject({ q: z.string().max(2_000).default('') }),
])

/** What is held, seen together, under `/api/v1`: for persons of this node, each as far as its role sees. */
export function knowingRoutes(store: IntelligenceStore, clock: Clock = systemClock) {
  const app = new Hono<PersonEnv>()
  const knowing = (context: Context<PersonEnv>) =>
    createKnowing(store, { red: powersOf(context.get('person').role).handles, clock })
  app.get('/api/v1/objects/:id/hints', async (context) => {
    const id = context.req.param('id')
    return context.json(here(id, await knowing(context).hints(id)))
  })
  app.get('/api/v1/objects/:id/neighbourhood', async (context) => {
    const id = context.req.param('id')
    const { depth } = Depth.parse(context.req.query())
    return context.json(here(id, await knowing(context).neighbourhood(id, depth)))
  })
  app.get('/api/v1/objects/:id/timeline', async (context) => {
    const id = context.req.param('id')
    return context.json(here(id, await knowing(context).timeline(id)))
  })
  app.get('/api/v1/techniques', async (context) => {
    const asked = Techniques.parse(context.req.query())
    const found = await knowing(context).techniques(asked)
    return context.json(here('of' in asked ? asked.of : asked.q, found))
  })
  return app
}

/** What is not for this person is answered as what is not held. */
function here<T>(id: string, found: T | undefined): T {
  if (found !== undefined) return found
  throw new Refusal(404, 'object.unknown', `expected an object held here, got ${id.slice(0, 300)}`)
}
