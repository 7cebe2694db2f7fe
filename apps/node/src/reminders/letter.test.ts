import { expect, test } from 'vitest'
import { letterOf, stageOf, type Stage } from './letter.ts'

const DAY = 86_400
const now = Date.parse('2026-12-01T00:00:00Z') / 1000
const at = (left: number) => new Date((now + left) * 1000).toISOString()

test.each<[string, number, number, Stage | undefined]>([
  ['more days ahead than were chosen', 7 * DAY + 1, 7, undefined],
  ['as many days ahead as were chosen', 7 * DAY, 7, 'ahead'],
  ['a little more than a day ahead', DAY + 1, 7, 'ahead'],
  ['a day ahead', DAY, 7, 'last'],
  ['a day ahead where no more was chosen', DAY, 1, 'last'],
  ['more than a day ahead where no more was chosen', DAY + 1, 1, undefined],
  ['less than a day over', -DAY + 1, 7, 'last'],
  ['a day over', -DAY, 7, undefined],
])('%s', (_, left, days, stage) => {
  expect(stageOf({ at: at(left) }, days, now)).toBe(stage)
})

test('what is urgent is told once, whatever was chosen', () => {
  expect(stageOf({ what: 'alarm', at: at(-3 * DAY) }, 1, now)).toBe('alarm')
})

test('a mail of an alarm says that, and not what', () => {
  const urgent = { what: 'alarm', id: 'a'.repeat(64), at: at(0), exercise: false } as const
  const choice = { address: 'desk@alder.example', lang: 'en', days: 7 } as const
  const page = 'https://alder.example/anything'
  const about = {
    person: 'desk',
    choice,
    stage: 'alarm',
    nation: 'Alder',
    page,
    now: at(0),
  } as const
  const { value } = letterOf(urgent, about)
  expect(value.subject).toBe(
    'Entente: the node of Alder found on 2026-12-01 what has to be looked at',
  )
  expect(value.text).toContain('\nhttps://alder.example/alarms\n')
  expect(value).not.toHaveProperty('calendar')
})

test('what has no date is told once', () => {
  expect(stageOf({}, 7, now)).toBe('undated')
})
