import { describe, expect, test } from 'vitest'
import { lint } from './lint.ts'
import { PRACTICES, sourcesOf } from './practice.ts'
import { LANGUAGES } from './terms.ts'

describe('the practices', () => {
  test('have ids that stand once', () => {
    expect(PRACTICES).toHaveLength(24)
    expect(new Set(PRACTICES.map(({ id }) => id)).size).toBe(24)
  })

  test.each(PRACTICES.map((practice) => [practice.id, practice] as const))(
    '%s says what and how in both languages, for somebody, with a source',
    (_id, practice) => {
      for (const language of LANGUAGES) {
        expect(practice.title[language]).toMatch(/^\p{Lu}.*[^.]$/u)
        expect(practice.how[language]).toMatch(/^\p{Lu}.*\.$/u)
        const { length } = lint(`${practice.title[language]}. ${practice.how[language]}`, {
          language,
        }).filter(({ severity }) => severity !== 'note')
        expect([practice.id, language, length]).toEqual([practice.id, language, 0])
      }
      expect(practice.title.es).not.toBe(practice.title.en)
      expect(practice.doers.length).toBeGreaterThan(0)
      expect(sourcesOf(practice).every((source) => source !== 'none')).toBe(true)
      for (const technique of practice.attack) expect(technique).toMatch(/^T\d{4}(\.\d{3})?$/)
      for (const value of practice.rsit) expect(value).toMatch(/^[a-z-]+:[a-z0-9-]+$/)
    },
  )

  test('are there for individuals, and others for enterprises only', () => {
    const own = PRACTICES.filter(({ doers }) => doers.includes('individual'))
    expect(own.length).toBeGreaterThan(5)
    expect(own.length).toBeLessThan(PRACTICES.length)
  })
})
