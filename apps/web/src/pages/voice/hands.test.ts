import { describe, expect, it } from 'vitest'
import type { Me, People } from '../../../../node/src/api.ts'
import { handsOf } from './hands.ts'

type Person = NonNullable<Me['person']>

const colleague = (id: string, more: Partial<People['people'][number]> = {}) => ({
  id,
  name: id,
  authority: 'XA-mfa',
  role: 'signatory' as const,
  verbs: ['comply', 'release'],
  clears: false,
  ...more,
})
const PEOPLE = [
  colleague('minister'),
  colleague('deputy', { role: 'deputy' }),
  colleague('adviser', { role: 'legal-adviser', verbs: [], clears: true }),
  colleague('head-of-csirt', { authority: 'XA-csirt', verbs: ['incident-report'] }),
]
const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  authority: { id: 'XA-mfa', name: 'Ministry' },
  key: { keyid: 'XA-mfa-1', custody: 'node-held' },
  role: 'signatory',
  mandate: { ended: false },
  verbs: ['comply', 'release'],
  powers: { drafts: true, clears: false, signs: 'alone', handles: true, administers: false },
  clearance: [],
  ...more,
})
const signing = (signs: Person['powers']['signs'], drafts = true): Person['powers'] => ({
  ...person('minister').powers,
  signs,
  drafts,
})
const told = (kind: string, who: Person) => {
  const hands = handsOf(kind, who, PEOPLE)
  return hands && [hands.why, hands.clear.map(({ id }) => id), hands.sign.map(({ id }) => id)]
}

describe('an act', () => {
  it('is signed by the word of whoever has role and mandate', () => {
    expect(told('comply', person('minister'))).toBeUndefined()
  })
  it('goes to others where the role never signs', () => {
    const drafter = person('drafter', { verbs: [], powers: signing('never') })
    expect(told('comply', drafter)).toEqual(['role', [], ['minister', 'deputy']])
    const administrator = person('admin', { verbs: [], powers: signing('never', false) })
    expect(told('comply', administrator)).toEqual(['apart', [], ['minister', 'deputy']])
  })
  it('goes to another authority where the mandate lacks it', () => {
    expect(told('incident-report', person('minister'))).toEqual(['mandate', [], ['head-of-csirt']])
    expect(told('accuse', person('minister'))).toEqual(['mandate', [], []])
  })
  it('is nobody’s once the mandate has ended', () => {
    const ended = person('minister', { verbs: [], mandate: { until: 900, ended: true } })
    expect(told('comply', ended)?.[0]).toBe('ended')
  })
  it('is cleared by others first where the node says so, and then signed by its author too', () => {
    const cleared = { clearance: ['comply'] }
    expect(told('comply', person('minister', cleared))).toEqual([
      'cleared',
      ['adviser'],
      ['minister', 'deputy'],
    ])
  })
  it('needs another’s eyes of a deputy, and where two persons see it', () => {
    const deputy = person('deputy', { role: 'deputy', powers: signing('with-another') })
    expect(told('comply', deputy)).toEqual(['deputy', [], ['minister']])
    expect(told('release', person('minister'))).toEqual(['two-persons', [], ['deputy']])
  })
})
