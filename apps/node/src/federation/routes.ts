import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { AttachmentId, CharterId, PartyId, RULES, type CharterFrame } from '@entente/accord'
import { cosignerType, encodeEntries, formatVkey, parseTilePath, tile } from '@entente/log'
import { release, type Releasable } from '@entente/release'
import { instant } from '../platform/clock.ts'
import { readBounded } from '../platform/http/body.ts'
import { Refusal } from '../platform/http/problem.ts'
import { sendBytes, sendFrom, sendJson } from '../platform/http/send.ts'
import { askedBy, tellUnsigned } from './asked-by.ts'
import type { HeldCase, MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'
import type { Heads } from './state-digest.ts'
import { MOST_TOGETHER } from './submit.ts'
import { vouchFor } from './vouch.ts'

/** A checkpoint, a proof of at most 63 hashes and a hundred signatures fit. */
const WITNESS_LIMIT = 64 * 1024
/** Requests for many logs at once; one of them is seldom longer than five kilobytes. */
const TOGETHER_LIMIT = 512 * 1024
const TEXT = { 'content-type': 'text/plain; charset=utf-8' }
const BYTES = { 'content-type': 'application/octet-stream' }

/** Who opened which of the cases held here, as a signed statement. */
export type Openings = {
  readonly find: (id: CharterId) => Promise<Uint8Array | undefined>
}

/** Serves an object that evidence of a case names, cleared for the party that asks. */
export type ServeObject = (asked: {
  readonly file: HeldCase
  readonly reader: PartyId
  readonly sha256: string
}) => Promise<Releasable<Uint8Array>>

/** Serves a sealed part to the node of a party that it is handed to, in a file that only that node opens. */
export type ServeSealed = (asked: {
  readonly file: HeldCase
  readonly reader: PartyId
  readonly digest: string
  readonly recipient: string
}) => Promise<Releasable<Uint8Array>>

/**
 * What other nodes ask of this one: its card and its witness are open to all, a case's strands to
 * the parties of that case alone, those of a public case to anyone.
 */
export function federationRoutes(options: {
  readonly caseFiles: HeldCaseFiles
  readonly name: string
  /** None where no case was opened while nodes run. */
  readonly openings?: Openings
  /** None where a node keeps no evidence. */
  readonly objects?: ServeObject
  /** None where a node hands out nothing that is sealed. */
  readonly sealed?: ServeSealed
}): Hono {
  const { caseFiles, name, openings, objects, sealed } = options
  const startedAt = instant(caseFiles.clock)
  const app = new Hono()
  app.get('/.well-known/entente', (c) =>
    c.json({
      party: caseFiles.party,
      name,
      rules: [RULES],
      witness: witnessVkey(caseFiles),
      startedAt,
      cases: caseFiles.mirrored().flatMap((file) => {
        const asking = askedBy(c, file, caseFiles)
        return asking ? [clearTo(file.charter, asking)(file.charter.id).value] : []
      }),
    }),
  )
  witnessRoutes(app, caseFiles)
  strandRoutes(app, caseFiles, startedAt)
  vouchRoute(app, caseFiles)
  attachmentRoute(app, caseFiles)
  if (openings) openedRoutes(app, caseFiles, openings)
  if (objects) objectRoute(app, caseFiles, objects)
  if (sealed) sealedRoute(app, caseFiles, sealed)
  return app
}

const witnessVkey = ({ witnessSigner, crypto }: HeldCaseFiles) =>
  formatVkey(
    witnessSigner.name,
    cosignerType(witnessSigner.publicKey),
    witnessSigner.publicKey,
    crypto.sha256,
  )

function witnessRoutes(app: Hono, { witness, tell }: HeldCaseFiles): void {
  app.post('/witness/add-checkpoint', async (c) => {
    const body = await readBounded(c.req.raw.body, WITNESS_LIMIT)
    if (!body)
      throw new Refusal(413, 'request.too-large', `expected at most ${WITNESS_LIMIT} bytes`)
    const text = textOf(body)
    const answer = await witness.addCheckpoint(text)
    if (answer.status === 400)
      void tell({
        code: 'request.malformed',
        message: `expected a request of the witness protocol, got another: ${answer.body.slice(0, 200)}`,
        evidence: { path: c.req.routePath },
      })
    return c.body(answer.body, answer.status as 200, { 'content-type': answer.contentType })
  })
  app.post('/witness/add-checkpoints', async (c) => {
    const body = await readBounded(c.req.raw.body, TOGETHER_LIMIT)
    if (!body) {
      throw new Refusal(413, 'request.too-large', `expected at most ${TOGETHER_LIMIT} bytes`)
    }
    const answers = await Promise.all(
      requestsOf(textOf(body)).map((request) => witness.addCheckpoint(request)),
    )
    return c.json(answers.map(({ status, body: said }) => ({ status, body: said })))
  })
  app.get('/witness/:hash{[0-9a-f]{64}}/checkpoint', async (c) => {
    const note = await witness.checkpoint(c.req.param('hash'))
    if (note !== undefined) return c.body(note, 200, TEXT)
    throw new Refusal(404, 'log.unknown', 'expected a log that this witness cosigned, got another')
  })
}

const Requests = z.array(z.string().max(WITNESS_LIMIT)).min(1).max(MOST_TOGETHER)

function requestsOf(text: string): readonly string[] {
  try {
    return Requests.parse(JSON.parse(text))
  } catch {
    throw new Refusal(
      400,
      'request.malformed',
      `expected a JSON array of 1 to ${MOST_TOGETHER} requests of the witness protocol, got another`,
    )
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new Refusal(400, 'request.malformed', 'expected UTF-8 text, got other bytes')
  }
}

function strandRoutes(app: Hono, caseFiles: HeldCaseFiles, startedAt: string): void {
  app.get('/log/:case{[0-9a-f]{64}}/state', (c) => {
    const { file, clear } = reading(c, caseFiles)
    const { cut, digest } = file.heads()
    const heads: Heads = { startedAt, cut: { ...cut }, ...(digest === undefined ? {} : { digest }) }
    return sendJson(c, clear(heads))
  })
  app.get('/log/:case{[0-9a-f]{64}}/:party{[A-Z]{2}}/checkpoint', (c) => {
    const { strand, clear } = readingStrand(c, caseFiles)
    const note = strand.witnessed()?.note ?? strand.signed()?.note
    if (note !== undefined) return sendBytes(c, clear(note), TEXT)
    throw new Refusal(404, 'strand.empty', 'expected a strand with a checkpoint, got none yet')
  })
  app.get('/log/:case{[0-9a-f]{64}}/:party{[A-Z]{2}}/tile/*', async (c) => {
    const { strand, clear } = readingStrand(c, caseFiles)
    const path = c.req.path.slice(c.req.path.indexOf('/tile/') + 1)
    const bytes = await tileBytes(path, strand, caseFiles)
    if (bytes) return sendFrom(c, clear(bytes), BYTES)
    throw new Refusal(404, 'tile.unknown', `expected a tile of this strand, got ${path}`)
  })
}

/** One cosignature over a whole cut, for the parties of its case. */
function vouchRoute(app: Hono, caseFiles: HeldCaseFiles): void {
  app.post('/log/:case{[0-9a-f]{64}}/vouch', async (c) => {
    const asked = askedFor(c, caseFiles.mirrored())
    const { file, clear } = readingOf(c, caseFiles, asked)
    const { parties } = file.charter
    const body = await readBounded(c.req.raw.body, WITNESS_LIMIT)
    const heads = body && CutHeads.safeParse(jsonOf(textOf(body))).data
    if (heads?.length !== parties.length)
      throw new Refusal(
        400,
        'request.malformed',
        `expected a tree of each of ${parties.length} parties in the order of the charter, got another body`,
      )
    const cut = Object.fromEntries(parties.map(({ id }, at) => [id, heads[at]!] as const))
    const vouched = await vouchFor(file.charter, cut, caseFiles.witness)
    if (vouched) return sendJson(c, clear(vouched))
    throw new Refusal(
      404,
      'log.unknown',
      'expected a case of which this node is a witness, got another',
    )
  })
}

const CutHeads = z
  .array(
    z.strictObject({
      size: z.int().nonnegative(),
      root: z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/),
    }),
  )
  .max(64)

