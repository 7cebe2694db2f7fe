import { Hono } from 'hono'
import type { InLanguages } from '@entente/lexicon'
import { z } from 'zod'
import { PartyId } from '@entente/accord'
import { release } from '@entente/release'
import type { SealedPartView, SealedView } from '../api.ts'
import { caseHeld, type CaseFile, type CaseFiles } from '../federation/index.ts'
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
const AgeFile = z.strictObject({
  file: z.base64().max((MOST_FILE_BYTES * 4) / 3 + 4),
  from: PartyId.exactOptional(),
})

/** `/api/v1/cases/{id}/disclosures`: for the people of this node only. */
export function disclosureRoutes(
  disclosures: Disclosures,
  caseFiles: Pick<CaseFiles, 'get'>,
): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>()
  const fileOf = (text: string) => caseHeld(caseFiles, text)
  readingRoutes(app, disclosures, fileOf)
  handingRoutes(app, disclosures, fileOf)
  return app
}

type FileOf = (text: string) => CaseFile

const PATH = '/api/v1/cases/:id/disclosures'
const PART = `${PATH}/:digest{[A-Za-z0-9_-]{43}}` as const

/** What an age file in whole KiB and rounds in one rhythm leave to be seen. */
const WATCHED: InLanguages = {
  en: 'Whoever watches the lines sees which nodes send one another something, when, and how many whole KiB it has. The words cannot be read off it.',
  es: 'Quien vigile las líneas ve qué nodos se envían algo, cuándo y cuántos KiB enteros tiene. Las palabras no se pueden leer de ello.',
}

const viewOf = ({ sealed, recipient }: Disclosures, file: CaseFile): SealedView => ({
  sealed: sealed(file),
  watched: WATCHED,
  recipient,
})

/** What is sealed in a case, and the words and files that come to be kept here. */
function readingRoutes(app: Hono<PersonEnv>, disclosures: Disclosures, fileOf: FileOf): void {
  app.get(PATH, (context) => {
    const view = viewOf(disclosures, fileOf(context.req.param('id')))
    // Whoever keeps the machine running needs none of the words.
    if (powersOf(context.get('person').role).handles) return context.json(view)
    return context.json({ ...view, sealed: view.sealed.map(withoutWords) } satisfies SealedView)
  })
  app.post(PATH, async (context) => {
    const file = fileOf(context.req.param('id'))
    const { disclosures: texts } = await readRequest(context.req.raw, Kept)
    return context.json({ digests: await disclosures.keep(file.charter.id, texts) }, 201)
  })
  app.post(`${PATH}/files`, async (context) => {
    const file = fileOf(context.req.param('id'))
    assertHandles(context.get('person'), 'takes in what is sealed')
    const { file: text, from } = await readRequest(context.req.raw, AgeFile)
    const bytes = new Uint8Array(Buffer.from(text, 'base64'))
    const digest = await disclosures.receive(file, bytes, from)
    return context.json({ digests: [digest] }, 201)
  })
}

/** Who else reads a part of this party's own, and its end. */
function handingRoutes(app: Hono<PersonEnv>, disclosures: Disclosures, fileOf: FileOf): void {
  app.post(`${PART}/readers`, async (context) => {
    const file = fileOf(context.req.param('id'))
    assertMayHand(context.get('person'))
    const { to } = await readRequest(context.req.raw, Reader)
    await disclosures.hand(file, context.req.param('digest'), to)
    return context.json(viewOf(disclosures, file), 201)
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
    return context.json(viewOf(disclosures, file))
  })
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
