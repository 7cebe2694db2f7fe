import { describe, expect, it } from 'vitest'
import {
  amend,
  at,
  charterOf,
  comply,
  cosigned,
  declare,
  judge,
  propose,
  withdraw,
  type Drafted,
  type Strands,
} from '../test/case.ts'

const charter = charterOf()
const V = at('CO', 0)
const yes = comply(V)
const no = comply(V, 'complies', 'objects')

/** All trees of the cut were current from 5 to 10, as far as nothing else is said. */
const ALL = { CO: [5, 10], XA: [5, 10], XB: [5, 10], XC: [5, 10] }
const SIZES = { CO: 1, XA: 1, XB: 1, XC: 1 }
const agreed = { CO: [propose()], XA: [yes], XB: [yes], XC: [yes] }

const withCertificate = (certificate: Drafted, strands: Strands = agreed, by = 'CO'): Strands => ({
  ...strands,
  [by]: [...(strands[by] ?? []), certificate],
})
const isAdopted = (strands: Strands, rules = charter) => judge(rules, strands, V).adopted.length > 0

describe('adopted is certified', () => {
  it('where the rule is met at one instant of all trees of the cut', () => {
    const version = judge(charter, withCertificate(declare('adopted', V, SIZES, ALL)), V)
    expect(version).toMatchObject({ adopted: [at('CO', 1)], standing: 'stands', inForce: true })
  })
  it('by anyone: a member may publish it as well as the chair', () => {
    expect(isAdopted(withCertificate(declare('adopted', V, SIZES, ALL), agreed, 'XB'))).toBe(true)
  })
  it('not before: met without a certificate stays open and says why', () => {
    expect(judge(charter, agreed, V)).toMatchObject({
      gate: { open: true },
      standing: 'open',
      reasons: [{ code: 'not-declared', version: V, source: 'none' }],
    })
  })
  it('not where the rule is unmet at the cited cut', () => {
    const strands = { ...agreed, XC: [no, yes] }
    expect(isAdopted(withCertificate(declare('adopted', V, SIZES, ALL), strands))).toBe(false)
  })
  it('though a member objects beyond the cited cut', () => {
    const strands = { ...agreed, XC: [yes, no] }
    expect(
      judge(charter, withCertificate(declare('adopted', V, SIZES, ALL), strands), V),
    ).toMatchObject({ adopted: [at('CO', 1)], standing: 'suspended', inForce: false })
  })
  it('once by each certificate that is true', () => {
    const certificate = declare('adopted', V, SIZES, ALL)
    const strands = withCertificate(certificate, withCertificate(certificate), 'XA')
    expect(judge(charter, strands, V).adopted).toEqual([at('CO', 1), at('XA', 1)])
  })
})

