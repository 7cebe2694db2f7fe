import { inFile, type Mutant } from './mutate-fault.ts'

const strand = inFile('strand.ts')
const keys = inFile('keys.ts')

/** Who may sign, and what a strand takes. */
export const KEY_MUTANTS: readonly Mutant[] = [
  strand('the act before is not compared', 'act.prev !== before', 'act.prev === id'),
  strand('an act counts twice', 'if (counted.has(id))', 'if (counted.has(id) && !id)'),
  strand('another party’s act counts', 'if (act.party !== party)', 'if (!act.party)'),
  strand(
    'an act of another case counts',
    'act.charter !== charter.id && !isInherited',
    '!act.charter && !isInherited',
  ),
  strand(
    'any key of a party signs anything',
    'key?.mandate.verbs.includes(act.kind)',
    'key !== undefined',
  ),
  strand('one root key is enough', 'roots < keys.threshold', 'roots < 1'),
  strand('no signature is needed', 'inForce.keyids.length > 0', 'inForce.keyids'),
  strand('a revoked key goes on', 'signed.revoked ?? placeOf', 'placeOf'),
  strand('every key act is a copy', 'isCopy: act.charter !== charter.id', 'isCopy: true'),
  strand('no key act is a copy', 'isCopy: act.charter !== charter.id', 'isCopy: false'),
  keys('false signatures pass', '!crypto.verify(publicKey, message, sig)', 'sig.length === 0'),
  keys('a key is given twice', 'isKnown || findKey', 'findKey'),
  keys('a key id is given twice', 'findKey(state, keyid) || ', ''),
  keys(
    'a spent id is given again',
    "|| state.spent.has(keyid))\n    return {\n      code: 'key.twice",
    ")\n    return {\n      code: 'key.twice",
  ),
  keys(
    'a spent key is given again',
    '[...state.authorities.values(), ...state.spent.values()]',
    '[...state.authorities.values()]',
  ),
  keys('a revoked key stays in force', 'authorities.delete(keyid)', ''),
  keys(
    'a revocation names a key by its id alone',
    'publicKey && isEqual(was.publicKey, publicKey)',
    'publicKey',
  ),
  keys('any set may follow', 'rootSetHash(set, crypto.sha256) !== state.next', '!state.next'),
  keys(
    'the threshold is not committed to',
    'canonical({ root, threshold })',
    'canonical({ root })',
  ),
  keys('new root keys need not sign', 'signed.keyids.length < set.threshold', '!signed'),
  keys(
    'a set holds one key twice',
    'new Map([...state.root, ...root]) }, key',
    'state.root }, key',
  ),
  keys('replaced root keys may come back', 'new Map([...state.spent, ...replaced])', 'state.spent'),
  keys('the commitment outlives its set', 'threshold, root, next, spent', 'threshold, root, spent'),
  keys('the old threshold outlives its set', '{ ...state, threshold, root', '{ ...state, root'),
]
