import {
  AccordError,
  readDisclosure,
  sealedPartsOf,
  type CharterId,
  type PartyId,
  type SealedPart,
} from '@entente/accord'
import { explain, release, type Audience, type Marking, type Releasable } from '@entente/release'
import { PeerProblem, type CaseFile, type HeldCaseFiles, type Source } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'
import { Refusal } from '../platform/http/problem.ts'
import { decryptWith, encryptTo, MOST_FILE_BYTES } from './age-file.ts'
import type { DisclosureStore } from './store.ts'

/** A part that the node of a reader asks for, and the age recipient that its signed request names. */
type AskedPart = {
  readonly file: CaseFile
  readonly reader: PartyId
  readonly digest: string
  readonly recipient: string
}

/** What was sealed reaches its readers' nodes, each part in a file that only the reader's node opens. */
export type Delivery = {
  /** The age file of one of this party's own parts, for a party it is handed to and no other. */
  readonly serve: (asked: AskedPart) => Promise<Releasable<Uint8Array>>
  /** Asks a peer's node for the parts that its party sealed. */
  readonly visit: (file: CaseFile, source: Source) => Promise<void>
  /**
   * Takes in an age file that came by another way: the digest of the part that it opens. Whose part it is has to be said
   * only where two parties have that digest.
   */
  readonly receive: (file: CaseFile, bytes: Uint8Array, from?: PartyId) => Promise<string>
  /** Hands a part to another party from now on; the act stays as it is. */
  readonly hand: (file: CaseFile, digest: string, to: PartyId) => Promise<void>
  /** Whom this party's part goes to: as its act says, and whoever it was handed to later. */
  readonly readersOf: (file: CaseFile, digest: string) => readonly PartyId[]
  /** Disclosures of other parties that came here, each with whose part it opens. */
  readonly taken: (of: CharterId) => readonly Taken[]
  readonly isErased: (of: CharterId, digest: string) => boolean
  readonly forget: (of: CharterId, digest: string) => void
}

/** Words of a part; `from` is whose they are, unknown only where an earlier version took them in. */
export type Taken = {
  readonly digest: string
  readonly disclosure: string
  readonly from?: PartyId
}

type DeliveryOptions = {
  readonly store: DisclosureStore
  readonly party: PartyId
  readonly identity: string
  readonly recipient: string
  readonly now: () => string
  readonly raise: HeldCaseFiles['raise']
  readonly tell: HeldCaseFiles['tell']
  /** The text of a disclosure of this party's own. */
  readonly own: (of: CharterId, digest: string) => string | undefined
}

/** Parts asked for in one go; what is left follows in the next. */
const MOST_ASKED = 8
/** Milliseconds until a part is asked for again, doubled each time. */
const PATIENCE = { named: 1_000, other: 60_000, longest: 10 * 60_000 }
/** A part that did not come though it was asked for so often, over seven seconds, is late. */
const LATE_AFTER = 4
/** Disclosures of others that a node keeps open. */
const MOST_TAKEN = 10_000

export async function createDelivery(options: DeliveryOptions): Promise<Delivery> {
  const { store, party, now, own } = options
  const held = await openHeld(options)
  const take = taking(options, held)
  const readersOf = (file: CaseFile, digest: string): readonly PartyId[] => {
    const parts = partsOf(file, party).filter((part) => part.digest === digest)
    if (parts.length === 0) return []
    const named = parts.flatMap(({ to = [] }) => to)
    return [...new Set([...named, ...held.handed(file.charter.id, digest)])].toSorted()
  }
  return {
    readersOf,
    taken: (of) => [...held.taken(of).values()],
    isErased: held.isErased,
    forget: held.forget,
    serve: async ({ file, reader, digest, recipient }) => {
      const text = own(file.charter.id, digest)
      const marking: Marking = { tlp: 'TLP:RED', parties: readersOf(file, digest) }
      const audience: Audience = { kind: 'party', party: reader }
      // One answer, whether there is no such part, none any more, or it is for others.
      if (text === undefined || !explain(marking, audience).leaves)
        throw new Refusal(
          404,
          'disclosure.not-here',
          'expected a sealed part that is handed to the party that asks, got none',
        )
      return release({ value: await encryptTo([recipient], text), marking }, audience)
    },
    visit: visiting(options, held, take),
    receive: (file, bytes, from) => {
      const others = file.charter.parties.filter(({ id }) => id !== party && id === (from ?? id))
      const parts = others.flatMap(({ id }) =>
        partsOf(file, id).map((part) => ({ ...part, of: id })),
      )
      return take(file.charter.id, parts, bytes)
    },
    hand: async (file, digest, to) => {
      await store.hand({ case: file.charter.id, digest, to }, now())
      held.handed(file.charter.id, digest).add(to)
    },
  }
}

