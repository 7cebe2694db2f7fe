import { isEqual, toBase64, type Crypto } from '@entente/log'
import { bundledBytes, parseBundle, stateDigest, type Bundle } from './bundle.ts'
import type { Charter, Party } from './charter.ts'
import { verifyStrandCheckpoint, type StrandNote, type Times } from './checkpoint.ts'
import { culprit } from './culprit.ts'
import type { Cut, Logged } from './cut.ts'
import { AccordError, type AccordErrorCode } from './error.ts'
import { evaluate } from './evaluate.ts'
import type { CharterId, PartyId } from './id.ts'
import { charterId, parseCharter } from './parse-charter.ts'
import { readCut, type StrandReaders } from './read-cut.ts'
import type { State } from './state.ts'
import { createStrandReader, type StrandReader } from './strand.ts'

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
  readonly state: State
  readonly digest: string
  readonly proved: readonly ProvedCode[]
  readonly notProved: readonly NotProvedCode[]
}

type Read = {
  readonly reader: StrandReader
  readonly entries: readonly Uint8Array[]
  readonly note: StrandNote
}

/** Proves a member bundle offline, or refuses it with a code and the place that does not hold. */
export function verifyBundle(
  text: string,
  { charterId: trustedId, crypto }: { readonly charterId?: string; readonly crypto: Crypto },
): Verified {
  const bundle = parseBundle(text)
  const charterBytes = bundledBytes(bundle.charter, 'the charter')
  const id = charterId(charterBytes, crypto)
  if (trustedId !== undefined && id !== trustedId)
    throw new AccordError('charter.other', `expected charter ${trustedId}, got ${id}`)
  const charter = parseCharter(charterBytes, crypto)
  const reads = matchStrands(charter, bundle).map(([party, strand]) =>
    readStrand(charter, party, strand, crypto),
  )
  for (const read of reads) assertTree(read, reads)
  const readers = Object.fromEntries(
    reads.map(({ reader }) => [reader.party, reader]),
  ) as StrandReaders
  const sizes = Object.fromEntries(reads.map(({ reader }) => [reader.party, reader.tree.size]))
  const cut = readCut(charter, readers, sizes, crypto)
  const state = evaluate(charter, cut)
  const digest = stateDigest(state, crypto.sha256)
  if (digest !== bundle.claim.digest)
    throw falseClaim({ charter, cut, crypto }, { claimed: bundle.claim.digest, digest })
  return summary({ charter, reads, cut, state, digest, trusted: trustedId !== undefined })
}

/** Exactly one strand of each party: absence is proved only where nothing is left out. */
function matchStrands(charter: Charter, { strands }: Bundle) {
  const found = new Map<string, Bundle['strands'][number]>()
  for (const strand of strands) {
    const party = charter.parties.find(({ origin }) => origin === strand.origin)?.id
    if (!party)
      throw new AccordError(
        'strand.unknown',
        `expected a strand of the charter, got ${strand.origin}`,
      )
    if (found.has(party))
      throw new AccordError('strand.doubled', `expected ${party}'s strand once, got it twice`, {
        place: { party },
      })
    found.set(party, strand)
  }
  return charter.parties.map(({ id }) => {
    const strand = found.get(id)
    if (!strand)
      throw new AccordError('strand.missing', `expected a strand of ${id}, got none`, {
        place: { party: id },
      })
    return [id, strand] as const
  })
}

function readStrand(
  charter: Charter,
  party: PartyId,
  strand: Bundle['strands'][number],
  crypto: Crypto,
): Read {
  const entries = strand.entries.map((entry, index) =>
    bundledBytes(entry, 'an entry', { party, index }),
  )
  const reader = createStrandReader(charter, party, crypto)
  for (const entry of entries) reader.append(entry)
  return {
    reader,
    entries,
    note: verifyStrandCheckpoint(charter, party, strand.checkpoint, crypto),
  }
}

function assertTree({ reader, entries, note }: Read, reads: readonly Read[]) {
  const { party, tree } = reader
  if (tree.size !== note.size)
    throw new AccordError(
      'strand.size',
      `expected the ${note.size} entries that the witnesses cosigned, got ${tree.size}`,
      { place: { party, index: Math.min(tree.size, note.size) } },
    )
  if (isEqual(tree.root(), note.root)) return
  throw culprit({ reader, entries, readers: reads.map((read) => read.reader) })
}

/** Where the claimed state counts an act that counts for nothing, that act is named. */
function falseClaim(
  { charter, cut, crypto }: { charter: Charter; cut: Cut; crypto: Crypto },
  { claimed, digest }: { claimed: string; digest: string },
): AccordError {
  const voided = Object.values(cut)
    .flatMap(({ acts }) => acts)
    .filter(({ act, void: reason }) => act && reason)
  const counted = voided.slice(0, MOST_EXPLANATIONS).find((logged) => {
    const pretended = evaluate(charter, counting(cut, logged))
    return stateDigest(pretended, crypto.sha256) === claimed
  })
  if (!counted?.void)
    return new AccordError('bundle.claim', `expected the state ${digest}, got the claim ${claimed}`)
  const { party, index, id } = counted
  return new AccordError(
    counted.void.code as AccordErrorCode,
    `${counted.void.message} (the claim counts entry ${index} of ${party}, which counts for nothing)`,
    { place: { party, index, act: id } },
  )
}

/** A false claim is refused in any case; the search for its cause is bounded. */
const MOST_EXPLANATIONS = 32

function counting(cut: Cut, { id, party, index, act, keyids }: Logged): Cut {
  const logged: Logged = { id, party, index, keyids, ...(act ? { act } : {}) }
  const strand = cut[party]!
  const acts = strand.acts.map((one) => (one.index === index ? logged : one))
  return { ...cut, [party]: { ...strand, acts } }
}

type Outcome = Pick<Verified, 'charter' | 'cut' | 'state' | 'digest' | 'trusted'> & {
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
