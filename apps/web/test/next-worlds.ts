import {
  type ActId,
  type Charter,
  comesTo,
  evaluate,
  type Looked,
  type PartyId,
  pastEnd,
  type RuleName,
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
  propose,
  reaffirm,
  receipt,
  withdraw,
  type Drafted,
  type Strands,
} from '../../../packages/accord/test/case.ts'
import { SETS, worldsOf } from '../../../packages/accord/test/small-worlds.ts'

/** A version in a state that the decision gives it, by the clock of whoever looks at it. */
export type World = Omit<Looked, 'expected'> & {
  readonly says: string
  readonly charter: Charter
  /** From which the state follows: whoever asks what happens then goes on from here. */
  readonly strands: Strands
  readonly version: VersionState
  /** How much of each strand was seen early; all of it where nothing is said. */
  readonly early?: Readonly<Record<string, number>>
  /** How much of a strand a tree from after the end of the silence holds, where more was said since. */
  readonly closed?: Readonly<Record<string, number>>
}

export const V = at('CO', 0)
export const [EXPIRY, GRACE] = [100, 5]
const PERIOD = 1_000
/** The certificate of an adoption that all worlds share is of this second. */
const ADOPTED_AT = 115

const KIND: Readonly<Record<RuleName, StepKind>> = {
  'each-its-own': 'attribution',
  'express-unanimity': 'position',
  'qualified-majority': 'position',
  'participants-only': 'measure',
  silence: 'term',
}
const RULES = Object.keys(KIND) as RuleName[]
/** Those that open a gate. */
export const GATED = RULES.filter((rule) => rule !== 'each-its-own')
export const MODELS = ['eu-coreu', 'osce', 'nato'] as const

type Wishes = {
  readonly now?: number
  readonly model?: (typeof MODELS)[number] | undefined
  readonly more?: object
  /** How many must take part at the least, by the document. */
  readonly participants?: number
}

const MINIMUM = 2

const charterFor = (rule: RuleName, { model, more }: Wishes): Charter =>
  charterOf({
    period: PERIOD,
    minimum: MINIMUM,
    blocking: 2,
    steps: { [KIND[rule]]: { rule, ...(model && { model }) } },
    ...more,
  })

const named = (rule: RuleName, minimum = MINIMUM) =>
  rule === 'participants-only' ? { names: ['XA', 'XB', 'XC'], minimum } : {}

const put = (rule: RuleName, minimum?: number): Drafted =>
  propose('s', KIND[rule], { expiry: EXPIRY, ...named(rule, minimum) })

/** Every tree that a strand has was seen early: what its members did they did before the notice. */
const seenEarly = (strands: Strands, by = 50) =>
  Object.fromEntries(
    Object.entries(strands).map(([id, acts]) => [id, { size: acts.length, by }]),
  ) as Parameters<typeof comesTo>[3]['early']

/** What a page knows of each version of a case at one second, as its node tells it. */
export function look(
  says: string,
  charter: Charter,
  strands: Strands,
  {
    now,
    minimum,
    early = seenEarly(strands),
    breaks = seenEarly(strands, Object.values(early)[0]!.by),
    closed,
  }: Pick<World, 'now' | 'minimum'> & Partial<Parameters<typeof comesTo>[3]>,
): readonly World[] {
  const cut = cutOf(charter, strands)
  const state = evaluate(charter, cut)
  const past = pastEnd(charter, cut, state, now)
  const silenceOf = ({ id, rule, current, adopted, broken, gate }: VersionState) => {
    const isOver = (gate.notBefore ?? Infinity) <= now
    if (rule !== 'silence' || !current || adopted.length > 0 || broken || !isOver) return {}
    const held = { early, breaks, ...(closed && { closed }) }
    return { silence: { late: [], ...comesTo(charter, cut, id, held) } }
  }
  return state.steps
    .flatMap(({ versions }) => versions)
    .map((version) => ({
      says: `${version.rule}, ${says}, at ${now}`,
      charter,
      strands,
      version,
      now,
      ...(minimum !== undefined && { minimum }),
      ...(past[version.id] && { pastEnd: past[version.id] }),
      ...silenceOf(version),
    }))
}

