import { Hono } from 'hono'
import { z } from 'zod'
import type { Coalition } from './coalition.ts'
import { assertAdministers } from './may-file.ts'
import { readRequest } from './request.ts'
import type { PersonEnv } from './routes.ts'

/** The coalition for everybody at this node; whoever administers it says where the others answer. */
export function coalitionRoutes(coalition: Coalition): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  const does = 'say where the others answer'
  app.get('/api/v1/coalition', (context) => context.json(coalition.view()))
  app.put('/api/v1/peers/:party', async (context) => {
    assertAdministers(context.get('person'), does)
    const { url } = await readRequest(context.req.raw, z.strictObject({ url: z.string().max(300) }))
    coalition.setPeer(context.req.param('party'), url)
    return context.json(coalition.view())
  })
  app.delete('/api/v1/peers/:party', (context) => {
    assertAdministers(context.get('person'), does)
    coalition.removePeer(context.req.param('party'))
    return context.json(coalition.view())
  })
  return app
}
