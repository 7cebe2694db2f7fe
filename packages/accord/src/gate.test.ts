import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  judge,
  propose,
  withdraw,
  type Strands,
} from '../test/case.ts'
import { evaluate } from './evaluate.ts'
import { awaited } from './gate.ts'
import { SPOKEN, weaker, type SpokenVoice } from './voice.ts'

// Expected values: the one decision table of the design, column express-unanimity, row by row.

const charter = charterOf()
const V = at('CO', 0)
const yes = comply(V)

/** Alder and Birch comply; what Cedar does decides. */
const withCedar = (...acts: Strands[string]): Strands => ({
  CO: [propose()],
  XA: [yes],
  XB: [yes],
  XC: acts,
})
const gateOf = (strands: Strands, rules = charter) => judge(rules, strands, V).gate
const codes = (strands: Strands, rules = charter) =>
  gateOf(strands, rules).reasons.map(({ code }) => code)

describe('under express unanimity', () => {
  describe.each(['complies', 'complies-with-statement', 'complies-with-reservation'] as const)(
    '%s',
    (voice) => {
      it('does not stop the text', () => {
        expect(gateOf(withCedar(comply(V, voice)))).toEqual({ open: true, reasons: [] })
      })
      it('is for: with everyone else abstaining it opens the gate', () => {
        const strands = {
          CO: [propose()],
          XA: [comply(V, 'abstains')],
          XB: [comply(V, 'abstains')],
          XC: [comply(V, voice)],
        }
        expect(gateOf(strands).open).toBe(true)
      })
    },
  )

  it('complies-with-reservation excepts the clauses that it reserves', () => {
    const version = judge(charter, withCedar(comply(V, 'complies-with-reservation')), V)
    expect(version.voices).toMatchObject({ XC: { excepts: ['1'] } })
  })
  it('a reservation without a clause is an interpretative statement and excepts nothing', () => {
    const act = comply(V, 'complies-with-reservation', 'complies', { clause: null })
    expect(judge(charter, withCedar(act), V).voices).not.toHaveProperty('XC.excepts')
  })
  it('a reservation beside a weaker voice excepts nothing', () => {
    const act = comply(V, 'complies-with-reservation', 'abstains')
    expect(judge(charter, withCedar(act), V).voices).not.toHaveProperty('XC.excepts')
  })

  describe.each(['abstains', 'abstains-constructively'] as const)('%s', (voice) => {
    it('does not stop the text', () => {
      expect(gateOf(withCedar(comply(V, voice)))).toEqual({ open: true, reasons: [] })
    })
    it('is not for: where nobody else is, nothing opens', () => {
      const all = comply(V, voice)
      const strands = { CO: [propose()], XA: [all], XB: [all], XC: [all] }
      expect(codes(strands)).toContain('nobody-for')
    })
  })

  describe.each([
    ['awaits-instructions', comply(V, 'awaits-instructions')],
    ['objects', comply(V, 'objects')],
    ['withdrawn', withdraw(V)],
  ] as const)('%s', (voice, act) => {
    it('shuts, and the reason names act, member, rule and source', () => {
      const { open, reasons } = gateOf(withCedar(act))
      expect(open).toBe(false)
      expect(reasons).toEqual([
        {
          code: voice,
          version: V,
          rule: 'express-unanimity',
          source: 'teu-31-1',
          member: 'XC',
          act: at('XC', 0),
          ...(voice !== 'withdrawn' && { axes: ['union', 'national'] }),
        },
      ])
    })
  })

  it('silent shuts: silence never counts as agreement', () => {
    expect(gateOf(withCedar())).toEqual({
      open: false,
      reasons: [
        {
          code: 'silent',
          version: V,
          rule: 'express-unanimity',
          source: 'teu-31-1',
          member: 'XC',
        },
      ],
    })
  })

  it('opens when every member spoke, none shuts and at least one is for', () => {
    expect(gateOf(withCedar(yes))).toEqual({ open: true, reasons: [] })
  })
  it('stays shut when all abstain: the rule is ours and says so', () => {
    const abstains = comply(V, 'abstains')
    const { reasons } = gateOf({
      CO: [propose()],
      XA: [abstains],
      XB: [abstains],
      XC: [abstains],
    })
    expect(reasons).toEqual([
      { code: 'nobody-for', version: V, rule: 'express-unanimity', source: 'none' },
    ])
  })
  it('gives every reason, in the order of the members', () => {
    const strands = {
      CO: [propose()],
      XA: [comply(V, 'objects', 'complies')],
      XC: [comply(V, 'complies', 'awaits-instructions')],
    }
    expect(gateOf(strands).reasons.map(({ code, member, axes }) => [code, member, axes])).toEqual([
      ['objects', 'XA', ['union']],
      ['silent', 'XB', undefined],
      ['awaits-instructions', 'XC', ['national']],
      ['nobody-for', undefined, undefined],
    ])
  })
  it('an organisation has no voice: what it files as one counts for nothing', () => {
    const strands = { ...withCedar(yes), CO: [propose(), comply(V, 'objects')] }
    expect(gateOf(strands).open).toBe(true)
    expect(evaluate(charter, cutOf(charter, strands)).void).toEqual([
      { party: 'CO', index: 1, act: at('CO', 1), code: 'act.not-competent' },
    ])
  })
})

