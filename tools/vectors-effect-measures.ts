import type { ActId } from '@entente/accord'
import type { Said } from './vectors-case.ts'
import { ALL_COMPLY } from './vectors-decision-adopted.ts'
import { speak, START, text, type Story } from './vectors-decision-world.ts'
import { NOWHERE, type Change, type EffectCase } from './vectors-effect-case.ts'

/** A measure that all adopted, and Alder’s part in it. */

export const DAY = '2026-11-24'
export const measure: Said = {
  kind: 'countermeasure',
  against: { code: 'XH', name: 'Hawthorn' },
  asOf: DAY,
  facts: {},
}
export const call: Said = {
  kind: 'call',
  for: 'measure',
  to: 'Hawthorn',
  demands: 'Cease, and replace the terminals.',
  transmittedOn: DAY,
  channel: 'Note verbale',
}
export const notice: Said = {
  kind: 'notice',
  for: 'measure',
  to: 'Hawthorn',
  says: 'Alder will suspend the exchange.',
  notifiedOn: DAY,
  offersNegotiation: true,
}
export const assess = (on: string): Said => ({
  kind: 'assess',
  on,
  asOf: DAY,
  lawBase: 'entente-law-1',
  facts: {},
  outcome: 'disputed',
  word: 'The call was made.',
})
export const PARTS: Readonly<Record<string, Said>> = {
  start: { startedOn: DAY },
  report: { reportedOn: DAY, remarks: 'The exchange is suspended.' },
  review: {
    reviewedOn: DAY,
    ceased: true,
    repaired: true,
    proportionate: 'yes',
    reversible: 'yes',
    tribunal: false,
    remarks: 'The terminals were replaced.',
  },
  suspend: { suspendedOn: DAY, reason: 'Talks have begun.' },
  terminate: { terminatedOn: DAY, reason: 'It has ceased.' },
}

function adopted(story: Story) {
  const on = story.say('CO', text('measure', { measure }))
  speak(story, on, ALL_COMPLY)
  return { on, certificate: story.declare({ result: 'adopted', on, at: [START] }) }
}

/** Alder called, notified and assessed. */
function assessed(story: Story) {
  const { on, certificate } = adopted(story)
  story.say('XA', call)
  story.say('XA', notice)
  return { on, certificate, assess: story.say('XA', assess(on)) }
}

/** Alder called, notified, assessed and began. */
export function begun(story: Story) {
  const whole = assessed(story)
  const { on, certificate } = whole
  const start = story.say('XA', { kind: 'start', on, certificate, ...PARTS['start'] })
  return { ...whole, start }
}

export const alder = (was: unknown, is: unknown): Change => ({
  at: 'measures.0.nations.XA',
  was,
  is,
})
export const barred = (...codes: readonly string[]) => ({
  stage: 'barred',
  reasons: codes.map((code) => ({ code })),
})
export const running = ({ assess, start }: { assess: ActId; start: ActId }, latest: ActId) => ({
  stage: 'running',
  reasons: [],
  assess,
  start,
  latest,
})

