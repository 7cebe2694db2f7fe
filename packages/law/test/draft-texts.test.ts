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
  it('names as broken no rule whose source is later than the day', () => {
    const broken = (lawOn: string) => {
      const { statement } = of('XA', 'en', { ...quietModem, lawOn })
      return 'rules' in statement ? statement.rules.join('; ') : ''
    }
    expect(broken('2026-11-24')).toContain('Tallinn Manual 2.0, rule 4')
    expect(broken('2016-01-01')).not.toContain('Tallinn Manual 2.0')
  })
  it('claims reparation for those injured where the nation itself is not, and for itself where it is', () => {
    const ofOthers = withFacts(quietModem, { injury: 'none', obligation: 'erga-omnes' }, 'XC')
    const demand = (code: string, lang: 'en' | 'es') => JSON.stringify(of(code, lang, ofOthers))
    expect(demand('XC', 'en')).toContain('to make reparation to those injured')
    expect(demand('XC', 'es')).toContain('lo repare a los lesionados')
    expect(demand('XA', 'en')).not.toContain('to those injured')
    // To single States alone no other State can claim at all: nothing is said of others.
    const bilateral = withFacts(quietModem, { injury: 'none', obligation: 'bilateral' }, 'XC')
    expect(JSON.stringify(of('XC', 'en', bilateral))).not.toContain('to those injured')
  })
  it('is no notice where the law asks none', () => {
    expect(of('XA', 'es', withFacts(quietModem, { kind: 'statement' })).notice).toEqual({
      missing: CASE_WORDS.noNotice.es,
    })
  })
})
