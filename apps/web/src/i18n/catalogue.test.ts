import { findTerm, type Language } from '@entente/lexicon'
import { ISSUE_WORDS, READING_WORDS } from '@entente/law'
import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { en } from './en/index.ts'
import { es } from './es/index.ts'

const namesIn = (message: string, pattern: RegExp) =>
  [...new Set([...message.matchAll(pattern)].map(([, name]) => name ?? ''))].toSorted()

/** Names of the values that a message uses, however deep, and of its tags. */
const valuesOf = (message: string) => namesIn(message, /\{\s*([a-zA-Z]+)\s*[,}]/g)
const tagsOf = (message: string) => namesIn(message, /<([a-z]+)>/g)
const placeholders = (message: string) => [...valuesOf(message), ...tagsOf(message)]

describe('the catalogues', () => {
  it('say the same things in English and in Spanish', () => {
    expect(Object.keys(es).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  it('name the issues of a view and what is held on them as the memorandum does', () => {
    for (const [lang, catalogue] of [
      ['en', en],
      ['es', es],
    ] as const) {
      const named = (prefix: string, words: typeof ISSUE_WORDS | typeof READING_WORDS) =>
        Object.entries(words).map(([id, word]) => [`${prefix}.${id}`, word[lang]])
      expect(catalogue).toMatchObject(
        Object.fromEntries([...named('issue', ISSUE_WORDS), ...named('reading', READING_WORDS)]),
      )
    }
  })

  it('leave nothing empty in either language', () => {
    for (const catalogue of [en, es])
      expect(Object.entries(catalogue).filter(([, message]) => message.trim() === '')).toEqual([])
  })

  it('fill every message with the same values in both', () => {
    const ids = Object.keys(en) as (keyof typeof en)[]
    const differ = ids.filter((id) => placeholders(en[id]).join() !== placeholders(es[id]).join())
    expect(differ).toEqual([])
  })

  it.each([
    ['en-GB', en],
    ['es-ES', es],
  ] as const)('can all be written in %s', (locale, messages) => {
    const intl = createIntl({
      locale,
      messages,
      onError: (error) => {
        throw error
      },
    })
    for (const [id, message] of Object.entries(messages)) {
      const values = Object.fromEntries(valuesOf(message).map((name) => [name, 1]))
      const tags = Object.fromEntries(
        tagsOf(message).map((name) => [name, (chunks: unknown[]) => chunks.join('')]),
      )
      const written = intl.formatMessage({ id: id as keyof typeof en }, { ...values, ...tags })
      expect(written, id).not.toMatch(/[{}]/)
    }
  })
})

describe('the common language', () => {
  const words = (messages: Record<string, string>, prefix: string, language: Language) =>
    Object.entries(messages).flatMap(([id, said]) => {
      const term = id.startsWith(prefix) ? findTerm(id.slice(prefix.length)) : undefined
      return term ? [[id, said, term.label[language].toLowerCase()] as const] : []
    })

  it.each([
    ['voices', 'voice.'],
    ['standings', 'standing.'],
    ['rules', 'rule.'],
    ['roles', 'role.'],
  ])('calls %s on the page what the lexicon calls them', (_, prefix) => {
    for (const [language, messages] of [
      ['en', en],
      ['es', es],
    ] as const) {
      const compared = words(messages, prefix, language)
      expect(compared.length).toBeGreaterThan(2)
      for (const [id, said, term] of compared) expect(said, id).toBe(term)
    }
  })
})

describe('the letters of the voices', () => {
  it.each([
    ['English', en],
    ['Spanish', es],
  ] as const)('differ from one another in %s', (_, catalogue) => {
    const letters = Object.entries(catalogue)
      .filter(([id]) => id.startsWith('voice.letter.'))
      .map(([, letter]) => letter)
    expect(new Set(letters).size).toBe(letters.length)
    expect(letters).toHaveLength(8)
  })
})
