import { describe, expect, test } from 'vitest'
import { conditionsOf, has, toggled, without } from './query-text.ts'

describe('the text of a query', () => {
  test('takes a condition in and out, and leaves the rest as it was written', () => {
    const text = 'wiper  tlp:amber "two words"'
    expect(toggled(text, 'type', 'malware')).toBe('wiper tlp:amber "two words" type:malware')
    expect(toggled(text, 'tlp', 'amber')).toBe('wiper "two words"')
    expect(toggled('', 'from', 'my file.json')).toBe('from:"my file.json"')
    expect(toggled('from:"my file.json" a', 'from', 'my file.json')).toBe('a')
  })

  test('has one point in time at a time, and keeps what is taken out', () => {
    expect(toggled('seen:>7d -type:note', 'seen', '>1d', true)).toBe('-type:note seen:>1d')
    expect(toggled('seen:>7d', 'seen', '>7d', true)).toBe('')
    expect(has('-type:note', 'type', 'note')).toBe(false)
    expect(has('TYPE:Note', 'type', 'note')).toBe(true)
  })

  test('shows its conditions one by one, and is the rest without one', () => {
    const text = 'a type:note -tlp:red'
    const all = conditionsOf(text)
    expect(all.map((one) => one.text)).toEqual(['type:note', '-tlp:red'])
    expect(without(text, [all[0]!.term])).toBe('a -tlp:red')
    expect(conditionsOf('tlp:purple')).toEqual([])
  })
})
