import { describe, expect, it } from 'vitest'
import { askedOf, refusedObject } from './asked.ts'
import { RULES } from './countermeasure.ts'
import { FACT_GROUPS, FACTS } from './fact.ts'

describe('what the law asks of a measure', () => {
  it('is for a countermeasure its object, under Article 49(1)', () => {
    const object = askedOf('countermeasure').find(({ id }) => id === 'object')
    expect(object?.provisions.map(({ citation }) => citation.en)).toEqual(['ARSIWA, Article 49(1)'])
  })

  it('names for each fact at least one provision, and the rule of that provision reads it', () => {
    for (const { id, provisions } of askedOf('countermeasure')) {
      expect(provisions.length, id).toBeGreaterThan(0)
      for (const source of provisions)
        expect(RULES.some((rule) => rule.source === source && rule.facts.includes(id))).toBe(true)
    }
  })

  it('is of a referral what was invoked and when, and no field of a plan', () => {
    const asked = askedOf('self-defence-referral').map(({ id }) => id)
    expect(asked).toEqual([
      'scaleOfForce',
      'gravity',
      'attackStage',
      'attackAuthor',
      'defenceReasons',
      'councilReport',
      'councilReportedOn',
      'victimDeclared',
      'helpRequested',
      'allianceDecision',
      'allianceInvokedOn',
      'mutualAssistance',
      'assistanceInvokedOn',
      'solidarity',
      'solidarityCause',
      'solidarityInvokedOn',
      'securityCouncil',
    ])
    for (const group of ['measure', 'procedure', 'standing'] as const)
      expect(asked.filter((id) => Object.hasOwn(FACT_GROUPS[group], id))).toEqual([])
  })

  it('is asked in groups that hold every fact once', () => {
    const grouped = Object.values(FACT_GROUPS).flatMap((group) => Object.keys(group))
    expect(grouped.toSorted()).toEqual(Object.keys(FACTS).toSorted())
  })
})

describe('an object', () => {
  it.each(['deter', 'punish'] as const)('to %s is refused of a countermeasure', (object) => {
    const refused = refusedObject({ kind: 'countermeasure', object })
    expect(refused?.source.citation.es).toBe('ARSIWA, artículo 49(1)')
    expect(refused?.because.en).toMatch(`to ${object} is refused as an object`)
  })

  it('of cessation and reparation is not', () => {
    expect(refusedObject({ kind: 'countermeasure', object: 'cease-and-repair' })).toBeUndefined()
  })

  it('to deter is not what the law asks of a statement', () => {
    expect(refusedObject({ kind: 'statement', object: 'deter' })).toBeUndefined()
  })

  it('to deter is refused where no kind is stated: that is held to the most', () => {
    expect(refusedObject({ object: 'deter' })).toBeDefined()
  })
})
