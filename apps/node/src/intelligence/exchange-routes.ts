import { Hono } from 'hono'
import { z } from 'zod'
import { assertHandles } from '../parties/role.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { Direction } from '../platform/exchange-runs.ts'
import type { Exchanges, ExchangeView } from './exchanges.ts'

const DIRECTION = ':direction{pull|push}'
const Reset = z.strictObject({ after: z.string().max(60).exactOptional() })

/** Exchanges with remotes under `/api/v1/{kind}/remotes`, for persons of this node. */
export function exchangeRoutes<
  View extends { readonly id: string; readonly exchanges: readonly ExchangeView[] },
>(kind: 'taxii' | 'misp', exchanges: Exchanges<View>, failed: (error: unknown) => void) {
  const app = new Hono<PersonEnv>()
  const at = `/api/v1/${kind}/remotes`
  const named = (context: {
    req: { param: (name: string) => string | undefined }
  }): readonly [string, Direction] => [
    context.req.param('remote') ?? '',
    context.req.param('direction') === 'push' ? 'push' : 'pull',
  ]
  app.get(at, async (context) => context.json({ remotes: await exchanges.list() }))
  app.post(`${at}/:remote/${DIRECTION}`, async (context) => {
    assertHandles(context.get('person'), 'brings objects in and hands them out')
    const [remote, direction] = named(context)
    const known = (await exchanges.list()).find(({ id }) => id === remote)
    // Refused at once where there is no such remote; else it goes on behind, and the list tells how far.
    const run = exchanges.run(remote, direction)
    if (known?.exchanges.some((one) => one.direction === direction)) run.catch(failed)
    else await run
    return context.json({ remotes: await exchanges.list() }, 202)
  })
  app.put(`${at}/:remote/${DIRECTION}/cursor`, async (context) => {
    assertHandles(context.get('person'), 'brings objects in and hands them out')
    const { after } = await readRequest(context.req.raw, Reset)
    await exchanges.reset(...named(context), after)
    return context.json({ remotes: await exchanges.list() })
  })
  return app
}
