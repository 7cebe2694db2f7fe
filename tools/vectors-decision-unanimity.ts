import {
  ALL_BOUND,
  shut,
  stands,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import { speak, START, text, voice, type Id, type Story } from './vectors-decision-world.ts'

/** Express unanimity: each voice beside two consents, and beside two abstentions, where it would have to carry the text. */

type Words = Readonly<Partial<Record<Id, string>>>

const vote = (words: Words) => (story: Story) => {
  const on = story.say('CO', text('position'))
  speak(story, on, words)
  story.declare({ result: 'adopted', on, at: [START, START + 60] })
}

/** What the table says of each voice, and what follows beside two consents and beside two abstentions. */
const CELLS: readonly {
  readonly voice: string
  readonly counts: string
  readonly consents: Expected
  readonly abstentions: Expected
}[] = [
  {
    voice: 'complies',
    counts: 'for',
    consents: stands({ bound: ALL_BOUND }),
    abstentions: stands({ bound: ALL_BOUND }),
  },
  {
    voice: 'complies-with-statement',
    counts: 'for',
    consents: stands({ bound: ALL_BOUND }),
    abstentions: stands({ bound: ALL_BOUND }),
  },
  {
    voice: 'complies-with-reservation',
    counts: 'for, except what it reserves',
    consents: stands({
      standing: 'stands-with-reservations',
      because: ['reserves XC'],
      bound: ['XA', 'XB', 'XC except 2'],
    }),
    abstentions: stands({
      standing: 'stands-with-reservations',
      because: ['reserves XC'],
      bound: ['XA', 'XB', 'XC except 2'],
    }),
  },
  {
    voice: 'abstains',
    counts: 'does not stop; bound',
    consents: stands({ bound: ALL_BOUND }),
    abstentions: shut('nobody-for'),
  },
  {
    voice: 'abstains-constructively',
    counts: 'does not stop; not bound; counts to the double third',
    consents: stands({ bound: ['XA', 'XB'] }),
    abstentions: shut('nobody-for'),
  },
  {
    voice: 'awaits-instructions',
    counts: 'shuts',
    consents: shut('awaits-instructions XC'),
    abstentions: shut('awaits-instructions XC', 'nobody-for'),
  },
  {
    voice: 'objects',
    counts: 'shuts',
    consents: shut('objects XC'),
    abstentions: shut('objects XC', 'nobody-for'),
  },
  {
    voice: 'withdrawn',
    counts: 'shuts',
    consents: shut('withdrawn XC'),
    abstentions: shut('withdrawn XC', 'nobody-for'),
  },
  {
    voice: 'silent',
    counts: 'shuts',
    consents: shut('silent XC'),
    abstentions: shut('silent XC', 'nobody-for'),
  },
]

const ofCell = ({ voice, counts, consents, abstentions }: (typeof CELLS)[number]): DecisionCase[] =>
  (
    [
      ['complies', 'two consents', consents],
      ['abstains', 'two abstentions', abstentions],
    ] as const
  ).map(([others, beside, expected]) => ({
    name: `${voice} beside ${beside}`,
    why: `Cedar: ${counts}.`,
    cell: { rule: 'express-unanimity', voice, counts },
    tell: vote({ XA: others, XB: others, XC: voice }),
    versions: [{ ...expected, voices: { XC: voice } }],
  }))

const DOUBLE_THIRD: readonly DecisionCase[] = [
  {
    name: 'one constructive abstention of 34 in 100',
    why: 'One member of three, and more than a third of the population: TEU 31(1) stops it.',
    tell: vote({ XA: 'abstains-constructively', XB: 'complies', XC: 'complies' }),
    versions: [shut('double-third')],
  },
  {
    name: 'one constructive abstention of 33 in 100',
    why: 'One member of three, and less than a third of the population.',
    tell: vote({ XA: 'complies', XB: 'abstains-constructively', XC: 'complies' }),
    versions: [stands({ bound: ['XA', 'XC'] })],
  },
  {
    name: 'one plain abstention of 34 in 100',
    why: 'Only who abstains constructively counts to the double third.',
    tell: vote({ XA: 'abstains', XB: 'complies', XC: 'complies' }),
    versions: [stands({ bound: ALL_BOUND })],
  },
]

const VITAL: DecisionCase = {
  name: 'a vital objection',
  why: 'There is a brake on a majority alone: here it is an objection like another.',
  tell: (story) => {
    const on = story.say('CO', text('position'))
    speak(story, on, { XA: 'complies', XB: 'complies' })
    story.say('XC', voice(on, 'objects', { vital: true }))
  },
  versions: [shut('objects XC')],
}

const WEAKER: readonly DecisionCase[] = [
  {
    name: 'the Union voice is the weaker one',
    why: 'A voice is the weaker of the two: objects towards the Union, complies nationally.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      story.say('XC', { kind: 'comply', on, union: 'objects', national: 'complies' })
    },
    versions: [{ ...shut('objects XC'), voices: { XC: 'objects' } }],
  },
  {
    name: 'a later voice replaces the whole earlier one',
    why: 'An objection that was lifted shuts nothing under this rule.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'objects' })
      speak(story, on, { XC: 'complies' })
      story.declare({ result: 'adopted', on, at: [START, START + 60] })
    },
    versions: [stands({ bound: ALL_BOUND })],
  },
  {
    name: 'a voice after a withdrawal',
    why: 'A withdrawal is final for this text.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'withdrawn' })
      speak(story, on, { XC: 'complies' })
      story.declare({ result: 'adopted', on, at: [START, START + 60] })
    },
    versions: [{ ...shut('withdrawn XC'), voices: { XC: 'withdrawn' } }],
  },
  {
    name: 'a reservation without a clause',
    why: 'It is an interpretative statement and excepts nothing.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      story.say('XC', {
        kind: 'comply',
        on,
        union: 'complies',
        national: 'complies-with-reservation',
        reservations: [{ axis: 'national', text: 'It reads clause 2 as the Articles do.' }],
      })
      story.declare({ result: 'adopted', on, at: [START, START + 60] })
    },
    versions: [stands({ bound: ALL_BOUND, voices: { XC: 'complies-with-reservation' } })],
  },
  {
    name: 'a reservation beside a weaker voice',
    why: 'The effective voice abstains: what is reserved beside it is on record and excepts nothing.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      story.say('XC', {
        kind: 'comply',
        on,
        union: 'abstains',
        national: 'complies-with-reservation',
        reservations: [{ axis: 'national', clause: '2', text: 'As far as its law allows.' }],
      })
      story.declare({ result: 'adopted', on, at: [START, START + 60] })
    },
    versions: [stands({ bound: ALL_BOUND, voices: { XC: 'abstains' } })],
  },
]

