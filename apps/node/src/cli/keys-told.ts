import type { KeyRow, KeysView, PartyKeys } from '../api.ts'

/** The register of keys of a case, as sentences for a terminal. */
export const toldKeys = ({ case: id, parties }: KeysView): string =>
  [`Keys in case ${id}`, ...parties.flatMap(partyLines)].join('\n')

function partyLines(party: PartyKeys): readonly string[] {
  const { name, threshold, root, next, keys, missing, forked } = party
  const ids = root.map(({ keyid }) => keyid).join(', ')
  return [
    '',
    `${party.party} ${name}: ${threshold} of ${root.length} root keys sign (${ids})${next === undefined ? '; they cannot be replaced: no others were committed to' : ''}`,
    ...keys.map(keyLine),
    ...(missing === undefined
      ? ['  ! the case above is not held here: whether a key was revoked there cannot be told']
      : missing.map(
          ({ act, does, keyids }) =>
            `  ! ${SAID[does]} in the root case, not yet copied here: ${keyids.join(', ')} (act ${act})`,
        )),
    ...(forked
      ? [
          `  ! its log signed two histories: frozen from index ${forked.size} on, by act ${forked.by}`,
        ]
      : []),
  ]
}

const SAID = { grants: 'given', revokes: 'revoked', rotates: 'root keys replaced' } as const

function keyLine({
  keyid,
  authority,
  custody,
  verbs,
  until,
  given,
  revoked,
  held,
}: KeyRow): string {
  const from = given.index === undefined ? 'from the charter on' : `from index ${given.index} on`
  const to = revoked
    ? `, revoked (${revoked.cause}) ${revoked.index === undefined ? 'before the case' : `at index ${revoked.index}`}`
    : ', in force'
  const end = until === undefined ? '' : `; mandate until ${dayOf(until)}`
  const here = held ? ', held here' : ''
  return `  ${keyid} of ${authority.name}, ${custody}${here}: ${from}${to}${end}; ${verbs.join(', ')}`
}

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
