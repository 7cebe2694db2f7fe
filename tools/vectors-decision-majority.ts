import {
  shut,
  stands,
  undeclared,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import {
  EXPIRY,
  otherIds,
  PERIOD,
  speak,
  text,
  voice,
  type Id,
  type Story,
} from './vectors-decision-world.ts'

/** The qualified majority of TEU 16(4): who is for, how many, and for how many people. */

type Words = Readonly<Partial<Record<Id, string>>>

/** The vote, certified at its expiry. */
const vote =
  (words: Words, at: readonly number[] = [EXPIRY]) =>
  (story: Story) => {
    const on = story.say('CO', text('situation', { expiry: EXPIRY }))
    speak(story, on, words)
    story.declare({ result: 'adopted', on, at })
  }

const RESERVES = { standing: 'stands-with-reservations', because: ['reserves XC'] }

/**
 * Birch abstains and Alder is for: Cedar carries the text or not, for it has one of two votes that are needed. And with
 * two others for, no voice of Cedar stops it, for 67 in 100 are for.
 */
const CELLS: readonly {
  readonly voice: string
  readonly counts: string
  readonly decides: Expected
  readonly last: Expected
}[] = [
  { voice: 'complies', counts: 'for', decides: stands(), last: stands() },
  { voice: 'complies-with-statement', counts: 'for', decides: stands(), last: stands() },
  {
    voice: 'complies-with-reservation',
    counts: 'for',
    decides: stands(RESERVES),
    last: stands(RESERVES),
  },
  ...['abstains', 'abstains-constructively', 'awaits-instructions', 'objects', 'withdrawn'].map(
    (word) => ({
      voice: word,
      counts:
        {
          'abstains-constructively': 'not for; counts to the double third',
          objects: 'not for; with `vital` it shuts before adoption (brake)',
        }[word] ?? 'not for',
      decides: shut('below-members', 'below-population'),
      last: stands(),
    }),
  ),
  {
    voice: 'silent',
    counts: 'not for',
    decides: { ...shut('below-members', 'below-population'), notBefore: EXPIRY },
    last: stands(),
  },
]

const ofCell = (cell: (typeof CELLS)[number]): DecisionCase[] => {
  const { voice: word, counts, decides, last } = cell
  const voices = { XC: word }
  const about = {
    why: `Cedar: ${counts}.`,
    cell: { rule: 'qualified-majority', voice: word, counts },
  }
  return [
    {
      ...about,
      name: `${word} where it decides`,
      tell: vote({ XA: 'complies', XB: 'abstains', XC: word }),
      versions: [{ ...decides, voices }],
    },
    {
      ...about,
      name: `${word} beside two consents`,
      tell: vote({ XA: 'complies', XB: 'complies', XC: word }),
      versions: [{ ...last, voices }],
    },
  ]
}

/** Alder and Birch are for; Cedar objects for reasons of national policy. */
const braked =
  (at: number, more = {}) =>
  (story: Story) => {
    const on = story.say('CO', text('situation', { expiry: EXPIRY }))
    speak(story, on, { XA: 'complies', XB: 'complies' })
    story.say('XC', voice(on, 'objects', { vital: true, ...more }))
    story.declare({ result: 'adopted', on, at: [at] })
  }

const BRAKE: readonly DecisionCase[] = [
  {
    name: 'a vital objection',
    why: 'Cedar pulls the brake of TEU 31(2): the majority that is there adopts nothing.',
    tell: braked(EXPIRY),
    versions: [shut('brake XC')],
  },
  {
    name: 'a vital objection after adoption',
    why: 'A brake counts only inside the cut of the certificate.',
    tell: (story) => {
      const on = story.say('CO', text('situation', { expiry: EXPIRY }))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'abstains' })
      story.declare({ result: 'adopted', on, at: [EXPIRY] })
      story.say('XC', voice(on, 'objects', { vital: true }))
    },
    versions: [stands()],
  },
  {
    name: 'a vital objection that ran out by then',
    why: 'At the expiry its end is reached: it is silence, and the vote is over.',
    tell: braked(EXPIRY, { until: EXPIRY }),
    versions: [stands()],
  },
]

const TIME: readonly DecisionCase[] = [
  {
    name: 'a second before the expiry, and Cedar silent',
    why: 'No cut is chosen before a brake.',
    tell: vote({ XA: 'complies', XB: 'complies' }, [EXPIRY - 1]),
    versions: [undeclared({ notBefore: EXPIRY })],
  },
  {
    name: 'a second before the expiry, and everyone has spoken',
    why: 'Nobody is left who could pull a brake unheard.',
    tell: vote({ XA: 'complies', XB: 'complies', XC: 'objects' }, [EXPIRY - 1]),
    versions: [stands()],
  },
  {
    name: 'a text without an expiry',
    why: 'A vote ends at some time.',
    tell: (story) => void story.say('CO', text('situation')),
    versions: [],
    void: ['version.expiry'],
  },
]

const THIRD_OFF: DecisionCase = {
  name: 'a double third where the charter does not ask',
  why: 'Under a majority the test is off unless the charter switches it on.',
  tell: vote({ XA: 'abstains-constructively', XB: 'complies', XC: 'complies' }),
  versions: [stands()],
}

export const majority: DecisionFile = {
  name: 'qualified-majority',
  cases: [...CELLS.flatMap(ofCell), ...BRAKE, ...TIME, THIRD_OFF],
}

