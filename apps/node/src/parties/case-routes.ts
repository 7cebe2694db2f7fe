import { Hono } from 'hono'
import { z } from 'zod'
import { Charter, PartyId } from '@entente/accord'
import type { Opened } from '../api.ts'
import type { Person } from '../config.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { assertMayFile } from './may-file.ts'
import { openCase, type OpenCaseContext } from './open-case.ts'
import { readRequest } from './request.ts'
import { OPEN_CASE } from './role.ts'
import type { PersonEnv } from './routes.ts'

const { title, tlp, steps } = Charter.shape

const Wanted = z.strictObject({
  title,
  parties: z.array(PartyId).max(64).exactOptional(),
  chair: PartyId.exactOptional(),
  tlp: tlp.exactOptional(),
  steps: steps.exactOptional(),
  public: z.literal(true).exactOptional(),
})

export type OpenOptions = OpenCaseContext & {
  readonly party: PartyId
  readonly clock: Clock
  readonly signerOf: (keyid: string) => { readonly sign: (message: Uint8Array) => Uint8Array }
}

/** Opens a case on a person's order, where its role signs and its authority's mandate has the verb. */
export async function openCaseFor(
  person: Pick<Person, 'id' | 'role' | 'keyid'>,
  wanted: z.infer<typeof Wanted>,
  { party, clock, signerOf, ...context }: OpenOptions,
): Promise<Opened> {
  assertMayFile(person, OPEN_CASE, { clearance: [], way: { via: 'author' } })
  const { charter } = await openCase(context, wanted, {
    party,
    keyid: person.keyid,
    sign: signerOf(person.keyid).sign,
    claimedAt: `${instant(clock).slice(0, 19)}Z`,
  })
  return { id: charter.id, title: charter.title, parties: charter.parties.map(({ id }) => id) }
}

export function caseRoutes(options: OpenOptions): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.post('/api/v1/cases', async (context) => {
    const wanted = await readRequest(context.req.raw, Wanted)
    return context.json(await openCaseFor(context.get('person'), wanted, options), 201)
  })
  return app
}