const BEFORE: readonly EffectCase[] = [
  {
    kind: 'call',
    name: 'upon the responsible State',
    why: 'Any party’s call counts for all.',
    tell: (story, act) => {
      adopted(story)
      const id = act('XA', call)
      return [
        { at: 'measures.0.calls', was: [], is: [id] },
        ...['XA', 'XB', 'XC'].map((party) => ({
          at: `measures.0.nations.${party}`,
          was: barred('no-call', 'no-notice', 'no-assessment'),
          is: barred('no-notice', 'no-assessment'),
        })),
      ]
    },
  },
  {
    kind: 'notice',
    name: 'of the decision',
    why: 'Any party’s notice counts for all.',
    tell: (story, act) => {
      adopted(story)
      const id = act('XA', notice)
      return [
        { at: 'measures.0.notices', was: [], is: [id] },
        ...['XA', 'XB', 'XC'].map((party) => ({
          at: `measures.0.nations.${party}`,
          was: barred('no-call', 'no-notice', 'no-assessment'),
          is: barred('no-call', 'no-assessment'),
        })),
      ]
    },
  },
  {
    kind: 'assess',
    name: 'what was lacking',
    why: 'With the call, the notice and the assessment Alder may start; nobody else may.',
    tell: (story, act) => {
      const { on } = adopted(story)
      story.say('XA', call)
      story.say('XA', notice)
      const id = act('XA', assess(on))
      return [alder(barred('no-assessment'), { stage: 'may-start', reasons: [], assess: id })]
    },
  },
  {
    kind: 'start',
    name: 'on the certificate of adoption',
    why: 'Alder’s part runs.',
    tell: (story, act) => {
      const { on, certificate, assess: own } = assessed(story)
      const id = act('XA', { kind: 'start', on, certificate, ...PARTS['start'] })
      return [
        alder(
          { stage: 'may-start', reasons: [], assess: own },
          running({ assess: own, start: id }, id),
        ),
      ]
    },
  },
  {
    kind: 'start',
    name: 'on an act that is no certificate',
    why: 'It is Alder’s latest word and begins nothing.',
    reference: 'wrong kind',
    tell: (story, act) => {
      const { on } = assessed(story)
      const id = act('XA', { kind: 'start', on, certificate: on, ...PARTS['start'] })
      return [{ at: 'measures.0.nations.XA.latest', is: id }]
    },
  },
]

const AFTER: readonly EffectCase[] = [
  {
    kind: 'report',
    name: 'what the part did',
    why: 'It is Alder’s latest word.',
    tell: (story, act) => {
      const { on, start } = begun(story)
      const id = act('XA', { kind: 'report', on, ...PARTS['report'] })
      return [{ at: 'measures.0.nations.XA.latest', was: start, is: id }]
    },
  },
  {
    kind: 'review',
    name: 'that finds a stop',
    why: 'The act has ceased and is repaired: that stops every part.',
    tell: (story, act) => {
      const { on, ...own } = begun(story)
      const id = act('XA', { kind: 'review', on, ...PARTS['review'] })
      const stop = { code: 'act-ceased', act: id }
      return [
        alder(running(own, own.start), {
          ...running(own, id),
          stage: 'suspended',
          reasons: [stop],
        }),
        ...['XB', 'XC'].map((party) => ({
          at: `measures.0.nations.${party}.reasons`,
          was: [{ code: 'no-assessment' }],
          is: [{ code: 'no-assessment' }, stop],
        })),
      ]
    },
  },
  {
    kind: 'suspend',
    name: 'its own part',
    why: 'It rests until the next start.',
    tell: (story, act) => {
      const { on, ...own } = begun(story)
      const id = act('XA', { kind: 'suspend', on, ...PARTS['suspend'] })
      const reasons = [{ code: 'suspended-by-act', act: id }]
      return [alder(running(own, own.start), { ...running(own, id), stage: 'suspended', reasons })]
    },
  },
  {
    kind: 'terminate',
    name: 'its own part',
    why: 'It has ended, for good.',
    tell: (story, act) => {
      const { on, ...own } = begun(story)
      const id = act('XA', { kind: 'terminate', on, ...PARTS['terminate'] })
      return [alder(running(own, own.start), { ...running(own, id), stage: 'terminated' })]
    },
  },
]

const ofNothing = (kind: string, said: Said): EffectCase => ({
  kind,
  name: 'on nothing',
  why: 'It belongs to no measure, and changes nothing.',
  reference: 'dangling',
  tell: (story, act) => {
    begun(story)
    act('XA', { kind, on: NOWHERE, ...said })
    return []
  },
})

const REFERENCES: readonly EffectCase[] = [
  ofNothing('assess', { ...assess(NOWHERE) }),
  ofNothing('start', { ...PARTS['start'], certificate: NOWHERE }),
  ...['report', 'review', 'suspend', 'terminate'].map((kind) => ofNothing(kind, PARTS[kind] ?? {})),
]

export const measureCases: readonly EffectCase[] = [...BEFORE, ...AFTER, ...REFERENCES]