/** What the store has of deliveries, at hand: opened words of others, what was erased, who was handed what. */
type Held = Pick<Delivery, 'isErased' | 'forget'> & {
  readonly taken: (of: CharterId) => Map<string, Taken>
  readonly restore: (of: CharterId, taken: Taken) => void
  readonly handed: (of: CharterId, digest: string) => Set<PartyId>
}

async function openHeld({
  store,
  identity,
}: Pick<DeliveryOptions, 'store' | 'identity'>): Promise<Held> {
  const opened = new Map<CharterId, Map<string, Taken>>()
  const erased = new Set<string>()
  const readers = new Map<string, Set<PartyId>>()
  const held: Held = {
    taken: (of) => entry(opened, of, () => new Map<string, Taken>()),
    isErased: (of, digest) => erased.has(nameOf(of, digest)),
    forget: (of, digest) => {
      for (const [key, one] of held.taken(of)) if (one.digest === digest) held.taken(of).delete(key)
      erased.add(nameOf(of, digest))
    },
    restore: (of, taken) => {
      erased.delete(nameOf(of, taken.digest))
      held.taken(of).set(keyOf(taken.digest, taken.from), taken)
    },
    handed: (of, digest) => entry(readers, nameOf(of, digest), () => new Set<PartyId>()),
  }
  for (const { case: of, digest, from, file } of await store.files()) {
    // What does not open any more is fetched anew.
    const text = file && (await openOrNone(identity, file))
    if (!file) held.forget(of, digest)
    else if (text !== undefined)
      held.restore(of, { digest, disclosure: text, ...(from === undefined ? {} : { from }) })
  }
  for (const { case: of, digest, to } of await store.handed()) held.handed(of, digest).add(to)
  return held
}

const keyOf = (digest: string, from?: PartyId) => `${from ?? ''} ${digest}`

const nameOf = (of: CharterId, digest: string) => `${of} ${digest}`

function entry<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const value = map.get(key) ?? made()
  map.set(key, value)
  return value
}

/** A part and whose it is. */
type Owned = SealedPart & { readonly of: PartyId }

/** Takes in an age file, where it opens one of these parts of one party; the digest of that part. */
type Take = (of: CharterId, parts: readonly Owned[], bytes: Uint8Array) => Promise<string>

const taking =
  ({ store, identity, now }: DeliveryOptions, held: Held): Take =>
  async (of, parts, bytes) => {
    const { disclosure, digest, name } = readDisclosure(
      await decryptWith(identity, bytes),
      crypto.sha256,
    )
    const from = ownerOf(parts, { digest, name })
    if (held.taken(of).size >= MOST_TAKEN)
      throw new Refusal(
        409,
        'disclosure.too-many',
        `expected at most ${MOST_TAKEN} disclosures of others in one case, got more`,
      )
    await store.take({ case: of, digest, from, file: bytes }, now())
    held.restore(of, { digest, disclosure, from })
    return digest
  }