/** A case with one text under a rule, which the chair puts. */
export function world(
  says: string,
  rule: RuleName,
  { CO = [], XA = [], XB = [], XC = [] }: Strands,
  wishes: Wishes = {},
): World {
  const { now = 50, participants = MINIMUM } = wishes
  const minimum = rule === 'participants-only' ? { minimum: participants } : {}
  const all = { CO: [put(rule, participants), ...CO], XA, XB, XC }
  const told = wishes.model ? `${says}, ${wishes.model}` : says
  return look(told, charterFor(rule, wishes), all, { now, ...minimum })[0]!
}

export const SPOKEN = [
  'complies',
  'complies-with-statement',
  'complies-with-reservation',
  'abstains',
  'abstains-constructively',
  'awaits-instructions',
  'objects',
] as const
export const yes = comply(V)
const DONE: Readonly<Record<string, readonly Drafted[]>> = {
  nothing: [],
  receipt: [receipt(V)],
  'withdrawn at once': [yes, withdraw(V)],
  brake: [comply(V, 'objects', 'objects', { vital: true })],
  'a brake that ends': [comply(V, 'objects', 'objects', { vital: true, until: 400 })],
  ends: [comply(V, 'complies', 'complies', { until: 400 })],
  'ends early': [comply(V, 'complies', 'complies', { until: 10 })],
  'ends in the vote': [comply(V, 'complies', 'complies', { until: 60 })],
  ...Object.fromEntries(SPOKEN.map((voice) => [voice, [comply(V, voice)]])),
}

/** Open and at the end; of a silence also after the charter’s notice, and in the grace. */
const momentsOf = (rule: RuleName) =>
  rule === 'silence' ? [50, EXPIRY - 5, EXPIRY + 2, 200] : [50, 200]

/** In every column of the decision table these count like another voice, as its cells say one by one. */
const ALIKE = new Set(['complies-with-statement', 'complies-with-reservation'])
const APART = Object.entries(DONE).filter(([does]) => !ALIKE.has(does))
/** Every pair of things that Birch and Cedar may have done, whoever of them did which. */
const PAIRS = APART.flatMap(([birch, XB], place) =>
  APART.slice(place).map(([cedar, XC]) => ({ does: `${birch}, ${cedar}`, XB, XC })),
)

const open = RULES.flatMap((rule) =>
  PAIRS.flatMap(({ does, XB, XC }) =>
    momentsOf(rule).flatMap((now) =>
      Object.entries({ nothing: [], yes: [yes], abstains: [comply(V, 'abstains')] }).map(
        ([alder, XA]) => world(`${alder}, ${does}`, rule, { XA, XB, XC }, { now }),
      ),
    ),
  ),
)

/** What the ways of organisations change: an amendment beside a consent breaks some silences. */
const models = MODELS.flatMap((model) =>
  [...Object.values(DONE), [comply(V, 'complies', 'complies', { amends: true })]].flatMap(
    (XC, place) =>
      momentsOf('silence').map((now) =>
        world(`Cedar ${place}`, 'silence', { XA: [yes], XB: [receipt(V)], XC }, { now, model }),
      ),
  ),
)

const AT_ONE_INSTANT = Object.fromEntries(
  ['CO', 'XA', 'XB', 'XC'].map((id) => [id, [110, ADOPTED_AT]]),
)
const EARLY = { CO: [1, 50], XA: [1, 50], XB: [1, 50], XC: [1, 50] } as const
const SIZES = { CO: 1, XA: 1, XB: 1, XC: 1 }
const adoption = declare('adopted', V, SIZES, AT_ONE_INSTANT, {}, { early: EARLY })

/** Adopted by all three; then Birch and Cedar go on. */
const adopted = GATED.flatMap((rule) =>
  PAIRS.flatMap(({ does, XB, XC }) =>
    [200, 1_200].map((now) =>
      world(
        `adopted, then ${does}`,
        rule,
        { CO: [adoption], XA: [yes], XB: [yes, ...XB], XC: [yes, ...XC] },
        { now },
      ),
    ),
  ),
)

