import type { ActId } from '@entente/accord'
import { adopt, agree, ALL_COMPLY, amend } from './vectors-decision-adopted.ts'
import {
  broken,
  ended,
  shut,
  stands,
  suspended,
  undeclared,
  type DecisionCase,
  type DecisionFile,
} from './vectors-decision-expected.ts'
import { DUE, reaffirm } from './vectors-decision-lapsed.ts'
import { all, bothSay, says, SOON, tellSilence } from './vectors-decision-silent.ts'
import { roots } from './vectors-case.ts'
import { TEXT } from './vectors-play.ts'
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

/** What a cut that is cited has to hold, and what beside it is passed over. */

const NOBODY = ['silent XA', 'silent XB', 'silent XC', 'nobody-for']

const CURRENT: readonly DecisionCase[] = [
  {
    name: 'a later text just beyond the cut',
    why: 'At the cited cut the first version is current.',
    tell: (story) => {
      const on = agree(story)
      amend(story, on)
      story.declare({ result: 'adopted', on, at: [START], sizes: { CO: 2 } })
    },
    versions: [stands(), shut(...NOBODY)],
  },
  {
    name: 'disowned just beyond the cut',
    why: 'At the cited cut nobody had disowned it.',
    tell: (story) => {
      const on = agree(story)
      story.say('CO', { kind: 'disavow', acts: [on], reason: 'A mistake.' }, roots('CO'))
      story.declare({ result: 'adopted', on, at: [START], sizes: { CO: 2 } })
    },
    versions: [stands()],
  },
  ...[
    { id: 'another', kind: 'position' },
    { id: 'position', kind: 'measure' },
  ].map((step): DecisionCase => ({
    name: `a later text of step ${step.id} of kind ${step.kind}`,
    why: 'It is no version of this step: steps are told apart by id and kind.',
    tell: (story) => {
      const on = agree(story)
      // Texts follow one another by the id of their step alone.
      const prev = step.id === 'position' && { prev: on }
      story.say('CO', { kind: 'propose', step, text: TEXT, ...prev })
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [stands(), shut(...NOBODY)],
  })),
  ...[
    { id: 'another', kind: 'position' },
    { id: 'position', kind: 'measure' },
  ].map((step): DecisionCase => ({
    name: `a second text of step ${step.id} of kind ${step.kind}`,
    why: 'It is the second of its own step, and this one is the last of this step.',
    tell: (story) => {
      const on = agree(story)
      let prev: ActId | undefined = step.id === 'position' ? on : undefined
      for (const _ of [1, 2])
        prev = story.say('CO', { kind: 'propose', step, text: TEXT, ...(prev && { prev }) })
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [stands(), shut(...NOBODY), shut(...NOBODY)],
  })),
  {
    name: 'a silence whose text was replaced in the cut',
    why: 'Only what is current is adopted.',
    tell: tellSilence({
      before: bothSay('complies'),
      later: (story, on) => {
        const step = { id: 'term', kind: 'term' }
        story.say('CO', { kind: 'amend', step, text: TEXT, expiry: EXPIRY, replaces: on })
      },
    }),
    versions: [
      undeclared({ notBefore: OVER }),
      shut('unacknowledged XA', 'unacknowledged XB', 'unacknowledged XC', 'nobody-for'),
    ],
  },
]

const vital =
  (end: number, ...at: readonly number[]) =>
  (story: Story) => {
    const on = story.say('CO', text('situation', { expiry: EXPIRY }))
    speak(story, on, { XA: 'complies', XB: 'complies' })
    story.say('XC', voice(on, 'objects', { vital: true, until: end }))
    story.declare({ result: 'adopted', on, at })
  }
const INSTANTS: readonly DecisionCase[] = [
  {
    name: 'a majority whose expiry lies between two notes',
    why: 'At the expiry all trees were current together, and nobody has to have spoken any more.',
    tell: (story) => {
      const on = story.say('CO', text('situation', { expiry: EXPIRY }))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      story.declare({ result: 'adopted', on, at: [EXPIRY - 10, EXPIRY + 10] })
    },
    versions: [stands()],
  },
  {
    name: 'a brake that ran out between two notes',
    why: 'From its end on it is silence: there is an instant.',
    tell: vital(EXPIRY + 5, EXPIRY, EXPIRY + 10),
    versions: [stands()],
  },
  {
    name: 'a consent that ran out before the trees were seen',
    why: 'At the expiry it stood, and nothing shows that all trees were current then.',
    tell: (story) => {
      const on = story.say('CO', text('position', { expiry: EXPIRY }))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      story.say('XC', voice(on, 'complies', { until: EXPIRY + 5 }))
      story.declare({ result: 'adopted', on, at: [EXPIRY + 10] })
    },
    versions: [undeclared()],
  },
]

const closed =
  (who: 'XA' | 'CO') =>
  (story: Story): void => {
    const on = story.say('CO', text('term', { expiry: EXPIRY }))
    speak(story, on, ALL_COMPLY)
    const early = Object.fromEntries(
      (['XA', 'XB', 'XC', 'CO'] as const).map((id) => [id, [story.sizeOf(id), SOON] as const]),
    )
    const closings = { XA: [OVER], XB: [OVER], XC: [OVER], CO: [OVER], [who]: [OVER - 1] }
    story.declare({ result: 'adopted', on, early, closings })
  }
const LATER = EXPIRY + DAY
const extend = (story: Story, on: ActId) =>
  void story.say('CO', { kind: 'extend', on, until: LATER })
const SILENCES: readonly DecisionCase[] = [
  ...(['XA', 'CO'] as const).map((who): DecisionCase => ({
    name: `a silence whose closing of ${who} is a second too early`,
    why: 'Every elector’s tree and the filer’s is still current at the end.',
    tell: closed(who),
    versions: [undeclared({ notBefore: OVER })],
  })),
  {
    name: 'an extension in a tree seen at the expiry',
    why: 'It was to be seen before: a late one revives no silence.',
    tell: tellSilence({
      before: all(bothSay('complies'), extend),
      seen: { CO: EXPIRY, XC: EXPIRY },
      at: OVER + DAY,
    }),
    versions: [undeclared({ notBefore: OVER + DAY })],
  },
  {
    name: 'a deemed consent that became a constructive abstention of 34 in 100',
    why: 'It is weaker than a deemed consent, and in the double third.',
    tell: tellSilence({
      before: all(says('XB', 'complies'), says('XC', 'complies')),
      later: says('XA', 'abstains-constructively'),
    }),
    versions: [{ ...shut('double-third'), notBefore: OVER }],
  },
  {
    name: 'a deemed consent that became one with a reservation, and no other',
    why: 'It does not express what was silent in the early tree.',
    tell: tellSilence({
      before: bothSay('abstains'),
      later: says('XC', 'complies-with-reservation'),
    }),
    versions: [undeclared({ notBefore: OVER })],
  },
  {
    name: 'a break in a tree beyond the cited one',
    why: 'Such a tree is passed over. The objection stands in the cut all the same.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      bothSay('complies')(story, on)
      says('XC', 'abstains', 'objects')(story, on)
      const breaks = { XC: [3, SOON] as const }
      story.declare({ result: 'expired', on, at: [OVER], sizes: { XC: 2 }, breaks })
    },
    versions: [broken('objects XC')],
  },
  {
    name: 'a break after the first end, in a silence that was extended within grace',
    why: 'The filer’s tree was seen before expiry and grace: the extended end is the limit.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      bothSay('complies')(story, on)
      extend(story, on)
      says('XC', 'objects')(story, on)
      const early = { CO: [story.sizeOf('CO'), OVER - 1] as const }
      const breaks = { XC: [story.sizeOf('XC'), LATER] as const }
      story.declare({ result: 'expired', on, at: [OVER + DAY], early, breaks })
    },
    versions: [{ ...broken('objects XC'), certified: ['broken'] }],
  },
  {
    name: 'a broken silence whose text the cut does not hold',
    why: 'It says nothing.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      bothSay('complies')(story, on)
      story.declare({ result: 'expired', on, at: [OVER], sizes: { CO: 1 } })
    },
    versions: [shut('unacknowledged XC')],
  },
]

