import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bracket, ofSeveral, seen, type Thing } from '../test/observation.ts'
import { matchPattern } from './pattern-match.ts'
import { microseconds, type Observed } from './pattern-observed.ts'

const meets = (pattern: string, ...objects: readonly Thing[]) =>
  matchPattern(pattern, [seen(0, objects)]) !== undefined

describe('one observation meets a pattern', () => {
  const file = {
    type: 'file',
    name: 'Évil.exe',
    size: 25_536,
    // As 1e400 is read.
    endless: Infinity,
    is_new: true,
    ctime: '2026-11-27T10:00:00.120Z',
    magic_number_hex: '4d5A',
    hashes: { 'SHA-256': 'ab'.repeat(32), MD5: 'cd'.repeat(16) },
    extensions: { 'windows-pebinary-ext': { sections: [{ entropy: 1.5 }, { entropy: 7.1 }] } },
  }

  // Section 9.6.1, and section 9.7 for paths.
  test.each([
    ["name = 'Évil.exe'", true],
    ["name = 'évil.exe'", false],
    ["name = 'E\u0301vil.exe'", false],
    ["name LIKE 'E\u0301v_l%'", true],
    ["name LIKE 'v_l%'", false],
    ["name NOT LIKE 'v_l%'", true],
    ["name MATCHES 'v.l\\\\.(exe|dll)$'", true],
    ["name NOT MATCHES '^v'", true],
    ["name IN ('a', 'Évil.exe')", true],
    ["name NOT IN ('a', 'Évil.exe')", false],
    ['name IN ()', false],
    ["name > 'Z'", true],
    ['size >= 25536', true],
    ['size > 25536.0', false],
    [`size < 1${'0'.repeat(309)}`, true],
    [`endless = 1${'0'.repeat(309)}`, true],
    [`endless > 1${'0'.repeat(309)}`, false],
    ['size < 1.5e', undefined],
    ["size = '25536'", false],
    ["size != '25536'", true],
    ["size < 'a'", false],
    ['is_new = true', true],
    ['is_new NOT = true', false],
    ["ctime = t'2026-11-27T10:00:00.12Z'", true],
    ["ctime < t'2026-11-27T10:00:00.1200001Z'", true],
    ["magic_number_hex = h'4D5a'", true],
    ["magic_number_hex = b'TVo='", true],
    ["magic_number_hex = 'MZ'", true],
    ["name = h'4D5a'", false],
    [`hashes.'SHA-256' = '${'ab'.repeat(32)}'`, true],
    [`hashes.MD5 != '${'00'.repeat(16)}'`, true],
    ["hashes.SSDEEP != '3:a'", false],
    ["missing NOT IN ('a')", false],
    ["extensions.'windows-pebinary-ext'.sections[*].entropy > 7", true],
    ["extensions.'windows-pebinary-ext'.sections[0].entropy > 7", false],
    ["extensions.'windows-pebinary-ext'.sections[2].entropy != 7", false],
  ])('as the standard has it: file:%s is %s', (comparison, expected) => {
    if (expected === undefined) expect(() => meets(`[file:${comparison}]`, file)).toThrow('column')
    else expect(meets(`[file:${comparison}]`, file)).toBe(expected)
  })

  test('by octets, however many there are', () => {
    const artifact = (payload_bin: string) => ({ type: 'artifact', payload_bin })
    const payload = `${'A'.repeat(12 * 1024 * 1024)}TVo=`
    expect(meets("[artifact:payload_bin MATCHES 'MZ$']", artifact(payload))).toBe(true)
    for (const broken of ['TVo', 'TV=o', 'T===', 'TVo=TVo=', 'TV o'])
      expect(meets("[artifact:payload_bin != 'x']", artifact(broken)), broken).toBe(false)
  })

  test('by networks of both families', () => {
    const address = (value: string) => ({ type: 'ip', value })
    for (const [value, operator, constant, expected] of [
      ['198.51.100.7', 'ISSUBSET', '198.51.100.0/24', true],
      ['198.51.101.7', 'ISSUBSET', '198.51.100.0/24', false],
      ['198.51.100.0/23', 'ISSUBSET', '198.51.100.0/24', false],
      ['198.51.100.0/23', 'ISSUPERSET', '198.51.100.0/24', true],
      ['2001:db8::7', 'ISSUBSET', '2001:DB8:0:0::/64', true],
      ['::ffff:198.51.100.7', 'ISSUBSET', '198.51.100.0/24', false],
      ['198.51.100.7', 'NOT ISSUBSET', '198.51.100.0/24', false],
      ['no address', 'ISSUBSET', '0.0.0.0/0', false],
      ['0198.51.100.7', 'ISSUBSET', '0.0.0.0/0', false],
    ] as const)
      expect(meets(`[ip:value ${operator} '${constant}']`, address(value)), value).toBe(expected)
  })

  test('by one and the same object, and by what it refers to', () => {
    const traffic = { type: 'network-traffic', dst_port: 443, dst_ref: 'x--1', body_refs: ['x--1'] }
    const address = { type: 'ipv4-addr', value: '198.51.100.7' }
    const other = { type: 'network-traffic', dst_port: 80 }
    const is = (pattern: string) => meets(pattern, traffic, address, other)
    const value = "network-traffic:dst_ref.value = '198.51.100.7'"
    expect(is(`[${value} AND network-traffic:dst_port = 443]`)).toBe(true)
    expect(is(`[${value} AND network-traffic:dst_port = 80]`)).toBe(false)
    expect(is(`[${value} AND ipv4-addr:value = '198.51.100.7']`)).toBe(false)
    expect(is("[network-traffic:dst_port = 1 OR ipv4-addr:value = '198.51.100.7']")).toBe(true)
    expect(is("[network-traffic:body_refs[*].value = '198.51.100.7']")).toBe(true)
    expect(is("[network-traffic:dst_ref = 'x--1']")).toBe(true)
    expect(is('[EXISTS network-traffic:dst_ref]')).toBe(true)
    expect(is('[EXISTS network-traffic:src_ref]')).toBe(false)
  })

  test('of STIX 2.0, whose references are keys', () => {
    const objects = { '0': { type: 'a', to_ref: '1' }, '1': { type: 'b', value: 7 } }
    const old = seen(0, [], { objects })
    expect(matchPattern('[a:to_ref.value = 7]', [old])).toEqual([old])
  })
})

