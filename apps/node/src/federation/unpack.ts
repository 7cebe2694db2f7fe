import { AccordError, type CharterId, type PartyId } from '@entente/accord'
import {
  decodeEntries,
  encodeEntries,
  LogError,
  parseTilePath,
  toUtf8,
  type Vkey,
} from '@entente/log'
import type { PouchReport, PouchStrand } from '../api.ts'
import type { HeldCase, MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'
import type { Answered } from './client.ts'
import { FederationError } from './error.ts'
import { NOTE_LIMIT, type StrandNote } from './note.ts'
import type { Pouch, PouchHead } from './pouch.ts'
import { PeerFault, type Source } from './fetch-entries.ts'
import { pullStrand } from './pull.ts'

export type Unpacking = {
  readonly caseFiles: HeldCaseFiles
  /** This run of the node. */
  readonly run: string
  /** Looks at what a peer says was opened under a root case. */
  readonly offered: (root: HeldCase, source: Source) => Promise<void>
}

/** The log key that has to have sealed a pouch; refuses one that is not for this node, or not of a party of its case. */
export function sealerOf({ from, to, case: id }: PouchHead, caseFiles: HeldCaseFiles): Vkey {
  const file = caseFiles.mirrored().find(({ charter }) => charter.id === id)
  const isOfCase = file?.charter.parties.some((party) => party.id === from)
  if (file && isOfCase && to === caseFiles.party && from !== to) return file.notes.logKey(from)
  throw new FederationError(
    'pouch.other',
    `expected a pouch for ${caseFiles.party} from another party of a case held here, got one from ${from} for ${to}`,
  )
}

/** Answers and takes in what a pouch holds, by the proofs that hold over a wire. Doing it twice changes nothing more. */
export async function unpack(pouch: Pouch, unpacking: Unpacking): Promise<PouchReport> {
  const { caseFiles, offered } = unpacking
  const peer = { party: pouch.head.from, url: `pouch of ${pouch.head.from}` }
  const cases: PouchReport['cases'][number][] = []
  const taken = new Set<CharterId>()
  const faults: PouchReport['faults'][number][] = []
  // A case that was opened under one of these comes to be held on the way.
  for (let isMore = true; isMore;) {
    isMore = false
    for (const id of pouch.cases) {
      const file = caseFiles.mirrored().find(({ charter }) => charter.id === id)
      const isTheirs = file?.charter.parties.some((party) => party.id === peer.party)
      if (!file || !isTheirs || taken.has(id)) continue
      taken.add(id)
      isMore = true
      const inCase = { ...unpacking, file, pouch, peer, faults }
      const lines = await answerAsks(inCase)
      const source = sourceIn(inCase, lines)
      const root = caseFiles.held().find(({ charter }) => charter.id === id)
      if (root) await offered(root, source)
      cases.push({
        case: id,
        title: file.charter.title,
        cosigned: lines.size,
        strands: await takeStrands(inCase, source),
      })
    }
  }
  return { from: peer.party, cases, unknown: pouch.cases.length - taken.size, faults }
}

type InCase = Unpacking & {
  readonly file: MirroredCase
  readonly pouch: Pouch
  readonly peer: Source['peer']
  readonly faults: PouchReport['faults'][number][]
}

const textAt = async ({ pouch, file }: InCase, path: string): Promise<string | undefined> => {
  const bytes = await pouch.bytes(file.charter.id, path)
  return bytes && new TextDecoder().decode(bytes.subarray(0, NOTE_LIMIT * 2))
}

/** This node's cosignature of each tree that it was asked for and may give. */
async function answerAsks(inCase: InCase): Promise<ReadonlyMap<PartyId, string>> {
  const { file, caseFiles } = inCase
  const lines = new Map<PartyId, string>()
  const source = sourceIn(inCase, lines)
  for (const { id } of file.charter.parties) {
    for (let at = 0; !lines.has(id) && at < 8; at += 1) {
      const request = await textAt(inCase, `${id}/ask/${at}`)
      if (request === undefined) break
      const { status, body } = await caseFiles.witness.addCheckpoint(request, source)
      if (status === 200) lines.set(id, body)
    }
  }
  return lines
}

/** The note at that path with more cosignature lines, if its log signed it; what it says is kept for whoever asks its witnesses. */
async function noteAt(
  inCase: InCase,
  party: PartyId,
  { path, line = '' }: { readonly path: string; readonly line?: string },
): Promise<StrandNote | undefined> {
  const text = await textAt(inCase, path)
  if (!text) return undefined
  const { notes, carried } = inCase.file
  const read = readable(() => notes.read(party, text))
  if (!read) return undefined
  carried.take(read)
  const own = line === '' ? undefined : readable(() => notes.read(party, `${read.signed}${line}`))
  if (own) carried.take(own)
  const lines = [...carried.lines(read.text).values()].map(({ line: one }) => one).join('')
  return readable(() => notes.read(party, `${read.signed}${lines}`)) ?? read
}

/** A note that is no note, or that carries a false signature, says nothing. */
function readable(read: () => StrandNote): StrandNote | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof AccordError || error instanceof LogError || error instanceof RangeError)
      return undefined
    throw error
  }
}

