import { Hono } from 'hono'
import { caseHeld, type CaseFiles } from '../federation/index.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import { assertHandles } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { Recalls, Removal } from './api.ts'
import { obey, recallsOf, type Remove } from './recalls.ts'

type RecallOptions = {
  readonly caseFiles: CaseFiles
  readonly objects: Pick<IntelligenceStore, 'versions'>
  readonly remove: Remove
}

/** Evidence that was taken back, and taking it away here, under `/api/v1`, for persons of this node. */
export function recallRoutes({ caseFiles, objects, remove }: RecallOptions) {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/cases/:id/recalls', async (context) => {
    const file = caseHeld(caseFiles, context.req.param('id'))
    const recalled = recallsOf(file)
    const ids = recalled.flatMap((one) => one.objects.map(({ id }) => id))
    const held = new Set((await objects.versions(ids)).map(({ sha256 }) => sha256))
    const recalls = recalled.map((one) => ({
      ...one,
      // What is a party's own is its own to keep or drop.
      objects: one.objects.map((object) => ({
        ...object,
        held: one.custodian !== caseFiles.party && held.has(object.sha256),
      })),
    }))
    return context.json({ recalls } satisfies Recalls)
  })
  app.post('/api/v1/cases/:id/recalls/:act/removal', async (context) => {
    assertHandles(context.get('person'), 'takes objects away')
    const { id, act } = context.req.param()
    const removal = await obey(caseHeld(caseFiles, id), act, { self: caseFiles.party, remove })
    return context.json(removal satisfies Removal)
  })
  return app
}
