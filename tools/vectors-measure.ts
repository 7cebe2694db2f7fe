import type { MeasureKind } from '../packages/accord/src/document.ts'
import { openStrand, PARTY_IDS, put, type Said } from './vectors-case.ts'
import { bundleOf } from './vectors-mandate.ts'
import { certificate, complies, TEXT, type Strands } from './vectors-play.ts'

/** Records that differ in one word: what kind of measure Alder began, and what it found of it. */

const DAY = '2026-11-24'
const LOST: Said = { outcome: 'not-satisfied', word: 'The terminals were replaced.' }

const CALL: Said = {
  kind: 'call',
  for: 'measure',
  to: 'Hawthorn',
  demands: 'cease',
  transmittedOn: DAY,
  channel: 'note',
}
const NOTICE: Said = {
  kind: 'notice',
  for: 'measure',
  to: 'Hawthorn',
  says: 'The arrangement is suspended.',
  notifiedOn: DAY,
  offersNegotiation: true,
}
const URGENT: Said = {
  kind: 'notice',
  for: 'measure',
  to: 'Hawthorn',
  says: 'The arrangement is suspended.',
  offersNegotiation: true,
  urgency: 'The ports would be cut off.',
}

type Played = {
  /** What Alder says to Hawthorn first. */
  readonly said?: readonly Said[]
  /** What stands in Alder’s first assessment beside the rest. */
  readonly first?: Said
  readonly begins?: boolean
  /** How Alder assesses again. */
  readonly found?: readonly Said[]
}

function record(
  kind: MeasureKind,
  { said = [CALL, NOTICE], first = {}, begins = true, found = [] }: Played = {},
): string {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const { XA, XB, XC, CO } = strands
  const on = put(CO, {
    kind: 'propose',
    step: { id: 'measure', kind: 'measure' },
    text: TEXT,
    measure: { kind, against: { code: 'XH', name: 'Hawthorn' }, asOf: DAY, facts: {} },
  })
  for (const strand of [XA, XB, XC]) put(strand, complies(on))
  const adopted = put(CO, certificate(strands, 'adopted', on))
  for (const one of said) put(XA, one)
  const assess: Said = { kind: 'assess', on, asOf: DAY, lawBase: 'entente-law-1', facts: {} }
  let prev = put(XA, { ...assess, outcome: 'disputed', word: 'Mine.', ...first })
  if (begins) put(XA, { kind: 'start', on, certificate: adopted, startedOn: DAY })
  for (const one of found) prev = put(XA, { ...assess, ...one, prev })
  return bundleOf(strands)
}

/** Which kinds of measure begin without a call and a notice. */
const UNCALLED: readonly MeasureKind[] = [
  'statement',
  'demarche',
  'assistance',
  'retorsion',
  'restrictive-measure',
  'criminal-process',
  'necessity',
]

const viewOf = (code: string): Said => ({
  view: {
    holder: { code, name: 'Alder' },
    asOf: DAY,
    readings: {
      'prior-notification': { value: 'not-required', says: 'No notice.', source: 'Note 4' },
    },
  },
})
const unnotified = (first: Said) => record('countermeasure', { said: [CALL], first, begins: false })

/** The stages of Alder and of Birch, which neither called nor assessed, as written by hand. */
export const measureExamples = () => [...begun(), ...preceded(), referral()]

const begun = () => [
  {
    name: 'countermeasure',
    why: 'Alder called, notified, assessed, complied and began; Birch has not assessed.',
    bundle: record('countermeasure'),
    nations: {
      XA: { stage: 'running', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'not-satisfied',
    why: 'Alder began and then found the conditions not met: its part rests until it assesses again.',
    bundle: record('countermeasure', { found: [LOST] }),
    nations: {
      XA: { stage: 'suspended', reasons: ['assessed-not-satisfied'] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'differs',
    why: 'The same, and Alder’s adviser holds otherwise than the rules: its part goes on.',
    bundle: record('countermeasure', { found: [{ ...LOST, differs: true }] }),
    nations: {
      XA: { stage: 'running', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'assessed-again',
    why: 'Alder found the conditions not met, and assessed again: the last assessment counts.',
    bundle: record('countermeasure', {
      found: [LOST, { outcome: 'disputed', word: 'Open again.' }],
    }),
    nations: {
      XA: { stage: 'running', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
]

const preceded = () => [
  ...UNCALLED.map((kind) => ({
    name: `uncalled-${kind}`,
    why: `Nobody called or notified: a ${kind} needs neither, and Alder may begin.`,
    bundle: record(kind, { said: [], begins: false }),
    nations: {
      XA: { stage: 'may-start', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  })),
  {
    name: 'uncalled-countermeasure',
    why: 'Nobody called or notified: a countermeasure needs both.',
    bundle: record('countermeasure', { said: [], begins: false }),
    nations: {
      XA: { stage: 'barred', reasons: ['no-call', 'no-notice'] },
      XB: { stage: 'barred', reasons: ['no-call', 'no-notice', 'no-assessment'] },
    },
  },
  {
    name: 'unnotified',
    why: 'Alder called and gave no notice.',
    bundle: unnotified({}),
    nations: {
      XA: { stage: 'barred', reasons: ['no-notice'] },
      XB: { stage: 'barred', reasons: ['no-notice', 'no-assessment'] },
    },
  },
  {
    name: 'urgent',
    why: 'Alder called, and its notice pleads urgency: that counts as one.',
    bundle: record('countermeasure', { said: [CALL, URGENT], begins: false }),
    nations: {
      XA: { stage: 'may-start', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'notice-not-required',
    why: 'Alder called, and by the view it signed no notice is required: of it alone none is asked.',
    bundle: unnotified(viewOf('XA')),
    nations: {
      XA: { stage: 'may-start', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-notice', 'no-assessment'] },
    },
  },
  {
    name: 'view-of-another',
    why: 'The same, and the view that Alder signed is of Birch: it is nobody’s.',
    bundle: unnotified(viewOf('XB')),
    nations: {
      XA: { stage: 'barred', reasons: ['no-notice'] },
      XB: { stage: 'barred', reasons: ['no-notice', 'no-assessment'] },
    },
  },
]

const referral = () => ({
  name: 'referral',
  why: 'The same acts, and the measure is a referral as self-defence: it is recorded, and whoever signs a start begins nothing.',
  bundle: record('self-defence-referral'),
  nations: {
    XA: { stage: 'barred', reasons: ['referred'] },
    XB: { stage: 'barred', reasons: ['referred'] },
  },
})