/** Under a charter that switches the double third on. */
export const majorityThird: DecisionFile = {
  name: 'qualified-majority-double-third',
  rules: { doubleThirdUnderMajority: true },
  cases: [
    {
      name: 'one constructive abstention of 34 in 100',
      why: 'A third of the members and of the population: shut, though 66 in 100 are for.',
      tell: vote({ XA: 'abstains-constructively', XB: 'complies', XC: 'complies' }),
      versions: [shut('double-third')],
    },
    {
      name: 'one constructive abstention of 33 in 100',
      why: 'Less than a third of the population.',
      tell: vote({ XA: 'complies', XB: 'abstains-constructively', XC: 'complies' }),
      versions: [stands()],
    },
    {
      name: 'an objection of 34 in 100',
      why: 'Not for, and not to the double third.',
      tell: vote({ XA: 'objects', XB: 'complies', XC: 'complies' }),
      versions: [stands()],
    },
  ],
}

/** Under a charter whose populations lie at the boundary of 65 in 100. */
const population = [36, 35, 29] as const
export const majorityPopulation: DecisionFile = {
  name: 'qualified-majority-population',
  rules: { population },
  cases: [
    {
      name: '64 in 100 for',
      why: 'Below 65, and the one that is not for is enough to block.',
      tell: vote({ XA: 'objects', XB: 'complies', XC: 'complies' }),
      versions: [shut('below-population')],
    },
    {
      name: '65 in 100 for',
      why: 'At least 65.',
      tell: vote({ XA: 'complies', XB: 'objects', XC: 'complies' }),
      versions: [stands()],
    },
  ],
}
export const majorityBlocking: DecisionFile = {
  name: 'qualified-majority-blocking',
  rules: { population, blocking: 2 },
  cases: [
    {
      name: '64 in 100 for, and one not for where two block',
      why: 'Fewer than the blocking number are not for (TEU 16(4)).',
      tell: vote({ XA: 'objects', XB: 'complies', XC: 'complies' }),
      versions: [stands()],
    },
    {
      name: '36 in 100 for, and two not for',
      why: 'One of three members, for 36 in 100.',
      tell: vote({ XA: 'complies', XB: 'objects', XC: 'objects' }),
      versions: [shut('below-members', 'below-population')],
    },
  ],
}
export const majorityMinimum: DecisionFile = {
  name: 'qualified-majority-minimum',
  rules: { minimum: 3 },
  cases: [
    {
      name: 'two of three for where three are asked',
      why: 'The charter’s least number of members is not reached.',
      tell: vote({ XA: 'complies', XB: 'complies', XC: 'abstains' }),
      versions: [shut('below-minimum')],
    },
    {
      name: 'three of three for',
      why: 'It is reached.',
      tell: vote({ XA: 'complies', XB: 'complies', XC: 'complies' }),
      versions: [stands()],
    },
  ],
}

/** Under a charter of twice as many people, so that half a person in a hundred is one. */
export const majorityHalf: DecisionFile = {
  name: 'qualified-majority-half',
  rules: { population: [71, 70, 59] },
  cases: [
    {
      name: '64.5 in 100 for',
      why: 'Below 65; all tests are in whole numbers and nothing is rounded.',
      tell: vote({ XA: 'objects', XB: 'complies', XC: 'complies' }),
      versions: [shut('below-population')],
    },
  ],
}

/** Alder, Birch, Cedar and so many others say that they comply; the rest object. */
const others =
  (count: number, complying: number) =>
  (story: Story): void => {
    const on = story.say('CO', text('situation', { expiry: EXPIRY }))
    speak(story, on, { XA: 'complies', XB: 'complies', XC: 'complies' })
    for (const [at, id] of otherIds(count).entries())
      story.say(id, voice(on, at < complying ? 'complies' : 'objects'))
  }

/** Seven of eleven adopt the text, one of the others pulls the brake, and Cedar, which was silent, owes a reaffirmation. */
function brakedLate(story: Story): void {
  const on = story.say('CO', text('situation', { expiry: EXPIRY }))
  speak(story, on, { XA: 'complies', XB: 'complies' })
  const [braking, ...complying] = otherIds(6)
  for (const id of complying) story.say(id, voice(on, 'complies'))
  story.declare({ result: 'adopted', on, at: [EXPIRY] })
  story.say(braking!, voice(on, 'objects', { vital: true }))
  story.declare({ result: 'lapsed', window: 1, on, closings: { XC: [EXPIRY + PERIOD] } })
}

/** Under charters whose members lie at the boundary of 55 in 100, and just below it. */
export const majorityTwenty: DecisionFile = {
  name: 'qualified-majority-twenty',
  rules: { others: 17 },
  cases: [
    {
      name: 'eleven of twenty for',
      why: 'At least 55 in 100 of the members.',
      tell: others(17, 8),
      versions: [undeclared()],
    },
  ],
}
export const majorityEleven: DecisionFile = {
  name: 'qualified-majority-eleven',
  rules: { others: 8 },
  cases: [
    {
      name: 'six of eleven for',
      why: 'Below 55 in 100 of the members, by less than one in 100.',
      tell: others(8, 3),
      versions: [shut('below-members')],
    },
    {
      name: 'a reaffirmation is overdue, and a brake was pulled after adoption',
      why: 'The majority is there without Cedar, and a brake counts before adoption alone: nothing lapsed.',
      tell: brakedLate,
      versions: [stands()],
    },
  ],
}
