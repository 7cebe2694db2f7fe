import type { ActId } from '@entente/accord'
import {
  stands,
  undeclared,
  type DecisionCase,
  type DecisionFile,
} from './vectors-decision-expected.ts'
import { all, bothSay, says, SOON, tellSilence } from './vectors-decision-silent.ts'
import { DAY, EXPIRY, NOTICE, OVER, text, voice, type Story } from './vectors-decision-world.ts'

/** What the early trees and the closings of a silence have to show, and what a second too late does. */

const open = undeclared({ notBefore: OVER })
const consents = all(bothSay('complies'), says('XC', 'complies'))

const AWAITING: readonly DecisionCase[] = [
  {
    name: 'awaiting that was lifted after the early tree',
    why: 'It was held in the early tree: what lifts it must be in a tree cosigned before the expiry.',
    tell: tellSilence({
      before: all(bothSay('complies'), says('XC', 'awaits-instructions')),
      later: says('XC', 'complies'),
    }),
    versions: [open],
  },
  {
    name: 'awaiting that came after the early tree and was lifted',
    why: 'It was held at some time from the early tree on.',
    tell: tellSilence({ before: consents, later: says('XC', 'awaits-instructions', 'complies') }),
    versions: [open],
  },
  {
    name: 'awaiting that was lifted before the early tree',
    why: 'It was not held from the early tree on.',
    tell: tellSilence({
      before: all(bothSay('complies'), says('XC', 'awaits-instructions', 'complies')),
    }),
    versions: [stands()],
  },
]

const RECEIPTS: readonly DecisionCase[] = [
  {
    name: 'a receipt a second before the last',
    why: 'The quorum had seen it more than the notice before the expiry.',
    tell: tellSilence({ before: bothSay('complies'), seen: EXPIRY - NOTICE - 1 }),
    versions: [stands()],
  },
  {
    name: 'a receipt a second too late',
    why: 'Seen exactly the notice before the expiry: Cedar’s silence is no consent, and no certificate shows any.',
    tell: tellSilence({ before: bothSay('complies'), seen: EXPIRY - NOTICE }),
    versions: [open],
  },
  {
    name: 'a receipt and no early tree',
    why: 'Without an early tree nothing shows when Cedar had the text.',
    tell: tellSilence({ before: bothSay('complies'), seen: { XC: null } }),
    versions: [open],
  },
]

const CONSENTS: readonly DecisionCase[] = [
  {
    name: 'consents seen a second before the expiry',
    why: 'A consent must be in a tree that the quorum had cosigned before the expiry; the notice is for receipts.',
    tell: tellSilence({ before: consents, seen: EXPIRY - 1 }),
    versions: [stands()],
  },
  {
    name: 'consents seen at the expiry',
    why: 'Too late: all are silent.',
    tell: tellSilence({ before: consents, seen: EXPIRY }),
    versions: [open],
  },
  {
    name: 'a consent after the early tree, and no other',
    why: 'Cedar was silent in its early tree: it is deemed to consent, and nobody is expressly for.',
    tell: tellSilence({ before: bothSay('abstains'), later: says('XC', 'complies') }),
    versions: [open],
  },
  {
    name: 'an abstention in the early tree, a consent later, and no other',
    why: 'The weakest voice from the early tree on counts.',
    tell: tellSilence({
      before: all(bothSay('abstains'), says('XC', 'abstains')),
      later: says('XC', 'complies'),
    }),
    versions: [open],
  },
]

const until = (end: number) =>
  tellSilence({
    before: all(bothSay('complies'), (story: Story, on: ActId) => {
      story.say('XC', voice(on, 'complies', { until: end }))
    }),
  })
const ENDS: readonly DecisionCase[] = [
  {
    name: 'a consent that ends when the silence can be certified',
    why: 'It counts as silence, and a voice that ran out is never deemed consent.',
    tell: until(OVER),
    versions: [open],
  },
  {
    name: 'a consent that ends a second later',
    why: 'It still stands.',
    tell: until(OVER + 1),
    versions: [stands()],
  },
]

const CLOSINGS: readonly DecisionCase[] = [
  {
    name: 'closings a second before expiry and grace',
    why: 'The trees must be current at expiry and grace.',
    tell: tellSilence({ before: consents, at: OVER - 1 }),
    versions: [open],
  },
  {
    name: 'a filer that is an elector and says nothing',
    why: 'For whoever filed the text the text itself is the acknowledgement: Alder is deemed to consent.',
    tell: tellSilence({
      kind: 'lessons',
      by: 'XA',
      before: all(says('XB', 'complies'), says('XC', 'complies')),
    }),
    versions: [stands({ bound: ['XA', 'XB', 'XC'] })],
  },
]

const LATER = EXPIRY + DAY
const extend = (story: Story, on: ActId) =>
  void story.say('CO', { kind: 'extend', on, until: LATER })
/** Cedar’s receipt was seen when the first end was over already. */
const lateReceipt = { CO: SOON, XA: SOON, XB: SOON, XC: EXPIRY }
const EXTENSIONS: readonly DecisionCase[] = [
  {
    name: 'extended, and certified at the first end',
    why: 'An extension in the closing tree moves the closing.',
    tell: tellSilence({ before: all(consents, extend) }),
    versions: [undeclared({ notBefore: OVER + DAY })],
  },
  {
    name: 'extended in time, and a receipt after the first end',
    why: 'The extension was in a tree cosigned before the expiry, so receipts are measured against the new end.',
    tell: tellSilence({
      before: all(bothSay('complies'), extend),
      seen: lateReceipt,
      at: OVER + DAY,
    }),
    versions: [stands()],
  },
  {
    name: 'extended late, and a receipt after the first end',
    why: 'A late extension moves the closing and revives no silence.',
    tell: tellSilence({
      before: bothSay('complies'),
      later: extend,
      seen: lateReceipt,
      at: OVER + DAY,
    }),
    versions: [undeclared({ notBefore: OVER + DAY })],
  },
  {
    name: 'extended by who did not file it',
    why: 'Only whoever filed the text moves its end.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      story.say('XA', { kind: 'extend', on, until: LATER })
    },
    versions: [
      {
        ...undeclared({ notBefore: OVER }),
        gate: 'shut',
        because: ['unacknowledged XA', 'unacknowledged XB', 'unacknowledged XC', 'nobody-for'],
        shutBy: ['unacknowledged XA', 'unacknowledged XB', 'unacknowledged XC', 'nobody-for'],
      },
    ],
    void: ['act.not-competent'],
  },
]

export const silenceTimes: DecisionFile = {
  name: 'silence-times',
  cases: [...AWAITING, ...RECEIPTS, ...CONSENTS, ...ENDS, ...CLOSINGS, ...EXTENSIONS],
}
