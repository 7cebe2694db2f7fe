import { inFile, type Mutant } from './mutate-fault.ts'
import { KEY_MUTANTS } from './mutate-faults-keys.ts'

const voice = inFile('voice.ts')
const rule = inFile('rule.ts')
const gate = inFile('gate.ts')
const version = inFile('version.ts')
const certificate = inFile('certificate.ts')
const standing = inFile('standing.ts')
const evaluate = inFile('evaluate.ts')
const reading = inFile('reading.ts')
const readCut = inFile('read-cut.ts')
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

  rule(
    'to await instructions does not stop',
    "'awaits-instructions': 'shuts'",
    "'awaits-instructions': 'bound'",
  ),
  rule('an objection does not stop', "objects: 'shuts'", "objects: 'bound'"),
  rule('a withdrawal does not stop', "withdrawn: 'shuts'", "withdrawn: 'bound'"),
  rule('silence counts as agreement', "silent: 'shuts'", "silent: 'bound'"),
  rule('to abstain shuts', "abstains: 'bound'", "abstains: 'shuts'"),
  rule('to abstain is for', "abstains: 'bound'", "abstains: 'for'"),
  rule(
    'to abstain constructively binds',
    "'abstains-constructively': 'aside'",
    "'abstains-constructively': 'bound'",
  ),
  rule(
    'a reservation is not for',
    "'complies-with-reservation': 'for'",
    "'complies-with-reservation': 'bound'",
  ),
  rule(
    'a statement is not for',
    "'complies-with-statement': 'for'",
    "'complies-with-statement': 'bound'",
  ),
  rule('nobody needs to be for', 'demands: [oneIsFor, noDoubleThird]', 'demands: [noDoubleThird]'),
  rule('the double third is dropped', 'demands: [oneIsFor, noDoubleThird]', 'demands: [oneIsFor]'),
  rule(
    'everyone has to be for',
    "votes.some(({ cell }) => cell === 'for')",
    "votes.every(({ cell }) => cell === 'for')",
  ),
  rule('all who abstain count to the double third', "cell === 'aside',", "cell !== 'for',"),
  rule(
    'each its own gets a gate',
    'const NO_GATE = undefined',
    "const NO_GATE = { source: 'none', needsEveryVoice: false, cells: {}, demands: [] } as never",
  ),
  rule('attribution needs unanimity', "attribution: 'each-its-own',", ''),

  gate(
    'the first member cannot shut',
    "cells[index] === 'shuts' ?",
    "cells[index] === 'shuts' && index > 0 ?",
  ),
  gate(
    'demands on all are forgotten',
    '.filter(({ isMet }) => !isMet(votes))',
    '.filter(() => false)',
  ),
  gate(
    'populations are forgotten',
    '({ population = 0 }, index) => ({ population,',
    '(_, index) => ({ population: 1,',
  ),
  gate('who withdrew is awaited', " && code !== 'withdrawn' ?", ' ?'),

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
  version('steps of one kind are one step', '`${step.kind} ${step.id}`', 'step.kind'),

  certificate('a certificate cites its own future', 'cited[by]! <= at ?', 'true ?'),
  certificate('a certificate cannot cite up to itself', 'cited[by]! <= at ?', 'cited[by]! < at ?'),
  certificate('a certificate cites what is not there', ' || size > sizes[party]!', ''),
  certificate(
    'a certificate needs no true trees',
    'if (!trees) return undefined',
    'if (!trees) trees = { closings: {}, since: {} }',
  ),
  certificate(
    'adoption is not checked',
    'return whyShut(matter, voices).length === 0',
    'return voices.length > 0',
  ),
  certificate('no instant is needed', 'return from <= to ? from : undefined', 'return from'),
  certificate(
    'two trees may just miss one another',
    'return from <= to ? from : undefined',
    'return from <= to + 1 ? from : undefined',
  ),
  certificate(
    'trees must overlap by a second',
    'return from <= to ? from : undefined',
    'return from < to ? from : undefined',
  ),
  certificate(
    "the filer's tree is not asked for",
    'const strands = [version.by, ...',
    'const strands = [...',
  ),
  certificate(
    'only the filer’s tree is asked for',
    'const strands = [version.by, ...electors.map(({ id }) => id)]',
    'const strands = [version.by, ...electors.map(() => version.by)]',
  ),
  certificate(
    'the instant is the last one',
    'return from <= to ? from : undefined',
    'return from <= to ? to : undefined',
  ),
  certificate('quorum minus one has seen', '[quorum - 1]', '[quorum - 2]'),
  certificate('quorum minus one sees it current', '.at(-quorum)', '.at(1 - quorum)'),
  certificate('one more than the quorum must see', '[quorum - 1]', '[quorum]'),
  certificate('a witness counts twice', 'times.set(witness, ', 'times.set(witness + times.size, '),
  certificate(
    'seen takes a witness’s latest time',
    'timesOf(tree, Math.min)',
    'timesOf(tree, Math.max)',
  ),
  certificate(
    'current takes a witness’s earliest time',
    'timesOf(tree, Math.max)',
    'timesOf(tree, Math.min)',
  ),
  certificate(
    'what was not adopted can be ended',
    'if (!first.some((adoption) => isIn(adoption, certificate.cited))) return []',
    '',
  ),
  certificate(
    'what is adopted elsewhere can be ended',
    'isIn(adoption, certificate.cited)',
    'adoption !== undefined',
  ),
  certificate(
    'a certificate inside is one act too late',
    'at < sizes[by]! && isWithin',
    'at <= sizes[by]! && isWithin',
  ),
  certificate(
    'any shut gate ends a version',
    'return whyShut(matter, atBest).length > 0 ? reasons : []',
    'return reasons',
  ),
  certificate('who is stuck would comply', '? voice : COMPLIES', '? COMPLIES : voice'),
  certificate(
    'a withdrawal needs the cure',
    "if (history[until - 1]?.voice.effective === 'withdrawn') return true",
    '',
  ),
  certificate(
    'only a withdrawal ends',
    "=== 'withdrawn') return true",
    "=== 'withdrawn') return true\n  if (until >= 0) return false",
  ),
  certificate('the cure is not waited for', 'quorum) + cure)', 'quorum))'),
  certificate(
    'the cure is a second short',
    '<= seenBy(since, quorum) + cure',
    '< seenBy(since, quorum) + cure',
  ),
  certificate('the early tree may be larger than the cut', '|| since.size > cited[id]!', ''),
  certificate(
    'the voice in the early tree is forgotten',
    'heardIn(history, since.size) - 1, 0',
    'heardIn(history, since.size), 0',
  ),
  certificate(
    'every earlier voice is held against it',
    'Math.max(heardIn(history, since.size) - 1, 0)',
    '0',
  ),
  certificate(
    'a voice lifted meanwhile is forgotten',
    'history.slice(from, until).every',
    'history.slice(until - 1, until).every',
  ),
  certificate(
    'stuck is only who shuts',
    "cellOf(matter, voice) !== 'for')",
    "cellOf(matter, voice) === 'shuts')",
  ),

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
  standing('who never consented weakens', 'consented.has(index) && cellOf', 'cellOf'),
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
    "if (effect.does === 'speaks' && !isMember(charter, party)) return 'act.not-competent'",
    '',
  ),
  reading(
    'rules without a column are judged',
    "if (!isSupported(ruleOf(charter, effect.step.kind))) return 'charter.unknown-rules'",
    '',
  ),
  evaluate(
    'a later version supersedes before it is adopted',
    'if (state.adopted.length > 0) successor',
    'successor',
  ),
  evaluate(
    'a version supersedes only while in force',
    'if (state.adopted.length > 0) successor',
    'if (state.inForce) successor',
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
    'reading.voices.get(version.id)',
    '[...reading.voices.values()][0]',
  ),
  evaluate(
    'certificates of other versions count',
    'reading.certifying.get(version.id) ?? []',
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
  reading('other acts in the same places were read before', '&& read.every(', '|| read.every('),
  reading('a certificate that proves later proved before', 'a.trees === b.trees &&', ''),

  ...KEY_MUTANTS,
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
  readCut('a certificate leaves a party out', 'missing === undefined && stranger', 'stranger'),
  readCut(
    'a certificate is read before its acts are there',
    'if (isBeyond(reading, citation)) return logged',
    '',
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
