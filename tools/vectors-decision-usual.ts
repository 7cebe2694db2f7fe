import {
  shut,
  stands,
  undeclared,
  type DecisionCase,
  type DecisionFile,
  type Expected,
} from './vectors-decision-expected.ts'
import { forkAt } from './vectors-decision-voices.ts'
import { roots } from './vectors-case.ts'
import {
  DAY,
  EXPIRY,
  OVER,
  speak,
  START,
  text,
  type StepName,
  type Story,
} from './vectors-decision-world.ts'
import { measure, PARTS } from './vectors-effect-measures.ts'
import { EVIDENCE } from './vectors-play.ts'

/** A charter that names the rule of measures alone, whose chair is a member; and what is void for itself alone. */

const silent = ['CO', 'XA', 'XB', 'XC']
const unanimous = shut(...silent.map((id) => `silent ${id}`), 'nobody-for')
const unacknowledged = {
  ...shut(...silent.slice(1).map((id) => `unacknowledged ${id}`), 'nobody-for'),
  notBefore: OVER,
}
const usual = (kind: StepName, why: string, expected: Expected): DecisionCase => ({
  name: `a text of kind ${kind}`,
  why,
  tell: (story) => void story.say('CO', text(kind, { expiry: EXPIRY })),
  versions: [expected],
})

const FORMS: readonly DecisionCase[] = [
  usual('attribution', 'Each nation’s own.', shut()),
  usual('term', 'By silence, in the Union’s way.', unacknowledged),
  usual('lessons', 'By silence, in the Union’s way.', unacknowledged),
  usual('position', 'By unanimity, as everything else. Members are listed by id.', unanimous),
  usual('charter', 'By unanimity, as everything else.', unanimous),
  {
    name: 'a text of kind term without an expiry',
    why: 'A silence has an end, whether or not the charter names the rule.',
    tell: (story) => void story.say('CO', text('term')),
    versions: [],
    void: ['version.expiry'],
  },
]

const ALL = { CO: 'complies', XA: 'complies', XB: 'complies', XC: 'complies' }
const disown = (story: Story, ...acts: readonly string[]) =>
  story.say('CO', { kind: 'disavow', acts, reason: 'The key was copied.' }, roots('CO'))

const MEASURES: readonly DecisionCase[] = [
  {
    name: 'a start on a text in which the nation is not named',
    why: 'Cedar is named in the next text only: it had no voice on the one that it carries out.',
    tell: (story) => {
      const names = ['XA', 'XB']
      const on = story.say('CO', text('measure', { measure, names }))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      const certificate = story.declare({ result: 'adopted', on, at: [START] })
      const { kind: _, ...words } = text('measure', { measure, names: [...names, 'XC'] })
      story.say('CO', { ...words, kind: 'amend', replaces: on })
      story.say('XC', { kind: 'start', on, certificate, ...PARTS['start'] })
    },
    versions: [stands(), shut('participants-missing')],
  },
]

const VOID: readonly DecisionCase[] = [
  {
    name: 'a fork of another log',
    why: 'What Birch’s log did voids nothing of Alder’s.',
    tell: (story) => {
      story.say('XA', forkAt('XB', 1))
      story.say('XA', EVIDENCE)
      story.say('XB', EVIDENCE)
    },
    versions: [],
    void: ['strand.forked'],
  },
  {
    name: 'a certificate that cites another tree, disowned',
    why: 'At its place it counted: what makes it void is its trees, and it is disowned as well.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, ALL)
      const put = (party: string, said: Readonly<Record<string, unknown>>) => {
        const cut = said['cut'] as Readonly<Record<string, object>>
        return story.say(party, { ...said, cut: { ...cut, XA: cut['XB'] } })
      }
      disown(story, story.declare({ result: 'adopted', on, at: [START] }, 'CO', put))
    },
    versions: [undeclared()],
    void: ['certificate.tree'],
  },
  {
    name: 'an extension that names no act before it',
    why: 'It is void, and moves no end.',
    tell: (story) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      story.say('CO', { kind: 'extend', on, until: EXPIRY + DAY, prev: on })
    },
    versions: [unacknowledged],
    void: ['act.stale-prev'],
  },
  {
    name: 'an extension beside a text that is decided by silence',
    why: 'It is of the other text, whose rule is unanimity.',
    tell: (story) => {
      story.say('CO', text('term', { expiry: EXPIRY }))
      const on = story.say('CO', text('position', { expiry: EXPIRY }))
      story.say('CO', { kind: 'extend', on, until: EXPIRY + DAY })
    },
    versions: [unacknowledged, unanimous],
    void: ['version.not-silence'],
  },
]

export const usualRules: DecisionFile = {
  name: 'usual-rules',
  rules: { steps: { measure: { rule: 'participants-only' } }, population: [34, 33, 33, 10] },
  cases: [...FORMS, ...MEASURES, ...VOID],
}
