import { describe, expect, it } from 'vitest'
import { answeredIn, openInOrder } from './interview-order.ts'

describe('the open questions of an interview', () => {
  it('stand in the order of the latest answer of the node, whatever stood there before', () => {
    expect(openInOrder(['c', 'a'], ['a', 'b', 'c'], undefined)).toEqual(['c', 'a'])
    expect(openInOrder([], ['a', 'b'], undefined)).toEqual([])
  })
  it('lose what can no longer change anything, and gain what now can', () => {
    expect(openInOrder(['d', 'b'], ['a', 'b', 'c'], 'b')).toEqual(['d', 'b'])
  })
  it('keep the one a person is at where it is, also once it is answered', () => {
    expect(openInOrder(['c', 'd'], ['a', 'b', 'c'], 'b')).toEqual(['c', 'b', 'd'])
    expect(openInOrder(['c', 'b'], ['b', 'a'], 'b')).toEqual(['b', 'c'])
    expect(openInOrder(['c'], ['a', 'b'], 'x')).toEqual(['c'])
  })
})

it('lists what was answered and is asked no more, and never one question twice', () => {
  const facts = { a: { value: 'yes' }, b: {}, c: { value: false }, d: { value: 0 } }
  expect(answeredIn(facts, ['c'])).toEqual(['a', 'd'])
})
