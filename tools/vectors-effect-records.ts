import {
  commentCases,
  noteCases,
  objectiveCases,
  releaseCases,
  soundCases,
} from './vectors-acts-exchange.ts'
import {
  incidentReportCases,
  publishCases,
  selfAssessmentCases,
  sightingCases,
} from './vectors-acts-public.ts'
import { bothSay } from './vectors-decision-silent.ts'
import { EXPIRY, OVER, text } from './vectors-decision-world.ts'
import { assess, measure } from './vectors-effect-measures.ts'
import { laid, NOWHERE, voided, type EffectCase, type EffectFile } from './vectors-effect-case.ts'
import type { Said } from './vectors-case.ts'
import type { Case } from './vectors-example.ts'
import { ATTRIBUTION, EVIDENCE, TEXT } from './vectors-play.ts'

/** What an act of this kind says in the first of its examples. */
const saidIn = ([first]: readonly Case[]): Said => {
  if (!first) throw new TypeError('expected an example, got none')
  return first.said
}

/** What is laid on a shelf, and decides nothing. */
const record = (
  kind: string,
  shelf: string,
  said: Said,
  about: Pick<EffectCase, 'name' | 'why' | 'reference'> = {
    name: 'on record',
    why: 'It lies on its shelf, and nothing else changes.',
  },
): EffectCase => ({ kind, ...about, tell: (_, act) => [laid(shelf, act('XA', said))] })

/** The same, where it refers to an act that is in no strand. */
const dangling = (kind: string, shelf: string, said: Said): EffectCase =>
  record(kind, shelf, said, {
    name: 'about nothing',
    why: 'What it refers to is not there: it is on record, and does nothing else.',
    reference: 'dangling',
  })

const [round, answer] = [
  saidIn(soundCases),
  {
    kind: 'sound',
    answers: { round: NOWHERE, clauses: [{ clause: '1', leans: 'welcomes' }] },
  },
]
const disclosed = saidIn(releaseCases)
const published = saidIn(publishCases)

const RECORDS: readonly EffectCase[] = [
  record('evidence', 'evidence', EVIDENCE),
  dangling('evidence', 'evidence', { ...EVIDENCE, about: NOWHERE }),
  record('attribute', 'attributions', ATTRIBUTION),
  dangling('attribute', 'attributions', { ...ATTRIBUTION, evidence: [NOWHERE] }),
  record('objective', 'objectives', saidIn(objectiveCases)),
  record('note', 'notes', saidIn(noteCases)),
  dangling('note', 'notes', { ...saidIn(noteCases), about: NOWHERE }),
  record('sound', 'soundings', round),
  dangling('sound', 'soundings', answer),
  record('comment', 'comments', saidIn(commentCases)),
  dangling('comment', 'comments', { ...saidIn(commentCases), on: NOWHERE, answers: NOWHERE }),
  record('publish', 'publications', published),
  dangling('publish', 'publications', { ...published, with: NOWHERE }),
  dangling('recall', 'recalls', { kind: 'recall', of: NOWHERE, reason: 'Clause 2 was wrong.' }),
  record('release', 'releases', disclosed),
  dangling('release', 'releases', { ...disclosed, of: NOWHERE }),
  dangling('receipt', 'receipts', { kind: 'receipt', of: NOWHERE }),
  record('incident-report', 'incidents', saidIn(incidentReportCases)),
  record('sighting', 'sightings', saidIn(sightingCases)),
  record('self-assessment', 'self-assessments', saidIn(selfAssessmentCases)),
]

