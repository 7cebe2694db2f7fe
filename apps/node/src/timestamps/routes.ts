import { Hono } from 'hono'
import { caseHeld, type CaseFiles } from '../federation/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { TimestampsTaken, TimestampsView } from './api.ts'
import type { Timestamps } from './timestamps.ts'

const PATH = '/api/v1/cases/:id/timestamps'

/** `/api/v1/cases/{id}/timestamps`: the tokens held here, and asking for one now. */
export function timestampRoutes(
  timestamps: Timestamps,
  caseFiles: Pick<CaseFiles, 'get'>,
): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  const fileOf = (text: string) => caseHeld(caseFiles, text)
  app.get(PATH, async (context) => {
    const file = fileOf(context.req.param('id'))
    return context.json({
      authorities: timestamps.authorities(),
      failures: timestamps.failures(file),
      timestamps: await timestamps.list(file),
    } satisfies TimestampsView)
  })
  app.post(PATH, async (context) => {
    const taken = await timestamps.take(fileOf(context.req.param('id')))
    return context.json({ taken } satisfies TimestampsTaken, 201)
  })
  return app
}
