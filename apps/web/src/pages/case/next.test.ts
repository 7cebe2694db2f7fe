import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import {
  comesTo,
  evaluate,
  pastEnd,
  type Charter,
  type RuleName,
  type SilenceShown,
  type StepKind,
  type VersionState,
} from '@entente/accord'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  declare,
  extend,
  party,
  propose,
  reaffirm,
  receipt,
  withdraw,
  type Drafted,
  type Strands,
} from '../../../../../packages/accord/test/case.ts'
import { en } from '../../i18n/en/index.ts'
import { es } from '../../i18n/es/index.ts'
import { offersOf } from './gate-offers.ts'
import { sentencesOf } from './next-said.ts'
import { NEXT_CODES, nextOf, type Next, type NextCode } from './next.ts'

/** A version of each rule in a state that it can have, by the clock of whoever looks at it. */
type World = {
  readonly says: string
  readonly charter: Charter
  readonly version: VersionState
  readonly now: number
  readonly silence?: SilenceShown
  readonly pastEnd?: VersionState
}

const V = at('CO', 0)
const [EXPIRY, GRACE, PERIOD] = [100, 5, 1_000]
const KIND: Readonly<Record<RuleName, StepKind>> = {
  'each-its-own': 'attribution',
  'express-unanimity': 'position',
  'qualified-majority': 'position',
  'participants-only': 'measure',
  silence: 'term',
}
const RULES = Object.keys(KIND) as RuleName[]
const charterFor = (rule: RuleName, more: object = {}): Charter =>
  charterOf({ period: PERIOD, minimum: 2, blocking: 2, steps: { [KIND[rule]]: { rule } }, ...more })

const put = (rule: RuleName): Drafted =>
  propose('s', KIND[rule], {
    expiry: EXPIRY,
    ...(rule === 'participants-only' && { names: ['XA', 'XB', 'XC'], minimum: 2 }),
  })
const world = (
  says: string,
  rule: RuleName,
  { CO = [], ...members }: Strands,
  { now = 50, more = {} }: { readonly now?: number; readonly more?: object } = {},
): World => {
  const charter = charterFor(rule, more)
  const cut = cutOf(charter, { ...members, CO: [put(rule), ...CO] })
  const state = evaluate(charter, cut)
  const version = state.steps.flatMap(({ versions }) => versions).find(({ id }) => id === V)!
  const past = pastEnd(charter, cut, state, now)[V]
  return {
    says: `${rule}, ${says}, at ${now}`,
    charter,
    version,
    now,
    ...(past && { pastEnd: past }),
  }
}

const SPOKEN = [
  'complies',
  'complies-with-statement',
  'complies-with-reservation',
  'abstains',
  'abstains-constructively',
  'awaits-instructions',
  'objects',
] as const
const yes = comply(V)
const DONE: Readonly<Record<string, readonly Drafted[]>> = {
  nothing: [],
  receipt: [receipt(V)],
  'withdrawn at once': [yes, withdraw(V)],
  brake: [comply(V, 'objects', 'objects', { vital: true })],
  ends: [comply(V, 'complies', 'complies', { until: 400 })],
  'ends early': [comply(V, 'complies', 'complies', { until: 10 })],
  ...Object.fromEntries(SPOKEN.map((voice) => [voice, [comply(V, voice)]])),
}

/** Open and at the end; of a silence also after the charter’s notice, and in the grace. */
const momentsOf = (rule: RuleName) =>
  rule === 'silence' ? [50, EXPIRY - 5, EXPIRY + 2, 200] : [50, 200]

/** Every pair of things that Birch and Cedar may have done, while the text is open and at its end. */
const open = RULES.flatMap((rule) =>
  Object.entries(DONE).flatMap(([birch, XB]) =>
    Object.entries(DONE).flatMap(([cedar, XC]) =>
      momentsOf(rule).flatMap((now) =>
        [[], [yes], [comply(V, 'abstains')]].map((XA) =>
          world(`${XA.length} of Alder, ${birch}, ${cedar}`, rule, { XA, XB, XC }, { now }),
        ),
      ),
    ),
  ),
)

