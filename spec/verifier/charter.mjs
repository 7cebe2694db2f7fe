// Charters and when they are refused: spec/strand.md section 1.
import { fromBase64, idOf, readCanonical, Refused } from './bytes.mjs'
import {
  base64,
  day,
  head,
  isTrue,
  list,
  map,
  match,
  object,
  oneOf,
  party,
  rootKeys,
  seconds,
  sha,
  stepId,
  stepKind,
  text,
  whole,
  words,
  yesNo,
} from './form.mjs'
import { isKey } from './signature.mjs'
import { KINDS } from './forms.mjs'
import { isVkey, readVkey } from './note.mjs'

const takenOver = object({ case: sha, cut: map(party, head), 'older?': list(sha, 1, 64) })
const isCharter = object({
  v: oneOf(1),
  rules: oneOf('entente-rules/1'),
  title: words(300),
  exercise: yesNo,
  'public?': isTrue,
  tlp: oneOf('TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'),
  'parent?': takenOver,
  'amends?': takenOver,
  'keys?': map(party, list(base64, 0, 64)),
  chair: party,
  parties: list(
    object({
      id: party,
      name: words(120),
      role: oneOf('member', 'organisation', 'community', 'operator'),
      'population?': whole(1),
      origin: match(/^[a-z0-9][a-z0-9./-]{0,199}$/),
      log: text(2_100),
      root: rootKeys,
      threshold: whole(1, 16),
      'next?': sha,
    }),
    2,
    64,
  ),
  witnesses: list(object({ 'party?': party, vkey: text(2_100) }), 1, 64),
  quorum: whole(1),
  grace: seconds,
  notice: seconds,
  cure: seconds,
  'period?': seconds,
  'minimum?': whole(1),
  'blocking?': whole(1),
  'doubleThirdUnderMajority?': yesNo,
  steps: map(
    stepKind,
    object({
      rule: oneOf(
        'each-its-own',
        'silence',
        'express-unanimity',
        'qualified-majority',
        'participants-only',
      ),
      'by?': party,
      'model?': oneOf('eu-coreu', 'osce', 'nato'),
    }),
  ),
  'custody?': map(text(64), oneOf('browser-held', 'token')),
  'second?': oneOf('ml-dsa-44'),
  'goals?': list(object({ id: stepId, title: words(300), dueOn: day, 'count?': stepId }), 1, 32),
})

const refuseUnless = (isSo, code) => {
  if (!isSo) throw new Refused(code)
}
const isOnce = (all) => new Set(all).size === all.length

/** A charter with its id and its witnesses' keys; refused where nothing could be proved under it. */
export function readCharter(bytes) {
  const charter = readCanonical(bytes)
  const isOther = typeof charter?.rules === 'string' && charter.rules !== 'entente-rules/1'
  refuseUnless(!isOther, 'charter.unknown-rules')
  refuseUnless(isCharter(charter), 'charter.malformed')
  checkParties(charter)
  checkRules(charter)
  const { parties, witnesses, quorum } = charter
  checkRoots(
    charter,
    parties.flatMap(({ root }) => root),
  )
  const logs = parties.map(({ origin, log }) => ({ origin, ...readVkey(log) }))
  const witnessKeys = witnesses.map(({ vkey }) => readVkey(vkey))
  refuseUnless(
    logs.every(({ origin, name, type }) => type === 1 && name === origin) &&
      witnessKeys.every((vkey) => vkey?.type === 4 || vkey?.type === 6) &&
      isOnce(witnessKeys.map(({ name }) => name)) &&
      isOnce(witnessKeys.map(({ key }) => key.toString('hex'))),
    'charter.keys',
  )
  refuseUnless(
    [...logs, ...witnessKeys].every((vkey) => isVkey(vkey, 1, 4, 6)),
    'key.form',
  )
  const n = witnesses.length
  const least = Math.ceil((n + Math.floor((n - 1) / 3) + 1) / 2)
  refuseUnless(quorum >= least && quorum <= n, 'charter.quorum')
  checkAbove(charter)
  return { ...charter, id: idOf(bytes), witnessKeys }
}

function checkParties({ parties, chair, steps, witnesses, keys = {} }) {
  const ids = parties.map(({ id }) => id)
  const named = [
    chair,
    ...Object.values(steps).flatMap(({ by }) => by ?? []),
    ...witnesses.flatMap((one) => one.party ?? []),
    ...Object.keys(keys),
  ]
  refuseUnless(
    isOnce(ids) &&
      isOnce(parties.map(({ origin }) => origin)) &&
      parties.some(({ role }) => role === 'member') &&
      named.every((id) => ids.includes(id)),
    'charter.parties',
  )
}

function checkRules({ parties, steps, minimum, blocking, custody = {} }) {
  const hasData = ({ rule, model }) =>
    (rule === 'silence' || model === undefined) &&
    (rule !== 'qualified-majority' || (minimum !== undefined && blocking !== undefined))
  refuseUnless(Object.values(steps).every(hasData), 'charter.rule-data')
  const isSigned = (verb) => Object.hasOwn(KINDS, verb) && KINDS[verb].by !== 'root'
  refuseUnless(Object.keys(custody).every(isSigned), 'charter.custody')
  const isWeighed = ({ role, population }) => (role === 'member') === (population !== undefined)
  const sum = parties.reduce((all, { population = 0 }) => all + population, 0)
  refuseUnless(
    parties.every(isWeighed) && sum <= Number.MAX_SAFE_INTEGER / 100,
    'charter.population',
  )
}

function checkRoots({ parties, second = 'ed25519' }, roots) {
  const isMet = ({ root, threshold }) =>
    ['ed25519', second].every((kind) => threshold <= root.filter(({ alg }) => alg === kind).length)
  refuseUnless(
    isOnce(roots.map(({ keyid }) => keyid)) &&
      isOnce(roots.map(({ pub }) => pub)) &&
      parties.every(isMet),
    'charter.keys',
  )
  refuseUnless(
    roots.every(({ pub, alg }) => isKey(fromBase64(pub), alg)),
    'key.form',
  )
}

/** At most one case is above, each charter before it stands once, and keys come from there. */
function checkAbove({ parent, amends, keys }) {
  const above = parent ?? amends
  const isOne = !(parent && amends) && isOnce([above?.case, ...(above?.older ?? [])])
  refuseUnless(isOne, 'charter.malformed')
  refuseUnless(above || !keys, 'charter.key-act')
}