describe('the instant of adoption', () => {
  const by = (closings: Parameters<typeof declare>[3]) =>
    isAdopted(withCertificate(declare('adopted', V, SIZES, closings)))

  it('is where the last tree was first seen and the first was still current', () => {
    expect(by({ ...ALL, XA: [7, 20], XB: [1, 7] })).toBe(true)
  })
  it('does not exist where one tree had passed before another came', () => {
    expect(by({ ...ALL, XA: [8, 20], XB: [1, 7] })).toBe(false)
  })
  it("needs the filer's tree too: a later version may have been there", () => {
    expect(by({ ...ALL, CO: [11, 20] })).toBe(false)
    expect(by({ XA: [5, 10], XB: [5, 10], XC: [5, 10] })).toBe(false)
  })
  it('needs no tree of a party that neither files nor speaks', () => {
    const charterWithChair = charterOf({ chair: 'XA' })
    const on = at('XA', 0)
    const strands = {
      XA: [propose(), comply(on)],
      XB: [comply(on)],
      XC: [comply(on)],
      CO: [declare('adopted', on, { XA: 2, XB: 1, XC: 1 }, { XA: 5, XB: 5, XC: 5 })],
    }
    expect(judge(charterWithChair, strands, on).adopted).toHaveLength(1)
  })
  it.each(['XA', 'XB', 'XC', 'CO'] as const)(
    'needs q witnesses of %s, and two are too few',
    (id) => {
      const two = [
        ['alder', 5],
        ['birch', 5],
        ['alder', 10],
        ['birch', 10],
      ] as const
      expect(by({ ...ALL, [id]: two })).toBe(false)
      expect(by({ ...ALL, [id]: [...two, ['cedar', 5], ['cedar', 10]] })).toBe(true)
    },
  )
  it('counts a witness once, however often it cosigned', () => {
    const often = [
      ['alder', 5],
      ['alder', 6],
      ['alder', 10],
      ['birch', 5],
      ['birch', 10],
    ] as const
    expect(by({ ...ALL, XA: often })).toBe(false)
  })
  it('takes the earliest of a witness for seen, and its latest for still current', () => {
    const early = [
      ['alder', 9],
      ['alder', 1],
      ['birch', 1],
      ['birch', 9],
      ['cedar', 9],
      ['cedar', 1],
    ] as const
    expect(by({ XA: early, XB: [1, 9], XC: [1, 9], CO: 5 })).toBe(true)
    // Seen at 1 and not later: with a tree that passed at 3 there is still an instant.
    expect(by({ XA: early, XB: [1, 3], XC: [1, 9], CO: [1, 9] })).toBe(true)
  })
  it('is where the quorum is reached, not where the first or the last witness signed', () => {
    // Third of four: seen by 6. Third largest of four: current until 4.
    const spread = [
      ['alder', 2],
      ['birch', 4],
      ['cedar', 6],
      ['office', 8],
    ] as const
    expect(by({ ...ALL, XA: spread })).toBe(false)
    const both = [...spread, ['alder', 6], ['birch', 6]] as const
    expect(by({ XA: both, XB: [1, 6], XC: [1, 6], CO: [1, 6] })).toBe(true)
    expect(by({ XA: both, XB: [1, 5], XC: [1, 6], CO: [1, 6] })).toBe(false)
    expect(by({ XA: both, XB: [6, 9], XC: [1, 6], CO: [1, 6] })).toBe(true)
    expect(by({ XA: both, XB: [7, 9], XC: [1, 9], CO: [1, 9] })).toBe(false)
  })
})

describe('a voice with an end', () => {
  const ending = (until: number): Strands => ({
    ...agreed,
    XC: [comply(V, 'complies', 'complies', { until })],
  })
  const certified = (until: number, closings = ALL as Parameters<typeof declare>[3]) =>
    isAdopted(withCertificate(declare('adopted', V, SIZES, closings), ending(until)))

  it('counts while its end is after the instant', () => {
    expect(certified(6)).toBe(true)
  })
  it('is silence where its end has come by then', () => {
    expect(certified(5)).toBe(false)
    expect(certified(4)).toBe(false)
  })
  it('is judged at the first instant there is: a later cosignature takes no consent away', () => {
    expect(certified(6, { ...ALL, XC: [5, 1000] })).toBe(true)
  })
  it('an objection that ran out does not become consent', () => {
    const strands = { ...agreed, XC: [comply(V, 'objects', 'objects', { until: 2 })] }
    expect(isAdopted(withCertificate(declare('adopted', V, SIZES, ALL), strands))).toBe(false)
  })
  it('shows its end, and no clock is read beyond certificates', () => {
    const version = judge(charter, withCertificate(declare('adopted', V, SIZES, ALL), ending(6)), V)
    expect(version).toMatchObject({ standing: 'stands', voices: { XC: { until: 6 } } })
  })
})

