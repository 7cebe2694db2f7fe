import { randomBytes } from 'node:crypto'
import {
  canonical,
  olderThan,
  parseCharter,
  takenFrom,
  type Charter,
  type PartyId,
} from '@entente/accord'
import { formatVkey, parseVkey, quorum, type Crypto } from '@entente/log'
import type { CaseFile } from '../federation/index.ts'
import { partyOf, type PartyCard } from './card.ts'
import { slugOf } from './draft-charter.ts'
import { inside } from './open-case.ts'

/** What whoever drafts a successor changes; everything else stays as the present charter has it. */
export type Changes = Partial<
  Pick<
    Charter,
    | 'title'
    | 'chair'
    | 'tlp'
    | 'steps'
    | 'grace'
    | 'notice'
    | 'cure'
    | 'doubleThirdUnderMajority'
    | 'custody'
    | 'quorum'
  >
> & {
  /** Null where the present charter has one and the next one has none. */
  readonly period?: number | null
  readonly minimum?: number | null
  readonly blocking?: number | null
  readonly second?: NonNullable<Charter['second']> | null
  readonly goals?: NonNullable<Charter['goals']> | null
  /** Of members, where it is to be another. */
  readonly populations?: Readonly<Record<PartyId, number>>
  /** Which parties witness: of those that do now, and of those that come in. All unless given. */
  readonly witnesses?: readonly PartyId[]
  /** Parties that do not go on. */
  readonly out?: readonly PartyId[]
  /** Cards of parties that are new, or named anew with other root keys. */
  readonly cards?: readonly PartyCard[]
}

/**
 * The charter under which a coalition goes on: its canonical bytes. It takes over the key acts that are final in the
 * root case now. Refused (`charter.…`) where nothing could be decided or proved under it.
 */
export function successorCharter(
  root: Pick<CaseFile, 'charter' | 'logged' | 'entries' | 'final'>,
  { out = [], cards = [], populations = {}, witnesses: chosen, ...said }: Changes,
  crypto: Crypto,
): Uint8Array {
  const { charter } = root
  const {
    id,
    keys: _keys,
    amends: _amends,
    parent: _none,
    parties: _parties,
    witnesses: _witnesses,
    ...rules
  } = charter
  const title = said.title ?? charter.title
  const base = `entente.example/${slugOf(title)}/${randomBytes(4).toString('hex')}/root`
  const named = new Set(cards.map(({ party }) => party))
  const goingOn = charter.parties.filter((party) => !out.includes(party.id) && !named.has(party.id))
  const parties = [
    ...goingOn.map((party) => renamed(party, base, crypto)),
    ...cards.map((card) => partyOf(card, `${base}/${card.party.toLowerCase()}`, crypto)),
  ].map((party) => {
    const population = populations[party.id]
    return population === undefined ? party : { ...party, population }
  })
  const { cut, keys } = takenFrom(root, root.final(), crypto)
  const older = olderThan(charter)
  const witnesses = witnessing(charter, goingOn, cards).filter(
    ({ party }) => party === undefined || !chosen || chosen.includes(party),
  )
  const bytes = new TextEncoder().encode(
    canonical({
      ...without(rules, said),
      title,
      steps: said.steps ?? inside(charter.steps, new Set(parties.map((party) => party.id))),
      amends: { case: id, cut, ...(older.length > 0 ? { older } : {}) },
      keys: Object.fromEntries(goingOn.map((party) => [party.id, keys[party.id] ?? []])),
      parties,
      witnesses,
      quorum: said.quorum ?? quorum(witnesses.length),
    }),
  )
  parseCharter(bytes, crypto)
  return bytes
}

/** The rules with what is said instead; what is said to be no more is left out. */
const without = (rules: object, said: object): object =>
  Object.fromEntries(
    Object.entries({ ...rules, ...said }).filter(
      ([, value]: readonly [string, unknown]) => value !== null,
    ),
  )

/** A strand is named anew: under its old name witnesses would see two histories of one log. */
function renamed(
  party: Charter['parties'][number],
  base: string,
  { sha256 }: Crypto,
): Charter['parties'][number] {
  const origin = `${base}/${party.id.toLowerCase()}`
  return { ...party, origin, log: formatVkey(origin, 1, parseVkey(party.log, sha256).raw, sha256) }
}

/** Whoever witnessed and goes on, and of those who come in the members and organisations. */
function witnessing(
  charter: Charter,
  goingOn: Charter['parties'],
  cards: readonly PartyCard[],
): Charter['witnesses'] {
  const stay = charter.witnesses.filter(
    ({ party }) => party === undefined || goingOn.some(({ id }) => id === party),
  )
  const come = cards
    .filter(({ role }) => role === 'member' || role === 'organisation')
    .map(({ party, witness }) => ({ party: party as PartyId, vkey: witness }))
  return [...stay, ...come]
}
