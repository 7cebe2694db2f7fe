import { describe, expect, test } from 'vitest'
import { partsOf, Text } from '@entente/accord'
import { lint } from '@entente/lexicon'
import { forCitizens, forDecisionMakers, forTechnicians } from './public-texts.ts'

const ADVISORIES = [forCitizens, forDecisionMakers, forTechnicians]

describe('what the exercise tells the public', () => {
  test.each(ADVISORIES.map((one) => [one.audience, one] as const))(
    'for %s is one advisory in two languages, clause by clause',
    (_audience, { first, translated }) => {
      expect([first.lang, translated.lang]).toEqual(['en', 'es'])
      expect(translated.clauses.map(({ id }) => id)).toEqual(first.clauses.map(({ id }) => id))
      for (const text of [first, translated]) {
        expect(Text.safeParse(text).error).toBeUndefined()
        expect(partsOf(text.clauses).every(({ section }) => section !== undefined)).toBe(true)
      }
    },
  )

  test.each(ADVISORIES.flatMap(({ first, translated }) => [first, translated]))(
    'says nothing that the common language warns of: $title',
    ({ lang, title, clauses }) => {
      const language = lang === 'es' ? 'es' : 'en'
      const said = [title, ...clauses.map(({ text }) => text)].join('\n')
      const wrong = lint(said, { language }).filter(({ severity }) => severity !== 'note')
      expect(wrong.map(({ found, code }) => [code, found])).toEqual([])
      expect(said).toContain(language === 'es' ? 'ejercicio' : 'exercise')
    },
  )
})
