import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QUERY_LIMITS, readQuery, writeTerm, type Query } from './query.ts'

const ID = 'indicator--0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4d'
const read = (text: string): Query => {
  const query = readQuery(text)
  if ('expected' in query) throw new Error(`expected a query, got ${JSON.stringify(query)}`)
  return query
}
const terms = (text: string) => read(text).terms.map(({ key, value, not }) => ({ key, value, not }))

describe('a query', () => {
  test('has conditions and words in any order', () => {
    expect(read('wiper type:indicator  "remote client" tlp:amber')).toEqual({
      terms: [
        { key: 'type', value: 'indicator', not: false, from: 6, to: 20 },
        { key: 'tlp', value: 'amber', not: false, from: 38, to: 47 },
      ],
      words: ['wiper', 'remote client'],
      ids: [],
    })
  })

  test('reads points in time: later or earlier, by hours, days, weeks or a day', () => {
    expect(terms('seen:>7d seen:<2w modified:36h seen:>2026-11-01 seen:<2024-02-29')).toEqual([
      { key: 'seen', value: { side: 'later', hoursAgo: 168 }, not: false },
      { key: 'seen', value: { side: 'earlier', hoursAgo: 336 }, not: false },
      { key: 'modified', value: { side: 'later', hoursAgo: 36 }, not: false },
      { key: 'seen', value: { side: 'later', day: '2026-11-01' }, not: false },
      { key: 'seen', value: { side: 'earlier', day: '2024-02-29' }, not: false },
    ])
  })

  test('asks what may be done with an object, however the word is written', () => {
    expect(terms('pap:red -pap:PAP:CLEAR pap:none')).toEqual([
      { key: 'pap', value: 'red', not: false },
      { key: 'pap', value: 'clear', not: true },
      { key: 'pap', value: 'none', not: false },
    ])
    expect(readQuery('x pap:purple')).toEqual({ expected: 'pap', got: 'purple', from: 2, to: 12 })
  })

  test('takes a condition back with a hyphen, and a value with spaces in quotes', () => {
    expect(terms('-type:relationship from:"my file.json" IS:Revoked tlp:TLP:AMBER+STRICT')).toEqual(
      [
        { key: 'type', value: 'relationship', not: true },
        { key: 'from', value: 'my file.json', not: false },
        { key: 'is', value: 'revoked', not: false },
        { key: 'tlp', value: 'amber+strict', not: false },
      ],
    )
  })

  test('takes ids, addresses and links for what they are', () => {
    expect(read(`${ID} https://example.net/a fe::1 2001:db8::1 sha256:ab a:b`)).toEqual({
      terms: [],
      words: ['https://example.net/a', 'fe::1', '2001:db8::1', 'sha256:ab', 'a:b'],
      ids: [ID],
    })
  })

  test('takes a lone quote for a sign', () => {
    for (const text of ['"calm', 'ca"lm', '"'])
      expect(read(text)).toEqual({ terms: [], words: [text], ids: [] })
  })

  test.each([
    ['wiper kind:indicator', { expected: 'key', got: 'kind', from: 6, to: 20 }],
    ['tlp:purple', { expected: 'tlp', got: 'purple', from: 0, to: 10 }],
    ['a tlp:', { expected: 'tlp', got: '', from: 2, to: 6 }],
    ['seen:yesterday', { expected: 'seen', got: 'yesterday', from: 0, to: 14 }],
    ['seen:>2026-02-30', { expected: 'seen', got: '>2026-02-30', from: 0, to: 16 }],
    ['modified:>99999d', { expected: 'modified', got: '>99999d', from: 0, to: 16 }],
    ['is:good', { expected: 'is', got: 'good', from: 0, to: 7 }],
    ["type:x'y", { expected: 'type', got: "x'y", from: 0, to: 8 }],
    ['from:"my file', { expected: 'quote', got: 'my file', from: 0, to: 13 }],
    ['by:""', { expected: 'by', got: '', from: 0, to: 5 }],
  ])('%s is told what was expected, and where', (text, fault) => {
    expect(readQuery(text)).toEqual(fault)
  })

  test('has a length and a number of parts', () => {
    const { characters, parts } = QUERY_LIMITS
    expect(readQuery('x'.repeat(characters + 1))).toMatchObject({ expected: 'shorter' })
    expect(readQuery('x '.repeat(parts))).toMatchObject({ words: { length: parts } })
    expect(readQuery('x '.repeat(parts + 1))).toMatchObject({ expected: 'fewer', from: 100 })
  })

  test('of whatever text ends, and every span lies in the text, in order', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('type:', 'seen:>', '"', ' ', '-', ':', 'tlp:red', 'from:"a b"', ID),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('').slice(0, 900)
        const query = readQuery(text)
        const spans = 'expected' in query ? [query] : query.terms
        let last = 0
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          last = to
        }
      }),
    )
  })

  test('reads a condition as it is written', () => {
    const value = fc.stringMatching(/^[a-z.][a-z. -]{0,20}[a-z.]$/)
    fc.assert(
      fc.property(value, (file) => {
        expect(terms(writeTerm('from', file))).toEqual([{ key: 'from', value: file, not: false }])
      }),
    )
  })
})
