import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  extend,
  judge,
  propose,
  reaffirm,
  receipt,
  withdraw,
  type Drafted,
} from '../test/case.ts'
import { deemedOn } from './deemed.ts'
import { evaluate } from './evaluate.ts'
import type { State } from './state.ts'

// Expected values: the text under the decision table of the design (2-domain.md, section Steps).

const V = at('CO', 0)
const yes = comply(V)
const no = comply(V, 'complies', 'objects')
const awaits = comply(V, 'awaits-instructions')
const EXPIRY = 100
const term = propose('s', 'term', { expiry: EXPIRY })
const by = (model?: string) =>
  charterOf({
    period: 100,
    steps: { term: { rule: 'silence', ...(model !== undefined && { model }) } },
  })
const charter = by()

type Early = Readonly<Record<string, readonly [size: number, seen: number]>>
type Story = {
  readonly cedar: readonly Drafted[]
  readonly chair?: readonly Drafted[]
  readonly early?: Early
  readonly closed?: number
  /** How many of Cedar's and of the chair's acts the certificate cites. */
  readonly cited?: { readonly XC?: number; readonly CO?: number }
  readonly breaks?: Early
  readonly model?: string
}
const sizesOf = ({ cedar, chair = [], cited = {} }: Story) => ({
  CO: cited.CO ?? chair.length + 1,
  XA: 1,
  XB: 1,
  XC: cited.XC ?? cedar.length,
})
const EARLY = { CO: [1, 50], XA: [1, 50], XB: [1, 50] } as const
const certificate = (result: 'adopted' | 'expired', story: Story) => {
  const { closed = 105, early = {}, breaks = {} } = story
  const when = { CO: closed, XA: closed, XB: closed, XC: closed }
  return declare(result, V, sizesOf(story), when, {}, { early: { ...EARLY, ...early }, breaks })
}
const judged = (story: Story) =>
  judge(
    by(story.model),
    {
      CO: [term, ...(story.chair ?? [])],
      XA: [yes, certificate('adopted', story), certificate('expired', story)],
      XB: [yes],
      XC: story.cedar,
    },
    V,
  )
const isAdopted = (story: Story) => judged(story).adopted.length > 0
const isBroken = (story: Story) => (judged(story).broken?.length ?? 0) > 0
const acknowledged = { cedar: [receipt(V)], early: { XC: [1, 89] } } as const

describe('whose silence is consent', () => {
  const deemed = (story: Story) => deemedOn(judged(story), {})
  it('is told of who had the text in time and never spoke, once a certificate shows it', () => {
    expect(deemed(acknowledged)).toEqual(['XC'])
    expect(deemed({ ...acknowledged, closed: 104 })).toEqual([])
    expect(deemed({ ...acknowledged, early: { XC: [1, 90] } })).toEqual([])
  })
  it('is not told of who consented expressly, before or after it was adopted', () => {
    expect(deemed({ cedar: [yes], early: { XC: [1, 99] } })).toEqual([])
    expect(deemed({ ...acknowledged, cedar: [receipt(V), yes], cited: { XC: 1 } })).toEqual([])
    expect(deemed({ ...acknowledged, cedar: [receipt(V), no], cited: { XC: 1 } })).toEqual([])
  })
  it('is not told of a log that signed two histories', () => {
    const fork = { party: 'XC', size: 0, by: at('XA', 5) } as NonNullable<State['forked']>[number]
    expect(deemedOn(judged(acknowledged), { forked: [fork] })).toEqual([])
  })
  it('is nobody’s under another rule', () => {
    const all = { CO: 1, XA: 1, XB: 1, XC: 0 }
    const when = { CO: 105, XA: 105, XB: 105, XC: 105 }
    const version = judge(
      charterOf({ minimum: 1, blocking: 4, steps: { term: { rule: 'qualified-majority' } } }),
      { CO: [term], XA: [yes, declare('adopted', V, all, when)], XB: [yes], XC: [] },
      V,
    )
    expect(version).toMatchObject({ standing: 'stands', voices: { XC: { effective: 'silent' } } })
    expect(deemedOn(version, {})).toEqual([])
  })
})

