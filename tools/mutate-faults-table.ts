import { inFile, type Mutant } from './mutate-fault.ts'

const rule = inFile('rule.ts')
const gate = inFile('gate.ts')
const attested = inFile('attested.ts')
const matter = inFile('matter.ts')
const certificate = inFile('certificate.ts')
const end = inFile('end.ts')
const silence = inFile('silence.ts')
const judge = inFile('judge.ts')

/** One cell of the decision table: in the column of a rule, another effect of a voice. */
const cell = (column: string, voice: string, [from, to]: readonly [string, string]): Mutant => {
  const name = voice.includes('-') ? `'${voice}'` : voice
  return {
    what: `${column}, ${voice}: ${to} instead of ${from}`,
    file: 'rule.ts',
    after: column.includes('-') ? `  '${column}': {` : `  ${column}: {`,
    from: `      ${name}: '${from}',`,
    to: `      ${name}: '${to}',`,
  }
}

const VOICES = [
  'complies',
  'complies-with-statement',
  'complies-with-reservation',
  'abstains',
  'abstains-constructively',
  'awaits-instructions',
  'objects',
  'withdrawn',
  'silent',
] as const

const column = (name: string, faults: readonly (readonly [string, string])[]): Mutant[] =>
  VOICES.map((voice, row) => cell(name, voice, faults[row]!))

/** The 36 cells, in the order of the table. */
const CELLS: readonly Mutant[] = [
  ...column('express-unanimity', [
    ['for', 'bound'],
    ['for', 'bound'],
    ['for', 'bound'],
    ['bound', 'for'],
    ['aside', 'bound'],
    ['shuts', 'bound'],
    ['shuts', 'bound'],
    ['shuts', 'bound'],
    ['shuts', 'bound'],
  ]),
  ...column('silence', [
    ['for', 'bound'],
    ['for', 'bound'],
    ['for', 'bound'],
    ['bound', 'for'],
    ['aside', 'bound'],
    ['breaks', 'bound'],
    ['breaks', 'bound'],
    ['breaks', 'bound'],
    ['deemed', 'for'],
  ]),
  ...column('qualified-majority', [
    ['for', 'not-for'],
    ['for', 'not-for'],
    ['for', 'not-for'],
    ['not-for', 'aside'],
    ['aside', 'not-for'],
    ['not-for', 'shuts'],
    ['not-for', 'shuts'],
    ['not-for', 'shuts'],
    ['not-for', 'shuts'],
  ]),
  ...column('participants-only', [
    ['for', 'out'],
    ['for', 'out'],
    ['for', 'out'],
    ['out', 'for'],
    ['out', 'for'],
    ['out', 'shuts'],
    ['out', 'shuts'],
    ['out', 'shuts'],
    ['out', 'shuts'],
  ]),
]

