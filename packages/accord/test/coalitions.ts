import fc from 'fast-check'
import { quorum } from '@entente/log'
import type { Charter } from '../src/charter.ts'
import type { Attested, Cut } from '../src/cut.ts'
import type { Result } from '../src/kind.ts'
import type { SpokenVoice } from '../src/voice.ts'
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
  type Drafted,
} from './case.ts'

/**
 * Coalitions of 3 to 27 members. Each world is a right one, in which four texts are filed, spoken on and
 * certified under the four rules, and what was adopted then stands, ends, lapses or is replaced; but for
 * none to four single faults.
 */

export const EXPIRY = 100
export const PERIOD = 100
const CURE = 20
/** All texts are filed by the first member, at the first places of its strand. */
export const TEXTS = {
  U: at('XA', 0),
  S: at('XA', 1),
  Q: at('XA', 2),
  N: at('XA', 3),
} as const
export type Text = keyof typeof TEXTS
const KINDS = { U: 'position', S: 'term', Q: 'situation', N: 'measure' } as const

/** XA to XZ, then YA: as many as the Union has. */
const NAMES = Array.from({ length: 27 }, (_, index) =>
  index < 26 ? `X${String.fromCharCode(65 + index)}` : 'YA',
)

const FAULTS = [
  // Of a certificate, or of a tree in it.
  'short',
  'twice',
  'never',
  'before its time',
  'stale',
  'from the future',
  'bare',
  // Of what one member does or leaves undone.
  'no receipt',
  'late receipt',
  'no word',
  'awaits',
  'objects',
  'objects and lifts',
  'withdraws',
  'a third stands aside',
  'many abstain',
  'brake',
  'extension',
  'late extension',
  'reaffirmed after all',
  'not adopted',
  'hasty',
  'the window after',
  'not assessed',
] as const
type Fault = (typeof FAULTS)[number]
const SHAPES = ['stand', 'leave', 'hold', 'lapse', 'replace', 'turn'] as const

export type Coalition = {
  readonly charter: Charter
  readonly members: readonly string[]
  /** Whom the text under participants-only names, and how many of them it needs. */
  readonly named: readonly string[]
  readonly minimum: number
  readonly cut: Cut
  /** At each moment in which something was done, how much of every strand there was. */
  readonly moments: readonly Readonly<Record<string, number>>[]
}

type Story = {
  readonly count: number
  readonly populations: readonly number[]
  readonly shape: (typeof SHAPES)[number]
  readonly on: Text
  readonly faults: readonly Fault[]
  /** Who is struck by a fault, and which certificate: taken as far as there are so many. */
  readonly victim: number
  readonly certificate: number
  readonly against: SpokenVoice
  /** Whether all are for it again when it is over. */
  readonly isWantedBack: boolean
}

function rulesFor({ count, populations }: Story): Charter {
  const members = NAMES.slice(0, count)
  return {
    ...charterOf({
      members: Object.fromEntries(members.map((id, index) => [id, populations[index]!])),
      chair: 'XA',
      cure: CURE,
      quorum: quorum(count),
      period: PERIOD,
      minimum: Math.ceil((15 * count) / 27),
      blocking: Math.max(2, Math.ceil((4 * count) / 27)),
      steps: {
        position: { rule: 'express-unanimity' },
        term: { rule: 'silence' },
        situation: { rule: 'qualified-majority' },
        measure: { rule: 'participants-only' },
      },
    }),
    witnesses: members.map((id) => ({ vkey: `${id}+00000000+BAAA` })),
  }
}

/** One world as it is played: who did what, and when each strand grew. */
class Play {
  readonly story: Story
  readonly charter: Charter
  readonly members: readonly string[]
  readonly parties: readonly string[]
  readonly victim: string
  readonly strands: Record<string, Drafted[]>
  readonly grew: Record<string, number[]>
  now = 0
  certificates = 0

  constructor(story: Story) {
    this.story = story
    this.charter = rulesFor(story)
    this.members = NAMES.slice(0, story.count)
    this.parties = [...this.members, 'CO']
    // Never the first, which files the texts.
    this.victim = this.members[1 + (story.victim % (story.count - 1))]!
    this.strands = Object.fromEntries(this.parties.map((id) => [id, []]))
    this.grew = Object.fromEntries(this.parties.map((id) => [id, [0]]))
  }

  has(fault: Fault): boolean {
    return this.story.faults.includes(fault)
  }

  put(by: string, act: Drafted) {
    this.strands[by]!.push(act)
    this.grew[by]!.push(this.now)
  }

  sizeAt(id: string, time: number): number {
    return this.grew[id]!.findLastIndex((grown) => grown <= time)
  }

  moments() {
    const instants = [...new Set(Object.values(this.grew).flat())].toSorted((a, b) => a - b)
    return instants.map((time) =>
      Object.fromEntries(this.parties.map((id) => [id, this.sizeAt(id, time)])),
    )
  }

