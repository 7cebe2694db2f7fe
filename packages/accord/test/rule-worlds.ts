import fc from 'fast-check'
import type { Charter } from '../src/charter.ts'
import type { Attested, Cut } from '../src/cut.ts'
import type { Result } from '../src/kind.ts'
import { SPOKEN, type SpokenVoice } from '../src/voice.ts'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  cutTo,
  declare,
  extend,
  propose,
  reaffirm,
  receipt,
  withdraw,
  WITNESSES,
  type Drafted,
} from './case.ts'

/**
 * Near misses under every rule: Alder files one text of each, all speak, and what follows is one of the
 * shapes on which a rule is decided. Every certificate is right at its moment but for one fault.
 */

export const MEMBERS = ['XA', 'XB', 'XC', 'XD'] as const
export const PARTIES = [...MEMBERS, 'CO'] as const
export const charter: Charter = charterOf({
  members: { XA: 40, XB: 30, XC: 20, XD: 10 },
  chair: 'XA',
  period: 100,
  minimum: 2,
  blocking: 2,
  steps: {
    position: { rule: 'express-unanimity' },
    term: { rule: 'silence' },
    situation: { rule: 'qualified-majority' },
    measure: { rule: 'participants-only' },
    attribution: { rule: 'each-its-own' },
  },
})

export const EXPIRY = 100
const U = at('XA', 0)
const S = at('XA', 1)
const Q = at('XA', 2)
const N = at('XA', 3)
const E = at('XA', 4)
const TEXTS = { U, S, Q, N, E } as const
type Text = keyof typeof TEXTS

const FAULTS = ['short', 'twice', 'never', 'stale', 'future', 'bare', 'late'] as const
type Fault = (typeof FAULTS)[number]

type Event =
  | ({ does: 'say'; by: string; on: Text } & Said)
  | { does: 'withdraw' | 'receipt'; by: string; on: Text }
  | { does: 'reaffirm'; by: string; on: Text; window: number }
  | { does: 'extend'; by: string; until: number }
  | { does: 'amend'; by: string; on: 'U' | 'S' }
  | { does: 'wait'; until?: number; seconds: number }
  | ({ does: 'declare'; by: string; on: Text; result: Result } & Cites)
type Said = { union: SpokenVoice; national: SpokenVoice; vital?: boolean; until?: number }
type Cites = {
  fault?: Fault | undefined
  victim: string
  back: number
  /** By when the early trees were seen. */
  early: number
  window: number
  /** Whether it names a voice that ran out. */
  isOfVoice: boolean
}

export type Story = {
  readonly receipts: readonly string[]
  readonly lateReceipts: readonly string[]
  readonly first: readonly Said[]
  readonly skipped: readonly number[]
  readonly extended: 'no' | 'in time' | 'too late'
  readonly tail: readonly Event[]
}

type Play = {
  readonly strands: Record<string, Drafted[]>
  readonly grew: Record<string, number[]>
  now: number
}

/** Plays a story and keeps when each strand grew: what witnesses could truly attest. */
export function play({ receipts, lateReceipts, first, skipped, extended, tail }: Story): Cut {
  const to: Play = {
    strands: Object.fromEntries(PARTIES.map((id) => [id, []])),
    grew: Object.fromEntries(PARTIES.map((id) => [id, [0]])),
    now: 0,
  }
  put(to, 'XA', propose('u', 'position', { expiry: EXPIRY }))
  put(to, 'XA', propose('s', 'term', { expiry: EXPIRY }))
  put(to, 'XA', propose('q', 'situation', { expiry: EXPIRY }))
  put(to, 'XA', propose('n', 'measure', { expiry: EXPIRY, names: ['XA', 'XB', 'XC'], minimum: 2 }))
  put(to, 'XA', propose('e', 'attribution', { expiry: EXPIRY }))
  for (const id of receipts) put(to, id, receipt(S))
  for (const [index, said] of first.entries()) {
    const on = TEXTS[(['U', 'Q', 'N', 'S'] as const)[Math.floor(index / 4)]!]
    if (!skipped.includes(index))
      put(to, MEMBERS[index % 4]!, comply(on, said.union, said.national, said))
  }
  if (extended === 'in time') put(to, 'XA', extend(S, 130))
  to.now = Math.max(to.now, 91)
  for (const id of lateReceipts) put(to, id, receipt(S))
  if (extended === 'too late') {
    to.now = Math.max(to.now, EXPIRY + 1)
    put(to, 'XA', extend(S, 130))
  }
  for (const event of tail) follow(to, event)
  return cutOf(charter, to.strands)
}