const AT_ONE_INSTANT = { CO: [110, 120], XA: [110, 120], XB: [110, 120], XC: [110, 120] }
const EARLY = { CO: [1, 50], XA: [1, 50], XB: [1, 50], XC: [1, 50] } as const
const SIZES = { CO: 1, XA: 1, XB: 1, XC: 1 }
const adoption = declare('adopted', V, SIZES, AT_ONE_INSTANT, {}, { early: EARLY })
const GATED = RULES.filter((rule) => rule !== 'each-its-own')

/** Adopted by all three; then Birch and Cedar go on. */
const adopted = GATED.flatMap((rule) =>
  Object.entries(DONE).flatMap(([birch, further]) =>
    Object.entries(DONE).flatMap(([cedar, later]) =>
      [200, 1_200].map((now) =>
        world(
          `adopted, then ${birch}, ${cedar}`,
          rule,
          { CO: [adoption], XA: [yes], XB: [yes, ...further], XC: [yes, ...later] },
          { now },
        ),
      ),
    ),
  ),
)

/** What follows is certified, or follows from another version. */
const after = GATED.flatMap((rule) => {
  const V2 = at('CO', 2)
  const both = [yes, comply(V2)]
  const end = declare('ended', V, { CO: 2, XA: 2, XB: 2, XC: 2 })
  const late = { CO: 1_110, XA: 1_110, XB: 1_110, XC: 1_110 }
  const lapse = declare('lapsed', V, { ...SIZES, CO: 2 }, late, {}, { window: 1 })
  const next = amend(V, 's', KIND[rule], {
    expiry: EXPIRY,
    ...(rule === 'participants-only' && { names: ['XA', 'XB', 'XC'], minimum: 2 }),
  })
  const early = { CO: [3, 50], XA: [2, 50], XB: [2, 50], XC: [2, 50] } as const
  const sizes = { CO: 3, XA: 2, XB: 2, XC: 2 }
  const second = declare('adopted', V2, sizes, AT_ONE_INSTANT, {}, { early })
  const left = [yes, withdraw(V)]
  return [
    world('left by all and ended', rule, { CO: [adoption, end], XA: left, XB: left, XC: left }),
    world('lapsed', rule, { CO: [adoption, lapse], XA: [yes], XB: [yes], XC: [yes] }),
    world('superseded', rule, { CO: [adoption, next, second], XA: both, XB: both, XC: both }),
    world('followed by a later version', rule, { CO: [next], XA: [yes] }),
    world('extended', rule, { CO: [extend(V, 300)], XA: [yes] }, { now: 200 }),
    world(
      'reaffirmed by all',
      rule,
      {
        CO: [adoption],
        XA: [yes, reaffirm(V)],
        XB: [yes, reaffirm(V)],
        XC: [yes, reaffirm(V)],
      },
      { now: 200 },
    ),
    world(
      'without a period',
      rule,
      { CO: [adoption], XA: [yes], XB: [yes], XC: [yes] },
      { now: 200, more: { period: undefined } },
    ),
  ]
})

/** Silences that are over, with what trees from before their end show: Alder complied, Birch had the text in time. */
const late = (
  [
    ['a receipt in time', [receipt(V)], 1],
    ['a receipt that came late', [receipt(V)], 0],
    ['a consent that came late', [yes], 0],
    ['a waiting that was lifted late', [comply(V, 'awaits-instructions'), yes], 1],
    ['a waiting that was lifted in time', [comply(V, 'awaits-instructions'), yes], 2],
  ] as const
).map(([says, XC, size]): World & { readonly silence: SilenceShown } => {
  const charter = charterFor('silence')
  const cut = cutOf(charter, { CO: [put('silence')], XA: [yes], XB: [receipt(V)], XC })
  const early = { CO: 1, XA: 1, XB: 1, XC: size }
  const trees = Object.fromEntries(
    Object.entries(early).map(([id, n]) => [id, { size: n, by: 50 }]),
  )
  const breaks = { XC: { size: 1, by: 50 } }
  const comes = comesTo(charter, cut, V, { early: trees, breaks } as Parameters<typeof comesTo>[3])
  const version = evaluate(charter, cut).steps[0]!.versions[0]!
  return { says, charter, version, now: 200, silence: { late: [], comesTo: comes } }
})

