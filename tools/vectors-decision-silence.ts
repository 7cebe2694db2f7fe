import {
  ALL_BOUND,
  broken,
  shut,
  stands,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import { all, bothSay, says, tellSilence } from './vectors-decision-silent.ts'
import { OVER, text } from './vectors-decision-world.ts'

/** Silence: each voice beside two consents, and beside two abstentions, where nobody else is expressly for. */

const waits = (expected: Expected): Expected => ({ ...expected, notBefore: OVER })
const RESERVES = {
  standing: 'stands-with-reservations',
  because: ['reserves XC'],
  bound: ['XA', 'XB', 'XC except 2'],
}

const CELLS: readonly {
  readonly voice: string
  readonly counts: string
  readonly consents: Expected
  readonly abstentions: Expected
}[] = [
  ...['complies', 'complies-with-statement'].map((word) => ({
    voice: word,
    counts: 'for, expressed',
    consents: stands({ bound: ALL_BOUND }),
    abstentions: stands({ bound: ALL_BOUND }),
  })),
  {
    voice: 'complies-with-reservation',
    counts: 'for, except what it reserves',
    consents: stands(RESERVES),
    abstentions: stands(RESERVES),
  },
  {
    voice: 'abstains',
    counts: 'does not stop; bound',
    consents: stands({ bound: ALL_BOUND }),
    abstentions: waits(shut('nobody-for')),
  },
  {
    voice: 'abstains-constructively',
    counts: 'does not stop; not bound; counts to the double third',
    consents: stands({ bound: ['XA', 'XB'] }),
    abstentions: waits(shut('nobody-for')),
  },
  {
    voice: 'awaits-instructions',
    counts: 'breaks if held at any time from the early tree on',
    consents: waits(shut('awaits-instructions XC')),
    abstentions: waits(shut('awaits-instructions XC', 'nobody-for')),
  },
  {
    voice: 'objects',
    counts: 'breaks if ever held',
    consents: waits(broken('objects XC')),
    abstentions: { ...broken('objects XC'), shutBy: ['objects XC', 'nobody-for'] },
  },
  {
    voice: 'withdrawn',
    counts: 'breaks',
    consents: waits(broken('withdrawn XC')),
    abstentions: { ...broken('withdrawn XC'), shutBy: ['withdrawn XC', 'nobody-for'] },
  },
  {
    voice: 'silent',
    counts: 'deemed consent where acknowledged in time, else breaks',
    consents: stands({ bound: ALL_BOUND }),
    abstentions: waits(shut('nobody-for')),
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
    cell: { rule: 'silence', voice, counts },
    tell: tellSilence({ before: all(bothSay(others), says('XC', voice)) }),
    versions: [{ ...expected, voices: { XC: voice } }],
  }))

const UNACKNOWLEDGED: DecisionCase = {
  name: 'silent without a receipt',
  why: 'Nothing shows that Cedar had the text: its silence is no consent.',
  cell: {
    rule: 'silence',
    voice: 'silent',
    counts: 'deemed consent where acknowledged in time, else breaks',
  },
  tell: tellSilence({ receipts: ['XA', 'XB'], before: bothSay('complies') }),
  versions: [waits(shut('unacknowledged XC'))],
}

const NEVER_LIFTED: readonly DecisionCase[] = [
  {
    name: 'an objection that was lifted before the early tree',
    why: 'It breaks if it was ever held.',
    cell: { rule: 'silence', voice: 'objects', counts: 'breaks if ever held' },
    tell: tellSilence({ before: all(bothSay('complies'), says('XC', 'objects', 'complies')) }),
    versions: [broken('broken XC')],
  },
  {
    name: 'an objection that came after the early tree and was lifted',
    why: 'It breaks if it was ever held.',
    tell: tellSilence({
      before: all(bothSay('complies'), says('XC', 'complies')),
      later: says('XC', 'objects', 'complies'),
    }),
    versions: [broken('broken XC')],
  },
]

const BROKE: readonly DecisionCase[] = [
  {
    name: 'an objection and then a withdrawal',
    why: 'Of one elector one reason is given: it is withdrawn.',
    tell: tellSilence({ before: all(bothSay('complies'), says('XC', 'objects', 'withdrawn')) }),
    versions: [broken('withdrawn XC')],
  },
  {
    name: 'an objection that was lifted, and nobody else for',
    why: 'Whoever broke a silence is heard as nothing else: it is not expressly for.',
    tell: tellSilence({ before: says('XC', 'objects', 'complies') }),
    versions: [{ ...broken('broken XC'), shutBy: ['broken XC', 'nobody-for'] }],
  },
  {
    name: 'an objection that became a constructive abstention of 34 in 100',
    why: 'Nor is it in the double third.',
    tell: tellSilence({
      before: all(says('XA', 'objects', 'abstains-constructively'), says('XB', 'complies')),
    }),
    versions: [broken('broken XA')],
  },
]

const DOUBLE_THIRD: readonly DecisionCase[] = [
  {
    name: 'one constructive abstention of 34 in 100',
    why: 'TEU 31(1) holds for what is adopted by silence too.',
    tell: tellSilence({
      before: all(says('XA', 'abstains-constructively'), says('XB', 'complies')),
    }),
    versions: [waits(shut('double-third'))],
  },
  {
    name: 'one constructive abstention of 33 in 100',
    why: 'Less than a third of the population.',
    tell: tellSilence({
      before: all(says('XA', 'complies'), says('XB', 'abstains-constructively')),
    }),
    versions: [stands({ bound: ['XA', 'XC'] })],
  },
]

const TEXTS: readonly DecisionCase[] = [
  {
    name: 'a text without an expiry',
    why: 'A silence ends at some time.',
    tell: (story) => void story.say('CO', text('term')),
    versions: [],
    void: ['version.expiry'],
  },
]

export const silence: DecisionFile = {
  name: 'silence',
  cases: [
    ...CELLS.flatMap(ofCell),
    UNACKNOWLEDGED,
    ...NEVER_LIFTED,
    ...BROKE,
    ...DOUBLE_THIRD,
    ...TEXTS,
  ],
}
