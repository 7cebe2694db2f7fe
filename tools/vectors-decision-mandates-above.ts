import { toBase64 } from '@entente/log'
import { fixedKey, keysAdd, roots } from './vectors-case.ts'
import { shut, type DecisionCase, type DecisionFile } from './vectors-decision-expected.ts'
import { alder, END, heard, over, WORDS } from './vectors-decision-mandates.ts'
import { says } from './vectors-decision-silent.ts'
import { speak, text, voice, type Id, type Story } from './vectors-decision-world.ts'
import { EVIDENCE } from './vectors-play.ts'

/** The end of a mandate that the case above handed down, and what is no other end beside it. */

/** Mandates that were given in the case above. */
const ABOVE: readonly DecisionCase[] = [
  {
    name: 'a mandate from above whose end is certified, while Birch has said nothing',
    why: 'What the charter hands down is ended as what stands in the strand. An empty strand is cited with nothing of it.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      story.say('XA', EVIDENCE)
      over(story, 'XA')
      speak(story, on, { XA: 'complies', XC: 'complies' })
    },
    versions: [shut('silent XA', 'silent XB')],
  },
  {
    name: 'a note over the whole cut, in which Alder has said nothing',
    why: 'Such a note is about strands that hold an act.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      over(story, 'XA')
      speak(story, on, { XA: 'complies' })
    },
    versions: [heard],
  },
  {
    name: 'a note over the strand in which Alder has said nothing',
    why: 'It shows that the mandate had ended before its first act.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      const of = story.mandates.XA
      story.declare({ result: 'expired', on: of, of, closings: { XA: [END] } }, 'XC')
      speak(story, on, { XA: 'complies' })
    },
    versions: [alder('silent')],
  },
]

const other = fixedKey('XB-mfa-2')
/** A second key of Birch’s ministry, under the id of Alder’s. */
const sameId = {
  ...keysAdd('XB'),
  key: { ...(keysAdd('XB')['key'] as object), keyid: 'XA-mfa-1', pub: toBase64(other.publicKey) },
}
/** The same entry once more, in this strand or in another. */
const copyTo = ({ strands }: Story, party: Id, entry: Uint8Array) =>
  void strands[party].entries.push(entry)

const TWICE: readonly DecisionCase[] = [
  {
    name: 'a certificate that stands again in its strand, and in another',
    why: 'Only where it counts it proves an end, and once.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, WORDS)
      story.say('XA', EVIDENCE)
      over(story, 'XA')
      const entry = story.strands.XC.entries.at(-1)!
      copyTo(story, 'XC', entry)
      copyTo(story, 'XB', entry)
      says('XA', 'complies')(story, on)
    },
    versions: [alder('silent')],
    void: ['act.unsigned', 'act.twice'],
  },
  {
    name: 'a voice of Birch by a key that has the id of Alder’s',
    why: 'An end is that of one party’s key.',
    tell: (story) => {
      const on = story.say('CO', text('position'))
      speak(story, on, { XA: 'complies', XC: 'complies' })
      story.say('XB', sameId, roots('XB'))
      over(story, 'XA')
      story.say('XB', voice(on, 'complies'), [{ keyid: 'XA-mfa-1', sign: other.sign }])
    },
    versions: [heard],
  },
]

export const mandatesAbove: DecisionFile = {
  name: 'mandates-above',
  rules: { until: { XA: END }, above: true },
  cases: [...ABOVE, ...TWICE],
}
