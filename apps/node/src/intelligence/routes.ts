import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '@entente/stix'
import { systemClock } from '../platform/clock.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import { importBundle, shortened } from './import-bundle.ts'
import type { IntelligenceStore } from './store.ts'
import { findObjects, objectView } from './view.ts'

/** The body of one import as sent, packed or not; larger files come in by the command line. */
const BODY_LIMIT = 64 * 1024 * 1024
const LIMITS = { bytes: 512 * 1024 * 1024, ratio: 100 }

const Page = z.object({
  q: z.string().max(1_000).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().max(400).exactOptional(),
})
const Name = z.object({ name: z.string().min(1).max(200).default('upload') })

/** What an object's custodian said, or did, that keeps it away. */
type Withheld = { readonly custodian: string; readonly code: string; readonly detail: string }

/** Imports and evidence under `/api/v1`, for persons of this node. */
export function intelligenceRoutes(
  store: IntelligenceStore,
  withheld: (id: string) => Withheld | undefined = () => undefined,
) {
  const app = new Hono()
  app.get('/api/v1/objects', async (context) => {
    const { q, ...page } = Page.parse(context.req.query())
    return context.json(await findObjects(store, q, page))
  })
  app.get('/api/v1/objects/:id', async (context) => {
    const id = context.req.param('id')
    const view = isId(id) ? await objectView(store, id) : undefined
    if (!view) throw notHeld(id, withheld(id))
    return context.json(view)
  })
  app.post('/api/v1/imports', async (context) => {
    const { name } = Name.parse(context.req.query())
    const body = await readBounded(context.req.raw.body, BODY_LIMIT)
    if (!body)
      throw new Refusal(413, 'request.too-large', `expected at most ${BODY_LIMIT} bytes, got more`)
    const report = await importBundle(store, pieces(body), {
      name,
      clock: systemClock,
      limits: LIMITS,
    })
    return context.json(shortened(report), 201)
  })
  return app
}

function notHeld(id: string, kept: Withheld | undefined): Refusal {
  if (kept)
    return new Refusal(
      404,
      'object.withheld',
      `expected ${id} from its custodian ${kept.custodian}, got ${kept.code}: ${kept.detail}`,
    )
  return new Refusal(404, 'object.unknown', `expected an object held here, got ${id.slice(0, 300)}`)
}

const PIECE = 64 * 1024

/** A body a piece at a time, so that other requests are answered in between. */
async function* pieces(body: Uint8Array) {
  for (let from = 0; from < body.length; from += PIECE) {
    yield body.subarray(from, from + PIECE)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
