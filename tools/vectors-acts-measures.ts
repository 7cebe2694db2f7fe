import { idOf, payload, type Said } from './vectors-case.ts'
import { FIRST, without, type Case } from './vectors-example.ts'

/** The acts of a nation's part in a measure. What they come to is judged where the whole case is. */

const assess: Said = {
  kind: 'assess',
  on: FIRST,
  asOf: '2026-11-24',
  lawBase: 'entente-law-1',
  facts: {},
  outcome: 'unknown',
  word: 'The facts do not suffice yet.',
}

export const assessCases: readonly Case[] = [
  {
    name: 'an outcome and the adviser’s word',
    why: 'The engine’s answer and the adviser’s stand side by side.',
    said: assess,
  },
  {
    name: 'without the adviser’s word',
    why: 'Nothing is assessed by the engine alone.',
    void: 'act.malformed',
    said: without(assess, 'word'),
  },
  {
    name: 'lawful as an outcome',
    why: 'The engine never says lawful.',
    void: 'act.malformed',
    said: { ...assess, outcome: 'lawful' },
  },
  {
    name: 'not satisfied, and the adviser differs',
    why: 'The engine rules on nothing: who holds otherwise says so, with reasons.',
    said: {
      ...assess,
      outcome: 'not-satisfied',
      word: 'The call was made; its record is late.',
      differs: true,
    },
  },
  {
    name: 'a difference where there is none',
    why: 'Only an answer that stops the part can be held against.',
    void: 'act.malformed',
    said: { ...assess, differs: true },
  },
  {
    name: 'a fact that the law does not ask for',
    why: 'The law grows: an act counts by its form, and a reader leaves out what its law does not know.',
    said: { ...assess, facts: { 'no-such-fact': { value: true } } },
  },
]

const call: Said = {
  kind: 'call',
  for: 'measure-1',
  to: 'Hawthorn',
  demands: 'Cease, and replace the terminals.',
  transmittedOn: '2026-11-02',
  channel: 'Note verbale',
}

export const callCases: readonly Case[] = [
  {
    name: 'upon the responsible State',
    why: 'To whom, what is demanded, when and how it was transmitted.',
    said: call,
  },
  {
    name: 'with what came back',
    why: 'An answer is one of five words.',
    said: { ...call, answer: 'ignored' },
  },
  {
    name: 'without a demand',
    why: 'A call demands something.',
    void: 'act.malformed',
    said: without(call, 'demands'),
  },
  {
    name: 'on a day that does not exist',
    why: 'Days are days of the calendar.',
    void: 'act.malformed',
    said: { ...call, transmittedOn: '2026-02-30' },
  },
  {
    name: 'a second one that passes over the first',
    why: 'Calls for one step follow one another.',
    void: 'act.stale-prev',
    said: { ...call, demands: 'Cease.' },
    after: [call],
  },
]

const notice: Said = {
  kind: 'notice',
  for: 'measure-1',
  to: 'Hawthorn',
  says: 'Alder will suspend the exchange of data.',
  notifiedOn: '2026-11-20',
  offersNegotiation: true,
}

export const noticeCases: readonly Case[] = [
  {
    name: 'with a day, and an offer to negotiate',
    why: 'ARSIWA 52(1)(b) asks for both.',
    said: notice,
  },
  {
    name: 'with the reasons of urgency instead of a day',
    why: 'ARSIWA 52(2) lets urgent countermeasures go first.',
    said: { ...without(notice, 'notifiedOn'), urgency: 'The wiping goes on.' },
  },
  {
    name: 'with neither',
    why: 'Notice is given, or it is said why not.',
    void: 'act.malformed',
    said: without(notice, 'notifiedOn'),
  },
  {
    name: 'that leaves open whether it offers to negotiate',
    why: 'It says so or it says not.',
    void: 'act.malformed',
    said: without(notice, 'offersNegotiation'),
  },
]

const start: Said = { kind: 'start', on: FIRST, certificate: FIRST, startedOn: '2026-12-15' }
const begun = idOf(payload('XA', start))

export const startCases: readonly Case[] = [
  {
    name: 'on the certificate of adoption',
    why: 'Whether the certificate is true is judged where the whole case is.',
    said: start,
  },
  {
    name: 'without a certificate',
    why: 'Nothing starts on a text that nobody certified.',
    void: 'act.malformed',
    said: without(start, 'certificate'),
  },
  {
    name: 'a second one that passes over the first',
    why: 'What a nation does in one measure is one line of acts.',
    void: 'act.stale-prev',
    said: { ...start, startedOn: '2026-12-16' },
    after: [start],
  },
]

const report: Said = {
  kind: 'report',
  on: FIRST,
  prev: begun,
  reportedOn: '2026-12-20',
  remarks: 'The exchange is suspended.',
}

export const reportCases: readonly Case[] = [
  {
    name: 'after the start',
    why: 'It says what the nation’s part did.',
    said: report,
    after: [start],
  },
  {
    name: 'that says nothing',
    why: 'A report reports something.',
    void: 'act.malformed',
    said: { ...report, remarks: '' },
    after: [start],
  },
  {
    name: 'that passes over the start',
    why: 'It follows the start in the same measure.',
    void: 'act.stale-prev',
    said: without(report, 'prev'),
    after: [start],
  },
]

const review: Said = {
  kind: 'review',
  on: FIRST,
  prev: begun,
  reviewedOn: '2027-01-15',
  ceased: false,
  repaired: false,
  proportionate: 'yes',
  reversible: 'yes',
  tribunal: false,
  remarks: 'The wrongful act goes on.',
}

export const reviewCases: readonly Case[] = [
  {
    name: 'every question answered',
    why: 'Still going on, proportionate, reversible, before a tribunal.',
    said: review,
    after: [start],
  },
  {
    name: 'a question left out',
    why: 'Unknown is an answer, nothing is none.',
    void: 'act.malformed',
    said: without(review, 'proportionate'),
    after: [start],
  },
  {
    name: 'perhaps',
    why: 'Yes, no or unknown.',
    void: 'act.malformed',
    said: { ...review, reversible: 'perhaps' },
    after: [start],
  },
]

const suspend: Said = {
  kind: 'suspend',
  on: FIRST,
  prev: begun,
  suspendedOn: '2027-01-02',
  reason: 'Talks have begun.',
}

export const suspendCases: readonly Case[] = [
  {
    name: 'with its reason',
    why: 'The next start takes it up again.',
    said: suspend,
    after: [start],
  },
  {
    name: 'without a reason',
    why: 'Others rest on the measure: they are told why.',
    void: 'act.malformed',
    said: without(suspend, 'reason'),
    after: [start],
  },
  {
    name: 'by an authority that may only put evidence',
    why: 'To suspend is not in its mandate.',
    void: 'act.not-competent',
    said: without(suspend, 'prev'),
    by: 'narrow key',
  },
]

const terminate: Said = {
  kind: 'terminate',
  on: FIRST,
  prev: begun,
  terminatedOn: '2027-02-01',
  reason: 'It has ceased.',
}

export const terminateCases: readonly Case[] = [
  { name: 'with its reason', why: 'Ended for good.', said: terminate, after: [start] },
  {
    name: 'at an instant instead of a day',
    why: 'A measure ends on a day.',
    void: 'act.malformed',
    said: { ...terminate, terminatedOn: '2027-02-01T00:00:00Z' },
    after: [start],
  },
  {
    name: 'that passes over the start',
    why: 'It follows the start in the same measure.',
    void: 'act.stale-prev',
    said: without(terminate, 'prev'),
    after: [start],
  },
]
