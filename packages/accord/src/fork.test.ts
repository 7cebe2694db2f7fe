import { describe, expect, it } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { otherSize, sameSize } from '../../../tools/vectors-acts-alarm.ts'
import { charter as vectorsCharter } from '../../../tools/vectors-case.ts'
import {
  at,
  charterOf,
  comply,
  cosigned,
  cutOf,
  declare,
  judge,
  party,
  propose,
  type Strands,
} from '../test/case.ts'
import { whyUnproved, type Accusation } from './accusation.ts'
import { forksIn } from './fork.ts'

/** Silence until 100: three members, all of whom comply in time, and a certificate that all was closed. */
const charter = charterOf({ steps: { position: { rule: 'silence', model: 'eu-coreu' } } })
const V = at('CO', 0)
const yes = comply(V)
const accuse = (of: string) => ({ act: { ...sameSize, of } })
const closed = Object.fromEntries(
  ['CO', 'XA', 'XB', 'XC'].map((id) => [id, cosigned(50, 110)] as const),
)
const early = { XA: [1, 50], XB: [1, 50], XC: [1, 50] } as const
const adoption = (sizes: Readonly<Record<string, number>>) =>
  declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1, ...sizes }, closed, {}, { early })
const record = { act: { kind: 'evidence' } }
const strands = (alder: Strands[string], birch: Strands[string], sizes = {}): Strands => ({
  CO: [propose('position', 'position', { expiry: 100 }), adoption(sizes)],
  XA: alder,
  XB: birch,
  XC: [yes],
})

describe('silence among members of whom one has two strands', () => {
  it('adopts where nobody knows of it', () => {
    const version = judge(charter, strands([yes], [yes]), V)
    expect(version).toMatchObject({ standing: 'stands', adopted: [at('CO', 1)] })
  })
  it('adopts nothing where the cut holds the proof: what they took for consent may be two things', () => {
    const sizes = { XA: 2, XB: 3 }
    const told = strands([yes, accuse('XB')], [yes, record, record], sizes)
    expect(judge(charter, told, V)).toMatchObject({ standing: 'open', adopted: [] })
  })
  it('adopts where the two may part only beyond the cut', () => {
    const sizes = { XA: 2, XB: 2 }
    const told = strands([yes, accuse('XB')], [yes, record], sizes)
    expect(judge(charter, told, V)).toMatchObject({ adopted: [at('CO', 1)] })
  })
})

describe('an accusation', () => {
  const accusing = cutOf(charter, { XA: [accuse('XB')] })[party('XA')]!.acts

  it('freezes a strand from the smaller size on', () => {
    expect(forksIn(accusing)).toEqual(new Map([[party('XB'), { size: 2, by: at('XA', 0) }]]))
  })
  it('freezes nothing where it is void itself: what it says was not proved', () => {
    const reason = { code: 'accuse.unproved', message: 'expected two roots, got one' } as const
    const voided = accusing.map((logged) => ({ ...logged, void: reason }))
    expect(forksIn(voided)).toEqual(new Map())
  })
  it('is told that the smaller tree stands first', () => {
    const { notes, consistency } = otherSize
    const turned: Accusation = { of: party('XB'), notes: [notes[1], notes[0]], consistency }
    const { message } = whyUnproved(vectorsCharter, turned, crypto)!
    expect(message).toBe('expected the smaller tree first, got 3 before 2')
  })
})
