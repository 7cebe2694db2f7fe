import type { Charter, RuleName } from '../src/charter.ts'
import {
  amend,
  at,
  charterOf,
  comply,
  declare,
  extend,
  propose,
  reaffirm,
  receipt,
  withdraw,
  type Drafted,
  type Rules,
} from './case.ts'

/**
 * Every world of two members with these acts, and every cut of each: nothing is left to chance. The first member puts
 * the text; a certificate cites the sizes at which it could be true.
 */

const V = at('XA', 0)
const V2 = at('XA', 2)
const cosignedAt20 = { XA: 20, XB: 20 }

export type Alphabet = { readonly XA: readonly Drafted[]; readonly XB: readonly Drafted[] }

const ONE_TEXT: Alphabet = {
  XA: [
    comply(V),
    comply(V, 'abstains'),
    comply(V, 'complies', 'objects'),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('adopted', V, { XA: 2, XB: 2 }, cosignedAt20),
    declare('ended', V, { XA: 3, XB: 2 }, cosignedAt20, { XB: [2, 17] }),
    declare('ended', V, { XA: 3, XB: 2 }, cosignedAt20, { XB: [1, 17] }),
  ],
  XB: [
    comply(V),
    comply(V, 'awaits-instructions', 'complies'),
    withdraw(V),
    declare('ended', V, { XA: 3, XB: 1 }, cosignedAt20, { XB: [1, 17] }),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
  ],
}

const TWO_VERSIONS: Alphabet = {
  XA: [
    comply(V),
    amend(V),
    comply(V2),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('adopted', V2, { XA: 4, XB: 2 }, cosignedAt20),
  ],
  XB: [comply(V), comply(V2), comply(V, 'objects'), withdraw(V2)],
}

/** A vote that is over at 15, in which one voice may run out and one may stop it. */
const MAJORITY: Alphabet = {
  XA: [
    comply(V),
    comply(V, 'abstains'),
    comply(V, 'objects'),
    comply(V, 'objects', 'objects', { vital: true }),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('adopted', V, { XA: 2, XB: 2 }, cosignedAt20),
    declare('ended', V, { XA: 3, XB: 2 }, cosignedAt20, { XB: [2, 17] }),
  ],
  XB: [
    comply(V),
    comply(V, 'complies', 'complies', { until: 18 }),
    comply(V, 'objects', 'objects', { vital: true }),
    withdraw(V),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
  ],
}

/** Whoever is named may take part, and one is enough. */
const PARTICIPANTS: Alphabet = {
  XA: [
    comply(V),
    comply(V, 'abstains'),
    comply(V, 'objects'),
    declare('adopted', V, { XA: 2, XB: 0 }, cosignedAt20),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    declare('ended', V, { XA: 3, XB: 1 }, cosignedAt20, { XB: [1, 17] }),
    withdraw(V),
  ],
  XB: [
    comply(V),
    comply(V, 'complies-with-reservation'),
    comply(V, 'objects'),
    withdraw(V),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    // Of what the first, who was in alone, left.
    declare('ended', V, { XA: 4, XB: 1 }, cosignedAt20),
  ],
}

/** Of 25 on it has to be reaffirmed: a consent, its reaffirmation, and certificates with it and without. */
const REAFFIRMED: Alphabet = {
  XA: [
    comply(V),
    declare('adopted', V, { XA: 2, XB: 1 }, cosignedAt20),
    reaffirm(V),
    declare('lapsed', V, { XA: 3, XB: 1 }, { XA: 30, XB: 30 }, {}, { window: 1 }),
    declare('lapsed', V, { XA: 4, XB: 2 }, { XA: 30, XB: 30 }, {}, { window: 1 }),
  ],
  XB: [
    comply(V),
    reaffirm(V),
    withdraw(V),
    declare('lapsed', V, { XA: 3, XB: 1 }, { XA: 30, XB: 24 }, {}, { window: 1 }),
    declare('lapsed', V, { XA: 4, XB: 1 }, { XA: 30, XB: 30 }, {}, { window: 1 }),
  ],
}

/**
 * Until 15, and closed at 20: a receipt in time, an objection at any, and what can be certified of them with trees that
 * honest witnesses cosigned.
 */
const SILENCE: Alphabet = {
  XA: [
    comply(V),
    extend(V, 18),
    declare(
      'adopted',
      V,
      { XA: 2, XB: 1 },
      cosignedAt20,
      {},
      { early: { XA: [2, 3], XB: [1, 3] } },
    ),
    declare(
      'adopted',
      V,
      { XA: 2, XB: 1 },
      cosignedAt20,
      {},
      { early: { XA: [2, 3], XB: [1, 9] } },
    ),
    declare('expired', V, { XA: 2, XB: 1 }, cosignedAt20, {}, { breaks: { XB: [1, 9] } }),
    declare('ended', V, { XA: 3, XB: 2 }, { XA: 30, XB: 30 }, { XB: [2, 22] }),
    declare('lapsed', V, { XA: 3, XB: 2 }, { XA: 30, XB: 30 }, {}, { window: 1 }),
  ],
  XB: [
    receipt(V),
    comply(V),
    comply(V, 'objects'),
    withdraw(V),
    declare('expired', V, { XA: 2, XB: 1 }, cosignedAt20, {}, { breaks: { XB: [1, 9] } }),
  ],
}

