import { Hono } from 'hono'
import { z } from 'zod'
import type { PartyId } from '@entente/accord'
import { OPTION_KINDS } from '@entente/law'
import { caseHeld, type CaseFiles } from '../federation/index.ts'
import { assertHandles } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { OptionsImported, OptionsView } from './api.ts'
import { optionsView, statesAt } from './catalogue.ts'
import { COUN7ER_LIMITS, readCoun7er } from './coun7er.ts'
import type { OptionStore } from './store.ts'

const Asked = z.object({
  kind: z.enum(OPTION_KINDS).optional(),
  technique: z
    .string()
    .regex(/^T\d{4}(?:\.\d{3})?$/, 'expected an ATT&CK id T0000 or T0000.000')
    .optional(),
})

type OptionRoutes = {
  readonly files: CaseFiles
  readonly party: PartyId
  readonly store: OptionStore
  readonly clock: Clock
}

/** The catalogue of options under `/api/v1`, for persons of this node. Nothing of it leaves. */
export function optionRoutes({ files, party, store, clock }: OptionRoutes): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/options', async (context) => {
    const asked = Asked.parse(context.req.query())
    return context.json(optionsView(asked, await store.list()) satisfies OptionsView)
  })
  app.get('/api/v1/cases/:id/measures/:step/options', async (context) => {
    const { id, step } = context.req.param()
    const asked = Asked.parse(context.req.query())
    const states = statesAt(caseHeld(files, id), step, party)
    return context.json(optionsView(asked, await store.list(), states) satisfies OptionsView)
  })
  app.post('/api/v1/options/imports', async (context) => {
    assertHandles(context.get('person'), 'brings catalogues in')
    const body = await readBounded(context.req.raw.body, COUN7ER_LIMITS.bytes)
    if (!body)
      throw new Refusal(
        413,
        'options.too-large',
        `expected at most ${COUN7ER_LIMITS.bytes} bytes, got more`,
      )
    const taken = await store.take(readCoun7er(body), instant(clock))
    return context.json(taken satisfies OptionsImported, 201)
  })
  return app
}
