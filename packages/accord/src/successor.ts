import { createTree, leafHash, toBase64, type Crypto } from '@entente/log'
import { kindOf } from './act.ts'
import { canonical } from './canonical.ts'
import { keysFrom, olderThan, type Charter, type Head } from './charter.ts'
import { isSameRoot } from './copies.ts'
import type { Logged } from './cut.ts'
import { AccordError, type AccordErrorCode } from './error.ts'
import type { ActId, PartyId } from './id.ts'
import type { State } from './state.ts'

/** A case as whoever holds it has it: acts that were read, and the log entries behind them. */
export type HeldRecord = {
  readonly charter: Charter
  readonly logged: (party: PartyId) => readonly Logged[]
  readonly entries: (party: PartyId) => readonly Uint8Array[]
}

type Hashing = Pick<Crypto, 'sha256'>

/** Where a strand stands after so many of its entries. `undefined` where the record holds fewer. */
function headAt(
  record: HeldRecord,
  party: PartyId,
  size: number,
  { sha256 }: Hashing,
): Head | undefined {
  const entries = record.entries(party).slice(0, size)
  if (entries.length < size) return undefined
  const tree = createTree(sha256)
  for (const entry of entries) tree.append(leafHash(sha256, entry))
  return { size, root: toBase64(tree.root()) }
}

/**
 * The key acts that count in a party's strand up to a size, byte for byte in base64: those with which it began, then
 * its own. What a charter takes over of this case.
 */
function keyActsAt({ charter, logged, entries }: HeldRecord, party: PartyId, size: number) {
  const own = logged(party)
    .slice(0, size)
    .filter(({ act, void: voided }) => act && !voided && kindOf(act).keys)
    .map(({ index }) => toBase64(entries(party)[index]!))
  return [...(charter.keys?.[party] ?? []), ...own]
}

/** What a charter takes over of a case at these sizes of its strands. */
export type TakenFrom = {
  readonly cut: Readonly<Record<PartyId, Head>>
  readonly keys: Readonly<Record<PartyId, readonly string[]>>
}

/** Where the strands of a case stand at these sizes, and the key acts that count there. Throws `amends.cut` where fewer entries are held. */
export function takenFrom(
  record: HeldRecord,
  sizes: Readonly<Record<PartyId, number>>,
  hashing: Hashing,
): TakenFrom {
  const cut: Record<PartyId, Head> = {}
  const keys: Record<PartyId, readonly string[]> = {}
  for (const [id, size] of Object.entries(sizes)) {
    const party = id as PartyId
    const head = headAt(record, party, size, hashing)
    if (!head)
      throw refuse(
        'amends.cut',
        `expected ${size} entries of ${party}'s strand, got ${record.entries(party).length}`,
      )
    cut[party] = head
    keys[party] = keyActsAt(record, party, size)
  }
  return { cut, keys }
}

/**
 * Refuses a charter that does not amend that of this case as it says: another case or other charters before it
 * (`amends.case`), a cut that is not one of this record (`amends.cut`), other key acts than count there
 * (`amends.keys`), a strand under a name that has one here (`amends.origin`). Whether it was adopted is another
 * question: `verifySuccessor`.
 */
