import { describe, expect, it } from 'vitest'
import type { Act, ActId, PartyId } from '@entente/accord'
import type { OnRecord } from './record.ts'
import { reviewClock } from './review-clock.ts'

const V = `sha256:${'1'.repeat(64)}` as ActId
const id = (letter: string) => `sha256:${letter.repeat(64)}` as ActId
const on = (letter: string, act: object): OnRecord => ({
  id: id(letter),
  party: 'XA' as PartyId,
  act: act as Act,
})
const put = {
  ...on('1', { kind: 'propose', measure: { facts: { reviewOn: { value: '2027-01-15' } } } }),
}
const review = (letter: string, reviewedOn: string, nextOn?: string) =>
  on(letter, { kind: 'review', on: V, reviewedOn, ...(nextOn === undefined ? {} : { nextOn }) })
const clock = (today: string, ...record: readonly OnRecord[]) =>
  reviewClock([put, ...record], V, today)

describe('the clock of a measure’s review', () => {
  it('runs to the day that the proposer put', () => {
    expect(clock('2026-12-01')).toEqual({
      dueOn: '2027-01-15',
      setBy: V,
      isOver: false,
      today: '2026-12-01',
    })
  })
  it('is over on the day after, not on the day itself', () => {
    expect(clock('2027-01-15').isOver).toBe(false)
    expect(clock('2027-01-16').isOver).toBe(true)
  })
  it('runs to the day that the latest review set, whoever made it', () => {
    const both = [review('2', '2027-01-10', '2027-03-01'), review('3', '2027-02-20', '2027-05-01')]
    expect(clock('2027-03-02', ...both)).toMatchObject({ dueOn: '2027-05-01', setBy: id('3') })
    expect(clock('2027-03-02', ...both.toReversed())).toMatchObject({ dueOn: '2027-05-01' })
  })
  it('stops where the latest review set no day', () => {
    const found = clock(
      '2028-01-01',
      review('2', '2027-01-10', '2027-03-01'),
      review('3', '2027-02-20'),
    )
    expect(found).not.toHaveProperty('dueOn')
    expect(found).toMatchObject({ isOver: false, last: { act: id('3'), on: '2027-02-20' } })
  })
  it('hears no review of another measure', () => {
    const other = on('4', { kind: 'review', on: id('9'), reviewedOn: '2027-02-20' })
    expect(clock('2027-01-01', other)).toMatchObject({ dueOn: '2027-01-15' })
  })
})
