import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUtf8 } from '@entente/log'
import { sharedPath } from '../../../tools/shared.ts'
import { canonical, MOST_BYTES, MOST_DEPTH, parseCanonical } from './canonical.ts'

const coded = (code: string) => expect.objectContaining({ name: 'AccordError', code })
const LEFT_OUT = 'left out: ../shared is not here'

const jcs = sharedPath('vectors/json-canonicalization/testdata')
describe.skipIf(!jcs)(jcs ? 'the vectors of RFC 8785' : `RFC 8785, ${LEFT_OUT}`, () => {
  const names = jcs ? readdirSync(join(jcs, 'input')).map((name) => name.slice(0, -5)) : []
  const inputOf = (name: string) => readFileSync(join(jcs!, 'input', `${name}.json`), 'utf8')
  const outputOf = (name: string) => readFileSync(join(jcs!, 'output', `${name}.json`), 'utf8')

  it('are six', () => expect(names).toHaveLength(6))
  it.each(names)('have the canonical bytes of %s', (name) => {
    const written = canonical(JSON.parse(inputOf(name)))
    expect(written).toBe(outputOf(name))
    const hex = readFileSync(join(jcs!, 'outhex', `${name}.txt`), 'utf8').replaceAll(/\s/g, '')
    expect(Buffer.from(written).toString('hex')).toBe(hex)
    expect(parseCanonical(toUtf8(written))).toEqual(JSON.parse(inputOf(name)))
    expect(() => parseCanonical(toUtf8(inputOf(name)))).toThrow(coded('json.not-canonical'))
  })
})

/** The constants that stand before the generated numbers, in the words of upstream's README. */
function constants(readme: string): bigint[] {
  const [, list] = /staticU64s = new BigUint64Array\(\[([^\]]*)\]\)/.exec(readme) ?? []
  return [...list!.matchAll(/0x([0-9a-f]{16})n/g)].map(([, hex]) => BigInt(`0x${hex}`))
}

/** The sequence of doubles that upstream's README lays down, as their bits. */
function* doubles(readme: string): Generator<DataView> {
  const view = new DataView(new ArrayBuffer(8))
  const bits = (number: bigint) => {
    view.setBigUint64(0, number)
    return view
  }
  for (const number of constants(readme)) yield bits(number)
  for (let at = 0n; at < 2000n; at++) yield bits(0x0010000000000000n + at)
  let block: Uint8Array = new Uint8Array(32)
  for (;;) {
    block = createHash('sha256').update(block).digest()
    const four = new DataView(block.buffer, block.byteOffset, 32)
    for (let at = 0; at < 32; at += 8) {
      // Little-endian, as on the machine that made the digests.
      const number = four.getFloat64(at, true)
      if (number !== 0 && Number.isFinite(number)) yield bits(four.getBigUint64(at, true))
    }
  }
}

const sums = sharedPath('vectors/extracted/es6-number-checksums.json')
describe.skipIf(!jcs || !sums)(sums ? 'numbers' : `numbers, ${LEFT_OUT}`, () => {
  it('are written as ECMAScript writes them, a million of them', () => {
    const readme = readFileSync(join(jcs!, 'README.md'), 'utf8')
    const { lines } = JSON.parse(readFileSync(sums!, 'utf8')) as { lines: Record<string, string> }
    expect(Object.keys(lines)).toEqual(['1000', '10000', '100000', '1000000'])
    const digest = createHash('sha256')
    const reached: Record<string, string> = {}
    let count = 0
    let piece = ''
    for (const view of doubles(readme)) {
      piece += `${view.getBigUint64(0).toString(16)},${canonical(view.getFloat64(0))}\n`
      count++
      if (count % 1000 > 0) continue
      digest.update(piece)
      piece = ''
      if (lines[count]) reached[count] = digest.copy().digest('hex')
      if (count === 1_000_000) break
    }
    expect(reached).toEqual(lines)
  })
})

