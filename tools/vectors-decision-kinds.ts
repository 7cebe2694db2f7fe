import type { ActId } from '@entente/accord'
import {
  commentCases,
  noteCases,
  objectiveCases,
  releaseCases,
  soundCases,
} from './vectors-acts-exchange.ts'
import {
  incidentReportCases,
  publishCases,
  selfAssessmentCases,
  sightingCases,
} from './vectors-acts-public.ts'
import { roots } from './vectors-case.ts'
import { shut, type DecisionCase, type DecisionFile } from './vectors-decision-expected.ts'
import { forkAt } from './vectors-decision-voices.ts'
import { EXPIRY, OVER, START, text, voice, type Story } from './vectors-decision-world.ts'
import { assess, call, notice, PARTS } from './vectors-effect-measures.ts'
import { NOWHERE } from './vectors-effect-case.ts'
import type { Case } from './vectors-example.ts'
import { ATTRIBUTION, EVIDENCE, TEXT } from './vectors-play.ts'

/** Alder says one act of every kind that an authority signs: which of them are void where they are disowned, beyond a fork or unmandated. */

/** When the mandate of Alder’s ministry ends. */
export const END = START + 600

/** Void wherever their mandate, their log or they themselves are taken back: what is on record, and moves of a measure. */
function sayTaken(story: Story, on: ActId): readonly ActId[] {
  const join = story.say('XA', { kind: 'join' })
  const evidence = story.say('XA', EVIDENCE)
  const firsts = [
    incidentReportCases,
    publishCases,
    soundCases,
    commentCases,
    objectiveCases,
    noteCases,
    releaseCases,
    sightingCases,
    selfAssessmentCases,
  ].map(([first]: readonly Case[]) => first!.said)
  const others = [
    { kind: 'evidence-withdraw', of: evidence, reason: 'It was mislabelled.' },
    ATTRIBUTION,
    ...firsts,
    { kind: 'recall', of: NOWHERE, reason: 'Clause 2 was wrong.' },
    assess(on),
    call,
    notice,
    ...Object.entries(PARTS).map(([kind, part]) => ({
      kind,
      on,
      ...(kind === 'start' && { certificate: NOWHERE }),
      ...part,
    })),
  ]
  return [join, evidence, ...others.map((said) => story.say('XA', said))]
}

/** Never void for it: texts, voices, receipts and what is said about decisions. */
function sayKept(story: Story, on: ActId): readonly ActId[] {
  const own = story.say('XA', text('lessons', { expiry: EXPIRY }))
  const { step } = text('lessons')
  return [
    own,
    ...[
      { kind: 'extend', on: own, until: EXPIRY + 60 },
      { kind: 'amend', replaces: own, step, text: TEXT, expiry: EXPIRY },
      voice(on, 'complies'),
      { kind: 'reaffirm', on, window: 1 },
      { kind: 'receipt', of: on },
      { kind: 'charter-amend', on, to: NOWHERE },
      forkAt('XB', 9),
    ].map((said) => story.say('XA', said)),
    story.declare({ result: 'adopted', on: own, at: [START] }, 'XA'),
  ]
}

const begin = (story: Story) => story.say('CO', text('measure', { expiry: EXPIRY }))
const taken = (code: string) => Array<string>(22).fill(code)
/** Alder’s two texts, of which the first is extended. */
const lessons = (...more: readonly string[]) =>
  [60, 0].map((extended) => ({
    ...shut(...more, 'unacknowledged XB', 'unacknowledged XC', 'nobody-for'),
    notBefore: OVER + extended,
  }))
const measureOf = (effective: string) => ({
  ...shut(
    ...(effective === 'complies' ? [] : [`${effective} XA`]),
    'silent XB',
    'silent XC',
    ...(effective === 'complies' ? [] : ['nobody-for']),
  ),
  voices: { XA: effective },
})

const KINDS: readonly DecisionCase[] = [
  {
    name: 'acts of every kind, disowned twice',
    why: 'The first disavowal says when. What is on record and what moves a measure is void; a voice is withdrawn, and the texts stay.',
    tell: (story) => {
      const on = begin(story)
      const acts = [...sayTaken(story, on), ...sayKept(story, on)]
      for (const reason of ['The key was copied.', 'It was copied before.'])
        story.say('XA', { kind: 'disavow', acts, reason }, roots('XA'))
    },
    versions: [measureOf('withdrawn'), ...lessons()],
    void: taken('act.disavowed'),
  },
  {
    name: 'acts of every kind, beyond a fork',
    why: 'What is on record and what moves a measure is void. Who leaves a forked log has left.',
    tell: (story) => {
      const on = begin(story)
      const [join] = sayTaken(story, on)
      sayKept(story, on)
      story.say('XA', { kind: 'leave', prev: join }, roots('XA'))
      story.say('XB', forkAt('XA', 1))
    },
    versions: [
      measureOf('withdrawn'),
      ...lessons('withdrawn XA').map((one) => ({
        ...one,
        standing: 'broken',
        because: ['withdrawn XA'],
      })),
    ],
    void: taken('strand.forked'),
  },
  {
    name: 'acts of every kind, after the end of the mandate',
    why: 'What is on record and what moves a measure is void. The extension, the certificate, the accusation and the word on the charter stay as they are; the rest only takes back.',
    tell: (story) => {
      const on = begin(story)
      const of = story.mandates.XA
      story.declare({ result: 'expired', on: of, of, at: [END] }, 'XC')
      sayTaken(story, on)
      sayKept(story, on)
    },
    versions: [measureOf('silent'), ...lessons()],
    void: taken('mandate.expired'),
  },
]

export const kindsFile: DecisionFile = {
  name: 'every-kind',
  rules: { until: { XA: END } },
  cases: KINDS,
}