/** Whose part a disclosure opens: it says nothing of that itself, and another party may have copied its digest. */
function ownerOf(
  parts: readonly Owned[],
  { digest, name }: { readonly digest: string; readonly name: string },
): PartyId {
  const owners = new Set(
    parts.flatMap((part) => (part.digest === digest && part.name === name ? [part.of] : [])),
  )
  const [owner, another] = owners
  if (another !== undefined)
    throw new Refusal(
      409,
      'disclosure.copied',
      `expected to be told whose part it is, for ${[...owners].join(' and ')} have the digest ${digest}`,
    )
  if (owner !== undefined) return owner
  throw new AccordError(
    'disclosure.stray',
    `expected the disclosure of a part that was asked for, got one with the digest ${digest}`,
  )
}

type Asking = { times: number; retryAt: number }

/** Asks a peer for what it sealed, a few parts at a time, and ever more rarely for what does not come. */
function visiting(options: DeliveryOptions, held: Held, take: Take): Delivery['visit'] {
  const asked = new Map<string, Asking>()
  const askingFor = (of: CharterId, { digest, of: party }: Owned): Asking =>
    entry(asked, nameOf(of, keyOf(digest, party)), () => ({ times: 0, retryAt: 0 }))
  return async (file, source) => {
    const { id } = file.charter
    const { party } = source.peer
    const parts = partsOf(file, party).map((part): Owned => ({ ...part, of: party }))
    const has = ({ digest, of }: Owned) =>
      held.taken(id).has(keyOf(digest, of)) || held.taken(id).has(keyOf(digest))
    const due = parts.filter(
      (part) =>
        !has(part) &&
        !held.isErased(id, part.digest) &&
        askingFor(id, part).retryAt <= performance.now(),
    )
    const rarest = due.toSorted((a, b) => askingFor(id, a).times - askingFor(id, b).times)
    try {
      for (const part of rarest.slice(0, MOST_ASKED))
        await askFor({ id, part, source, asking: askingFor(id, part) }, options, take)
    } catch (error) {
      // Strands matter more than what comes beside them.
      if (!(error instanceof PeerProblem)) throw error
    }
  }
}

async function askFor(
  {
    id,
    part,
    source: { peer, get },
    asking,
  }: {
    readonly id: CharterId
    readonly part: Owned
    readonly source: Source
    readonly asking: Asking
  },
  { party, recipient, raise, tell }: DeliveryOptions,
  take: Take,
): Promise<void> {
  const isNamed = part.to?.includes(party) ?? false
  const first = isNamed ? PATIENCE.named : PATIENCE.other
  asking.retryAt =
    performance.now() + Math.min(first * 2 ** Math.min(asking.times, 10), PATIENCE.longest)
  asking.times += 1
  const answer = await get(`sealed/${part.digest}/${recipient}`, MOST_FILE_BYTES)
  const late = {
    code: 'disclosure.late',
    case: id,
    party: peer.party,
    message: `expected the words that ${peer.party} sealed for ${party}, asked for ${asking.times} times, got status ${answer.status}`,
    evidence: { digest: part.digest },
  }
  if (answer.status !== 200) {
    if (isNamed && asking.times >= LATE_AFTER) await tell(late)
    return
  }
  try {
    await take(id, [part], answer.bytes)
    await tell({ ...late, isOver: true })
  } catch (error) {
    if (!(error instanceof AccordError || error instanceof Refusal)) throw error
    if (error.code === 'disclosure.too-many') return
    // Of what came nothing is told but that it is not what was signed.
    asking.retryAt = Infinity
    await raise(id, {
      code: 'disclosure.false',
      party: peer.party,
      message: `expected the words behind the digest that ${peer.party} signed, got others (${error.code})`,
      evidence: { digest: part.digest },
    })
  }
}

/** What a party sealed in a case, whatever its acts count for. */
const partsOf = (file: CaseFile, party: PartyId): readonly SealedPart[] =>
  file.logged(party).flatMap(({ act, void: voided }) => (voided ? [] : sealedPartsOf(act)))

async function openOrNone(identity: string, file: Uint8Array): Promise<string | undefined> {
  try {
    return await decryptWith(identity, file)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
