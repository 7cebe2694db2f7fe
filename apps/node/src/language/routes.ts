import { Hono } from 'hono'
import { z } from 'zod'
import { LANGUAGES, lint } from '@entente/lexicon'
import { readRequest } from '../parties/request.ts'
import type { LintView } from './api.ts'

/** No field of an act is longer, and a whole text of many clauses is read clause by clause. */
const MOST_CHARACTERS = 64_000
/** A text that is made to be wrong everywhere gets this many findings and the count of the rest. */
const MOST_FINDINGS = 1_000

const Asked = z.strictObject({
  text: z.string().max(MOST_CHARACTERS),
  language: z.enum(LANGUAGES),
})

/**
 * Reads texts against the common language, for persons of this node. What they draft is confidential:
 * it is read here, kept nowhere, and asked of nobody.
 */
export function languageRoutes(): Hono {
  const app = new Hono()
  app.post('/api/v1/lint', async (context) => {
    const { text, language } = await readRequest(context.req.raw, Asked)
    const findings = lint(text, { language })
    return context.json({
      findings: findings.slice(0, MOST_FINDINGS),
      count: findings.length,
    } satisfies LintView)
  })
  return app
}
