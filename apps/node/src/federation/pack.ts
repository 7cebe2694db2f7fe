import { createHash } from 'node:crypto'
import { attachedBy, type CharterId, type PartyId } from '@entente/accord'
import { encodeEntries, entriesPath, toUtf8 } from '@entente/log'
import { release, type Releasable } from '@entente/release'
import type { MirroredCase } from './case-file.ts'
import type { HeldCaseFiles } from './case-files.ts'
import { cosign, requestFor } from './cosign.ts'
import { FederationError } from './error.ts'
import type { StrandNote } from './note.ts'
import { headLine, recordLine, sealLine, type PouchHead } from './pouch.ts'
import type { Openings } from './routes.ts'
import { originHash } from './origin-hash.ts'

/** How many entries of each strand a party is known to hold, by case. */
export type Holding = (id: CharterId, party: PartyId) => number

export type Packing = {
  readonly caseFiles: HeldCaseFiles
  readonly openings: Openings
  readonly to: PartyId
  /** One case; every case that names both unless given. */
  readonly only?: CharterId
  readonly run: string
  readonly answers?: string
  readonly holding: Holding
}

const BUNDLE = 256

/**
 * Packs what that party's node would be served over a wire, each piece released to it, with this node's cosignatures
 * as of now and its requests for theirs. Lines, as they are made.
 */
export async function* pack(packing: Packing): AsyncGenerator<Releasable<string>> {
  const { caseFiles, to, only, run, answers } = packing
  const { party: from, logSigner, crypto } = caseFiles
  const shared = caseFiles
    .mirrored()
    .filter(({ charter }) => charter.parties.some(({ id }) => id === to) && to !== from)
    .filter(({ charter }) => only === undefined || charter.id === only)
  const [first] = shared
  if (!first)
    throw new FederationError(
      'pouch.nothing',
      `expected a case of this node that names ${to}, got none`,
    )
  const head: PouchHead = {
    format: 'entente-pouch/1',
    from,
    to,
    case: first.charter.id,
    run,
    ...(answers === undefined ? {} : { answers }),
  }
  const hash = createHash('sha256')
  let lines = 0
  const write = (line: Releasable<string>) => {
    hash.update(line.value)
    lines += 1
    return line
  }
  yield write(clearTo(first, to)(headLine(head)))
  for (const file of shared) {
    const clear = clearTo(file, to)
    for await (const { path, bytes } of caseRecords(file, packing))
      yield write(clear(recordLine(file.charter.id, path, bytes)))
  }
  const signer = logSigner(first.notes.origin(from))
  yield clearTo(
    first,
    to,
  )(sealLine(head, { lines, sha256: hash.digest('hex') }, { signer, crypto }))
}

const clearTo =
  ({ charter: { tlp, parties } }: MirroredCase, party: PartyId) =>
  <T>(value: T): Releasable<T> =>
    release(
      { value, marking: { tlp, parties: parties.map(({ id }) => id) } },
      { kind: 'party', party },
    )

type Piece = { readonly path: string; readonly bytes: Uint8Array }

async function* caseRecords(file: MirroredCase, packing: Packing): AsyncGenerator<Piece> {
  yield* openedRecords(file, packing)
  for (const { id } of file.charter.parties) yield* strandRecords(file, id, packing)
}

/** Cases that were opened under this one and name the party: what it needs to take part. */
async function* openedRecords(
  { charter: root }: MirroredCase,
  { caseFiles, openings, to }: Packing,
): AsyncGenerator<Piece> {
  const opened: CharterId[] = []
  for (const { charter, charterBytes } of caseFiles.mirrored()) {
    const isTheirs = charter.parent?.case === root.id && charter.parties.some(({ id }) => id === to)
    const opening = isTheirs ? await openings.find(charter.id) : undefined
    if (!opening) continue
    const path = `cases/${charter.id.slice('sha256:'.length)}`
    opened.push(charter.id)
    yield { path: `${path}/charter`, bytes: charterBytes }
    yield { path: `${path}/opening`, bytes: opening }
  }
  if (opened.length > 0) yield { path: 'cases', bytes: toUtf8(JSON.stringify({ cases: opened })) }
}

async function* strandRecords(
  file: MirroredCase,
  party: PartyId,
  packing: Packing,
): AsyncGenerator<Piece> {
  const { caseFiles, holding } = packing
  const strand = file.strand(party)
  const saw = await caseFiles.witness.checkpoint(originHash(file.notes.origin(party)))
  // What this witness last saw is what the log's own node asks before it signs anything.
  yield { path: `${party}/witness`, bytes: toUtf8(saw ?? '') }
  const witnessed = strand.witnessed()
  const shown = witnessed && file.notes.read(party, witnessed.note)
  const head = party === caseFiles.party ? strand.signed() : shown
  if (!head) return
  yield {
    path: `${party}/checkpoint`,
    bytes: toUtf8((await cosigned(head, file, party, packing)).note),
  }
  if (shown && shown.size < head.size)
    yield { path: `${party}/witnessed`, bytes: toUtf8(shown.note) }
  for (const [at, old] of seenAt(file, party, {
    head,
    held: holding(file.charter.id, party),
  }).entries())
    yield {
      path: `${party}/ask/${at}`,
      bytes: toUtf8(requestFor(head, strand.tree(), old)),
    }
  yield* entryRecords(file, party, { from: holding(file.charter.id, party), size: head.size })
}

/** The checkpoint with every cosignature known of it, and this node's own as of now. */
async function cosigned(
  head: StrandNote,
  file: MirroredCase,
  party: PartyId,
  { caseFiles }: Packing,
): Promise<StrandNote> {
  const { party: self, witness, crypto, clock, outside, tell } = caseFiles
  file.carried.take(head)
  const { note } = await cosign(head, file.strand(party).tree(), {
    reader: file.notes,
    party,
    crypto,
    clock,
    tell,
    outside,
    self: { party: self, witness },
    carried: file.carried,
    // Whoever can be asked over a wire need not be asked for a pouch.
    submitTo: () => Promise.resolve(undefined),
    urlOf: () => undefined,
    seen: new Map(),
    isEnough: () => true,
    linger: 0,
  })
  file.carried.take(note)
  return note
}

/** At which sizes the witness of whom the pouch is for may have seen the strand: it says 409 to any other. */
function seenAt(
  file: MirroredCase,
  party: PartyId,
  { head, held }: { readonly head: StrandNote; readonly held: number },
): readonly number[] {
  const sizes = [head.size, file.strand(party).witnessed()?.size ?? 0, held, 0]
  return [...new Set(sizes.filter((size) => size <= head.size))]
}

async function* entryRecords(
  file: MirroredCase,
  party: PartyId,
  { from, size }: { readonly from: number; readonly size: number },
): AsyncGenerator<Piece> {
  const entries = file.strand(party).entries()
  if (from >= size) return
  for (let index = Math.floor(Math.min(from, size) / BUNDLE); index * BUNDLE < size; index += 1) {
    const bundle = entries.slice(index * BUNDLE, Math.min(size, (index + 1) * BUNDLE))
    const width = bundle.length === BUNDLE ? undefined : bundle.length
    yield {
      path: `${party}/${entriesPath(index, width)}`,
      bytes: new Uint8Array(encodeEntries(bundle)),
    }
    for (const id of new Set(bundle.flatMap((entry) => attachedBy(entry) ?? []))) {
      const bytes = file.attachments().get(id)
      // Two strands may attach the same bytes: the path is written once for each, under the strand.
      if (bytes) yield { path: `${party}/attachment/${index}/${id.slice('sha256:'.length)}`, bytes }
    }
  }
}