export function assertAmends(record: HeldRecord, successor: Charter, hashing: Hashing): void {
  const { charter } = record
  const amends = successor.amends
  if (amends?.case !== charter.id)
    throw refuse(
      'amends.case',
      `expected a charter that amends ${charter.id}, got one that amends ${amends?.case ?? 'none'}`,
    )
  const older = olderThan(charter)
  if (canonical(older) !== canonical(amends.older ?? []))
    throw refuse(
      'amends.case',
      `expected the charters before that one to be ${older.join(', ') || 'none'}, got ${amends.older?.join(', ') ?? 'none'}`,
    )
  const parties = charter.parties.map(({ id }) => id)
  const named = Object.keys(amends.cut)
  if (named.length !== parties.length || parties.some((party) => !amends.cut[party]))
    throw refuse(
      'amends.cut',
      `expected a cut over ${parties.join(', ')}, got one over ${named.join(', ') || 'none'}`,
    )
  const sizes = Object.fromEntries(parties.map((party) => [party, amends.cut[party]!.size]))
  const taken = takenFrom(record, sizes as Record<PartyId, number>, hashing)
  const other = parties.find((party) => taken.cut[party]!.root !== amends.cut[party]!.root)
  if (other !== undefined)
    throw refuse(
      'amends.cut',
      `expected the root ${taken.cut[other]!.root} of ${other}'s strand at size ${amends.cut[other]!.size}, got ${amends.cut[other]!.root}`,
      other,
    )
  for (const { id } of successor.parties) assertKeys(charter, successor, id, taken.keys[id])
  const origins = new Set(charter.parties.map(({ origin }) => origin))
  const again = successor.parties.find(({ origin }) => origins.has(origin))
  if (again)
    throw refuse('amends.origin', `expected new names of strands, got ${again.origin} again`)
}

/** Whoever goes on with its root keys goes on with all its key acts; whoever is named anew begins with none. */
function assertKeys(
  charter: Charter,
  successor: Charter,
  party: PartyId,
  taken: readonly string[] = [],
): void {
  const expected = isSameRoot(charter, successor, party) ? taken : []
  const got = successor.keys?.[party] ?? []
  if (canonical(got) === canonical(expected)) return
  throw refuse(
    'amends.keys',
    `expected the ${expected.length} key acts of ${party} that count at the cut, got ${got.length}${got.length === expected.length ? ' others' : ''}`,
    party,
  )
}

/** What a successor was proved to be: the version that put it, and the certificates by which it was adopted. */
export type VerifiedSuccessor = {
  readonly version: ActId
  readonly certificates: readonly ActId[]
}

/**
 * That a charter takes the place of another: it amends it as it says, and a version of a step `charter` that puts it is
 * adopted at this state of that case (`amends.not-adopted`), by a certificate whose cut goes on from the one at which
 * the charter takes key acts over (`amends.cut`). No charter can name a cut that holds its own certificate: its id
 * stands in the version.
 */
export function verifySuccessor(
  record: HeldRecord,
  state: Pick<State, 'steps'>,
  successor: Charter,
  hashing: Hashing,
): VerifiedSuccessor {
  assertAmends(record, successor, hashing)
  const versions = state.steps.flatMap(({ kind, versions: all }) => (kind === 'charter' ? all : []))
  const found = versions.find((one) => one.successor === successor.id && one.adopted.length > 0)
  if (!found)
    throw refuse(
      'amends.not-adopted',
      `expected an adopted version that puts ${successor.id}, got ${versions.some((one) => one.successor === successor.id) ? 'one that is not adopted' : 'none'}`,
    )
  const certificates = found.adopted.filter((id) => goesOn(record, id, successor))
  if (certificates.length === 0)
    throw refuse(
      'amends.cut',
      `expected a cut from which that of the certificate goes on, got one beyond it`,
    )
  return { version: found.id, certificates }
}

/** Whether the cut that a certificate cites holds the one that the charter names. */
function goesOn({ charter, logged }: HeldRecord, certificate: ActId, successor: Charter): boolean {
  const from = keysFrom(successor)?.cut ?? {}
  for (const { id: party } of charter.parties) {
    const act = logged(party).find(({ id }) => id === certificate)?.act
    const effect = act && kindOf(act).effect?.(act)
    if (effect?.does !== 'certifies') continue
    return charter.parties.every(({ id }) => (effect.cut[id]?.size ?? 0) >= (from[id]?.size ?? 0))
  }
  return false
}

const refuse = (code: AccordErrorCode, message: string, party?: string) =>
  new AccordError(code, message, party === undefined ? {} : { place: { party } })
