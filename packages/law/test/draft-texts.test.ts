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
  it.each([
    ['en', 'The rule broken: Tallinn Manual 2.0, rule 4, p. 17. '],
    ['es', 'La regla violada: Manual de Tallin 2.0, regla 4, p. 17. '],
  ] as const)('names in %s the rule broken in the demand and in the notice too', (lang, rule) => {
    const { demand, notice } = of('XA', lang)
    for (const each of [demand, notice]) expect(JSON.stringify(each)).toContain(rule)
    // What it finds broken under its own view, and not what others do.
    const ofBirch = of('XB', lang)
    for (const each of [ofBirch.demand, ofBirch.notice])
      expect(JSON.stringify(each)).toContain(`[${CASE_WORDS.noRuleOfIts[lang]}]`)
  })
  it('names what a State failed to do against others, though the act itself is not its own', () => {
    const others = withFacts(
      quietModem,
      {
        actor: 'private-group',
        link: 'none',
        adoption: 'denies',
        knowledge: 'actual',
        stepsTaken: 'none',
      },
      'XA',
    )
    const { demand, statement } = of('XA', 'en', others)
    expect(statement).toMatchObject({ rules: ['ICJ, Corfu Channel, 1949, p. 22'] })
    expect(JSON.stringify(demand)).toContain('The rule broken: ICJ, Corfu Channel')
  })
  it('accuses a State of no breach by conduct that is not attributed to it', () => {
    const { actor: _unknown, ...own } = quietModem.nations.find(({ code }) => code === 'XA')!.facts
    const measure = {
      ...quietModem,
      nations: quietModem.nations.map((nation) =>
        nation.code === 'XA' ? { ...nation, facts: own } : nation,
      ),
    }
    const { demand, statement } = of('XA', 'en', measure)
    expect(statement).toMatchObject({ rules: [] })
    expect(JSON.stringify(demand)).not.toContain('Tallinn Manual')
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
  })
  it.each(['en', 'es'] as const)(
    'claims nothing in %s for a State that is not injured where single States alone were owed it',
    (lang) => {
      const bilateral = withFacts(quietModem, { injury: 'none', obligation: 'bilateral' }, 'XC')
      expect(of('XC', lang, bilateral).demand).toEqual({ missing: CASE_WORDS.noClaim[lang] })
    },
  )
  it.each(['en', 'es'] as const)(
    'notifies no countermeasure in %s for a nation that only assists one',
    (lang) => {
      // Cedar assists Alder: the memorandum asks neither call nor notice of it (ARSIWA 52).
      expect(of('XC', lang).notice).toEqual({ missing: CASE_WORDS.noticeOfAnother[lang] })
      expect(of('XA', lang).notice).toHaveProperty('text')
    },
  )
  it('is no notice where the law asks none', () => {
    expect(of('XA', 'es', withFacts(quietModem, { kind: 'statement' })).notice).toEqual({
      missing: CASE_WORDS.noNotice.es,
    })
  })
})
