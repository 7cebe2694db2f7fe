import { describe, expect, it } from 'vitest'
import {
  type ActId,
  type ComesTo,
  isReceiptTimely,
  type PartyId,
  reaffirmation,
  type VersionState,
} from '@entente/accord'
import { charterOf } from '../../../../../packages/accord/test/case.ts'
import { hasGate, isExtendable, offersOf } from './gate-offers.ts'

const yes = { effective: 'complies', union: 'complies', national: 'complies' } as const
const id = `sha256:${'1'.repeat(64)}` as ActId
const version = (more: Partial<VersionState>): VersionState => ({
  id,
  number: 1,
  by: 'CO' as PartyId,
  current: true,
  rule: 'silence',
  voices: { XA: yes, XB: yes } as VersionState['voices'],
  gate: { open: true, reasons: [] },
  standing: 'open',
  reasons: [],
  inForce: false,
  adopted: [],
  ended: [],
  incomplete: [],
  expiry: 1000,
  ...more,
})
const charter = charterOf({ members: { XA: 50, XB: 50 }, period: 100 })
const results = (of: VersionState, now: number) =>
  offersOf(charter, of, { now }).map(({ result }) => result)

describe('a certificate is offered', () => {
  it('of adoption, from the second on at which it can be shown', () => {
    const silence = version({ gate: { open: true, reasons: [], notBefore: 1005 } })
    expect(results(silence, 1004)).toEqual([])
    expect(results(silence, 1005)).toEqual(['adopted'])
    expect(results(version({}), 0)).toEqual(['adopted'])
  })
  it('of a broken silence, once it is over and nobody has certified it', () => {
    const gate = { open: false, reasons: [], notBefore: 1005 }
    expect(results(version({ gate, standing: 'broken' }), 1004)).toEqual([])
    expect(results(version({ gate, standing: 'broken' }), 1005)).toEqual(['expired'])
    expect(results(version({ gate, standing: 'broken', broken: [id] }), 1005)).toEqual([])
  })
  it('of what the trees show of a silence, and of nothing where they show neither', () => {
    const over = version({ gate: { open: true, reasons: [], notBefore: 1005 } })
    const offered = (comesTo: ComesTo) =>
      offersOf(charter, over, { now: 1005, silence: { late: [], comesTo } }).map(
        ({ result }) => result,
      )
    expect(offered('adopted')).toEqual(['adopted'])
    expect(offered('broken')).toEqual(['expired'])
    expect(offered('neither')).toEqual([])
  })
  it('of an end, where the rule is no longer met', () => {
    expect(results(version({ standing: 'suspended', adopted: [id] }), 0)).toEqual(['ended'])
  })
  it('of a lapse, where somebody left a window that is due unanswered', () => {
    const stands = { standing: 'stands', adopted: [id], inForce: true } as const
    expect(results(version(stands), 1099)).toEqual([])
    expect(results(version(stands), 1100)).toEqual(['lapsed'])
    const reaffirmed = { XA: [1], XB: [1] } as NonNullable<VersionState['reaffirmed']>
    expect(results(version({ ...stands, reaffirmed }), 1199)).toEqual([])
    expect(results(version({ ...stands, reaffirmed }), 1200)).toEqual(['lapsed'])
  })
  it('of a voice whose end has come', () => {
    const voices = { XA: { ...yes, until: 50, act: id } } as VersionState['voices']
    const stands = version({ voices, standing: 'stands', adopted: [id], inForce: true })
    expect(offersOf({}, stands, { now: 49 })).toEqual([])
    expect(offersOf({}, stands, { now: 50 })).toEqual([{ result: 'expired', of: id }])
  })
})

describe('more time', () => {
  it('is given to a silence that still runs', () => {
    expect(isExtendable(version({}))).toBe(true)
    expect(isExtendable(version({ rule: 'qualified-majority' }))).toBe(false)
    expect(isExtendable(version({ current: false }))).toBe(false)
    for (const standing of ['broken', 'stands', 'superseded'] as const)
      expect(isExtendable(version({ standing }))).toBe(false)
  })
})

describe('a gate', () => {
  it('is none where the silence is certified as broken, though all comply since', () => {
    expect(hasGate(version({ standing: 'broken', broken: [id] }))).toBe(false)
    expect(hasGate(version({ standing: 'broken' }))).toBe(true)
    expect(hasGate(version({}))).toBe(true)
    expect(hasGate(version({ adopted: [id] }))).toBe(true)
  })
})

describe('an acknowledgement', () => {
  it('is offered until the charter’s notice before the end, and helps no more from then on', () => {
    expect(isReceiptTimely({ notice: 10 }, version({}), 989)).toBe(true)
    expect(isReceiptTimely({ notice: 10 }, version({}), 990)).toBe(false)
  })
})

describe('the next reaffirmation', () => {
  it('is due a period after the expiry, and names who has not answered', () => {
    const reaffirmed = { XA: [1] } as NonNullable<VersionState['reaffirmed']>
    expect(reaffirmation({ period: 100 }, version({ reaffirmed }), 900)).toEqual({
      window: 1,
      due: 1100,
      missing: ['XB'],
    })
    expect(reaffirmation({ period: 100 }, version({ reaffirmed }), 1100)).toMatchObject({
      window: 2,
      due: 1200,
      missing: ['XA', 'XB'],
    })
    expect(reaffirmation({}, version({}), 900)).toBeUndefined()
  })
})
