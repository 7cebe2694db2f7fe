import type { ActId } from '@entente/accord'
import { ministry, roots, signerOf } from './vectors-case.ts'
import { adopt, ALL_COMPLY } from './vectors-decision-adopted.ts'
import {
  broken,
  shut,
  stands,
  suspended,
  undeclared,
  type DecisionCase,
  type DecisionFile,
} from './vectors-decision-expected.ts'
import { DUE, reaffirm } from './vectors-decision-lapsed.ts'
import { says, SOON } from './vectors-decision-silent.ts'
import { forkAt } from './vectors-decision-voices.ts'
import {
  EXPIRY,
  OVER,
  speak,
  START,
  text,
  voice,
  type Claim,
  type Id,
  type Story,
} from './vectors-decision-world.ts'
import { certOf } from './vectors-example.ts'
import { EVIDENCE } from './vectors-play.ts'

/** What an act is worth that was signed after the end of its mandate, and what proves that end. */

/** When the mandates of Alder’s and of the office’s ministry end. */
export const END = START + 30

/** A certificate of the end of a ministry’s mandate. */
export const over = (story: Story, party: Id, claim: Partial<Claim> = {}, by: Id = 'XC') => {
  const of = story.mandates[party]
  return story.declare({ result: 'expired', on: of, of, at: [END], ...claim }, by)
}
export const WORDS = { XB: 'complies', XC: 'complies' }

/** Birch and Cedar comply, the mandate of Alder’s ministry ends, and it says these words. */
const after =
  (words: readonly string[], claim: Partial<Claim> = {}, before: readonly string[] = []) =>
  (story: Story): ActId => {
    const on = story.say('CO', text('position'))
    speak(story, on, WORDS)
    says('XA', ...before)(story, on)
    over(story, 'XA', claim)
    says('XA', ...words)(story, on)
    return on
  }
export const alder = (effective: string) => ({
  ...shut(`${effective} XA`),
  voices: { XA: effective },
})
export const heard = undeclared({ voices: { XA: 'complies' } })

const VOICES: readonly DecisionCase[] = [
  {
    name: 'a consent after a silence',
    why: 'It only takes back, and silence is less than a consent.',
    tell: after(['complies']),
    versions: [alder('silent')],
  },
  {
    name: 'a consent after a silence, and a key act',
    why: 'What root keys sign says no voice anew.',
    tell: (story) => {
      after(['complies'])(story)
      story.say('XA', certOf('XA'), roots('XA'))
    },
    versions: [alder('silent')],
  },
  {
    name: 'awaiting after a silence, and then a consent',
    why: 'Awaiting is less than silence, and is not lifted.',
    tell: after(['awaits-instructions', 'complies']),
    versions: [alder('awaits-instructions')],
  },
  {
    name: 'a constructive abstention after a silence',
    why: 'It is more than silence.',
    tell: after(['abstains-constructively']),
    versions: [alder('silent')],
  },
  {
    name: 'an objection after a consent, and then a withdrawal',
    why: 'Each takes back more.',
    tell: after(['objects', 'withdrawn'], {}, ['complies']),
    versions: [alder('withdrawn')],
  },
  {
    name: 'a consent after a consent',
    why: 'Of two that are equally weak the earlier one.',
    tell: after(['complies'], {}, ['complies']),
    versions: [heard],
  },
]

const about = (story: Story, of: ActId, claim: Partial<Claim> = {}) =>
  story.declare({ result: 'expired', on: of, of, at: [END], ...claim }, 'XC')
/** Birch and Cedar comply, something is certified, and Alder complies. */
const certified = (certify: (story: Story, on: ActId) => void) => (story: Story) => {
  const on = story.say('CO', text('position'))
  speak(story, on, WORDS)
  certify(story, on)
  speak(story, on, { XA: 'complies' })
}