describe('a silence is adopted', () => {
  it('by closings at its expiry and the grace, and not a second earlier', () => {
    expect(isAdopted(acknowledged)).toBe(true)
    expect(isAdopted({ ...acknowledged, closed: 104 })).toBe(false)
  })
  it('where each receipt was seen more than the notice before its expiry', () => {
    expect(isAdopted({ ...acknowledged, early: { XC: [1, 89] } })).toBe(true)
    expect(isAdopted({ ...acknowledged, early: { XC: [1, 90] } })).toBe(false)
    expect(isAdopted({ ...acknowledged, early: {} })).toBe(false)
    expect(isAdopted({ ...acknowledged, early: { XC: [0, 50] } })).toBe(false)
  })
  it('where the first of several receipts was seen in time', () => {
    const twice = { cedar: [receipt(V), receipt(V)] }
    expect(isAdopted({ ...twice, early: { XC: [1, 50] } })).toBe(true)
    expect(isAdopted({ ...twice, early: { XC: [2, 90] } })).toBe(false)
  })
  it('and not by an early tree that is larger than the one cited', () => {
    const story = { cedar: [receipt(V), receipt(V)], early: { XC: [2, 50] } } as const
    expect(isAdopted(story)).toBe(true)
    expect(isAdopted({ ...story, cited: { XC: 1 } })).toBe(false)
  })
  it('where a consent was seen before its expiry, without any receipt', () => {
    expect(isAdopted({ cedar: [yes], early: { XC: [1, 99] } })).toBe(true)
    expect(isAdopted({ cedar: [yes], early: { XC: [1, 100] } })).toBe(false)
    expect(isAdopted({ cedar: [yes] })).toBe(false)
  })
  it('where an awaiting was lifted before its expiry, and not where it was lifted after', () => {
    expect(isAdopted({ cedar: [awaits, yes], early: { XC: [2, 99] } })).toBe(true)
    expect(isAdopted({ cedar: [awaits, yes], early: { XC: [2, 100] } })).toBe(false)
    expect(isAdopted({ cedar: [awaits, yes], early: { XC: [1, 99] } })).toBe(false)
    expect(isAdopted({ cedar: [yes, awaits, yes], early: { XC: [1, 99] } })).toBe(false)
  })
  it('and not by consents after the expiry alone: they express nothing before it', () => {
    const quiet = (cedar: readonly Drafted[], size: number) =>
      judge(
        charter,
        {
          CO: [term],
          XA: [receipt(V)],
          XB: [receipt(V)],
          XC: cedar,
          // The certificate stands in the strand of who has no voice here.
        },
        V,
      ).adopted.length > size
    expect(quiet([receipt(V), yes], 0)).toBe(false)
    const late = (size: number) => {
      const sizes = { CO: 1, XA: 1, XB: 1, XC: 2 }
      const when = { CO: 105, XA: 105, XB: 105, XC: 105 }
      const early = { CO: [1, 50], XA: [1, 50], XB: [1, 50], XC: [size, 50] } as const
      return judge(
        charter,
        {
          CO: [term, declare('adopted', V, sizes, when, {}, { early })],
          XA: [receipt(V)],
          XB: [receipt(V)],
          XC: [receipt(V), comply(V, 'complies-with-reservation')],
        },
        V,
      ).adopted
    }
    expect(late(2)).toHaveLength(1)
    expect(late(1)).toEqual([])
  })
  it('and not by a voice that ends by the closing: it counts as silence that is no consent', () => {
    const until = (end: number) => ({
      cedar: [receipt(V), comply(V, 'complies', 'complies', { until: end })],
      early: { XC: [2, 50] } as const,
    })
    expect(isAdopted(until(106))).toBe(true)
    expect(isAdopted(until(105))).toBe(false)
  })
  it('and not by a voice whose end is certified inside the cut', () => {
    const ranOut = declare(
      'expired',
      V,
      { CO: 1, XA: 1, XB: 1, XC: 1 },
      { XC: 300 },
      {},
      { of: at('XC', 0) },
    )
    const story = {
      cedar: [comply(V, 'complies', 'complies', { until: 300 })],
      chair: [ranOut],
      early: { CO: [1, 50], XC: [1, 99] },
      closed: 400,
    } as const
    expect(isAdopted(story)).toBe(false)
    expect(isAdopted({ ...story, cited: { CO: 1 } })).toBe(true)
  })
  it('and not where a member withdrew, though it had consented', () => {
    expect(isAdopted({ cedar: [yes, withdraw(V)], early: { XC: [1, 50] } })).toBe(false)
  })
  it('by trees of every strand, the filer’s too', () => {
    const sizes = { CO: 1, XA: 1, XB: 1, XC: 1 }
    const closed = { CO: 105, XA: 105, XB: 105, XC: 105 }
    const early = { ...EARLY, XC: [1, 50] } as const
    for (const party of ['CO', 'XA', 'XB', 'XC']) {
      const when = { ...closed, [party]: 104 }
      const one = declare('adopted', V, sizes, when, {}, { early })
      const strands = { CO: [term, one], XA: [yes], XB: [yes], XC: [receipt(V)] }
      expect(judge(charter, strands, V).adopted, party).toEqual([])
    }
  })
})

