import { describe, expect, it } from 'vitest'
import {
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  judge,
  propose,
  withdraw,
  type Drafted,
} from '../test/case.ts'
import { evaluate } from './evaluate.ts'

// Expected values: the result table of the design (2-domain.md, section Steps), row `expired`.

const charter = charterOf()
const V = at('CO', 0)
const yes = comply(V)
const until150 = comply(V, 'complies', 'complies', { until: 150 })
const ALL = { CO: [5, 10], XA: [5, 10], XB: [5, 10], XC: [5, 10] }
const adopted = declare('adopted', V, { CO: 1, XA: 1, XB: 1, XC: 1 }, ALL)
const VOICE = at('XC', 0)

type Closed = { readonly size?: number; readonly at?: number; readonly of?: ReturnType<typeof at> }
const runOut = ({ size = 1, at: closed = 150, of = VOICE }: Closed = {}) =>
  declare('expired', V, { CO: 2, XA: 1, XB: 1, XC: size }, { XC: closed }, {}, { of })
const judged = (certificate: Drafted, cedar: readonly Drafted[] = [until150]) =>
  judge(charter, { CO: [propose(), adopted, certificate], XA: [yes], XB: [yes], XC: cedar }, V)

describe('a voice that ran out is certified', () => {
  it('by a closing of its strand at its end, and then counts as silent', () => {
    expect(judged(runOut())).toMatchObject({
      standing: 'suspended',
      ranOut: [at('CO', 2)],
      voices: { XC: { effective: 'silent', ranOut: true, act: VOICE } },
      reasons: [{ code: 'ran-out', member: 'XC', act: VOICE }],
    })
  })
  it('not a second before its end, and not without a closing', () => {
    expect(judged(runOut({ at: 149 })).standing).toBe('stands')
    expect(judged(declare('expired', V, { CO: 2, XC: 1 }, {}, {}, { of: VOICE })).standing).toBe(
      'stands',
    )
  })
  it('not by a tree that does not hold it', () => {
    expect(judged(runOut({ size: 0 })).standing).toBe('stands')
  })
  it('not where it names no end, or is the voice of nobody', () => {
    expect(judged(runOut(), [yes]).standing).toBe('stands')
    expect(judged(runOut({ of: at('XZ', 0) })).standing).toBe('stands')
  })
  it('and a later voice stands in its place', () => {
    expect(judged(runOut(), [until150, yes]).standing).toBe('stands')
  })
  it('and a withdrawal stays one: what is withdrawn does not run out', () => {
    const left = runOut({ size: 2, of: at('XC', 1) })
    expect(judged(left, [until150, withdraw(V)]).voices).toMatchObject({
      XC: { effective: 'withdrawn' },
    })
  })
  it('and counts in a cut that holds the certificate, not in an earlier one', () => {
    // Ended by who ran out needs the certificate inside the cited cut.
    const end = (co: number) =>
      declare('ended', V, { CO: co, XA: 1, XB: 1, XC: 1 }, { XC: 321 }, { XC: [1, 300] })
    const judgedWith = (co: number) =>
      judge(
        charter,
        {
          CO: [propose(), adopted, runOut(), end(co)],
          XA: [yes],
          XB: [yes],
          XC: [until150],
        },
        V,
      ).ended
    expect(judgedWith(3)).toHaveLength(1)
    expect(judgedWith(2)).toEqual([])
  })
})

describe('a member whose voice ran out is stuck', () => {
  const ended = (since: number, closed: number) =>
    judge(
      charter,
      {
        CO: [
          propose(),
          adopted,
          runOut(),
          declare('ended', V, { CO: 3, XA: 1, XB: 1, XC: 1 }, { XC: closed }, { XC: [1, since] }),
        ],
        XA: [yes],
        XB: [yes],
        XC: [until150],
      },
      V,
    ).ended
  it('from its end on, and not while it lasted', () => {
    expect(ended(150, 171)).toHaveLength(1)
    expect(ended(150, 170)).toEqual([])
    expect(ended(149, 900)).toEqual([])
  })
})

describe('under a majority', () => {
  const rules = charterOf({
    members: { XA: 45, XB: 45, XC: 10 },
    minimum: 1,
    blocking: 1,
    steps: { situation: { rule: 'qualified-majority' } },
  })
  const put = propose('s', 'situation', { expiry: 1 })
  it('a brake after adoption stops nothing', () => {
    const brake = comply(V, 'complies', 'objects', { vital: true })
    const strands = { CO: [put, adopted], XA: [yes], XB: [yes], XC: [yes, brake] }
    expect(judge(rules, strands, V)).toMatchObject({ standing: 'weakened', gate: { open: true } })
  })
  it('a text needs an expiry', () => {
    const cut = cutOf(rules, { CO: [propose('s', 'situation')] })
    expect(evaluate(rules, cut).void).toMatchObject([{ code: 'version.expiry' }])
  })
})

describe('compliance is incomplete', () => {
  it('under every rule but express unanimity, where who is silent shuts', () => {
    const silent = judge(charter, { CO: [propose()], XA: [yes], XB: [yes] }, V)
    expect(silent).toMatchObject({ incomplete: [], gate: { reasons: [{ code: 'silent' }] } })
    const rules = charterOf({ steps: { term: { rule: 'silence' } } })
    const put = propose('s', 'term', { expiry: 1 })
    const unheard = judge(rules, { CO: [put], XA: [yes], XB: [yes] }, V)
    expect(unheard).toMatchObject({
      incomplete: ['XC'],
      gate: { reasons: [{ code: 'unacknowledged', member: 'XC' }] },
    })
  })
})

describe('by default', () => {
  it.each(['term', 'lessons'] as const)('%s are decided by silence', (kind) => {
    const put = propose('s', kind, { expiry: 1 })
    expect(judge(charterOf({ steps: {} }), { CO: [put] }, V).rule).toBe('silence')
  })
  it('all whom a text names must be in', () => {
    const rules = charterOf({ steps: { measure: { rule: 'participants-only' } } })
    const put = propose('s', 'measure', { names: ['XA', 'XB'] })
    const gate = (birch: readonly Drafted[]) =>
      judge(rules, { CO: [put], XA: [yes], XB: birch }, V).gate.open
    expect(gate([])).toBe(false)
    expect(gate([yes])).toBe(true)
  })
  it('nothing is asked of those whom it does not name', () => {
    const rules = charterOf({ steps: { measure: { rule: 'participants-only' } } })
    const put = propose('s', 'measure', { names: ['XA', 'XB'] })
    const version = judge(rules, { CO: [put], XA: [yes], XB: [yes], XC: [comply(V, 'objects')] }, V)
    expect(version.gate.open).toBe(true)
    expect(Object.keys(version.voices)).toEqual(['XA', 'XB'])
  })
})