/** What follows is certified, or follows from another version. */
const after = GATED.flatMap((rule) => {
  const V2 = at('CO', 2)
  const both = [yes, comply(V2)]
  const again = [yes, reaffirm(V)]
  const end = declare('ended', V, { CO: 2, XA: 2, XB: 2, XC: 2 })
  const late = { CO: 1_110, XA: 1_110, XB: 1_110, XC: 1_110 }
  const lapse = declare('lapsed', V, { ...SIZES, CO: 2 }, late, {}, { window: 1 })
  const next = amend(V, 's', KIND[rule], { expiry: EXPIRY, ...named(rule) })
  const early = { CO: [3, 50], XA: [2, 50], XB: [2, 50], XC: [2, 50] } as const
  const sizes = { CO: 3, XA: 2, XB: 2, XC: 2 }
  const second = declare('adopted', V2, sizes, AT_ONE_INSTANT, {}, { early })
  const left = [yes, withdraw(V)]
  const reaffirmed = { CO: [adoption], XA: again, XB: again, XC: again }
  const stands = { CO: [adoption], XA: [yes], XB: [yes], XC: [yes] }
  return [
    world('left by all and ended', rule, { CO: [adoption, end], XA: left, XB: left, XC: left }),
    world('lapsed', rule, { CO: [adoption, lapse], XA: [yes], XB: [yes], XC: [yes] }),
    world('superseded', rule, { CO: [adoption, next, second], XA: both, XB: both, XC: both }),
    world('followed by a later version', rule, { CO: [next], XA: [yes] }),
    world('extended', rule, { CO: [extend(V, 300)], XA: [yes] }, { now: 200 }),
    world('reaffirmed by all', rule, reaffirmed, { now: 200 }),
    world('reaffirmed by all, a window later', rule, reaffirmed, { now: 1_200 }),
    world('reaffirmed by two', rule, { ...reaffirmed, XC: [yes] }, { now: 1_200 }),
    world('reaffirmed by one', rule, { ...reaffirmed, XC: [yes], XB: [yes] }, { now: 1_200 }),
    ...(['complies-with-reservation', 'complies-with-statement'] as const).map((voice) =>
      world(`adopted, and Cedar ${voice}`, rule, { ...stands, XC: [yes, comply(V, voice)] }),
    ),
    world('without a period', rule, stands, { now: 200, more: { period: undefined } }),
  ]
})

/** Silences that are over, with what trees from before their end show: Alder complied, Birch had the text in time. */
export const late = (
  [
    ['a receipt in time', [receipt(V)], 1],
    ['a receipt that came late', [receipt(V)], 0],
    ['a consent that came late', [yes], 0],
    ['a waiting that was lifted late', [comply(V, 'awaits-instructions'), yes], 1],
    ['a waiting that was lifted in time', [comply(V, 'awaits-instructions'), yes], 2],
  ] as const
).map(([says, XC, size]): World => {
  const strands = { CO: [put('silence')], XA: [yes], XB: [receipt(V)], XC }
  const early = { ...seenEarly(strands), ['XC' as PartyId]: { size, by: 50 } }
  const [seen] = look(says, charterFor('silence', {}), strands, { now: 200, early })
  return { ...seen!, early: { XC: size } }
})

/** Silences of which Cedar said something once they were over, and what its first tree from then shows, where one is held. */
export const tooLate = (
  [
    ['an objection', [receipt(V)], comply(V, 'objects')],
    ['a withdrawal', [yes], withdraw(V)],
    ['a waiting', [yes], comply(V, 'awaits-instructions')],
    ['an abstention', [yes], comply(V, 'abstains')],
    ['a receipt', [], receipt(V)],
    ['a consent', [], yes],
  ] as const
).flatMap(([says, inTime, word]) =>
  [true, false].map((isShown): World => {
    const strands = { CO: [put('silence')], XA: [yes], XB: [receipt(V)], XC: [...inTime, word] }
    const before = { XC: inTime.length }
    const early = { ...seenEarly(strands), ['XC' as PartyId]: { size: inTime.length, by: 50 } }
    const [seen] = look(
      `${says} once it was over${isShown ? ', of which a tree from before is held' : ''}`,
      charterFor('silence', {}),
      strands,
      {
        now: 200,
        early,
        breaks: seenEarly(strands, 150),
        ...(isShown && { closed: before as Record<PartyId, number> }),
      },
    )
    return { ...seen!, early: before, ...(isShown && { closed: before }) }
  }),
)

