import { openStrand, PARTY_IDS, put, type Said } from './vectors-case.ts'
import { bundleOf } from './vectors-mandate.ts'
import { certificate, complies, TEXT, type Strands } from './vectors-play.ts'

/** Records that differ in one word: what kind of measure Alder began, and what it found of it. */

const DAY = '2026-11-24'
const LOST: Said = { outcome: 'not-satisfied', word: 'The terminals were replaced.' }

function record(kind: 'countermeasure' | 'self-defence-referral', found: Said[] = []): string {
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
  put(XA, {
    kind: 'call',
    for: 'measure',
    to: 'Hawthorn',
    demands: 'cease',
    transmittedOn: DAY,
    channel: 'note',
  })
  const assess: Said = { kind: 'assess', on, asOf: DAY, lawBase: 'entente-law-1', facts: {} }
  let prev = put(XA, { ...assess, outcome: 'disputed', word: 'Mine.' })
  put(XA, { kind: 'start', on, certificate: adopted, startedOn: DAY })
  for (const said of found) prev = put(XA, { ...assess, ...said, prev })
  return bundleOf(strands)
}

/** The stages of Alder and of Birch, which neither called nor assessed, as written by hand. */
export const measureExamples = () => [
  {
    name: 'countermeasure',
    why: 'Alder called, assessed, complied and began; Birch has not assessed.',
    bundle: record('countermeasure'),
    nations: {
      XA: { stage: 'running', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'not-satisfied',
    why: 'Alder began and then found the conditions not met: its part rests until it assesses again.',
    bundle: record('countermeasure', [LOST]),
    nations: {
      XA: { stage: 'suspended', reasons: ['assessed-not-satisfied'] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'differs',
    why: 'The same, and Alder’s adviser holds otherwise than the rules: its part goes on.',
    bundle: record('countermeasure', [{ ...LOST, differs: true }]),
    nations: {
      XA: { stage: 'running', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'assessed-again',
    why: 'Alder found the conditions not met, and assessed again: the last assessment counts.',
    bundle: record('countermeasure', [LOST, { outcome: 'disputed', word: 'Open again.' }]),
    nations: {
      XA: { stage: 'running', reasons: [] },
      XB: { stage: 'barred', reasons: ['no-assessment'] },
    },
  },
  {
    name: 'referral',
    why: 'The same acts, and the measure is a referral as self-defence: it is recorded, and whoever signs a start begins nothing.',
    bundle: record('self-defence-referral'),
    nations: {
      XA: { stage: 'barred', reasons: ['referred'] },
      XB: { stage: 'barred', reasons: ['referred'] },
    },
  },
]
