import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { indexPatterns } from './pattern-index.ts'
import { matchPattern } from './pattern-match.ts'
import { microseconds, observedIn, type Observed } from './pattern-observed.ts'

type Thing = Readonly<Record<string, unknown>>

/** One observation at so many seconds, of these objects. */
function seen(second: number, objects: readonly Thing[], more: Thing = {}): Observed {
  const time = new Date(Date.UTC(2026, 10, 27) + second * 1_000).toISOString()
  const named = objects.map((object, at) => ({ id: `x--${at}`, ...object }))
  const observed = {
    type: 'observed-data',
    id: `observed-data--${second}`,
    first_observed: time,
    last_observed: time,
    number_observed: 1,
    object_refs: named.map(({ id }) => id),
    ...more,
  }
  return observedIn([observed, ...named])[0]!
}

const meets = (pattern: string, ...objects: readonly Thing[]) =>
  matchPattern(pattern, [seen(0, objects)]) !== undefined

describe('one observation meets a pattern', () => {
  const file = {
    type: 'file',
    name: 'Évil.exe',
    size: 25_536,
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

const letters = ['a', 'b', 'c']
const bracket = (letter: string) => `[x:is = '${letter}']`

/** Patterns of several observations, with a parenthesis around whatever is joined or qualified. */
const ofSeveral = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...letters).map(bracket),
    fc
      .tuple(tie('any'), fc.constantFrom('AND', 'OR', 'FOLLOWEDBY'), tie('any'))
      .map((words) => `(${words.join(' ')})`),
    fc
      .tuple(tie('any'), fc.integer({ min: 1, max: 3 }))
      .map(([one, n]) => `(${one}) REPEATS ${n} TIMES`),
    fc
      .tuple(tie('any'), fc.integer({ min: 1, max: 4 }))
      .map(([one, n]) => `(${one}) WITHIN ${n} SECONDS`),
  ),
}))

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

