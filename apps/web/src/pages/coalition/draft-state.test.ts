import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../../../packages/accord/test/case.ts'
import { chairOf, changesOf, draftOf, seeingOf, type Card } from './draft-state.ts'

const charter = {
  ...charterOf({ period: 86_400, minimum: 2, blocking: 2 }),
  witnesses: ['XA', 'XB', 'CO'].map((party) => ({ party, vkey: party })),
} as ReturnType<typeof charterOf>
const dogwood: Card = { party: 'XD', name: 'Dogwood', role: 'member' }
const draft = draftOf(charter)

describe('a charter that is drafted in the page', () => {
  it('says what the present one says while nothing is changed', () => {
    const { title, chair, tlp, steps, grace, notice, cure, period, minimum, blocking } = charter
    expect(changesOf(charter, draft, 'CO')).toEqual({
      title,
      chair,
      tlp,
      steps,
      grace,
      notice,
      cure,
      period,
      minimum,
      blocking,
      out: [],
      populations: { XA: 40, XB: 35, XC: 25 },
      doubleThirdUnderMajority: false,
      custody: {},
      second: null,
      goals: null,
    })
  })
  it('takes out what was there by null', () => {
    const bare = { ...draft, minimum: '', blocking: '', reaffirms: false }
    expect(changesOf(charter, bare, 'CO')).toMatchObject({
      minimum: null,
      blocking: null,
      period: null,
    })
  })
  it('leaves out who does not go on: its population, its texts to file and its chair', () => {
    const steps = { term: { rule: 'silence', by: 'XB', model: 'osce' } } as typeof charter.steps
    const without = { ...draft, out: ['XB'], chair: 'XB', steps }
    expect(chairOf(charter, without, 'CO')).toBe('CO')
    expect(changesOf(charter, without, 'CO')).toMatchObject({
      chair: 'CO',
      populations: { XA: 40, XC: 25 },
      steps: { term: { rule: 'silence', model: 'osce' } },
    })
  })
  it('has who comes in among those who may witness, and names witnesses only where some do not', () => {
    const wider = { ...draft, cards: [dogwood] }
    expect(seeingOf(charter, wider).map(({ id }) => id)).toEqual(['XA', 'XB', 'CO', 'XD'])
    expect(changesOf(charter, wider, 'CO')).not.toHaveProperty('witnesses')
    expect(changesOf(charter, { ...wider, unseeing: ['XB'] }, 'CO')).toMatchObject({
      cards: [dogwood],
      witnesses: ['XA', 'CO', 'XD'],
    })
  })
  it('keeps the name of a goal that is there, and names a new one by its title, each once', () => {
    const goals = [
      { id: 'on-call', title: 'An officer on call', dueOn: '2027-03-31' },
      { id: 'terms', title: 'Forty terms', dueOn: '2027-06-30', count: 'terms' },
    ]
    const before = draftOf({ ...charter, goals })
    expect(changesOf(charter, before, 'CO')).toMatchObject({ goals })
    const [, terms] = before.goals
    const said = [
      { ...terms!, dueOn: '2028-06-30' },
      { title: 'On call', dueOn: '2028-01-01', count: '' },
      { title: '¿On call?', dueOn: '2028-01-02', count: '' },
      { title: '…', dueOn: '2028-01-03', count: '' },
    ]
    expect(changesOf(charter, { ...before, goals: said }, 'CO').goals).toEqual([
      { ...goals[1], dueOn: '2028-06-30' },
      { id: 'on-call', title: 'On call', dueOn: '2028-01-01' },
      { id: 'on-call-2', title: '¿On call?', dueOn: '2028-01-02' },
      { id: 'goal', title: '…', dueOn: '2028-01-03' },
    ])
    expect(changesOf(charter, { ...before, goals: [] }, 'CO').goals).toBeNull()
  })
  it('keeps no model of a silence that is none', () => {
    const steps = { term: { rule: 'express-unanimity', model: 'nato' } } as typeof charter.steps
    expect(changesOf(charter, { ...draft, steps }, 'CO').steps).toEqual({
      term: { rule: 'express-unanimity' },
    })
  })
})
