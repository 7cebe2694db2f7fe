import { Hono } from 'hono'
import { z } from 'zod'
import { assertHandles } from '../parties/role.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant } from '../platform/clock.ts'
import type { ObjectRecalls } from './api.ts'
import { keep, lift, unknown } from './lift.ts'
import { recall, type RecallOptions } from './recall.ts'
import type { Tables } from './tables.ts'
import { recallsView } from './view.ts'

const Because = z.string().trim().min(1).max(1_000)
const Call = z.strictObject({ because: Because, revoke: z.boolean().default(true) })
const Lift = z.strictObject({ because: Because })
const Told = z.strictObject({
  state: z.enum(['told', 'confirmed', 'cannot-be-told', 'outstanding']),
  words: z.string().trim().min(1).max(1_000),
})
const Numbered = z.coerce.number().int().min(1).max(1_000_000_000)

type Options = RecallOptions & {
  /** Sends remotes what changed for them, and does not wait for them. */
  readonly push: () => void
}

/** Objects that were called back, under `/api/v1`, for persons of this node who handle objects. */
export function objectRecallRoutes(options: Options) {
  const app = new Hono<PersonEnv>()
  const list = async () => ({ recalls: await recallsView(options) }) satisfies ObjectRecalls
  app.get('/api/v1/recalls', async (context) => {
    assertHandles(context.get('person'), 'calls objects back')
    return context.json(await list())
  })
  app.post('/api/v1/objects/:id/recalls', async (context) => {
    const person = context.get('person')
    assertHandles(person, 'calls objects back')
    const asked = await readRequest(context.req.raw, Call)
    await recall(options, { ...asked, id: context.req.param('id'), by: person.id })
    options.push()
    return context.json(await list(), 201)
  })
  app.post('/api/v1/recalls/:number/release', async (context) => {
    const person = context.get('person')
    assertHandles(person, 'hands objects out')
    const { because } = await readRequest(context.req.raw, Lift)
    const number = Numbered.parse(context.req.param('number'))
    await lift(options, { number, by: person.id, because })
    options.push()
    return context.json(await list())
  })
  app.delete('/api/v1/recalls/:number/release', async (context) => {
    assertHandles(context.get('person'), 'calls objects back')
    await keep(options, Numbered.parse(context.req.param('number')))
    return context.json(await list())
  })
  app.post('/api/v1/recalls/:number/holders/:place', async (context) => {
    const person = context.get('person')
    assertHandles(person, 'calls objects back')
    const { state, words } = await readRequest(context.req.raw, Told)
    const number = Numbered.parse(context.req.param('number'))
    const said = { state, words, by: person.id, place: Numbered.parse(context.req.param('place')) }
    await say(options, number, said)
    return context.json(await list())
  })
  return app
}

/** Keeps what a person says of one holder: who says it, when, and in which words. */
async function say(
  { database, clock }: Pick<Options, 'database' | 'clock'>,
  recalled: number,
  said: z.infer<typeof Told> & { readonly by: string; readonly place: number },
): Promise<void> {
  const { numUpdatedRows } = await database
    .as<Tables>()
    .updateTable('recall_holder')
    .set({ said: said.state, said_at: instant(clock), said_by: said.by, words: said.words })
    .where('recall', '=', recalled)
    .where('number', '=', said.place)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw unknown(recalled)
}