describe('an extension', () => {
  const longer = [extend(V, 160)]
  const both = { ...acknowledged, chair: longer }
  it('always moves the closing', () => {
    expect(isAdopted({ ...both, closed: 164, early: { CO: [2, 99], XC: [1, 149] } })).toBe(false)
    expect(isAdopted({ ...both, closed: 165, early: { CO: [2, 99], XC: [1, 149] } })).toBe(true)
    expect(judged({ ...both }).gate.notBefore).toBe(165)
    expect(judged({ ...both }).expiry).toBe(160)
  })
  it('moves what receipts are measured against only where it was seen before the expiry', () => {
    expect(isAdopted({ ...both, closed: 165, early: { CO: [2, 99], XC: [1, 149] } })).toBe(true)
    expect(isAdopted({ ...both, closed: 165, early: { CO: [2, 99], XC: [1, 150] } })).toBe(false)
    expect(isAdopted({ ...both, closed: 165, early: { CO: [2, 100], XC: [1, 149] } })).toBe(false)
    expect(isAdopted({ ...both, closed: 165, early: { CO: [1, 99], XC: [1, 149] } })).toBe(false)
    expect(isAdopted({ ...both, closed: 165, early: { CO: [2, 100], XC: [1, 89] } })).toBe(true)
  })
  it('never brings an end forward', () => {
    const story = { ...acknowledged, chair: [extend(V, 90)] }
    expect(judged(story).expiry).toBe(100)
    expect(isAdopted({ ...story, closed: 104 })).toBe(false)
    expect(isAdopted(story)).toBe(true)
  })
  it('beyond the cited tree moves nothing', () => {
    expect(isAdopted({ ...both, cited: { CO: 1 } })).toBe(true)
  })
  it('counts for nothing from anyone but who filed the text, or before it', () => {
    const strands = { CO: [extend(V, 160), term], XA: [extend(at('CO', 1), 160)] }
    expect(evaluate(charter, cutOf(charter, strands)).void).toMatchObject([
      { party: 'CO', index: 0, code: 'act.not-competent' },
      { party: 'XA', index: 0, code: 'act.not-competent' },
    ])
  })
  it('counts for nothing on a text that is not under silence', () => {
    const rules = charterOf()
    const cut = cutOf(rules, { CO: [propose(), extend(V, 160)] })
    expect(evaluate(rules, cut).void).toMatchObject([{ index: 1, code: 'version.not-silence' }])
  })
})

