import { createHash } from 'node:crypto'
import {
  AccordError,
  attachedBy,
  attachedUnderAny,
  attachmentId,
  canonical,
  createEvaluator,
  createStrandReader,
  evaluate,
  readCut,
  type ActId,
  type AttachmentId,
  type Attachments,
  type Charter,
  type CharterFrame,
  type CharterId,
  type Cut,
  type Head,
  type KeyState,
  type Logged,
  type PartyId,
  type State,
  type StrandReader,
} from '@entente/accord'
import { toBase64, toHex, type Crypto, type Signer } from '@entente/log'
import type { Alarm, Filed } from '../api.ts'
import type { Clock } from '../platform/clock.ts'
import { createCarried, type Carried } from './carried.ts'
import { collectClosings, type Closings } from './closings.ts'
import { FederationError } from './error.ts'
import { createNoteReader, type NoteReader } from './note.ts'
import type { Outside } from './outside.ts'
import { createOpaqueReader } from './opaque.ts'
import { openOwnStrand, type OwnStrand } from './own.ts'
import type { CaseStore, StoredTree } from './store.ts'
import { createQuota } from './quota.ts'
import { openStrand, type HeldStrand, type LogReader, type StrandContext } from './strand.ts'
import type { Tell } from './tell.ts'
import type { Submit } from './submit.ts'
import type { Witness } from './witness.ts'

/** What a case is worth at the cut that is final here. */
type CaseState = {
  readonly state: State
  /** `sha256:` of the canonical bytes of `state`. */
  readonly digest: string
  readonly cut: Readonly<Record<PartyId, Head>>
}

/** A witness of the charter by the name in its key, and the party that holds it, where one does. */
type WitnessNamed = { readonly name: string; readonly party?: PartyId }

/** One charter and one strand per party, as this node holds them. */
export type CaseFile = {
  readonly charter: Charter
  readonly charterBytes: Uint8Array
  /**
   * Appends a signed act to this node's own strand: refused where it would count for nothing
   * (AccordError with the reason; `act.stale-prev` answers 409), durable before this resolves,
   * `final` where the quorum of witnesses answered in time.
   */
  readonly file: (entry: Uint8Array) => Promise<Filed>
  /** What `file` would answer before any witness saw the act; refuses what it would refuse, and keeps nothing. */
  readonly check: (entry: Uint8Array) => Filed
  /** What acts of this case attach, as far as it is held here. */
  readonly attachments: () => Attachments
  /** Keeps what an act attaches; durable before this resolves. */
  readonly attach: (bytes: Uint8Array) => Promise<AttachmentId>
  /** Every act this node holds of that party's strand, void ones included. */
  readonly logged: (party: PartyId) => readonly Logged[]
  /** The log entries behind `logged`, byte for byte. */
  readonly entries: (party: PartyId) => readonly Uint8Array[]
  /** The keys that speak for a party, as its strand here has them. */
  readonly keys: (party: PartyId) => KeyState
  /** How many acts of each strand are in a tree that the quorum cosigned. */
  readonly final: () => Readonly<Record<PartyId, number>>
  /** Own strand: the witnesses that are not known to have seen its act at that index. */
  readonly unseenBy: (index: number) => readonly WitnessNamed[]
  /** The latest note of that strand that the quorum cosigned. */
  readonly note: (party: PartyId) => string | undefined
  /** What is final now, as the decision function reads it. */
  readonly cut: () => Cut
  readonly state: () => CaseState
  /** What was known where each strand had that many acts: `RangeError` where it holds fewer that are final. */
  readonly stateAt: (sizes: Readonly<Record<PartyId, number>>) => CaseState
  /** Cosigned trees of the present cut with one instant, not before that second, at which all were current. */
  readonly closings: (notBefore?: number, how?: { readonly apart?: boolean }) => Promise<Closings>
  /** The cosigned trees that were kept here for a certificate on that version, as `closings` gave them. */
  readonly closed: (on: ActId) => Promise<Closings | undefined>
  /** Keeps them; durable before this resolves. */
  readonly keepClosed: (on: ActId, closings: Closings) => Promise<void>
  /** The earliest cosigned tree of that strand which holds at least `size` acts. */
  readonly since: (party: PartyId, size: number) => Promise<StoredTree | undefined>
  /** The largest tree of that strand which the quorum had cosigned before that second. */
  readonly before: (party: PartyId, time: number) => Promise<StoredTree | undefined>
}

/** What federation needs of a case, under whatever rules it is decided. */
export type MirroredCase = Pick<CaseFile, 'charterBytes' | 'attachments' | 'attach' | 'final'> & {
  readonly charter: CharterFrame
  readonly notes: NoteReader
  readonly strand: (party: PartyId) => HeldStrand
  readonly own: OwnStrand
  /** What is final now, and the state's digest where these rules are known. */
  readonly heads: () => Pick<CaseState, 'cut'> & Partial<Pick<CaseState, 'digest'>>
  /** The attachment that an entry's act names. */
  readonly attachedBy: (entry: Uint8Array) => AttachmentId | undefined
  /** What witnesses said in pouches. */
  readonly carried: Carried
  /** Told after a strand took in entries. */
  readonly changed: () => void
  /** Tells people something of this case. */
  readonly tell: Tell
}