describe('a certificate says nothing', () => {
  const cites = (sizes: Record<string, number>, by = 'CO') =>
    isAdopted(withCertificate(declare('adopted', V, { ...SIZES, ...sizes }, ALL), agreed, by))

  it('where it cites acts that are not there yet', () => {
    expect(cites({ XB: 2 })).toBe(false)
  })
  it('where it cites itself or what comes after it', () => {
    expect(cites({ CO: 2 })).toBe(false)
    expect(cites({ CO: 1 })).toBe(true)
    const strands = { ...agreed, XA: [declare('adopted', V, SIZES, ALL), yes] }
    // XA's certificate stands before XA's own voice, which it cites as if it were there.
    expect(isAdopted(strands)).toBe(false)
  })
  it('where its cut does not hold the version', () => {
    expect(cites({ CO: 0 })).toBe(false)
  })
  it('where its trees did not prove true', () => {
    const { act } = declare('adopted', V, SIZES, ALL)
    expect(isAdopted(withCertificate({ act }))).toBe(false)
  })
  it('of an end either, where its trees did not prove true', () => {
    const adopted = withCertificate(declare('adopted', V, SIZES, ALL), {
      ...agreed,
      XC: [yes, withdraw(V)],
    })
    const { act, trees } = declare('ended', V, { ...SIZES, CO: 2, XC: 2 })
    const ended = (certificate: Drafted) =>
      judge(charter, withCertificate(certificate, adopted), V).ended
    expect(ended({ act })).toEqual([])
    expect(ended({ act, trees: trees! })).toEqual([at('CO', 2)])
  })
  it('where its cut holds a later version of the step', () => {
    const strands = { ...agreed, CO: [propose(), amend(V)] }
    const later = declare('adopted', V, { ...SIZES, CO: 2 }, ALL)
    expect(isAdopted(withCertificate(later, strands))).toBe(false)
    expect(isAdopted(withCertificate(declare('adopted', V, SIZES, ALL), strands))).toBe(true)
  })
  it('about a version of another step: voices and results stay apart', () => {
    const other = at('CO', 1)
    const strands = { ...agreed, CO: [propose(), propose('other', 'measure')] }
    const certificate = declare('adopted', V, { ...SIZES, CO: 2 }, ALL)
    expect(judge(charter, withCertificate(certificate, strands), other)).toMatchObject({
      adopted: [],
      gate: { open: false },
    })
    expect(isAdopted(withCertificate(certificate, strands))).toBe(true)
  })
})

