import type { ActId } from '@entente/accord'
import { ALL_COMPLY, adopt, agree } from './vectors-decision-adopted.ts'
import {
  shut,
  stands,
  suspended,
  undeclared,
  type DecisionCase,
  type DecisionFile,
} from './vectors-decision-expected.ts'
import { EVIDENCE } from './vectors-play.ts'
import { noteOf, openStrand, put, roots, type Said } from './vectors-case.ts'
import { speak, START, text, voice, type Id, type Story } from './vectors-decision-world.ts'

/** Which voice is a member's: the weaker of two, the weakest of a forked log, and none that was disowned or is void. */

const WEAKEST_FIRST = [
  'objects',
  'awaits-instructions',
  'abstains-constructively',
  'abstains',
  'complies-with-reservation',
  'complies-with-statement',
  'complies',
] as const

const RESERVES = 'complies-with-reservation'
const SAYS: ReadonlySet<string> = new Set(['complies-with-statement', 'abstains-constructively'])

/** Alder says the weaker word towards the Union and the next one nationally, Birch the other way round. */
const PAIRS: readonly DecisionCase[] = WEAKEST_FIRST.slice(1).map((stronger, at) => {
  const weaker = WEAKEST_FIRST[at]!
  const both = (on: ActId, union: string, national: string) => ({
    ...voice(on, union === RESERVES ? union : national),
    union,
    national,
    ...(union === RESERVES && {
      reservations: [{ axis: 'union', clause: '2', text: 'By its law.' }],
    }),
    ...([union, national].some((word) => SAYS.has(word)) && { statement: 'Clause 2 is law.' }),
  })
  return {
    name: `${weaker} beside ${stronger}`,
    why: 'The effective voice is the weaker one, on whichever axis it is said.',
    tell: (story) => {
      const on = story.say('CO', text('attribution'))
      story.say('XA', both(on, weaker, stronger))
      story.say('XB', both(on, stronger, weaker))
    },
    versions: [{ ...shut(), voices: { XA: weaker, XB: weaker } }],
  }
})

/** Two notes that a party's log signed over trees of one size: it shows different histories from there on. */
export function forkAt(party: Id, size: number): Said {
  const notes = ['one', 'other'].map((title) => {
    const strand = openStrand(party)
    while (strand.entries.length < size) put(strand, { ...EVIDENCE, title })
    if (size === 1) strand.entries[0] = new TextEncoder().encode(title)
    return noteOf(strand, {}, size)
  })
  return { kind: 'accuse', of: party, notes }
}

/** Alder and Cedar comply, Birch says its words, and its log is proved to be forked from there on. */
const forked = (size: number, ...words: readonly string[]) => {
  return (story: Story) => {
    const on = story.say('CO', text('position'))
    speak(story, on, { XA: 'complies', XC: 'complies' })
    for (const word of words) speak(story, on, { XB: word })
    story.say('XA', forkAt('XB', size))
  }
}
const birch = (effective: string) => ({
  ...shut(`${effective} XB`),
  voices: { XA: 'complies', XB: effective, XC: 'complies' },
})

const FORKS: readonly DecisionCase[] = [
  {
    name: 'forked before a constructive abstention',
    why: 'At the fork Birch was silent: that is weaker, and no other log is touched.',
    tell: forked(1, 'abstains-constructively'),
    versions: [birch('silent')],
  },
  {
    name: 'forked before it awaited instructions',
    why: 'That is weaker than the silence at the fork and than the consent after it.',
    tell: forked(1, 'awaits-instructions', 'complies'),
    versions: [birch('awaits-instructions')],
  },
  {
    name: 'forked before an objection and a withdrawal',
    why: 'Nothing is weaker than a withdrawal.',
    tell: forked(1, 'objects', 'withdrawn'),
    versions: [birch('withdrawn')],
  },
  {
    name: 'forked between two abstentions',
    why: 'Of two that are equally weak the earlier one, which the fork holds.',
    tell: forked(2, 'abstains', 'abstains'),
    versions: [undeclared({ voices: { XB: 'abstains' } })],
  },
  {
    name: 'forked after an objection that was lifted before',
    why: 'What was said before the fork is no voice from there on.',
    tell: forked(3, 'objects', 'complies'),
    versions: [undeclared({ voices: { XB: 'complies' } })],
  },
  {
    name: 'forked, and adopted before that was known',
    why: 'A certificate is judged by its own cut, which holds no accusation; the gate by the whole cut.',
    tell: (story) => {
      adopt(story)
      story.say('XA', forkAt('XB', 1))
    },
    versions: [suspended('silent XB')],
  },
  {
    name: 'forked, and certified after that was known',
    why: 'At the cited cut the rule is unmet.',
    tell: (story) => {
      const on = agree(story)
      story.say('XA', forkAt('XB', 1))
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [shut('silent XB')],
  },
  {
    name: 'a text beyond the fork of its filer',
    why: 'The office may have filed another in its place: the text stays a version and is adopted by nothing.',
    tell: (story) => {
      const on = agree(story)
      story.say('XA', forkAt('CO', 1))
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [undeclared()],
  },
  {
    name: 'a text before the fork of its filer',
    why: 'Both histories hold it.',
    tell: (story) => {
      const on = agree(story)
      story.say('XA', forkAt('CO', 2))
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [stands()],
  },
]

const disown = (story: Story, party: Id, acts: readonly string[]) =>
  story.say(party, { kind: 'disavow', acts, reason: 'The key was copied.' }, roots(party))

const DISOWNED: readonly DecisionCase[] = [
  {
    name: 'a voice that is disowned',
    why: 'It is withdrawn, because of a compromise, and for good.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      disown(story, 'XC', [story.say('XC', voice(on, 'complies'))])
      speak(story, on, { XC: 'complies' })
    },
    versions: [{ ...shut('withdrawn XC'), voices: { XC: 'withdrawn' } }],
  },
  {
    name: 'an earlier voice that is disowned',
    why: 'It is no longer the one that stands.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XB: 'complies' })
      const earlier = story.say('XC', voice(on, 'objects'))
      speak(story, on, { XC: 'complies' })
      disown(story, 'XC', [earlier])
    },
    versions: [undeclared({ voices: { XC: 'complies' } })],
  },
  {
    name: 'a text that is disowned',
    why: 'It is not current, and adopted by no certificate that cites so much.',
    tell: (story) => {
      const on = agree(story)
      disown(story, 'CO', [on])
      story.declare({ result: 'adopted', on, at: [START] })
    },
    versions: [undeclared()],
  },
  {
    name: 'a text that is disowned after its adoption',
    why: 'Nothing final reverts.',
    tell: (story) => void disown(story, 'CO', [adopt(story)]),
    versions: [stands()],
  },
]

const VOID: DecisionCase = {
  name: 'an objection that is void',
  why: 'It names no act before it: it keeps its place and is read by nothing.',
  tell: (story) => {
    const on = story.say('CO', text('position'))
    speak(story, on, ALL_COMPLY)
    story.say('XC', { ...voice(on, 'objects'), prev: on })
  },
  versions: [undeclared({ voices: { XC: 'complies' } })],
  void: ['act.stale-prev'],
}

export const voicesFile: DecisionFile = {
  name: 'voices',
  cases: [...PAIRS, ...FORKS, ...DISOWNED, VOID],
}
