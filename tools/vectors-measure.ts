import { openStrand, PARTY_IDS, put, type Said } from './vectors-case.ts'
import { bundleOf } from './vectors-mandate.ts'
import { certificate, complies, TEXT, type Strands } from './vectors-play.ts'

/** Two records that differ in one word: what kind of measure Alder began. */

const DAY = '2026-11-24'

function record(kind: 'countermeasure' | 'self-defence-referral'): string {
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
  put(XA, { ...assess, outcome: 'disputed', word: 'Mine.' })
  put(XA, { kind: 'start', on, certificate: adopted, startedOn: DAY })
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
    name: 'referral',
    why: 'The same acts, and the measure is a referral as self-defence: it is recorded, and whoever signs a start begins nothing.',
    bundle: record('self-defence-referral'),
    nations: {
      XA: { stage: 'barred', reasons: ['referred'] },
      XB: { stage: 'barred', reasons: ['referred'] },
    },
  },
]