function put(to: Play, by: string, act: Drafted) {
  to.now += 1
  to.strands[by]!.push(act)
  to.grew[by]!.push(to.now)
}

function follow(to: Play, event: Event) {
  switch (event.does) {
    case 'wait':
      to.now = Math.max(to.now, event.until ?? 0) + event.seconds
      return
    case 'say':
      return put(to, event.by, comply(TEXTS[event.on], event.union, event.national, event))
    case 'withdraw':
      return put(to, event.by, withdraw(TEXTS[event.on]))
    case 'receipt':
      return put(to, event.by, receipt(TEXTS[event.on]))
    case 'reaffirm':
      return put(to, event.by, reaffirm(TEXTS[event.on], event.window))
    case 'extend':
      return put(to, event.by, extend(S, event.until))
    case 'amend': {
      const kind = event.on === 'U' ? 'position' : 'term'
      const step = event.on.toLowerCase()
      return put(to, event.by, amend(TEXTS[event.on], step, kind, { expiry: 300 }))
    }
    case 'declare':
      to.now += 1
      return put(to, event.by, certify(to, event))
  }
}

type Declared = Extract<Event, { does: 'declare' }>

function certify({ strands, grew, now }: Play, event: Declared): Drafted {
  const { fault, victim, back, result, window } = event
  const on = TEXTS[event.on]
  const sizes = Object.fromEntries(PARTIES.map((id) => [id, strands[id]!.length]))
  if (fault === 'stale') sizes[victim] = Math.max(0, sizes[victim]! - 1 - (back % 2))
  if (fault === 'future') sizes[event.by]! += 1
  const span = (id: string, size: number) => ({
    from: grew[id]![Math.min(size, grew[id]!.length - 1)]!,
    to: (grew[id]![size + 1] ?? now + 1) - 1,
  })
  const closing = (id: string) => attest(id === victim ? fault : undefined, span(id, sizes[id]!))
  const smaller = (sizeOf: (id: string) => number, of: readonly Fault[]) =>
    Object.fromEntries(
      MEMBERS.map((id) => {
        // No tree has fewer leaves than none.
        const size = Math.max(0, Math.min(sizeOf(id), strands[id]!.length))
        const own = id === victim && fault && of.includes(fault) ? fault : undefined
        return [id, [size, attest(own, span(id, size))] as const]
      }),
    )
  const sizeAt = (id: string, time: number) => grew[id]!.findLastIndex((grown) => grown <= time)
  const against = (id: string) =>
    strands[id]!.findIndex(({ act }) => act['on'] === on && isAgainst(act))
  const ran = strands[victim]!.findIndex(
    ({ act }) => act['on'] === on && act['until'] !== undefined,
  )
  const isOfVoice = result === 'expired' && event.isOfVoice && ran >= 0
  return declare(
    result,
    on,
    sizes,
    Object.fromEntries(fault === 'bare' ? [] : PARTIES.map((id) => [id, closing(id)])),
    result === 'ended'
      ? smaller((id) => against(id) + 1 || strands[id]!.length - (back % 3), ['short', 'never'])
      : {},
    {
      ...(event.on === 'S' && {
        early: smaller((id) => sizeAt(id, event.early), ['twice', 'never', 'late']),
      }),
      ...(result === 'expired' && {
        breaks: smaller((id) => against(id) + 1 || sizeAt(id, 104), ['short', 'never']),
      }),
      ...(result === 'lapsed' && { window }),
      ...(isOfVoice && { of: at(victim, ran) }),
    },
  )
}

const isAgainst = ({ kind, union, national }: Record<string, unknown>) =>
  kind === 'withdraw' ||
  (kind === 'comply' && [union, national].some((said) => !String(said).startsWith('complies')))

/** When witnesses cosigned a tree that was current from one instant to another. */
function attest(
  fault: Fault | undefined,
  { from, to }: { from: number; to: number },
): Attested['times'] {
  const both = (names: readonly string[], times: readonly number[]) =>
    times.flatMap((time) => names.map((name) => [name, time] as const))
  const [one, two] = [WITNESSES.slice(from % 2), WITNESSES.slice(0, 2)]
  if (fault === 'short') return both(two, [from, to])
  if (fault === 'twice') return both(two, [from, from + 1, to - 1, to])
  if (fault === 'never') return []
  if (fault === 'late') return [...both(two, [from]), ...both(one, [to])]
  return both(one, [from, to])
}