test('times are the engine’s own, to the microsecond', () => {
  const day = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(day, (date) => {
      expect(microseconds(date.toISOString())).toBe(date.getTime() * 1_000)
    }),
  )
  expect(microseconds('1970-01-01T00:00:60.0000019Z')).toBe(60_000_001)
  expect(microseconds('2026-02-30T00:00:00Z')).toBeUndefined()
})

describe('several observations meet a pattern', () => {
  const of = (...all: readonly (readonly [number, string])[]) =>
    all.map(([second, is]) =>
      seen(
        second,
        Array.from(is).map((one) => ({ type: 'x', is: one })),
      ),
    )
  const ids = (pattern: string, observed: readonly Observed[]) =>
    matchPattern(pattern, observed)?.map(({ id }) => Number(id.split('--')[1]))
  const [a, b] = [bracket('a'), bracket('b')]

  test('each part by another, in order and within the time', () => {
    expect(ids(`${a} AND ${b}`, of([1, 'ab']))).toBeUndefined()
    expect(ids(`${a} AND ${b}`, of([1, 'ab'], [2, 'a']))).toEqual([2, 1])
    expect(ids(`${a} FOLLOWEDBY ${b}`, of([1, 'b'], [2, 'a']))).toBeUndefined()
    expect(ids(`${a} FOLLOWEDBY ${b}`, of([2, 'b'], [1, 'a']))).toEqual([1, 2])
    expect(ids(`(${a} AND ${b}) WITHIN 5 SECONDS`, of([1, 'a'], [6, 'b']))).toBeUndefined()
    expect(ids(`(${a} AND ${b}) WITHIN 5.001 SECONDS`, of([1, 'a'], [6, 'b']))).toEqual([1, 6])
    const stop = "START t'2026-11-27T00:00:01Z' STOP t'2026-11-27T00:00:02Z'"
    expect(ids(`${a} ${stop}`, of([0, 'a'], [1, 'a']))).toEqual([1])
    expect(ids(`${a} ${stop}`, of([0, 'a'], [2, 'a']))).toBeUndefined()
  })

  test('so often as it says, where one may have been observed several times', () => {
    const all = of([1, 'a'], [4, 'a'], [7, 'a'], [9, 'a'])
    expect(ids(`${a} REPEATS 3 TIMES WITHIN 6 SECONDS`, all)).toEqual([4, 7, 9])
    expect(ids(`${a} REPEATS 3 TIMES WITHIN 5 SECONDS`, all)).toBeUndefined()
    expect(ids(`${a} REPEATS 5 TIMES`, all)).toBeUndefined()
    // Neither the first two nor the last two: the one between is needed for the other part.
    const between = of([1, 'a'], [2, 'ab'], [3, 'a'])
    expect(ids(`${a} REPEATS 2 TIMES AND ${b}`, between)).toEqual([1, 3, 2])
    const thrice = [seen(1, [{ type: 'x', is: 'a' }], { number_observed: 3 })]
    expect(ids(`${a} REPEATS 3 TIMES`, thrice)).toEqual([1])
    expect(ids(`${a} REPEATS 1000000 TIMES`, thrice)).toBeUndefined()
  })

  test('so often as nobody counts: what is observed and asked a thousand million times', () => {
    const often = ['a', 'b'].map((is, at) =>
      seen(at, [{ type: 'x', is }], { number_observed: 999_999_999 }),
    )
    expect(ids(`${a} REPEATS 999999999 TIMES`, often)).toEqual([0])
    expect(ids(`(${a} AND ${b}) REPEATS 10000 TIMES`, often)).toEqual([0, 1])
    expect(() => ids(`(${a} AND ${b}) REPEATS 10001 TIMES`, often)).toThrow(
      expect.objectContaining({ code: 'pattern.too-large' }),
    )
  })

  test('whichever way is left: as trying every way finds it', () => {
    const events = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom('a', 'b', 'ab', 'c')),
      {
        maxLength: 5,
      },
    )
    let met = 0
    fc.assert(
      fc.property(ofSeveral.any, events, (text, all) => {
        const observed = of(...all)
        const expected = everyWay(text, all)
        met += Number(expected)
        expect(matchPattern(text, observed) !== undefined).toBe(expected)
      }),
      { numRuns: 1_500 },
    )
    expect(met).toBeGreaterThan(100)
  })
})

