import {
  type Disclosure,
  sealedPartsOf,
  readDisclosure,
  saltOf,
  sealedIn,
  type Act,
  type CharterId,
  type PartyId,
  type Sealed,
} from '@entente/accord'
import type { SealedPartView } from '../api.ts'
import type { CaseFile, HeldCaseFiles } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'
import { Refusal } from '../platform/http/problem.ts'
import { encryptTo, recipientOf } from './age-file.ts'
import { createDelivery, type Delivery, type Taken } from './delivery.ts'
import type { DisclosureStore } from './store.ts'

/** What was said and stays at home: the words behind the digests of sealed parts. */
export type Disclosures = Pick<Delivery, 'serve' | 'visit' | 'receive'> & {
  /** This node's age recipient: what others encrypt to. */
  readonly recipient: string
  /** Keeps disclosures for acts of a case, whether such an act is filed already or not. */
  readonly keep: (of: CharterId, texts: readonly string[]) => Promise<readonly string[]>
  /** Every sealed part in a case, with its words where this node has them or they were opened. */
  readonly sealed: (file: CaseFile) => readonly SealedPartView[]
  /** What this party itself said under that digest, where it is kept here. */
  readonly own: (of: CharterId, digest: string) => string | undefined
  /** Hands a part of this party's own to another party of the case: its node fetches it. */
  readonly hand: (file: CaseFile, digest: string, to: PartyId) => Promise<void>
  /** A part of this party's own as an age file for these recipients, whoever carries it. */
  readonly fileFor: (
    file: CaseFile,
    digest: string,
    recipients: readonly string[],
  ) => Promise<Uint8Array>
  /** Deletes the words and the age file of a part at this node; what is on record proves as before. */
  readonly erase: (file: CaseFile, digest: string) => Promise<void>
  /** Refuses an act that seals what this node does not keep, or opens what it did not seal. */
  readonly judge: (file: CaseFile, act: Act) => void
}

/** How many disclosures a node keeps for one case: whoever is logged in may put them there. */
const MOST_KEPT = 10_000

type DisclosuresOptions = {
  readonly party: PartyId
  readonly now: () => string
  readonly identity: string
  readonly raise: HeldCaseFiles['raise']
  readonly tell: HeldCaseFiles['tell']
}

export async function createDisclosures(
  store: DisclosureStore,
  options: DisclosuresOptions,
): Promise<Disclosures> {
  const { party, now, identity } = options
  const kept = await openKept(store, now)
  const recipient = await recipientOf(identity)
  const own = (of: CharterId, digest: string) => kept.of(of).get(digest)
  const delivery = await createDelivery({ ...options, store, recipient, own })
  const ownPart = (file: CaseFile, digest: string): string => {
    const text = own(file.charter.id, digest)
    const isSealed = file
      .logged(party)
      .some(({ act }) => sealedPartsOf(act).some((part) => part.digest === digest))
    if (text !== undefined && isSealed) return text
    throw notHere(`a part that ${party} sealed and that is kept here`, digest)
  }
  return {
    recipient,
    serve: delivery.serve,
    visit: delivery.visit,
    receive: delivery.receive,
    keep: kept.keep,
    own: (of, digest) => {
      const text = own(of, digest)
      return text && readDisclosure(text, crypto.sha256).value
    },
    hand: async (file, digest, to) => {
      ownPart(file, digest)
      if (to === party || !file.charter.parties.some(({ id }) => id === to))
        throw new Refusal(422, 'age.reader', `expected another party of this case, got ${to}`)
      await delivery.hand(file, digest, to)
    },
    fileFor: (file, digest, recipients) => encryptTo(recipients, ownPart(file, digest)),
    erase: async (file, digest) => {
      const { id } = file.charter
      if (own(id, digest) === undefined && !delivery.taken(id).some((one) => one.digest === digest))
        throw notHere('words that are kept here', digest)
      await store.erase({ case: id, digest }, now())
      kept.of(id).delete(digest)
      delivery.forget(id, digest)
    },
    sealed: (file) => sealedParts(file, { party, kept: kept.of(file.charter.id), delivery }),
    judge: (file, act) => {
      assertKept(act, kept.of(file.charter.id))
      assertNotCopied(file, act, party)
      if (act.kind === 'release') assertOwnPart(file, act, party)
    },
  }
}

const notHere = (expected: string, digest: string) =>
  new Refusal(404, 'disclosure.not-here', `expected ${expected}, got the digest ${digest}`)

