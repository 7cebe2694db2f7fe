import { createRoute, z } from '@hono/zod-openapi'
import { parseView, type View } from '@entente/law'
import { powersOf } from '../parties/role.ts'
import { instant } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { OwnView, ViewIfKept } from './api.ts'
import { ifKept } from './if-kept.ts'
import { bodyOf, claimed, json, type Routes } from './route.ts'

const Entered = z.strictObject({ view: z.record(z.string(), z.unknown()) })

/** How this node's own nation reads the law: what is kept, every earlier change, and what another view would do. */
export function viewRoutes(routes: Routes): void {
  readingRoute(routes)
  keepingRoutes(routes)
}

function readingRoute({ app, views }: Routes): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/view',
      request: {
        query: z.object({ change: z.coerce.number().int().min(1).max(1_000_000).optional() }),
      },
      responses: { 200: json('How this node’s own nation reads the law') },
    }),
    async (context) => {
      const { change } = context.req.valid('query')
      const view = change === undefined ? await views.latest() : await views.at(change)
      if (change !== undefined && !view)
        throw new Refusal(404, 'view.unknown', `expected a change of this view, got ${change}`)
      const changes = await views.changes()
      return context.json({ ...(view ? { view } : {}), changes } satisfies OwnView)
    },
  )
}

function keepingRoutes({ app, party, views, clock, files }: Routes): void {
  /** The view as a person entered it: of this nation, and well formed. */
  const read = (entered: z.infer<typeof Entered>): View => {
    const view = parseView(entered.view)
    if (view.holder.code === party) return view
    throw new Refusal(
      422,
      'view.foreign',
      `expected the view of ${party}, got one of ${view.holder.code}`,
    )
  }
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/v1/view/if-kept',
      request: { body: bodyOf(Entered) },
      responses: { 200: json('What the engine would answer under this view; nothing is kept') },
    }),
    async (context) => {
      const view = read(context.req.valid('json'))
      const kept = await views.latest()
      const measures = ifKept(files.list(), { party, kept, view, claimedAt: claimed(clock) })
      return context.json({ view, measures } satisfies ViewIfKept)
    },
  )
  app.openapi(
    createRoute({
      method: 'put',
      path: '/api/v1/view',
      request: { body: bodyOf(Entered) },
      responses: { 200: json('The view as it is kept now') },
    }),
    async (context) => {
      const person = context.get('person')
      if (!powersOf(person.role).drafts)
        throw new Refusal(
          403,
          'person.not-competent',
          `expected a person whose role drafts, got ${person.id}, ${person.role}`,
        )
      const view = read(context.req.valid('json'))
      await views.add(view, { at: instant(clock), by: person.id })
      return context.json({ view, changes: await views.changes() } satisfies OwnView)
    },
  )
}