/** The text generated above read by its parentheses, every way kept: slow, and by other means. */
function everyWay(text: string, events: readonly (readonly [number, string])[]): boolean {
  let at = 0
  const ways = (): readonly (readonly number[])[] => {
    if (text[at] === '[') {
      const letter = text[at + 9]!
      at += 12
      return events.flatMap(([, is], place) => (is.includes(letter) ? [[place]] : []))
    }
    at += 1
    const left = ways()
    const word = /^ (AND|OR|FOLLOWEDBY) /.exec(text.slice(at))
    if (word) at += word[0].length
    const right = word ? ways() : []
    at += 1
    const time = (place: number) => events[place]![0]
    const apart = (one: readonly number[], other: readonly number[]) =>
      one.every((place) => !other.includes(place))
    if (word?.[1] === 'OR') return [...left, ...right]
    if (word)
      return left.flatMap((one) =>
        right
          .filter((other) => apart(one, other))
          .filter(
            (other) =>
              word[1] === 'AND' || Math.max(...one.map(time)) <= Math.min(...other.map(time)),
          )
          .map((other) => [...one, ...other]),
      )
    const qualifier = /^ (REPEATS|WITHIN) (\d) (?:TIMES|SECONDS)/.exec(text.slice(at))!
    at += qualifier[0].length
    const number = Number(qualifier[2])
    if (qualifier[1] === 'WITHIN')
      return left.filter((one) => Math.max(...one.map(time)) - Math.min(...one.map(time)) < number)
    let repeated: readonly (readonly number[])[] = [[]]
    for (let count = 0; count < number; count++) {
      const next = new Map<string, readonly number[]>()
      for (const one of repeated)
        for (const other of left.filter((way) => apart(one, way))) {
          const both = [...one, ...other].toSorted((x, y) => x - y)
          next.set(both.join(), both)
        }
      repeated = [...next.values()]
    }
    return repeated
  }
  return ways().length > 0
}
