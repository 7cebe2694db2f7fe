import { expect, it } from 'vitest'
import { letterOf, surenessOf } from '../src/marks.ts'
import { type Issue, ISSUES } from '../src/view.ts'
import { VIEWS } from '../src/views/views.ts'

it('gives each value of an issue a letter of its own, and silence and the unread none', () => {
  for (const [issue, values] of Object.entries(ISSUES)) {
    const letters = values.map((value) => letterOf(issue as Issue, value))
    expect(new Set(letters).size).toBe(values.length)
    expect(letters[0]).toBe('A')
  }
  expect(letterOf('sovereignty', 'principle')).toBe('C')
  expect(letterOf('necessity', 'silent')).toBe('–')
  expect(letterOf('necessity', 'unknown')).toBe('·')
})

it('is surest of a nation’s own text, and unsure of an absence and of what is not graded', () => {
  const of = (code: string, issue: Issue) =>
    surenessOf(VIEWS.find(({ holder }) => holder.code === code)!.readings[issue])
  expect(of('EE', 'necessity')).toBe(1)
  expect(of('EE', 'prohibited-intervention')).toBe(2)
  expect(of('EE', 'use-of-force')).toBe(1)
  expect(of('EE', 'sovereignty')).toBe(0)
  expect(of('EE', 'ihl-applies')).toBe(0)
  const all = VIEWS.flatMap(({ readings }) => Object.values(readings).map(surenessOf))
  expect(new Set(all)).toEqual(new Set([0, 1, 2, 3]))
})