describe('ended is certified', () => {
  // Adopted by CO/1 at instants 5 to 10; cure is 20.
  const adopted = withCertificate(declare('adopted', V, SIZES, ALL))
  const endedBy = (cedar: readonly Drafted[], certificate: Drafted, more: Strands = {}) =>
    judge(charter, withCertificate(certificate, { ...adopted, XC: cedar, ...more }), V)
  const cut = (cedar: number) => ({ CO: 2, XA: 1, XB: 1, XC: cedar })

  it('at once where a member withdrew: no later act of it can come back', () => {
    const version = endedBy([yes, withdraw(V)], declare('ended', V, cut(2)))
    expect(version).toMatchObject({
      standing: 'ended',
      inForce: false,
      ended: [at('CO', 2)],
      reasons: [{ code: 'withdrawn', member: 'XC', act: at('XC', 1) }],
    })
  })
  it('not before it was adopted', () => {
    const strands = { ...agreed, XC: [withdraw(V)] }
    const certificate = declare('ended', V, SIZES)
    expect(judge(charter, withCertificate(certificate, strands), V)).toMatchObject({
      standing: 'open',
      ended: [],
    })
  })
  it('not where the cited cut lacks the certificate of adoption', () => {
    const version = endedBy([yes, withdraw(V)], declare('ended', V, { ...cut(2), CO: 1 }))
    expect(version).toMatchObject({ standing: 'suspended', ended: [] })
  })
  it('not while the rule is met', () => {
    const version = endedBy([yes], declare('ended', V, cut(1)))
    expect(version).toMatchObject({ standing: 'stands', ended: [] })
  })
  it('not by an objection that is not stuck yet', () => {
    const version = endedBy([yes, no], declare('ended', V, cut(2)))
    expect(version).toMatchObject({ standing: 'suspended', ended: [] })
  })

  describe.each(['objects', 'awaits-instructions'] as const)(
    'a member that %s is stuck',
    (voice) => {
      const against = comply(V, 'complies', voice)
      const at200 = (closing: number, size = 2) =>
        declare('ended', V, cut(size), { XC: closing }, { XC: [2, 200] })

      it('when it was never for until after the cure', () => {
        expect(endedBy([yes, against], at200(221)).standing).toBe('ended')
      })
      it('and not while the cure lasts, its last second included', () => {
        expect(endedBy([yes, against], at200(220)).standing).toBe('suspended')
        expect(endedBy([yes, against], at200(219)).standing).toBe('suspended')
      })
      it('though it says the same again meanwhile', () => {
        expect(endedBy([yes, against, against], at200(221, 3)).standing).toBe('ended')
      })
      it('though it turns from one way of shutting to another', () => {
        const other = comply(V, voice === 'objects' ? 'awaits-instructions' : 'objects')
        expect(endedBy([yes, against, other], at200(221, 3)).standing).toBe('ended')
      })
      it('and not where it complied meanwhile: lifted for a moment, it starts afresh', () => {
        expect(endedBy([yes, against, yes, against], at200(221, 4)).standing).toBe('suspended')
        const afresh = declare('ended', V, cut(4), { XC: 321 }, { XC: [4, 300] })
        expect(endedBy([yes, against, yes, against], afresh).standing).toBe('ended')
      })
      it('and not where the early tree still held its consent', () => {
        const certificate = declare('ended', V, cut(2), { XC: 221 }, { XC: [1, 200] })
        expect(endedBy([yes, against], certificate).standing).toBe('suspended')
      })
      it('and not without an early tree, a closing, or q witnesses of each', () => {
        const two = cosigned(200).slice(0, 2)
        const late = cosigned(400).slice(0, 2)
        for (const certificate of [
          declare('ended', V, cut(2), { XC: 221 }),
          declare('ended', V, cut(2), {}, { XC: [2, 200] }),
          declare('ended', V, cut(2), { XC: 221 }, { XC: [2, two] }),
          declare('ended', V, cut(2), { XC: late }, { XC: [2, 200] }),
        ])
          expect(endedBy([yes, against], certificate).standing).toBe('suspended')
      })
      it('and not by an early tree that is larger than the cited one', () => {
        const certificate = declare('ended', V, cut(2), { XC: 221 }, { XC: [3, 200] })
        expect(endedBy([yes, against, against], certificate).standing).toBe('suspended')
      })
    },
  )

  it('a member that turned to abstain is not for, but does not shut: nothing ends', () => {
    const certificate = declare('ended', V, cut(2), { XC: 900 }, { XC: [2, 200] })
    expect(endedBy([yes, comply(V, 'abstains')], certificate)).toMatchObject({
      standing: 'weakened',
      ended: [],
    })
  })
  it('where every member abstains and is stuck: nobody is for any more', () => {
    const abstains = comply(V, 'abstains')
    const since = { XA: [2, 200], XB: [2, 200], XC: [2, 200] } as const
    const all = { XA: [yes, abstains], XB: [yes, abstains], XC: [yes, abstains] }
    const certificate = declare(
      'ended',
      V,
      { CO: 2, XA: 2, XB: 2, XC: 2 },
      { XA: 221, XB: 221, XC: 221 },
      since,
    )
    expect(judge(charter, withCertificate(certificate, { ...adopted, ...all }), V)).toMatchObject({
      standing: 'ended',
      reasons: [{ code: 'nobody-for' }],
    })
  })
  it('not where others shut too, but only the one who is not stuck does it now', () => {
    // Birch is stuck at abstaining, which does not stop; Cedar objects and is not stuck.
    const certificate = declare(
      'ended',
      V,
      { CO: 2, XA: 1, XB: 2, XC: 2 },
      { XB: 900, XC: 900 },
      { XB: [2, 200] },
    )
    const birch = { XB: [yes, comply(V, 'abstains')] }
    expect(endedBy([yes, no], certificate, birch).standing).toBe('suspended')
  })
  it('stays ended whatever is said later', () => {
    const strands = withCertificate(declare('ended', V, cut(2), { XC: 221 }, { XC: [2, 200] }), {
      ...adopted,
      XC: [yes, no, yes],
    })
    expect(judge(charter, strands, V)).toMatchObject({
      standing: 'ended',
      inForce: false,
      gate: { open: true },
    })
  })
  it('and so does its adoption: both are facts on record', () => {
    const version = endedBy([yes, withdraw(V)], declare('ended', V, cut(2)))
    expect(version.adopted).toEqual([at('CO', 1)])
  })
})
