import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { compilePattern, isId } from '@entente/stix'
import { assertHandles, powersOf } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { systemClock, type Clock } from '../platform/clock.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import { IMPORT_FORMATS } from './convert.ts'
import type { Facets, ObjectView } from './api.ts'
import { facetsOf } from './facets.ts'
import { hunt } from './hunt.ts'
import { importBundle, shortened } from './import-bundle.ts'
import type { Since } from './since.ts'
import { SORTS, type IntelligenceStore, type Sort } from './store.ts'
import type { FileLimits } from './unpack.ts'
import { findObjects, objectView } from './view.ts'

/** The body of one import that is taken in at once, as sent, packed or not. */
const BODY_LIMIT = 64 * 1024 * 1024
/** What it may unpack to. */
export const LIMITS: FileLimits = { bytes: 512 * 1024 * 1024, ratio: 100 }

const Asked = z.object({ q: z.string().max(2_000).default('') })
const Page = Asked.extend({
  sort: z
    .templateLiteral([z.enum(['', '-']), z.enum(SORTS)])
    .transform((text) => ({ by: bare(text), down: text.startsWith('-') }))
    .exactOptional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().max(1_000).exactOptional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).exactOptional(),
})
const bare = (text: string): Sort['by'] => SORTS.find((sort) => text.endsWith(sort)) ?? 'seen'
/** What a request that brings a file says of it. */
export const Import = z.object({
  name: z.string().min(1).max(200).default('upload'),
  format: z.enum(IMPORT_FORMATS).exactOptional(),
})
const Hunted = z.strictObject({ pattern: z.string().min(1).max(65_536) })

/** What an object's custodian said, or did, that keeps it away. */
type Withheld = { readonly custodian: string; readonly code: string; readonly detail: string }

/** What cases name, and is kept away. */
type Away = {
  readonly withheld: (id: string) => Withheld | undefined
  readonly kept: () => Facets['kept']
}

type IntelligenceOptions = {
  readonly clock?: Clock
  /** Where hunts are to be had. */
  readonly since?: Since
  /** The values of an object that stand on warning lists. */
  readonly known?: (
    object: Readonly<Record<string, unknown>>,
  ) => Promise<NonNullable<ObjectView['knownGood']>>
}

/** Imports and evidence under `/api/v1`, for persons of this node: each sees what its role leaves to it. */
export function intelligenceRoutes(
  store: IntelligenceStore,
  away: Away = { withheld: () => undefined, kept: () => [] },
  { known, since, clock = systemClock }: IntelligenceOptions = {},
) {
  const app = new Hono<PersonEnv>()
  const seesRed = (context: Context<PersonEnv>) => powersOf(context.get('person').role).handles
  app.get('/api/v1/objects', async (context) => {
    const page = Page.parse(context.req.query())
    return context.json(await findObjects(store, { ...page, red: seesRed(context), clock }))
  })
  app.get('/api/v1/objects/facets', async (context) => {
    const { q } = Asked.parse(context.req.query())
    const asking = { red: seesRed(context), clock, kept: away.kept() }
    return context.json(await facetsOf(store, q, asking))
  })
  app.get('/api/v1/objects/:id', async (context) => {
    const id = context.req.param('id')
    const view = isId(id) ? await objectView(store, id, seesRed(context)) : undefined
    if (!view) throw notHeld(id, away.withheld(id))
    const newest = view.versions.at(-1)?.text ?? '{}'
    const knownGood = (await known?.(JSON.parse(newest) as Readonly<Record<string, unknown>>)) ?? []
    return context.json({
      ...view,
      ...(knownGood.length > 0 ? { knownGood } : {}),
    } satisfies ObjectView)
  })
  if (since)
    app.post('/api/v1/hunts', async (context) => {
      const { pattern } = Hunted.parse(await context.req.json())
      // Refused here, where a refusal still has a status.
      compilePattern(pattern)
      const asked = { pattern, red: seesRed(context) }
      return context.body(asLines(hunt({ store, since }, asked)), 200, {
        'content-type': 'application/x-ndjson',
      })
    })
  app.post('/api/v1/imports', async (context) => {
    assertHandles(context.get('person'), 'brings objects in')
    const asked = Import.parse(context.req.query())
    const body = await readBounded(context.req.raw.body, BODY_LIMIT)
    if (!body)
      throw new Refusal(413, 'request.too-large', `expected at most ${BODY_LIMIT} bytes, got more`)
    const report = await importBundle(store, pieces(body), {
      ...asked,
      clock,
      by: context.get('person').id,
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

/** Each as a line of JSON when somebody reads it; whoever closes the connection ends what makes them. */
function asLines(events: AsyncGenerator<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await events.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    cancel: async () => {
      await events.return(undefined)
    },
  })
}

const PIECE = 64 * 1024

/** A body a piece at a time, so that other requests are answered in between. */
async function* pieces(body: Uint8Array) {
  for (let from = 0; from < body.length; from += PIECE) {
    yield body.subarray(from, from + PIECE)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
