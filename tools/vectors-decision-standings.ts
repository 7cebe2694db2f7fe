import type { ActId } from '@entente/accord'
import { adopt, agree, ALL_COMPLY, amend } from './vectors-decision-adopted.ts'
import { SINCE, STUCK, turned } from './vectors-decision-ended.ts'
import {
  ALL_BOUND,
  broken,
  ended,
  shut,
  stands,
  suspended,
  undeclared,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import { DUE, reaffirm } from './vectors-decision-lapsed.ts'
import { bothSay, says, tellSilence } from './vectors-decision-silent.ts'
import { EXPIRY, speak, START, text, type Story } from './vectors-decision-world.ts'

/** Every standing, and which one holds where several fit. */

const superseded: Expected = stands({ standing: 'superseded', because: ['later-version'] })
const weakened = (...members: readonly string[]): Expected =>
  stands({ standing: 'weakened', because: members.map((one) => `consent-lost ${one}`) })

/** A second version that all comply with, adopted. */
function replace(story: Story, on: ActId): ActId {
  const next = amend(story, on)
  speak(story, next, ALL_COMPLY)
  story.declare({ result: 'adopted', on: next, at: [START + 5_000] })
  return next
}

/** Adopted; then each says these, one word after the other. */
const after =
  (...words: readonly Readonly<Record<string, string>>[]) =>
  (story: Story): ActId => {
    const on = adopt(story)
    for (const said of words) speak(story, on, said)
    return on
  }

/** Cedar’s reaffirmation is overdue, and that is certified. */
function lapse(story: Story): ActId {
  const on = adopt(story, { expiry: EXPIRY })
  reaffirm(story, on, { XA: 1, XB: 1 })
  story.declare({ result: 'lapsed', window: 1, on, at: [DUE] })
  return on
}

const UNADOPTED: readonly DecisionCase[] = [
  {
    name: 'open',
    why: 'Nobody has spoken.',
    tell: (story) => void story.say('CO', text('position')),
    versions: [shut('silent XA', 'silent XB', 'silent XC', 'nobody-for')],
  },
  {
    name: 'open, and its gate as well',
    why: 'The rule is met and no certificate is there: nobody decides by authority.',
    tell: (story) => void agree(story),
    versions: [undeclared({ bound: ALL_BOUND })],
  },
  {
    name: 'broken',
    why: 'An objection stands in the cut of a silence that is not adopted.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'objects' })
    },
    versions: [broken('objects XC')],
  },
]

const IN_FORCE: readonly DecisionCase[] = [
  { name: 'stands', why: 'Adopted.', tell: after(), versions: [stands({ bound: ALL_BOUND })] },
  {
    name: 'stands with reservations',
    why: 'Cedar came to reserve a clause.',
    tell: after({ XC: 'complies-with-reservation' }),
    versions: [
      stands({
        standing: 'stands-with-reservations',
        because: ['reserves XC'],
        bound: ['XA', 'XB', 'XC except 2'],
      }),
    ],
  },
  {
    name: 'weakened',
    why: 'Cedar was for it and abstains now: the rule is met without it.',
    tell: after({ XC: 'abstains' }),
    versions: [weakened('XC')],
  },
  {
    name: 'weakened before reservations',
    why: 'Birch reserves as well: the graver standing is said.',
    tell: after({ XB: 'complies-with-reservation', XC: 'abstains' }),
    versions: [weakened('XC')],
  },
  {
    name: 'weakened, and consented to again',
    why: 'What is in force is computed afresh.',
    tell: after({ XC: 'abstains' }, { XC: 'complies' }),
    versions: [stands()],
  },
]

