import { expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { authorityIn, isHeldBy } from '../src/authority.ts'
import { RULES } from '../src/countermeasure.ts'
import { memorandum } from '../src/memorandum.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { disputesAbout } from '../src/rule.ts'
import { VIEWS } from '../src/views/views.ts'
import { quietModem, three } from './example.ts'

const said = [
  ...new Set(
    RULES.flatMap((rule) => [
      ...rule.authorities,
      ...disputesAbout(rule).flatMap(({ sides }) => sides.flatMap((each) => each.authorities)),
    ]),
  ),
]

/** Words that no title of a source has: whoever writes them speaks for us. */
const OURS =
  /\b(?:not settled|source: none|rules base|minority|doctrine|most of|part of|some writers|others|one State|two more|as worded|classically|ours)\b/

it('says our own words around a source in Spanish, and translates no source', () => {
  const ours = said.filter((each) => OURS.test(each))
  expect(ours.length).toBeGreaterThan(20)
  for (const each of said) {
    expect(authorityIn(each, 'en')).toBe(each)
    const spanish = authorityIn(each, 'es')
    if (OURS.test(each)) expect(spanish, each).not.toMatch(OURS)
    else expect(spanish).toBe(each)
  }
  expect(authorityIn('part of the Tallinn experts: Tallinn Manual 2.0, rule 22', 'es')).toBe(
    'parte de los expertos de Tallin: Tallinn Manual 2.0, rule 22',
  )
})

it('knows what names nobody from whoever holds a side', () => {
  expect(said.filter((each) => !isHeldBy(each)).length).toBeGreaterThan(5)
  expect(isHeldBy('source: none')).toBe(false)
  expect(isHeldBy('a minority (rules base, CC-04)')).toBe(true)
})

it.each(['en', 'es'] as const)(
  'is held by nobody in the memorandum in %s where nothing is settled',
  (lang) => {
    const text = toMarkdown(memorandum(assess(quietModem, three, VIEWS), { lang }))
    expect(text).not.toMatch(
      /held by (?:not settled|source: none|the list)|sostenido por sin (?:resolver|fuente)/,
    )
    expect(text).toContain(
      lang === 'en'
        ? 'health or expression too, where many are affected: not settled (rules base, L-06)'
        : ': sin resolver (base de reglas, L-06)',
    )
  },
)
