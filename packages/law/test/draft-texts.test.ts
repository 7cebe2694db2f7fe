import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import type { CaseNotes } from '../src/memorandum/case-notes.ts'
import { CASE_WORDS } from '../src/memorandum/case-words.ts'
import { draftedFor } from '../src/memorandum/draft-texts.ts'
import { quietModem, three, withFacts } from './example.ts'

const complying = { union: 'complies', national: 'complies', reservations: [] }
const notes: CaseNotes = {
  version: 1,
  marking: 'TLP:GREEN',
  readers: [],
  voices: [
    { nation: 'Alder', ...complying },
    { nation: 'Birch', reservations: [] },
    { nation: 'Cedar', reservations: [] },
  ],
  evidence: [],
  calls: [],
  notices: [],
  assessments: [],
  conflicts: [],
  published: [],
}
const of = (code: string, lang: 'en' | 'es', measure = quietModem) =>
  draftedFor(assess(measure, three), code, { notes, lang })

describe('a text that a nation could send', () => {
  it.each([
    ['en', 'Alder calls upon Hawthorn', 'Alder notifies Hawthorn', 'The rule broken'],
    ['es', 'Alder requiere a Hawthorn', 'Alder notifica a Hawthorn', 'La regla violada'],
  ] as const)('is its demand, its notice and the statement in %s', (lang, demand, notice, rule) => {
    const texts = JSON.stringify(of('XA', lang))
    for (const words of [demand, notice, rule]) expect(texts).toContain(words)
    // To be changed by a person: no marks around it, no gap in braces left open.
    expect(texts).not.toMatch(/“|«|\{\w+\}|undefined|missing/)
  })
  it('says which fact is missing, and writes nothing in its place', () => {
    const { demands: _unsaid, ...facts } = quietModem.facts
    const { demand, notice, statement } = of('XB', 'en', { ...quietModem, facts })
    for (const each of [demand, notice, statement])
      expect(each).toEqual({
        missing: 'Missing: What exactly must the responsible State do to end the measure?',
      })
  })
  it('is no notice where the law asks none', () => {
    expect(of('XA', 'es', withFacts(quietModem, { kind: 'statement' })).notice).toEqual({
      missing: CASE_WORDS.noNotice.es,
    })
  })
})