/** What acts of a case attach, to whoever may read its strands. */
function attachmentRoute(app: Hono, caseFiles: HeldCaseFiles): void {
  app.get('/log/:case{[0-9a-f]{64}}/attachment/:sha256{[0-9a-f]{64}}', (c) => {
    const { file, clear } = reading(c, caseFiles)
    const bytes = file.attachments().get(AttachmentId.parse(`sha256:${c.req.param('sha256')}`))
    if (bytes) return sendBytes(c, clear(bytes), BYTES)
    throw new Refusal(404, 'attachment.unknown', 'expected an attachment of this case, got another')
  })
}

/** The cases opened under a root case: each is told of to the parties that it names, and to no other. */
function openedRoutes(app: Hono, caseFiles: HeldCaseFiles, openings: Openings): void {
  const PATH = '/log/:case{[0-9a-f]{64}}/cases'
  app.get(PATH, async (c) => {
    const { file: root, reader, clear } = readingAsParty(c, caseFiles)
    const cases: CharterId[] = []
    for (const file of caseFiles.mirrored()) {
      const isTheirs = file.charter.parent?.case === root.charter.id && names(file.charter, reader)
      if (!isTheirs || !(await openings.find(file.charter.id))) continue
      cases.push(clearTo(file.charter, reader)(file.charter.id).value)
    }
    return sendJson(c, clear({ cases }))
  })
  app.get(`${PATH}/:opened{[0-9a-f]{64}}/:what{charter|opening}`, async (c) => {
    const { file: root, reader } = readingAsParty(c, caseFiles)
    const id = CharterId.parse(`sha256:${c.req.param('opened')}`)
    const file = caseFiles.mirrored().find(({ charter }) => charter.id === id)
    const isTheirs = file?.charter.parent?.case === root.charter.id && names(file.charter, reader)
    const opening = isTheirs ? await openings.find(id) : undefined
    // The same answer for a case that does not exist: who is not named learns nothing.
    if (!file || !opening)
      throw new Refusal(
        404,
        'case.unknown',
        'expected a case that names the asking party, got none',
      )
    const bytes = c.req.param('what') === 'charter' ? file.charterBytes : opening
    return sendBytes(c, clearTo(file.charter, reader)(bytes), BYTES)
  })
}

