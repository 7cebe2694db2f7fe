import { describe, expect, it } from 'vitest'
import { scan } from './scan.ts'
import { buildTrie } from './trie.ts'

const trie = buildTrie<string>(
  ['armed attack', 'threat or use of force', 'aaaaaaaaaaaaaaaa b', 'a a a a a a a a b'].map(
    (form) => [form, form] as const,
  ),
)

const looked = (text: string) =>
  scan(text, trie, { match: () => undefined, sentence: () => undefined })

// Each family tries to make the reading go back over what it has read.
const FAMILIES: readonly (readonly [string, (size: number) => string])[] = [
  ['the beginnings of a phrase', (n) => 'threat or use of '.repeat(n)],
  ['one word that is every word of a phrase', (n) => 'a '.repeat(n)],
  ['one endless word', (n) => 'a'.repeat(n)],
  ['a long gap in a phrase', (n) => `armed${' '.repeat(n)}attack`],
  ['many long gaps', (n) => `a${' '.repeat(100)}`.repeat(n / 50)],
  ['invisible characters', (n) => `armed${'\u200b'.repeat(n)} attack`],
  ['full stops', (n) => '.'.repeat(n)],
  ['full stops and spaces', (n) => `.${' '.repeat(40)}`.repeat(n / 40)],
  ['ends of lines', (n) => '\n'.repeat(n)],
  ['matches', (n) => 'armed attack. '.repeat(n)],
]

describe('reading a text', () => {
  it.each(FAMILIES)('takes work in proportion to its length: %s', (_name, make) => {
    const [small, large] = [make(2_000), make(16_000)]
    const growth = looked(large) / looked(small) / (large.length / small.length)
    expect(growth).toBeLessThan(1.2)
  })

  it('finds a phrase whatever the gap within it', () => {
    const found: string[] = []
    scan(`armed${' '.repeat(5_000)}attack`, trie, {
      match: (marks) => found.push(...marks),
      sentence: () => undefined,
    })
    expect(found).toEqual(['armed attack'])
  })

  it('takes no form that has nothing to be found by', () => {
    for (const form of ['', ' ', 'armed, attack', 'armed attack '])
      expect(() => buildTrie([[form, 1]]), form).toThrow(TypeError)
  })
})
