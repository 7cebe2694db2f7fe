import type { ActId } from '@entente/accord'
import { adopt } from './vectors-decision-adopted.ts'
import {
  ended,
  shut,
  stands,
  suspended,
  type DecisionCase,
  type DecisionFile,
} from './vectors-decision-expected.ts'
import { CURE, EXPIRY, speak, START, text, type Story } from './vectors-decision-world.ts'

/** When a text that was adopted has ended: members stuck for longer than the cure of the charter. */

/** When the tree with the objection was seen, and the first second at which it has stood for longer than the cure. */
export const SINCE = START + 100
export const STUCK = SINCE + CURE + 1

/** Cedar says these after adoption; then its tree is cosigned; then it says those. */
export const turned =
  (before: readonly string[], later: readonly string[] = [], at = STUCK, since = true) =>
  (story: Story): ActId => {
    const on = adopt(story)
    for (const word of before) speak(story, on, { XC: word })
    const size = story.sizeOf('XC')
    for (const word of later) speak(story, on, { XC: word })
    story.declare({
      result: 'ended',
      on,
      at: [at],
      ...(since && { since: { XC: [size, SINCE] } }),
    })
    return on
  }

const STUCK_OR_NOT: readonly DecisionCase[] = [
  {
    name: 'a withdrawal',
    why: 'Who withdrew does not come back to this text: no time has to pass.',
    tell: turned(['withdrawn'], [], START + 1, false),
    versions: [ended('withdrawn XC')],
  },
  {
    name: 'an objection for longer than the cure',
    why: 'Cedar’s tree with it was seen, and another was still current more than the cure later.',
    tell: turned(['objects']),
    versions: [ended('objects XC')],
  },
  {
    name: 'an objection for exactly the cure',
    why: 'A second is lacking.',
    tell: turned(['objects'], [], STUCK - 1),
    versions: [suspended('objects XC')],
  },
  {
    name: 'an objection, and no tree since when',
    why: 'Nothing shows how long it has stood.',
    tell: turned(['objects'], [], STUCK, false),
    versions: [suspended('objects XC')],
  },
  {
    name: 'an objection that was restated as awaiting',
    why: 'A voice restated meanwhile stays stuck.',
    tell: turned(['objects'], ['awaits-instructions']),
    versions: [ended('awaits-instructions XC')],
  },
  {
    name: 'an objection that was lifted for a moment',
    why: 'A voice lifted starts afresh.',
    tell: turned(['objects'], ['complies', 'objects']),
    versions: [suspended('objects XC')],
  },
  {
    name: 'an objection that was lifted',
    why: 'The rule is met at the cut that is cited.',
    tell: turned(['objects'], ['complies']),
    versions: [stands()],
  },
  {
    name: 'ended, and the objection lifted after that',
    why: 'What has ended does not come back.',
    tell: (story) => {
      const on = turned(['objects'])(story)
      speak(story, on, { XC: 'complies' })
    },
    versions: [{ ...ended('objects XC'), gate: 'open', shutBy: [] }],
  },
  {
    name: 'a text that was not adopted',
    why: 'What was never in force cannot end.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'withdrawn' })
      story.declare({ result: 'ended', on, at: [STUCK] })
    },
    versions: [shut('withdrawn XC')],
  },
]

/** Two members turn against a text that two of three have to be for. */
const outvoted = (stuck: readonly ('XB' | 'XC')[]) => (story: Story) => {
  const on = story.say('CO', text('situation', { expiry: EXPIRY }))
  speak(story, on, { XA: 'complies', XB: 'complies', XC: 'complies' })
  story.declare({ result: 'adopted', on, at: [START] })
  speak(story, on, { XB: 'objects', XC: 'objects' })
  const since = Object.fromEntries(
    stuck.map((party) => [party, [story.sizeOf(party), SINCE] as const]),
  )
  story.declare({ result: 'ended', on, at: [STUCK], since })
}
const OTHERS: readonly DecisionCase[] = [
  {
    name: 'a majority with one of two stuck',
    why: 'It would be met if Birch complied, and Birch may.',
    tell: outvoted(['XC']),
    versions: [suspended('below-members', 'below-population')],
  },
  {
    name: 'a majority with both stuck',
    why: 'It would stay unmet whatever the others say.',
    tell: outvoted(['XB', 'XC']),
    versions: [ended('below-members', 'below-population')],
  },
  {
    name: 'one of three out where two are asked',
    why: 'The rule is met without Cedar.',
    tell: (story) => {
      const on = story.say('CO', text('termination', { names: ['XA', 'XB', 'XC'], minimum: 2 }))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'complies' })
      story.declare({ result: 'adopted', on, at: [START] })
      speak(story, on, { XC: 'withdrawn' })
      story.declare({ result: 'ended', on, at: [STUCK] })
    },
    versions: [stands({ standing: 'weakened', because: ['consent-lost XC'], bound: ['XA', 'XB'] })],
  },
]

export const endedFile: DecisionFile = { name: 'ended', cases: [...STUCK_OR_NOT, ...OTHERS] }
