import { describe, expect, it } from 'vitest'
import type { Charter, RuleName, StepKind } from '../src/charter.ts'
import { awaited } from '../src/gate.ts'
import type { VersionState } from '../src/state.ts'
import {
  at,
  charterOf,
  comply,
  declare,
  judge,
  propose,
  receipt,
  withdraw,
  type Drafted,
} from './case.ts'

/**
 * The one decision table, cell by cell. The words of each cell are those of the design's table
 * (2-domain.md, section Steps); what each means is written here by hand and asked of certificates.
 */
const TABLE = `
voice | express-unanimity | silence | qualified-majority | participants-only
complies | for | for | for | in
complies-with-statement | for | for | for | in
complies-with-reservation | for, except what it reserves | for, except what it reserves | for | in, except what it reserves
abstains | does not stop, bound | does not stop, bound | not for | out
abstains-constructively | does not stop, not bound, counts to the double third | does not stop, not bound, counts to the double third | not for, counts to the double third | out
awaits-instructions | shuts | breaks if held at any time from the early tree on | not for | out
objects | shuts | breaks if ever held | not for; with vital: shuts (brake) | out
withdrawn | shuts | breaks | not for | out
silent | shuts | deemed consent if its receipt was in time, else breaks | not for | out
`

const [head, ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
const CELLS = rows.flatMap(([voice, ...cells]) =>
  cells.map((cell, column) => ({ voice: voice!, rule: head![column + 1] as RuleName, cell })),
)

const KINDS: Partial<Record<RuleName, StepKind>> = {
  'express-unanimity': 'position',
  silence: 'term',
  'qualified-majority': 'situation',
  'participants-only': 'measure',
}
type World = {
  readonly rule: RuleName
  /** What Cedar does on the text; its receipt comes before. */
  readonly cedar: readonly Drafted[]
  /** What Alder and Birch say. */
  readonly others?: Drafted
  readonly members?: Record<string, number>
  readonly noReceipt?: true
  readonly doubleThird?: true
  readonly minimum?: number
  /** How many acts of Cedar were seen before the expiry. */
  readonly early?: number
}

const V = at('CO', 0)
const EXPIRY = 100
const yes = comply(V)

const charterFor = ({ rule, members, doubleThird }: World): Charter =>
  charterOf({
    members: members ?? { XA: 30, XB: 30, XC: 40 },
    minimum: 1,
    blocking: 1,
    ...(doubleThird && { doubleThirdUnderMajority: true }),
    steps: { [KINDS[rule]!]: { rule } },
  })

/** The text, what all said on it, and the certificate that it is adopted at 110 with all its trees. */
function certified(world: World): VersionState {
  const { rule, cedar, others = yes, noReceipt, minimum = 3, early } = world
  const strand = [...(noReceipt ? [] : [receipt(V)]), ...cedar]
  const sizes = { CO: 1, XA: 1, XB: 1, XC: strand.length }
  const seen = { CO: [1, 50], XA: [1, 50], XB: [1, 50], XC: [early ?? strand.length, 50] } as const
  const put = propose('s', KINDS[rule], { expiry: EXPIRY, names: ['XA', 'XB', 'XC'], minimum })
  const closings = { CO: [50, 110], XA: [50, 110], XB: [50, 110], XC: [50, 110] }
  return judge(
    charterFor(world),
    {
      CO: [
        put,
        declare('adopted', V, sizes, closings, {}, { early: seen }),
        declare('expired', V, { ...sizes, CO: 2 }, closings, {}, { early: seen, breaks: seen }),
      ],
      XA: [others],
      XB: [others],
      XC: strand,
    },
    V,
  )
}
const isAdopted = (world: World) => certified(world).adopted.length > 0
const isBroken = (world: World) => (certified(world).broken?.length ?? 0) > 0

const actsOf = (voice: string): readonly Drafted[] => {
  if (voice === 'silent') return []
  return [voice === 'withdrawn' ? withdraw(V) : comply(V, voice as 'complies')]
}
const abstains = comply(V, 'abstains')
const aside = comply(V, 'abstains-constructively')

/** Under these two a text is adopted where nobody stops it and somebody is for it. */
const oneIsEnough = new Set<RuleName>(['express-unanimity', 'silence'])

/** What each cell says, asked of worlds in which it decides alone. */
const MEANS: Readonly<Record<string, (rule: RuleName, cedar: readonly Drafted[]) => void>> = {
  for: (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(true)
    // Alone it carries the text where one is enough; else it is the one that was lacking.
    if (oneIsEnough.has(rule)) expect(isAdopted({ rule, cedar, others: abstains })).toBe(true)
    else expect(isAdopted({ rule, cedar: [abstains] })).toBe(false)
    expect(certified({ rule, cedar }).standing).toMatch(/^stands/)
  },
  in: (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(true)
    expect(isAdopted({ rule, cedar: [abstains] })).toBe(false)
  },
  'for, except what it reserves': (rule, cedar) => {
    MEANS['for']!(rule, cedar)
    expect(certified({ rule, cedar }).voices).toMatchObject({ XC: { excepts: ['1'] } })
    expect(certified({ rule, cedar }).standing).toBe('stands-with-reservations')
  },
  'in, except what it reserves': (rule, cedar) => {
    MEANS['in']!(rule, cedar)
    expect(certified({ rule, cedar }).voices).toMatchObject({ XC: { excepts: ['1'] } })
  },
  'does not stop, bound': (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(true)
    expect(isAdopted({ rule, cedar, others: abstains })).toBe(false)
    // It never counts to the double third.
    expect(isAdopted({ rule, cedar, members: { XA: 1, XB: 1, XC: 98 } })).toBe(true)
  },
  'does not stop, not bound, counts to the double third': (rule, cedar) => {
    expect(isAdopted({ rule, cedar, members: { XA: 40, XB: 40, XC: 20 } })).toBe(true)
    expect(isAdopted({ rule, cedar, others: aside })).toBe(false)
    expect(isAdopted({ rule, cedar, members: { XA: 1, XB: 1, XC: 1 } })).toBe(false)
  },
  'not for': (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(false)
    expect(isAdopted({ rule, cedar, members: { XA: 45, XB: 45, XC: 10 } })).toBe(true)
    expect(isAdopted({ rule, cedar, members: { XA: 30, XB: 35, XC: 35 }, doubleThird: true })).toBe(
      true,
    )
  },
  'not for, counts to the double third': (rule, cedar) => {
    const members = { XA: 30, XB: 35, XC: 35 }
    expect(isAdopted({ rule, cedar })).toBe(false)
    expect(isAdopted({ rule, cedar, members })).toBe(true)
    expect(isAdopted({ rule, cedar, members, doubleThird: true })).toBe(false)
  },
  'not for; with vital: shuts (brake)': (rule, cedar) => {
    const members = { XA: 45, XB: 45, XC: 10 }
    expect(isAdopted({ rule, cedar })).toBe(false)
    expect(isAdopted({ rule, cedar, members })).toBe(true)
    const brake = [comply(V, 'complies', 'objects', { vital: true })]
    expect(isAdopted({ rule, cedar: brake, members })).toBe(false)
    expect(certified({ rule, cedar: brake, members }).gate.reasons).toMatchObject([
      { code: 'brake', member: 'XC', source: 'teu-31-2', axes: ['national'] },
    ])
  },
  out: (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(false)
    expect(isAdopted({ rule, cedar, minimum: 2 })).toBe(true)
    expect(certified({ rule, cedar }).gate.reasons).toMatchObject([
      { code: 'participants-missing', source: 'ep-e-9-2022-000267' },
    ])
  },
  shuts: (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(false)
    const [reason, ...more] = certified({ rule, cedar }).gate.reasons
    expect(reason).toMatchObject({ member: 'XC', source: 'teu-31-1' })
    expect(more).toEqual([])
  },
  'breaks if held at any time from the early tree on': (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(false)
    expect(isBroken({ rule, cedar })).toBe(true)
    // Lifted before the early tree it breaks nothing; lifted after it, it was held from there on.
    expect(isAdopted({ rule, cedar: [...cedar, yes] })).toBe(true)
    expect(isAdopted({ rule, cedar: [...cedar, yes], early: 2 })).toBe(false)
    expect(isBroken({ rule, cedar: [...cedar, yes], early: 2 })).toBe(false)
  },
  'breaks if ever held': (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(false)
    expect(isBroken({ rule, cedar })).toBe(true)
    expect(isAdopted({ rule, cedar: [...cedar, yes] })).toBe(false)
    expect(isBroken({ rule, cedar: [...cedar, yes] })).toBe(true)
    expect(certified({ rule, cedar: [...cedar, yes] })).toMatchObject({
      standing: 'broken',
      reasons: [{ code: 'broken', member: 'XC', act: at('XC', 1) }],
    })
  },
  breaks: (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(false)
    expect(isBroken({ rule, cedar })).toBe(true)
  },
  'deemed consent if its receipt was in time, else breaks': (rule, cedar) => {
    expect(isAdopted({ rule, cedar })).toBe(true)
    expect(isBroken({ rule, cedar })).toBe(false)
    // It is consent, though none that is expressed.
    expect(isAdopted({ rule, cedar, others: abstains })).toBe(false)
    expect(isAdopted({ rule, cedar, noReceipt: true })).toBe(false)
    expect(isBroken({ rule, cedar, noReceipt: true })).toBe(true)
    expect(isAdopted({ rule, cedar, early: 0 })).toBe(false)
    expect(certified({ rule, cedar }).incomplete).toEqual(['XC'])
  },
}

describe('the decision table', () => {
  it('has a row for each of the nine voices and a column for each of the four rules', () => {
    expect(CELLS).toHaveLength(36)
  })
  it.each(CELLS)('$rule, $voice: $cell', ({ voice, rule, cell }) => {
    MEANS[cell!]!(rule, actsOf(voice))
  })
})

describe('what a charter says, or leaves to the usual', () => {
  it('an attribution is each its own where nothing is said, and opens nothing', () => {
    const put = propose('s', 'attribution', { expiry: EXPIRY })
    const all = { CO: [put], XA: [yes], XB: [yes], XC: [yes] }
    const state = judge(charterOf({ steps: {} }), all, V)
    expect(state.rule).toBe('each-its-own')
    expect(state.gate).toEqual({ open: false, reasons: [] })
  })
  it.each([
    ['eu-coreu', 'open'],
    ['osce', 'broken'],
    ['nato', 'open'],
  ] as const)('under the silence of %s an amendment leaves a text %s', (model, standing) => {
    const rules = charterOf({ steps: { term: { rule: 'silence', model } } })
    const amends = comply(V, 'complies', 'complies', { amends: true })
    const sizes = { CO: 1, XA: 1, XB: 1, XC: 1 }
    const seen = { CO: [1, 50], XA: [1, 50], XB: [1, 50], XC: [1, 50] } as const
    const closings = { CO: [50, 110], XA: [50, 110], XB: [50, 110], XC: [50, 110] }
    const told = declare('expired', V, sizes, closings, {}, { early: seen, breaks: seen })
    const put = propose('s', 'term', { expiry: EXPIRY })
    const all = { CO: [put, told], XA: [yes], XB: [yes], XC: [amends] }
    expect(judge(rules, all, V).standing).toBe(standing)
  })
})

describe('what the rules ask of all together', () => {
  const majority = (members: Record<string, number>, no: readonly string[], more: object = {}) => {
    const rules = charterOf({
      members,
      minimum: 1,
      blocking: 4,
      ...more,
      steps: { situation: { rule: 'qualified-majority' } },
    })
    const said = Object.fromEntries(
      Object.keys(members).map((id) => [id, [no.includes(id) ? abstains : yes]]),
    )
    const put = { CO: [propose('s', 'situation', { expiry: EXPIRY })] }
    return judge(rules, { ...put, ...said }, V).gate.reasons.map(({ code }) => code)
  }
  const twenty = Object.fromEntries(
    Array.from({ length: 20 }, (_, at20) => [`X${String.fromCharCode(65 + at20)}`, 1]),
  )
  const first = (count: number) => Object.keys(twenty).slice(0, count)

  it('55 % of the members, exactly: 11 of 20 are enough, 10 are not', () => {
    expect(majority(twenty, first(9), { blocking: 20 })).toEqual([])
    expect(majority(twenty, first(10), { blocking: 20 })).toEqual(['below-members'])
  })
  it('the least number of members that the charter names', () => {
    expect(majority({ XA: 1, XB: 1, XC: 1 }, [], { minimum: 3 })).toEqual([])
    expect(majority({ XA: 1, XB: 1, XC: 1 }, [], { minimum: 4 })).toEqual(['below-minimum'])
  })
  it('65 % of the population, exactly, in whole numbers', () => {
    const members = (own: number) => ({ XA: 25, XB: 20, XC: 85 - 45 - own, XD: 15 + own })
    expect(majority(members(20), ['XD'], { blocking: 1 })).toEqual([])
    expect(majority(members(21), ['XD'], { blocking: 1 })).toEqual(['below-population'])
  })
  it('or fewer not for it than block: with one less it is deemed attained', () => {
    const members = { XA: 10, XB: 10, XC: 10, XD: 70 }
    expect(majority(members, ['XD'], { blocking: 2 })).toEqual([])
    expect(majority(members, ['XD'], { blocking: 1 })).toEqual(['below-population'])
  })
  it('is not fooled by fractions of a large population', () => {
    const part = 5_000_000_000_000
    const members = (own: number) => ({ XA: part * 13 - own, XB: 0 + own, XC: part * 7 })
    expect(
      majority({ XA: part * 13, XC: part * 3, XD: part * 4 }, ['XC', 'XD'], { blocking: 1 }),
    ).toContain('below-members')
    expect(majority({ ...members(1) }, ['XC'], { blocking: 1 })).toEqual([])
    expect(majority({ ...members(1), XC: part * 7 + 1 }, ['XC'], { blocking: 1 })).toEqual([
      'below-population',
    ])
  })
  it('the double third under majority only where the charter switches it on, as our own rule', () => {
    const rules = (on: boolean) =>
      charterOf({
        members: { XA: 1, XB: 1, XC: 1 },
        minimum: 1,
        blocking: 4,
        doubleThirdUnderMajority: on,
        steps: { situation: { rule: 'qualified-majority' } },
      })
    const strands = {
      CO: [propose('s', 'situation', { expiry: EXPIRY })],
      XA: [yes],
      XB: [yes],
      XC: [aside],
    }
    expect(judge(rules(false), strands, V).gate.reasons).toEqual([])
    expect(judge(rules(true), strands, V).gate.reasons).toMatchObject([
      { code: 'double-third', source: 'none' },
    ])
  })
})

describe('an instant of a vote', () => {
  const vote = (cedar: readonly Drafted[], to: number, from = 5) => {
    const rules = charterOf({
      members: { XA: 45, XB: 45, XC: 10 },
      minimum: 1,
      blocking: 1,
      steps: { situation: { rule: 'qualified-majority' } },
    })
    const sizes = { CO: 1, XA: 1, XB: 1, XC: cedar.length }
    const closings = { CO: [from, to], XA: [from, to], XB: [from, to], XC: [from, to] }
    return judge(
      rules,
      {
        CO: [propose('s', 'situation', { expiry: EXPIRY }), declare('adopted', V, sizes, closings)],
        XA: [yes],
        XB: [yes],
        XC: cedar,
      },
      V,
    )
  }
  it('is not before the expiry while a member is silent: no cut is chosen before its brake', () => {
    expect(vote([], 99).adopted).toEqual([])
    expect(vote([], 99, 99).adopted).toEqual([])
    expect(vote([], 100).adopted).toHaveLength(1)
    expect(vote([], 100, 100).adopted).toHaveLength(1)
    expect(vote([], 99).gate).toMatchObject({ open: true, notBefore: 100 })
  })
  it('may be earlier once every member spoke', () => {
    expect(vote([comply(V, 'objects')], 10).adopted).toHaveLength(1)
    expect(vote([comply(V, 'objects')], 10).gate).not.toHaveProperty('notBefore')
  })
  it('counts a voice that has run out by then as silence', () => {
    expect(vote([comply(V, 'objects', 'objects', { until: 5 })], 99).adopted).toEqual([])
    expect(vote([comply(V, 'objects', 'objects', { until: 6 })], 99).adopted).toHaveLength(1)
  })
  it('may come when a brake has run out, and the vote is over', () => {
    const brake = [comply(V, 'objects', 'objects', { vital: true, until: 100 })]
    expect(vote(brake, 99).adopted).toEqual([])
    expect(vote(brake, 100).adopted).toHaveLength(1)
  })
  it('awaits whose word could still turn it, while it is shut', () => {
    const shut = certified({ rule: 'qualified-majority', cedar: [comply(V, 'objects')] })
    expect(awaited(shut)).toEqual(['XC'])
  })
})