/** This party's own disclosures, by case and digest. */
async function openKept(store: DisclosureStore, now: () => string) {
  const kept = new Map<CharterId, Map<string, string>>()
  const of = (id: CharterId) => {
    const known = kept.get(id) ?? new Map<string, string>()
    kept.set(id, known)
    return known
  }
  for (const one of await store.all()) of(one.case).set(one.digest, one.disclosure)
  const keep: Disclosures['keep'] = async (id, texts) => {
    const read = texts.map((text) => readDisclosure(text, crypto.sha256))
    const known = of(id)
    if (known.size + read.length > MOST_KEPT)
      throw new Refusal(
        409,
        'disclosure.too-many',
        `expected at most ${MOST_KEPT} disclosures in one case, got more`,
      )
    assertOwnSalts(read, known)
    for (const { digest, disclosure } of read) {
      await store.keep({ digest, case: id, disclosure }, now())
      known.set(digest, disclosure)
    }
    return read.map(({ digest }) => digest)
  }
  return { of, keep }
}

/** Words that are opened tell their salt to all: under it nothing else stays sealed that is short enough to be guessed. */
function assertOwnSalts(read: readonly Disclosure[], known: ReadonlyMap<string, string>): void {
  const used = new Map([...known].map(([digest, text]) => [saltOf(text), digest]))
  for (const { digest, disclosure } of read) {
    const salt = saltOf(disclosure)
    const other = used.get(salt) ?? digest
    if (other !== digest)
      throw new Refusal(
        409,
        'disclosure.copied',
        `expected words under a salt of their own, got ${digest} under that of ${other}`,
      )
    used.set(salt, digest)
  }
}

type Words = {
  readonly party: PartyId
  readonly kept: ReadonlyMap<string, string>
  readonly delivery: Delivery
}

function sealedParts(file: CaseFile, { party, kept, delivery }: Words): readonly SealedPartView[] {
  const { id } = file.charter
  const acts = file.charter.parties.flatMap((one) => file.logged(one.id))
  const own = [...kept.values()].map((disclosure) => ({ disclosure, from: party }))
  // Words open the parts of whoever gave them: others may have copied the digest.
  const here = [...own, ...delivery.taken(id)]
    .filter((one) => isOfItsPart(acts, one))
    .map((one) => (one.from === undefined ? one.disclosure : { ...one, from: one.from }))
  return sealedIn(acts, here, crypto.sha256).map((part) => ({
    ...part,
    delivery: stateOf(part, { us: party, isErased: delivery.isErased(id, part.digest) }),
    ...(part.party === party ? { readers: delivery.readersOf(file, part.digest) } : {}),
  }))
}

/** What an act seals is kept here before it is signed: else nobody could ever open it. */
function assertKept(act: Act, kept: ReadonlyMap<string, string>): void {
  for (const { digest, name } of sealedPartsOf(act)) {
    const text = kept.get(digest)
    if (text === undefined || readDisclosure(text, crypto.sha256).name !== name)
      throw new Refusal(
        422,
        'disclosure.missing',
        `expected the disclosure of ${name} to be kept here before the act is signed, got none with the digest ${digest}`,
      )
  }
}

/** A salt is used once: what another party sealed is not sealed a second time as one's own. */
function assertNotCopied(file: CaseFile, act: Act, party: PartyId): void {
  const own = new Set(sealedPartsOf(act).map(({ digest }) => digest))
  for (const { id } of file.charter.parties.filter((other) => other.id !== party))
    for (const { act: other } of file.logged(id))
      for (const { digest } of sealedPartsOf(other))
        if (own.has(digest))
          throw new Refusal(
            409,
            'disclosure.copied',
            `expected words under a salt of their own, got the digest of a part that ${id} sealed: ${digest}`,
          )
}

/** Whether the words of a part are here, and if not, whether they were meant to be. */
function stateOf(
  { party, to, value, openedBy }: Sealed,
  { us, isErased }: { readonly us: PartyId; readonly isErased: boolean },
): SealedPartView['delivery'] {
  if (openedBy) return 'opened'
  if (value !== undefined) return party === us ? 'own' : 'delivered'
  if (isErased) return 'erased'
  return party === us || to?.includes(us) ? 'not-delivered' : 'not-for-us'
}

/** A disclosure under another name than its act has is none of it. */
const isOfItsPart = (
  acts: Parameters<typeof sealedIn>[0],
  { disclosure, from }: Omit<Taken, 'digest'>,
): boolean => {
  const { digest, name } = readDisclosure(disclosure, crypto.sha256)
  return acts.some(
    ({ act, party, void: voided }) =>
      !voided &&
      party === (from ?? party) &&
      sealedPartsOf(act).some((part) => part.digest === digest && part.name === name),
  )
}

type Release = Extract<Act, { kind: 'release' }>

function assertOwnPart(file: CaseFile, { of, discloses }: Release, party: PartyId): void {
  const own = file.logged(party).find(({ id, void: voided }) => id === of && !voided)?.act
  const parts = sealedPartsOf(own)
  for (const text of discloses) {
    const { digest, name } = readDisclosure(text, crypto.sha256)
    if (!parts.some((part) => part.digest === digest && part.name === name))
      throw new Refusal(
        422,
        'release.nothing-sealed',
        `expected the disclosure of a part that ${party} sealed in ${of}, got one of ${name} with the digest ${digest}`,
      )
  }
}