describe('an index of patterns', () => {
  const value = fc.oneof(
    fc.constantFrom('evil.example', 'www.evil.example', 'good.example', 'EVIL', '198.51.100.7'),
    fc.constantFrom('198.51.100.0/25', '2001:db8::7', '2026-11-27T00:00:00.0Z', 7, true),
  )
  const comparison = fc
    .tuple(
      fc.constantFrom('a', 'b'),
      fc.constantFrom('v', 'w[*]', "d.'k-1'", 'to_ref.v'),
      fc.constantFrom(
        "= 'evil.example'",
        "!= 'EVIL'",
        "IN ('EVIL', '7')",
        '= true',
        '> 6',
        "LIKE '%evil%'",
        "LIKE 'evil.example'",
        "NOT LIKE '%evil%'",
        "MATCHES '(?i)evil'",
        "MATCHES '^(www|ftp)'",
        "MATCHES '[0-9]'",
        "ISSUBSET '198.51.100.0/24'",
        "ISSUPERSET '198.51.100.1'",
        "ISSUBSET '2001:db8::/32'",
        "= t'2026-11-27T00:00:00Z'",
      ),
    )
    .map(([type, path, rest]) => `${type}:${path} ${rest}`)
  const bracketOf = fc
    .array(fc.tuple(comparison, fc.constantFrom(' AND ', ' OR ')), { minLength: 1, maxLength: 3 })
    .map((all) => {
      const type = all[0]![0].split(':')[0]!
      // Joined by AND, only one type can be met.
      const same = all.map(([text]) => text.replace(/^\w+/, type))
      return `[${same.map((text, at) => `${at > 0 ? all[at]![1] : ''}${text}`).join('')}]`
    })
  const observation = fc
    .array(
      fc.record({
        type: fc.constantFrom('a', 'b'),
        v: value,
        w: fc.array(value),
        d: fc.record({ 'k-1': value }),
        to_ref: fc.constantFrom('x--0', 'x--1'),
      }),
      { maxLength: 3 },
    )
    .map((objects) => seen(1, objects))

  test('gives for every observation what each pattern alone gives', () => {
    const patterns = fc.array(
      fc.oneof(
        bracketOf,
        fc.tuple(bracketOf, bracketOf).map((all) => all.join(' OR ')),
      ),
      { minLength: 1, maxLength: 12 },
    )
    let met = 0
    fc.assert(
      fc.property(patterns, observation, (all, observed) => {
        const indicators = all.map((pattern, at) => ({ id: String(at), pattern }))
        const index = indexPatterns(indicators)
        expect(index.refused).toEqual([])
        const found = index.see(observed).map(({ id }) => Number(id))
        const expected = all.flatMap((pattern, at) =>
          matchPattern(pattern, [observed]) ? [at] : [],
        )
        met += expected.length
        expect(found.toSorted((a, b) => a - b)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
    expect(met).toBeGreaterThan(200)
  })

  test('finds a text that another text has in it', () => {
    const { see } = indexPatterns(
      ['xevily', 'evil', 'vil', 'ily'].map((id) => ({ id, pattern: `[a:v LIKE '%${id}%']` })),
    )
    const found = (v: string) => see(seen(1, [{ type: 'a', v }])).map(({ id }) => id)
    expect(found('xevilz').toSorted()).toEqual(['evil', 'vil'])
    expect(found('an xevily').toSorted()).toEqual(['evil', 'ily', 'vil', 'xevily'])
  })

  test('joins the observations of a stream, each in one match', () => {
    const { see } = indexPatterns([
      { id: 'often', pattern: `${bracket('a')} REPEATS 2 TIMES WITHIN 5 SECONDS` },
      { id: 'then', pattern: `${bracket('a')} FOLLOWEDBY ${bracket('b')}` },
    ])
    const at = (second: number, is: string) =>
      see(seen(second, [{ type: 'x', is }])).map(
        ({ id, observed }) => `${id} ${observed.map((one) => one.id.slice(15)).join()}`,
      )
    expect(at(1, 'a')).toEqual([])
    expect(at(6, 'a')).toEqual([])
    expect(at(8, 'a')).toEqual(['often 6,8'])
    expect(at(9, 'a')).toEqual([])
    expect(at(20, 'b')).toEqual(['then 1,20'])
  })

  test('gives of a stream what each pattern alone gives of what no match of it has used', () => {
    const time = (second: number) => `t'2026-11-27T00:00:0${second}Z'`
    const patterns = fc.array(
      fc.oneof(
        ofSeveral.any,
        fc
          .tuple(ofSeveral.any, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 9 }))
          .map(([one, from, to]) => `(${one}) START ${time(from)} STOP ${time(to)}`),
      ),
      { minLength: 1, maxLength: 6 },
    )
    const stream = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.subarray([...letters, 'z'])), {
        maxLength: 10,
      })
      .map((all) =>
        all
          .toSorted(([one], [other]) => one - other)
          .map(([second, things], at) =>
            seen(
              second,
              things.map((is) => ({ type: 'x', is })),
              { id: `observed-data--${at}` },
            ),
          ),
      )
    let [met, again] = [0, 0]
    fc.assert(
      fc.property(patterns, stream, (all, observations) => {
        const index = indexPatterns(all.map((pattern, at) => ({ id: String(at), pattern })))
        expect(index.refused).toEqual([])
        const left = all.map((): Observed[] => [])
        const before = all.map(() => 0)
        for (const observed of observations) {
          const found = new Map(index.see(observed).map((one) => [Number(one.id), one.observed]))
          for (const [at, pattern] of all.entries()) {
            left[at]!.push(observed)
            const together = matchPattern(pattern, left[at]!)
            expect(found.get(at), pattern).toEqual(together)
            if (!together) continue
            left[at] = left[at]!.filter((one) => !together.includes(one))
            met += 1
            if (together.length > 1) again += Number((before[at]! += 1) > 1)
          }
        }
      }),
      { numRuns: 400 },
    )
    expect(met).toBeGreaterThan(400)
    expect(again).toBeGreaterThan(20)
  })

  test.each<[string, Thing, Thing]>([
    [
      "[x509-certificate:serial_number = '36:f7' AND x509-certificate:issuer = 'CN=a']",
      { type: 'x509-certificate', serial_number: '36:f7', issuer: 'CN=a' },
      { type: 'x509-certificate', serial_number: '36:f7', issuer: 'CN=b' },
    ],
    [
      "[windows-registry-key:key = 'HKEY_USERS\\\\a' AND windows-registry-key:values[*].data = '1']",
      {
        type: 'windows-registry-key',
        key: 'HKEY_USERS\\a',
        values: [{ data: '0' }, { data: '1' }],
      },
      { type: 'windows-registry-key', key: 'HKEY_USERS\\a', values: [{ data: '0' }] },
    ],
    ["[mutex:name = 'a']", { type: 'mutex', name: 'a' }, { type: 'mutex', name: 'A' }],
    [
      "[email-message:is_multipart = false AND email-message:subject LIKE '%kiln%']",
      { type: 'email-message', is_multipart: false, subject: 'The kiln is hot' },
      { type: 'email-message', is_multipart: true, subject: 'The kiln is hot' },
    ],
    [
      "[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'[*] = 'a']",
      {
        type: 'network-traffic',
        extensions: { 'http-request-ext': { request_header: { 'User-Agent': ['b', 'a'] } } },
      },
      {
        type: 'network-traffic',
        extensions: { 'http-request-ext': { request_header: { 'User-Agent': ['b'] } } },
      },
    ],
  ])('trap 7: %s is met by what it describes, and by nothing near it', (pattern, yes, no) => {
    const index = indexPatterns([{ id: 'a', pattern }])
    expect(index.refused).toEqual([])
    expect(index.see(seen(1, [yes])).map(({ id }) => id)).toEqual(['a'])
    expect(index.see(seen(2, [no]))).toEqual([])
  })

  test('says which it refuses, and looks for the others', () => {
    const index = indexPatterns([
      { id: 'bad', pattern: '[a:b = ' },
      { id: 'dear', pattern: "[a:b NOT MATCHES '(x)\\\\1']" },
      { id: 'good', pattern: '[a:v = 7]' },
    ])
    expect(index.size).toBe(1)
    expect(index.refused.map(({ id, error }) => [id, error.code])).toEqual([
      ['bad', 'pattern.malformed'],
      ['dear', 'pattern.unsupported'],
    ])
    expect(index.see(seen(1, [{ type: 'a', v: 7 }]))).toMatchObject([{ id: 'good' }])
  })

  const cisa = sharedPath('data/cisa-stix21/cisa-AA23-325A-citrixbleed-lockbit.stix21.json')
  test.skipIf(cisa === undefined)(
    'trap 7: a published pattern of a name and a hash in capitals is met by one file that has both, as the standard compares texts: letter by letter',
    () => {
      const { objects } = JSON.parse(readFileSync(cisa!, 'utf8')) as { objects: Thing[] }
      const joined = objects.flatMap(
        ({ id, pattern }) =>
          /^\[\(file:name = '([^']+)'\) AND file:hashes\.'SHA-256' = '([0-9A-F]{64})'\]$/
            .exec(String(pattern))
            ?.slice(1)
            .concat(String(id), String(pattern)) ?? [],
      )
      expect(joined).toHaveLength(8)
      for (const at of [0, 4]) {
        const [name, hash = '', id = '', pattern = ''] = joined.slice(at, at + 4)
        const index = indexPatterns([{ id, pattern }])
        const found = (...all: readonly Thing[]) => index.see(seen(at, all)).map((one) => one.id)
        const hashes = { 'SHA-256': hash }
        expect(found({ type: 'file', name, hashes })).toEqual([id])
        expect(found({ type: 'file', name, hashes: { 'SHA-256': hash.toLowerCase() } })).toEqual([])
        expect(found({ type: 'file', name })).toEqual([])
        expect(found({ type: 'file', name: 'other', hashes })).toEqual([])
        // One file has the name, another the hash.
        expect(found({ type: 'file', name }, { type: 'file', name: 'other', hashes })).toEqual([])
      }
    },
  )
  test.skipIf(cisa === undefined)('finds what a published advisory looks for', () => {
    const { objects } = JSON.parse(readFileSync(cisa!, 'utf8')) as { objects: Thing[] }
    const indicators = objects.flatMap(({ id, pattern }) =>
      typeof pattern === 'string' ? [{ id: String(id), pattern }] : [],
    )
    const index = indexPatterns(indicators)
    expect([index.size, index.refused]).toEqual([18, []])
    for (const { id, pattern } of indicators) {
      const [, type = '', named] = /^\[([a-z0-9-]+):value = '([^']+)'\]$/.exec(pattern) ?? []
      if (named === undefined) continue
      const found = index.see(seen(1, [{ type, value: named }]))
      expect(found.map((one) => one.id)).toContain(id)
    }
  })
})