/** Objects do not stand in strands: whoever has one in custody serves it to those who may have it. */
function objectRoute(app: Hono, caseFiles: HeldCaseFiles, objects: ServeObject): void {
  app.get('/log/:case{[0-9a-f]{64}}/object/:sha256{[0-9a-f]{64}}', async (c) => {
    const { file, reader } = readingAsParty(c, caseFiles)
    return sendBytes(c, await objects({ file, reader, sha256: c.req.param('sha256') }), BYTES)
  })
}

/**
 * What is sealed stands in no strand. The recipient stands in the path, which the reader's node signs with
 * the key that the charter has for it: nobody else can put another recipient in its place.
 */
function sealedRoute(app: Hono, caseFiles: HeldCaseFiles, sealed: ServeSealed): void {
  const PATH =
    '/log/:case{[0-9a-f]{64}}/sealed/:digest{[A-Za-z0-9_-]{43}}/:recipient{age1[a-z0-9]{50,2500}}'
  app.get(PATH, async (c) => {
    const { file, reader } = readingAsParty(c, caseFiles)
    const { digest, recipient } = c.req.param()
    return sendBytes(c, await sealed({ file, reader, digest, recipient }), {
      ...BYTES,
      'cache-control': 'no-store',
    })
  })
}

const names = ({ parties }: CharterFrame, party: PartyId) => parties.some(({ id }) => id === party)

/** Clears what belongs to a case for one of its parties. */
const clearTo =
  ({ tlp, parties }: CharterFrame, party: PartyId) =>
  <T>(value: T): Releasable<T> =>
    release(
      { value, marking: { tlp, parties: parties.map(({ id }) => id) } },
      { kind: 'party', party },
    )

/** Clears what stands in a public case for anyone. */
const clearToAnyone =
  ({ tlp }: CharterFrame) =>
  <T>(value: T): Releasable<T> =>
    release({ value, marking: { tlp, public: true } }, { kind: 'public' })

type Strand = ReturnType<MirroredCase['strand']>

async function tileBytes(path: string, strand: Strand, { store }: HeldCaseFiles) {
  const { level, index, width } = parseTilePath(path)
  if (level !== 'entries') return new Uint8Array(tile(strand.tree(), level, index, width))
  const from = index * 256
  // From the store, not from memory: what is stored is what others check.
  const stored = await store.entries(strand.name, { from, to: from + width })
  const more = { from: from + stored.length, to: from + width }
  const entries = [...stored, ...(more.from < more.to ? await store.kept(strand.name, more) : [])]
  return entries.length === width ? new Uint8Array(encodeEntries(entries)) : undefined
}

/** The case that is asked for, and the clearance for whoever asks. */
function reading(c: Context, caseFiles: HeldCaseFiles) {
  const file = askedFor(c, caseFiles.mirrored())
  if (file?.charter.public) return { file, clear: clearToAnyone(file.charter) }
  return readingOf(c, caseFiles, file)
}

function askedFor<T extends MirroredCase>(c: Context, among: readonly T[]): T | undefined {
  const id = CharterId.parse(`sha256:${c.req.param('case')}`)
  return among.find(({ charter }) => charter.id === id)
}

/** The case that is asked for, whose rules are known, and the clearance for the party that asks. */
export const readingAsParty = (c: Context, caseFiles: HeldCaseFiles) =>
  readingOf(c, caseFiles, askedFor(c, caseFiles.held()))

function readingOf<T extends MirroredCase>(
  c: Context,
  caseFiles: HeldCaseFiles,
  file: T | undefined,
) {
  const reader = file && askedBy(c, file, caseFiles)
  // The same answer for a case that is not held here: a stranger learns nothing from it.
  if (!file || !reader) {
    // A party that took part earlier than this node asks in good faith: of its case nothing is told.
    if (file) tellUnsigned(c, caseFiles, file)
    throw new Refusal(
      401,
      'request.unsigned',
      'expected a request signed by the node of a party of this case, got another',
    )
  }
  return { file, reader, clear: clearTo(file.charter, reader) }
}

function readingStrand(c: Context, caseFiles: HeldCaseFiles) {
  const { file, clear } = reading(c, caseFiles)
  const party = PartyId.parse(c.req.param('party'))
  if (file.charter.parties.some(({ id }) => id === party)) {
    return { strand: file.strand(party), clear }
  }
  throw new Refusal(404, 'strand.unknown', `expected a party of this case, got ${party}`)
}
