// The decision table and why a gate is shut: spec/decision.md section 3, spec/state.md section 4.

const FOR = {
  complies: 'for',
  'complies-with-statement': 'for',
  'complies-with-reservation': 'for',
}
const cells = (abstains, aside, others, silent = others) => ({
  ...FOR,
  abstains,
  'abstains-constructively': aside,
  'awaits-instructions': others,
  objects: others,
  withdrawn: others,
  silent,
})

const sum = (votes) => votes.reduce((all, { population }) => all + BigInt(population), 0n)
const of = (votes, count) => votes.filter((one) => one.count === count)
const isDoubleThird = (votes) => {
  const aside = of(votes, 'aside')
  return aside.length > 0 && 3 * aside.length >= votes.length && 3n * sum(aside) >= sum(votes)
}
/** `[code, source, isMet]`. */
const ONE_IS_FOR = ['nobody-for', 'none', (votes) => of(votes, 'for').length > 0]
const NO_THIRD = ['double-third', 'teu-31-1-2', (votes) => !isDoubleThird(votes)]

/** Per rule its source, cells, demands; whether a text needs an expiry. `each-its-own` has no gate. */
export const RULES = {
  'express-unanimity': {
    source: 'teu-31-1',
    cells: cells('bound', 'aside', 'shuts'),
    demands: [ONE_IS_FOR, NO_THIRD],
  },
  silence: {
    needsExpiry: true,
    cells: cells('bound', 'aside', 'shuts', 'deemed'),
    demands: [ONE_IS_FOR, NO_THIRD],
  },
  'qualified-majority': {
    source: 'teu-16-4',
    needsExpiry: true,
    cells: cells('not-for', 'aside', 'not-for'),
    demands: [
      ['below-members', 'teu-16-4', (votes) => 100 * of(votes, 'for').length >= 55 * votes.length],
      ['below-minimum', 'teu-16-4', (votes, { minimum }) => of(votes, 'for').length >= minimum],
      [
        'below-population',
        'teu-16-4',
        (votes, { blocking }) =>
          votes.length - of(votes, 'for').length < blocking ||
          100n * sum(of(votes, 'for')) >= 65n * sum(votes),
      ],
      [
        'double-third',
        'none',
        (votes, { doubleThirdUnderMajority }) =>
          !(doubleThirdUnderMajority && isDoubleThird(votes)),
      ],
    ],
  },
  'participants-only': {
    source: 'ep-e-9-2022-000267',
    cells: cells('out', 'out', 'out'),
    demands: [
      [
        'participants-missing',
        'ep-e-9-2022-000267',
        (votes, _charter, text) => of(votes, 'for').length >= (text.minimum ?? votes.length),
      ],
    ],
  },
  'each-its-own': {},
}

export const BREAKS_BY_AMENDMENT = { 'eu-coreu': false, osce: true, nato: false }
const SILENCE_SOURCES = {
  'eu-coreu': 'council-rop-12-2-d',
  osce: 'osce-rop-annex-1-a',
  nato: 'nato-silence',
}
export const sourceOf = ({ rule, model }) =>
  rule === 'silence' ? SILENCE_SOURCES[model] : RULES[rule].source

/** What a voice does under the rule: `{voice, deemed, broke, late}` as the gate hears it. */
function countOf({ rule }, { voice, deemed, broke, late }) {
  if (broke !== undefined) return 'shuts'
  if (rule === 'qualified-majority' && voice.vital && !late) return 'brakes'
  const cell = RULES[rule].cells[voice.effective]
  if (cell !== 'deemed') return cell
  return deemed && !voice.ranOut ? 'consents' : 'shuts'
}

export const isCarried = (matter, heard) => ['for', 'consents'].includes(countOf(matter, heard))

/** Why these voices, in the order of the electors, shut the gate; none where it is open. */
export function whyShut(matter, said) {
  const { charter, text, rule, electors } = matter
  const votes = electors.map(({ population }, at) => ({
    population,
    count: countOf(matter, said[at]),
  }))
  return [
    ...electors.flatMap(({ id }, at) =>
      ['shuts', 'brakes'].includes(votes[at].count) ? [whyVoice(matter, id, said[at])] : [],
    ),
    ...RULES[rule].demands
      .filter(([, , isMet]) => !isMet(votes, charter, text))
      .map(([code, source]) => ({ code, version: text.id, rule, source })),
  ]
}

function whyVoice(matter, member, heard) {
  const { voice, broke } = heard
  const { effective, act, ranOut } = voice
  const brakes = countOf(matter, heard) === 'brakes'
  const { text, rule } = matter
  const about = {
    version: text.id,
    rule,
    source: brakes ? 'teu-31-2' : sourceOf(matter),
    member,
  }
  if (broke !== undefined && effective !== 'objects' && effective !== 'withdrawn')
    return { code: 'broken', ...about, act: broke }
  const isUnheard = rule === 'silence' && effective === 'silent'
  const plain = ranOut ? 'ran-out' : isUnheard ? 'unacknowledged' : effective
  return {
    code: brakes ? 'brake' : plain,
    ...about,
    ...(act !== undefined && { act }),
    ...(effective !== 'silent' &&
      effective !== 'withdrawn' && {
        axes: ['union', 'national'].filter((axis) => voice[axis] === effective),
      }),
  }
}