const ENDS: readonly DecisionCase[] = [
  {
    name: 'a certificate a second too early',
    why: 'The mandate went on.',
    tell: after(['complies'], { at: [END - 1] }),
    versions: [heard],
  },
  {
    name: 'the end of a mandate that never ends',
    why: 'Birch’s ministry has its key until it is revoked.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      over(story, 'XB')
      speak(story, on, ALL_COMPLY)
    },
    versions: [heard],
  },
  {
    name: 'the end of a mandate, on a text',
    why: 'Both fields name the act that gave the key.',
    tell: certified((story, on) => void about(story, story.mandates.XA, { on })),
    versions: [heard],
  },
  {
    name: 'the end of what gave no key',
    why: 'Evidence is no mandate.',
    tell: certified((story) => void about(story, story.say('XA', EVIDENCE))),
    versions: [heard],
  },
  {
    name: 'the adoption of what gave a key',
    why: 'That is no end.',
    tell: certified(({ declare, mandates }) => {
      declare({ result: 'adopted', on: mandates.XA, at: [END] }, 'XC')
    }),
    versions: [heard],
  },
  {
    name: 'a certificate whose cut does not hold the mandate',
    why: 'Nothing shows that it had been given.',
    tell: certified(({ declare, mandates: { XA: of } }) => {
      declare({ result: 'expired', on: of, of, sizes: { XA: 0 }, closings: { XA: [END] } }, 'XC')
    }),
    versions: [heard],
  },
  {
    name: 'a certificate that cites another tree',
    why: 'It is void, and ends nothing.',
    tell: certified((story) => {
      const of = story.mandates.XA
      story.declare({ result: 'expired', on: of, of, at: [END] }, 'XC', (party, said) => {
        const cut = said['cut'] as Readonly<Record<string, object>>
        return story.say(party, { ...said, cut: { ...cut, XA: cut['XB'] } })
      })
    }),
    versions: [heard],
    void: ['certificate.tree'],
  },
]

/** The end of the mandate was certified after the cut that a certificate of adoption cites, or before. */
const then = (hold: (story: Story) => Claim['sizes']) => (story: Story) => {
  const on = after(['complies'])(story)
  story.declare({ result: 'adopted', on, at: [START], sizes: hold(story) ?? {} })
}
const OWN_CUTS: readonly DecisionCase[] = [
  {
    name: 'an adoption whose cut holds the end',
    why: 'In it Alder is silent.',
    tell: then(() => ({})),
    versions: [alder('silent')],
  },
  {
    name: 'an adoption whose cut lacks the end',
    why: 'A certificate is judged by what its own cut holds: it stays true, and the gate is judged by the whole.',
    tell: then(({ sizeOf }) => ({ XC: sizeOf('XC') - 1 })),
    versions: [suspended('silent XA')],
  },
  {
    name: 'an adoption whose cut holds the end, and not all that it cites',
    why: 'Without what it cites nothing is proved there.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      story.say('XB', EVIDENCE)
      over(story, 'XA')
      speak(story, on, { XA: 'complies' })
      story.declare({ result: 'adopted', on, at: [START], sizes: { XB: 2 } })
    },
    versions: [suspended('silent XA')],
  },
  {
    name: 'an adoption whose cut holds the end, and not a smaller tree of it',
    why: 'Without all that it cites nothing is proved there.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      story.say('XB', EVIDENCE)
      over(story, 'XA', { sizes: { XB: 2 }, since: { XB: [3, START] } })
      speak(story, on, { XA: 'complies' })
      story.declare({ result: 'adopted', on, at: [START], sizes: { XB: 2 } })
    },
    versions: [suspended('silent XA')],
  },
  {
    name: 'two ends of one mandate, of which the cut of an adoption lacks the second',
    why: 'One is enough.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      over(story, 'XA')
      over(story, 'XA', {}, 'XB')
      speak(story, on, { XA: 'complies' })
      story.declare({ result: 'adopted', on, at: [START], sizes: { XB: 2 } })
    },
    versions: [alder('silent')],
  },
]

/** Alder’s response team has a key that may speak as well, until an instant or without an end. */
const team = [signerOf('XA-cert-1')]
const giveTeam = (story: Story, until?: number) =>
  story.say(
    'XA',
    {
      ...certOf('XA'),
      mandate: { verbs: ['comply', 'evidence'], ...(until !== undefined && { until }) },
    },
    roots('XA'),
  )
