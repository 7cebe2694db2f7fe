import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { PLAYBOOK_LIMITS, readPlaybook, signPlaybook } from '@entente/cacao'
import { caseHeld } from '../federation/index.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import { getMeasure } from '../measures/index.ts'
import type { OpenNode } from '../open-node.ts'
import { assertHandles, maySign } from '../parties/role.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { instant } from '../platform/clock.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import type { Apart } from '../positions/file.ts'
import { clearOne, type Directory } from '../sharing/index.ts'
import type { PlaybooksView, PlaybookTaken } from './api.ts'
import { spkiOf } from './key-holders.ts'
import { attachedTo, carriedBy, namedFor, takePlaybook } from './playbook.ts'

type PlaybookRoutes = {
  readonly node: Pick<OpenNode, 'party' | 'caseFiles' | 'clock' | 'signerOf' | 'config'>
  readonly objects: IntelligenceStore
  readonly directory: Directory
  readonly apart: Pick<Apart, 'signsWith'>
}

const Taking = z.object({ anyway: z.enum(['true', 'false']).default('false') })
const Exporting = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  audience: z.string().min(1).max(200).default('own'),
})

/**
 * Playbooks with measures under `/api/v1`, for persons of this node: taken in, shown, signed, exported through `release`.
 * No route, and nothing behind one, carries out a step of a playbook.
 */
export function playbookRoutes(routes: PlaybookRoutes): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  recordRoutes(app, routes)
  exportRoute(app, routes)
  signRoute(app, routes)
  return app
}

const PATH = '/api/v1/cases/:id/measures/:step/playbooks'

function recordRoutes(app: Hono<PersonEnv>, { node, objects }: PlaybookRoutes): void {
  const { party, caseFiles, clock } = node
  app.get(PATH, async (context) => {
    assertHandles(context.get('person'), 'reads what objects say')
    const { id, step } = context.req.param()
    const playbooks = await attachedTo(caseHeld(caseFiles, id), step, { objects, clock })
    return context.json({ playbooks } satisfies PlaybooksView)
  })
  app.post(PATH, async (context) => {
    assertHandles(context.get('person'), 'brings objects in')
    const { id, step } = context.req.param()
    const { anyway } = Taking.parse(context.req.query())
    const { version } = getMeasure(caseHeld(caseFiles, id), step)
    const how = { anyway: anyway === 'true', about: version, party }
    const taken = await takePlaybook(await bodyOf(context.req.raw), how, { objects, clock })
    return context.json(taken satisfies PlaybookTaken, 201)
  })
}

function exportRoute(app: Hono<PersonEnv>, { node, objects, directory }: PlaybookRoutes): void {
  app.post(`${PATH}/export`, async (context) => {
    assertHandles(context.get('person'), 'hands objects out')
    const { id, step } = context.req.param()
    const { sha256, audience } = Exporting.parse(await context.req.json())
    const named = namedFor(caseHeld(node.caseFiles, id), step).find(
      ({ object }) => object.sha256 === sha256,
    )
    const contents = named ? await objects.contents(named.object.id) : []
    const content = contents.find((one) => one.sha256 === sha256)
    if (!content)
      throw new Refusal(
        404,
        'playbook.unknown',
        `expected a playbook of ${step} held here, got ${sha256}`,
      )
    const take = () => carriedBy(content).bytes
    const cleared = await clearOne(content, { audience, take }, { objects, directory })
    return sendBytes(context, cleared, {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="playbook.json"',
    })
  })
}

function signRoute(app: Hono<PersonEnv>, { node, apart }: PlaybookRoutes): void {
  app.post('/api/v1/playbooks/sign', async (context) => {
    const person = context.get('person')
    if (!maySign(person, { via: 'author' }))
      throw new Refusal(
        403,
        'person.not-competent',
        `expected a person who signs alone, got ${person.id}, ${person.role}`,
      )
    const elsewhere = apart.signsWith(person)
    if (elsewhere !== undefined)
      throw new Refusal(
        403,
        'key.elsewhere',
        `expected a key that this node holds, got ${elsewhere}, which ${person.id} holds apart from it`,
      )
    const { publicKey, sign } = node.signerOf(person.keyid)
    const signed = await signPlaybook(readPlaybook(await bodyOf(context.req.raw)), {
      id: `jss--${randomUUID()}`,
      created: instant(node.clock),
      signee: node.config.name,
      publicKey: spkiOf(publicKey),
      sign,
    })
    return context.json(signed)
  })
}

async function bodyOf({ body }: Request): Promise<Uint8Array> {
  const bytes = await readBounded(body, PLAYBOOK_LIMITS.bytes)
  if (bytes) return bytes
  throw new Refusal(
    413,
    'playbook.too-large',
    `expected at most ${PLAYBOOK_LIMITS.bytes} bytes, got more`,
  )
}
