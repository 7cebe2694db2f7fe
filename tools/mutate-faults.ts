import { inFile, type Mutant } from './mutate-fault.ts'
import { KEY_MUTANTS } from './mutate-faults-keys.ts'
import { MANDATE_MUTANTS } from './mutate-faults-mandates.ts'
import { MEMBERSHIP_MUTANTS } from './mutate-faults-membership.ts'
import { STRAND_MUTANTS } from './mutate-faults-strand.ts'
import { TABLE_MUTANTS } from './mutate-faults-table.ts'

const voice = inFile('voice.ts')
const version = inFile('version.ts')
const standing = inFile('standing.ts')
const evaluate = inFile('evaluate.ts')
const ledger = inFile('ledger.ts')
const matter = inFile('matter.ts')
const reading = inFile('reading.ts')
const readCut = inFile('read-cut.ts')
const cutNote = inFile('cut-note.ts')
const checkpoint = inFile('checkpoint.ts')
const bundle = inFile('verify-bundle.ts')

/** What is easy to get wrong, one at a time. */
export const MUTANTS: readonly Mutant[] = [
  voice('the stronger voice counts instead of the weaker', 'indexOf(a) <= S', 'indexOf(a) >= S'),
  voice(
    'only the national voice counts',
    'effective = weaker(union, national)',
    'effective = national',
  ),
  voice('only the union voice counts', 'effective = weaker(union, national)', 'effective = union'),
  voice(
    'to await instructions is weaker than to object',
    "  'objects',\n  'awaits-instructions',",
    "  'awaits-instructions',\n  'objects',",
  ),
  voice(
    'to abstain is weaker than to abstain constructively',
    "  'abstains-constructively',\n  'abstains',",
    "  'abstains',\n  'abstains-constructively',",
  ),
  voice(
    'a withdrawal is not final',
    "if (history.at(-1)?.voice.effective !== 'withdrawn')",
    'if (history)',
  ),
  voice(
    'the first voice counts, not the last',
    'history[heardIn(history, size) - 1]',
    'history[0]',
  ),
  voice('an act just beyond the cut is heard', '.index < size', '.index <= size'),
  voice(
    'a reservation beside a weaker voice excepts',
    "effective === 'complies-with-reservation'",
    'true',
  ),
  voice('an interpretative statement excepts', 'clause ?? []', "clause ?? '0'"),
  voice('an end does not end a voice', 'voice.until <= instant', 'false'),
  voice('a voice outlives its last second', 'voice.until <= instant', 'voice.until < instant'),
  voice(
    'a voice without an end has run out',
    'voice.until !== undefined && ',
    '!(voice.until! > instant) || ',
  ),

  ...TABLE_MUTANTS,

  version(
    'anyone files for any step',
    'steps[kind]?.by ?? chair',
    "steps[kind]?.by ?? ('XA' as never)",
  ),
  version('the filer that the charter names is ignored', 'steps[kind]?.by ?? chair', 'chair'),
  version('an old version is adopted over a later one', 'at < size && size <= nextAt', 'at < size'),
  version(
    'a version is adopted by a cut that lacks it',
    'at < size && size <= nextAt',
    'size <= nextAt',
  ),
  version('the next version hides one act too early', 'size <= nextAt', 'size < nextAt'),
  version('steps of one kind are one step', '`${kind} ${id}`', 'kind'),

  standing(
    'adopted needs no certificate',
    'if (results.adopted.length === 0)',
    'if (results.adopted.length === 0 && shut.length > 0)',
  ),
  standing('ended is forgotten', 'if (end) return', 'if (end && shut.length < 0) return'),
  standing(
    'superseded is forgotten',
    'if (successor !== undefined)',
    'if (successor !== undefined && shut.length < 0)',
  ),
  standing(
    'superseded outweighs ended',
    'const [end] = results.ended',
    'const [end] = successor === undefined ? results.ended : []',
  ),
  standing(
    'in force without looking again',
    "if (shut.length > 0) return { standing: 'suspended', reasons: shut }",
    '',
  ),
  standing('weakened is never said', 'if (lost.length > 0) return', 'if (lost.length < 0) return'),
  standing('who never consented weakens', 'consented.has(index) && !isCarried', '!isCarried'),
  standing('only the first certificate is remembered', 'of adopted)', 'of adopted.slice(0, 1))'),
  standing(
    'reservations are forgotten',
    'if (reserved.length > 0) return',
    'if (reserved.length < 0) return',
  ),
  standing('suspended is in force', "'weakened'])", "'weakened', 'suspended'])"),
  standing('weakened is not in force', ", 'weakened'])", '])'),

  reading('void acts count', 'logged.void?.code ?? (effect', '(effect'),
  reading(
    'anyone files versions',
    "if (filerOf(charter, effect.step.kind) !== party) return 'act.not-competent'",
    '',
  ),
  reading(
    'organisations have voices',
    "return isMember(charter, party) ? undefined : 'act.not-competent'",
    'return undefined',
  ),
  reading(
    'texts that their rule cannot decide are judged',
    'return whyUndecidable(charter, effect.step.kind, effect.document)',
    'return undefined',
  ),
  reading(
    'anyone moves the end of a silence',
    "if (!filed) return 'act.not-competent'",
    'if (!filed) return undefined',
  ),
  reading(
    'the end of any text is moved',
    "=== 'silence' ? undefined : 'version.not-silence'",
    "!== 'each-its-own' ? undefined : 'version.not-silence'",
  ),
  matter(
    'the last receipt counts, not the first',
    'acknowledged[elector]!.find(({ unmandated })',
    'acknowledged[elector]!.findLast(({ unmandated })',
  ),
  ledger(
    'a referral is begun',
    ' || isReferral(place, version.id)) return false',
    ') return false',
  ),
  ledger(
    'an assessment that finds the conditions not met stops nothing',
    'assessed?.isAgainst ?',
    'assessed?.isAgainst && booked.length > 99 ?',
  ),
  ledger(
    'the first assessment counts',
    "booked.findLast((entry) => entry.as === 'assess')",
    "booked.find((entry) => entry.as === 'assess')",
  ),
  ledger(
    'a referral may be begun',
    '!begun && isReferral(place, version.id)',
    '!begun && place.kinds.size > 99 && isReferral(place, version.id)',
  ),
  ledger(
    'every kind of measure needs a call and a notice',
    "!== 'countermeasure') return []",
    "=== 'self-defence-referral') return []",
  ),
  ledger(
    'a consent that fell away is not missed',
    'if (voice && TAKES_PART.has(voice.effective)) return []',
    'if (voice) return []',
  ),
  ledger('a notice is not asked', 'place.hasNotice || assessed?.waivesNotice', 'true'),
  ledger(
    'a view that asks for no notice is not read',
    'place.hasNotice || assessed?.waivesNotice',
    'place.hasNotice',
  ),
  evaluate(
    'a later version supersedes before it is adopted',
    'if (one.state.adopted.length > 0) successor',
    'successor',
  ),
  evaluate(
    'a version supersedes only while in force',
    'if (one.state.adopted.length > 0) successor',
    'if (one.state.inForce) successor',
  ),
  evaluate('the last successor is named', 'successor = version.id', 'successor ??= version.id'),
  evaluate(
    'parties come in the order of the charter',
    'charter.parties.toSorted((a, b) => (a.id < b.id ? -1 : 1))',
    '[...charter.parties]',
  ),
  evaluate(
    'organisations are electors',
    "parties.filter(({ role }) => role === 'member')",
    'parties.slice()',
  ),
  evaluate(
    'voices on other versions count',
    'heard.map((reading) => historyOn(reading, id))',
    'heard.map(({ voices }) => [...voices.values()][0] ?? [])',
  ),
  evaluate(
    'one member speaks for all',
    'heard.map((reading) => historyOn(reading, id))',
    'heard.map(() => heard.flatMap((reading) => historyOn(reading, id)))',
  ),
  evaluate(
    'certificates of other versions count',
    'reading.certifying.get(id) ?? []',
    '[...reading.certifying.values()].flat()',
  ),
  evaluate(
    'a version is not judged again after it was heard',
    'known?.said === said &&',
    'known &&',
  ),
  evaluate('the next version does not end an earlier one', '&& known.nextAt === nextAt', ''),
  evaluate('a successor is not noticed', '&& known.successor === successor', ''),
  evaluate(
    'any cut continues the one before',
    'known && isGrown(known, strands) ? known',
    'known ? known',
  ),
  evaluate('what a leave changes is not noticed', 'named.has(EVERY) || ', ''),
  evaluate('a step that a further act is about is as it was', '|| named.has(name)', ''),
  evaluate(
    'a step that a further act names by a version is as it was',
    'if (filed) named.add',
    'if (!filed) named.add',
  ),
  evaluate(
    'a certificate is not read again once what it cites is there',
    'one?.isAwaited ? undefined : one',
    'one',
  ),
  reading(
    'other acts in the same places were read before',
    'if (!isSame(read[index]!, acts[index]!)) return false',
    '',
  ),
  reading('a certificate that proves later proved before', 'a.trees === b.trees &&', ''),

  ...KEY_MUTANTS,
  cutNote(
    'a note about another cut is taken',
    'if (text !== cutText(charter, cut, crypto))',
    'if (!text)',
  ),
  cutNote(
    'a witness stands twice in a note about a cut',
    'if (cosigned.some((one, at)',
    'if (false && cosigned.some((one, at)',
  ),
  readCut(
    'a note about the whole cut is about no strand that has none of its own',
    'closings[party] ?? (size > 0 ? [] : undefined)',
    'closings[party]',
  ),
  readCut(
    'notes about the whole cut are passed over',
    '[...notes.flatMap(({ times }) => times), ...joint]',
    'notes.flatMap(({ times }) => times)',
  ),
  readCut(
    'cited trees are not those of the strands',
    '!isRoot(root, readerOf',
    '!root.length && !isRoot(root, readerOf',
  ),
  readCut(
    'notes are about other trees',
    '({ size, root }) => size !== head.size || !isRoot(head.root, root)',
    '({ size }) => size < 0',
  ),
  readCut(
    'a certificate whose attachment says nothing counts as if it attached none',
    "if ('code' in citation) return voided(citation)",
    "if ('code' in citation) return logged",
  ),
  inFile('verify-bundle.ts')(
    'an attachment is any bytes under its name',
    'id !== named',
    'id === undefined',
  ),
  inFile('act/declare.ts')(
    'notes stand in the act and attached as well',
    '((closings ?? together) === undefined) === (attached === undefined)',
    '(closings ?? together) === undefined && attached === undefined',
  ),
  ...MANDATE_MUTANTS,
  ...MEMBERSHIP_MUTANTS,
  ...STRAND_MUTANTS,
  readCut('a certificate leaves a party out', 'missing === undefined && stranger', 'stranger'),
  // Without the line the first file that reads a case would break before it has a test.
  readCut(
    'a certificate is void before its acts are there',
    'if (isBeyond(reading, citation)) return logged',
    "if (isBeyond(reading, citation)) return voided({ code: 'certificate.tree', message: '' })",
  ),
  checkpoint(
    'the quorum is not counted',
    'proved.times.length < charter.quorum',
    'proved.times.length < 1',
  ),
  checkpoint('checkpoints of other strands pass', 'if (origin !== log.name)', 'if (!origin)'),
  checkpoint('a witness signs twice', 'if (twice)', 'if (twice && !cosigned.length)'),
  bundle('the charter is not compared', 'id !== trustedId', '!id'),
  bundle('the claim is not compared', 'digest !== bundle.claim.digest', '!digest'),
  bundle(
    'the tree is not compared',
    'if (isEqual(tree.root(), note.root)) return',
    'if (tree.root()) return',
  ),
  bundle('a strand stands twice', 'if (found.has(party))', 'if (!party)'),
]
