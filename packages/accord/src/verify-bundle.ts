import { attachmentId, type Attachments } from './attachment.ts'
import { isEqual, remembering, toBase64, type Crypto } from '@entente/log'
import { bundledBytes, parseBundle, stateDigest, type Bundle } from './bundle.ts'
import { keysFrom, type Charter, type Party } from './charter.ts'
import { verifyStrandCheckpoint, type StrandNote, type Times } from './checkpoint.ts'
import { parseCanonical } from './canonical.ts'
import { culprit, wrongSize } from './culprit.ts'
import type { Cut } from './cut.ts'
import { AccordError, placed, type Place } from './error.ts'
import { evaluate } from './evaluate.ts'
import { falseClaim } from './false-claim.ts'
import type { CharterId, PartyId } from './id.ts'
import { missingStrand } from './missing-strand.ts'
import { charterId, parseCharter } from './parse-charter.ts'
import { readCut, type StrandReaders } from './read-cut.ts'
import { sealedIn, type Sealed } from './sealed.ts'
import { actId, findActId, openEntry } from './sign.ts'
import type { State } from './state.ts'
import { createStrandReader, type StrandReader } from './strand.ts'
import { timestampImprint, type Timestamped } from './timestamp.ts'

/** What a bundle that verifies is a proof of. Page and command line turn codes into sentences. */
export type ProvedCode =
  /** The case is the one whose charter id was given. */
  | 'charter'
  /** Each act that counts was signed by a key of its party whose mandate allowed it then. */
  | 'signatures'
  /** These acts are in the strands, unaltered and in this order, and no others are. */
  | 'presence-and-absence'
  /** The quorum of witnesses cosigned each strand at the times listed. */
  | 'witnessed'
  /** Gates and standings follow from the acts by the charter's rules, computed here anew. */
  | 'state'
  /** The certificates that count cite trees that were cosigned when they say. */
  | 'certificates'

export type NotProvedCode =
  /** No charter id was given: whoever made the file may have invented the whole case. */
  | 'charter'
  /** That what the acts say is true. */
  | 'content'
  /** Anything after the instant up to which absence is proved. */
  | 'later'
  /** The authors' own clocks. */
  | 'claimed-times'
  /** Who held a key and acted freely with it. */
  | 'holders'
  /** The objects that evidence names: only their hashes are here. */
  | 'objects'
  /** That no more witnesses lied together than the charter's quorum bears. */
  | 'witnesses'
  /** Key acts of the case above, or of the one whose charter this amends, that nobody copied here: `missingCopies` tells, given that case too. */
  | 'keys-above'

export type VerifiedStrand = {
  readonly party: PartyId
  readonly name: string
  readonly role: Party['role']
  readonly size: number
  /** base64 */
  readonly root: string
  readonly times: Times
  /** Seconds: no act beyond `size` was in the strand when the quorum had cosigned it. */
  readonly until: number
  readonly counted: number
  readonly void: number
}

/** What a bundle proved. */
export type Verified = {
  readonly charterId: CharterId
  /** Whether the caller named this charter; else the file only agrees with itself. */
  readonly trusted: boolean
  readonly charter: Charter
  readonly strands: readonly VerifiedStrand[]
  readonly counts: { readonly acts: number; readonly counted: number; readonly void: number }
  /** Seconds: up to here the strands held nothing else. */
  readonly until: number
  readonly cut: Cut
  /** The log entries behind the acts of each strand, byte for byte. */
  readonly entries: Readonly<Record<PartyId, readonly Uint8Array[]>>
  readonly state: State
  readonly digest: string
  /** Parts of acts that stay at home, each with its words where they were opened or handed over. */
  readonly sealed: readonly Sealed[]
  /** Timestamps over cuts of these strands; whether their tokens hold is for whoever trusts an authority. */
  readonly timestamps: readonly Timestamped[]
  readonly proved: readonly ProvedCode[]
  readonly notProved: readonly NotProvedCode[]
}

/** One strand as a bundle gives it: bytes, of which nothing is proved yet. */
type Given = {
  readonly party: PartyId
  readonly checkpoint: string
  readonly entries: readonly Uint8Array[]
}

type Read = {
  readonly reader: StrandReader
  readonly entries: readonly Uint8Array[]
  readonly note: StrandNote
}

