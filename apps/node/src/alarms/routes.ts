import { Hono } from 'hono'
import type { CaseFiles } from '../federation/index.ts'
import { assertAdministers } from '../parties/may-file.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Alarms } from './alarms.ts'
import { alarmsView } from './view.ts'

/** `/api/v1/alarms`: for everybody of the nation; whoever administers the node says that they are seen to. */
export function alarmRoutes(alarms: Alarms, files: Pick<CaseFiles, 'list'>): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/alarms', (context) => context.json(alarmsView(alarms, files.list())))
  app.post('/api/v1/alarms/:id/acknowledge', async (context) => {
    const person = context.get('person')
    assertAdministers(person, 'acknowledge an alarm')
    const seen = await alarms.acknowledge(context.req.param('id'), person.id)
    if (!seen)
      throw new Refusal(404, 'alarm.unknown', 'expected an alarm of this node, got another')
    return context.json(alarmsView(alarms, files.list()))
  })
  return app
}