/** The small worlds in which the decision itself is proved, of two members with one act or two. */
const small = SETS.flatMap(({ name, charter, put: text, alphabet }) =>
  [...worldsOf(alphabet, [2, 1])].flatMap(({ XA, XB }, place) => {
    const minimum = text.act['minimum'] as number | undefined
    const strands = { XA: [text, ...XA], XB, CO: [] }
    return [12, 40].flatMap((now) =>
      look(`${name} ${place}`, charter, strands, {
        now,
        ...(minimum !== undefined && { minimum }),
        early: seenEarly(strands, 3),
      }),
    )
  }),
)

/** What of a version a page could tell from another: not by which acts it came about. */
const seenOf = ({ voices, gate, reasons, adopted: some, ...version }: VersionState) => ({
  ...version,
  voices: Object.entries(voices).map(([id, { effective, vital, until, ranOut }]) => [
    id,
    effective,
    vital,
    until,
    ranOut,
  ]),
  gate: [gate.open, gate.notBefore, gate.reasons.map(({ code, member }) => [code, member])],
  reasons: reasons.map(({ code }) => code),
  isAdopted: some.length > 0,
})

/** All of them, each state once. */
export const worlds: readonly World[] = [
  ...new Map(
    [...late, ...tooLate, ...after, ...open, ...models, ...adopted, ...small].map((one) => {
      const past = one.pastEnd && seenOf(one.pastEnd)
      const { version, silence, now, charter } = one
      return [JSON.stringify([seenOf(version), past, silence, now, charter.steps]), one] as const
    }),
  ).values(),
]

/** The state of the version of a world once these acts and certificates follow in its strands. */
export function played(
  { charter, strands, version }: World,
  acts: Strands,
  certificates: readonly Certificate[] = [],
): VersionState {
  const all = Object.fromEntries(
    charter.parties.map(({ id }) => [id, [...(strands[id] ?? []), ...(acts[id] ?? [])]]),
  )
  const certified = certificates.map((one) => drafted(charter, all, { version, ...one }))
  const { steps } = evaluate(charter, cutOf(charter, { ...all, CO: [...all['CO']!, ...certified] }))
  return steps.flatMap(({ versions }) => versions).find(({ id }) => id === version.id)!
}

/** A certificate of the whole cut, of which honest witnesses saw every tree at one second. */
export type Certificate = {
  readonly result: 'adopted' | 'ended' | 'lapsed' | 'expired'
  /** Seconds. */
  readonly at: number
  readonly window?: number
  readonly of?: ActId
  /** Acts of each strand that were seen before the notice; all of them where nothing is said. */
  readonly early?: Readonly<Record<string, number>>
  /** Acts of each strand that were seen before the silence was over; all that it cites where nothing is said. */
  readonly breaks?: Readonly<Record<string, number>>
  /** Acts of strands that it cites; all of them where nothing is said. */
  readonly cites?: Readonly<Record<string, number>>
  /** Acts of each strand that were seen at a second before. */
  readonly since?: { readonly at: number; readonly sizes: Readonly<Record<string, number>> }
}

function drafted(
  charter: Charter,
  strands: Strands,
  {
    version,
    result,
    at: second,
    early,
    breaks,
    cites,
    since,
    ...more
  }: Certificate & Pick<World, 'version'>,
): Drafted {
  const seen = Math.min(50, (version.expiry ?? EXPIRY) - charter.notice - 2)
  const sizes = Object.fromEntries(Object.entries(strands).map(([id, acts]) => [id, acts.length]))
  const smaller = (of: Readonly<Record<string, number>>, by: number) =>
    Object.fromEntries(Object.entries(of).map(([id, size]) => [id, [size, by] as const]))
  return declare(
    result,
    version.id,
    { ...sizes, ...cites },
    Object.fromEntries(Object.keys(sizes).map((id) => [id, second])),
    since ? smaller(since.sizes, since.at) : {},
    {
      early: smaller({ ...sizes, ...early }, seen),
      breaks: smaller(
        { ...sizes, ...cites, ...breaks },
        Math.min(second, (version.expiry ?? EXPIRY) + charter.grace) - 1,
      ),
      ...more,
    },
  )
}
