import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { FACTS, RESTRICTED } from '../src/fact.ts'
import { memorandum } from '../src/memorandum.ts'
import { toHtml } from '../src/memorandum/html.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { VIEWS } from '../src/views/views.ts'
import { alder, everythingMet, withFacts } from './example.ts'

const memo = (ownPriorBreach: string | undefined, lang: 'en' | 'es') => {
  const { ownPriorBreach: _before, ...facts } = everythingMet.facts
  const measure = { ...everythingMet, facts }
  return memorandum(
    assess(
      ownPriorBreach === undefined ? measure : withFacts(measure, { ownPriorBreach }),
      [alder],
      VIEWS,
    ),
    { lang },
  )
}

describe.each(['en', 'es'] as const)(
  'what the nation did before, in the memorandum in %s',
  (lang) => {
    it('is said to be assessed, and the answer changes no byte of it', () => {
      const nothing = memo('none-found', lang)
      const answered = memo('found-answered', lang)
      expect(toMarkdown(answered)).toBe(toMarkdown(nothing))
      expect(toHtml(answered)).toBe(toHtml(nothing))
      expect(JSON.stringify(answered)).toBe(JSON.stringify(nothing))
      expect(toMarkdown(nothing)).toContain(
        lang === 'en'
          ? 'assessed; the answer stays with those who need it'
          : 'examinado; la respuesta queda en quienes la necesitan',
      )
    })
    it('is not told where it leaves the whole unknown: not as a value, a reason, a remedy or a change', () => {
      const text = toMarkdown(memo('found', lang))
      const { options } = FACTS.ownPriorBreach
      for (const each of Object.values(options)) expect(text).not.toContain(each[lang])
      expect(text).not.toMatch(/could make their act a countermeasure|podría hacer de su acto/)
      expect(text).not.toMatch(/say in writing why their act|decir por escrito por qué su acto/)
    })
    it('and that nobody assessed it is said as well', () => {
      const text = toMarkdown(memo(undefined, lang))
      expect(text).toContain(lang === 'en' ? 'not assessed' : 'sin examinar')
      expect(text).not.toContain(lang === 'en' ? 'assessed; the answer' : 'examinado; la respuesta')
    })
  },
)

it('is the one answer that is kept so', () => {
  expect(RESTRICTED).toEqual(['ownPriorBreach'])
})
