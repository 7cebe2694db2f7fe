import { Hono } from 'hono'
import { z } from 'zod'
import {
  Act,
  AccordError,
  type CharterId,
  kindOf,
  openEntry,
  parseCanonical,
  PartyId,
} from '@entente/accord'
import { fromBase64, type Crypto } from '@entente/log'
import { caseHeld, type HeldCase, type HeldCaseFiles } from '../federation/index.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { draftAccusation } from './accusation.ts'
import type { AccusationDraft, KeysView } from './api.ts'
import { keysView } from './register.ts'

const KeyAct = z.strictObject({
  /** base64 of the log entry, signed by the root keys wherever they are kept. */
  entry: z.base64().max(90_000),
  /** Say whether it would count, and file nothing. */
  dry: z.literal(true).exactOptional(),
})

export type KeysOptions = {
  readonly caseFiles: HeldCaseFiles
  readonly party: PartyId
  readonly crypto: Crypto
  readonly clock: Clock
  readonly holds: (keyid: string) => boolean
}

/** The keys of a case, key acts that were signed elsewhere, and proofs against who signed two histories. */
export function keysRoutes(options: KeysOptions): Hono<PersonEnv> {
  const { caseFiles, party, clock } = options
  const held = {
    get: (id: CharterId) => caseFiles.held().find(({ charter }) => charter.id === id),
  }
  const fileOf = (text: string): HeldCase => caseHeld(held, text)
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/cases/:id/keys', (context) =>
    context.json(keysView(fileOf(context.req.param('id')), options) satisfies KeysView),
  )
  app.post('/api/v1/cases/:id/key-acts', async (context) => {
    const file = fileOf(context.req.param('id'))
    const { entry, dry } = await readRequest(context.req.raw, KeyAct)
    const bytes = fromBase64(entry)
    assertRootSigned(bytes)
    return dry ? context.json(file.check(bytes)) : context.json(await file.file(bytes), 201)
  })
  app.post('/api/v1/cases/:id/accusations', async (context) => {
    const { of } = await readRequest(context.req.raw, z.strictObject({ of: PartyId }))
    const claimedAt = `${instant(clock).slice(0, 19)}Z`
    const file = fileOf(context.req.param('id'))
    const draft = draftAccusation({ caseFiles, file }, of, { party, claimedAt })
    return context.json(draft satisfies AccusationDraft)
  })
  return app
}

/** What an authority signs goes through this node's own rules for its persons, and not through here. */
function assertRootSigned(entry: Uint8Array): void {
  const parsed = Act.safeParse(parseCanonical(openEntry(entry).payload))
  if (parsed.success && kindOf(parsed.data).signedBy === 'root') return
  throw new AccordError(
    parsed.success ? 'act.not-competent' : 'act.malformed',
    `expected an act that root keys sign, got ${parsed.success ? parsed.data.kind : 'another form'}`,
  )
}
