import { createRoute, z } from '@hono/zod-openapi'
import { draftedReasons, getFact, LAW_BASE, sanctionsDocument, sanctionsTest } from '@entente/law'
import type { Language } from '@entente/lexicon'
import { release, type Releasable } from '@entente/release'
import { type Format, FORMATS, typeOf, writeDocument } from '../documents/index.ts'
import type { CaseFile } from '../federation/index.ts'
import { sendBytes } from '../platform/http/send.ts'
import type { SanctionsView } from './api.ts'
import { getAssessed, getMeasure } from './assessment.ts'
import { stepParam, type Routes } from './route.ts'

/** The sanctions test of a measure, as data and in writing, marked as its case is. */
export function sanctionsRoute({ app, fileOf }: Routes): void {
  const query = z.object({
    format: z.enum(FORMATS).default('json'),
    lang: z.enum(['en', 'es']).default('en'),
  })
  app.openAPIRegistry.registerPath(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/measures/{step}/sanctions',
      request: { params: stepParam, query },
      responses: { 200: { description: 'The criteria of a listing, article by article' } },
    }),
  )
  app.get('/api/v1/cases/:id/measures/:step/sanctions', async (context) => {
    const { id, step } = stepParam.parse(context.req.param())
    const { format, lang } = query.parse(context.req.query())
    return sendBytes(context, await releasedTest(fileOf(id), step, { format, lang }), {
      'content-type': typeOf(format),
      'content-disposition': `inline; filename="sanctions-${step}-${lang}.${format}"`,
    })
  })
}

/** Read at this node alone, by its persons: the marking of the case goes with it. */
async function releasedTest(
  file: CaseFile,
  step: string,
  { format, lang }: { readonly format: Format; readonly lang: Language },
): Promise<Releasable<Uint8Array | string>> {
  const { tlp, parties } = file.charter
  const marking = { tlp, parties: parties.map(({ id }) => id) }
  const { assessment, factsHash } = getAssessed(file, step)
  const value =
    format === 'json'
      ? JSON.stringify(sanctionsView(file, step))
      : await writeDocument(
          sanctionsDocument(assessment, { lang, factsHash, marking: tlp }),
          format,
        )
  return release({ value, marking }, { kind: 'own-node' })
}

function sanctionsView(file: CaseFile, step: string): SanctionsView {
  const { version } = getMeasure(file, step)
  const { assessment, factsHash } = getAssessed(file, step)
  const test = sanctionsTest(assessment)
  const asked = test.criteria.flatMap(({ asks }) => asks)
  return {
    case: file.charter.id,
    step,
    version,
    marking: file.charter.tlp,
    lawBase: LAW_BASE,
    factsHash,
    ...test,
    reasons: draftedReasons(assessment),
    questions: Object.fromEntries(asked.map((id) => [id, getFact(id)])),
  }
}
