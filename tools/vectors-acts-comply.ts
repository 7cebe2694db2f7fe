import { idOf, payload, type Said } from './vectors-case.ts'
import { FIRST, without, type Case } from './vectors-example.ts'
import { complies } from './vectors-play.ts'

const yes = complies(FIRST)
const reserved = { union: 'complies-with-reservation', national: 'complies' }
const on = (axis: string, more: Said = {}) => ({
  axis,
  clause: '2',
  text: 'As far as its law allows.',
  ...more,
})
const first = idOf(payload('XA', yes))

export const complyCases: readonly Case[] = [
  { name: 'both voices', why: 'One towards the Union, one as to its own interests.', said: yes },
  {
    name: 'a reservation on its axis',
    why: 'The Union voice reserves and says what.',
    said: complies(FIRST, { ...reserved, reservations: [on('union')] }),
  },
  {
    name: 'a statement',
    why: 'Complies with statement, and the statement is there.',
    said: complies(FIRST, {
      national: 'complies-with-statement',
      statement: 'It understands clause 2 to include damages.',
    }),
  },
  {
    name: 'an objection that says what it would take',
    why: 'Vital goes with objects only, and an amendment may come with it.',
    said: complies(FIRST, {
      national: 'objects',
      vital: true,
      wouldTake: 'A softer clause 2.',
      amendment: [{ id: '2', text: 'Those responsible stop.' }],
    }),
  },
  {
    name: 'a voice with an end',
    why: 'Consent may be given until an instant.',
    said: complies(FIRST, { until: 1_800_000_000 }),
  },
  {
    name: 'instructions and until when they are expected',
    why: 'Shown to the others; nothing is decided by it.',
    said: complies(FIRST, { national: 'awaits-instructions', expectedAt: 1_800_000_000 }),
  },
  {
    name: 'a second one that names the first',
    why: 'It replaces the whole earlier voice.',
    said: complies(FIRST, { national: 'abstains', prev: first }),
    after: [yes],
  },
  {
    name: 'one voice only',
    why: 'Both are required.',
    void: 'act.malformed',
    said: without(yes, 'national'),
  },
  {
    name: 'a voice that does not exist',
    why: 'There are seven.',
    void: 'act.malformed',
    said: complies(FIRST, { union: 'agrees' }),
  },
  {
    name: 'a reservation that is not there',
    why: 'Who reserves says what.',
    void: 'act.malformed',
    said: complies(FIRST, reserved),
  },
  {
    name: 'a reservation on the other axis',
    why: 'The Union voice reserves and the reservation is national.',
    void: 'act.malformed',
    said: complies(FIRST, { ...reserved, reservations: [on('national')] }),
  },
  {
    name: 'constructive abstention without its declaration',
    why: 'TEU 31(1) asks for a formal declaration.',
    void: 'act.malformed',
    said: complies(FIRST, { union: 'abstains-constructively' }),
  },
  {
    name: 'vital without an objection',
    why: 'Reasons of national policy go only with objects.',
    void: 'act.malformed',
    said: complies(FIRST, { vital: true }),
  },
  {
    name: 'a date of instructions that are not awaited',
    why: 'It goes only with awaits-instructions.',
    void: 'act.malformed',
    said: complies(FIRST, { expectedAt: 1_800_000_000 }),
  },
  {
    name: 'a second one that passes over the first',
    why: 'Whoever leaves prev out could put acts in another order.',
    void: 'act.stale-prev',
    said: complies(FIRST, { national: 'abstains' }),
    after: [yes],
  },
  {
    name: 'with an end in the past of 1970',
    why: 'Seconds since 1970 are not negative.',
    void: 'act.malformed',
    said: complies(FIRST, { until: -1 }),
  },
  {
    name: 'with a control character',
    why: 'Text that people sign has none but line feed and tab.',
    void: 'act.malformed',
    said: complies(FIRST, { wouldTake: 'less\u202emore\u0007' }),
  },
]
