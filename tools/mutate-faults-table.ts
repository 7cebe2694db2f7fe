import { inFile, type Mutant } from './mutate-fault.ts'
import { RESULT_MUTANTS } from './mutate-faults-results.ts'

const rule = inFile('rule.ts')
const gate = inFile('gate.ts')
const attested = inFile('attested.ts')
const matter = inFile('matter.ts')

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
  ...RESULT_MUTANTS,
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
  matter('certified ends are forgotten', 'gone.has(voice.act) ?', 'gone.size < 0 ?'),
]
