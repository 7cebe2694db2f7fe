import type { ActId } from '@entente/accord'
import {
  headOf,
  noteOf,
  openStrand,
  PARTY_IDS,
  put,
  threeAt,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'

/** A short play: a text fails on an objection, its second version is adopted, and one nation leaves. */

export type Strands = Readonly<Record<(typeof PARTY_IDS)[number], GrowingStrand>>

export const TEXT = {
  lang: 'en',
  title: 'Common position on the wiping of modems',
  clauses: [
    { id: '1', text: 'The modems were wiped on purpose, and the outage spilled over to others.' },
    { id: '2', text: 'Those responsible stop, and repair what they have broken.' },
  ],
}
export const STEP = { id: 'position', kind: 'position' }

export const EVIDENCE: Said = {
  kind: 'evidence',
  title: 'Flash memory overwritten on modems of one model',
  objects: [
    {
      id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111',
      modified: '2026-11-20T08:00:00.000Z',
      sha256: '3f'.repeat(32),
    },
  ],
  grade: { scale: 'admiralty', version: '1', value: 'B2' },
  custodian: 'XA',
}

export const ATTRIBUTION: Said = {
  kind: 'attribute',
  level: 'actor',
  whom: 'QUIET GULL',
  likelihood: { scale: 'icd-203', version: '2015', value: 'likely' },
  confidence: { scale: 'icd-203-confidence', version: '2015', value: 'moderate' },
  evidence: [],
}

export const complies = (on: ActId, more: Said = {}): Said => ({
  kind: 'comply',
  on,
  union: 'complies',
  national: 'complies',
  ...more,
})

/** Seconds at which the trees of the cut were cosigned, before and after the instant of adoption. */
export const BEFORE = 1_795_528_800
export const AFTER = BEFORE + 60

/** A certificate over the strands as they stand. */
export function certificate(
  strands: Strands,
  result: 'adopted' | 'ended' | 'expired',
  on: ActId,
): Said {
  const each = <T>(of: (strand: GrowingStrand) => T) =>
    Object.fromEntries(PARTY_IDS.map((id) => [id, of(strands[id])]))
  return {
    kind: 'declare',
    on,
    result,
    cut: each((strand) => headOf(strand)),
    closings: each((strand) => [noteOf(strand, threeAt(BEFORE)), noteOf(strand, threeAt(AFTER))]),
  }
}

export type Play = {
  readonly strands: Strands
  readonly ids: Readonly<
    Record<'first' | 'objection' | 'second' | 'waits' | 'adopted' | 'withdrawal', ActId>
  >
}

export function play(): Play {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const { XA, XB, XC, CO } = strands
  put(XA, EVIDENCE)
  put(XA, ATTRIBUTION)
  const first = put(CO, { kind: 'propose', step: STEP, text: TEXT })
  put(XA, complies(first))
  put(XB, complies(first))
  const objection = put(
    XC,
    complies(first, { national: 'objects', wouldTake: 'A softer clause 2' }),
  )
  const second = put(CO, { kind: 'amend', replaces: first, prev: first, step: STEP, text: TEXT })
  put(XA, complies(second))
  const waits = put(XB, complies(second, { national: 'awaits-instructions' }))
  put(XB, complies(second, { prev: waits }))
  const cedar = put(XC, complies(second))
  const adopted = put(CO, certificate(strands, 'adopted', second))
  const withdrawal = put(XC, {
    kind: 'withdraw',
    on: second,
    prev: cedar,
    reason: 'Its parliament took the mandate back.',
  })
  return { strands, ids: { first, objection, second, waits, adopted, withdrawal } }
}
