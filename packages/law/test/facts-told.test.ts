import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { facts } from '../src/memorandum/facts.ts'
import type { CaseNotes } from '../src/memorandum/case-notes.ts'
import { everythingMet, three } from './example.ts'

const other = {
  ...everythingMet,
  nations: [
    {
      code: 'XA',
      name: 'Alder',
      facts: {
        coercion: { value: 'none', assertedBy: 'Alder', evidence: ['cable 7'], grade: 'C3' },
      },
    },
    { code: 'XB', name: 'Birch', facts: {} },
    { code: 'XC', name: 'Cedar', facts: {} },
  ],
} as const
const notes = {
  before: [{ by: 'Alder', fact: 'coercion', value: 'attempted', evidence: [], act: 'sha256:aa' }],
} as unknown as CaseNotes
const told = (given: CaseNotes | undefined, measure: Parameters<typeof assess>[0] = other) =>
  JSON.stringify(facts(assess(measure, three), given, 'en'))

describe('part 2 of a memorandum', () => {
  it('has values that differ side by side, with who asserts each, its evidence and grade', () => {
    const text = told(undefined)
    expect(text).toContain('Where what is recorded differs')
    expect(text).toMatch(
      /all nations: “[^”]+” \([^|]+\) \| Alder: “[^”]+” \(Alder; cable 7; C3: source fairly reliable, information possibly true\)/,
    )
    expect(told(undefined, { ...everythingMet, nations: [] })).toContain('No two records of one')
  })
  it('has what a fact said before an edit, with the act', () => {
    expect(told(notes)).toMatch(/Alder: “[^”]+” \(none; sha256:aa\)/)
    expect(told({ ...notes, before: [] })).toContain('No fact was said otherwise before.')
    expect(told(undefined)).not.toContain('What was said before')
  })
})
