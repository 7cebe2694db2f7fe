import { Act, openEntry, parseCanonical, type Charter, type PartyId } from '@entente/accord'
import { fromBase64 } from '@entente/log'

type KeysAdd = Extract<Act, { kind: 'keys-add' }>

/** The authority behind a key, who holds the key, the verbs of its mandate, and its end in seconds. */
export type KeyHolder = {
  readonly authority: { readonly id: string; readonly name: string }
  readonly custody: KeysAdd['key']['custody']
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
    [...inherited, ...acts]
      .filter((act) => act?.kind === 'keys-add')
      .map(({ authority, key, mandate }) => [
        key.keyid,
        {
          authority,
          custody: key.custody,
          verbs: mandate.verbs,
          ...(mandate.until === undefined ? {} : { until: mandate.until }),
        },
      ]),
  )
}