describe('a silence is broken for good', () => {
  const broken = (cedar: readonly Drafted[], size: number, seen: number) =>
    isBroken({ cedar, breaks: { XC: [size, seen] } })

  it('by an objection, lifted or not, seen before the expiry and the grace', () => {
    expect(broken([receipt(V), no], 2, 104)).toBe(true)
    expect(broken([receipt(V), no, yes], 2, 104)).toBe(true)
    expect(broken([receipt(V), no], 2, 105)).toBe(false)
    expect(broken([receipt(V), no], 1, 50)).toBe(false)
  })
  it('by a withdrawal', () => {
    expect(broken([yes, withdraw(V)], 2, 104)).toBe(true)
    expect(broken([yes, withdraw(V)], 1, 50)).toBe(false)
  })
  it('by an awaiting that still stands in the closing, and by no other', () => {
    expect(broken([awaits], 1, 104)).toBe(true)
    expect(broken([awaits, yes], 1, 104)).toBe(false)
    expect(broken([awaits, awaits], 1, 104)).toBe(false)
  })
  it('by a closing with neither voice nor receipt', () => {
    expect(isBroken({ cedar: [] })).toBe(true)
    expect(isBroken({ cedar: [receipt(V)] })).toBe(false)
    expect(isBroken({ cedar: [receipt(V)], cited: { XC: 0 } })).toBe(true)
  })
  it('not before its end: whoever reads it then proves nothing', () => {
    expect(isBroken({ cedar: [no], breaks: { XC: [1, 50] }, closed: 104 })).toBe(false)
    expect(isBroken({ cedar: [], closed: 104 })).toBe(false)
  })
  it('not by a certificate that speaks of one voice', () => {
    const sizes = { CO: 1, XA: 1, XB: 1, XC: 1 }
    const closed = { CO: 105, XA: 105, XB: 105, XC: 105 }
    const breaks = { XC: [1, 50] } as const
    const one = declare('expired', V, sizes, closed, {}, { breaks, of: at('XC', 0) })
    const strands = { CO: [term, one], XA: [yes], XB: [yes], XC: [no] }
    expect(judge(charter, strands, V)).not.toHaveProperty('broken')
  })
  it('not by what is missing from a certificate', () => {
    expect(isBroken({ cedar: [no] })).toBe(false)
  })
  it('not by a break after a closing that the extension did not move', () => {
    // Closed and clean at 105; extended at 150, objected at 155.
    const late = { cedar: [receipt(V), no], chair: [extend(V, 160)], closed: 165 } as const
    const breaks = { XC: [2, 155] } as const
    expect(isBroken({ ...late, breaks })).toBe(false)
    expect(isBroken({ ...late, breaks, early: { CO: [2, 150] } })).toBe(false)
    // Extended before 105: no closing from then on can lack it.
    expect(isBroken({ ...late, breaks, early: { CO: [2, 104] } })).toBe(true)
  })
  it('is shown as broken as soon as it was, with the act that broke it', () => {
    expect(judged({ cedar: [no] })).toMatchObject({
      standing: 'broken',
      reasons: [{ code: 'objects', member: 'XC', act: at('XC', 0) }],
    })
    expect(judged({ cedar: [awaits] }).standing).toBe('open')
  })
  it('names what no act says: who had neither voice nor receipt', () => {
    expect(judged({ cedar: [] })).toMatchObject({
      standing: 'broken',
      reasons: [{ code: 'unacknowledged', member: 'XC' }],
    })
  })
})

describe('an amendment', () => {
  const amends = [comply(V, 'complies', 'complies', { amends: true })]
  const story = { cedar: amends, early: { XC: [1, 50] } } as const
  it('breaks a silence under the procedure of the OSCE, which says so', () => {
    expect(isAdopted({ ...story, model: 'osce' })).toBe(false)
    expect(isBroken({ ...story, model: 'osce', breaks: { XC: [1, 50] } })).toBe(true)
    expect(judged({ ...story, model: 'osce' })).toMatchObject({
      standing: 'broken',
      reasons: [{ code: 'broken', member: 'XC', source: 'osce-rop-annex-1-a' }],
    })
  })
  it.each([undefined, 'eu-coreu', 'nato'])(
    'breaks none under %s, which does not say so',
    (model) => {
      expect(isAdopted({ ...story, ...(model !== undefined && { model }) })).toBe(true)
    },
  )
})

