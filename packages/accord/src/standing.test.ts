import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  charterOf,
  comply,
  declare,
  judge,
  propose,
  record,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'

const charter = charterOf()
const V = at('CO', 0)
const V2 = at('CO', 2)
const yes = comply(V)
const ALL = { CO: [5, 10], XA: [5, 10], XB: [5, 10], XC: [5, 10] }
const SIZES = { CO: 1, XA: 1, XB: 1, XC: 1 }
const certificate = declare('adopted', V, SIZES, ALL)

/** Adopted with these voices of Cedar's first act; then Cedar goes on. */
const adopted = (cedar: readonly Drafted[], more: Strands = {}): Strands => ({
  CO: [propose(), certificate],
  XA: [yes],
  XB: [yes],
  XC: cedar,
  ...more,
})
const standing = (strands: Strands, id = V) => judge(charter, strands, id)

describe('a version that was adopted', () => {
  it('stands', () => {
    expect(standing(adopted([yes]))).toMatchObject({ standing: 'stands', reasons: [] })
  })
  it('stands with reservations, which are named by member, act and clause', () => {
    expect(standing(adopted([comply(V, 'complies-with-reservation')]))).toMatchObject({
      standing: 'stands-with-reservations',
      inForce: true,
      reasons: [{ code: 'reserves', member: 'XC', act: at('XC', 0), clauses: ['1'] }],
    })
  })
  it('stands where the only reservation is an interpretative statement', () => {
    const act = comply(V, 'complies-with-reservation', 'complies', { clause: null })
    expect(standing(adopted([act])).standing).toBe('stands')
  })
  it('stands though a member abstained all along: nothing was lost', () => {
    expect(standing(adopted([comply(V, 'abstains')])).standing).toBe('stands')
  })
  it('is weakened where a consent turned into abstention and the rule is still met', () => {
    expect(standing(adopted([yes, comply(V, 'abstains')]))).toMatchObject({
      standing: 'weakened',
      inForce: true,
      reasons: [{ code: 'consent-lost', member: 'XC', act: at('XC', 1) }],
    })
  })
  it('is weakened rather than standing with reservations where both fit', () => {
    const strands = adopted([yes, comply(V, 'abstains')], {
      XB: [comply(V, 'complies-with-reservation')],
    })
    expect(standing(strands).standing).toBe('weakened')
  })
  it('is weakened where a consent was lost on which only a later certificate rested', () => {
    const again = declare('adopted', V, { ...SIZES, CO: 2, XC: 2 }, ALL)
    const strands = adopted([comply(V, 'abstains'), yes, comply(V, 'abstains')], {
      CO: [propose(), certificate, again],
    })
    expect(standing(strands).standing).toBe('weakened')
  })
  describe.each(['objects', 'awaits-instructions'] as const)('a late %s', (voice) => {
    it('suspends it from there', () => {
      expect(standing(adopted([yes, comply(V, 'complies', voice)]))).toMatchObject({
        standing: 'suspended',
        inForce: false,
        reasons: [{ code: voice, member: 'XC', act: at('XC', 1), axes: ['national'] }],
        adopted: [at('CO', 1)],
      })
    })
    it('can be replaced by a later voice', () => {
      expect(standing(adopted([yes, comply(V, voice), yes])).standing).toBe('stands')
    })
  })
  it('is suspended by a withdrawal, which no later voice replaces', () => {
    expect(standing(adopted([yes, withdraw(V)])).standing).toBe('suspended')
    expect(standing(adopted([yes, withdraw(V), yes])).standing).toBe('suspended')
  })
  it('is suspended rather than weakened where the rule is no longer met', () => {
    const strands = adopted([yes, comply(V, 'objects')], { XB: [yes, comply(V, 'abstains')] })
    expect(standing(strands).standing).toBe('suspended')
  })
  it('stays so when a later version is only filed: voices go on counting for their own', () => {
    const strands = adopted([yes], { CO: [propose(), certificate, amend(V)] })
    expect(standing(strands)).toMatchObject({ standing: 'stands', current: false })
    expect(standing(strands, V2)).toMatchObject({ standing: 'open', current: true })
  })
  it('can be left though a later version is filed', () => {
    const strands = adopted([yes, withdraw(V)], { CO: [propose(), certificate, amend(V)] })
    expect(standing(strands).standing).toBe('suspended')
  })
})

describe('a version whose successor was adopted', () => {
  const second = declare('adopted', V2, { CO: 3, XA: 2, XB: 2, XC: 2 }, ALL)
  const voices = { XA: [yes, comply(V2)], XB: [yes, comply(V2)], XC: [yes, comply(V2)] }
  const both = (cedar: readonly Drafted[] = [], chair: readonly Drafted[] = []): Strands => ({
    ...voices,
    CO: [propose(), certificate, amend(V), second, ...chair],
    XC: [...voices.XC, ...cedar],
  })

  it('is superseded, and the reason names the successor', () => {
    expect(standing(both())).toMatchObject({
      standing: 'superseded',
      inForce: false,
      reasons: [{ code: 'later-version', act: V2 }],
    })
    expect(standing(both(), V2)).toMatchObject({ standing: 'stands', inForce: true })
  })
  it('is superseded rather than suspended', () => {
    expect(standing(both([withdraw(V)])).standing).toBe('superseded')
  })
  it('does not come back when the later one is suspended, or ends', () => {
    expect(standing(both([withdraw(V2)])).standing).toBe('superseded')
    const end = declare('ended', V2, { CO: 4, XA: 2, XB: 2, XC: 3 })
    const strands = both([withdraw(V2)], [end])
    expect(standing(strands, V2).standing).toBe('ended')
    expect(standing(strands)).toMatchObject({ standing: 'superseded', inForce: false })
  })
  it('is ended rather than superseded where both are certified', () => {
    const end = declare('ended', V, { CO: 4, XA: 2, XB: 2, XC: 3 })
    expect(standing(both([withdraw(V)], [end])).standing).toBe('ended')
  })
  it('is open, not superseded, where it was never adopted itself', () => {
    const strands = both()
    const first = { ...strands, CO: [propose(), record('evidence'), amend(V), second] }
    expect(standing(first).standing).toBe('open')
  })
  it('names the next adopted one where there are several', () => {
    const V3 = at('CO', 4)
    const third = declare('adopted', V3, { CO: 5, XA: 3, XB: 3, XC: 3 }, ALL)
    const strands = {
      CO: [propose(), certificate, amend(V), second, amend(V2), third],
      XA: [...voices.XA, comply(V3)],
      XB: [...voices.XB, comply(V3)],
      XC: [...voices.XC, comply(V3)],
    }
    expect(standing(strands).reasons).toMatchObject([{ act: V2 }])
    expect(standing(strands, V2).reasons).toMatchObject([{ act: V3 }])
  })
  it('stays what it is where the successor belongs to another step', () => {
    const strands = { ...both(), CO: [propose(), certificate, propose('else', 'position'), second] }
    expect(standing(strands).standing).toBe('stands')
  })
})
