import type { ActId } from '@entente/accord'
import {
  shut,
  stands,
  undeclared,
  type DecisionCase,
  type DecisionFile,
} from './vectors-decision-expected.ts'
import { speak, START, text, voice, type Claim, type Story } from './vectors-decision-world.ts'
import { TEXT } from './vectors-play.ts'

/** What a certificate of adoption has to show where no silence is asked: one instant at which all trees were current. */

export const ALL_COMPLY = { XA: 'complies', XB: 'complies', XC: 'complies' }

/** A position with which all three comply. */
export function agree(story: Story, more = {}): ActId {
  const on = story.say('CO', text('position', more))
  speak(story, on, ALL_COMPLY)
  return on
}

/** All comply and the text is adopted. */
export function adopt(story: Story, more = {}): ActId {
  const on = agree(story, more)
  story.declare({ result: 'adopted', on, at: [START] })
  return on
}

/** The next version of a position. */
export const amend = (story: Story, replaces: ActId): ActId =>
  story.say('CO', {
    kind: 'amend',
    replaces,
    step: { id: 'position', kind: 'position' },
    text: TEXT,
  })

const certified =
  (claim: Partial<Claim>, by?: 'XC') =>
  (story: Story): void => {
    const on = agree(story)
    story.declare({ result: 'adopted', on, ...claim }, by)
  }

const INSTANT: readonly DecisionCase[] = [
  {
    name: 'all trees cosigned at one second',
    why: 'They were current together then.',
    tell: certified({ at: [START] }),
    versions: [stands()],
  },
  {
    name: 'by a member',
    why: 'Anyone may publish it.',
    tell: certified({ at: [START] }, 'XC'),
    versions: [stands()],
  },
  {
    name: 'trees cosigned at different seconds, and an instant between',
    why: 'Alder’s and Cedar’s were cosigned before and after the second of the others.',
    tell: certified({
      closings: {
        XA: [START, START + 10],
        XB: [START + 5],
        XC: [START + 1, START + 9],
        CO: [START + 5],
      },
    }),
    versions: [stands()],
  },
  {
    name: 'a tree that was last current a second before another was seen',
    why: 'There is no instant at which all were current: Alder may have taken its consent back in between.',
    tell: certified({
      closings: { XA: [START, START + 4], XB: [START + 5], XC: [START + 5], CO: [START + 5] },
    }),
    versions: [undeclared()],
  },
  {
    name: 'without notes over the tree of the filer',
    why: 'A later version could stand in it.',
    tell: certified({ closings: { XA: [START], XB: [START], XC: [START] } }),
    versions: [undeclared()],
  },
  {
    name: 'without notes over the tree of a member',
    why: 'What is missing from a certificate proves nothing.',
    tell: certified({ closings: { XA: [START], XC: [START], CO: [START] } }),
    versions: [undeclared()],
  },
]

const CUTS: readonly DecisionCase[] = [
  {
    name: 'a cut from before Birch spoke',
    why: 'The rule is judged at the cut that is cited.',
    tell: certified({ at: [START], sizes: { XB: 1 } }),
    versions: [undeclared()],
  },
  {
    name: 'a cut from before the text',
    why: 'It does not hold the version.',
    tell: certified({ at: [START], sizes: { CO: 1 } }),
    versions: [undeclared()],
  },
  {
    name: 'a cut that holds a later version',
    why: 'Only the step’s current version is adopted, and voices never carry over.',
    tell: (story) => {
      const on = agree(story)
      amend(story, on)
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [undeclared(), shut('silent XA', 'silent XB', 'silent XC', 'nobody-for')],
  },
  {
    name: 'a tree of Birch that is larger than what is here',
    why: 'While a certificate cites more than the cut holds it proves nothing yet, and is not void.',
    tell: (story) => {
      certified({ at: [START] })(story)
      story.strands.XB.entries.pop()
    },
    versions: [shut('silent XB')],
  },
  {
    name: 'an objection that came before, in the cut',
    why: 'The rule is not met there.',
    tell: (story) => {
      const on = agree(story)
      speak(story, on, { XC: 'objects' })
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [shut('objects XC')],
  },
]

const until = (end: number) => (story: Story) => {
  const on = story.say('CO', text('position'))
  speak(story, on, { XA: 'complies', XB: 'complies' })
  story.say('XC', voice(on, 'complies', { until: end }))
  story.declare({ result: 'adopted', on, at: [START] })
}
const ENDS: readonly DecisionCase[] = [
  {
    name: 'a consent that ends at the instant',
    why: 'It counts as silence there.',
    tell: until(START),
    versions: [undeclared()],
  },
  {
    name: 'a consent that ends a second later',
    why: 'It still counts.',
    tell: until(START + 1),
    versions: [stands()],
  },
]

export const adoptedFile: DecisionFile = {
  name: 'adopted',
  cases: [...INSTANT, ...CUTS, ...ENDS],
}