/** Both count the same, and the first is in the chair. */
const alike = (rule: RuleName, more: Rules = {}) =>
  charterOf({
    members: { XA: 50, XB: 50 },
    chair: 'XA',
    cure: 2,
    steps: { position: { rule } },
    ...more,
  })
const vote: Rules = { members: { XA: 70, XB: 30 }, minimum: 1, blocking: 4 }
/** From 10 after the expiry on, once in 10. */
const period = 10

const dated = propose('position', 'position', { expiry: 15 })
const forBoth = { names: ['XA', 'XB'], expiry: 15 }

/** All strands of at most this length. */
const strandsOf = (alphabet: readonly Drafted[], most: number): readonly (readonly Drafted[])[] =>
  most === 0
    ? [[]]
    : strandsOf(alphabet, most - 1).flatMap((shorter) =>
        shorter.length < most - 1
          ? [shorter]
          : [shorter, ...alphabet.map((act) => [...shorter, act])],
      )

export type World = { readonly XA: readonly Drafted[]; readonly XB: readonly Drafted[] }

/** Every world with these acts: what one is at a smaller cut is the world of those first acts, which is one of them too. */
export function* worldsOf({ XA, XB }: Alphabet, most: readonly [number, number]): Generator<World> {
  const short = strandsOf(XB, most[1])
  for (const a of strandsOf(XA, most[0])) for (const b of short) yield { XA: a, XB: b }
}

/** Which voices a text in force may not have, by the rule, in a few words each. */
export type Against = (said: readonly string[]) => readonly string[]

const FOR: ReadonlySet<string> = new Set(['complies', 'complies-with-reservation'])
const nobodyIsFor: Against = (said) =>
  said.some((voice) => FOR.has(voice)) ? [] : ['in force though nobody is for']
const byAll: Against = (said) => [
  ...(said.every((voice) => ['complies', 'abstains'].includes(voice))
    ? []
    : ['in force though a member shuts']),
  ...nobodyIsFor(said),
]
/** After it was adopted, silence is consent where it was shown to be. */
const byNone: Against = (said) => [
  ...(said.every((voice) => ['complies', 'silent'].includes(voice))
    ? []
    : ['in force though a member broke with it']),
  ...nobodyIsFor(said),
]
/** Of two members 55 in a hundred are both. */
const byMajority: Against = (said) =>
  said.every((voice) => FOR.has(voice)) ? [] : ['in force without 55 % of the members']

/** What is on record of a text and never comes undone. */
export const FACTS = ['adopted', 'ended', 'lapsed', 'broken'] as const

export type Ends = Readonly<Record<(typeof FACTS)[number], number>>

type WorldSet = {
  readonly name: string
  readonly charter: Charter
  readonly put: Drafted
  readonly against: Against
  readonly alphabet: Alphabet
  readonly most: readonly [number, number]
  readonly least: Partial<Ends>
}

/** Which acts there are under which rule, how many of them each member does at most, and how often each end has to occur. */
export const SETS: readonly WorldSet[] = [
  {
    name: 'one text',
    charter: alike('express-unanimity'),
    put: propose(),
    against: byAll,
    alphabet: ONE_TEXT,
    most: [3, 2],
    least: { adopted: 200, ended: 2 },
  },
  {
    name: 'two versions',
    charter: alike('express-unanimity'),
    put: propose(),
    against: byAll,
    alphabet: TWO_VERSIONS,
    most: [4, 2],
    least: { adopted: 100 },
  },
  {
    name: 'a vote',
    charter: alike('qualified-majority', vote),
    put: dated,
    against: byMajority,
    alphabet: MAJORITY,
    most: [3, 2],
    least: { adopted: 100, ended: 2 },
  },
  {
    name: 'participants alone',
    charter: alike('participants-only'),
    put: propose('position', 'position', { ...forBoth, minimum: 1 }),
    against: nobodyIsFor,
    alphabet: PARTICIPANTS,
    most: [3, 2],
    least: { adopted: 2_000, ended: 4 },
  },
  {
    name: 'a silence',
    charter: alike('silence', { period }),
    put: dated,
    against: byNone,
    alphabet: SILENCE,
    most: [3, 2],
    least: { adopted: 1_000, ended: 20, lapsed: 50, broken: 2_000 },
  },
  {
    name: 'a text of all that is reaffirmed',
    charter: alike('express-unanimity', { period }),
    put: dated,
    against: byAll,
    alphabet: REAFFIRMED,
    most: [4, 2],
    least: { adopted: 400, lapsed: 100 },
  },
  {
    name: 'a vote that is reaffirmed',
    charter: alike('qualified-majority', { ...vote, period }),
    put: dated,
    against: byMajority,
    alphabet: REAFFIRMED,
    most: [4, 2],
    least: { adopted: 400, lapsed: 100 },
  },
  {
    name: 'participation that is reaffirmed',
    charter: alike('participants-only', { period }),
    put: propose('position', 'position', { ...forBoth, minimum: 2 }),
    against: nobodyIsFor,
    alphabet: REAFFIRMED,
    most: [4, 2],
    least: { adopted: 400, lapsed: 100 },
  },
]
