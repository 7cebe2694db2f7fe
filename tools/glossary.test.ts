import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { glossary } from './glossary.ts'

describe('GLOSSARY.md', () => {
  it('is what the lexicon says today (npm run glossary)', () => {
    expect(readFileSync(new URL('../GLOSSARY.md', import.meta.url), 'utf8')).toBe(glossary())
  })
  it('links every relation to a heading that exists', () => {
    const text = glossary()
    const anchors = new Set(
      [...text.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      ),
    )
    for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g))
      expect(anchors).toContain(anchor)
  })
})
