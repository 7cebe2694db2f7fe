import { Hono } from 'hono'
import { z } from 'zod'
import { assertHandles } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { WarningListsView, WarningListTaken } from './api.ts'
import type { Warnings } from './warnings.ts'

const MOST_BYTES = 32 * 1024 * 1024
const Named = z.object({ name: z.string().min(1).max(200) })

/** Warning lists under `/api/v1`, for persons of this node. */
export function warningRoutes(warnings: Warnings, changed: () => void): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/warninglists', async (context) =>
    context.json((await warnings.view()) satisfies WarningListsView),
  )
  app.post('/api/v1/warninglists', async (context) => {
    assertHandles(context.get('person'), 'loads warning lists')
    const body = await readBounded(context.req.raw.body, MOST_BYTES)
    if (!body)
      throw new Refusal(413, 'request.too-large', `expected at most ${MOST_BYTES} bytes, got more`)
    const taken = await warnings.load(new TextDecoder().decode(body))
    changed()
    return context.json(taken satisfies WarningListTaken, 201)
  })
  app.delete('/api/v1/warninglists', async (context) => {
    assertHandles(context.get('person'), 'removes warning lists')
    await warnings.remove(Named.parse(context.req.query()).name)
    changed()
    return context.json((await warnings.view()) satisfies WarningListsView)
  })
  return app
}
