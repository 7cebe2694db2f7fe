import { idOf, payload, type Said } from './vectors-case.ts'
import { FIRST, without, type Case } from './vectors-example.ts'
import { TEXT } from './vectors-play.ts'

/** Acts that are on record and decide nothing. */

const incident: Said = {
  kind: 'incident-report',
  incident: 'modems-1',
  regime: 'nis2',
  stage: 'early-warning',
  awareAt: '2026-11-24T06:00:00Z',
  title: 'Modems without flash memory',
  account: 'Since the early morning modems of one model do not start.',
  suspectedMalicious: true,
  crossBorder: true,
}

export const incidentReportCases: readonly Case[] = [
  { name: 'an early warning', why: 'One stage of one regime on one incident.', said: incident },
  {
    name: 'with a count and what matched',
    why: 'How many things are touched; never which.',
    said: {
      ...incident,
      touched: 5800,
      indicators: ['indicator--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111'],
    },
  },
  {
    name: 'that leaves open whether malice is suspected',
    why: 'The regime asks, and an operator answers.',
    void: 'act.malformed',
    said: without(incident, 'suspectedMalicious'),
  },
  {
    name: 'with a name of a thing of its own',
    why: 'Inventories never leave the operator: there is no field for one.',
    void: 'act.malformed',
    said: { ...incident, assets: ['gateway-7'] },
  },
  {
    name: 'the next stage that passes over the first',
    why: 'The stages of one incident follow one another.',
    void: 'act.stale-prev',
    said: { ...incident, stage: 'final-report' },
    after: [incident],
  },
]

const receipt: Said = { kind: 'receipt', of: FIRST }

export const receiptCases: readonly Case[] = [
  { name: 'of an act of another', why: 'It says that the act was received.', said: receipt },
  {
    name: 'of nothing',
    why: 'It says what was received.',
    void: 'act.malformed',
    said: without(receipt, 'of'),
  },
  {
    name: 'the same receipt again',
    why: 'An act counts once.',
    void: 'act.twice',
    said: receipt,
    after: [receipt],
  },
]

const publish: Said = { kind: 'publish', what: 'position', audience: 'everybody', text: TEXT }
const published = idOf(payload('XA', publish))

export const publishCases: readonly Case[] = [
  { name: 'a position for everybody', why: 'Each nation publishes for itself.', said: publish },
  {
    name: 'a statement in a nation’s own words',
    why: 'It speaks for nobody else, and need not be the text that was adopted.',
    said: {
      ...publish,
      what: 'statement',
      text: { ...TEXT, clauses: [{ id: '1', text: 'Alder calls upon Hawthorn to cease.' }] },
    },
  },
  {
    name: 'an advisory that goes with another',
    why: 'A second edition names the first.',
    said: { ...publish, what: 'advisory', audience: 'technicians', with: published },
  },
  {
    name: 'an advisory for citizens in its sections',
    why: 'A clause belongs to a section by the beginning of its id.',
    said: {
      ...publish,
      what: 'advisory',
      audience: 'citizens',
      text: {
        lang: 'es',
        title: 'Su módem no arranca',
        clauses: [
          { id: 'happened/1', text: 'Un ataque borró la memoria de muchos módems.' },
          { id: 'concerned/1', text: 'A quien tiene uno de ese modelo.' },
          { id: 'do/1', text: 'Pida otro módem.' },
          { id: 'help/1', text: 'Llame a su proveedor.' },
        ],
      },
    },
  },
  {
    name: 'with a title longer than is read',
    why: 'A title has at most 300 characters.',
    void: 'act.malformed',
    said: {
      ...publish,
      what: 'advisory',
      text: { ...TEXT, title: 'x'.repeat(301) },
    },
  },
  {
    name: 'for an audience that does not exist',
    why: 'There are four.',
    void: 'act.malformed',
    said: { ...publish, audience: 'friends' },
  },
  {
    name: 'without a text',
    why: 'Something is published.',
    void: 'act.malformed',
    said: without(publish, 'text'),
  },
]

const recall: Said = { kind: 'recall', of: published, reason: 'Clause 2 was wrong.' }

export const recallCases: readonly Case[] = [
  {
    name: 'of a publication, with its reason',
    why: 'What was read cannot be unread; it is said why.',
    said: recall,
    after: [publish],
  },
  {
    name: 'without a reason',
    why: 'Readers are told why.',
    void: 'act.malformed',
    said: without(recall, 'reason'),
    after: [publish],
  },
  {
    name: 'a second one that passes over the first',
    why: 'Recalls of one publication follow one another.',
    void: 'act.stale-prev',
    said: { ...recall, reason: 'Clause 1 too.' },
    after: [publish, recall],
  },
]

const sighting: Said = {
  kind: 'sighting',
  sightingOf: 'indicator--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111',
  count: 3,
  firstSeen: '2026-11-23T21:14:00Z',
  lastSeen: '2026-11-24T05:40:00Z',
}

export const sightingCases: readonly Case[] = [
  { name: 'of an indicator', why: 'How often and between when, as STIX says it.', said: sighting },
  {
    name: 'of what was looked for and not seen',
    why: 'A count of nought is an answer too.',
    said: { kind: 'sighting', sightingOf: sighting['sightingOf'], count: 0 },
  },
  {
    name: 'with the thing on which it was seen',
    why: 'Inventories never leave the operator: there is no field for one.',
    void: 'act.malformed',
    said: { ...sighting, where: 'gateway-7' },
  },
  {
    name: 'of something else than an indicator',
    why: 'What is seen is what an indicator describes.',
    void: 'act.malformed',
    said: { ...sighting, sightingOf: 'ipv4-addr--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111' },
  },
  {
    name: 'last seen before it was first seen',
    why: 'Time goes one way.',
    void: 'act.malformed',
    said: { ...sighting, lastSeen: '2026-11-22T00:00:00Z' },
  },
  {
    name: 'seen without a moment',
    why: 'What was seen was seen at some time.',
    void: 'act.malformed',
    said: without(sighting, 'firstSeen'),
  },
]

const levels = [
  { measure: 'b', level: 'tested', assessedOn: '2026-11-20' },
  { measure: 'j', level: 'absent', assessedOn: '2026-11-20' },
]
const assessed: Said = { kind: 'self-assessment', regime: 'nis2-21-2', measures: levels }

export const selfAssessmentCases: readonly Case[] = [
  { name: 'of two measures', why: 'What was not assessed is left out.', said: assessed },
  {
    name: 'of a measure that the article does not have',
    why: 'Article 21(2) has points (a) to (j).',
    void: 'act.malformed',
    said: { ...assessed, measures: [{ ...levels[0], measure: 'k' }] },
  },
  {
    name: 'of one measure twice',
    why: 'Each measure once.',
    void: 'act.malformed',
    said: { ...assessed, measures: [levels[0], { ...levels[0], level: 'absent' }] },
  },
  {
    name: 'of nothing',
    why: 'It says something of at least one.',
    void: 'act.malformed',
    said: { ...assessed, measures: [] },
  },
]
