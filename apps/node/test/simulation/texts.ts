import type { PartyId } from '@entente/accord'
import type { Chance } from './chance.ts'
import { DAY, HOUR, TERMS } from './coalition.ts'

export type SimulatedRule =
  | 'express-unanimity'
  | 'qualified-majority'
  | 'silence'
  | 'participants-only'

/** A voice, as strong as the weaker of its two axes. */
export type Voice =
  | 'complies'
  | 'complies-with-reservation'
  | 'complies-with-statement'
  | 'abstains'
  | 'abstains-constructively'
  | 'awaits-instructions'
  | 'objects'

export type Says =
  | { readonly does: 'propose' }
  | { readonly does: 'voice'; readonly voice: Voice; readonly vital?: boolean }
  | { readonly does: 'withdraw' | 'receipt' }
  /** A nation's part in a measure, which begins once it is adopted. */
  | { readonly does: 'call' | 'assess' | 'start' | 'suspend' | 'terminate' }
  | { readonly does: 'extend'; readonly until: number }
  | { readonly does: 'reaffirm'; readonly window: number }

/** Who says what of a text, and when: planned, and once it is done when its node took it. */
export type Deed = { readonly at: number; readonly by: PartyId; readonly says: Says }

/** A text with all that its life will bring, in milliseconds of true time. */
export type SimulatedText = {
  readonly name: string
  readonly rule: SimulatedRule
  readonly life: string
  readonly expiry: number
  readonly deeds: readonly Deed[]
}

/** One life of a text: what is done beside its proposal, by days after it. */
type Life = (cast: Cast) => void

/** Who takes part, and how to write down what they do. */
type Cast = {
  readonly members: readonly PartyId[]
  /** Somebody who is not the one in the chair, and the same all along. */
  readonly victim: PartyId
  readonly chance: Chance
  readonly expiry: number
  readonly on: (day: number, by: PartyId, says: Says) => void
  /** Everybody but these, some time in the day after that one. */
  readonly all: (day: number, says: (by: PartyId) => Says, but?: readonly PartyId[]) => void
}

const EXPIRES = 3 * DAY
const PERIOD = TERMS.period * 1000
/** Windows of reaffirmation that may be due before a simulation of weeks ends. */
const WINDOWS = [1, 2, 3, 4] as const

const say = (voice: Voice): Says => ({ does: 'voice', voice })
const yes = say('complies')
const receipt: Says = { does: 'receipt' }

/** For a text that needs all: mostly for it, some that do not stop it. */
const favour = ({ chance }: Cast) => {
  const draw = chance.next()
  if (draw < 0.7) return yes
  if (draw < 0.8) return say('complies-with-statement')
  return say(draw < 0.9 ? 'complies-with-reservation' : 'abstains')
}

const agree = (cast: Cast, but: readonly PartyId[] = []) => {
  cast.on(0.1, cast.members[0]!, yes)
  cast.all(0, () => favour(cast), [cast.members[0]!, ...but])
}

/** Everybody reaffirms for every window, a day before it is due; but for these. */
const reaffirm = (cast: Cast, but: readonly PartyId[] = []) => {
  for (const window of WINDOWS)
    cast.all((EXPIRES + window * PERIOD) / DAY - 2, () => ({ does: 'reaffirm', window }), but)
}

/** So many of the members, never the first: enough to be half of them, or a third and more. */
const some = ({ members }: Cast, share: number) =>
  members.slice(1, 1 + Math.ceil(members.length * share))

const UNANIMITY: Readonly<Record<string, Life>> = {
  agreed: (cast) => {
    agree(cast)
    reaffirm(cast)
  },
  'one objects': (cast) => {
    agree(cast, [cast.victim])
    cast.on(0.5, cast.victim, say('objects'))
  },
  'one is silent': (cast) => agree(cast, [cast.victim]),
  'one awaits, then complies': (cast) => {
    agree(cast, [cast.victim])
    cast.on(0.5, cast.victim, say('awaits-instructions'))
    cast.on(2.5, cast.victim, yes)
    reaffirm(cast)
  },
  'a third stands aside': (cast) => {
    const aside = some(cast, 0.5)
    agree(cast, aside)
    for (const by of aside) cast.on(0.7, by, say('abstains-constructively'))
  },
  'one leaves': (cast) => {
    agree(cast)
    cast.on(4, cast.victim, { does: 'withdraw' })
  },
  'one turns and stays': (cast) => {
    agree(cast)
    cast.on(4, cast.victim, say('objects'))
    reaffirm(cast, [cast.victim])
  },
  'one turns and comes back': (cast) => {
    agree(cast)
    cast.on(4, cast.victim, say('objects'))
    cast.on(5, cast.victim, yes)
    reaffirm(cast)
  },
  'one does not reaffirm': (cast) => {
    agree(cast)
    reaffirm(cast, [cast.victim])
  },
}

const MAJORITY: Readonly<Record<string, Life>> = {
  carried: (cast) => {
    agree(cast, [cast.victim])
    reaffirm(cast)
  },
  'too few': (cast) => {
    const against = some(cast, 0.5)
    agree(cast, against)
    for (const by of against) cast.on(0.7, by, say(cast.chance.pick(['abstains', 'objects'])))
  },
  brake: (cast) => {
    agree(cast, [cast.victim])
    cast.on(0.6, cast.victim, { does: 'voice', voice: 'objects', vital: true })
  },
  'carried, then lost': (cast) => {
    agree(cast)
    for (const by of some(cast, 0.6)) cast.on(5, by, say('objects'))
  },
}

