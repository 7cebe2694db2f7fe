import { describe, expect, it } from 'vitest'
import { beforeOf, recordsOf } from './trace.ts'

const said = (value: string, assertedBy: string) => ({ value, assertedBy, evidence: [] })
const nation = (code: string, facts: object) => ({ code, facts })
const view = {
  facts: { effect: said('none', 'CO') },
  nations: [
    nation('XA', { effect: said('permanent-loss', 'XA') }),
    nation('XB', { effect: said('temporary-loss', 'XB') }),
    nation('XC', {}),
  ],
  before: [
    { fact: 'effect', ...said('none', 'XA'), act: 'sha256:aa' },
    { fact: 'coercion', ...said('none', 'XA'), act: 'sha256:aa' },
  ],
} as unknown as Parameters<typeof recordsOf>[0] & Parameters<typeof beforeOf>[0]

describe('the values on record of one fact', () => {
  const found = (code: string, fact = 'effect') =>
    recordsOf(view, code, fact).map(({ nation: whose, value, assertedBy, counts }) =>
      [whose ?? 'all', value, assertedBy, counts ? 'counts' : ''].join(' ').trim(),
    )
  it('stand side by side, a nation’s own word first and counting for it', () => {
    expect(found('XB')).toEqual([
      'XB temporary-loss XB counts',
      'XA permanent-loss XA',
      'all none CO',
    ])
  })
  it('are the common one for a nation without a word of its own, and the others still shown', () => {
    expect(found('XC')).toEqual([
      'all none CO counts',
      'XA permanent-loss XA',
      'XB temporary-loss XB',
    ])
  })
  it('are none where nobody said any', () => {
    expect(found('XA', 'coercion')).toEqual([])
  })
  it('have beside them what was said before', () => {
    expect(beforeOf(view, 'effect').map(({ value }) => value)).toEqual(['none'])
  })
})
