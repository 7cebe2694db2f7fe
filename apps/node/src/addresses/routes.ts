import { Hono } from 'hono'
import { PartyId } from '@entente/accord'
import { readingAsParty, type HeldCaseFiles } from '../federation/index.ts'
import { assertAdministers } from '../parties/may-file.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendJson } from '../platform/http/send.ts'
import type { Addresses } from './addresses.ts'
import { MOST_NOTE } from './note.ts'

const PATH = '/log/:case{[0-9a-f]{64}}/addresses'

/** What parties of a root case ask, and bring: where its nodes answer now. */
export function addressRoutes(addresses: Addresses, caseFiles: HeldCaseFiles): Hono {
  const app = new Hono()
  app.get(PATH, async (c) => {
    await addresses.settle()
    const { file, clear } = readingAsParty(c, caseFiles)
    return sendJson(c, clear({ notes: addresses.of(file).map(({ note }) => note) }))
  })
  app.post(PATH, async (c) => {
    const { file, reader } = readingAsParty(c, caseFiles)
    const bytes = await readBounded(c.req.raw.body, MOST_NOTE)
    if (!bytes) throw new Refusal(413, 'request.too-large', `expected at most ${MOST_NOTE} bytes`)
    await addresses.take(file, new TextDecoder().decode(bytes), reader)
    return c.body(null, 204)
  })
  return app
}

/** An administrator says that a party's move is not followed here. */
export function moveRoutes(addresses: Addresses, view: () => object): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.delete('/api/v1/peers/:party/move', async (context) => {
    assertAdministers(context.get('person'), 'say where the others answer')
    await addresses.refuse(PartyId.parse(context.req.param('party')))
    return context.json(view())
  })
  return app
}
