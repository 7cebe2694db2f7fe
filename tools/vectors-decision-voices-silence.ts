import type { ActId } from '@entente/accord'
import {
  broken,
  shut,
  stands,
  undeclared,
  type DecisionCase,
  type DecisionFile,
} from './vectors-decision-expected.ts'
import { all, bothSay, says, SOON, tellSilence } from './vectors-decision-silent.ts'
import { forkAt } from './vectors-decision-voices.ts'
import {
  DAY,
  EXPIRY,
  OVER,
  speak,
  START,
  text,
  voice,
  type Story,
} from './vectors-decision-world.ts'
import { WITNESS_NAMES } from './vectors-case.ts'

/** What acknowledges a text, extends it or breaks it is about this text and no other; and when a quorum is a quorum. */

const open = (...shutBy: readonly string[]) => ({ ...shut(...shutBy), notBefore: OVER })
const XC_RECALLS = (story: Story, on: ActId) =>
  void story.say('XC', { kind: 'recall', of: on, reason: 'It was sent too early.' })

const RECEIPTS: readonly DecisionCase[] = [
  {
    name: 'a recall that names the text',
    why: 'Only a receipt acknowledges.',
    tell: tellSilence({ receipts: ['XA', 'XB'], before: all(bothSay('complies'), XC_RECALLS) }),
    versions: [open('unacknowledged XC')],
  },
  {
    name: 'a receipt of another act',
    why: 'Cedar acknowledged what nobody asks of it.',
    tell: tellSilence({
      receipts: ['XA', 'XB'],
      before: all(bothSay('complies'), (story, on) => {
        story.say('XC', { kind: 'receipt', of: story.say('XA', voice(on, 'complies')) })
      }),
    }),
    versions: [open('unacknowledged XC')],
  },
  {
    name: 'an early tree of the filer from before its text',
    why: 'Alder filed it and its early tree does not hold it: nothing shows since when it had the text.',
    tell: tellSilence({
      kind: 'lessons',
      by: 'XA',
      before: all(says('XB', 'complies'), says('XC', 'complies')),
      sizes: { XA: 1 },
    }),
    versions: [undeclared({ notBefore: OVER })],
  },
  {
    name: 'a forked log of an elector',
    why: 'Two histories show no silence: nothing is adopted while the cut goes beyond the fork.',
    tell: tellSilence({
      before: bothSay('complies'),
      later: (story) => void story.say('XA', forkAt('XC', 1)),
    }),
    versions: [undeclared({ notBefore: OVER })],
  },
  {
    name: 'a log that is forked beyond the cut',
    why: 'Up to there both histories are one.',
    tell: tellSilence({
      before: bothSay('complies'),
      later: (story) => void story.say('XA', forkAt('XC', 2)),
    }),
    versions: [stands()],
  },
]

const TEXTS: readonly DecisionCase[] = [
  {
    name: 'an extension of another text',
    why: 'Each text has an end of its own.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      const next = story.say('CO', {
        ...text('term', { expiry: EXPIRY }),
        kind: 'amend',
        replaces: on,
      })
      for (const party of ['XA', 'XB', 'XC'] as const)
        for (const id of [on, next]) story.say(party, { kind: 'receipt', of: id })
      story.say('CO', { kind: 'extend', on: next, until: EXPIRY + DAY })
      for (const id of [on, next]) bothSay('complies')(story, id)
    },
    versions: [undeclared({ notBefore: OVER }), undeclared({ notBefore: OVER + DAY })],
  },
]

const BREAKS: readonly DecisionCase[] = [
  {
    name: 'an amendment of the next text',
    why: 'It breaks the silence on that one alone.',
    tell: (story) => {
      const on = story.say('XA', text('lessons', { expiry: EXPIRY }))
      const { kind: _, ...words } = text('lessons', { expiry: EXPIRY })
      const next = story.say('XA', { ...words, kind: 'amend', replaces: on })
      for (const id of [on, next]) speak(story, id, { XA: 'complies', XB: 'complies' })
      speak(story, on, { XC: 'complies' })
      story.say('XC', voice(next, 'complies', { amendment: [{ id: '2', text: 'They stop.' }] }))
    },
    versions: [undeclared({ notBefore: OVER }), { ...broken('broken XC'), notBefore: OVER }],
  },
  {
    name: 'two objections that were lifted',
    why: 'The first is named.',
    tell: tellSilence({
      before: all(bothSay('complies'), says('XC', 'objects', 'objects', 'complies')),
    }),
    versions: [broken('broken XC')],
  },
  {
    name: 'an amendment after a withdrawal',
    why: 'It is no voice any more: what breaks the silence is the withdrawal.',
    tell: (story) => {
      const on = story.say('XA', text('lessons', { expiry: EXPIRY }))
      bothSay('complies')(story, on)
      speak(story, on, { XC: 'withdrawn' })
      story.say('XC', voice(on, 'complies', { amendment: [{ id: '2', text: 'They stop.' }] }))
      const breaks = { XC: [story.sizeOf('XC'), SOON] as const }
      story.declare({ result: 'expired', on, at: [OVER], breaks })
    },
    versions: [{ ...broken('withdrawn XC'), certified: ['broken'] }],
  },
]

/** Four witnesses cosigned at these seconds after the beginning. */
const seconds = (...after: readonly number[]) =>
  Object.fromEntries(after.map((one, at) => [WITNESS_NAMES[at]!, START + one]))
const cosigned =
  (...times: readonly Readonly<Record<string, number>>[]) =>
  (story: Story) => {
    const on = story.say('CO', text('position'))
    speak(story, on, { XA: 'complies', XB: 'complies', XC: 'complies' })
    story.declare({ result: 'adopted', on, at: times })
  }
const QUORUMS: readonly DecisionCase[] = [
  {
    name: 'four witnesses at four seconds',
    why: 'Three had seen it by the third second, and three showed it current until the second: there is no instant.',
    tell: cosigned(seconds(0, 20, 10, 30)),
    versions: [undeclared()],
  },
  {
    name: 'four witnesses, three of them at one second',
    why: 'By then a quorum had seen it, and then a quorum showed it current.',
    tell: cosigned(seconds(10, 0, 10, 10)),
    versions: [stands()],
  },
  {
    name: 'two witnesses',
    why: 'They are no quorum.',
    tell: cosigned(seconds(0, 0)),
    versions: [undeclared()],
  },
  {
    name: 'a witness twice',
    why: 'Its earliest time says since when, and its latest until when; it is one witness all the same.',
    tell: cosigned(seconds(0, 0), seconds(30, 30)),
    versions: [undeclared()],
  },
]

export const voicesSilence: DecisionFile = {
  name: 'voices-silence',
  cases: [...RECEIPTS, ...TEXTS, ...BREAKS, ...QUORUMS],
}
