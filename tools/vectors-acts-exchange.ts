import { makeDisclosure } from '@entente/accord'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { idOf, payload, type Said } from './vectors-case.ts'
import { FIRST, without, type Case } from './vectors-example.ts'
import { STEP, TEXT } from './vectors-play.ts'

/** What nations say to one another beside their voices: on record, and decides nothing. */

const comment: Said = {
  kind: 'comment',
  on: FIRST,
  clause: '1',
  says: 'Whether it was on purpose is what the analysis still has to show.',
}
const commented = idOf(payload('XA', comment))

export const commentCases: readonly Case[] = [
  { name: 'on a clause', why: 'One clause of one exact version.', said: comment },
  {
    name: 'that answers another',
    why: 'Comments on a clause form threads.',
    said: { ...comment, answers: commented, says: 'The analysis of 20 November shows it.' },
    after: [comment],
  },
  {
    name: 'on no clause',
    why: 'A remark on the whole text is a statement, and part of a voice.',
    void: 'act.malformed',
    said: without(comment, 'clause'),
  },
  {
    name: 'that says nothing',
    why: 'Words are not empty.',
    void: 'act.malformed',
    said: { ...comment, says: '' },
  },
  {
    name: 'with a voice in it',
    why: 'A comment is no voice: there is no field for one.',
    void: 'act.malformed',
    said: { ...comment, union: 'objects' },
  },
  {
    name: 'that steers a terminal',
    why: 'Words have no control characters but line feed and tab.',
    void: 'act.malformed',
    said: { ...comment, says: 'Agreed.\u001b[2J' },
  },
  {
    name: 'by an authority that may only put evidence',
    why: 'Commenting is not in its mandate.',
    void: 'act.not-competent',
    said: comment,
    by: 'narrow key',
  },
]

const asks = { step: STEP, text: TEXT, hopedBy: '2026-12-01' }
const round: Said = { kind: 'sound', asks }
const asked = idOf(payload('XA', round))
const leans = [
  { clause: '1', leans: 'has-difficulty', says: 'We would not say that it was on purpose.' },
  { clause: '2', leans: 'welcomes' },
]
const answer: Said = { kind: 'sound', answers: { round: asked, clauses: leans } }

export const soundCases: readonly Case[] = [
  { name: 'a round that is opened', why: 'What might be put, at which step.', said: round },
  {
    name: 'an answer, clause by clause',
    why: 'Each party says how it leans; none of it is a voice.',
    said: answer,
    after: [round],
  },
  {
    name: 'a second answer, in the place of the first',
    why: 'The last answer of a party is the one that is shown.',
    said: {
      ...answer,
      answers: { round: asked, clauses: leans.slice(1) },
      prev: idOf(payload('XA', answer)),
    },
    after: [round, answer],
  },
  {
    name: 'that asks and answers at once',
    why: 'One act does one of the two.',
    void: 'act.malformed',
    said: { kind: 'sound', asks, answers: answer['answers'] },
  },
  {
    name: 'that does neither',
    why: 'It asks, or it answers.',
    void: 'act.malformed',
    said: { kind: 'sound' },
  },
  {
    name: 'an answer that leans twice on one clause',
    why: 'Each clause once.',
    void: 'act.malformed',
    said: { ...answer, answers: { round: asked, clauses: [leans[1], leans[1]] } },
  },
  {
    name: 'an answer in the words of the voices',
    why: 'A sounding is no voice, and cannot be taken for one.',
    void: 'act.malformed',
    said: { ...answer, answers: { round: asked, clauses: [{ clause: '1', leans: 'complies' }] } },
  },
  {
    name: 'a second answer that passes over the first',
    why: 'Answers of one party to one round follow one another.',
    void: 'act.stale-prev',
    said: { ...answer, answers: { round: asked, clauses: leans.slice(1) } },
    after: [round, answer],
  },
]

/** The words that stand behind the digests here: their salt is fixed, so that every machine has the same. */
const sealed = makeDisclosure(
  { name: 'says', value: 'We know more than we say.', salt: new Uint8Array(16).fill(7) },
  crypto.sha256,
)
const digest = { name: 'says', digest: sealed.digest }
const note: Said = { kind: 'note', says: 'The meeting of 24 November is put off.' }
const secret: Said = { kind: 'note', sealed: [digest] }

export const noteCases: readonly Case[] = [
  { name: 'in words', why: 'On record, for all parties.', said: note },
  {
    name: 'whose words stay at home',
    why: 'The act has their digest; the words are nowhere in it.',
    said: { ...secret, sealed: [{ ...digest, to: ['XB'] }] },
  },
  {
    name: 'in words and sealed',
    why: 'What stays at home does not stand in the act.',
    void: 'act.malformed',
    said: { ...note, sealed: [digest] },
  },
  {
    name: 'that says nothing',
    why: 'It has words or a digest.',
    void: 'act.malformed',
    said: { kind: 'note' },
  },
  {
    name: 'with a digest that is none',
    why: 'SHA-256 is 43 letters of base64url.',
    void: 'act.malformed',
    said: { ...secret, sealed: [{ ...digest, digest: 'abc' }] },
  },
]

const opens: Said = {
  kind: 'release',
  of: idOf(payload('XA', secret)),
  discloses: [sealed.disclosure],
}

export const releaseCases: readonly Case[] = [
  {
    name: 'of what was sealed',
    why: 'From here on all parties read it, and can check it.',
    said: opens,
    after: [secret],
  },
  {
    name: 'of nothing',
    why: 'It opens at least one part.',
    void: 'act.malformed',
    said: { ...opens, discloses: [] },
    after: [secret],
  },
  {
    name: 'of what is no disclosure',
    why: 'Disclosures are base64url.',
    void: 'act.malformed',
    said: { ...opens, discloses: ['no disclosure'] },
    after: [secret],
  },
]

const objective: Said = {
  kind: 'objective',
  goal: 'outage-named',
  title: 'The outage is named as such',
  aims: 'The position says what the outage did to others.',
  dueOn: '2026-12-15',
}
const stated = idOf(payload('XA', objective))
const lines = makeDisclosure(
  { name: 'redLines', value: 'No State is named.', salt: new Uint8Array(16).fill(9) },
  crypto.sha256,
)

export const objectiveCases: readonly Case[] = [
  { name: 'an aim, for all to read', why: 'Each nation has its own.', said: objective },
  {
    name: 'with red lines that stay at home',
    why: 'The others know that there are some, not which.',
    said: { ...objective, sealed: [{ name: 'redLines', digest: lines.digest }] },
  },
  {
    name: 'reported as reached',
    why: 'What no act can be counted for is said by an act.',
    said: { ...objective, prev: stated, reported: { is: 'reached', on: '2026-12-10' } },
    after: [objective],
  },
  {
    name: 'without an aim',
    why: 'It is after something, in words or sealed.',
    void: 'act.malformed',
    said: without(objective, 'aims'),
  },
  {
    name: 'whose aims are both in words and sealed',
    why: 'What stays at home does not stand in the act.',
    void: 'act.malformed',
    said: { ...objective, sealed: [{ name: 'aims', digest: lines.digest }] },
  },
  {
    name: 'a later word that passes over the first',
    why: 'Words on one objective follow one another.',
    void: 'act.stale-prev',
    said: { ...objective, title: 'Another title' },
    after: [objective],
  },
]