const OTHERS: readonly EffectCase[] = [
  {
    kind: 'recall',
    name: 'of a publication',
    why: 'Both stay on record.',
    tell: (story, act) => {
      const of = story.say('XA', published)
      return [laid('recalls', act('XA', { kind: 'recall', of, reason: 'Clause 2 was wrong.' }))]
    },
  },
  {
    kind: 'evidence-withdraw',
    name: 'of evidence on which an attribution rests',
    why: 'The evidence stays on its shelf; what rests on it is named.',
    tell: (story, act) => {
      const of = story.say('XA', EVIDENCE)
      const resting = story.say('XB', { ...ATTRIBUTION, evidence: [of] })
      const by = act('XA', { kind: 'evidence-withdraw', of, reason: 'It was mislabelled.' })
      return [{ at: 'retracted', is: [{ of, by, resting: [resting] }] }]
    },
  },
  {
    kind: 'evidence-withdraw',
    name: 'of evidence on which everything rests that may',
    why: 'Texts rest on what they name and on what the facts of their measure name, and an assessment on its facts. What counts for nothing rests on nothing.',
    tell: (story, act) => {
      const of = story.say('XA', EVIDENCE)
      story.say('XA', { ...EVIDENCE, title: 'A second sample', about: of })
      const facts = { 'act-ceased': { value: false, evidence: [of] }, other: { value: true } }
      const on = story.say('CO', text('measure', { measure: { ...measure, facts } }))
      const step = { id: 'measure', kind: 'measure' }
      const next = story.say('CO', {
        kind: 'amend',
        replaces: on,
        step,
        text: TEXT,
        evidence: [of],
      })
      story.say('CO', { kind: 'amend', replaces: on, step, text: TEXT, evidence: [NOWHERE] })
      const assessed = story.say('XB', { ...assess(on), facts })
      story.say('XB', { ...assess(on), facts: { other: { value: true } }, prev: assessed })
      story.say('XB', { ...ATTRIBUTION, evidence: [of], prev: of })
      story.say('XB', { kind: 'comment', on: of, clause: '1', says: 'It is named here alone.' })
      const by = act('XA', { kind: 'evidence-withdraw', of, reason: 'It was mislabelled.' })
      return [{ at: 'retracted', is: [{ of, by, resting: [on, next, assessed] }] }]
    },
  },
  {
    kind: 'evidence-withdraw',
    name: 'of nothing, while other evidence is there',
    why: 'It names what it takes back.',
    reference: 'dangling',
    tell: (story, act) => {
      story.say('XA', EVIDENCE)
      const by = act('XA', { kind: 'evidence-withdraw', of: NOWHERE, reason: 'Wrong.' })
      return [voided('XA', 2, by, 'act.not-on-record')]
    },
  },
  {
    kind: 'evidence-withdraw',
    name: 'of nothing',
    why: 'A party takes back what it put, and nothing else.',
    reference: 'dangling',
    tell: (_, act) => {
      const by = act('XA', { kind: 'evidence-withdraw', of: NOWHERE, reason: 'Wrong.' })
      return [voided('XA', 1, by, 'act.not-on-record')]
    },
  },
  {
    kind: 'evidence-withdraw',
    name: 'of an attribution',
    why: 'That is no evidence.',
    reference: 'wrong kind',
    tell: (story, act) => {
      const of = story.say('XA', ATTRIBUTION)
      const by = act('XA', { kind: 'evidence-withdraw', of, reason: 'Wrong.' })
      return [voided('XA', 2, by, 'act.not-on-record')]
    },
  },
  {
    kind: 'evidence-withdraw',
    name: 'of evidence that another party put',
    why: 'Each party takes back its own.',
    reference: 'wrong kind',
    tell: (story, act) => {
      const of = story.say('XB', EVIDENCE)
      const by = act('XA', { kind: 'evidence-withdraw', of, reason: 'Wrong.' })
      return [voided('XA', 1, by, 'act.not-on-record')]
    },
  },
  {
    kind: 'receipt',
    name: 'of a text under silence',
    why: 'Cedar’s silence may be consent from here on: it is on record, and opens the gate.',
    tell: (story, act) => {
      const on = story.say('CO', text('term', { expiry: EXPIRY }))
      bothSay('complies')(story, on)
      const receipt = act('XC', { kind: 'receipt', of: on })
      const about = { version: on, rule: 'silence' }
      const lacking = [
        { ...about, code: 'unacknowledged', source: 'council-rop-12-2-d', member: 'XC' },
      ]
      return [
        laid('receipts', receipt),
        { at: 'steps.0.versions.0.acknowledged', was: [], is: ['XC'] },
        {
          at: 'steps.0.versions.0.gate',
          was: { open: false, reasons: lacking, notBefore: OVER },
          is: { open: true, reasons: [], notBefore: OVER },
        },
        {
          at: 'steps.0.versions.0.reasons',
          was: lacking,
          is: [{ ...about, code: 'not-declared', source: 'none' }],
        },
      ]
    },
  },
]

export const recordEffects: EffectFile = { name: 'records', cases: [...RECORDS, ...OTHERS] }
