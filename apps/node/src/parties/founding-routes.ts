import { Hono, type MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { Charter, PartyId, RuleName, StepKind } from '@entente/accord'
import type { FoundingView } from '../api.ts'
import { DatabaseError } from '../platform/db/index.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import { KeyError } from '../platform/keys/index.ts'
import { inTurn } from '../platform/turn.ts'
import type { Coalition } from './coalition.ts'
import { FoundingForms } from './founding-kept.ts'
import type { Founding } from './founding.ts'
import type { Profile } from './make-party.ts'
import type { OneLink } from './one-link.ts'
import { ProfileRequest } from './profile.ts'
import { readRequest } from './request.ts'
import { assertOwnPage, letIn } from './routes.ts'

/** Names and public keys of one party: sixteen root keys fit many times. */
const CARD_LIMIT = 16 * 1024
/** Sixty-four parties with all their root keys fit. */
const CHARTER_LIMIT = 512 * 1024

const BASE = '/api/v1/founding'

const { title, exercise, tlp, grace, notice, cure, period, minimum, blocking, goals } =
  Charter.shape

const RulesRequest = z.strictObject({
  title,
  exercise,
  tlp,
  chair: PartyId,
  steps: z.partialRecord(StepKind, z.strictObject({ rule: RuleName })),
  grace,
  notice,
  cure,
  period,
  minimum,
  blocking,
  goals,
})
/** An id as somebody typed it: 32 words of at most nine letters and what stands between them. */
const Said = z.strictObject({ id: z.string().max(2_000) })

/** What a joined node lends to whoever set it up, until that session ends. */
export type Joined = {
  readonly coalition: Coalition
  /** A fresh one-time link for a person of the node: its path. */
  readonly link: (person: string) => Promise<string>
}

export type FoundingOptions = {
  readonly founding: Founding
  readonly door: OneLink
  /** Turns the process into the ordinary node. */
  readonly become: () => Promise<void>
  /** The node, once it is one. */
  readonly joined: () => Joined | undefined
  readonly now: () => Date
}

/** The guided way, for whoever came by the one set-up link: nobody else reads or changes any of it. */
export function foundingRoutes(options: FoundingOptions): Hono {
  const { door } = options
  const app = new Hono()
  app.get('/enter/:token', (context, next) => {
    const session = door.enter(context.req.param('token'))
    return session ? letIn(context, door.cookie, { ...session, to: '/found' }) : next()
  })
  app.use(BASE, onlyBySetUp(options))
  app.use(`${BASE}/*`, onlyBySetUp(options))
  app.get(BASE, async (context) => context.json(await viewOf(options)))
  app.route('/', stepsBefore(options))
  app.route('/', stepsAfter(options))
  return app
}

async function viewOf({ founding, joined }: FoundingOptions): Promise<FoundingView> {
  const node = joined()
  const view = founding.view()
  return node ? { ...view, step: 'coalition', coalition: node.coalition.view() } : view
}

const onlyBySetUp =
  ({ door, joined }: FoundingOptions): MiddlewareHandler =>
  async (context, next) => {
    assertOwnPage(context)
    const isIn = door.isIn(getCookie(context, door.cookie))
    if (!isIn && joined())
      throw new Refusal(404, 'path.unknown', 'expected a node to set up, got one that has joined')
    if (!isIn)
      throw new Refusal(
        401,
        'setup.closed',
        'expected whoever opened the set-up link that this node printed when it started, got somebody else',
      )
    await next()
  }

/** Does one thing and answers with how far the person has come. */
type Did = (work: () => void | Promise<void>) => Promise<FoundingView>

/** Party, cards, charter, join: one after the other, whoever asks at the same time. */
function stepsBefore(options: FoundingOptions): Hono {
  const { founding, become, joined, now } = options
  const turn = inTurn()
  const did: Did = (work) =>
    turn(async () => {
      if (joined())
        throw new Refusal(409, 'party.joined', 'expected a party that has joined nothing yet')
      try {
        await work()
      } catch (error) {
        throw ofThisMachine(error)
      }
      return viewOf(options)
    })
  const app = new Hono()
  app.put(`${BASE}/forms`, async (context) => {
    const forms = await readRequest(context.req.raw, FoundingForms)
    return context.json(await did(() => founding.keep(forms)))
  })
  app.post(`${BASE}/party`, async (context) => {
    const profile = profileOf(await readRequest(context.req.raw, ProfileRequest))
    return context.json(await did(() => founding.makeParty(profile)), 201)
  })
  app.route('/', cardSteps(founding, did))
  app.route('/', charterSteps(founding, did))
  app.post(`${BASE}/join`, async (context) =>
    context.json(
      await did(async () => {
        founding.join(now())
        await become()
        founding.forget()
      }),
    ),
  )
  return app
}

function cardSteps(founding: Founding, did: Did): Hono {
  const app = new Hono()
  app.post(`${BASE}/cards`, async (context) => {
    const bytes = await bounded(context.req.raw, CARD_LIMIT)
    return context.json(await did(() => founding.takeCard(bytes)), 201)
  })
  app.post(`${BASE}/cards/:party/compared`, async (context) => {
    const { id } = await readRequest(context.req.raw, Said)
    const party = context.req.param('party')
    return context.json(await did(() => founding.compareCard(party, id)))
  })
  app.delete(`${BASE}/cards/:party`, async (context) =>
    context.json(await did(() => founding.dropCard(context.req.param('party')))),
  )
  return app
}

function charterSteps(founding: Founding, did: Did): Hono {
  const app = new Hono()
  app.post(`${BASE}/charter/draft`, async (context) => {
    const rules = await readRequest(context.req.raw, RulesRequest)
    return context.json(await did(() => founding.draft(rules)), 201)
  })
  app.post(`${BASE}/charter`, async (context) => {
    const bytes = await bounded(context.req.raw, CHARTER_LIMIT)
    return context.json(await did(() => founding.takeCharter(bytes)), 201)
  })
  app.post(`${BASE}/charter/compared`, async (context) => {
    const { id } = await readRequest(context.req.raw, Said)
    return context.json(await did(() => founding.compareCharter(id)))
  })
  app.delete(`${BASE}/charter`, async (context) =>
    context.json(await did(() => founding.dropCharter())),
  )
  return app
}

const profileOf = ({ domain, population, authorities, ...party }: ProfileRequest): Profile => ({
  ...party,
  ...(population === undefined ? {} : { population }),
  ...(domain === undefined ? {} : { witness: `${domain}/witness` }),
  authorities: authorities.map(({ verbs, ...authority }) => ({
    ...authority,
    ...(verbs === undefined ? {} : { verbs }),
  })),
})

/** Where the others answer, who logs in first, and the end of the set-up. */
function stepsAfter({ joined, door, ...options }: FoundingOptions): Hono {
  const app = new Hono()
  const node = (): Joined => {
    const found = joined()
    if (found) return found
    throw new Refusal(
      409,
      'founding.order',
      'expected a party that has joined, got one that has not',
    )
  }
  const view = () => viewOf({ joined, door, ...options })
  app.put(`${BASE}/peers/:party`, async (context) => {
    const { url } = await readRequest(context.req.raw, z.strictObject({ url: z.string().max(300) }))
    node().coalition.setPeer(context.req.param('party'), url)
    return context.json(await view())
  })
  app.delete(`${BASE}/peers/:party`, async (context) => {
    node().coalition.removePeer(context.req.param('party'))
    return context.json(await view())
  })
  app.post(`${BASE}/people/:id/links`, async (context) =>
    context.json({ path: await node().link(context.req.param('id')) }, 201),
  )
  app.post(`${BASE}/done`, (context) => {
    node()
    door.close()
    return context.body(null, 204)
  })
  return app
}

async function bounded(request: Request, limit: number): Promise<Uint8Array> {
  const bytes = await readBounded(request.body, limit)
  if (bytes) return bytes
  throw new Refusal(413, 'request.too-large', `expected at most ${limit} bytes`)
}

/** Keys and stores refuse by their names; only whoever sets the node up is told. */
function ofThisMachine(error: unknown): unknown {
  if (error instanceof KeyError || error instanceof DatabaseError)
    return new Refusal(503, error.code, error.message)
  return error
}
