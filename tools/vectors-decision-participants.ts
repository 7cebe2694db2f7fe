import {
  ALL_BOUND,
  shut,
  stands,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import { forkAt } from './vectors-decision-voices.ts'
import { speak, START, text, voice, type Id, type Story } from './vectors-decision-world.ts'
import type { Said } from './vectors-case.ts'

/** Participants only: whoever the text names is in or out. And what has no gate: voices that are collected. */

type Words = Readonly<Partial<Record<Id, string>>>
const EVERYONE = { names: ['XA', 'XB', 'XC'] }

const vote = (words: Words, more: Said) => (story: Story) => {
  const on = story.say('CO', text('termination', more))
  speak(story, on, words)
  story.declare({ result: 'adopted', on, at: [START, START + 60] })
}

const RESERVES = { standing: 'stands-with-reservations', because: ['reserves XC'] }
const OUT = [
  'abstains',
  'abstains-constructively',
  'awaits-instructions',
  'objects',
  'withdrawn',
  'silent',
]

const CELLS: readonly {
  readonly voice: string
  readonly counts: string
  readonly all: Expected
  readonly two: Expected
}[] = [
  ...['complies', 'complies-with-statement'].map((word) => ({
    voice: word,
    counts: 'in',
    all: stands({ bound: ALL_BOUND }),
    two: stands({ bound: ALL_BOUND }),
  })),
  {
    voice: 'complies-with-reservation',
    counts: 'in, except what it reserves',
    all: stands({ ...RESERVES, bound: ['XA', 'XB', 'XC except 2'] }),
    two: stands({ ...RESERVES, bound: ['XA', 'XB', 'XC except 2'] }),
  },
  ...OUT.map((word) => ({
    voice: word,
    counts: 'out',
    all: shut('participants-missing'),
    two: stands({ bound: ['XA', 'XB'] }),
  })),
]

const ofCell = ({ voice, counts, all, two }: (typeof CELLS)[number]): DecisionCase[] =>
  (
    [
      ['all three are asked', {}, all],
      ['two of three are asked', { minimum: 2 }, two],
    ] as const
  ).map(([where, more, expected]) => ({
    name: `${voice} where ${where}`,
    why: `Cedar: ${counts}.`,
    cell: { rule: 'participants-only', voice, counts },
    tell: vote({ XA: 'complies', XB: 'complies', XC: voice }, { ...EVERYONE, ...more }),
    versions: [{ ...expected, voices: { XC: voice } }],
  }))

const ELECTORATE: readonly DecisionCase[] = [
  {
    name: 'an objection of a member that is not named',
    why: 'Only who is named is asked.',
    tell: vote({ XA: 'complies', XB: 'complies', XC: 'objects' }, { names: ['XA', 'XB'] }),
    versions: [stands({ bound: ['XA', 'XB'], voices: { XA: 'complies', XB: 'complies' } })],
  },
]

const asking = (minimum: number | undefined, ...names: readonly Id[]): DecisionCase => ({
  name: `${minimum ?? 'all'} of ${names.join(', ')}`,
  why: 'From one of one on, a text may ask for so many; those named are listed by id.',
  tell: vote({}, { names, ...(minimum !== undefined && { minimum }) }),
  versions: [shut('participants-missing')],
})
const undecidable = (name: string, why: string, more: Said): DecisionCase => ({
  name,
  why,
  tell: (story) => void story.say('CO', text('termination', more)),
  versions: [],
  void: ['version.participants'],
})

const UNDECIDABLE: readonly DecisionCase[] = [
  undecidable('nobody named', 'A text under this rule names at least one member.', {}),
  undecidable('an empty list of names', 'That is nobody.', { names: [] }),
  undecidable('nobody asked of two', 'The minimum is at least 1.', {
    names: ['XA', 'XB'],
    minimum: 0,
  }),
  undecidable('one named twice', 'Each is named once.', { names: ['XA', 'XA'] }),
  undecidable('the chair named', 'It has no voice.', { names: ['XA', 'CO'] }),
  undecidable('three asked of two', 'The minimum is at most the number of those named.', {
    names: ['XA', 'XB'],
    minimum: 3,
  }),
]

export const participants: DecisionFile = {
  name: 'participants-only',
  cases: [
    ...CELLS.flatMap(ofCell),
    ...ELECTORATE,
    asking(undefined, 'XA'),
    asking(1, 'XC', 'XA'),
    asking(2, 'XC', 'XB'),
    ...UNDECIDABLE,
  ],
}

const collected = (...words: readonly [XA: string, XB: string, XC: string]): DecisionCase => {
  const [XA, XB, XC] = words
  return {
    name: words.join(', '),
    why: 'Each nation’s own: nothing opens and nothing shuts, and a certificate proves nothing.',
    tell: (story) => {
      const on = story.say('CO', text('attribution'))
      speak(story, on, { XA, XB, XC })
      story.declare({ result: 'adopted', on, at: [START, START + 60] })
    },
    versions: [{ ...shut(), voices: { XA, XB, XC } }],
  }
}

/** What is certified or proved later changes nothing of what is collected. */
const LATER: readonly DecisionCase[] = [
  {
    name: 'a voice that ran out',
    why: 'Voices are as last said.',
    tell: (story) => {
      const on = story.say('CO', text('attribution'))
      const of = story.say('XA', voice(on, 'complies', { until: START }))
      story.declare({ result: 'expired', on, of, at: [START] })
    },
    versions: [{ ...shut(), certified: [], voices: { XA: 'complies' } }],
  },
  {
    name: 'a voice beyond a fork',
    why: 'Voices are as last said.',
    tell: (story) => {
      const on = story.say('CO', text('attribution'))
      speak(story, on, { XB: 'complies' })
      story.say('XA', forkAt('XB', 1))
    },
    versions: [{ ...shut(), voices: { XB: 'complies' } }],
  },
]

export const eachItsOwn: DecisionFile = {
  name: 'each-its-own',
  cases: [
    collected('complies', 'complies-with-statement', 'complies-with-reservation'),
    collected('abstains', 'abstains-constructively', 'awaits-instructions'),
    collected('objects', 'withdrawn', 'silent'),
    ...LATER,
  ],
}
