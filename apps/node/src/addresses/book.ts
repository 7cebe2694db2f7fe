import type { PartyId } from '@entente/accord'
import type { CoalitionView } from '../api.ts'
import type { LookupFunction } from 'node:net'
import { lookupWithin } from './near.ts'
import type { AddressStore, KeptAddress } from './store.ts'

type Where = Pick<CoalitionView['parties'][number], 'moved'> & { readonly url: string }

/** Where parties' nodes answer: as the operator of this node says, or as they said since. */
export type AddressBook = {
  /** The latest notes, one per strand. */
  readonly all: () => readonly KeptAddress[]
  readonly get: (origin: string) => KeptAddress | undefined
  readonly keep: (address: KeptAddress) => Promise<void>
  /** What speaks of that party as long as the operator's own word about it is this one. */
  readonly of: (party: PartyId, given: string) => KeptAddress | undefined
  /** Where that party is asked: where it said, if that is followed; else where the operator says. */
  readonly urlOf: (party: PartyId, given: string) => string
  /** The same, with what the party said of it, for people. */
  readonly where: (party: PartyId, given: string) => Where
  /** How names of an address are resolved that a note gave; undefined for an operator's. */
  readonly lookupFor: (url: string) => LookupFunction | undefined
}

export async function openAddressBook(store: AddressStore): Promise<AddressBook> {
  const kept = new Map((await store.all()).map((address) => [address.origin, address]))
  const of = (party: PartyId, given: string) =>
    [...kept.values()]
      .filter((one) => one.party === party && one.from === given)
      .toSorted((a, b) => b.counter - a.counter)[0]
  const urlOf = (party: PartyId, given: string) => {
    const said = of(party, given)
    return said?.state === 'followed' ? said.url : given
  }
  return {
    all: () => [...kept.values()],
    get: (origin) => kept.get(origin),
    keep: async (address) => {
      await store.keep(address)
      kept.set(address.origin, address)
    },
    of,
    urlOf,
    where: (party, given) => {
      const said = of(party, given)
      const url = urlOf(party, given)
      if (!said || said.state === 'own') return { url }
      const { url: to, at, state } = said
      return { url, moved: { from: given, to, at, state } }
    },
    lookupFor: (url) => {
      const isOf = ({ state, url: at }: KeptAddress) =>
        state === 'followed' && url.startsWith(`${at}/`)
      const reach = [...kept.values()].find(isOf)?.reach
      return reach && lookupWithin(reach)
    },
  }
}
