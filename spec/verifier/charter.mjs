// Charters and when they are refused: spec/strand.md section 1.
import { fromBase64, idOf, readCanonical, Refused } from './bytes.mjs'
import { isKey } from './signature.mjs'
import { KINDS } from './forms.mjs'
import { isVkey, readVkey } from './note.mjs'

const isOnce = (all) => new Set(all).size === all.length

/** Whether at most one case is above, and each charter before it stands once. */
const isAbove = ({ parent, amends }) => {
  const above = parent ?? amends
  return !(parent && amends) && isOnce([above?.case, ...(above?.older ?? [])])
}

/** What is asked of keys is asked for what authorities sign, and is more than nothing. */
function checkCustody({ custody = {} }) {
  if (!Object.values(custody).every((least) => ['browser-held', 'token'].includes(least)))
    throw new Refused('charter.malformed')
  const isSigned = (verb) => Object.hasOwn(KINDS, verb) && KINDS[verb].by !== 'root'
  if (!Object.keys(custody).every(isSigned)) throw new Refused('charter.custody')
}

/** A charter with its id and its witnesses' keys; refused where nothing could be proved under it. */
export function readCharter(bytes) {
  const charter = readCanonical(bytes)
  if (charter.rules !== 'entente-rules/1') throw new Refused('charter.unknown-rules')
  if (!isAbove(charter)) throw new Refused('charter.malformed')
  const { parties, chair, steps, witnesses, quorum, keys = {} } = charter
  const ids = parties.map(({ id }) => id)
  const named = [
    chair,
    ...Object.values(steps).flatMap(({ by }) => by ?? []),
    ...witnesses.flatMap((one) => one.party ?? []),
    ...Object.keys(keys),
  ]
  const members = parties.filter(({ role }) => role === 'member')
  if (
    !isOnce(ids) ||
    !isOnce(parties.map(({ origin }) => origin)) ||
    members.length === 0 ||
    !named.every((id) => ids.includes(id))
  )
    throw new Refused('charter.parties')
  checkCustody(charter)
  if (![undefined, 'ml-dsa-44'].includes(charter.second)) throw new Refused('charter.malformed')
  const sum = members.reduce((all, { population = 0 }) => all + population, 0)
  if (
    parties.some(({ role, population }) => (role === 'member') !== (population !== undefined)) ||
    sum > Number.MAX_SAFE_INTEGER / 100
  )
    throw new Refused('charter.population')
  const roots = parties.flatMap(({ root }) => root)
  if (
    !isOnce(roots.map(({ keyid }) => keyid)) ||
    parties.some(
      ({ root, threshold }) =>
        ['ed25519', ...(charter.second === undefined ? [] : [charter.second])].some(
          (alg) => threshold > root.filter((one) => one.alg === alg).length,
        ) || !isOnce(root.map(({ pub }) => pub)),
    )
  )
    throw new Refused('charter.keys')
  if (!roots.every(({ pub, alg }) => isKey(fromBase64(pub) ?? Buffer.alloc(0), alg)))
    throw new Refused('key.form')
  const witnessKeys = witnesses.map(({ vkey }) => readVkey(vkey))
  const logs = parties.map(({ origin, log }) => [origin, readVkey(log)])
  const isWell =
    logs.every(([origin, vkey]) => isVkey(vkey, 1) && vkey.name === origin) &&
    witnessKeys.every((vkey) => isVkey(vkey, 4, 6))
  if (
    !isWell ||
    !isOnce(witnessKeys.map(({ name }) => name)) ||
    !isOnce(witnessKeys.map(({ key }) => key.toString('hex')))
  )
    throw new Refused('charter.keys')
  const n = witnesses.length
  if (quorum < Math.ceil((n + Math.floor((n - 1) / 3) + 1) / 2) || quorum > n)
    throw new Refused('charter.quorum')
  return { ...charter, id: idOf(bytes), witnessKeys }
}