const OUT_OF_FORCE: readonly DecisionCase[] = [
  {
    name: 'suspended',
    why: 'A late objection shuts from its place on.',
    tell: after({ XC: 'objects' }),
    versions: [suspended('objects XC')],
  },
  {
    name: 'suspended by awaiting',
    why: 'So does who awaits instructions anew.',
    tell: after({ XC: 'awaits-instructions' }),
    versions: [suspended('awaits-instructions XC')],
  },
  {
    name: 'suspended before weakened',
    why: 'Birch abstains as well: the graver standing is said.',
    tell: after({ XB: 'abstains', XC: 'objects' }),
    versions: [suspended('objects XC')],
  },
  {
    name: 'suspended, and lifted',
    why: 'A later voice replaces the objection.',
    tell: after({ XC: 'objects' }, { XC: 'complies' }),
    versions: [stands()],
  },
  {
    name: 'suspended after a silence',
    why: 'After adoption an objection is one that can be lifted.',
    tell: (story) => {
      const on = tellSilence({ before: bothSay('complies') })(story)
      speak(story, on, { XC: 'objects' })
    },
    versions: [suspended('objects XC')],
  },
  {
    name: 'lifted after a silence',
    why: 'A broken silence counts only before adoption.',
    tell: (story) => {
      const on = tellSilence({ before: bothSay('complies') })(story)
      says('XC', 'objects', 'complies')(story, on)
    },
    versions: [stands()],
  },
  {
    name: 'weakened after a silence',
    why: 'Cedar was deemed to consent and abstains now.',
    tell: (story) => {
      const on = tellSilence({ before: bothSay('complies') })(story)
      speak(story, on, { XC: 'abstains' })
    },
    versions: [weakened('XC')],
  },
]

const SOME: readonly DecisionCase[] = [
  {
    name: 'weakened, where only the second certificate shows the consent',
    why: 'Cedar consented at the cut of some certificate that adopts, and does so no more.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies', XC: 'abstains' })
      story.declare({ result: 'adopted', on, at: [START] })
      speak(story, on, { XC: 'complies' })
      story.declare({ result: 'adopted', on, at: [START] })
      speak(story, on, { XC: 'abstains' })
    },
    versions: [weakened('XC')],
  },
]

const FINAL: readonly DecisionCase[] = [
  {
    name: 'ended',
    why: 'Cedar withdrew, and that is certified.',
    tell: turned(['withdrawn']),
    versions: [ended('withdrawn XC')],
  },
  {
    name: 'lapsed',
    why: 'Cedar’s reaffirmation is overdue, and that is certified.',
    tell: (story) => void lapse(story),
    versions: [
      stands({
        standing: 'lapsed',
        because: ['not-reaffirmed XC'],
        certified: ['adopted', 'lapsed'],
      }),
    ],
  },
  {
    name: 'superseded',
    why: 'A later version of the step was adopted.',
    tell: (story) => void replace(story, adopt(story)),
    versions: [superseded, stands()],
  },
  {
    name: 'a later version that is not adopted',
    why: 'Until it is, the version before goes on being judged by its own voices.',
    tell: (story) => void amend(story, adopt(story)),
    versions: [stands(), shut('silent XA', 'silent XB', 'silent XC', 'nobody-for')],
  },
  {
    name: 'superseded, and the later version ended',
    why: 'It does not come back.',
    tell: (story) => {
      const next = replace(story, adopt(story))
      speak(story, next, { XC: 'withdrawn' })
      story.declare({ result: 'ended', on: next, at: [STUCK] })
    },
    versions: [superseded, ended('withdrawn XC')],
  },
]

const SEVERAL: readonly DecisionCase[] = [
  {
    name: 'superseded before suspended',
    why: 'Cedar objects to the first version, which no longer matters.',
    tell: (story) => {
      const on = adopt(story)
      replace(story, on)
      speak(story, on, { XC: 'objects' })
    },
    versions: [{ ...superseded, gate: 'shut', shutBy: ['objects XC'] }, stands()],
  },
  {
    name: 'ended before superseded',
    why: 'The first version had ended before the second was adopted.',
    tell: (story) => void replace(story, turned(['withdrawn'])(story)),
    versions: [ended('withdrawn XC'), stands()],
  },
  {
    name: 'lapsed before superseded',
    why: 'The first version had lapsed before the second was adopted.',
    tell: (story) => void replace(story, lapse(story)),
    versions: [
      stands({
        standing: 'lapsed',
        because: ['not-reaffirmed XC'],
        certified: ['adopted', 'lapsed'],
      }),
      stands(),
    ],
  },
  {
    name: 'ended before lapsed',
    why: 'Both are certified.',
    tell: (story) => {
      const on = lapse(story)
      speak(story, on, { XC: 'objects' })
      story.declare({
        result: 'ended',
        on,
        at: [STUCK],
        since: { XC: [story.sizeOf('XC'), SINCE] },
      })
    },
    versions: [{ ...ended('objects XC'), certified: ['adopted', 'ended', 'lapsed'] }],
  },
]

export const standings: DecisionFile = {
  name: 'standings',
  cases: [...UNADOPTED, ...IN_FORCE, ...OUT_OF_FORCE, ...SOME, ...FINAL, ...SEVERAL],
}
