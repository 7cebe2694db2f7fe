import { toBase64, type Crypto, type Tree } from '@entente/log'
import { kindOf, type Act } from './act.ts'
import { NO_ATTACHMENTS, type Attachments } from './attachment.ts'
import type { Charter } from './charter.ts'
import { isRoot, readStrandNote, type StrandNote, type Times } from './checkpoint.ts'
import { readCutNote } from './cut-note.ts'
import { sizesOf, type Attested, type Cut, type Logged, type Strand, type Trees } from './cut.ts'
import { AccordError, placed } from './error.ts'
import { forksIn, freeze, type Fork } from './fork.ts'
import type { PartyId } from './id.ts'
import type { KeyState, VoidReason } from './keys.ts'
import { EARLIER, type Citation, type Earlier } from './kind.ts'
import { mandateEnds, unmandate } from './mandate.ts'
import type { StrandReader } from './strand.ts'

/** What certificates are proved with: what acts attach, where any do. */
export type With = { readonly crypto: Crypto; readonly attachments?: Attachments }

/** One reader per party of the charter. */
export type StrandReaders = Readonly<Record<PartyId, StrandReader>>

/** What the notes in a certificate prove by themselves, before they are held against the strands. */
type Carried = {
  readonly logged: Logged
  /** base64 roots of the smaller trees, as the notes about them have them. */
  readonly roots: Readonly<Record<Earlier, Readonly<Record<string, string>>>>
}

/** Notes are proved once per certificate, however many cuts it is read in. */
const carried = new WeakMap<Logged, Carried | VoidReason>()

/**
 * The strands up to these sizes, with the trees of every certificate proved: a certificate that
 * cites more than the cut holds stays as it is, one that cites other trees counts for nothing.
 * Throws `attachment.missing` where what a certificate attaches is not at hand.
 */
export function readCut(
  charter: Charter,
  readers: StrandReaders,
  sizes: Readonly<Record<string, number>>,
  { crypto, attachments = NO_ATTACHMENTS }: With,
): Cut {
  const reading = { charter, readers, sizes, crypto, attachments }
  const resolve = (logged: Logged) => {
    const { party, index, id } = logged
    return placed({ party, index, act: id }, () => resolveTrees(reading, logged))
  }
  const proving: Logged[] = []
  const strands = charter.parties.map(({ id }) => {
    const reader = readerOf(readers, id)
    const strand = reader.strand(sizes[id] ?? 0)
    const resolved = provingIn(reader, strand).map(resolve)
    proving.push(...resolved)
    // The very same acts where none proves a tree: whoever read them before knows them without a look at each.
    if (resolved.every((logged) => logged === strand.acts[logged.index])) return strand
    const acts = [...strand.acts]
    for (const logged of resolved) acts[logged.index] = logged
    return { ...strand, acts }
  })
  const forks = forksIn(proving)
  const keysOf = (party: PartyId) => readerOf(readers, party).keys()
  const ends = mandateEnds(charter, proving, { sizes: sizesOf(strands), keysOf })
  return Object.fromEntries(
    strands
      .map((strand) => frozen(strand, forks.get(strand.party)))
      .map((strand) => [strand.party, ending(charter, strand, { ends, keysOf })]),
  ) as Cut
}

/** Where in a strand acts stand that bring a proof, as far as it was looked through. */
const looked = new WeakMap<StrandReader, { size: number; readonly places: number[] }>()

/** The acts of a strand that cite trees or accuse: all that is proved of a cut is proved by these. */
function provingIn(reader: StrandReader, { acts }: Strand): Logged[] {
  const seen = looked.get(reader) ?? { size: 0, places: [] }
  for (; seen.size < acts.length; seen.size++) {
    const { act } = acts[seen.size]!
    const kind = act && kindOf(act)
    if (kind?.cites || kind?.accuses) seen.places.push(seen.size)
  }
  looked.set(reader, seen)
  return seen.places.flatMap((index) => acts[index] ?? [])
}

