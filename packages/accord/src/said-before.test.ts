import { describe, expect, it } from 'vitest'
import { at, charterOf, cutOf, type Drafted, type Strands } from '../test/case.ts'
import { saidBefore } from './said-before.ts'

const charter = charterOf({ steps: { measure: { rule: 'express-unanimity' } } })
const V = at('CO', 0)
const put: Drafted = {
  act: {
    kind: 'propose',
    step: { id: 'measure-1', kind: 'measure' },
    text: { lang: 'en', title: 'A measure', clauses: [{ id: '1', text: 'It is suspended.' }] },
    measure: {
      kind: 'countermeasure',
      against: { code: 'XH', name: 'Hawthorn' },
      asOf: '2026-11-24',
      facts: { effect: { value: 'none', evidence: [] } },
    },
  },
}
const assessed = (facts: object): Drafted => ({
  act: {
    kind: 'assess',
    on: V,
    asOf: '2026-11-24',
    lawBase: 'entente-law-1',
    facts,
    outcome: 'unknown',
    word: 'Mine.',
  },
})
const called = (transmittedOn: string): Drafted => ({
  act: {
    kind: 'call',
    for: 'measure-1',
    to: 'Hawthorn',
    demands: 'cease',
    transmittedOn,
    channel: 'note verbale',
  },
})
const before = (strands: Strands) =>
  saidBefore(charter, cutOf(charter, { CO: [put], ...strands }), V).map(
    ({ assertedBy, fact, value, act, evidence }) => ({ assertedBy, fact, value, act, evidence }),
  )

describe('what was said of a fact before', () => {
  it('is nothing where nobody said anything otherwise, whoever else does', () => {
    const one = assessed({ effect: { value: 'permanent-loss', evidence: ['a log'] } })
    expect(before({ XA: [one] })).toEqual([])
    expect(before({ XA: [one, one] })).toEqual([])
  })
  it('is each earlier value, with its evidence and the act that said so', () => {
    const first = assessed({ effect: { value: 'permanent-loss', evidence: ['a log'] } })
    const then = assessed({ effect: { value: 'none', evidence: [] } })
    expect(before({ XA: [first, then] })).toEqual([
      {
        assertedBy: 'XA',
        fact: 'effect',
        value: 'permanent-loss',
        act: at('XA', 0),
        evidence: ['a log'],
      },
    ])
  })
  it('is what was said and is said no more', () => {
    const first = assessed({ effect: { value: 'permanent-loss', evidence: [] } })
    expect(before({ XA: [first, assessed({})] }).map(({ value }) => value)).toEqual([
      'permanent-loss',
    ])
  })
  it('is the day of a call that another came after', () => {
    expect(before({ XA: [called('2026-11-02'), called('2026-11-09')] })).toMatchObject([
      { assertedBy: 'XA', fact: 'calledOn', value: '2026-11-02', act: at('XA', 0) },
    ])
  })
})