/** Proves a member bundle offline, or refuses it with a code and the place that does not hold. */
export function verifyBundle(
  text: string,
  {
    charterId: trustedId,
    crypto: given,
    disclosures = [],
  }: {
    readonly charterId?: string
    readonly crypto: Crypto
    /** Disclosures that were handed over beside the file. */
    readonly disclosures?: readonly string[]
  },
): Verified {
  const bundle = parseBundle(text)
  // A certificate repeats cosignatures of the strands that it closes.
  const crypto = remembering(given)
  const charterBytes = bundledBytes(bundle.charter, 'the charter')
  const id = charterId(charterBytes, crypto)
  if (trustedId !== undefined && id !== trustedId)
    throw new AccordError('charter.other', `expected charter ${trustedId}, got ${id}`, {
      place: firstActIn(trustedId, bundle, crypto),
    })
  const charter = parseCharter(charterBytes, crypto)
  const reads = matchStrands(charter, bundle, crypto).map((given) =>
    readStrand(charter, given, crypto),
  )
  for (const read of reads) assertTree(read, reads)
  const readers = Object.fromEntries(
    reads.map(({ reader }) => [reader.party, reader]),
  ) as StrandReaders
  const sizes = Object.fromEntries(reads.map(({ reader }) => [reader.party, reader.tree.size]))
  const attachments = attachmentsOf(bundle, crypto)
  const cut = readCut(charter, readers, sizes, { crypto, attachments })
  const state = evaluate(charter, cut)
  const digest = stateDigest(state, crypto.sha256)
  if (digest !== bundle.claim.digest)
    throw falseClaim({
      charter,
      readers,
      cut,
      crypto,
      attachments,
      claimed: bundle.claim.digest,
      digest,
    })
  const acts = Object.values(cut).flatMap((strand) => strand.acts)
  const sealed = sealedIn(acts, disclosures, crypto.sha256)
  const timestamps = timestampsOf(bundle, charter, reads, crypto)
  return summary({
    sealed,
    timestamps,
    charter,
    reads,
    cut,
    state,
    digest,
    trusted: trustedId !== undefined,
  })
}

/** What the acts attach, each under the hash of its bytes. */
function attachmentsOf({ attachments = {} }: Bundle, { sha256 }: Crypto): Attachments {
  return new Map(
    Object.entries(attachments).map(([named, text]) => {
      const bytes = bundledBytes(text, 'an attachment')
      const id = attachmentId(bytes, sha256)
      if (id !== named)
        throw new AccordError(
          'bundle.attachment',
          `expected the bytes of attachment ${named}, got those of ${id}`,
        )
      return [id, bytes]
    }),
  )
}

/** Authorities' tokens, each with the hash that it has to be over. */
function timestampsOf(
  { timestamps = [] }: Bundle,
  charter: Charter,
  reads: readonly Read[],
  { sha256 }: Crypto,
): readonly Timestamped[] {
  const strands = reads.map(({ reader: { party, tree } }) => ({ party, tree }))
  return timestamps.map(({ sizes, nonce, token }) => ({
    sizes,
    nonce,
    imprint: timestampImprint(charter, strands, sizes, sha256),
    token: bundledBytes(token, 'a timestamp'),
  }))
}

/** Where the file itself names the case that was asked for: its charter was put in another's place. */
function firstActIn(trustedId: string, { strands }: Bundle, { sha256 }: Crypto): Place {
  for (const { entries } of strands)
    for (const [index, text] of entries.entries()) {
      const said = findPayload(text)
      if (said?.charter === trustedId)
        return { party: said.party, index, act: actId(said.payload, sha256) }
    }
  return {}
}

function findPayload(text: string) {
  try {
    const { payload } = openEntry(bundledBytes(text, 'an entry'))
    const { charter, party } = parseCanonical(payload) as { charter?: unknown; party?: unknown }
    return typeof party === 'string' ? { charter, party, payload } : undefined
  } catch (error) {
    // The bundle is refused in any case; this only looks for where it contradicts itself.
    if (error instanceof AccordError) return undefined
    throw error
  }
}