/** A strand with what certificates of the cut say of the mandates under which its acts were signed. */
function ending(
  charter: Charter,
  strand: Strand,
  { ends, keysOf }: { readonly ends: MandateEnds; readonly keysOf: (party: PartyId) => KeyState },
): Strand {
  if (ends.size === 0) return strand
  const proved = [...ends.values()].filter(({ end }) => end.party === strand.party)
  const by = { proved, keys: keysOf(strand.party) }
  const acts = strand.acts.map((logged) => {
    const found = ends.get(logged)
    const read = proved.length > 0 ? unmandate(charter, logged, by) : logged
    return found ? { ...read, ends: found.end } : read
  })
  return { ...strand, acts }
}

const frozen = (strand: Strand, fork?: Fork): Strand =>
  fork ? { ...strand, acts: strand.acts.map((logged) => freeze(logged, fork)) } : strand

type MandateEnds = ReturnType<typeof mandateEnds>

type Reading = {
  readonly charter: Charter
  readonly readers: StrandReaders
  readonly sizes: Readonly<Record<string, number>>
  readonly crypto: Crypto
  readonly attachments: Attachments
}

/** What a certificate cites; why it counts for nothing where what it attaches says nothing. */
function citationOf(act: Act, attachments: Attachments): Citation | VoidReason | undefined {
  try {
    return kindOf(act).cites?.(act, attachments)
  } catch (error) {
    if (!(error instanceof AccordError) || error.code !== 'attachment.malformed') throw error
    return { code: error.code, message: error.message }
  }
}

/** A certificate whose trees were found in these strands, and how much of each it needs; both in the order of the parties. */
type Found = {
  readonly trees: readonly Tree[]
  readonly needs: readonly number[]
  readonly proved: Logged
}

/** Trees only grow: what was found in one is found in it whatever comes after. */
const inStrands = new WeakMap<Logged, Found>()

function foundIn({ charter, readers, sizes }: Reading, logged: Logged): Logged | undefined {
  const known = inStrands.get(logged)
  const isThere = charter.parties.every(
    ({ id }, at) => known?.trees[at] === readerOf(readers, id).tree,
  )
  if (!known || !isThere) return undefined
  return charter.parties.every(({ id }, at) => known.needs[at]! <= (sizes[id] ?? 0))
    ? known.proved
    : logged
}

function keepFound(
  { charter, readers }: Reading,
  logged: Logged,
  to: Pick<Found, 'proved'> & { readonly citation: Citation },
) {
  const { citation, proved } = to
  inStrands.set(logged, {
    proved,
    trees: charter.parties.map(({ id }) => readerOf(readers, id).tree),
    needs: charter.parties.map(({ id }) =>
      Math.max(citation.cut[id]!.size, ...EARLIER.map((as) => citation[as][id]?.size ?? 0)),
    ),
  })
}

function resolveTrees(reading: Reading, logged: Logged): Logged {
  if (!logged.act || logged.void) return logged
  const known = foundIn(reading, logged)
  if (known) return known
  const citation = citationOf(logged.act, reading.attachments)
  if (!citation) return logged
  const voided = (reason: VoidReason): Logged => ({ ...logged, void: reason })
  if ('code' in citation) return voided(citation)
  const stranger = misnamed(reading.charter, citation)
  if (stranger) return voided(stranger)
  if (isBeyond(reading, citation)) return logged
  const proved = carriedBy(reading, logged, citation)
  if ('code' in proved) return voided(proved)
  const cited = [
    ...Object.entries(citation.cut),
    ...EARLIER.flatMap((as) =>
      Object.entries(citation[as]).map(
        ([party, { size }]) => [party, { size, root: proved.roots[as][party] ?? '' }] as const,
      ),
    ),
  ]
  const other = cited.find(
    ([party, { size, root }]) => !isRoot(root, readerOf(reading.readers, party).tree.root(size)),
  )
  if (!other) {
    keepFound(reading, logged, { citation, proved: proved.logged })
    return proved.logged
  }
  const [party, { size }] = other
  return voided({
    code: 'certificate.tree',
    message: `expected the tree of ${party}'s first ${size} acts, got another`,
  })
}