describe('after adoption by silence', () => {
  const story = { ...acknowledged, cited: { XC: 1 } }
  it('a consent by silence stays one, and can be lost like any other', () => {
    expect(judged(story)).toMatchObject({ standing: 'stands', incomplete: ['XC'] })
    const turned = { ...story, cedar: [receipt(V), comply(V, 'abstains')] }
    expect(judged(turned)).toMatchObject({ standing: 'weakened', inForce: true })
  })
  it('a late objection suspends and can be replaced', () => {
    expect(judged({ ...story, cedar: [receipt(V), no] }).standing).toBe('suspended')
    expect(judged({ ...story, cedar: [receipt(V), no, yes] }).standing).toBe('stands')
  })
  it('who is silent was for all the time: nothing ends while it may still comply', () => {
    const abstains = comply(V, 'abstains')
    const ended = (since: Early, receipts: readonly Drafted[]) =>
      judge(
        charter,
        {
          CO: [
            term,
            declare(
              'ended',
              V,
              { CO: 1, XA: 3, XB: 2, XC: receipts.length },
              { XA: 900, XB: 900, XC: 900 },
              since,
            ),
          ],
          XA: [yes, certificate('adopted', story), abstains],
          XB: [yes, abstains],
          XC: receipts,
        },
        V,
      ).ended
    const turned = { XA: [3, 300], XB: [2, 300] } as const
    // Nobody is expressly for it any more. Cedar's silence is consent, so Cedar is not stuck.
    expect(ended({ ...turned, XC: [1, 300] }, [receipt(V)])).toEqual([])
    const left = [receipt(V), comply(V, 'abstains')]
    expect(ended({ ...turned, XC: [2, 300] }, left)).toHaveLength(1)
  })
  const lapse = (cedar: readonly Drafted[], closed = 200, window = 1) =>
    judge(
      charter,
      {
        CO: [term],
        XA: [yes, certificate('adopted', story), reaffirm(V, 1), reaffirm(V, 2)],
        XB: [
          yes,
          reaffirm(V, 1),
          reaffirm(V, 2),
          declare(
            'lapsed',
            V,
            { CO: 1, XA: 4, XB: 3, XC: cedar.length },
            { XA: closed, XB: closed, XC: closed },
            {},
            { window },
          ),
        ],
        XC: cedar,
      },
      V,
    )
  it('it lapses where who was silent does not reaffirm by the due time', () => {
    expect(lapse([receipt(V)])).toMatchObject({
      standing: 'lapsed',
      inForce: false,
      reasons: [{ code: 'not-reaffirmed', member: 'XC' }],
    })
    expect(lapse([receipt(V)], 199).standing).toBe('stands')
    expect(lapse([receipt(V), reaffirm(V)]).standing).toBe('stands')
  })
  it('an answer that the cited tree does not hold is none', () => {
    const late = [receipt(V), reaffirm(V)]
    const version = judge(
      charter,
      {
        CO: [term],
        XA: [yes, certificate('adopted', story), reaffirm(V)],
        XB: [
          yes,
          reaffirm(V),
          declare('lapsed', V, { CO: 1, XA: 3, XB: 2, XC: 1 }, { XC: 200 }, {}, { window: 1 }),
        ],
        XC: late,
      },
      V,
    )
    expect(version.standing).toBe('lapsed')
  })
  it('and not where nobody is overdue, though the rule is unmet', () => {
    const all = [receipt(V), reaffirm(V), no]
    expect(lapse(all)).toMatchObject({ standing: 'suspended' })
  })
  it('each window has a due time and answers of its own', () => {
    expect(lapse([receipt(V), reaffirm(V)], 300, 2).standing).toBe('lapsed')
    expect(lapse([receipt(V), reaffirm(V, 2)], 300, 2).standing).toBe('stands')
    expect(lapse([receipt(V), reaffirm(V, 2)], 200, 1).standing).toBe('lapsed')
    expect(lapse([receipt(V)], 299, 2).standing).toBe('stands')
  })
  it('stays lapsed whatever is said later, and says who reaffirmed', () => {
    const version = lapse([receipt(V)])
    expect(version.lapsed).toHaveLength(1)
    expect(version.reaffirmed).toEqual({ XA: [1, 2], XB: [1, 2] })
  })
})
