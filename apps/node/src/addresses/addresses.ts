import { casesAbove, type PartyId } from '@entente/accord'
import { inTurn } from '../platform/turn.ts'
import { instant, seconds } from '../platform/clock.ts'
import type { HeldCase, HeldCaseFiles, Tell } from '../federation/index.ts'
import type { AddressBook } from './book.ts'
import { AddressError } from './error.ts'
import { isWithin, reachOf, reachOfHost } from './near.ts'
import { isNewer, parseAddress, signAddress } from './note.ts'
import type { KeptAddress } from './store.ts'

type Root = Pick<HeldCase, 'charter' | 'notes' | 'state'>

export type AddressesOptions = {
  readonly book: AddressBook
  readonly caseFiles: Pick<
    HeldCaseFiles,
    'party' | 'held' | 'clock' | 'crypto' | 'logSigner' | 'tell'
  >
  /** What this node's operator says: where each party answers, and where this node does. */
  readonly given: () => Readonly<Record<string, string>>
  readonly own: () => string | undefined
}

/** Notes over addresses: this party's own, and what others' logs signed. */
export type Addresses = {
  /** Signs where this node answers, where its operator says another address than was signed last. */
  readonly settle: () => Promise<void>
  /** The latest notes of the parties of this case. */
  readonly of: (root: Root) => readonly KeptAddress[]
  /** Takes a note in that a peer brought; refuses what is none, and tells people. True where it is new. */
  readonly take: (root: Root, note: string, by: PartyId) => Promise<boolean>
  /** Asks a party again where the operator says; what its log signs is not followed until the operator says another address. */
  readonly refuse: (party: PartyId) => Promise<void>
}

export function createAddresses(options: AddressesOptions): Addresses {
  const { book, caseFiles } = options
  const turn = inTurn()
  return {
    settle: () => turn(() => settle(options)),
    of: (root) =>
      root.charter.parties.flatMap(({ id, origin }) =>
        isLatest(root, id, caseFiles.held()) ? (book.get(origin) ?? []) : [],
      ),
    take: (root, note, by) =>
      turn(async () => {
        try {
          return await take(root, note, options)
        } catch (error) {
          if (error instanceof AddressError)
            await tellFalse(root, note, { error, by, ...caseFiles })
          throw error
        }
      }),
    refuse: (party) =>
      turn(async () => {
        const known = book.of(party, options.given()[party] ?? '')
        if (known?.state !== 'followed')
          throw new AddressError(
            'address.unknown',
            `expected a followed move of ${party}, got none`,
          )
        await book.keep({ ...known, state: 'refused' })
        await tellMoved(known, { to: known.url, tell: caseFiles.tell, isOver: true })
      }),
  }
}

/**
 * Where a charter was amended, the later one says by which log a party that it names is known: a key that
 * the coalition replaced moves nobody.
 */
const isLatest = ({ charter }: Root, party: PartyId, held: readonly HeldCase[]): boolean =>
  !charter.parent &&
  !held.some(
    ({ charter: { amends, parties } }) =>
      amends &&
      casesAbove({ amends }).includes(charter.id) &&
      parties.some(({ id }) => id === party),
  )

async function settle({ book, caseFiles, given, own }: AddressesOptions): Promise<void> {
  const { party, crypto, clock, logSigner, tell } = caseFiles
  for (const kept of book.all())
    if (kept.state === 'followed' && given()[kept.party] === kept.url)
      // The operator says the same now: it is the operator's own word, and needs no note.
      await book
        .keep({ ...without(kept), state: 'held' })
        .then(() => tellMoved(kept, { to: kept.url, tell, isOver: true }))
  const url = own()
  if (url === undefined) return
  for (const { charter, notes } of caseFiles.held()) {
    const isIn = charter.parties.some(({ id }) => id === party)
    if (charter.parent || !isIn) continue
    const origin = notes.origin(party)
    const known = book.get(origin)
    if (known?.url === url) continue
    // Seconds, so that a node whose store was lost goes on above what it signed before.
    const counter = Math.max((known?.counter ?? 0) + 1, seconds(clock))
    const note = signAddress({ counter, url }, logSigner(origin), crypto)
    await book.keep({ origin, party, counter, url, note, state: 'own', at: instant(clock) })
  }
}