/** A certificate cites one tree of every party, and brings notes about none but these. */
function misnamed({ parties }: Charter, citation: Citation): VoidReason | undefined {
  const { cut, closings } = citation
  const ids = new Set<string>(parties.map(({ id }) => id))
  const missing = [...ids].find((id) => !Object.hasOwn(cut, id))
  const named = [cut, closings, ...EARLIER.map((as) => citation[as])].flatMap(Object.keys)
  const stranger = named.find((id) => !ids.has(id))
  if (missing === undefined && stranger === undefined) return undefined
  return {
    code: 'certificate.cut',
    message:
      missing === undefined
        ? `expected parties of the charter in the cut, got ${stranger}`
        : `expected a tree of ${missing} in the cut, got none`,
  }
}

const isBeyond = ({ sizes }: Reading, citation: Citation): boolean =>
  [citation.cut, ...EARLIER.map((as) => citation[as])].some((trees) =>
    Object.entries(trees).some(([party, { size }]) => size > (sizes[party] ?? 0)),
  )

function carriedBy(reading: Reading, logged: Logged, citation: Citation): Carried | VoidReason {
  const known = carried.get(logged)
  if (known) return known
  const proved = prove(reading, logged, citation)
  carried.set(logged, proved)
  return proved
}

/** A certificate with the trees that its notes prove, whatever the strands hold; or why they prove none. */
export function proveTrees(
  charter: Charter,
  logged: Logged,
  { crypto, attachments = NO_ATTACHMENTS }: With,
): Logged | VoidReason {
  const citation = logged.act && citationOf(logged.act, attachments)
  if (!citation) return logged
  if ('code' in citation) return citation
  const proved = prove({ charter, crypto }, logged, citation)
  return 'code' in proved ? proved : proved.logged
}

function prove(
  { charter, crypto }: Pick<Reading, 'charter' | 'crypto'>,
  logged: Logged,
  citation: Citation,
): Carried | VoidReason {
  const { cut } = citation
  try {
    const together = citation.together.flatMap((note) => readCutNote(charter, cut, note, crypto))
    const read = (party: string, notes: readonly string[]) =>
      notes.map((note) => readStrandNote(charter, party as PartyId, note, crypto))
    const roots: Record<Earlier, Record<string, string>> = { early: {}, breaks: {}, since: {} }
    const earlier = (as: Earlier) =>
      record(citation[as], ({ size, notes }, party) => {
        const about = read(party, notes)
        const root = toBase64(about[0]?.root ?? new Uint8Array())
        roots[as][party] = root
        return attest(about, { size, root })
      })
    const trees: Trees = {
      closings: record(closedIn(citation), (notes, party) =>
        attest(read(party, notes), cut[party]!, together),
      ),
      early: earlier('early'),
      breaks: earlier('breaks'),
      since: earlier('since'),
    }
    return { logged: { ...logged, trees }, roots }
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    return {
      code: error.code === 'certificate.tree' ? 'certificate.tree' : 'certificate.note',
      message: error.message,
    }
  }
}

/** Per strand the notes about its tree of the cut. A note about the whole cut is about every strand that holds an act. */
const closedIn = ({ cut, closings, together }: Citation): Citation['closings'] =>
  together.length === 0
    ? closings
    : Object.fromEntries(
        Object.entries(cut).flatMap(([party, { size }]) => {
          const notes = closings[party] ?? (size > 0 ? [] : undefined)
          return notes ? [[party, notes] as const] : []
        }),
      )

/** When the witnesses cosigned one tree, gathered from notes that must all be about that tree, and of the whole cut. */
function attest(
  notes: readonly StrandNote[],
  head: { readonly size: number; readonly root: string },
  together: Times = [],
): Attested {
  const other = notes.find(({ size, root }) => size !== head.size || !isRoot(head.root, root))
  if (other)
    throw new AccordError(
      'certificate.tree',
      `expected notes about the cited tree of ${head.size} acts, got one about ${other.size}`,
    )
  const joint = head.size > 0 ? together : []
  return { size: head.size, times: [...notes.flatMap(({ times }) => times), ...joint] }
}

const record = <V, R>(from: Readonly<Record<string, V>>, map: (value: V, key: string) => R) =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, map(value, key)])) as Record<
    PartyId,
    R
  >

function readerOf(readers: StrandReaders, party: string): StrandReader {
  const reader = readers[party as PartyId]
  if (!reader)
    throw new AccordError('strand.missing', `expected a strand of ${party}, got none`, {
      place: { party },
    })
  return reader
}
