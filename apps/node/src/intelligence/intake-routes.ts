import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { assertHandles } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { Refusal } from '../platform/http/problem.ts'
import { Import, LIMITS } from './routes.ts'
import type { Quarantine } from './intake/quarantine.ts'

const List = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number().int().min(1).exactOptional(),
})
const FATES = ['new', 'changed', 'older', 'duplicate', 'conflict', 'set-aside'] as const
const Rows = z.object({
  fate: z.enum(FATES).exactOptional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const Place = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const Commit = z.strictObject({ preview: z.string().regex(/^[0-9a-f]{64}$/) })

/** Imports that wait and what became of them, under `/api/v1/imports`: for whoever handles objects, and nobody else. */
export function quarantineRoutes(quarantine: Quarantine) {
  const app = new Hono<PersonEnv>()
  const who = (context: Context<PersonEnv>, does: string): string => {
    const person = context.get('person')
    assertHandles(person, does)
    return person.id
  }
  const numberOf = (context: Context<PersonEnv>) => Place.parse(context.req.param('number'))
  app.post('/api/v1/imports/pending', async (context) => {
    const by = who(context, 'brings objects in')
    const asked = Import.parse(context.req.query())
    const { body, signal } = context.req.raw
    try {
      const view = await quarantine.bring(body ?? nothing(), { ...asked, by, limits: LIMITS })
      return context.json(view, 201)
    } catch (error) {
      if (!signal.aborted) throw error
      throw new Refusal(400, 'request.ended', 'expected the whole file, got the end of the request')
    }
  })
  app.get('/api/v1/imports', async (context) => {
    who(context, 'sees imports')
    return context.json(await quarantine.list(List.parse(context.req.query())))
  })
  app.get('/api/v1/imports/:number', async (context) => {
    who(context, 'sees imports')
    return context.json(await quarantine.view(numberOf(context)))
  })
  app.get('/api/v1/imports/:number/objects', async (context) => {
    who(context, 'sees imports')
    const rows = Rows.parse(context.req.query())
    return context.json(await quarantine.objects(numberOf(context), rows))
  })
  app.get('/api/v1/imports/:number/objects/:place', async (context) => {
    who(context, 'sees imports')
    const place = Place.parse(context.req.param('place'))
    return context.json(await quarantine.object(numberOf(context), place))
  })
  app.post('/api/v1/imports/:number/commit', async (context) => {
    const by = who(context, 'brings objects in')
    const { preview } = Commit.parse(await context.req.json())
    return context.json(await quarantine.commit(numberOf(context), { preview, by }))
  })
  app.post('/api/v1/imports/:number/discard', async (context) => {
    const by = who(context, 'brings objects in')
    return context.json(await quarantine.discard(numberOf(context), by))
  })
  app.get('/api/v1/imports/:number/undo', async (context) => {
    who(context, 'sees imports')
    return context.json(await quarantine.plan(numberOf(context)))
  })
  app.post('/api/v1/imports/:number/undo', async (context) => {
    const by = who(context, 'takes imports back')
    return context.json(await quarantine.undo(numberOf(context), by))
  })
  return app
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
