import fc from 'fast-check'
import type { Charter } from '../src/charter.ts'
import type { Attested, Cut } from '../src/cut.ts'
import { SPOKEN, type SpokenVoice } from '../src/voice.ts'
import {
  amend,
  at,
  charterOf,
  comply,
  cutOf,
  cutTo,
  declare,
  propose,
  record,
  withdraw,
  WITNESSES,
  type Drafted,
} from './case.ts'

/**
 * Near misses: stories in which every certificate is right at its moment but for zero to two faults.
 * Random acts alone almost never make a version that is nearly adopted or nearly ended.
 */

export const MEMBERS = ['XA', 'XB', 'XC', 'XD'] as const
export const PARTIES = [...MEMBERS, 'CO'] as const
export const charter: Charter = charterOf({
  members: { XA: 40, XB: 30, XC: 20, XD: 10 },
  chair: 'XA',
  steps: {
    position: { rule: 'express-unanimity' },
    measure: { rule: 'express-unanimity', by: 'CO' },
    attribution: { rule: 'each-its-own' },
  },
})

/** Where the acts that file them stand: first and second version, another step, one without a gate. */
const FIRST = at('XA', 0)
const GATELESS = at('XA', 1)
const OTHER = at('CO', 0)

type Fault = (typeof FAULTS)[number]
const FAULTS = ['short', 'twice', 'never', 'early', 'late', 'stale', 'future', 'bare'] as const

type Event =
  | ({ does: 'say'; by: string; on: number; union: SpokenVoice; national: SpokenVoice } & Further)
  | { does: 'withdraw'; by: string; on: number }
  | { does: 'amend'; by: string }
  | { does: 'record'; by: string }
  | { does: 'wait'; seconds: number }
  | ({ does: 'declare'; by: string; on: number; result: 'adopted' | 'ended' } & Cited)
type Further = { until?: number | undefined; clause?: string | null }
type Cited = { fault?: Fault | undefined; victim: string; back: number; since: 'found' | number }

export type Story = {
  readonly first: readonly (readonly [SpokenVoice, SpokenVoice])[]
  readonly skipped: readonly number[]
  readonly tail: readonly Event[]
}

/** Plays a story and keeps, for every strand, when it grew: what witnesses could truly attest. */
export function play({ first, skipped, tail }: Story): Cut {
  const strands: Record<string, Drafted[]> = Object.fromEntries(PARTIES.map((id) => [id, []]))
  const grew: Record<string, number[]> = Object.fromEntries(PARTIES.map((id) => [id, [0]]))
  const versions = [FIRST, OTHER, GATELESS]
  let now = 0
  const put = (by: string, act: Drafted) => {
    now += 1
    strands[by]!.push(act)
    grew[by]!.push(now)
  }
  put('XA', propose('u', 'position'))
  put('XA', propose('e', 'attribution'))
  put('CO', propose('w', 'measure'))
  for (const [index, voices] of first.entries())
    if (!skipped.includes(index))
      put(MEMBERS[index % 4]!, comply(versions[index < 4 ? 0 : 1]!, ...voices))
  for (const event of tail) {
    const on = 'on' in event ? versions[event.on % versions.length]! : FIRST
    if (event.does === 'wait') now += event.seconds
    if (event.does === 'withdraw') put(event.by, withdraw(on))
    if (event.does === 'record') put(event.by, record('evidence'))
    if (event.does === 'say') put(event.by, comply(on, event.union, event.national, event))
    if (event.does === 'amend') {
      if (event.by === 'XA') versions.unshift(at('XA', strands['XA']!.length))
      put(event.by, amend(FIRST, 'u', 'position'))
    }
    if (event.does === 'declare') {
      now += 1
      put(event.by, certify({ event, on, strands, grew, now }))
    }
  }
  return cutOf(charter, strands)
}

type Moment = {
  readonly event: Extract<Event, { does: 'declare' }>
  readonly on: ReturnType<typeof at>
  readonly strands: Readonly<Record<string, readonly Drafted[]>>
  readonly grew: Readonly<Record<string, readonly number[]>>
  readonly now: number
}

function certify({ event, on, strands, grew, now }: Moment): Drafted {
  const { fault, victim, back } = event
  const sizes = Object.fromEntries(PARTIES.map((id) => [id, strands[id]!.length]))
  if (fault === 'stale') sizes[victim] = Math.max(0, sizes[victim]! - 1 - (back % 2))
  if (fault === 'future') sizes[event.by]! += 1
  const tree = (id: string, size: number) =>
    attest(id === victim ? fault : undefined, {
      from: grew[id]![Math.min(size, grew[id]!.length - 1)]!,
      to: (grew[id]![size + 1] ?? now + 1) - 1,
    })
  const closings = Object.fromEntries(
    fault === 'bare' ? [] : PARTIES.map((id) => [id, tree(id, sizes[id]!)]),
  )
  const since = Object.fromEntries(
    MEMBERS.map((id) => {
      const found = strands[id]!.findIndex((one) => one.act['on'] === on && isAgainst(one.act))
      const size =
        event.since === 'found'
          ? found + 1 || sizes[id]!
          : Math.min(event.since, strands[id]!.length)
      return [id, [size, tree(id, size)] as const]
    }),
  )
  return declare(event.result, on, sizes, closings, event.result === 'ended' ? since : {})
}

