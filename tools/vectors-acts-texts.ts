import { idOf, payload, type Said } from './vectors-case.ts'
import { amendFields, FIRST, without, type Case } from './vectors-example.ts'
import { complies, STEP, TEXT } from './vectors-play.ts'

const propose: Said = { kind: 'propose', step: STEP, text: TEXT }
const twice = { ...TEXT, clauses: [TEXT.clauses[0], TEXT.clauses[0]] }
const after = [propose]

export const proposeCases: readonly Case[] = [
  {
    name: 'a first version',
    why: 'The chair puts the text of a step.',
    said: propose,
    party: 'CO',
  },
  {
    name: 'another step',
    why: 'Each step is a line of its own: nothing comes before.',
    said: { ...propose, step: { id: 'statement', kind: 'position' } },
    party: 'CO',
    after,
  },
  {
    name: 'with an expiry, and whom it names',
    why: 'Silence and votes have an end; under participants-only those named decide.',
    said: { ...propose, expiry: 1_795_694_400, names: ['XA', 'XB'], minimum: 1 },
    party: 'CO',
  },
  {
    name: 'an expiry before 1970',
    why: 'Seconds are whole and not negative.',
    void: 'act.malformed',
    said: { ...propose, expiry: -1 },
    party: 'CO',
  },
  {
    name: 'a clause id twice',
    why: 'Reservations name a clause by its id.',
    void: 'act.malformed',
    said: { ...propose, text: twice },
    party: 'CO',
  },
  {
    name: 'a kind of step that does not exist',
    why: 'The kinds of steps are the charter’s.',
    void: 'act.malformed',
    said: { ...propose, step: { id: 'x', kind: 'vote' } },
    party: 'CO',
  },
  {
    name: 'a second one that passes over the first',
    why: 'It does not name the act before it on this step.',
    void: 'act.stale-prev',
    said: { ...propose, text: { ...TEXT, title: 'Another' } },
    party: 'CO',
    after,
  },
  {
    name: 'in another case',
    why: 'Every act names its case by the charter’s id.',
    void: 'act.elsewhere',
    said: { ...propose, charter: `sha256:${'0'.repeat(64)}` },
    party: 'CO',
  },
]

export const amendCases: readonly Case[] = [
  {
    name: 'a second version',
    why: 'It names what it replaces and the act before it.',
    said: amendFields(FIRST),
    party: 'CO',
    after,
  },
  {
    name: 'that replaces nothing',
    why: 'An amendment names what it replaces.',
    void: 'act.malformed',
    said: without(amendFields(FIRST), 'replaces'),
    party: 'CO',
    after,
  },
  {
    name: 'without the act before it',
    why: 'The text was proposed before: prev must say so.',
    void: 'act.stale-prev',
    said: without(amendFields(FIRST), 'prev'),
    party: 'CO',
    after,
  },
  {
    name: 'on a version that another follows already',
    why: 'Two amendments of one version would be two orders.',
    void: 'act.stale-prev',
    said: { ...amendFields(FIRST), text: { ...TEXT, title: 'Another' } },
    party: 'CO',
    after: [propose, amendFields(FIRST)],
  },
]

const yes = complies(FIRST)
const prev = idOf(payload('XA', yes))
const leave: Said = { kind: 'withdraw', on: FIRST, prev }

export const withdrawCases: readonly Case[] = [
  { name: 'after a consent', why: 'By one act of its own.', said: leave, after: [yes] },
  {
    name: 'with a reason',
    why: 'A reason may be given.',
    said: { ...leave, reason: 'Its parliament said no.' },
    after: [yes],
  },
  {
    name: 'before any word',
    why: 'Nobody needs to have spoken to say no for good.',
    said: without(leave, 'prev'),
  },
  {
    name: 'that passes over the consent',
    why: 'It follows the consent on the same version.',
    void: 'act.stale-prev',
    said: without(leave, 'prev'),
    after: [yes],
  },
  {
    name: 'of nothing',
    why: 'It says from which version.',
    void: 'act.malformed',
    said: without(leave, 'on'),
    after: [yes],
  },
]
