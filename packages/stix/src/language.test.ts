import { describe, expect, it } from 'vitest'
import { GOOD, ID } from '../test/example-objects.ts'
import { inLanguage } from './language.ts'

const actor = {
  ...GOOD['threat-actor'],
  name: 'Potter',
  goals: ['Steal bank money', 'Steal credit cards'],
  external_references: [{ source_name: 'a', description: 'A kiln' }],
}
const content = (contents: object, more: object = {}) => ({
  ...GOOD['language-content'],
  object_ref: `threat-actor--${ID}`,
  object_modified: undefined,
  contents,
  ...more,
})

describe('an object in a language', () => {
  it('has what is translated, and the rest as it was', () => {
    const fr = content({ fr: { goals: ["Voler de l'argent en banque", ''], none: 'x' } })
    const { object, lang } = inLanguage(actor, [fr], 'fr')
    expect(lang).toBe('fr')
    expect(object).toEqual({
      ...actor,
      goals: ["Voler de l'argent en banque", 'Steal credit cards'],
    })
  })

  it('is translated within its lists and parts', () => {
    const es = content({ es: { external_references: [{ description: 'Un horno' }] } })
    expect(inLanguage(actor, [es], 'es').object['external_references']).toEqual([
      { source_name: 'a', description: 'Un horno' },
    ])
  })

  it('has nothing of lists of another length, of other types, or of what is no text', () => {
    const es = content({
      es: { goals: ['uno'], name: ['a'], id: 'x', created_by_ref: 'x', labels: ['a'] },
    })
    expect(inLanguage(actor, [es], 'es').object).toEqual(actor)
  })

  it('is found by the closest tag', () => {
    const both = content({ 'es-MX': { name: 'Alfarero de México' }, pt: { name: 'Oleiro' } })
    expect(inLanguage(actor, [both], 'es')).toMatchObject({ lang: 'es-MX' })
    expect(inLanguage(actor, [both], 'pt-BR')).toMatchObject({
      lang: 'pt',
      object: { name: 'Oleiro' },
    })
    expect(inLanguage(actor, [both], 'de')).toEqual({ object: actor })
  })

  it('takes the contents of its version and of no other, whatever the digits', () => {
    const of = (object_modified: string) =>
      content({ es: { name: 'Alfarero' } }, { object_modified })
    expect(inLanguage(actor, [of('2026-11-02T09:00:00.000000Z')], 'es').lang).toBe('es')
    expect(inLanguage(actor, [of('2026-11-02T09:00:00.0001Z')], 'es').lang).toBeUndefined()
    expect(inLanguage(actor, [of('soon')], 'es').lang).toBeUndefined()
  })

  it('takes nothing of contents that were revoked or are of another object', () => {
    const others = [
      content({ es: { name: 'a' } }, { revoked: true }),
      content({ es: { name: 'a' } }, { object_ref: 'tool--1' }),
      content([]),
    ]
    expect(inLanguage(actor, others, 'es')).toEqual({ object: actor })
  })
})
