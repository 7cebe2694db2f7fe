import { expect, test } from 'vitest'
import { goal } from './goal-option.ts'

test('goals are gathered one by one, with what counts them', () => {
  const first = goal('terms=2027-06-30:Forty terms: all agreed')
  expect(goal('positions(days-witnessed)=2027-12-31:A month is enough', first)).toEqual([
    { id: 'terms', title: 'Forty terms: all agreed', dueOn: '2027-06-30' },
    { id: 'positions', title: 'A month is enough', dueOn: '2027-12-31', count: 'days-witnessed' },
  ])
})

test.each([
  'terms',
  'terms=soon:Forty',
  'terms=2027-02-30:Forty',
  'T=2027-06-30:Forty',
  'a=2027-06-30:',
])('%s is refused as usage', (text) => {
  expect(() => goal(text)).toThrow('expected a name, a day and a title')
})
