import { Hono } from 'hono'
import { z } from 'zod'
import { assertHandles } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { readRequest } from '../parties/request.ts'
import type { Remotes } from './api.ts'
import type { Exchanges } from './exchanges.ts'

const DIRECTION = ':direction{pull|push}'
const Reset = z.strictObject({ after: z.string().max(60).exactOptional() })

/** Exchanges with remotes under `/api/v1`, for persons of this node. */
export function exchangeRoutes(exchanges: Exchanges, failed: (error: unknown) => void) {
  const app = new Hono<PersonEnv>()
  const named = (context: { req: { param: (name: string) => string | undefined } }) => {
    const direction = context.req.param('direction') === 'push' ? 'push' : 'pull'
    return [context.req.param('remote') ?? '', direction] as const
  }
  app.get('/api/v1/taxii/remotes', async (context) =>
    context.json({ remotes: await exchanges.list() } satisfies Remotes),
  )
  app.post(`/api/v1/taxii/remotes/:remote/${DIRECTION}`, async (context) => {
    assertHandles(context.get('person'), 'brings objects in and hands them out')
    const [remote, direction] = named(context)
    const remotes = await exchanges.list()
    // Refused at once where there is no such remote; else it goes on behind, and the list tells how far.
    const run = exchanges.run(remote, direction)
    if (remotes.some(({ id }) => id === remote)) run.catch(failed)
    else await run
    return context.json({ remotes: await exchanges.list() } satisfies Remotes, 202)
  })
  app.put(`/api/v1/taxii/remotes/:remote/${DIRECTION}/cursor`, async (context) => {
    assertHandles(context.get('person'), 'brings objects in and hands them out')
    const { after } = await readRequest(context.req.raw, Reset)
    await exchanges.reset(...named(context), after)
    return context.json({ remotes: await exchanges.list() } satisfies Remotes)
  })
  return app
}