/** A case file with what federation needs of it. */
export type HeldCase = CaseFile &
  Omit<MirroredCase, 'charter' | 'strand'> & {
    readonly strand: (party: PartyId) => HeldStrand<StrandReader>
  }

export type CaseContext = {
  readonly store: CaseStore
  readonly party: PartyId
  readonly logSigner: (origin: string) => Signer
  readonly isNew?: boolean
  readonly crypto: Crypto
  readonly clock: Clock
  readonly witness: Witness
  readonly outside: Outside
  /** Acts per hour that are taken in of another party's strand. */
  readonly quota: () => number
  readonly submitTo: Submit
  readonly urlOf: (party: PartyId) => string | undefined
  readonly raise: (charter: CharterId, alarm: Omit<Alarm, 'at'>) => Promise<void>
  readonly tell: Tell
  readonly changed: (id: CharterId) => void
  readonly failed: (error: unknown) => void
}

function assertAttached(entry: Uint8Array, attachments: Attachments): void {
  const attached = attachedBy(entry)
  if (attached === undefined || attachments.has(attached)) return
  throw new AccordError(
    'attachment.missing',
    `expected attachment ${attached} of the act here, got none`,
  )
}

export async function openCaseFile(
  charter: Charter,
  charterBytes: Uint8Array,
  context: CaseContext,
): Promise<HeldCase> {
  const { crypto, store } = context
  const begin = (id: PartyId) => createStrandReader(charter, id, crypto)
  const opened = await openStrands({ charter, charterBytes, attachedBy, begin }, context)
  const { common, strands, seen, file } = opened
  const attachments = file.attachments()
  const state = createState(charter, strands, { crypto, attachments })
  return {
    ...file,
    charter,
    strand: (id) => of(strands, id),
    ...state,
    heads: state.state,
    file: (entry) => {
      assertAttached(entry, attachments)
      return file.own.file(entry)
    },
    check: (entry) => {
      assertAttached(entry, attachments)
      const { id, index } = of(strands, context.party).check(entry)
      return { id, index, final: false }
    },
    ...readersOf((id) => of(strands, id)),
    unseenBy: (index) =>
      file.notes.witnesses
        .filter(({ vkey }) => (of(seen, context.party).get(vkey.name) ?? 0) <= index)
        .map(({ vkey, party }) => ({ name: vkey.name, ...(party && { party }) })),
    closings: (notBefore = 0, how = {}) =>
      collectClosings({
        ...common,
        charter,
        strands,
        seenOf: (id) => of(seen, id),
        notBefore,
        ...how,
      }),
    closed: async (on) => {
      const kept = await store.closed(charter.id, on)
      return kept === undefined ? undefined : (JSON.parse(kept) as Closings)
    },
    keepClosed: (on, closings) => store.setClosed(charter.id, on, JSON.stringify(closings)),
    since: (id, size) => store.earliest({ charter: charter.id, party: id }, size),
    before: (id, time) => store.latestBefore({ charter: charter.id, party: id }, time),
  }
}

/** Opens a case under rules that this node does not know: it is kept, passed on and witnessed, and nothing of it is read. */
export async function openMirroredCase(
  charter: CharterFrame,
  charterBytes: Uint8Array,
  context: CaseContext,
): Promise<MirroredCase & Retiring> {
  const { rules } = charter
  let isOver = false
  const begin = (id: PartyId) => createOpaqueReader(id, { rules, crypto: context.crypto })
  const parts = { charter, charterBytes, attachedBy: attachedUnderAny, begin }
  const { strands, file } = await openStrands({ ...parts, isRetired: () => isOver }, context)
  return {
    ...file,
    heads: () => ({ cut: headsOf(strands) }),
    retire: async () => {
      isOver = true
      await Promise.all([...strands.values()].map((strand) => strand.inTurn(async () => {})))
      await file.own.close()
    },
  }
}

type Retiring = {
  /** Lets go of the strands, so that they can be opened by the rules of the case. */
  readonly retire: () => Promise<void>
}

type Parts<R extends LogReader> = Pick<MirroredCase, 'charter' | 'charterBytes' | 'attachedBy'> &
  Pick<StrandContext<R>, 'begin' | 'isRetired'>

