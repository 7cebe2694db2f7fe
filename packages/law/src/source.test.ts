import { describe, expect, it } from 'vitest'
import { findSource, SOURCES } from './index.ts'

describe('every source', () => {
  it.each(SOURCES.map((source) => [source.id, source] as const))(
    '%s says where it is from, in both languages, and how far it was read',
    (id, source) => {
      expect(findSource(id)).toBe(source)
      expect(source.url ?? source.seenAt).toBeTruthy()
      expect(source.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      for (const text of [...Object.values(source.citation), ...Object.values(source.restatement)])
        expect(text.trim()).not.toBe('')
    },
  )
  it('has an id of its own', () => {
    expect(new Set(SOURCES.map(({ id }) => id)).size).toBe(SOURCES.length)
  })
  it('is looked up by its id and by nothing else', () => {
    expect(findSource('none')).toBeUndefined()
    expect(findSource('constructor')).toBeUndefined()
  })
  it('quotes nothing that was not read', () => {
    for (const { quote, verification } of SOURCES)
      if (quote !== undefined) expect(verification).toBe('text-seen')
  })
})
