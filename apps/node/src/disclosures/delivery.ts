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
  /** Takes in an age file that came by another way: the digest of the part that it opens. */
  readonly receive: (file: CaseFile, bytes: Uint8Array) => Promise<string>
  /** Hands a part to another party from now on; the act stays as it is. */
  readonly hand: (file: CaseFile, digest: string, to: PartyId) => Promise<void>
  /** Whom this party's part goes to: as its act says, and whoever it was handed to later. */
  readonly readersOf: (file: CaseFile, digest: string) => readonly PartyId[]
  /** Disclosures of other parties that came here, by digest. */
  readonly taken: (of: CharterId) => ReadonlyMap<string, string>
  readonly isErased: (of: CharterId, digest: string) => boolean
  readonly forget: (of: CharterId, digest: string) => void
}

type DeliveryOptions = {
  readonly store: DisclosureStore
  readonly party: PartyId
  readonly identity: string
  readonly recipient: string
  readonly now: () => string
  readonly raise: HeldCaseFiles['raise']
  /** The text of a disclosure of this party's own. */
  readonly own: (of: CharterId, digest: string) => string | undefined
}

/** Parts asked for in one go; what is left follows in the next. */
const MOST_ASKED = 8
/** Milliseconds until a part is asked for again, doubled each time. */
const PATIENCE = { named: 1_000, other: 60_000, longest: 10 * 60_000 }
/** Disclosures of others that a node keeps open. */
const MOST_TAKEN = 10_000

type Asking = { times: number; retryAt: number }

// One closure over what is open, erased, handed and asked for.
// oxlint-disable-next-line max-lines-per-function
export async function createDelivery(options: DeliveryOptions): Promise<Delivery> {
  const { store, party, identity, now, own } = options
  const opened = new Map<CharterId, Map<string, string>>()
  const erased = new Set<string>()
  const handed = new Map<string, Set<PartyId>>()
  const asked = new Map<string, Asking>()
  const keyOf = (of: CharterId, digest: string) => `${of} ${digest}`
  const openedIn = (of: CharterId) => {
    const known = opened.get(of) ?? new Map<string, string>()
    opened.set(of, known)
    return known
  }
  const handedFor = (of: CharterId, digest: string) => {
    const known = handed.get(keyOf(of, digest)) ?? new Set<PartyId>()
    handed.set(keyOf(of, digest), known)
    return known
  }
  for (const { case: of, digest, file } of await store.files()) {
    if (!file) erased.add(keyOf(of, digest))
    else {
      const text = await openOrNone(identity, file)
      // What does not open any more is fetched anew.
      if (text !== undefined) openedIn(of).set(digest, text)
    }
  }
  for (const { case: of, digest, to } of await store.handed()) handedFor(of, digest).add(to)
  const readersOf = (file: CaseFile, digest: string): readonly PartyId[] => {
    const parts = partsOf(file, party).filter((part) => part.digest === digest)
    if (parts.length === 0) return []
    const named = parts.flatMap(({ to = [] }) => to)
    return [...new Set([...named, ...handedFor(file.charter.id, digest)])].toSorted()
  }
  const take = async (of: CharterId, parts: readonly SealedPart[], bytes: Uint8Array) => {
    const { disclosure, digest, name } = readDisclosure(
      await decryptWith(identity, bytes),
      crypto.sha256,
    )
    if (!parts.some((part) => part.digest === digest && part.name === name))
      throw new AccordError(
        'disclosure.stray',
        `expected the disclosure of a part that was asked for, got one with the digest ${digest}`,
      )
    const known = openedIn(of)
    if (known.size >= MOST_TAKEN)
      throw new Refusal(
        409,
        'disclosure.too-many',
        `expected at most ${MOST_TAKEN} disclosures of others in one case, got more`,
      )
    await store.take({ case: of, digest, file: bytes }, now())
    erased.delete(keyOf(of, digest))
    known.set(digest, disclosure)
    return digest
  }
  const askFor = async (file: CaseFile, part: SealedPart, { peer, get }: Source) => {
    const { id } = file.charter
    const one = asked.get(keyOf(id, part.digest)) ?? { times: 0, retryAt: 0 }
    asked.set(keyOf(id, part.digest), one)
    const first = part.to?.includes(party) ? PATIENCE.named : PATIENCE.other
    one.retryAt =
      performance.now() + Math.min(first * 2 ** Math.min(one.times, 10), PATIENCE.longest)
    one.times += 1
    const answer = await get(`sealed/${part.digest}/${options.recipient}`, MOST_FILE_BYTES)
    if (answer.status !== 200) return
    try {
      await take(id, [part], answer.bytes)
    } catch (error) {
      if (!(error instanceof AccordError || error instanceof Refusal)) throw error
      if (error.code === 'disclosure.too-many') return
      // Of what came nothing is told but that it is not what was signed.
      one.retryAt = Infinity
      await options.raise(id, {
        code: 'disclosure.false',
        party: peer.party,
        message: `expected the words behind the digest that ${peer.party} signed, got others (${error.code})`,
        evidence: { digest: part.digest },
      })
    }
  }
  return {
    readersOf,
    taken: openedIn,
    isErased: (of, digest) => erased.has(keyOf(of, digest)),
    forget: (of, digest) => {
      openedIn(of).delete(digest)
      erased.add(keyOf(of, digest))
    },
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
    visit: async (file, source) => {
      const { id } = file.charter
      const due = partsOf(file, source.peer.party).filter(
        ({ digest }) =>
          !openedIn(id).has(digest) &&
          !erased.has(keyOf(id, digest)) &&
          (asked.get(keyOf(id, digest))?.retryAt ?? 0) <= performance.now(),
      )
      const times = ({ digest }: SealedPart) => asked.get(keyOf(id, digest))?.times ?? 0
      try {
        for (const part of due.toSorted((a, b) => times(a) - times(b)).slice(0, MOST_ASKED))
          await askFor(file, part, source)
      } catch (error) {
        // Strands matter more than what comes beside them.
        if (!(error instanceof PeerProblem)) throw error
      }
    },
    receive: (file, bytes) => {
      const others = file.charter.parties.filter(({ id }) => id !== party)
      return take(
        file.charter.id,
        others.flatMap(({ id }) => partsOf(file, id)),
        bytes,
      )
    },
    hand: async (file, digest, to) => {
      await store.hand({ case: file.charter.id, digest, to }, now())
      handedFor(file.charter.id, digest).add(to)
    },
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