describe('the canonical form', () => {
  it('has the numbers of RFC 8785 appendix B', () => {
    const table: readonly (readonly [string, string])[] = [
      ['0000000000000000', '0'],
      ['8000000000000000', '0'],
      ['0000000000000001', '5e-324'],
      ['8000000000000001', '-5e-324'],
      ['7fefffffffffffff', '1.7976931348623157e+308'],
      ['ffefffffffffffff', '-1.7976931348623157e+308'],
      ['4340000000000000', '9007199254740992'],
      ['c340000000000000', '-9007199254740992'],
      ['4430000000000000', '295147905179352830000'],
      ['44b52d02c7e14af5', '9.999999999999997e+22'],
      ['44b52d02c7e14af6', '1e+23'],
      ['44b52d02c7e14af7', '1.0000000000000001e+23'],
      ['444b1ae4d6e2ef4e', '999999999999999700000'],
      ['444b1ae4d6e2ef4f', '999999999999999900000'],
      ['444b1ae4d6e2ef50', '1e+21'],
      ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
      ['3eb0c6f7a0b5ed8d', '0.000001'],
      ['41b3de4355555553', '333333333.3333332'],
      ['41b3de4355555554', '333333333.33333325'],
      ['41b3de4355555555', '333333333.3333333'],
      ['41b3de4355555556', '333333333.3333334'],
      ['41b3de4355555557', '333333333.33333343'],
      ['becbf647612f3696', '-0.0000033333333333333333'],
      ['43143ff3c1cb0959', '1424953923781206.2'],
    ]
    for (const [bits, text] of table) {
      const number = Buffer.from(bits, 'hex').readDoubleBE()
      expect(canonical(number), bits).toBe(text)
    }
    for (const bits of ['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])
      expect(() => canonical(Buffer.from(bits, 'hex').readDoubleBE())).toThrow(
        coded('json.malformed'),
      )
  })

  it('sorts keys by UTF-16 code units, as RFC 8785 section 3.2.3 does', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const value = Object.fromEntries(keys.map((key) => [key, 0]))
    expect(Object.keys(JSON.parse(canonical(value)) as object).toSorted()).toHaveLength(7)
    const written = canonical(value).matchAll(/"((?:\\.|[^"\\])*)":/gu)
    expect([...written].map(([, key]) => JSON.parse(`"${key}"`) as string)).toEqual([
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ])
  })

  it.each([
    ['a lone surrogate', ['\ud800']],
    ['a lone surrogate as a key', { '\udead': 1 }],
    ['undefined', { a: undefined }],
    ['a hole', Array<number>(2)],
    ['a whole number without end', 1n],
    ['a class', new Map()],
    ['a date', new Date(0)],
    ['a function', [() => 1]],
    ['not a number', Number.NaN],
  ])('is refused to %s', (_, value) => {
    expect(() => canonical(value)).toThrow(coded('json.malformed'))
  })

  it.each([
    ['a doubled key', '{"a":1,"a":1}'],
    ['a doubled key of two values', '{"a":1,"a":2}'],
    ['a doubled key in another spelling', '{"a":1,"\\u0061":1}'],
    ['unsorted keys', '{"b":1,"a":2}'],
    ['numbers as keys in another order', '{"9":1,"10":2}'],
    ['white space', '{"a": 1}'],
    ['a line feed at the end', '{"a":1}\n'],
    ['a fraction of nothing', '[1.0]'],
    ['negative zero', '[-0]'],
    ['an exponent in capitals', '[1E2]'],
    ['a long number', '[0.1000000000000000055]'],
    ['a number too large', '[1e400]'],
    ['an escape too many', '["\\u0041"]'],
    ['an escaped slash', '["\\/"]'],
    ['an escape in capitals', '["\\u000B"]'],
    ['an escaped surrogate pair', '["\\ud83d\\ude00"]'],
  ])('is not %s', (_, text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow()
    expect(() => parseCanonical(toUtf8(text))).toThrow(coded('json.not-canonical'))
  })

  it.each([
    ['a lone surrogate', '["\\ud800"]'],
    ['a lone surrogate as a key', '{"\\udfff":1}'],
    ['two surrogates in the wrong order', '["\\ude00\\ud83d"]'],
    ['a byte order mark', '\ufeff{}'],
    ['nothing', ''],
    ['two values', '{}{}'],
    ['a comment', '{}//'],
  ])('is refused for %s', (_, text) => {
    expect(() => parseCanonical(toUtf8(text))).toThrow(coded('json.malformed'))
  })

  it.each([[[0x22, 0xff, 0x22]], [[0x22, 0xed, 0xa0, 0x80, 0x22]], [[0x22, 0xc1, 0x81, 0x22]]])(
    'is UTF-8, and %j is not',
    (bytes) => {
      expect(() => parseCanonical(Uint8Array.from(bytes))).toThrow(coded('json.malformed'))
    },
  )

  it('lies at most 32 levels deep, and is at most 1 MiB long', () => {
    const deep = (levels: number) => toUtf8(`${'['.repeat(levels)}${']'.repeat(levels)}`)
    expect(() => parseCanonical(deep(MOST_DEPTH))).not.toThrow()
    expect(() => parseCanonical(deep(MOST_DEPTH + 1))).toThrow(coded('json.too-deep'))
    expect(() => parseCanonical(deep(MOST_BYTES / 2))).toThrow(coded('json.too-deep'))
    expect(() => canonical(JSON.parse('['.repeat(33) + ']'.repeat(33)))).toThrow(
      coded('json.too-deep'),
    )
    expect(() => parseCanonical(new Uint8Array(MOST_BYTES + 1))).toThrow(coded('json.too-large'))
  })

  it('of a value is read as that value, and is the only bytes that are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), fc.nat(), (value, at) => {
        const text = canonical(value)
        const bytes = toUtf8(text)
        // JSON knows no negative zero.
        expect(parseCanonical(bytes)).toEqual(JSON.parse(JSON.stringify(value)))
        const place = at % (text.length + 1)
        const spaced = `${text.slice(0, place)} ${text.slice(place)}`
        let other: unknown
        try {
          other = parseCanonical(toUtf8(spaced))
        } catch {
          return
        }
        // Only inside a string is a space part of the value.
        expect(canonical(other)).not.toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