/** The pouch as the peer's node would answer: nothing in it is believed more than on a wire. */
function sourceIn(inCase: InCase, lines: ReadonlyMap<PartyId, string>): Source {
  const { file, pouch, peer } = inCase
  const { id } = file.charter
  const bytesFor = async (path: string): Promise<Uint8Array | undefined> => {
    const [, party, what] = /^([A-Z]{2})\/(.+)$/.exec(path) ?? []
    if (party === undefined) return attachmentIn(pouch, id, path)
    if (what === 'checkpoint') return checkpointFor(inCase, party as PartyId, lines)
    return entriesIn(pouch, id, { party, path: what! })
  }
  return {
    peer,
    isCarried: true,
    get: async (path, limit) => {
      const bytes = await bytesFor(path)
      if (bytes && bytes.length > limit)
        throw new PeerFault(
          'pouch.too-large',
          peer.party,
          `expected at most ${limit} bytes of ${path} in the pouch, got ${bytes.length}`,
        )
      return answered(bytes)
    },
  }
}

const answered = (bytes: Uint8Array | undefined): Answered => ({
  status: bytes ? 200 : 404,
  contentType: 'application/octet-stream',
  bytes: bytes ?? new Uint8Array(),
  text: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
})

/** The largest tree that counts with this node's own cosignature; where none does, what was packed. */
async function checkpointFor(
  inCase: InCase,
  party: PartyId,
  lines: ReadonlyMap<PartyId, string>,
): Promise<Uint8Array | undefined> {
  const { file, pouch } = inCase
  const line = lines.get(party)
  const head = await noteAt(inCase, party, {
    path: `${party}/checkpoint`,
    ...(line === undefined ? {} : { line }),
  })
  if (!head) return pouch.bytes(file.charter.id, `${party}/checkpoint`)
  if (file.notes.by(head.times) !== undefined) return toUtf8(head.note)
  const witnessed = await noteAt(inCase, party, { path: `${party}/witnessed` })
  return toUtf8((witnessed ?? head).note)
}

/** The beginning of a bundle that was packed with more entries, as a tree of fewer needs it. */
async function entriesIn(
  pouch: Pouch,
  id: CharterId,
  { party, path }: { readonly party: string; readonly path: string },
): Promise<Uint8Array | undefined> {
  const { level, width } = parseTilePath(path)
  const base = path.replace(/\.p\/\d+$/, '')
  const packed = pouch
    .paths(id)
    .find((one) => one === `${party}/${base}` || one.startsWith(`${party}/${base}.p/`))
  const bytes = packed && (await pouch.bytes(id, packed))
  if (level !== 'entries' || !bytes) return undefined
  const entries = decodeEntries(bytes)
  if (entries.length < width) return undefined
  return new Uint8Array(encodeEntries(entries.slice(0, width)))
}

async function attachmentIn(
  pouch: Pouch,
  id: CharterId,
  path: string,
): Promise<Uint8Array | undefined> {
  const [, hash] = /^attachment\/([0-9a-f]{64})$/.exec(path) ?? []
  if (hash === undefined) return pouch.bytes(id, path)
  const packed = pouch
    .paths(id)
    .find((one) => one.endsWith(`/${hash}`) && one.includes('/attachment/'))
  return packed === undefined ? undefined : pouch.bytes(id, packed)
}

async function takeStrands(inCase: InCase, source: Source): Promise<readonly PouchStrand[]> {
  const { file, caseFiles } = inCase
  const { party: self, crypto } = caseFiles
  const strands: PouchStrand[] = []
  const sizeOf = (id: PartyId) => file.strand(id).witnessed()?.size ?? 0
  for (const { id } of file.charter.parties) {
    const before = sizeOf(id)
    if (id === self) await takeOwn(inCase, source)
    else await takeFrom(inCase, id, () => pullStrand(file, id, { source, crypto }))
    strands.push({ party: id, before, after: sizeOf(id) })
  }
  return strands
}

/** What others say of this node's own strand: whether it may sign, what it lost, and who cosigned it. */
async function takeOwn(inCase: InCase, source: Source): Promise<void> {
  const { file, caseFiles, pouch, peer, run } = inCase
  const { party: self, crypto } = caseFiles
  for (const path of [`${self}/checkpoint`, `${self}/witnessed`, `${self}/witness`])
    await noteAt(inCase, self, { path })
  const witness = file.notes.witnesses.find(({ party }) => party === peer.party)
  const saw = await textAt(inCase, `${self}/witness`)
  // An older pouch says what the witness saw then: only one that answers this run counts as asked.
  if (witness && saw !== undefined && pouch.head.answers === run)
    file.carried.tell(witness.vkey.name, saw)
  await file.own.ask()
  await file.own.restore(() => pullStrand(file, self, { source, crypto }))
  await file.own.bring()
}

async function takeFrom(
  { file, caseFiles, faults }: InCase,
  about: PartyId,
  take: () => Promise<unknown>,
): Promise<void> {
  try {
    await take()
  } catch (error) {
    if (!(error instanceof PeerFault)) throw error
    const { code, party, message, evidence } = error
    await caseFiles.raise(file.charter.id, { code, party, message, evidence })
    faults.push({ case: file.charter.id, strand: about, code, message })
  }
}
