import {
  Act,
  kindOf,
  openEntry,
  parseCanonical,
  type Charter,
  type Custody,
  type PartyId,
} from '@entente/accord'
import { fromBase64 } from '@entente/log'

/** The authority behind a key, who holds the key, the verbs of its mandate, and its end in seconds. */
export type KeyHolder = {
  readonly authority: { readonly id: string; readonly name: string }
  readonly custody: Custody
  readonly verbs: readonly string[]
  readonly until?: number
}

/** Every key that the key acts in the charter and in a strand give to that party's authorities. */
export function keyHolders(
  charter: Charter,
  party: PartyId,
  acts: readonly (Act | undefined)[],
): ReadonlyMap<string, KeyHolder> {
  const inherited = (charter.keys?.[party] ?? []).map((entry) =>
    Act.parse(parseCanonical(openEntry(fromBase64(entry)).payload)),
  )
  return new Map(
    [...inherited, ...acts].flatMap((act) => {
      const change = act && kindOf(act).keys?.(act)
      if (change?.does !== 'grants') return []
      const { authority, key, mandate } = change
      return [[key.keyid, { authority, custody: key.custody, ...mandate }] as const]
    }),
  )
}