const VOICES: readonly DecisionCase[] = [
  {
    name: 'the end of a voice, at a cut without the text',
    why: 'It is about Cedar’s strand alone.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      const of = story.say('XC', voice(on, 'complies', { until: START + DAY }))
      story.declare({ result: 'expired', on, of, at: [START + DAY], sizes: { CO: 1 } })
    },
    versions: [{ ...shut('ran-out XC'), certified: ['ranOut'] }],
  },
  {
    name: 'the end of a voice of who is not asked',
    why: 'It is no elector’s.',
    tell: (story) => {
      const on = story.say('CO', text('termination', { names: ['XA', 'XB'] }))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      const of = story.say('XC', voice(on, 'complies', { until: START + DAY }))
      story.declare({ result: 'expired', on, of, at: [START + DAY] })
    },
    versions: [undeclared()],
  },
]

const silence = (story: Story) => tellSilence({ before: bothSay('complies') })(story)
const ENDS: readonly DecisionCase[] = [
  {
    name: 'an end whose cut does not hold a smaller tree of the adoption',
    why: 'At that cut the certificate of adoption says nothing yet, so nothing is adopted there.',
    tell: (story) => {
      const on = agree(story)
      story.say('XC', { kind: 'join' })
      const since = { XC: [3, START] as const }
      story.declare({ result: 'adopted', on, at: [START], sizes: { XC: 2 }, since })
      speak(story, on, { XB: 'withdrawn' })
      story.declare({ result: 'ended', on, at: [START + DAY], sizes: { XC: 2 } })
    },
    versions: [suspended('withdrawn XB')],
  },
  {
    name: 'an end whose cut holds a smaller tree of the adoption, and not the one that it cites',
    why: 'The larger of the two has to be there.',
    tell: (story) => {
      const on = agree(story)
      story.say('XC', { kind: 'join' })
      const since = { XC: [2, START] as const }
      story.declare({ result: 'adopted', on, at: [START], since })
      speak(story, on, { XB: 'withdrawn' })
      story.declare({ result: 'ended', on, at: [START + DAY], sizes: { XC: 2 } })
    },
    versions: [suspended('withdrawn XB')],
  },
  {
    name: 'a brake after adoption, for longer than the cure',
    why: 'The majority is there, and a brake counts before adoption alone.',
    tell: (story) => {
      const on = story.say('CO', text('situation', { expiry: EXPIRY }))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'abstains' })
      story.declare({ result: 'adopted', on, at: [EXPIRY] })
      story.say('XC', voice(on, 'objects', { vital: true }))
      const since = { XC: [story.sizeOf('XC'), EXPIRY + 100] as const }
      story.declare({ result: 'ended', on, at: [EXPIRY + DAY], since })
    },
    versions: [stands()],
  },
  {
    name: 'a withdrawal beside a deemed consent',
    why: 'The silence that was consent goes on being one, and is no reason.',
    tell: (story) => {
      const on = silence(story)
      speak(story, on, { XB: 'withdrawn' })
      story.declare({ result: 'ended', on, at: [OVER + DAY] })
    },
    versions: [ended('withdrawn XB')],
  },
  {
    name: 'a deemed consent that turned after the tree in since',
    why: 'In that tree Cedar still consented by its silence: it is not stuck from there on.',
    tell: (story) => {
      const on = silence(story)
      const since = { XC: [story.sizeOf('XC'), OVER] as const }
      speak(story, on, { XC: 'objects' })
      story.declare({ result: 'ended', on, at: [OVER + DAY], since })
    },
    versions: [suspended('objects XC')],
  },
  {
    name: 'everyone reaffirmed, and Cedar objects',
    why: 'Nobody is overdue: that the rule is unmet is no lapse.',
    tell: (story) => {
      const on = adopt(story, { expiry: EXPIRY })
      reaffirm(story, on, { XA: 1, XB: 1, XC: 1 })
      speak(story, on, { XC: 'objects' })
      story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
    },
    versions: [suspended('objects XC')],
  },
  {
    name: 'a deemed consent that was not reaffirmed',
    why: 'Who is overdue counts as silent and not deemed.',
    tell: (story) => {
      const on = silence(story)
      reaffirm(story, on, { XA: 1, XB: 1 })
      story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
    },
    versions: [
      stands({
        standing: 'lapsed',
        because: ['not-reaffirmed XC'],
        certified: ['adopted', 'lapsed'],
      }),
    ],
  },
  {
    name: 'windows that were answered out of order',
    why: 'They are listed ascending, each once.',
    tell: (story) => {
      const on = adopt(story, { expiry: EXPIRY })
      for (const window of [3, 1, 3, 2]) reaffirm(story, on, { XA: window })
    },
    versions: [stands()],
  },
]

export const certifiedFile: DecisionFile = {
  name: 'certified',
  cases: [...CURRENT, ...INSTANTS, ...SILENCES, ...VOICES, ...ENDS],
}
