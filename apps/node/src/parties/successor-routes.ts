import { Hono } from 'hono'
import { z } from 'zod'
import { Charter, MOST_ATTACHMENT_BYTES, PartyId } from '@entente/accord'
import { fromBase64 } from '@entente/log'
import type { SuccessorDrafted, SuccessorsView, TakenUp } from '../api.ts'
import type { Person } from '../config.ts'
import { PartyCard } from './card.ts'
import { PartiesError } from './error.ts'
import { readRequest } from './request.ts'
import { maySign, powersOf } from './role.ts'
import type { PersonEnv } from './routes.ts'
import type { Successors } from './successor.ts'

const { title, tlp, steps, grace, notice, cure } = Charter.shape
const whole = z.int().positive()

const ChangesRequest = z.strictObject({
  title: title.exactOptional(),
  chair: PartyId.exactOptional(),
  tlp: tlp.exactOptional(),
  steps: steps.exactOptional(),
  grace: grace.exactOptional(),
  notice: notice.exactOptional(),
  cure: cure.exactOptional(),
  // Null takes out what the present charter has.
  period: whole.nullable().exactOptional(),
  minimum: whole.nullable().exactOptional(),
  blocking: whole.nullable().exactOptional(),
  populations: z.record(PartyId, whole).exactOptional(),
  witnesses: z.array(PartyId).max(64).exactOptional(),
  quorum: Charter.shape.quorum.exactOptional(),
  doubleThirdUnderMajority: Charter.shape.doubleThirdUnderMajority,
  custody: Charter.shape.custody,
  second: Charter.shape.second.unwrap().nullable().exactOptional(),
  goals: Charter.shape.goals.unwrap().nullable().exactOptional(),
  out: z.array(PartyId).max(64).exactOptional(),
  /** As their parties gave them, each compared with what was read out. */
  cards: z.array(PartyCard).max(64).exactOptional(),
})

const HandedIn = z.strictObject({
  charter: z.base64().max(Math.ceil((MOST_ATTACHMENT_BYTES * 4) / 3) + 4),
})

/** An id as somebody typed it: 32 words of at most nine letters and what stands between them. */
const Said = z.strictObject({ id: z.string().max(2_000) })

const BASE = '/api/v1/coalition/successors'

/** Charters that are to take the place of the present one, for whoever drafts, reads and takes them up. */
export function successorRoutes(successors: Successors): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  app.get(BASE, (context) => context.json(successors.view() satisfies SuccessorsView))
  app.post(`${BASE}/draft`, async (context) => {
    assertDrafts(context.get('person'))
    const changes = await readRequest(context.req.raw, ChangesRequest)
    return context.json(successors.draft(changes) satisfies SuccessorDrafted)
  })
  app.post(BASE, async (context) => {
    assertDrafts(context.get('person'))
    const { charter } = await readRequest(context.req.raw, HandedIn)
    return context.json(
      (await successors.handIn(fromBase64(charter))) satisfies SuccessorDrafted,
      201,
    )
  })
  app.get(`${BASE}/:hex{[0-9a-f]{64}}`, (context) =>
    context.json(successors.find(`sha256:${context.req.param('hex')}`) satisfies SuccessorDrafted),
  )
  app.post('/api/v1/coalition/take-up', async (context) => {
    assertSigns(context.get('person'))
    const { id } = await readRequest(context.req.raw, Said)
    const { charter } = await successors.takeUp(id)
    return context.json({ case: charter.id, title: charter.title } satisfies TakenUp, 201)
  })
  return app
}

function assertDrafts({ id, role }: Pick<Person, 'id' | 'role'>): void {
  if (powersOf(role).drafts) return
  throw new PartiesError(
    'person.not-competent',
    `expected a person whose role drafts, got ${id}, ${role}`,
  )
}

/** Under which charter a nation goes on is said by whoever signs for it. */
function assertSigns(person: Pick<Person, 'id' | 'role'>): void {
  if (maySign(person, { via: 'author' })) return
  throw new PartiesError(
    'person.not-competent',
    `expected a person whose role signs alone, got ${person.id}, ${person.role}`,
  )
}
