import { inFile, type Mutant } from './mutate-fault.ts'

const strand = inFile('strand.ts')
const keys = inFile('keys.ts')
const accusation = inFile('accusation.ts')
const disavowal = inFile('disavowal.ts')
const fork = inFile('fork.ts')
const matter = inFile('matter.ts')

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
  keys(
    'any key of a party signs anything',
    'signed.filter(({ mandate }) => mandate.verbs.includes(verb))',
    'signed.filter(({ mandate }) => mandate !== undefined && verb !== undefined)',
  ),
  keys(
    'no key is too weakly held',
    'rank(one.key.custody) >= rank(least',
    'rank(one.key.custody) <= rank(least',
  ),
  keys(
    'the charter asks for no custody',
    "rank(least?.[verb] ?? 'node-held')",
    "rank('node-held')",
  ),
  strand('one root key is enough', 'tooFewRoots(roots, keys.threshold,', 'tooFewRoots(roots, 1,'),
  strand('no signature is needed', 'inForce.keyids.length > 0', 'inForce.keyids'),
  strand('a revoked key goes on', 'signed.revoked ?? placeOf', 'placeOf'),
  strand('every key act is a copy', 'isCopy: act.charter !== charter.id', 'isCopy: true'),
  strand('no key act is a copy', 'isCopy: act.charter !== charter.id', 'isCopy: false'),
  keys('false signatures pass', '!crypto.verify(publicKey, message, sig)', 'sig.length === 0'),
  keys('a key is given twice', 'hasStood(state, publicKey) || findKey', 'findKey'),
  keys('a key id is given twice', 'findKey(state, keyid) || ', ''),
  keys(
    'a spent id is given again',
    "|| state.spent.has(keyid))\n    return {\n      code: 'key.twice",
    ")\n    return {\n      code: 'key.twice",
  ),
  keys(
    'a spent key is given again',
    '[...authorities.values(), ...spent.values()]',
    '[...authorities.values()]',
  ),
  keys('a revoked key stays in force', 'authorities.delete(keyid)', ''),
  keys(
    'a revocation names a key by its id alone',
    '(was ? isEqual(was.publicKey, publicKey) : ',
    '(was ? true : ',
  ),
  keys('any set may follow', 'rootSetHash(set, crypto.sha256) !== state.next', '!state.next'),
  keys(
    'the threshold is not committed to',
    'canonical({ root, threshold })',
    'canonical({ root })',
  ),
  keys(
    'new root keys need not sign',
    'tooFewRoots(present, set.threshold,',
    'tooFewRoots(present, 0,',
  ),
  keys('second root keys count as first', 'signed.length - seconds', 'signed.length'),
  keys('no second root key is asked for', 'seconds >= threshold', 'seconds >= 0'),
  keys(
    'a set holds one key twice',
    'new Map([...state.root, ...root]) }, key',
    'state.root }, key',
  ),
  keys('replaced root keys may come back', 'new Map([...state.spent, ...replaced])', 'state.spent'),
  keys('the commitment outlives its set', 'threshold, root, next, spent', 'threshold, root, spent'),
  keys('the old threshold outlives its set', '{ ...state, threshold, root', '{ ...state, root'),
  accusation('one root is two', 'if (isEqual(smaller.root, there))', 'if (!there)'),
  accusation('two sizes need no proof', '    verifyConsistency(crypto.sha256, {', '    void ({'),
  accusation('the larger tree may stand first', 'smaller.size > larger.size', 'smaller.size < 0'),
  accusation(
    'an accuser’s notes are believed',
    'if (error instanceof AccordError ||',
    'if (error instanceof AccordError) return undefined\n    if (',
  ),
  strand(
    'an accusation needs no proof',
    'accusation && whyUnproved(',
    'accusation && !crypto && whyUnproved(',
  ),
  strand('anything can be disowned', 'if (unknown) return refuse(unknown)', ''),
  strand('root keys can be disowned', "counted.get(id) !== 'authority'", '!counted.has(id)'),
  strand('a disavowal reaches back', 'disavowal && disavowal.from < acts.length', 'disavowal'),
  disavowal(
    'a disowned record counts',
    '{ ...logged, disavowed, void: reason(disavowed) }',
    '{ ...logged, disavowed }',
  ),
  disavowal(
    'a disowned certificate proves nothing',
    "    case 'certifies':\n    case 'accuses':",
    "    case 'accuses':",
  ),
  fork('a fork freezes nothing', 'logged.void || index < size', 'logged.act'),
  fork('a fork freezes what was one history', 'logged.void || index < size', 'logged.void'),
  fork('a void accusation freezes', 'act && !reason ?', 'act ?'),
  inFile('version.ts')(
    'a disowned text can be adopted',
    'filing.disownedAt ?? Infinity',
    'Infinity',
  ),
  inFile('reading.ts')(
    'any voice of who disowns is withdrawn',
    'said !== undefined && acts.includes(said)',
    'said !== undefined',
  ),
  inFile('reading.ts')(
    'a disowned voice stands',
    'disownVoice(history, logged, effect.acts)',
    'void history',
  ),
  inFile('reading.ts')(
    'what is disowned is not read again',
    'a.disavowed?.by === b.disavowed?.by &&',
    '',
  ),
  matter('a fork is known before it was proved', 'of === party && at < sizes[by]!', 'of === party'),
  matter('a forked strand goes on consenting', 'frozen < size ? weakestOf', 'size < 0 ? weakestOf'),
  matter(
    'a fork undoes an objection',
    'weakestOf(voicesFrom(history, frozen, size))',
    'voiceAt(history, frozen)',
  ),
  inFile('certificate.ts')(
    'a text of a forked strand is adopted',
    'frozenFrom(matter, matter.version.by, cited) <= matter.version.at',
    'false',
  ),
  inFile('certificate.ts')(
    'silence in a forked strand is consent',
    'frozenFrom(matter, id, cited) < cited[id]!',
    '!id',
  ),
]
