import { Hono } from 'hono'
import { z } from 'zod'
import { CharterId } from '@entente/accord'
import type { SealedView } from '../api.ts'
import type { CaseFiles } from '../federation/index.ts'
import { Refusal } from '../platform/http/problem.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import type { Disclosures } from './disclosures.ts'

const Kept = z.strictObject({ disclosures: z.array(z.string().max(16_000)).min(1).max(8) })

/** `/api/v1/cases/{id}/disclosures`: for the people of this node only. */
export function disclosureRoutes(
  disclosures: Disclosures,
  caseFiles: Pick<CaseFiles, 'get'>,
): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  const fileOf = (text: string) => {
    const id = CharterId.parse(text)
    const file = caseFiles.get(id)
    if (!file) throw new Refusal(404, 'case.unknown', `expected a case held here, got ${id}`)
    return file
  }
  const PATH = '/api/v1/cases/:id/disclosures'
  app.get(PATH, (context) => {
    const file = fileOf(context.req.param('id'))
    return context.json({ sealed: disclosures.sealed(file) } satisfies SealedView)
  })
  app.post(PATH, async (context) => {
    const file = fileOf(context.req.param('id'))
    const { disclosures: texts } = await readRequest(context.req.raw, Kept)
    return context.json({ digests: await disclosures.keep(file.charter.id, texts) }, 201)
  })
  return app
}