/** Exactly one strand of each party: absence is proved only where nothing is left out. */
function matchStrands(charter: Charter, { strands }: Bundle, crypto: Crypto): readonly Given[] {
  const found = new Map<PartyId, Given>()
  for (const { origin, checkpoint, entries } of strands) {
    const party = charter.parties.find((one) => one.origin === origin)?.id
    if (!party)
      throw new AccordError('strand.unknown', `expected a strand of the charter, got ${origin}`)
    const given = {
      party,
      checkpoint,
      entries: entries.map((entry, index) => bundledBytes(entry, 'an entry', { party, index })),
    }
    if (found.has(party))
      throw new AccordError('strand.doubled', `expected ${party}'s strand once, got it twice`, {
        place: { party, ...entryAt(given, 0, crypto) },
      })
    found.set(party, given)
  }
  const held = new Map([...found].map(([party, { entries }]) => [party, entries]))
  return charter.parties.map(({ id }) => {
    const given = found.get(id)
    if (!given) throw missingStrand(charter, id, held, crypto)
    return given
  })
}

/** An entry by its place, and by its act where one can be read. */
function entryAt({ entries }: Pick<Given, 'entries'>, index: number, crypto: Crypto): Place {
  const entry = entries[index]
  const act = entry && findActId(entry, crypto.sha256)
  return { index, ...(act && { act }) }
}

function readStrand(charter: Charter, { party, checkpoint, entries }: Given, crypto: Crypto): Read {
  const reader = createStrandReader(charter, party, crypto)
  for (const [index, entry] of entries.entries())
    placed(entryAt({ entries }, index, crypto), () => reader.append(entry))
  // What a checkpoint fails to prove is everything up to the last entry, which nothing else covers.
  const last = entryAt({ entries }, Math.max(entries.length - 1, 0), crypto)
  return {
    reader,
    entries,
    note: placed(last, () => verifyStrandCheckpoint(charter, party, checkpoint, crypto)),
  }
}

function assertTree({ reader, entries, note }: Read, reads: readonly Read[]) {
  const { tree } = reader
  const suspect = { reader, entries, readers: reads.map((read) => read.reader) }
  if (tree.size !== note.size) throw wrongSize(suspect, note.size)
  if (isEqual(tree.root(), note.root)) return
  throw culprit(suspect)
}

type Outcome = Pick<
  Verified,
  'sealed' | 'timestamps' | 'charter' | 'cut' | 'state' | 'digest' | 'trusted'
> & {
  readonly reads: readonly Read[]
}

function summary({ reads, ...outcome }: Outcome): Verified {
  const { charter, cut, state, trusted } = outcome
  const strands = reads.map((read) => describe(charter, cut, read))
  const total = (count: (strand: VerifiedStrand) => number) =>
    strands.reduce((sum, strand) => sum + count(strand), 0)
  const hasCertificates = Object.values(cut).some(({ acts }) => acts.some(({ trees }) => trees))
  return {
    ...outcome,
    charterId: charter.id,
    strands,
    entries: Object.fromEntries(reads.map(({ reader, entries }) => [reader.party, entries])),
    counts: {
      acts: total(({ size }) => size),
      counted: total(({ counted }) => counted),
      void: total((strand) => strand.void),
    },
    until: Math.min(...strands.map(({ until }) => until)),
    proved: [
      ...(trusted ? (['charter'] as const) : []),
      'signatures',
      'presence-and-absence',
      'witnessed',
      'state',
      ...(hasCertificates ? (['certificates'] as const) : []),
    ],
    notProved: [
      ...(trusted ? [] : (['charter'] as const)),
      'content',
      'later',
      'claimed-times',
      'holders',
      ...(state.evidence.length > 0 ? (['objects'] as const) : []),
      'witnesses',
      ...(keysFrom(charter) ? (['keys-above'] as const) : []),
    ],
  }
}

function describe(charter: Charter, cut: Cut, { reader, note }: Read): VerifiedStrand {
  const { id, name, role } = charter.parties.find((party) => party.id === reader.party)!
  const acts = cut[id]!.acts
  const voided = acts.filter((logged) => logged.void).length
  return {
    party: id,
    name,
    role,
    size: note.size,
    root: toBase64(note.root),
    times: note.times,
    // The latest instant at or after which a quorum cosigned.
    until: note.times.map(([, time]) => time).toSorted((a, b) => b - a)[charter.quorum - 1] ?? 0,
    counted: acts.length - voided,
    void: voided,
  }
}
