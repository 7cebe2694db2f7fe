import type { ActId } from '@entente/accord'
import { adopt, agree } from './vectors-decision-adopted.ts'
import { bothSay } from './vectors-decision-silent.ts'
import { DAY, EXPIRY, OVER, START, text, voice, type Story } from './vectors-decision-world.ts'
import {
  compliesBy,
  NOWHERE,
  SILENT,
  voided,
  withdrawnBy,
  type Change,
  type EffectCase,
  type EffectFile,
} from './vectors-effect-case.ts'
import type { Said } from './vectors-case.ts'
import { EVIDENCE } from './vectors-play.ts'

/** The first version of the first step, at which most of these acts change something. */
const of = (field: string) => `steps.0.versions.0.${field}`

/** A version on which nobody has spoken, and whose voices are collected. */
const collecting = (id: ActId, number: number) => ({
  id,
  number,
  by: 'CO',
  current: true,
  rule: 'each-its-own',
  voices: { XA: SILENT, XB: SILENT, XC: SILENT },
  incomplete: ['XA', 'XB', 'XC'],
  gate: { open: false, reasons: [] },
  standing: 'open',
  reasons: [],
  inForce: false,
  adopted: [],
  ended: [],
})

const unanimous = (version: ActId, code: string, source: string, more = {}) => ({
  code,
  version,
  rule: 'express-unanimity',
  source,
  ...more,
})
const undeclared = (on: ActId) => [unanimous(on, 'not-declared', 'none')]

const TEXTS: readonly EffectCase[] = [
  {
    kind: 'propose',
    name: 'the first version of a step',
    why: 'The step is there, with its version.',
    tell: (_, act) => {
      const id = act('CO', text('attribution'))
      const step = { id: 'attribution', kind: 'attribution', versions: [collecting(id, 1)] }
      return [{ at: 'steps', was: [], is: [step] }]
    },
  },
  {
    kind: 'propose',
    name: 'by a member that does not file',
    why: 'Only the chair files for this kind of step.',
    tell: (_, act) => {
      const id = act('XA', text('attribution'))
      return [voided('XA', 1, id, 'act.not-competent')]
    },
  },
  {
    kind: 'propose',
    name: 'on evidence that is not there',
    why: 'The text is put all the same, and rests on nothing that anyone can read.',
    reference: 'dangling',
    tell: (_, act) => {
      const id = act('CO', text('attribution', { evidence: [NOWHERE] }))
      const step = { id: 'attribution', kind: 'attribution', versions: [collecting(id, 1)] }
      return [{ at: 'steps', was: [], is: [step] }]
    },
  },
  ...[false, true].map((isDangling): EffectCase => ({
    kind: 'amend',
    name: isDangling ? 'a version that is not there' : 'the next version',
    why: isDangling
      ? 'It is the next version of its step whatever it names; nothing else is replaced.'
      : 'It is the current one, and voices do not carry over.',
    ...(isDangling && { reference: 'dangling' }),
    tell: (story, act) => {
      const first = story.say('CO', text('attribution'))
      const { step, text: words } = text('attribution')
      const replaces = isDangling ? NOWHERE : first
      const id = act('CO', { kind: 'amend', replaces, step, text: words })
      return [
        { at: of('current'), was: true, is: false },
        { at: 'steps.0.versions.1', is: collecting(id, 2) },
      ]
    },
  })),
]

/** Cedar’s voice is the last that was lacking. */
function completes(story: Story, act: (on: ActId) => ActId): readonly Change[] {
  const on = story.say('CO', text('position'))
  bothSay('complies')(story, on)
  const said = act(on)
  const lacking = [unanimous(on, 'silent', 'teu-31-1', { member: 'XC' })]
  return [
    { at: of('voices.XC'), was: SILENT, is: compliesBy(said) },
    { at: of('gate'), was: { open: false, reasons: lacking }, is: { open: true, reasons: [] } },
    { at: of('reasons'), was: lacking, is: undeclared(on) },
  ]
}

/** Cedar turns its back on a text in force. */
function leaves(story: Story, act: (on: ActId) => ActId): readonly Change[] {
  const on = story.say('CO', text('position'))
  bothSay('complies')(story, on)
  const consent = story.say('XC', voice(on, 'complies'))
  story.declare({ result: 'adopted', on, at: [START] })
  const by = act(on)
  const shutting = [unanimous(on, 'withdrawn', 'teu-31-1', { member: 'XC', act: by })]
  return [
    { at: of('voices.XC'), was: compliesBy(consent), is: withdrawnBy(by) },
    { at: of('gate'), was: { open: true, reasons: [] }, is: { open: false, reasons: shutting } },
    { at: of('standing'), was: 'stands', is: 'suspended' },
    { at: of('reasons'), was: [], is: shutting },
    { at: of('inForce'), was: true, is: false },
  ]
}