const KEYS: readonly DecisionCase[] = [
  {
    name: 'a voice that a second key signed as well',
    why: 'It counts by that key, whose mandate has not ended.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      giveTeam(story)
      over(story, 'XA')
      story.say('XA', voice(on, 'complies'), [ministry('XA'), ...team])
    },
    versions: [heard],
  },
  {
    name: 'a voice that the other key signed',
    why: 'The end is that of the ministry’s mandate alone.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      giveTeam(story)
      over(story, 'XA')
      story.say('XA', voice(on, 'complies'), team)
    },
    versions: [heard],
  },
  {
    name: 'a voice beside a key without the verb',
    why: 'By that key it does not count.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      story.say('XA', certOf('XA'), roots('XA'))
      over(story, 'XA')
      story.say('XA', voice(on, 'complies'), [ministry('XA'), ...team])
    },
    versions: [alder('silent')],
  },
  {
    name: 'a voice that two keys signed, of which both mandates ended',
    why: 'Where the cut of an adoption holds one end alone, the voice still counts by the other key.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      const of = giveTeam(story, END)
      over(story, 'XA')
      story.declare({ result: 'expired', on: of, of, at: [END] }, 'XB')
      story.say('XA', voice(on, 'complies'), [ministry('XA'), ...team])
      story.declare({ result: 'adopted', on, at: [START], sizes: { XB: 2 } })
    },
    versions: [suspended('silent XA')],
  },
]

const ACTS: readonly DecisionCase[] = [
  {
    name: 'a receipt',
    why: 'It acknowledges nothing.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      speak(story, on, WORDS)
      over(story, 'XA')
      story.say('XA', { kind: 'receipt', of: on })
    },
    versions: [{ ...shut('unacknowledged XA'), notBefore: OVER }],
  },
  {
    name: 'a reaffirmation',
    why: 'It answers no window.',
    tell: (story) => {
      const on = adopt(story, { expiry: EXPIRY })
      over(story, 'XA')
      reaffirm(story, on, { XA: 1, XB: 1, XC: 1 })
      story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
    },
    versions: [
      stands({
        standing: 'lapsed',
        because: ['not-reaffirmed XA'],
        certified: ['adopted', 'lapsed'],
      }),
    ],
  },
  {
    name: 'a text',
    why: 'It is a version of its step, and no certificate adopts it.',
    tell: (story) => {
      over(story, 'CO')
      adopt(story)
    },
    versions: [undeclared()],
  },
  {
    name: 'an objection to a silence',
    why: 'What breaks a silence breaks it whoever signed it, and a receipt is one there.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      speak(story, on, WORDS)
      over(story, 'XA')
      says('XA', 'objects', 'complies')(story, on)
      const breaks = { XA: [story.sizeOf('XA'), SOON] as const }
      story.declare({ result: 'expired', on, at: [OVER], breaks })
    },
    versions: [{ ...broken('objects XA'), certified: ['broken'] }],
  },
  {
    name: 'a disowned act, one that is void at its place, and one on record',
    why: 'The first two are void before it is asked whether a mandate ended, and are not named among what is unmandated.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      over(story, 'XA')
      const disowned = story.say('XA', EVIDENCE)
      story.say('XA', { ...voice(on, 'complies'), prev: on })
      story.say('XA', { ...EVIDENCE, title: 'A second sample' })
      story.say('XA', { kind: 'disavow', acts: [disowned], reason: 'Copied.' }, roots('XA'))
    },
    versions: [shut('silent XA', 'silent XB', 'silent XC', 'nobody-for')],
    void: ['act.disavowed', 'act.stale-prev', 'mandate.expired'],
  },
  {
    name: 'evidence before and beyond a fork',
    why: 'Beyond it the fork is the reason.',
    tell: (story) => {
      over(story, 'XA')
      story.say('XA', EVIDENCE)
      story.say('XA', { ...EVIDENCE, title: 'A second sample' })
      story.say('XB', forkAt('XA', 2))
    },
    versions: [],
    void: ['mandate.expired', 'strand.forked'],
  },
]

export const mandatesFile: DecisionFile = {
  name: 'mandates',
  rules: { until: { XA: END, CO: END } },
  cases: [...VOICES, ...ENDS, ...OWN_CUTS, ...KEYS, ...ACTS],
}
