import type { ActId } from '@entente/accord'
import { agree } from './vectors-decision-adopted.ts'
import {
  broken,
  shut,
  stands,
  suspended,
  undeclared,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import { bothSay, says } from './vectors-decision-silent.ts'
import {
  DAY,
  EXPIRY,
  OVER,
  speak,
  START,
  text,
  voice,
  type Claim,
  type Story,
} from './vectors-decision-world.ts'

/** What ran out: one voice, or a silence that was broken. That of a mandate is in the folder `mandate`. */

const END = START + DAY

/** Cedar complies until an instant, the text is adopted, and the end of Cedar’s voice is certified. */
const ranOut =
  (claim: Partial<Claim> = {}, end: number | undefined = END) =>
  (story: Story): ActId => {
    const on = story.say('CO', text('position'))
    speak(story, on, { XA: 'complies', XB: 'complies' })
    const of = story.say('XC', voice(on, 'complies', end === undefined ? {} : { until: end }))
    story.declare({ result: 'adopted', on, at: [START] })
    story.declare({ result: 'expired', on, of, at: [END], ...claim })
    return on
  }

const VOICES: readonly DecisionCase[] = [
  {
    name: 'a voice at its end',
    why: 'Its tree was still current then: the voice counts as silence.',
    tell: ranOut(),
    versions: [
      {
        ...suspended('ran-out XC'),
        certified: ['adopted', 'ranOut'],
        voices: { XC: 'silent' },
      },
    ],
  },
  {
    name: 'a voice a second before its end',
    why: 'Cedar could still say more.',
    tell: ranOut({ at: [END - 1] }),
    versions: [stands({ voices: { XC: 'complies' } })],
  },
  {
    name: 'a voice without an end',
    why: 'It does not run out.',
    tell: (story) => {
      const on = agree(story)
      story.declare({ result: 'adopted', on, at: [START] })
      const of = story.say('XC', voice(on, 'complies'))
      story.declare({ result: 'expired', on, of, at: [END] })
    },
    versions: [stands()],
  },
  {
    name: 'a voice that the cited tree does not hold',
    why: 'Nothing shows that it had been said.',
    tell: ranOut({ sizes: { XC: 1 } }),
    versions: [stands()],
  },
  {
    name: 'a voice after which Cedar complied anew',
    why: 'The first ran out, and the second stands.',
    tell: (story) => speak(story, ranOut()(story), { XC: 'complies' }),
    versions: [stands({ certified: ['adopted', 'ranOut'] })],
  },
  {
    name: 'a voice that was said after a withdrawal',
    why: 'It is not Cedar’s voice: a withdrawal does not run out.',
    tell: (story) => {
      const on = agree(story)
      story.declare({ result: 'adopted', on, at: [START] })
      speak(story, on, { XC: 'withdrawn' })
      const of = story.say('XC', voice(on, 'complies', { until: END }))
      story.declare({ result: 'expired', on, of, at: [END] })
    },
    versions: [suspended('withdrawn XC')],
  },
]

type Breaking = {
  readonly words?: readonly string[]
  readonly later?: readonly string[]
  /** When Cedar’s tree with the break was seen. */
  readonly seen?: number
  readonly at?: number
  readonly isReceived?: true
}

/** Alder and Birch comply; Cedar says its words, its tree is cosigned, it says more, and the end of the silence is certified. */
const brokenBy =
  ({ words = [], later = [], seen, at = OVER, isReceived }: Breaking) =>
  (story: Story): ActId => {
    const on = story.say('CO', text('term', { expiry: EXPIRY }))
    if (isReceived) story.say('XC', { kind: 'receipt', of: on })
    bothSay('complies')(story, on)
    says('XC', ...words)(story, on)
    const size = story.sizeOf('XC')
    says('XC', ...later)(story, on)
    const breaks = seen === undefined ? {} : { breaks: { XC: [size, seen] as const } }
    story.declare({ result: 'expired', on, at: [at], ...breaks })
    return on
  }

const proved = (expected: Expected): Expected => ({ ...expected, certified: ['broken'] })
const IN_TIME = OVER - 1

const SILENCES: readonly DecisionCase[] = [
  {
    name: 'neither voice nor receipt',
    why: 'Cedar never acknowledged the text: the silence is broken for good.',
    tell: brokenBy({}),
    versions: [proved(broken('unacknowledged XC'))],
  },
  {
    name: 'neither voice nor receipt, a second too early',
    why: 'Cedar could still speak.',
    tell: brokenBy({ at: OVER - 1 }),
    versions: [shut('unacknowledged XC')],
  },
  {
    name: 'a receipt and no voice',
    why: 'Nothing shows a break: when Cedar had the text is not asked here.',
    tell: brokenBy({ isReceived: true }),
    versions: [undeclared()],
  },
  {
    name: 'an objection seen a second before expiry and grace',
    why: 'It is in a tree that was seen in time.',
    tell: brokenBy({ words: ['objects'], seen: IN_TIME }),
    versions: [proved(broken('objects XC'))],
  },
  {
    name: 'an objection seen at expiry and grace',
    why: 'A second too late to prove anything. It stands in the cut all the same.',
    tell: brokenBy({ words: ['objects'], seen: OVER }),
    versions: [broken('objects XC')],
  },
  {
    name: 'an objection, and no tree that holds it',
    why: 'Nothing shows when it was there.',
    tell: brokenBy({ words: ['objects'] }),
    versions: [broken('objects XC')],
  },
  {
    name: 'an objection that was lifted',
    why: 'It breaks, lifted or not.',
    tell: brokenBy({ words: ['objects'], later: ['complies'], seen: IN_TIME }),
    versions: [proved(broken('broken XC'))],
  },
  {
    name: 'a withdrawal',
    why: 'It is in a tree that was seen in time.',
    tell: brokenBy({ words: ['withdrawn'], seen: IN_TIME }),
    versions: [proved(broken('withdrawn XC'))],
  },
  {
    name: 'awaiting that still stands',
    why: 'The same act is Cedar’s voice in the tree and in the closing.',
    tell: brokenBy({ words: ['awaits-instructions'], seen: IN_TIME }),
    versions: [proved(broken('awaits-instructions XC'))],
  },
  {
    name: 'awaiting that was lifted',
    why: 'It no longer stands in the closing.',
    tell: brokenBy({ words: ['awaits-instructions'], later: ['complies'], seen: IN_TIME }),
    versions: [undeclared()],
  },
  {
    name: 'awaiting that was said anew',
    why: 'Another act stands in the closing.',
    tell: brokenBy({
      words: ['awaits-instructions'],
      later: ['awaits-instructions'],
      seen: IN_TIME,
    }),
    versions: [shut('awaits-instructions XC')],
  },
  {
    name: 'a consent',
    why: 'Nobody broke it.',
    tell: brokenBy({ words: ['complies'], seen: IN_TIME }),
    versions: [undeclared()],
  },
  {
    name: 'broken by awaiting, and lifted after that',
    why: 'The silence is broken for good.',
    tell: (story) => {
      const on = brokenBy({ words: ['awaits-instructions'], seen: IN_TIME })(story)
      speak(story, on, { XC: 'complies' })
    },
    versions: [{ ...proved(broken('awaits-instructions XC')), gate: 'open', shutBy: [] }],
  },
  {
    name: 'a text that is not decided by silence',
    why: 'There is no silence to break.',
    tell: (story) => {
      const on = story.say('CO', text('position', { expiry: EXPIRY }))
      bothSay('complies')(story, on)
      story.declare({ result: 'expired', on, at: [OVER] })
    },
    versions: [shut('silent XC')],
  },
]

export const expiredFile: DecisionFile = { name: 'expired', cases: [...VOICES, ...SILENCES] }
