import type { ActId } from '@entente/accord'
import type { Said } from './vectors-case.ts'
import { ALL_COMPLY } from './vectors-decision-adopted.ts'
import { speak, START, text, voice, type Story } from './vectors-decision-world.ts'
import type { EffectCase, EffectFile } from './vectors-effect-case.ts'
import {
  alder,
  assess,
  barred,
  begun,
  call,
  DAY,
  measure,
  measureCases,
  PARTS,
  running,
} from './vectors-effect-measures.ts'

/** What stops a part and what does not, and parts in a measure of which there are two texts. */

const review = (more: Said): Said => ({
  kind: 'review',
  reviewedOn: DAY,
  ceased: false,
  repaired: false,
  proportionate: 'yes',
  reversible: 'yes',
  tribunal: false,
  remarks: 'Hawthorn was asked again.',
  ...more,
})

/** Alder began, and its review finds this. */
const finds = (name: string, why: string, found: Said, code?: string): EffectCase => ({
  kind: 'review',
  name,
  why,
  tell: (story, act) => {
    const { on, ...own } = begun(story)
    const id = act('XA', { ...review(found), on })
    if (code === undefined) return [{ at: 'measures.0.nations.XA.latest', was: own.start, is: id }]
    const stop = { code, act: id }
    return [
      alder(running(own, own.start), { ...running(own, id), stage: 'suspended', reasons: [stop] }),
      ...['XB', 'XC'].map((party) => ({
        at: `measures.0.nations.${party}.reasons`,
        was: [{ code: 'no-assessment' }],
        is: [{ code: 'no-assessment' }, stop],
      })),
    ]
  },
})

const reviews: readonly EffectCase[] = [
  finds('that it is not proportionate', 'A stop.', { proportionate: 'no' }, 'not-proportionate'),
  finds('that it is not reversible', 'A stop.', { reversible: 'no' }, 'not-reversible'),
  finds(
    'that a tribunal has it, and the act ceased',
    'ARSIWA 52(3)(b).',
    { ceased: true, tribunal: true },
    'before-a-tribunal',
  ),
  finds('that a tribunal has it', 'The act goes on: no stop.', { tribunal: true }),
  finds('that the act ceased', 'It is not repaired: no stop.', { ceased: true }),
  finds('that the act is repaired', 'It goes on: no stop.', { repaired: true }),
  finds(
    'two stops',
    'The first of them is named.',
    { proportionate: 'no', reversible: 'no' },
    'not-proportionate',
  ),
]

const MEASURE = { id: 'measure', kind: 'measure' }
const adopt = (story: Story, on: ActId) => {
  speak(story, on, ALL_COMPLY)
  return story.declare({ result: 'adopted', on, at: [START] })
}
/** The office files another text of the measure, in which it is of another kind. */
const replace = (story: Story, replaces: ActId, kind: string) =>
  story.say('CO', {
    ...text('measure', { measure: { ...measure, kind } }),
    kind: 'amend',
    replaces,
    step: MEASURE,
  })

/** Nothing is said to Hawthorn, and all adopted the measure. */
const adopted = (story: Story) => {
  const on = story.say('CO', text('measure', { measure }))
  return { on, certificate: adopt(story, on) }
}
const start = (on: ActId, certificate: ActId): Said => ({
  kind: 'start',
  on,
  certificate,
  ...PARTS['start'],
})

const parts: readonly EffectCase[] = [
  {
    kind: 'call',
    name: 'for another step',
    why: 'It belongs to another measure.',
    tell: (story, act) => {
      begun(story)
      act('XA', { ...call, for: 'another' })
      return []
    },
  },
  {
    kind: 'start',
    name: 'without what comes before',
    why: 'Alder neither called nor assessed, and has begun all the same: what was lacking is asked before a start.',
    tell: (story, act) => {
      const { on, certificate } = adopted(story)
      const id = act('XA', start(on, certificate))
      return [
        alder(barred('no-call', 'no-notice', 'no-assessment'), {
          stage: 'running',
          reasons: [],
          start: id,
          latest: id,
        }),
      ]
    },
  },
  {
    kind: 'start',
    name: 'anew after a rest',
    why: 'The last start is the one that counts.',
    tell: (story, act) => {
      const { on, certificate, ...own } = begun(story)
      const rest = story.say('XA', { kind: 'suspend', on, ...PARTS['suspend'] })
      const id = act('XA', start(on, certificate))
      const reasons = [{ code: 'suspended-by-act', act: rest }]
      return [
        alder(
          { ...running(own, rest), stage: 'suspended', reasons },
          running({ ...own, start: id }, id),
        ),
      ]
    },
  },
  {
    kind: 'terminate',
    name: 'a part that is not begun',
    why: 'There is nothing to end: it is Alder’s latest word.',
    tell: (story, act) => {
      const { on } = adopted(story)
      const id = act('XA', { kind: 'terminate', on, ...PARTS['terminate'] })
      return [{ at: 'measures.0.nations.XA.latest', is: id }]
    },
  },
  {
    kind: 'report',
    name: 'after an objection',
    why: 'The measure is suspended with Alder’s consent, and Alder’s part with it; both are named.',
    tell: (story, act) => {
      const { on, ...own } = begun(story)
      const no = story.say('XA', voice(on, 'objects'))
      const id = act('XA', { kind: 'report', on, ...PARTS['report'] })
      const lost = {
        stage: 'suspended',
        reasons: [{ code: 'not-in-force' }, { code: 'no-consent', act: no }],
      }
      return [alder({ ...running(own, own.start), ...lost }, { ...running(own, id), ...lost })]
    },
  },
  {
    kind: 'assess',
    name: 'a text that is not in force yet',
    why: 'It belongs to the measure, whose voices are those of the text in force.',
    tell: (story, act) => {
      const { on } = adopted(story)
      const next = replace(story, on, 'retorsion')
      const id = act('XA', assess(next))
      return [
        alder(barred('no-call', 'no-notice', 'no-assessment'), {
          ...barred('no-call', 'no-notice'),
          assess: id,
        }),
      ]
    },
  },
  {
    kind: 'report',
    name: 'on a text that was superseded by a referral',
    why: 'Alder began under the first text, which is not in force; whoever has not begun is referred.',
    tell: (story, act) => {
      const { on, ...own } = begun(story)
      adopt(story, replace(story, on, 'self-defence-referral'))
      const id = act('XA', { kind: 'report', on, ...PARTS['report'] })
      const lost = { stage: 'suspended', reasons: [{ code: 'not-in-force' }] }
      return [alder({ ...running(own, own.start), ...lost }, { ...running(own, id), ...lost })]
    },
  },
  {
    kind: 'start',
    name: 'under the later text',
    why: 'It names the certificate that adopted this very text.',
    tell: (story, act) => {
      const { on } = adopted(story)
      const next = replace(story, on, 'retorsion')
      const certificate = adopt(story, next)
      const id = act('XA', start(next, certificate))
      return [
        alder(barred('no-assessment'), { stage: 'running', reasons: [], start: id, latest: id }),
      ]
    },
  },
]

export const measureEffects: EffectFile = {
  name: 'measures',
  cases: [...measureCases, ...reviews, ...parts],
}
