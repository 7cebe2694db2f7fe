import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { bracket, letters, ofSeveral, seen, type Thing } from '../test/observation.ts'
import { indexPatterns } from './pattern-index.ts'
import { matchPattern } from './pattern-match.ts'
import type { Observed } from './pattern-observed.ts'

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

  test('joins repetitions that are further apart than each may last', () => {
    const pair = `(${bracket('a')} AND ${bracket('b')}) WITHIN 5 SECONDS`
    const { see } = indexPatterns([
      { id: 'pairs', pattern: `${pair} REPEATS 2 TIMES` },
      { id: 'near', pattern: `${pair} REPEATS 2 TIMES WITHIN 50 SECONDS` },
    ])
    const at = (second: number, is: string) =>
      see(seen(second, [{ type: 'x', is }])).map(({ id }) => id)
    expect([at(1, 'a'), at(2, 'b'), at(101, 'a')]).toEqual([[], [], []])
    expect(at(102, 'b')).toEqual(['pairs'])
    expect([at(141, 'a'), at(142, 'b')]).toEqual([[], ['near']])
  })

  test('joins what comes late, whatever came in between', () => {
    const { see } = indexPatterns([
      { id: 'both', pattern: `(${bracket('a')} AND ${bracket('b')}) WITHIN 5 SECONDS` },
    ])
    const at = (second: number, is: string) =>
      see(seen(second, [{ type: 'x', is }])).map(({ id }) => id)
    expect([at(1, 'a'), at(1_000, 'a'), at(3, 'b')]).toEqual([[], [], ['both']])
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
        all.map(([second, things], at) =>
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

  test('goes on without one that can be met in too many ways, and finds all others', () => {
    const a = bracket('a')
    const never = "START t'1999-01-01T00:00:00Z' STOP t'2000-01-01T00:00:00Z'"
    const index = indexPatterns([
      { id: 'dear', pattern: `(${Array.from({ length: 6 }, () => a).join(' AND ')}) ${never}` },
      { id: 'pair', pattern: `${a} FOLLOWEDBY ${bracket('c')}` },
      { id: 'good', pattern: a },
    ])
    const at = (second: number, is: string) =>
      index.see(seen(second, [{ type: 'x', is }])).map(({ id }) => id)
    for (let second = 0; second < 20; second++) expect(at(second, 'a')).toEqual(['good'])
    expect(index.refused).toMatchObject([{ id: 'dear', error: { code: 'pattern.too-large' } }])
    expect(at(20, 'c')).toEqual(['pair'])
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