const who = fc.constantFrom(...MEMBERS)
const text = fc.constantFrom<Text>('U', 'S', 'S', 'S', 'Q', 'Q', 'N', 'E')
const faults = fc.option(fc.constantFrom(...FAULTS), { nil: undefined, freq: 1 })
const one = fc.oneof(
  { weight: 14, arbitrary: fc.constant<SpokenVoice>('complies') },
  { weight: 6, arbitrary: fc.constantFrom(...SPOKEN) },
)
/** Vital only where it objects, and then without an end: when a brake runs out is asked elsewhere. */
const said: fc.Arbitrary<Said> = fc
  .record({
    union: one,
    national: one,
    vital: fc.boolean(),
    until: fc.constantFrom(undefined, undefined, undefined, 150),
  })
  .map(({ union, national, vital, until }) => {
    const objects = union === 'objects' || national === 'objects'
    return {
      union,
      national,
      ...(objects && vital ? { vital } : until === undefined ? {} : { until }),
    }
  })
const cites = {
  fault: faults,
  victim: who,
  back: fc.nat({ max: 8 }),
  early: fc.constantFrom(89, 89, 89, 95, 99, 100, 103, 118),
  window: fc.constantFrom(1, 1, 1, 2),
  isOfVoice: fc.boolean(),
}
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ by: fc.constantFrom(...MEMBERS, ...MEMBERS, 'CO'), on: text, said })
      .map(({ by, on, said: words }) => ({ does: 'say' as const, by, on, ...words })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('withdraw' as const, 'receipt' as const),
      by: who,
      on: text,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('reaffirm' as const),
      by: who,
      on: text,
      window: fc.constantFrom(1, 2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('extend' as const),
      by: fc.constantFrom('XA', 'XA', 'XB'),
      until: fc.constantFrom(90, 120, 140, 180),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('amend' as const),
      by: fc.constantFrom('XA', 'XA', 'XB'),
      on: fc.constantFrom('U' as const, 'S' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 5, 15, 20, 21, 50, 100),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('declare' as const),
      by: fc.constantFrom(...PARTIES),
      on: text,
      result: fc.constantFrom<Result>('adopted', 'adopted', 'ended', 'lapsed', 'expired'),
      ...cites,
    }),
  },
)

/** The shapes on which the rules are decided: each is followed by free events. */
const directed: fc.Arbitrary<Event[]> = fc
  .record({
    shape: fc.constantFrom(
      'hold',
      'restate',
      'lift',
      'leave',
      'lapse',
      'reaffirmed',
      'run out',
      'brake',
      'early brake',
      'objection',
      'await',
      'break',
      'lost majority',
      'amend',
      'late extension',
    ),
    m: who,
    on: fc.constantFrom<Text>('U', 'S', 'S', 'Q', 'N'),
    against: fc.constantFrom<SpokenVoice>('objects', 'awaits-instructions', 'abstains'),
    seconds: fc.constantFrom(5, 15, 19, 20, 21, 22, 50),
    until: fc.constantFrom(0, EXPIRY, 105, 106, 136),
    fault: faults,
    back: fc.nat({ max: 8 }),
    early: fc.constantFrom(89, 89, 89, 95, 99, 118),
  })
  .map(({ shape, m, on, against, seconds, until, fault, back, early }) => {
    const say = (
      by: string,
      national: SpokenVoice,
      more: Partial<Said> = {},
    ): Extract<Event, { does: 'say' }> => ({
      does: 'say',
      by,
      on,
      union: 'complies',
      national,
      ...more,
    })
    const cite = { victim: m, back, early, window: 1, isOfVoice: true }
    const adopt: Event = { does: 'declare', by: 'CO', on, result: 'adopted', ...cite }
    const end: Event = { ...adopt, result: 'ended', fault }
    const expire: Event = { ...adopt, result: 'expired', isOfVoice: false, fault }
    const lapse: Event = { ...adopt, result: 'lapsed', fault }
    const wait: Event = { does: 'wait', seconds }
    const over: Event = { does: 'wait', until, seconds: 1 }
    const closed: Event = { does: 'wait', until: 136, seconds: 1 }
    const no = say(m, against)
    const yes = say(m, 'complies')
    const others = MEMBERS.filter((id) => id !== m)
    const all = (deed: (by: string) => Event) => others.map(deed)
    const answer = (by: string): Event => ({ does: 'reaffirm', by, on, window: 1 })
    const shapes: Record<typeof shape, Event[]> = {
      hold: [closed, adopt, no, wait, end],
      restate: [closed, adopt, no, wait, no, { does: 'wait', seconds: 5 }, end],
      lift: [closed, adopt, no, wait, yes, end, { ...no }, wait, end],
      leave: [closed, adopt, { does: 'withdraw', by: m, on }, end, yes],
      lapse: [closed, adopt, ...all(answer), { does: 'wait', until: 200, seconds: 1 }, lapse],
      reaffirmed: [
        closed,
        adopt,
        ...all(answer),
        answer(m),
        { does: 'wait', until: 200, seconds: 1 },
        lapse,
      ],
      'run out': [
        say(m, 'complies', { until: 150 }),
        closed,
        adopt,
        wait,
        { ...expire, isOfVoice: true },
        { does: 'wait', until: 150, seconds: 1 },
        { ...expire, isOfVoice: true },
        end,
      ],
      brake: [{ ...say(m, 'objects', { vital: true }), on: 'Q' }, over, { ...adopt, on: 'Q' }, yes],
      'early brake': [
        over,
        { ...adopt, on: 'Q', fault: 'stale' },
        { ...say(m, 'objects', { vital: true }), on: 'Q' },
        closed,
        { ...adopt, on: 'Q' },
      ],
      objection: [{ ...adopt }, no, yes, over, { ...adopt, fault }, { ...expire, on: 'S' }],
      await: [
        say(m, 'awaits-instructions'),
        wait,
        yes,
        over,
        { ...adopt, fault },
        { ...expire, on: 'S' },
      ],
      break: [{ ...no, on: 'S' }, closed, { ...expire, on: 'S' }, { ...adopt, on: 'S' }],
      'lost majority': [
        closed,
        { ...adopt, on: 'Q' },
        { ...say(m, against), on: 'Q' },
        { ...say(others[0]!, against), on: 'Q' },
        wait,
        wait,
        { ...end, on: 'Q' },
      ],
      amend: [closed, { ...adopt, on: 'U' }, { does: 'amend', by: 'XA', on: 'U' }, end],
      'late extension': [
        over,
        { does: 'extend', by: 'XA', until: 140 },
        no,
        { does: 'wait', until: 146, seconds: 0 },
        { ...expire, on: 'S' },
        { ...adopt, on: 'S', fault },
      ],
    }
    return shapes[shape]
  })

