import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inRows, readId, toWords } from './words.ts'

const idOf = (hex: string) => `sha256:${hex}`
const everyByte = Array.from({ length: 8 }, (_, row) =>
  idOf(Buffer.from(Array.from({ length: 32 }, (__, at) => row * 32 + at)).toString('hex')),
)
const WORDS = everyByte.flatMap(toWords)

describe('the words by which ids are compared', () => {
  test('are 256, in the order of the alphabet, so that a byte is a word', () => {
    expect(new Set(WORDS).size).toBe(256)
    expect(WORDS).toEqual(WORDS.toSorted())
    expect([WORDS[0], WORDS[255]]).toEqual(['actor', 'zombie'])
  })

  test('are short, without accents, and known by their first four letters', () => {
    expect(WORDS.filter((word) => !/^[a-z]{4,9}$/.test(word))).toEqual([])
    expect(new Set(WORDS.map((word) => word.slice(0, 4))).size).toBe(256)
  })

  test('differ from one another in three letters at least', () => {
    const near = WORDS.flatMap((one, at) =>
      WORDS.slice(at + 1)
        .filter((other) => distance(one, other) < 3)
        .map((other) => `${one} ${other}`),
    )
    expect(near).toEqual([])
  })
})

test('the specification lists the same words', () => {
  const spec = readFileSync(new URL('../../../../spec/charter.md', import.meta.url), 'utf8')
  const [, list = ''] = /^```\n([a-z\s]+)^```$/m.exec(spec) ?? []
  expect(list.trim().split(/\s+/)).toEqual(WORDS)
})

describe('an id', () => {
  const anyId = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => idOf(Buffer.from(bytes).toString('hex')))

  test('is the same said in digits and in words', () => {
    fc.assert(fc.property(anyId, (id) => readId(id) === id && readId(inRows(toWords(id))) === id))
  })

  test('is read as people write it down', () => {
    const said = toWords(idOf('00'.repeat(32)))
    expect(said).toEqual(Array.from({ length: 32 }, () => 'actor'))
    expect(readId(`  ${said.map((word) => word.toUpperCase()).join(', ')}. `)).toBe(
      idOf('00'.repeat(32)),
    )
  })

  test('is refused with a word missing, a word too many, an unknown word or half its digits', () => {
    const said = toWords(idOf('ab'.repeat(32)))
    for (const wrong of [
      said.slice(1).join(' '),
      [...said, said[0]].join(' '),
      ['entente', ...said.slice(1)].join(' '),
      idOf('ab'.repeat(16)),
      '',
    ])
      expect(() => readId(wrong), wrong).toThrow(expect.objectContaining({ code: 'id.malformed' }))
  })
})

/** How many letters have to be changed, put in or left out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1]
    for (const [j, other] of b.split('').entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