const VOICES: readonly EffectCase[] = [
  {
    kind: 'comply',
    name: 'the last voice that was lacking',
    why: 'It opens the gate.',
    tell: (story, act) => completes(story, (on) => act('XC', voice(on, 'complies'))),
  },
  {
    kind: 'comply',
    name: 'by the chair',
    why: 'It has no voice.',
    tell: (story, act) => {
      const on = story.say('CO', text('position'))
      return [voided('CO', 2, act('CO', voice(on, 'complies')), 'act.not-competent')]
    },
  },
  {
    kind: 'withdraw',
    name: 'from a text in force',
    why: 'The rule is met no more.',
    tell: (story, act) => leaves(story, (on) => act('XC', voice(on, 'withdrawn'))),
  },
  {
    kind: 'withdraw',
    name: 'by the chair',
    why: 'It has no voice to take back.',
    tell: (story, act) => {
      const on = story.say('CO', text('position'))
      return [voided('CO', 2, act('CO', voice(on, 'withdrawn')), 'act.not-competent')]
    },
  },
  {
    kind: 'reaffirm',
    name: 'for the first window',
    why: 'The answer is kept with the version.',
    tell: (story, act) => {
      const on = adopt(story, { expiry: EXPIRY })
      act('XA', { kind: 'reaffirm', on, window: 1 })
      return [{ at: of('reaffirmed'), is: { XA: [1] } }]
    },
  },
  {
    kind: 'reaffirm',
    name: 'by the chair',
    why: 'It consented to nothing.',
    tell: (story, act) => {
      const on = adopt(story, { expiry: EXPIRY })
      const id = act('CO', { kind: 'reaffirm', on, window: 1 })
      return [voided('CO', 3, id, 'act.not-competent')]
    },
  },
  {
    kind: 'declare',
    name: 'that a text is adopted',
    why: 'The rule was met, and the certificate shows it.',
    tell: (story, act) => {
      const on = agree(story)
      const id = story.declare({ result: 'adopted', on, at: [START] }, 'CO', act)
      return [
        { at: of('adopted'), was: [], is: [id] },
        { at: of('standing'), was: 'open', is: 'stands' },
        { at: of('reasons'), was: undeclared(on), is: [] },
        { at: of('inForce'), was: false, is: true },
      ]
    },
  },
]

const LATER = EXPIRY + DAY
const ENDS: readonly EffectCase[] = [
  {
    kind: 'extend',
    name: 'the end of a silence',
    why: 'It moves the end, and with it the first second of a certificate.',
    tell: (story, act) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      act('CO', { kind: 'extend', on, until: LATER })
      return [
        { at: of('expiry'), was: EXPIRY, is: LATER },
        { at: of('gate.notBefore'), was: OVER, is: OVER + DAY },
      ]
    },
  },
  {
    kind: 'extend',
    name: 'by who did not file the text',
    why: 'Only whoever filed it moves its end.',
    tell: (story, act) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      const id = act('XA', { kind: 'extend', on, until: LATER })
      return [voided('XA', 1, id, 'act.not-competent')]
    },
  },
  {
    kind: 'extend',
    name: 'a text that is not decided by silence',
    why: 'There is no silence to extend.',
    reference: 'wrong kind',
    tell: (story, act) => {
      const on = story.say('CO', text('position', { expiry: EXPIRY }))
      const id = act('CO', { kind: 'extend', on, until: LATER })
      return [voided('CO', 2, id, 'version.not-silence')]
    },
  },
  {
    kind: 'extend',
    name: 'a text that is not there',
    why: 'No such text stands before it in its strand.',
    reference: 'dangling',
    tell: (_, act) => {
      const id = act('CO', { kind: 'extend', on: NOWHERE, until: LATER })
      return [voided('CO', 1, id, 'act.not-competent')]
    },
  },
]

/** What is said on no version changes nothing: strands have no common order, so it is not void. */
const said = (kind: string, more: Said) =>
  (['dangling', 'wrong kind'] as const).map((reference): EffectCase => ({
    kind,
    name: reference === 'dangling' ? 'on nothing' : 'on evidence',
    why: 'That is no version: it counts, for the text may be in a strand that is not read yet, and changes nothing.',
    reference,
    tell: (story, act) => {
      const on = reference === 'dangling' ? NOWHERE : story.say('XB', EVIDENCE)
      act('XA', { kind, on, ...more })
      return []
    },
  }))

const REFERENCES: readonly EffectCase[] = [
  ...said('comply', { union: 'complies', national: 'objects' }),
  ...said('withdraw', {}),
  ...said('reaffirm', { window: 1 }),
  ...(['dangling', 'wrong kind'] as const).map((reference): EffectCase => ({
    kind: 'declare',
    name: reference === 'dangling' ? 'on nothing' : 'on evidence',
    why: 'That is no version: it proves nothing, though all its notes hold.',
    reference,
    tell: (story, act) => {
      const evidence = story.say('XB', EVIDENCE)
      const on = reference === 'dangling' ? NOWHERE : evidence
      story.declare({ result: 'adopted', on, at: [START] }, 'CO', act)
      return []
    },
  })),
]

export const agreementEffects: EffectFile = {
  name: 'agreement',
  cases: [...TEXTS, ...VOICES, ...ENDS, ...REFERENCES],
}
