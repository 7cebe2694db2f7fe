import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { CharterId, PartyId } from '@entente/accord'
import { openNote, signNote, toBase64, type Crypto, type Signer, type Vkey } from '@entente/log'
import { FederationError } from './error.ts'

/**
 * A pouch: one file in which a node answers another party's node what that would have asked over a wire. JSON, a
 * line each: a head, records of a path and the bytes that are served under it, and a seal. spec/federation.md, section 7.
 */

const Head = z.strictObject({
  format: z.literal('entente-pouch/1'),
  from: PartyId,
  to: PartyId,
  /** The case whose log key seals the pouch. */
  case: CharterId,
  /** What this run of the sending node wants answered before it believes what is said of its own strand. */
  run: z.string().regex(/^[0-9a-f]{32}$/),
  /** The `run` of the last pouch that came from whom this one is for. */
  answers: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .exactOptional(),
})
export type PouchHead = z.infer<typeof Head>

const Line = z.strictObject({
  case: CharterId,
  path: z.string().max(400),
  /** base64 */
  bytes: z.string(),
})
const Seal = z.strictObject({ seal: z.string().max(4_000) })

/** Bytes of a whole pouch, and of its longest line: 256 of the longest entries in base64. */
const MOST_POUCH_BYTES = 1024 * 1024 * 1024
const MOST_LINE = 24 * 1024 * 1024
const MOST_RECORDS = 500_000

/** Where in the spooled pouch the line of a record is. */
type Place = { readonly start: number; readonly end: number }

/** A pouch that was read to its seal: whole, unaltered, and sealed by the log of the party that it names. */
export type Pouch = {
  readonly head: PouchHead
  /** Cases of which there is anything. */
  readonly cases: readonly CharterId[]
  readonly paths: (id: CharterId) => readonly string[]
  readonly bytes: (id: CharterId, path: string) => Promise<Uint8Array | undefined>
}

export const headLine = (head: PouchHead): string => `${JSON.stringify(Head.parse(head))}\n`

export const recordLine = (id: CharterId, path: string, bytes: Uint8Array): string =>
  `${JSON.stringify({ case: id, path, bytes: toBase64(bytes) })}\n`

/** What is signed: a note whose first line is no strand's name, so that it can be taken for no checkpoint. */
const sealText = ({ from, to }: PouchHead, lines: number, sha256: string) =>
  `entente-pouch/1\n${from} ${to} ${lines} ${sha256}\n`

export function sealLine(
  head: PouchHead,
  written: { readonly lines: number; readonly sha256: string },
  { signer, crypto }: { readonly signer: Signer; readonly crypto: Crypto },
): string {
  const text = sealText(head, written.lines, written.sha256)
  return `${JSON.stringify({ seal: signNote(text, signer, crypto.sha256) })}\n`
}

const malformed = (expected: string, got: string) =>
  new FederationError('pouch.malformed', `expected ${expected}, got ${got}`)

/**
 * Takes a pouch into a file, line by line, and proves its seal; nothing in it is believed for that. `keyOf` gives the
 * log key of whom the head names as its sender, or refuses.
 */
export async function takePouch(
  body: AsyncIterable<Uint8Array>,
  file: string,
  { keyOf, crypto }: { readonly keyOf: (head: PouchHead) => Vkey; readonly crypto: Crypto },
): Promise<Pouch & AsyncDisposable> {
  const spool = await open(file, 'w+', 0o600)
  try {
    return {
      ...(await indexed(body, spool, { keyOf, crypto })),
      [Symbol.asyncDispose]: () => spool.close(),
    }
  } catch (error) {
    await spool.close()
    throw error
  }
}