const isAgainst = ({ kind, union, national }: Record<string, unknown>) =>
  kind === 'comply' && [union, national].some((said) => !String(said).startsWith('complies'))

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
  if (fault === 'early') return [...both(one, [from]), ...both(two, [to])]
  if (fault === 'late') return [...both(two, [from]), ...both(one, [to])]
  return both(one, [from, to])
}

const who = fc.constantFrom(...MEMBERS)
const on = fc.constantFrom(0, 0, 0, 1, 2)
const favour = fc.constant<SpokenVoice>('complies')
const one = fc.oneof(
  { weight: 13, arbitrary: favour },
  { weight: 7, arbitrary: fc.constantFrom(...SPOKEN) },
)
const cited = {
  fault: fc.option(fc.constantFrom(...FAULTS), { nil: undefined, freq: 1 }),
  victim: who,
  back: fc.nat({ max: 8 }),
  since: fc.oneof(fc.constant('found' as const), fc.nat({ max: 4 })),
}
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('say' as const),
      by: fc.constantFrom(...MEMBERS, ...MEMBERS, 'CO'),
      on,
      union: one,
      national: one,
      until: fc.constantFrom(undefined, undefined, undefined, 15, 40),
      clause: fc.constantFrom('1', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('withdraw' as const), by: who, on }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('amend' as const),
      by: fc.constantFrom('XA', 'XA', 'XB'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('record' as const), by: who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      seconds: fc.constantFrom(5, 19, 20, 21, 40),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('declare' as const),
      by: fc.constantFrom(...PARTIES),
      on,
      result: fc.constantFrom('adopted' as const, 'adopted' as const, 'ended' as const),
      ...cited,
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
      'flicker',
      'leave',
      'amend',
      'run out',
      'before',
      'together',
    ),
    m: who,
    against: fc.constantFrom<SpokenVoice>(
      'objects',
      'awaits-instructions',
      'abstains-constructively',
    ),
    seconds: fc.constantFrom(5, 17, 18, 19, 20, 21, 40),
    fault: fc.option(fc.constantFrom(...FAULTS), { nil: undefined, freq: 1 }),
    back: fc.nat({ max: 8 }),
  })
  .map(({ shape, m, against, seconds, fault, back }) => {
    const say = (by: string, national: SpokenVoice, version = 0, until?: number): Event => ({
      does: 'say',
      by,
      on: version,
      union: 'complies',
      national,
      until,
    })
    const wait: Event = { does: 'wait', seconds }
    const cites = { victim: m, back, since: 'found' as const }
    const adopt: Event = { does: 'declare', by: 'CO', on: 0, result: 'adopted', ...cites }
    const end: Event = { ...adopt, result: 'ended', fault }
    const no = say(m, against)
    const yes = say(m, 'complies')
    const all = MEMBERS.map((id) => say(id, 'complies'))
    const shapes: Record<typeof shape, Event[]> = {
      hold: [adopt, no, wait, end],
      restate: [adopt, no, wait, no, { does: 'wait', seconds: 5 }, end],
      lift: [adopt, no, wait, yes, end],
      flicker: [adopt, no, yes, wait, no, end, wait, { ...end, since: 4 }],
      leave: [adopt, { does: 'withdraw', by: m, on: 0 }, end, yes],
      amend: [adopt, { does: 'amend', by: 'XA' }, ...all, { ...adopt, fault }, { ...adopt, on: 1 }],
      'run out': [say(m, 'complies', 0, 30), wait, { ...adopt, fault }],
      before: [no, end, yes, { ...adopt, fault }],
      together: [no, wait, yes, { ...adopt, fault: 'stale' }, { ...adopt, fault }],
    }
    return shapes[shape]
  })

const eight = (voice: fc.Arbitrary<SpokenVoice>) =>
  fc.array(fc.tuple(voice, voice), { minLength: 8, maxLength: 8 })

export const story: fc.Arbitrary<Story> = fc.record({
  first: fc.oneof(
    { weight: 4, arbitrary: eight(favour) },
    { weight: 2, arbitrary: eight(one) },
    { weight: 1, arbitrary: eight(fc.constantFrom('abstains', 'complies')) },
  ),
  skipped: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]) },
  ),
  tail: fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: directed }, { weight: 1, arbitrary: fc.constant([]) }),
      fc.array(event, { maxLength: 9 }),
    )
    .map(([shape, free]) => [...shape, ...free]),
})

export const world: fc.Arbitrary<Cut> = story.map(play)

const size = fc.oneof(fc.nat({ max: 10 }), fc.constant(40))
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
