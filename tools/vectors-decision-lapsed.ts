import type { ActId } from '@entente/accord'
import { adopt, agree } from './vectors-decision-adopted.ts'
import {
  stands,
  undeclared,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import {
  EXPIRY,
  PERIOD,
  speak,
  START,
  text,
  type Id,
  type Story,
} from './vectors-decision-world.ts'

/** When a text lapsed: a reaffirmation is overdue. */

export const DUE = EXPIRY + PERIOD
type Windows = Readonly<Partial<Record<Id, number>>>

export function reaffirm(story: Story, on: ActId, windows: Windows): void {
  for (const party of ['XA', 'XB', 'XC'] as const)
    if (windows[party] !== undefined)
      story.say(party, { kind: 'reaffirm', on, window: windows[party] })
}

const answered =
  (windows: Windows, at = DUE, window = 1, more = { expiry: EXPIRY }) =>
  (story: Story): void => {
    const on = adopt(story, more)
    reaffirm(story, on, windows)
    story.declare({ result: 'lapsed', window, on, at: [at] })
  }

const lapsed: Expected = {
  ...stands(),
  standing: 'lapsed',
  because: ['not-reaffirmed XC'],
  certified: ['adopted', 'lapsed'],
}

const CASES: readonly DecisionCase[] = [
  {
    name: 'Cedar did not reaffirm',
    why: 'Its tree was still current when the first window was due, and holds no answer: it counts as silent, and the rule is unmet.',
    tell: answered({ XA: 1, XB: 1 }),
    versions: [lapsed],
  },
  {
    name: 'a second before it was due',
    why: 'Cedar could still answer.',
    tell: answered({ XA: 1, XB: 1 }, DUE - 1),
    versions: [stands()],
  },
  {
    name: 'everyone reaffirmed',
    why: 'Nobody is overdue.',
    tell: answered({ XA: 1, XB: 1, XC: 1 }),
    versions: [stands()],
  },
  {
    name: 'Cedar answered another window',
    why: 'An answer is for one window.',
    tell: answered({ XA: 1, XB: 1, XC: 2 }),
    versions: [lapsed],
  },
  {
    name: 'the second window when the first was due',
    why: 'The second is due one period later.',
    tell: answered({ XA: 1, XB: 1, XC: 1 }, DUE, 2),
    versions: [stands()],
  },
  {
    name: 'the second window when it was due',
    why: 'Cedar answered the first and not the second.',
    tell: answered({ XA: 2, XB: 2, XC: 1 }, DUE + PERIOD, 2),
    versions: [lapsed],
  },
  {
    name: 'a text without an expiry',
    why: 'It does not lapse.',
    tell: (story) => {
      const on = adopt(story)
      story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
    },
    versions: [stands()],
  },
  {
    name: 'a text that was not adopted',
    why: 'There is nothing to reaffirm.',
    tell: (story) => {
      const on = agree(story, { expiry: EXPIRY })
      story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
    },
    versions: [undeclared()],
  },
  {
    name: 'Cedar did not reaffirm, and two of three are asked',
    why: 'The rule is met with Cedar silent.',
    tell: (story) => {
      const on = story.say(
        'CO',
        text('termination', { names: ['XA', 'XB', 'XC'], minimum: 2, expiry: EXPIRY }),
      )
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'complies' })
      story.declare({ result: 'adopted', on, at: [START] })
      reaffirm(story, on, { XA: 1, XB: 1 })
      story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
    },
    versions: [stands()],
  },
  {
    name: 'lapsed, and Cedar reaffirmed after that',
    why: 'What has lapsed does not come back.',
    tell: (story) => {
      const on = adopt(story, { expiry: EXPIRY })
      reaffirm(story, on, { XA: 1, XB: 1 })
      story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
      reaffirm(story, on, { XC: 1 })
    },
    versions: [lapsed],
  },
]

export const lapsedFile: DecisionFile = { name: 'lapsed', cases: CASES }

/** Under a charter that has no period. */
export const lapsedWithoutPeriod: DecisionFile = {
  name: 'lapsed-without-period',
  rules: { withoutPeriod: true },
  cases: [
    {
      name: 'nobody reaffirmed',
      why: 'Without a period nothing lapses.',
      tell: answered({}),
      versions: [stands()],
    },
  ],
}
