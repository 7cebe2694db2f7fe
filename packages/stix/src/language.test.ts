import { describe, expect, it } from 'vitest'
import { GOOD, ID } from '../test/example-objects.ts'
import { inLanguage, translationOf } from './language.ts'

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

describe('name and description of an object in a language', () => {
  const es = content({
    'es-MX': { name: 'Alfarero', description: 'Roba hornos', pattern: '[x]', value: '192.0.2.1' },
  })
  const described = { ...actor, description: 'Steals kilns' }

  it('are those of the content that translates them, which is named', () => {
    expect(translationOf(described, [es], 'es')).toEqual({
      name: 'Alfarero',
      description: 'Roba hornos',
      lang: 'es-MX',
      by: GOOD['language-content']!['id'],
    })
  })

  it('are only what was translated: nothing else of the object comes with them', () => {
    const { description: _, ...bare } = described
    expect(translationOf(bare, [es], 'es')).not.toHaveProperty('description')
    const goals = content({ es: { goals: ['uno', 'dos'] } })
    expect(translationOf(described, [goals], 'es')).toBeUndefined()
  })

  it('are none where the object is in that language, as it is in English where it does not say', () => {
    const en = content({ en: { name: 'The potter' } })
    expect(translationOf(actor, [en], 'en')).toBeUndefined()
    expect(translationOf(actor, [en], 'en-GB')).toBeUndefined()
    expect(translationOf({ ...actor, lang: 'es-ES' }, [es], 'es')).toBeUndefined()
    expect(translationOf({ ...actor, lang: 'es' }, [en], 'en')?.name).toBe('The potter')
  })

  it('are none of an observable: its name is what was observed', () => {
    const file = { ...GOOD['file'], id: `file--${ID}`, name: 'oven.exe' }
    const of = content({ es: { name: 'horno.exe' } }, { object_ref: file.id })
    expect(inLanguage(file, [of], 'es').object['name']).toBe('horno.exe')
    expect(translationOf(file, [of], 'es')).toBeUndefined()
  })

  it('are none where nobody translated this version', () => {
    expect(translationOf(actor, [], 'es')).toBeUndefined()
    const older = { ...es, object_modified: '2020-01-01T00:00:00.000Z' }
    expect(translationOf(actor, [older], 'es')).toBeUndefined()
  })
})