  /** A certificate by the office on all that is there; struck by the faults where it is its turn. */
  certify(result: Result, on: Text, since = 0) {
    const isStruck = this.certificates++ === this.story.certificate % 4
    const fault = (name: Fault) => isStruck && this.has(name)
    const sizes = Object.fromEntries(this.parties.map((id) => [id, this.strands[id]!.length]))
    if (fault('stale')) sizes[this.victim]! -= 1
    if (fault('from the future')) sizes['CO']! += 1
    const shift = fault('before its time') ? 40 : 0
    const tree = (id: string, size: number, until = this.now) => {
      const from = this.grew[id]![Math.min(size, this.grew[id]!.length - 1)]!
      const to = Math.max(
        from,
        Math.min(until, (this.grew[id]![size + 1] ?? until + 1) - 1) - shift,
      )
      return this.attest(id === this.victim && isStruck, from, to)
    }
    const closings = Object.fromEntries(
      fault('bare') ? [] : this.parties.map((id) => [id, tree(id, sizes[id]!)]),
    )
    const smaller = (time: number) =>
      Object.fromEntries(
        this.members.map((id) => {
          const size = Math.min(this.sizeAt(id, time), sizes[id]!)
          return [id, [size, tree(id, size, time)] as const]
        }),
      )
    this.put(
      'CO',
      declare(result, TEXTS[on], sizes, closings, result === 'ended' ? smaller(since) : {}, {
        ...(on === 'S' && { early: smaller(89) }),
        ...(result === 'expired' && { breaks: smaller(104) }),
        ...(result === 'lapsed' && { window: this.has('the window after') ? 2 : 1 }),
      }),
    )
  }

  /** The quorum at the first and at the last instant at which a tree was current. */
  attest(isStruck: boolean, from: number, to: number): Attested['times'] {
    const witnesses = this.members.slice(0, this.charter.quorum)
    const times = from === to ? [from] : [from, to]
    const by = (names: readonly string[]) =>
      times.flatMap((time) => names.map((name) => [name, time] as const))
    if (isStruck && this.has('never')) return []
    if (isStruck && this.has('short')) return by(witnesses.slice(1))
    if (isStruck && this.has('twice')) return by([...witnesses.slice(1), witnesses[1]!])
    return by(witnesses)
  }
}

function voiceOf(play: Play, id: string, on: Text): SpokenVoice {
  const { members, victim, story } = play
  const place = members.indexOf(id)
  if (place > 0 && on === story.on) {
    if (play.has('a third stands aside') && place * 3 <= members.length + 2)
      return 'abstains-constructively'
    if (play.has('many abstain') && place * 2 <= members.length) return 'abstains'
  }
  if (id === victim && on === story.on && play.has('awaits')) return 'awaits-instructions'
  return 'complies'
}

/** The four texts, the receipts and the first words. */
function open(play: Play) {
  const { members, victim, story } = play
  const named = members.slice(0, Math.ceil(members.length / 2) + 1)
  const minimum = named.length - 1
  play.now = 10
  for (const text of ['U', 'S', 'Q', 'N'] as const)
    play.put(
      'XA',
      propose(text.toLowerCase(), KINDS[text], {
        expiry: EXPIRY,
        ...(text === 'N' && { names: named, minimum }),
      }),
    )
  play.now = 20
  for (const id of members)
    if (id !== victim || !(play.has('no receipt') || play.has('late receipt')))
      play.put(id, receipt(TEXTS.S))
  play.now = 40
  for (const [index, id] of members.entries())
    for (const text of ['U', 'Q', 'N', 'S'] as const) {
      if (text === 'N' && !named.includes(id)) continue
      // Under silence two of three say nothing.
      if (text === 'S' && index % 3 > 0 && voiceOf(play, id, text) === 'complies') continue
      if (id === victim && text === story.on && play.has('no word')) continue
      play.put(id, comply(TEXTS[text], 'complies', voiceOf(play, id, text)))
    }
  return { named, minimum }
}

/** What comes before the end of the silence, where something does. */
function disturb(play: Play) {
  const { victim, story } = play
  const on = TEXTS[story.on]
  const brake = comply(TEXTS.Q, 'complies', 'objects', { vital: true })
  const may = (fault: Fault, by: string, act: Drafted) => {
    if (play.has(fault)) play.put(by, act)
  }
  play.now = 60
  may('extension', 'XA', extend(TEXTS.S, 130))
  play.now = 95
  may('late receipt', victim, receipt(TEXTS.S))
  may('objects', victim, comply(on, 'complies', 'objects'))
  may('objects and lifts', victim, comply(on, 'complies', 'objects'))
  play.now = 97
  may('objects and lifts', victim, comply(on))
  may('withdraws', victim, withdraw(on))
  may('brake', victim, brake)
  play.now = 102
  may('late extension', 'XA', extend(TEXTS.S, 130))
}

