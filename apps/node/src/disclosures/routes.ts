import { Hono } from 'hono'
import { z } from 'zod'
import { CharterId, PartyId } from '@entente/accord'
import { release } from '@entente/release'
import type { SealedPartView, SealedView } from '../api.ts'
import type { CaseFiles } from '../federation/index.ts'
import { assertHandles, powersOf } from '../parties/role.ts'
import { readRequest } from '../parties/request.ts'
import type { PersonEnv } from '../parties/routes.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendBytes } from '../platform/http/send.ts'
import { MOST_FILE_BYTES, MOST_RECIPIENTS } from './age-file.ts'
import type { Disclosures } from './disclosures.ts'

const Kept = z.strictObject({ disclosures: z.array(z.string().max(16_000)).min(1).max(8) })
const Reader = z.strictObject({ to: PartyId })
const Recipients = z.strictObject({
  recipients: z.array(z.string().max(2_600)).min(1).max(MOST_RECIPIENTS),
})
const AgeFile = z.strictObject({ file: z.base64().max((MOST_FILE_BYTES * 4) / 3 + 4) })

/** `/api/v1/cases/{id}/disclosures`: for the people of this node only. */
// One route for each thing that may be done.
// oxlint-disable-next-line max-lines-per-function
export function disclosureRoutes(
  disclosures: Disclosures,
  caseFiles: Pick<CaseFiles, 'get'>,
): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  const fileOf = (text: string) => {
    const id = CharterId.parse(text)
    const file = caseFiles.get(id)
    if (!file) throw new Refusal(404, 'case.unknown', `expected a case held here, got ${id}`)
    return file
  }
  const PATH = '/api/v1/cases/:id/disclosures'
  const PART = `${PATH}/:digest{[A-Za-z0-9_-]{43}}`
  app.get(PATH, (context) => {
    const parts = disclosures.sealed(fileOf(context.req.param('id')))
    // Whoever keeps the machine running needs none of the words.
    const reads = powersOf(context.get('person').role).handles
    const { recipient } = disclosures
    return context.json({
      sealed: reads ? parts : parts.map(withoutWords),
      recipient,
    } satisfies SealedView)
  })
  app.post(PATH, async (context) => {
    const file = fileOf(context.req.param('id'))
    const { disclosures: texts } = await readRequest(context.req.raw, Kept)
    return context.json({ digests: await disclosures.keep(file.charter.id, texts) }, 201)
  })
  app.post(`${PATH}/files`, async (context) => {
    const file = fileOf(context.req.param('id'))
    assertHandles(context.get('person'), 'takes in what is sealed')
    const { file: text } = await readRequest(context.req.raw, AgeFile)
    const digest = await disclosures.receive(file, new Uint8Array(Buffer.from(text, 'base64')))
    return context.json({ digests: [digest] }, 201)
  })
  app.post(`${PART}/readers`, async (context) => {
    const file = fileOf(context.req.param('id'))
    assertMayHand(context.get('person'))
    const { to } = await readRequest(context.req.raw, Reader)
    await disclosures.hand(file, context.req.param('digest'), to)
    const { recipient } = disclosures
    const view: SealedView = { sealed: disclosures.sealed(file), recipient }
    return context.json(view, 201)
  })
  app.post(`${PART}/files`, async (context) => {
    const file = fileOf(context.req.param('id'))
    assertMayHand(context.get('person'))
    const { recipients } = await readRequest(context.req.raw, Recipients)
    const value = await disclosures.fileFor(file, context.req.param('digest'), recipients)
    const marking = { tlp: 'TLP:RED', parties: [] } as const
    return sendBytes(context, release({ value, marking }, { kind: 'own-node' }), {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
    })
  })
  app.post(`${PART}/erase`, async (context) => {
    const file = fileOf(context.req.param('id'))
    assertMayHand(context.get('person'))
    await disclosures.erase(file, context.req.param('digest'))
    const { recipient } = disclosures
    return context.json({ sealed: disclosures.sealed(file), recipient } satisfies SealedView)
  })
  return app
}

function withoutWords(part: SealedPartView): SealedPartView {
  if (part.openedBy) return part
  const { value: _words, disclosure: _text, ...rest } = part
  return rest
}

/** Whoever may have acts signed decides who else reads what they keep back. */
function assertMayHand({
  id,
  role,
}: {
  readonly id: string
  readonly role: PersonEnv['Variables']['person']['role']
}): void {
  if (powersOf(role).signs !== 'never') return
  throw new Refusal(
    403,
    'person.not-competent',
    `expected a person whose role signs, got ${id}, ${role}`,
  )
}