const SILENCE: Readonly<Record<string, Life>> = {
  'silence is consent': (cast) => {
    cast.on(0.2, cast.members[0]!, yes)
    cast.all(0, () => receipt, [cast.members[0]!])
    if (cast.chance.next() < 0.5) cast.on(1.5, cast.victim, yes)
    reaffirm(cast)
  },
  'nobody says a word': (cast) => cast.all(0, () => receipt, [cast.members[0]!]),
  'one objects and takes it back': (cast) => {
    cast.on(0.2, cast.members[0]!, yes)
    cast.all(0, () => receipt, [cast.members[0]!])
    cast.on(1.6, cast.victim, say('objects'))
    cast.on(2.2, cast.victim, yes)
  },
  'one had it not': (cast) => {
    cast.on(0.2, cast.members[0]!, yes)
    cast.all(0, () => receipt, [cast.members[0]!, cast.victim])
  },
  'one had it late': (cast) => {
    cast.on(0.2, cast.members[0]!, yes)
    cast.all(0, () => receipt, [cast.members[0]!, cast.victim])
    cast.on(2.5, cast.victim, receipt)
  },
  extended: (cast) => {
    cast.on(0.2, cast.members[0]!, yes)
    cast.on(1, cast.members[0]!, { does: 'extend', until: cast.expiry + 2 * DAY })
    cast.all(0, () => receipt, [cast.members[0]!, cast.victim])
    cast.on(3.4, cast.victim, receipt)
  },
  'extended, then one objects': (cast) => {
    cast.on(0.2, cast.members[0]!, yes)
    cast.on(1, cast.members[0]!, { does: 'extend', until: cast.expiry + 2 * DAY })
    cast.all(0, () => receipt, [cast.members[0]!])
    cast.on(4, cast.victim, say('objects'))
  },
  'one objects afterwards': (cast) => {
    cast.on(0.2, cast.members[0]!, yes)
    cast.all(0, () => receipt, [cast.members[0]!])
    cast.on(4.5, cast.victim, say('objects'))
  },
}

/** A measure that is adopted in the first days; those who take part assess it and begin. */
const begun = (cast: Cast, but: readonly PartyId[] = []) => {
  agree({ ...cast, chance: { ...cast.chance, next: () => 0 } }, but)
  cast.on(0.3, cast.members[0]!, { does: 'call' })
  cast.all(1, () => ({ does: 'assess' }), but)
  cast.all(3, () => ({ does: 'start' }), but)
  reaffirm(cast, but)
}

const MEASURE: Readonly<Record<string, Life>> = {
  'all take part': (cast) => begun(cast),
  'one takes no part, one ends its own': (cast) => {
    begun(cast, [cast.victim])
    cast.on(0.5, cast.victim, say('abstains'))
    cast.on(6, cast.members[0]!, { does: 'terminate' })
  },
  'one leaves, one pauses': (cast) => {
    begun(cast)
    cast.on(6, cast.victim, { does: 'withdraw' })
    cast.on(6, cast.members[0]!, { does: 'suspend' })
  },
  'one turns and comes back': (cast) => {
    begun(cast)
    cast.on(6, cast.victim, say('objects'))
    cast.on(7, cast.victim, yes)
  },
  'too few take part': (cast) => {
    const out = some(cast, 0.6)
    agree(cast, out)
    cast.on(0.3, cast.members[0]!, { does: 'call' })
    cast.all(1, () => ({ does: 'assess' }))
    for (const by of out) cast.on(0.7, by, say('objects'))
  },
  'too few are left': (cast) => {
    begun(cast)
    for (const by of some(cast, 0.6)) cast.on(6, by, { does: 'withdraw' })
  },
}

const LIVES = {
  'express-unanimity': UNANIMITY,
  'qualified-majority': MAJORITY,
  silence: SILENCE,
  'participants-only': MEASURE,
} as const

/** Every life of every rule: what a simulation that plays as many texts has played. */
const ALL_LIVES: readonly (readonly [SimulatedRule, string])[] = (
  Object.keys(LIVES) as SimulatedRule[]
).flatMap((rule) => Object.keys(LIVES[rule]).map((life) => [rule, life] as const))

/** So many texts, each with a life of its own, filed in the first days. */
export function writeTexts(
  count: number,
  { members, chance, start }: { members: readonly PartyId[]; chance: Chance; start: number },
): readonly SimulatedText[] {
  const order = chance.shuffled(ALL_LIVES)
  const lives = Array.from({ length: count }, (_, index) => order[index % order.length]!)
  return lives.map(([rule, life], index) => {
    const filed = start + Math.floor(chance.next() * 5 * DAY)
    const expiry = Math.floor((filed + EXPIRES) / 1000) * 1000
    const deeds: Deed[] = [{ at: filed, by: members[0]!, says: { does: 'propose' } }]
    const on = (day: number, by: PartyId, says: Says) =>
      void deeds.push({ at: filed + day * DAY + HOUR, by, says })
    const all: Cast['all'] = (day, says, but = []) => {
      for (const by of members) if (!but.includes(by)) on(day + chance.next() * 0.8, by, says(by))
    }
    const victim = chance.pick(members.slice(1))
    LIVES[rule][life]!({ members, victim, chance, expiry, on, all })
    return { name: `text-${index}`, rule, life, expiry, deeds }
  })
}