async function indexed(
  body: AsyncIterable<Uint8Array>,
  spool: FileHandle,
  { keyOf, crypto }: { keyOf: (head: PouchHead) => Vkey; crypto: Crypto },
): Promise<Pouch> {
  const hash = createHash('sha256')
  const index = new Map<CharterId, Map<string, Place>>()
  let head: PouchHead | undefined
  let sealed: string | undefined
  let [at, lines] = [0, 0]
  for await (const line of linesOf(body, spool)) {
    const place = { start: at, end: at + line.length }
    at = place.end
    if (sealed !== undefined) throw malformed('nothing behind the seal', 'more')
    const value = valueOf(line)
    const seal = head && Seal.safeParse(value)
    if (seal?.success) {
      sealed = seal.data.seal
      assertSealed(sealed, sealText(head!, lines, hash.digest('hex')), {
        key: keyOf(head!),
        crypto,
      })
      continue
    }
    hash.update(line)
    lines += 1
    if (head) note(index, Line.safeParse(value).data, place)
    else {
      head = Head.safeParse(value).data
      if (!head) throw malformed('the head of a pouch', 'another first line')
    }
    if (lines > MOST_RECORDS) throw malformed(`at most ${MOST_RECORDS} lines`, 'more')
  }
  if (!head || sealed === undefined)
    throw new FederationError(
      'pouch.unsealed',
      'expected a seal at the end of the pouch, got none: it was cut off, or is still being written',
    )
  return { head, ...readers(index, spool) }
}

function note(
  index: Map<CharterId, Map<string, Place>>,
  record: z.infer<typeof Line> | undefined,
  place: Place,
): void {
  if (!record) throw malformed('a record of a pouch', 'another line')
  const paths = index.get(record.case) ?? new Map<string, Place>()
  if (paths.has(record.path)) throw malformed(`${record.path} once`, 'it twice')
  index.set(record.case, paths.set(record.path, place))
}

function readers(index: ReadonlyMap<CharterId, ReadonlyMap<string, Place>>, spool: FileHandle) {
  return {
    cases: [...index.keys()],
    paths: (id: CharterId) => [...(index.get(id)?.keys() ?? [])],
    bytes: async (id: CharterId, path: string) => {
      const place = index.get(id)?.get(path)
      if (!place) return undefined
      const line = Buffer.alloc(place.end - place.start)
      await spool.read(line, 0, line.length, place.start)
      const { bytes } = Line.parse(valueOf(line))
      const decoded = Buffer.from(bytes, 'base64')
      if (decoded.toString('base64') !== bytes) throw malformed('base64 in its one form', 'another')
      return new Uint8Array(decoded)
    },
  }
}

/** Whole lines, each with its line feed, as they come; everything goes into the spool. */
async function* linesOf(
  body: AsyncIterable<Uint8Array>,
  spool: FileHandle,
): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let [total, pending] = [0, 0]
  for await (const chunk of body) {
    total += chunk.length
    if (total > MOST_POUCH_BYTES)
      throw new FederationError(
        'pouch.too-large',
        `expected at most ${MOST_POUCH_BYTES} bytes, got more`,
      )
    await spool.writeFile(chunk)
    let begin = 0
    for (;;) {
      const end = chunk.indexOf(0x0a, begin)
      if (end < 0) break
      yield Buffer.concat([...rest, chunk.subarray(begin, end + 1)])
      rest = []
      pending = 0
      begin = end + 1
    }
    rest.push(Buffer.from(chunk.subarray(begin)))
    pending += chunk.length - begin
    if (pending > MOST_LINE)
      throw new FederationError(
        'pouch.too-large',
        `expected lines of at most ${MOST_LINE} bytes, got a longer one`,
      )
  }
  if (pending > 0) throw malformed('a line feed at the end', 'none')
}

function valueOf(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line))
  } catch (cause) {
    throw new FederationError(
      'pouch.malformed',
      'expected JSON in UTF-8, a line each, got other bytes',
      {
        cause,
      },
    )
  }
}

function assertSealed(
  seal: string,
  text: string,
  { key, crypto }: { readonly key: Vkey; readonly crypto: Crypto },
): void {
  try {
    const { text: said, verified } = openNote(seal, [key], crypto)
    if (verified.length > 0 && said === text) return
  } catch (error) {
    if (!(error instanceof Error && error.name === 'LogError')) throw error
  }
  throw new FederationError(
    'pouch.altered',
    'expected the seal of the party that packed it over everything in the pouch, got another: it was altered on the way',
  )
}