/** What is adopted, and which nations go on to take the measure. */
function adopt(play: Play, named: readonly string[]) {
  const { story, victim } = play
  play.now = play.has('extension') || play.has('late extension') ? 136 : 106
  const certificate = { N: -1 }
  for (const text of ['U', 'S', 'Q', 'N'] as const) {
    if (text === story.on && play.has('not adopted')) continue
    if (text === 'N') certificate.N = play.strands['CO']!.length
    play.certify('adopted', text)
    play.now += 1
  }
  play.certify('expired', 'S')
  play.now += 1
  play.put('CO', { act: { kind: 'call', for: 'n' } })
  for (const id of named.slice(0, 4)) {
    if (id !== victim || !play.has('not assessed'))
      play.put(id, { act: { kind: 'assess', on: TEXTS.N, facts: {} } })
    const cites = at('CO', Math.max(0, certificate.N))
    if (id !== 'XA') play.put(id, { act: { kind: 'start', on: TEXTS.N, certificate: cites } })
  }
}

/** What becomes of it, and who wants it back when it is over. */
function goOn(play: Play) {
  takeItsCourse(play)
  if (!play.story.isWantedBack) return
  play.now += 10
  for (const id of play.members) play.put(id, comply(TEXTS[play.story.on]))
}

function takeItsCourse(play: Play) {
  const { story, victim, members } = play
  const { on } = story
  play.now = 150
  const lost = on === 'Q' || on === 'N' ? members.slice(1) : [victim]
  switch (story.shape) {
    case 'stand':
      return
    case 'leave':
      for (const id of lost) play.put(id, withdraw(TEXTS[on]))
      play.now += 1
      return play.certify('ended', on, 150)
    case 'turn':
    case 'hold':
      for (const id of lost) play.put(id, comply(TEXTS[on], 'complies', story.against))
      if (story.shape === 'turn') return
      play.now += play.has('hasty') ? CURE : CURE + 1
      return play.certify('ended', on, 150)
    case 'lapse':
      for (const id of members)
        if (!lost.includes(id) || play.has('reaffirmed after all'))
          play.put(id, reaffirm(TEXTS[on], 1))
      play.now = play.has('hasty') ? EXPIRY + PERIOD - 1 : EXPIRY + PERIOD
      return play.certify('lapsed', on)
    case 'replace':
      play.put('XA', amend(TEXTS.U, 'u', 'position'))
      for (const id of members) play.put(id, comply(at('XA', play.strands['XA']!.length - 1)))
      return
  }
}

function play(story: Story): Coalition {
  const world = new Play(story)
  const { named, minimum } = open(world)
  disturb(world)
  adopt(world, named)
  goOn(world)
  const { charter, members, strands } = world
  const told = { [fc.toStringMethod]: () => JSON.stringify(story) }
  const cut = cutOf(charter, strands)
  return { ...told, charter, members, named, minimum, cut, moments: world.moments() }
}

const count = fc.oneof(fc.constantFrom(3, 4, 5, 27), fc.integer({ min: 3, max: 27 }))
const story: fc.Arbitrary<Story> = fc.record({
  count,
  populations: fc.array(fc.integer({ min: 1, max: 84_000 }), { minLength: 27, maxLength: 27 }),
  shape: fc.constantFrom(...SHAPES),
  on: fc.constantFrom<Text>('U', 'U', 'S', 'S', 'Q', 'N'),
  faults: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 4, arbitrary: fc.subarray([...FAULTS], { minLength: 1, maxLength: 4 }) },
  ),
  victim: fc.nat({ max: 25 }),
  certificate: fc.nat({ max: 5 }),
  against: fc.constantFrom<SpokenVoice>(
    'objects',
    'awaits-instructions',
    'abstains-constructively',
  ),
  isWantedBack: fc.nat({ max: 3 }).map((draw) => draw === 0),
})

export const coalition: fc.Arbitrary<Coalition> = story.map(play)

/** How much of each strand is seen: mostly all of it. */
const seen = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(60) }, fc.nat({ max: 14 })), {
  minLength: 28,
  maxLength: 28,
})

/**
 * A coalition, and two cuts of its case of which one lies inside the other: as it was at a moment and at a later one, since then
 * something is certified that is not met any more; or any two, as a node might see them that has not all.
 */
export const growing: fc.Arbitrary<Coalition & { lower: Cut; upper: Cut }> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(coalition, fc.nat(), fc.nat()).map(atMoments) },
  { weight: 1, arbitrary: fc.tuple(coalition, seen, seen).map(atSizes) },
)

function atMoments([world, draw, more]: [Coalition, number, number]) {
  const { moments, cut } = world
  const last = moments.length - 1
  // What is certified last is undone last: every other time it begins there.
  const at = draw % 2 === 0 ? last - ((draw >> 1) % 3) : (draw >> 1) % moments.length
  const later = more % 2 === 0 ? last : at + (more % (moments.length - at))
  return { ...world, lower: cutTo(cut, moments[at]!), upper: cutTo(cut, moments[later]!) }
}

function atSizes([world, low, more]: [Coalition, readonly number[], readonly number[]]) {
  const sizes = (of: readonly number[]) =>
    Object.fromEntries([...world.members, 'CO'].map((id, index) => [id, of[index]!]))
  return {
    ...world,
    lower: cutTo(world.cut, sizes(low)),
    upper: cutTo(world.cut, sizes(low.map((size, index) => Math.max(size, more[index]!)))),
  }
}
