import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from './act.ts'
import type { ActId, PartyId } from './id.ts'
import { threadsOn } from './remarks.ts'

const id = (name: string) => `sha256:${name.padStart(64, '0')}` as ActId
const VERSION = id('9')

type Said = {
  readonly on?: ActId
  readonly clause?: string
  readonly answers?: ActId
  readonly void?: object
}
const says = (name: string, { on = VERSION, clause = '1', answers, void: voided }: Said = {}) => ({
  id: id(name),
  party: 'XA' as PartyId,
  act: { kind: 'comment', on, clause, says: name, ...(answers && { answers }) } as unknown as Act,
  ...(voided && { void: voided }),
})
const told = (acts: Parameters<typeof threadsOn>[0], clause = '1') =>
  (threadsOn(acts, VERSION).get(clause) ?? []).map(({ first, answers }) =>
    [first, ...answers].map(({ act }) => act.says),
  )

describe('comments on a clause', () => {
  it('stand with what answers them, and with what answers the answers, in the order given', () => {
    const acts = [
      says('a'),
      says('b'),
      says('c', { answers: id('a') }),
      says('d', { answers: id('c') }),
      says('e', { answers: id('b') }),
    ]
    expect(told(acts)).toEqual([
      ['a', 'c', 'd'],
      ['b', 'e'],
    ])
  })
  it('do not carry over to another version, and are not taken from one', () => {
    expect(told([says('a', { on: id('8') }), says('b', { answers: id('a') })])).toEqual([['b']])
  })
  it('of another clause are not answered here: the answer stands for itself', () => {
    const acts = [says('a', { clause: '2' }), says('b', { answers: id('a') })]
    expect(told(acts)).toEqual([['b']])
    expect(told(acts, '2')).toEqual([['a']])
  })
  it('that are void are not shown, and what answers them stands for itself', () => {
    const acts = [
      says('a', { void: { code: 'act.not-competent' } }),
      says('b', { answers: id('a') }),
    ]
    expect(told(acts)).toEqual([['b']])
  })
  it('that name one another in a ring, as no hashes can, end all the same and none is lost', () => {
    const ring = [says('a', { answers: id('b') }), says('b', { answers: id('a') })]
    expect(told(ring).flat().toSorted()).toEqual(['a', 'b'])
    expect(told([says('a', { answers: id('a') })])).toEqual([['a']])
  })
  it('are each shown once, whatever they name, ten thousand answers deep', () => {
    const deep = Array.from({ length: 10_000 }, (_, index) =>
      says(`${index}`, index === 0 ? {} : { answers: id(`${index - 1}`) }),
    )
    expect(told(deep)).toHaveLength(1)
    expect(told(deep.toReversed())[0]).toHaveLength(10_000)
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 12 }), (answered) => {
        const acts = answered.map((to, index) => says(`${index}`, { answers: id(`${to}`) }))
        expect(told(acts).flat()).toHaveLength(acts.length)
      }),
    )
  })
})