const without = ({ from: _from, reach: _reach, ...rest }: KeptAddress) => rest

async function take(root: Root, note: string, options: AddressesOptions): Promise<boolean> {
  const { book, caseFiles } = options
  const said = parseAddress(note)
  const party = root.charter.parties.find(({ origin }) => origin === said.origin)?.id
  if (party === undefined || !isLatest(root, party, caseFiles.held()))
    throw new AddressError(
      'address.unsigned',
      `expected an address signed by the log of a party of this case, got one in the name ${said.origin}`,
    )
  const held = book.get(said.origin)
  // What peers have is asked for again and again, and is looked at once.
  if (held?.note === note) return false
  const log = root.notes.logKey(party)
  const { crypto } = caseFiles
  if (!isNewer(note, { log, crypto, ...(held ? { held } : {}) })) return false
  const kept = { ...said, party, note, at: instant(caseFiles.clock) }
  if (party === caseFiles.party) await takeOwn(kept, options)
  else await follow(root, kept, options)
  return true
}

type Came = Omit<KeptAddress, 'state'>

/** This party's log signed it, and this node does not know of it: its store is older, or somebody else has the key. */
async function takeOwn(came: Came, { book, caseFiles, own }: AddressesOptions): Promise<void> {
  await book.keep({ ...came, state: 'own' })
  if (came.url === own()) return
  await caseFiles.tell({
    code: 'address.own',
    party: came.party,
    message: `expected an address that this node signed, got ${came.url} under the counter ${came.counter}, signed by its log and unknown here`,
    evidence: { to: came.url, counter: String(came.counter), note: came.note },
  })
}

async function follow(root: Root, came: Came, options: AddressesOptions): Promise<void> {
  const {
    book,
    caseFiles: { tell },
    given,
  } = options
  const { party, url, counter, note } = came
  const from = given()[party]
  if (from === undefined || from === url) return book.keep({ ...came, state: 'held' })
  const before = book.of(party, from)
  const reach = before?.reach ?? (await reachOf(from))
  const why = whyNot(root, came, { reach, isRefused: before?.state === 'refused' })
  if (why === undefined) {
    await book.keep({ ...came, state: 'followed', from, reach })
    if (before?.state === 'followed')
      await tellMoved(before, { to: before.url, tell, isOver: true })
    return tellMoved(came, {
      from: before?.state === 'followed' ? before.url : from,
      to: url,
      tell,
    })
  }
  await book.keep({ ...came, state: before?.state === 'refused' ? 'refused' : 'held', from, reach })
  await tell({
    code: 'address.held',
    party,
    message: `expected an address of ${party} that this node may follow, got ${url}: ${why}`,
    evidence: { from, to: url, counter: String(counter), note },
  })
}

/** Why a true note is not followed by itself. */
function whyNot(
  { state }: Root,
  { party, url }: Came,
  {
    reach,
    isRefused,
  }: { readonly reach: KeptAddress['reach'] & string; readonly isRefused: boolean },
): string | undefined {
  if (isRefused) return 'an earlier move of it was refused here'
  if ((state().state.forked ?? []).some((one) => one.party === party))
    return 'its log signed two histories'
  const there = reachOfHost(url) ?? 'public'
  return isWithin(there, reach)
    ? undefined
    : 'it leads nearer to this node than the address that its operator gave'
}

function tellMoved(
  { party, counter, note }: Pick<KeptAddress, 'party' | 'counter' | 'note'>,
  { from = '', to, tell, isOver }: { from?: string; to: string; tell: Tell; isOver?: true },
): Promise<void> {
  return tell({
    code: 'address.moved',
    party,
    message: `expected ${party}'s node at ${from}; its log signed that it answers at ${to}`,
    evidence: { from, to, counter: String(counter), note },
    ...(isOver ? { isOver } : {}),
  })
}

/** Whoever brought it is whom this node asked; who made it is proved by nothing. */
function tellFalse(
  root: Root,
  note: string,
  { error, by, tell }: { error: AddressError; by: PartyId; tell: Tell },
): Promise<void> {
  return tell({
    code: error.code,
    case: root.charter.id,
    party: by,
    message: error.message,
    evidence: { note: note.slice(0, 2_048) },
  })
}