/** What is easy to get wrong in the decision table, and in what certificates prove by it. */
export const TABLE_MUTANTS: readonly Mutant[] = [
  ...CELLS,
  {
    ...rule(
      'under unanimity nobody needs to be for',
      'demands: [oneIsFor, noDoubleThird]',
      'demands: [noDoubleThird]',
    ),
    after: "  'express-unanimity': {",
  },
  {
    ...rule(
      'under silence nobody needs to be for',
      'demands: [oneIsFor, noDoubleThird]',
      'demands: [noDoubleThird]',
    ),
    after: '  silence: {',
  },
  {
    ...rule(
      'under unanimity the double third is dropped',
      'demands: [oneIsFor, noDoubleThird]',
      'demands: [oneIsFor]',
    ),
    after: "  'express-unanimity': {",
  },
  {
    ...rule(
      'under silence the double third is dropped',
      'demands: [oneIsFor, noDoubleThird]',
      'demands: [oneIsFor]',
    ),
    after: '  silence: {',
  },
  rule(
    'everyone has to be for',
    "votes.some(({ count }) => count === 'for')",
    "votes.every(({ count }) => count === 'for')",
  ),
  rule(
    'all who abstain count to the double third',
    "abstainsConstructively: count === 'aside',",
    "abstainsConstructively: count !== 'for',",
  ),
  rule(
    'the double third counts under every majority',
    '!(doubleThirdUnderMajority && hasDoubleThird(votes))',
    '!hasDoubleThird(votes)',
  ),
  rule(
    'the double third never counts under a majority',
    '!(doubleThirdUnderMajority && hasDoubleThird(votes))',
    'true',
  ),
  rule('the least number of members is dropped', 'forCount(votes) >= minimum,', 'minimum > 0,'),
  rule(
    'one less than the least number is enough',
    'forCount(votes) >= minimum,',
    'forCount(votes) + 1 >= minimum,',
  ),
  rule('all who are named must be in', '(minimum ?? votes.length)', 'votes.length'),
  rule('one of those named is enough', '(minimum ?? votes.length)', '(minimum ?? 1)'),
  rule('everybody is asked, not only those named', '    isForNamed: true,\n', ''),
  rule('there is no brake', "    brake: { source: 'teu-31-2' },\n", ''),
  rule(
    'each its own gets a gate',
    'const NO_GATE = undefined',
    "const NO_GATE = { source: 'none', cells: {}, demands: [] } as never",
  ),
  rule('attribution needs unanimity', "attribution: 'each-its-own',", ''),
  rule('terms need unanimity', "  term: 'silence',\n", ''),
  rule('lessons need unanimity', "  lessons: 'silence',\n", ''),
  rule(
    'the charter’s model of silence is ignored',
    "charter.steps[kind]?.model ?? 'eu-coreu'",
    "'eu-coreu'",
  ),
  rule(
    'a majority needs no numbers',
    "rule === 'qualified-majority' && (",
    "rule === 'silence' && (",
  ),
  rule(
    'a majority needs no least number',
    'minimum === undefined || blocking === undefined)',
    'blocking === undefined)',
  ),
  rule(
    'a majority needs no blocking minority',
    'minimum === undefined || blocking === undefined)',
    'minimum === undefined)',
  ),
  rule(
    'any rule takes a model of silence',
    "model !== undefined && rule !== 'silence'",
    "model === 'parlour' && rule !== 'silence'",
  ),
  rule(
    'a vote needs no expiry',
    'rule?.waits && expiry === undefined',
    'rule?.silence && expiry === undefined',
  ),
  rule('a text may name nobody', 'names.length > 0 &&', ''),
  rule('a text may name one twice', 'new Set(names).size === names.length &&', ''),
  rule('a text may name who has no voice', 'names.every((name) => members.has(name)) &&', ''),
  rule('a minimum of 0 is taken', 'minimum >= 1 && minimum', 'minimum >= 0 && minimum'),
  rule('more are asked for than are named', '&& minimum <= names.length', ''),

  gate('a voice that ran out is deemed consent', 'deemed && !voice.ranOut ?', 'deemed ?'),
  gate('a silence is broken only while it is', "if (broke !== undefined) return 'breaks'", ''),
  gate(
    'a brake stops what is adopted',
    'rule.brake && voice.vital && !late',
    'rule.brake && voice.vital',
  ),
  gate(
    'any objection brakes',
    'rule.brake && voice.vital && !late',
    "rule.brake && voice.effective === 'objects' && !late",
  ),
  gate('a brake stops nothing', "['shuts', 'breaks', 'brakes']", "['shuts', 'breaks']"),
  gate(
    'deemed consent carries nothing',
    "count === 'for' || count === 'consents'",
    "count === 'for'",
  ),
  gate(
    'demands on all are forgotten',
    '.filter(({ isMet }) => !isMet(',
    '.filter(({ isMet }) => false && !isMet(',
  ),
  gate(
    'populations are forgotten',
    '({ population = 0 }, index) => {',
    '(_, index) => {\n    const population = 1',
  ),
  gate(
    'who withdrew is awaited',
    "['silent', 'awaits-instructions', 'objects'])",
    "['silent', 'awaits-instructions', 'objects', 'withdrawn'])",
  ),

  attested('quorum minus one has seen', '[quorum - 1]', '[quorum - 2]'),
  attested('quorum minus one sees it current', '.at(-quorum)', '.at(1 - quorum)'),
  attested('one more than the quorum must see', '[quorum - 1]', '[quorum]'),
  attested('a witness counts twice', 'times.set(witness, ', 'times.set(witness + times.size, '),
  attested(
    'seen takes a witness’s latest time',
    'timesOf(tree, Math.min)',
    'timesOf(tree, Math.max)',
  ),
  attested(
    'current takes a witness’s earliest time',
    'timesOf(tree, Math.max)',
    'timesOf(tree, Math.min)',
  ),

  matter('a certificate cites its own future', 'cited[by]! <= at ?', 'true ?'),
  matter('a certificate cannot cite up to itself', 'cited[by]! <= at ?', 'cited[by]! < at ?'),
  matter('a certificate cites what is not there', ' || size > sizes[party]!', ''),
  matter(
    'a certificate needs no true trees',
    'if (!trees) return undefined',
    'if (!trees) trees = { closings: {}, early: {}, breaks: {}, since: {} }',
  ),
  matter(
    'a certificate inside is one act too late',
    'at < sizes[by]! && isWithin',
    'at <= sizes[by]! && isWithin',
  ),
  matter(
    'a voice runs out without a closing',
    'currentUntil(trees.closings[id], matter.charter.quorum) >= until',
    'true',
  ),
  matter(
    'a voice runs out a second early',
    'matter.charter.quorum) >= until',
    'matter.charter.quorum) >= until - 1',
  ),
  matter('a voice that the cut lacks runs out', 'index < cited[id]! &&', ''),
  matter(
    'what ran out beyond the cut has run out in it',
    'isIn(one, sizes) ? one.of : []',
    'one.of ?? []',
  ),
  matter('a withdrawal runs out', "voice.effective !== 'withdrawn' && gone", 'gone'),
  matter('certified ends are forgotten', '&& gone.has(voice.act) ?', '&& gone.size < 0 ?'),

  certificate(
    'adoption is not checked',
    'return isOver && whyShut(matter, said).length === 0',
    'return isOver && said.length > 0',
  ),
  certificate('trees need not be current together', 'if (instant > to) return false', ''),
  certificate(
    'two trees may just miss one another',
    'if (instant > to) return false',
    'if (instant > to + 1) return false',
  ),
  certificate(
    'trees must overlap by a second',
    'if (instant > to) return false',
    'if (instant >= to) return false',
  ),
  certificate(
    'the filer’s tree is not asked for',
    'const strands = [version.by, ...',
    'const strands = [...',
  ),
  certificate(
    'only the filer’s tree is asked for',
    '...electors.map(({ id }) => id)]',
    '...electors.map(() => version.by)]',
  ),
  certificate('only the last instant counts', 'return [from, ...changes', 'return [to, ...changes'),
  certificate(
    'only the first instant counts',
    '...changes.filter((instant) => instant > from)].some',
    '].some',
  ),
  certificate('a vote is over at once', 'instant >= expiry ||', 'instant >= 0 ||'),
  certificate('a vote is over a second early', 'instant >= expiry ||', 'instant >= expiry - 1 ||'),
  certificate(
    'a vote is never over before its expiry',
    "|| said.every(({ voice }) => voice.effective !== 'silent')",
    '',
  ),
  certificate(
    'who once spoke has spoken, though it ran out',
    "said.every(({ voice }) => voice.effective !== 'silent')",
    "voices.every(({ effective }) => effective !== 'silent')",
  ),
  certificate(
    'what is adopted elsewhere can be ended',
    'isIn(certificate, sizes))',
    'certificate !== undefined && sizes !== undefined)',
  ),
  certificate(
    'what was not adopted can be ended',
    'return inside.length > 0 ? deemedOf(inside) : undefined',
    'return deemedOf(inside)',
  ),
  certificate(
    'an old version is adopted over a later one',
    '!isCurrent(version, certificate.cited[version.by]!) || ',
    '',
  ),
  certificate(
    'silence needs one instant like the rest',
    'const isTrue = isSilence ? isAdoptedBySilence',
    'const isTrue = !isSilence ? isAdoptedBySilence',
  ),
  certificate(
    'late silence is not what was certified',
    'deemed: isSilence ? deemedBy(matter, certificate) : NOBODY',
    'deemed: NOBODY',
  ),
  certificate(
    'a voice that ran out breaks a silence',
    'certificate.of === undefined && version.at',
    'version.at',
  ),

  end('any shut gate ends a version', '.length > 0 ? reasons : []', '.length >= 0 ? reasons : []'),
  end('who is stuck would comply', '? voice : COMPLIES', '? COMPLIES : voice'),
  end(
    'a withdrawal needs the cure',
    "if (voiceAt(history, cited[id]!).effective === 'withdrawn') return true",
    '',
  ),
  end(
    'only a withdrawal ends',
    "=== 'withdrawn') return true",
    "=== 'withdrawn') return true\n  if (deemed) return false",
  ),
  end('the cure is not waited for', '<= seen + cure)', '<= seen)'),
  end('the cure is a second short', '<= seen + cure)', '< seen + cure)'),
  end('the early tree may be larger than the cut', '|| since.size > cited[id]!', ''),
  end(
    'the voice in the early tree is forgotten',
    'voicesFrom(history, since.size, cited[id]!)',
    'voicesFrom(history, since.size, cited[id]!).slice(1)',
  ),
  end(
    'every earlier voice is held against it',
    'voicesFrom(history, since.size, ',
    'voicesFrom(history, 0, ',
  ),
  end(
    'a voice lifted meanwhile is forgotten',
    'voicesFrom(history, since.size, cited[id]!)',
    'voicesFrom(history, cited[id]!, cited[id]!)',
  ),
  end(
    'a voice that had run out was for',
    'voiceAtInstant(voice, seen)',
    'voiceAtInstant(voice, -1)',
  ),
  {
    ...end('whose silence is consent is stuck', 'deemed: deemed.has(id),', ''),
    after: 'function isStuck',
  },
  end('a text lapses in window 0', 'window * charter.period', '(window - 1) * charter.period'),
  end(
    'a text lapses without a closing',
    'currentUntil(trees.closings[id], charter.quorum) >= due &&',
    '',
  ),
  end('a text lapses a second early', 'charter.quorum) >= due', 'charter.quorum) >= due - 1'),
  end('an answer to another window is enough', 'one.window === window && ', ''),
  end('an answer beyond the cut is enough', ' && one.at < cited[id]!', ''),
  end(
    'no answer is enough',
    '!matter.reaffirmed[elector]!.some(',
    '!matter.reaffirmed[elector]!.every(',
  ),
  end(
    'a text lapses though the rule is met',
    '|| whyShut(matter, heardLate(matter, held, consenting)).length === 0',
    '',
  ),
  end('a text lapses though nobody is overdue', '!overdue.includes(true) || ', ''),
  end(
    'whose silence was consent need not reaffirm',
    'filter((id) => !overdue[electorOf(matter, id)])',
    'filter(() => true)',
  ),
  end(
    'after adoption brakes still count',
    'deemed: deemed.has(electors[elector]!.id), late: true }',
    'deemed: deemed.has(electors[elector]!.id) }',
  ),

  silence('an extension is ignored', 'at < size ? Math.max(end, until) : end', 'end'),
  silence('an end is brought forward', 'Math.max(end, until)', 'until'),
  silence('an extension beyond the tree counts', 'at < size ? Math.max', 'at >= 0 ? Math.max'),
  silence(
    'a silence needs no closing',
    'if (!isClosed(matter, certificate, end)) return false',
    '',
  ),
  silence(
    'grace is forgotten',
    'expiryAt(matter, cited[matter.version.by]!) + matter.charter.grace',
    'expiryAt(matter, cited[matter.version.by]!)',
  ),
  silence(
    'only the filer’s strand is closed',
    '[version.by, ...electors.map(({ id }) => id)].every(',
    '[version.by].every(',
  ),
  silence(
    'the filer’s strand need not be closed',
    '[version.by, ...electors.map(({ id }) => id)].every(',
    'electors.map(({ id }) => id).every(',
  ),
  silence('a closing is a second early', 'charter.quorum) >= end', 'charter.quorum) >= end - 1'),
  silence(
    'without an early tree a consent counts',
    'if (!early) return { voice: SILENT, broke }',
    'if (!early) return { voice: voiceAt(matter.histories[elector]!, certificate.cited[id]!), broke }',
  ),
  silence(
    'only the closing voice counts',
    'strength(one) < strength(weakest) ? one : weakest',
    'one ?? weakest',
  ),
  silence(
    'the strongest voice counts',
    'strength(one) < strength(weakest)',
    'strength(one) > strength(weakest)',
  ),
  silence(
    'voices with an end hold on',
    'voiceAtInstant(unlessGone(gone, voice), end)',
    'unlessGone(gone, voice)',
  ),
  silence(
    'a certified end is forgotten',
    'voiceAtInstant(unlessGone(gone, voice), end)',
    'voiceAtInstant(voice, end)',
  ),
  silence(
    'a lifted objection is forgotten',
    'deemed: deemed.has(id), broke }))',
    'deemed: deemed.has(id) }))',
  ),
  silence(
    'a consent after the expiry is an expressed one',
    "deemed && !ranOut ? 'complies-with-reservation'",
    "deemed && !ranOut ? 'complies'",
  ),
  silence(
    'the notice is forgotten',
    'dueOf(matter, certificate) - charter.notice',
    'dueOf(matter, certificate)',
  ),
  silence('a receipt is not needed', 'early && at !== undefined && at < early.size ?', 'early ?'),
  silence(
    'a receipt after the early tree is enough',
    'at !== undefined && at < early.size ? [id]',
    'at !== undefined ? [id]',
  ),
  silence(
    'a silence is broken before it is closed',
    'if (!isClosed(matter, certificate, closingOf(matter, certificate))) return []',
    '',
  ),
  silence(
    'who gave a receipt broke it',
    'at !== undefined && at < size ? [] :',
    'at === undefined ? [] :',
  ),
  silence(
    'a break needs no tree',
    'if (!tree) return []',
    "if (!tree) return [reason('broken', id)]",
  ),
  silence('who awaited once broke it', '&& then.act === now.act', ''),
  silence(
    'who awaits breaks nothing',
    "rule.cells[then.effective] === 'breaks' && then",
    "rule.cells[then.effective] === 'aside' && then",
  ),
  silence(
    'who withdrew breaks nothing',
    "if (then.effective === 'withdrawn') return",
    "if (then.effective === 'silent') return",
  ),
  silence('amendments break every silence', "silence.amendment === 'yes' && amends", 'amends'),
  silence(
    'amendments break no silence',
    "silence.amendment === 'yes' && amends",
    "silence.amendment !== 'yes' && amends",
  ),
  silence(
    'objections do not break',
    "voice.effective === 'objects' || (",
    "voice.effective === 'silent' || (",
  ),
  silence(
    'a late extension makes receipts timely',
    'movedBefore(matter, certificate, matter.version.document.expiry ?? Infinity)',
    'expiryAt(matter, certificate.cited[matter.version.by]!)',
  ),
  silence(
    'a break after a closing that lacked the extension counts',
    'const tree = treeBefore(matter, certificate, certificate.trees.early[id], { id, limit })\n  return expiryAt(matter, tree?.size ?? 0)',
    'return expiryAt(matter, Number.isNaN(limit) ? 0 : certificate.cited[id]!)',
  ),
  silence('an early tree may be larger than the cut', 'tree.size <= cited[id]! && ', ''),
  silence(
    'an early tree may be late',
    'seenBy(tree, quorum) < limit ?',
    'seenBy(tree, quorum) < Infinity ?',
  ),
  silence(
    'an early tree at the last second is early',
    'seenBy(tree, quorum) < limit ?',
    'seenBy(tree, quorum) <= limit ?',
  ),

  judge(
    'after adoption what broke before still counts',
    'const heard = isAdopted ? heardLate',
    'const heard = !isAdopted ? heardLate',
  ),
  judge(
    'everybody’s silence is taken for consent',
    'deemed: matter.acknowledged[elector] !== undefined,',
    'deemed: true,',
  ),
  judge(
    'a silence opens at its expiry',
    'expiryAt(matter, sizes[version.by]!) + charter.grace',
    'expiryAt(matter, sizes[version.by]!)',
  ),
  judge(
    'under unanimity the silent are beside the gate',
    'rule.needsEveryVoice ? [] : incomplete',
    'incomplete',
  ),
]
