import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { ActId, CharterId, type FilingProof, type Logged } from '@entente/accord'
import { formatProof, toBase64 } from '@entente/log'
import { caseHeld, type HeldCase, type HeldCaseFiles } from '../federation/index.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { Refusal, refuseMalformed } from '../platform/http/problem.ts'

/** What shows a person's own program that an act is final: it believes nothing that this node says beside. */
export function filingProofRoute(files: Pick<HeldCaseFiles, 'held'>) {
  const app = new OpenAPIHono<PersonEnv>({ defaultHook: refuseMalformed })
  const held = {
    get: (id: CharterId) => files.held().find(({ charter }) => charter.id === id),
  }
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/cases/{id}/acts/{act}/proof',
      request: { params: z.object({ id: CharterId, act: ActId }) },
      responses: {
        200: {
          description: 'FilingProof: charter, entry, and the proof that the quorum witnessed it',
          content: { 'application/json': { schema: z.unknown() } },
        },
      },
    }),
    (context) => {
      const { id, act } = context.req.valid('param')
      return context.json(proofOf(caseHeld(held, id), act), 200)
    },
  )
  return app
}

function proofOf(file: HeldCase, act: ActId): FilingProof {
  const logged = file.charter.parties
    .flatMap(({ id }) => file.logged(id))
    .find(({ id }) => id === act)
  const shown = logged && shownIn(file, logged)
  if (shown) return shown
  throw new Refusal(
    logged ? 425 : 404,
    logged ? 'act.unwitnessed' : 'act.unknown',
    `expected ${act} in a tree that the quorum cosigned, got ${logged ? 'none yet' : 'no such act'}`,
  )
}

function shownIn(file: HeldCase, { party, index }: Logged): FilingProof | undefined {
  const strand = file.strand(party)
  const tree = strand.witnessed()
  const entry = strand.entries()[index]
  if (!tree || !entry || tree.size <= index) return undefined
  const proof = strand.tree().inclusion(index, tree.size)
  return {
    charter: toBase64(file.charterBytes),
    entry: toBase64(entry),
    proof: formatProof({ index, proof, checkpoint: tree.note }),
  }
}