const sixteen = (voice: fc.Arbitrary<Said>) => fc.array(voice, { minLength: 16, maxLength: 16 })
const both = (voice: SpokenVoice): Said => ({ union: voice, national: voice })

export const story: fc.Arbitrary<Story> = fc.record({
  receipts: fc.oneof(
    { weight: 3, arbitrary: fc.constant<readonly string[]>(MEMBERS) },
    { weight: 2, arbitrary: fc.subarray([...MEMBERS]) },
  ),
  lateReceipts: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...MEMBERS]) },
  ),
  first: fc.oneof(
    { weight: 4, arbitrary: sixteen(fc.constant(both('complies'))) },
    { weight: 2, arbitrary: sixteen(said) },
    { weight: 1, arbitrary: sixteen(fc.constantFrom(both('abstains'), both('complies'))) },
  ),
  skipped: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.constant([13, 14, 15]) },
    { weight: 1, arbitrary: fc.constant([12, 13, 14, 15]) },
    { weight: 1, arbitrary: fc.subarray(Array.from({ length: 16 }, (_, index) => index)) },
  ),
  extended: fc.constantFrom('no', 'no', 'no', 'in time', 'too late'),
  tail: fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: directed }, { weight: 1, arbitrary: fc.constant([]) }),
      fc.array(event, { maxLength: 8 }),
    )
    .map(([shape, free]) => [...shape, ...free]),
})

export const world: fc.Arbitrary<Cut> = story.map(play)

const size = fc.oneof(fc.nat({ max: 14 }), fc.constant(60))
const sizes = fc
  .tuple(size, size, size, size, size)
  .map((values) => PARTIES.map((id, index) => [id, values[index]!] as const))

/** A world, and two cuts of it of which one lies inside the other. */
export const nested: fc.Arbitrary<{ full: Cut; lower: Cut; upper: Cut }> = fc
  .tuple(world, sizes, fc.oneof({ weight: 1, arbitrary: sizes }, fc.constant(undefined)))
  .map(([full, low, more]) => {
    const lower = cutTo(full, Object.fromEntries(low))
    const upper = more
      ? cutTo(
          full,
          Object.fromEntries(low.map(([id, value], index) => [id, value + more[index]![1]])),
        )
      : full
    return { full, lower, upper }
  })