describe('the effective voice', () => {
  // Weakest first, in the words of the design.
  const ORDER = [
    'objects',
    'awaits-instructions',
    'abstains-constructively',
    'abstains',
    'complies-with-reservation',
    'complies-with-statement',
    'complies',
  ] as const

  it('knows seven words in this order', () => {
    expect(SPOKEN).toEqual(ORDER)
  })
  it.each(ORDER.flatMap((a, i) => ORDER.slice(i).map((b) => [a, b] as const)))(
    '%s beside %s is the former, on either axis',
    (weak, strong) => {
      expect(weaker(weak, strong)).toBe(weak)
      expect(weaker(strong, weak)).toBe(weak)
      for (const said of [
        [weak, strong],
        [strong, weak],
      ] as [SpokenVoice, SpokenVoice][])
        expect(judge(charter, withCedar(comply(V, ...said)), V).voices).toMatchObject({
          XC: { effective: weak, union: said[0], national: said[1] },
        })
    },
  )
  it('is that of the last act: the later replaces the whole earlier one', () => {
    const strands = withCedar(
      comply(V, 'complies-with-reservation', 'objects'),
      comply(V, 'abstains', 'complies'),
    )
    expect(judge(charter, strands, V).voices).toMatchObject({
      XC: { effective: 'abstains', act: at('XC', 1) },
    })
    expect(judge(charter, strands, V).voices).not.toHaveProperty('XC.excepts')
  })
  it('is withdrawn for good after a withdrawal', () => {
    const version = judge(charter, withCedar(yes, withdraw(V), yes, comply(V, 'objects')), V)
    expect(version.voices).toMatchObject({ XC: { effective: 'withdrawn', act: at('XC', 1) } })
  })
})

describe('the double third of TEU 31(1), in whole numbers', () => {
  const aside = comply(V, 'abstains-constructively')
  const text = (members: Record<string, number>, unbound: readonly string[]) => {
    const strands = Object.fromEntries(
      Object.keys(members).map((id) => [id, [unbound.includes(id) ? aside : yes]]),
    )
    return codes({ CO: [propose()], ...strands }, charterOf({ members }))
  }

  it('shuts at exactly a third of members with exactly a third of the population', () => {
    expect(text({ XA: 1, XB: 1, XC: 1 }, ['XC'])).toEqual(['double-third'])
  })
  it('names the provision', () => {
    const strands = { CO: [propose()], XA: [yes], XB: [yes], XC: [aside] }
    expect(gateOf(strands, charterOf({ members: { XA: 1, XB: 1, XC: 1 } })).reasons).toEqual([
      { code: 'double-third', version: V, rule: 'express-unanimity', source: 'teu-31-1-2' },
    ])
  })
  it('does not shut at a third of members with less of the population', () => {
    expect(text({ XA: 40, XB: 35, XC: 25 }, ['XC'])).toEqual([])
  })
  it('does not shut at a third of the population with less of the members', () => {
    expect(text({ XA: 1, XB: 1, XC: 1, XD: 3 }, ['XD'])).toEqual([])
  })
  it('is not fooled by fractions: one part less than a third of a large population', () => {
    const third = 30_000_000_000_000
    const members = (own: number) => ({ XA: third, XB: third * 2 - own, XC: own })
    // 3·own against the whole of 90 000 000 000 000: equal shuts, one less does not.
    expect(text(members(third), ['XC'])).toEqual(['double-third'])
    expect(text(members(third - 1), ['XC'])).toEqual([])
  })
  it('abstaining without the declaration does not count to it', () => {
    const strands = { CO: [propose()], XA: [yes], XB: [yes], XC: [comply(V, 'abstains')] }
    expect(codes(strands, charterOf({ members: { XA: 1, XB: 1, XC: 1 } }))).toEqual([])
  })
  it('counts the effective voice: an objection beside it shuts by itself', () => {
    const strands = {
      CO: [propose()],
      XA: [yes],
      XB: [yes],
      XC: [comply(V, 'abstains-constructively', 'objects')],
    }
    expect(codes(strands, charterOf({ members: { XA: 1, XB: 1, XC: 1 } }))).toEqual(['objects'])
  })
})

describe('each-its-own', () => {
  it('has no gate: voices are collected and nothing opens', () => {
    const on = at('CO', 0)
    const strands = {
      CO: [propose('who', 'attribution')],
      XA: [comply(on)],
      XB: [comply(on)],
      XC: [comply(on)],
    }
    const version = judge(charter, strands, on)
    expect(version).toMatchObject({
      rule: 'each-its-own',
      gate: { open: false, reasons: [] },
      standing: 'open',
      inForce: false,
      adopted: [],
      voices: { XA: { effective: 'complies' } },
    })
  })
  it('names those who have not spoken', () => {
    const strands = { CO: [propose('who', 'attribution')], XB: [comply(V, 'objects')] }
    expect(judge(charter, strands, V).incomplete).toEqual(['XA', 'XC'])
  })
})

describe('awaited are', () => {
  const of = (strands: Strands) => awaited(judge(charter, strands, V))

  it('members who are silent, await instructions or object', () => {
    const strands = {
      CO: [propose()],
      XA: [comply(V, 'objects')],
      XB: [comply(V, 'awaits-instructions')],
    }
    expect(of(strands)).toEqual(['XA', 'XB', 'XC'])
  })
  it('nobody who withdrew: that is final', () => {
    expect(of(withCedar(withdraw(V)))).toEqual([])
  })
  it('nobody once the gate is open', () => {
    expect(of(withCedar(yes))).toEqual([])
  })
})