/** The strands of a charter, with what is the same for a case under any rules. */
async function openStrands<R extends LogReader>(
  { charter, charterBytes, attachedBy: named, ...reading }: Parts<R>,
  context: CaseContext,
) {
  const { party, crypto, store } = context
  const notes = createNoteReader(charter, crypto)
  const strands = await readStrands({ charter, notes, ...reading }, context)
  const seen = new Map(charter.parties.map(({ id }) => [id, new Map<string, number>()]))
  const attachments = new Map(await store.attachments(charter.id))
  const changed = () => context.changed(charter.id)
  const tell: Tell = (told) => context.tell({ ...told, case: charter.id })
  const carried = createCarried()
  const signer = context.logSigner(notes.origin(party))
  const common = { ...context, notes, tell, carried, signer }
  const own = await openOwnStrand({
    ...common,
    changed,
    strand: of(strands, party),
    seen: of(seen, party),
    alarm: (alarm) => context.raise(charter.id, { ...alarm, party }),
  })
  const file: Omit<MirroredCase, 'heads'> = {
    charter,
    charterBytes,
    notes,
    own,
    carried,
    changed,
    tell,
    attachedBy: named,
    strand: (id) => of(strands, id),
    final: () => finalOf(strands),
    attachments: () => attachments,
    attach: async (bytes) => {
      const id = attachmentId(bytes, crypto.sha256)
      await store.attach(charter.id, id, bytes)
      attachments.set(id, bytes)
      return id
    },
  }
  return { common, strands, seen, file }
}

const readersOf = (
  strand: HeldCase['strand'],
): Pick<CaseFile, 'logged' | 'entries' | 'keys' | 'note'> => ({
  keys: (id) => strand(id).reader().keys(),
  logged: (id) => strand(id).logged(),
  entries: (id) => strand(id).entries(),
  note: (id) => strand(id).witnessed()?.note,
})

/** Every strand of the charter, read from the store. */
async function readStrands<R extends LogReader>(
  {
    charter,
    ...reading
  }: Pick<StrandContext<R>, 'begin' | 'notes' | 'isRetired'> & Pick<MirroredCase, 'charter'>,
  { party, store, crypto, outside: { timers }, quota: perHour }: CaseContext,
): Promise<ReadonlyMap<PartyId, HeldStrand<R>>> {
  const strands = new Map<PartyId, HeldStrand<R>>()
  for (const { id } of charter.parties) {
    const quota = createQuota(timers, perHour)
    const held = { charter, ...reading, store, crypto, isOwn: id === party, quota }
    strands.set(id, await openStrand(id, held))
  }
  return strands
}

type Strands = ReadonlyMap<PartyId, HeldStrand>

/** How much of each strand is in a tree that the quorum cosigned. */
const finalOf = (strands: Strands): Readonly<Record<PartyId, number>> =>
  Object.fromEntries(
    [...strands].map(([id, strand]) => [
      id,
      Math.min(strand.witnessed()?.size ?? 0, strand.entries().length),
    ]),
  )

const headsOf = (strands: Strands): CaseState['cut'] =>
  Object.fromEntries(
    Object.entries(finalOf(strands)).map(([id, size]) => {
      const tree = strands.get(id as PartyId)!.tree()
      return [id, { size, root: toBase64(tree.root(size)) }]
    }),
  )

function of<T>(map: ReadonlyMap<PartyId, T>, party: PartyId): T {
  const found = map.get(party)
  if (found !== undefined) return found
  throw new FederationError('strand.unknown', `expected a party of the charter, got ${party}`)
}

/** The state is a function of the cut: computed once per cut. */
function createState(
  charter: Charter,
  strands: ReadonlyMap<PartyId, HeldStrand<StrandReader>>,
  { crypto, attachments }: { readonly crypto: Crypto; readonly attachments: Attachments },
) {
  const final = () => finalOf(strands)
  const digestOf = (state: State) =>
    `sha256:${createHash('sha256').update(canonical(state)).digest('hex')}`
  const evaluateNext = createEvaluator(charter)
  let known: (CaseState & { readonly at: Cut; readonly key: string }) | undefined
  const compute = () => {
    const sizes = final()
    // The roots too: an entry edited in the store makes another cut of the same sizes.
    const key = JSON.stringify(
      [...strands].map(([id, strand]) => [id, sizes[id], toHex(strand.tree().root(sizes[id]))]),
    )
    if (known?.key === key) return known
    const readers = Object.fromEntries([...strands].map(([id, strand]) => [id, strand.reader()]))
    const at = readCut(charter, readers, sizes, { crypto, attachments })
    const state = evaluateNext(at)
    const digest = digestOf(state)
    known = { state, digest, cut: state.cut, at, key }
    return known
  }
  return {
    final,
    stateAt: (sizes: Readonly<Record<PartyId, number>>): CaseState => {
      const held = final()
      const beyond = Object.entries(sizes).find(([id, size]) => size > (held[id as PartyId] ?? 0))
      if (beyond) throw new RangeError(`expected ${beyond[1]} final acts of ${beyond[0]}`)
      const readers = Object.fromEntries([...strands].map(([id, strand]) => [id, strand.reader()]))
      const state = evaluate(charter, readCut(charter, readers, sizes, { crypto, attachments }))
      return { state, digest: digestOf(state), cut: state.cut }
    },
    cut: (): Cut => compute().at,
    state: (): CaseState => {
      const { state, digest, cut } = compute()
      return { state, digest, cut }
    },
  }
}
