import { expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { RULES } from '../src/countermeasure.ts'
import { SOURCES } from '../src/index.ts'
import { memorandum } from '../src/memorandum.ts'
import { toMarkdown } from '../src/memorandum/markdown.ts'
import { sanctionsDocument } from '../src/sanctions/document.ts'
import { seenAtIn } from '../src/seen-at.ts'
import { partsOf, textOf } from '../src/text.ts'
import { VIEWS } from '../src/views/views.ts'
import { quietModem, three } from './example.ts'

const said = [
  ...new Set(
    [...SOURCES, ...RULES.map(({ source }) => source)].flatMap(({ seenAt }) => seenAt ?? []),
  ),
]

/** Words that no name of a source has: whoever writes them says how one was seen. */
const OURS =
  /\b(?:general knowledge|public note|that the act|summaries|summary of|none: a|only|not read|in part|quoted|quoting|the notes|its end|second half|consolidated|copies of|where necessary|of attempts|want of|glossary|multilingual|paragraphs?|numbers?|document|the article|were seen)\b/

it('says in Spanish how a source was seen, and translates no source', () => {
  expect(said.filter((each) => OURS.test(each)).length).toBeGreaterThan(15)
  expect(said.filter((each) => !OURS.test(each)).length).toBeGreaterThan(5)
  for (const each of said) {
    expect(seenAtIn(each, 'en')).toBe(each)
    const spanish = seenAtIn(each, 'es')
    expect(textOf(spanish), each).not.toMatch(OURS)
    if (!OURS.test(each)) expect(textOf(spanish)).toBe(each)
    // What is not marked as English is Spanish.
    for (const { text, lang } of partsOf(spanish))
      if (lang === undefined) expect(text, each).not.toMatch(/\b(?:the|of|and|with|from|which)\b/)
  }
  expect(seenAtIn('quoted in Spacil 2023, p. 91; general knowledge', 'es')).toEqual([
    'citado en ',
    { text: 'Spacil 2023, p. 91', lang: 'en' },
    '; conocimiento general',
  ])
})

it('says it so in the memorandum and in the sanctions test', () => {
  const assessment = assess(quietModem, three, VIEWS)
  for (const written of [memorandum, sanctionsDocument]) {
    const text = toMarkdown(written(assessment, { lang: 'es' }))
    expect(text).toContain('conocimiento general')
    expect(text).not.toMatch(/; general knowledge|secondary summaries|consolidated text of/)
  }
})