export const unanimity: DecisionFile = {
  name: 'express-unanimity',
  cases: [...CELLS.flatMap(ofCell), ...DOUBLE_THIRD, VITAL, ...WEAKER],
}

/** Under a charter whose members have equal populations. */
export const unanimityThird: DecisionFile = {
  name: 'express-unanimity-third',
  rules: { population: [33, 33, 33] },
  cases: [
    {
      name: 'one constructive abstention of exactly a third',
      why: 'At least a third of the members and of the population, in whole numbers.',
      tell: vote({ XA: 'complies', XB: 'complies', XC: 'abstains-constructively' }),
      versions: [shut('double-third')],
    },
  ],
}

const APART = 'abstains-constructively'
/** Under a charter whose chair is the fourth member. */
export const unanimityFour: DecisionFile = {
  name: 'express-unanimity-four',
  rules: { population: [40, 10, 10, 40] },
  cases: [
    {
      name: 'one constructive abstention of four, of 40 in 100',
      why: 'More than a third of the population, and one member of four is less than a third of them.',
      tell: vote({ XA: APART, XB: 'complies', XC: 'complies', CO: 'complies' }),
      versions: [stands()],
    },
    {
      name: 'two constructive abstentions of four, of 20 in 100',
      why: 'More than a third of the members, and less than a third of the population.',
      tell: vote({ XA: 'complies', XB: APART, XC: APART, CO: 'complies' }),
      versions: [stands()],
    },
    {
      name: 'two constructive abstentions of four, of 50 in 100',
      why: 'A third of both.',
      tell: vote({ XA: APART, XB: APART, XC: 'complies', CO: 'complies' }),
      versions: [shut('double-third')],
    },
  ],
}
