import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '@entente/stix'
import type { IntelligenceStore } from '../intelligence/index.ts'
import { assertHandles } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { WarningsNow } from '../warnings/index.ts'
import type { AssetsTaken, AssetsView, MatchesView, TouchedView } from './api.ts'
import { INVENTORY_BYTES } from './column.ts'
import type { Matching } from './matching.ts'
import type { AssetStore } from './store.ts'
import { assetsView, markMatch, matchesView } from './view.ts'

const Page = z.object({
  after: z.coerce.number().int().nonnegative().max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const Name = z.object({ name: z.string().min(1).max(200).default('assets.csv') })
const Mark = z.strictObject({
  asset: z.string().min(1).max(120),
  indicator: z.string().min(1).max(300),
  falsePositive: z.boolean(),
  because: z.string().max(2_000).default(''),
})

/** The inventory and its matches under `/api/v1`, for persons of this node and for nobody else. */
export function assetRoutes({
  store,
  matching,
  contents,
  warnings,
  clock,
}: {
  readonly store: AssetStore
  readonly contents: IntelligenceStore['contents']
  readonly matching: Matching
  readonly warnings: () => Promise<WarningsNow>
  readonly clock: Clock
}): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/assets', async (context) =>
    context.json((await assetsView(store, Page.parse(context.req.query()))) satisfies AssetsView),
  )
  app.post('/api/v1/assets', async (context) => {
    const { name } = Name.parse(context.req.query())
    const body = await readBounded(context.req.raw.body, INVENTORY_BYTES)
    if (!body)
      throw new Refusal(
        413,
        'request.too-large',
        `expected at most ${INVENTORY_BYTES} bytes, got more`,
      )
    return context.json((await matching.take(body, name)) satisfies AssetsTaken, 201)
  })
  app.get('/api/v1/matches', async (context) => {
    // It names indicators, and says their patterns.
    assertHandles(context.get('person'), 'reads what objects say')
    await matching.settle()
    return context.json((await matchesView(store, instant(clock))) satisfies MatchesView)
  })
  app.post('/api/v1/matches', async (context) => {
    assertHandles(context.get('person'), 'reads what objects say')
    const said = Mark.parse(await context.req.json())
    await markMatch(store, said, { by: context.get('person').id, at: instant(clock) })
    return context.json((await matchesView(store, instant(clock))) satisfies MatchesView)
  })
  app.get('/api/v1/objects/:id/assets', async (context) => {
    assertHandles(context.get('person'), 'reads what objects say')
    const { touchedBy } = await import('./touched.ts')
    const id = context.req.param('id')
    const touched = isId(id) ? await touchedBy({ store, contents, warnings }, id) : undefined
    if (!touched)
      throw new Refusal(404, 'object.unknown', 'expected an object held here, got another')
    return context.json(touched satisfies TouchedView)
  })
  return app
}
