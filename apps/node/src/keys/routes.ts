import { Hono } from 'hono'
import { z } from 'zod'
import {
  Act,
  actId,
  AccordError,
  CharterId,
  kindOf,
  openEntry,
  parseCanonical,
  PartyId,
} from '@entente/accord'
import { fromBase64, type Crypto } from '@entente/log'
import type { HeldCase, HeldCaseFiles } from '../federation/index.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { Refusal } from '../platform/http/problem.ts'
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
  const { caseFiles, party, crypto, clock } = options
  const fileOf = (text: string): HeldCase => {
    const id = CharterId.parse(text)
    const file = caseFiles.held().find(({ charter }) => charter.id === id)
    if (!file) throw new Refusal(404, 'case.unknown', `expected a case held here, got ${id}`)
    return file
  }
  const app = new Hono<PersonEnv>()
  app.get('/api/v1/cases/:id/keys', (context) =>
    context.json(keysView(fileOf(context.req.param('id')), options) satisfies KeysView),
  )
  app.post('/api/v1/cases/:id/key-acts', async (context) => {
    const file = fileOf(context.req.param('id'))
    const { entry, dry } = await readRequest(context.req.raw, KeyAct)
    const bytes = fromBase64(entry)
    assertRootSigned(bytes)
    if (!dry) return context.json(await file.file(bytes), 201)
    const { void: reason, index } = file.strand(party).reader().check(bytes)
    if (reason) throw new AccordError(reason.code as AccordError['code'], reason.message)
    const id = actId(openEntry(bytes).payload, crypto.sha256)
    return context.json({ id, index, final: false })
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