const worlds: readonly World[] = [...open, ...adopted, ...after, ...late]
const nextIn = ({ charter, version, ...looked }: World): Next => nextOf(charter, version, looked)

const STANDINGS: readonly VersionState['standing'][] = [
  'open',
  'broken',
  'stands',
  'stands-with-reservations',
  'weakened',
  'suspended',
  'ended',
  'lapsed',
  'superseded',
]

describe('every state of every rule', () => {
  it('is among these worlds', () => {
    const had = new Set(worlds.map(({ version }) => `${version.rule} ${version.standing}`))
    const missing = GATED.flatMap((rule) =>
      STANDINGS.filter((standing) => !had.has(`${rule} ${standing}`)).map(
        (standing) => `${rule} ${standing}`,
      ),
    )
    // Only a silence is broken.
    expect(missing).toEqual(
      GATED.filter((rule) => rule !== 'silence').map((rule) => `${rule} broken`),
    )
    const codes = new Set(worlds.map((one) => nextIn(one).code))
    expect([...codes].toSorted()).toEqual([...NEXT_CODES].toSorted())
  })

  it('awaits electors, the author or anybody, each once, and nobody who withdrew', () => {
    for (const one of worlds) {
      const { from } = nextIn(one)
      if (from === 'anybody') continue
      const { voices, by } = one.version
      expect(new Set(from).size, one.says).toBe(from.length)
      for (const party of from)
        if (party !== by) {
          expect(Object.keys(voices), one.says).toContain(party)
          expect(voices[party]!.effective, one.says).not.toBe('withdrawn')
        }
    }
  })

  it('offers a certificate of adoption exactly where the gate is open and its time is over', () => {
    for (const one of worlds) {
      const { standing, current } = one.version
      const { gate } = one.pastEnd ?? one.version
      const isOver = gate.notBefore === undefined || gate.notBefore <= one.now
      const isShown = (one.silence?.comesTo ?? 'adopted') === 'adopted'
      const offers = offersOf(one.charter, one.version, one).map(({ result }) => result)
      const isDue = standing === 'open' && current && gate.open && isOver && isShown
      expect(nextIn(one).code === 'declare', one.says).toBe(isDue)
      if (one.version.rule !== 'each-its-own')
        expect(offers.includes('adopted'), one.says).toBe(isDue)
    }
  })

  it('awaits a new version of its author where something came too late, and offers no certificate', () => {
    const said = late.map((one) => [
      one.says,
      nextIn(one).code,
      offersOf(one.charter, one.version, one).length,
    ])
    expect(said).toEqual([
      ['a receipt in time', 'declare', 1],
      ['a receipt that came late', 'undecided', 0],
      ['a consent that came late', 'undecided', 0],
      ['a waiting that was lifted late', 'undecided', 0],
      ['a waiting that was lifted in time', 'declare', 1],
    ])
    // What the state alone says is the same in all of them: the trees tell them apart.
    for (const { version } of late) expect(version.gate.open).toBe(true)
    expect(nextIn(late[1]!)).toEqual({ code: 'undecided', from: ['CO'] })
  })

  it('awaits another voice of whose end has come, and offers no adoption on it', () => {
    const short = comply(V, 'complies', 'complies', { until: 10 })
    const at = (rule: RuleName, now: number, CO: readonly Drafted[] = []) =>
      world('Cedar until 10', rule, { CO, XA: [yes], XB: [yes], XC: [short] }, { now })
    const says = (one: World) => ({
      next: nextIn(one),
      offers: offersOf(one.charter, one.version, one).map(({ result }) => result),
    })
    expect(says(at('express-unanimity', 9))).toEqual({
      next: { code: 'declare', from: 'anybody' },
      offers: ['adopted'],
    })
    expect(says(at('express-unanimity', 1_000))).toEqual({
      next: { code: 'voices', from: ['XC'] },
      offers: ['expired'],
    })
    // A majority is met without it, though its vote is not over before the expiry.
    expect(says(at('qualified-majority', 50))).toMatchObject({ next: { code: 'vote' } })
    expect(says(at('participants-only', 50))).toMatchObject({ next: { code: 'declare' } })
    // A silence needs voices that hold until its end.
    for (const now of [5, 50])
      expect(says(at('silence', now))).toMatchObject({ next: { code: 'outlast', from: ['XC'] } })
    // What is adopted stands until somebody certifies it.
    const stands = at('express-unanimity', 1_000, [
      declare('adopted', V, SIZES, { CO: [5, 5], XA: [5, 5], XB: [5, 5], XC: [5, 5] }),
    ])
    expect(stands.version.standing).toBe('stands')
    expect(says(stands)).toEqual({
      next: { code: 'run-out', from: ['XC'] },
      offers: ['expired'],
    })
  })

  it('says when instructions are expected, of those whose word is awaited', () => {
    const waits = [comply(V, 'awaits-instructions')]
    const expected = { [party('XB')]: 60, [party('XC')]: 70 }
    for (const [rule, code] of [
      ['express-unanimity', 'voices'],
      ['silence', 'instruct'],
    ] as const) {
      const one = world('Cedar awaits', rule, { XA: [yes], XB: [yes], XC: waits })
      const next = nextOf(one.charter, one.version, { ...one, expected })
      expect(next).toMatchObject({ code, from: ['XC'], expected: { XC: 70 } })
      expect(next.expected).not.toHaveProperty('XB')
      const intl = createIntl({ locale: 'en-GB', messages: en, timeZone: 'UTC' })
      expect(sentencesOf(intl, next, { rule, nameOf: () => 'Cedar' })).toContain(
        'Instructions are expected by Cedar 1 Jan 1970, 00:01 UTC.',
      )
    }
  })

  it('asks who acknowledged too late for a voice, as who did not', () => {
    const { charter, version } = late[1]!
    const silence = { late: [party('XC')] }
    expect(nextOf(charter, version, { now: 95, silence })).toMatchObject({
      code: 'answer',
      from: ['XC'],
    })
    expect(nextOf(charter, version, { now: 95 }).code).toBe('silence')
  })

  it('asks for an acknowledgement only as long as one helps, and for consent until the end', () => {
    const of = (now: number) => nextIn(world('nothing said', 'silence', { XA: [yes] }, { now }))
    const from = ['XB', 'XC']
    const after = EXPIRY + GRACE
    expect(of(EXPIRY - 11)).toEqual({ code: 'acknowledge', from, by: EXPIRY - 10, after })
    expect(of(EXPIRY - 10)).toEqual({ code: 'answer', from, by: EXPIRY, after })
    expect(of(EXPIRY - 1)).toEqual({ code: 'answer', from, by: EXPIRY, after })
    expect(of(EXPIRY)).toEqual({ code: 'grace', from: [], by: after })
    expect(of(after)).toEqual({ code: 'declare-broken', from: 'anybody' })
  })

  it('has the date that its document, its charter or a voice sets', () => {
    const find = (code: NextCode, rule: RuleName) =>
      nextIn(worlds.find((one) => one.version.rule === rule && nextIn(one).code === code)!)
    const silent = { by: EXPIRY, after: EXPIRY + GRACE }
    expect(find('silence', 'silence')).toMatchObject(silent)
    expect(find('instruct', 'silence')).toMatchObject(silent)
    expect(find('objection', 'silence')).toMatchObject(silent)
    // The charter’s notice is ten seconds.
    expect(find('acknowledge', 'silence')).toMatchObject({ ...silent, by: EXPIRY - 10 })
    expect(find('answer', 'silence')).toMatchObject(silent)
    expect(find('grace', 'silence')).toMatchObject({ by: EXPIRY + GRACE, from: [] })
    expect(find('vote', 'qualified-majority')).toMatchObject({ by: EXPIRY })
    expect(find('reaffirm', 'express-unanimity')).toMatchObject({ by: EXPIRY + PERIOD })
    expect(find('renew', 'express-unanimity')).toMatchObject({ by: 400, from: ['XC'] })
  })

  // A code of the first has a date in every world; one of the second in none, for nobody sets one.
  it('has a date wherever one is set, and no code lacks one that should have it', () => {
    const SET: readonly NextCode[] = ['reaffirm', 'renew', 'grace', 'vote', 'outlast', 'silence']
    const ALSO: readonly NextCode[] = ['acknowledge', 'answer', 'objection', 'instruct']
    const NONE: readonly NextCode[] = [
      'over',
      'superseded',
      'collected',
      'left',
      'holds',
      'run-out',
      'declare',
      'declare-broken',
      'undecided',
      'brake',
      'stuck',
    ]
    for (const one of worlds) {
      const { code, by } = nextIn(one)
      if ([...SET, ...ALSO].includes(code)) expect(by, `${one.says} ${code}`).toBeGreaterThan(0)
      if (NONE.includes(code)) expect(by, `${one.says} ${code}`).toBeUndefined()
    }
    // Those left have the end of the vote where the rule holds one, and no date where it does not.
    const others = NEXT_CODES.filter((code) => ![...SET, ...ALSO, ...NONE].includes(code))
    expect(others).toEqual(['restore', 'unrestorable', 'voices', 'change'])
    for (const one of worlds)
      if (['voices', 'change'].includes(nextIn(one).code)) {
        const { notBefore } = (one.pastEnd ?? one.version).gate
        const isTimed = one.version.rule === 'silence' || notBefore !== undefined
        expect(nextIn(one).by !== undefined, one.says).toBe(isTimed)
      }
  })

  it('says of what is suspended from when on its end can be certified', () => {
    const suspended = worlds.filter(({ version }) => version.standing === 'suspended')
    expect(suspended.length).toBeGreaterThan(0)
    for (const one of suspended) {
      const next = nextOf(one.charter, one.version, { ...one, ending: 321 })
      expect(next, one.says).toMatchObject({ after: 321 })
      expect(nextIn(one), one.says).not.toHaveProperty('after')
    }
  })

  it.each([
    ['en-GB', en, 'No date is set.'],
    ['es-ES', es, 'No hay fecha fijada.'],
  ] as const)(
    'is said in %s: from whom, what, until when, and what then',
    (locale, messages, none) => {
      const intl = createIntl({
        locale,
        messages,
        onError: (error) => {
          throw error
        },
      })
      const said = new Map<NextCode, string>()
      for (const one of worlds) {
        const next = nextIn(one)
        const sentences = sentencesOf(intl, next, { rule: one.version.rule, nameOf: (id) => id })
        const [who, until, then, later] = sentences
        expect(who, one.says).not.toMatch(/[{}]|next\./u)
        if (next.from !== 'anybody') for (const id of next.from) expect(who).toContain(id)
        expect(until === none, one.says).toBe(next.by === undefined)
        expect(then?.length, one.says).toBeGreaterThan(10)
        expect(later !== undefined, one.says).toBe(next.after !== undefined)
        said.set(next.code, then!)
      }
      expect(new Set(said.values()).size).toBeGreaterThanOrEqual(NEXT_CODES.length - 2)
    },
  )
})
