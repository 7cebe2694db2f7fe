import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { StixError } from './error.ts'
import { comparisonsOf, judgePattern, timingOf, type Verdict } from './pattern-judge.ts'
import { printPattern } from './pattern-print.ts'
import { parsePattern } from './pattern.ts'

type Vector = { readonly version: string; readonly pattern: string; readonly valid: boolean }

const vectors = sharedPath('vectors/stix-patterns.json')
const cisa = sharedPath('data/cisa-stix21/cisa-AA23-325A-citrixbleed-lockbit.stix21.json')
const published = vectors ? (JSON.parse(readFileSync(vectors, 'utf8')) as Vector[]) : []

function refusal(pattern: string): StixError {
  try {
    parsePattern(pattern)
  } catch (error) {
    if (error instanceof StixError) return error
    throw error
  }
  throw new Error(`expected ${pattern} to be refused`)
}

describe('a pattern', () => {
  test.skipIf(published.length === 0)(
    'is read or refused as the patterning validator of OASIS has it (169 vectors)',
    () => {
      expect(published).toHaveLength(169)
      const read = published.map(({ pattern }) => {
        try {
          parsePattern(pattern)
          return true
        } catch (error) {
          if (error instanceof StixError) return false
          throw error
        }
      })
      const wrong = published.filter(({ valid }, index) => valid !== read[index])
      expect(wrong).toEqual([])
    },
  )

  test.skipIf(cisa === undefined)(
    'of a published advisory is read: all 18 of CISA AA23-325A',
    () => {
      const { objects } = JSON.parse(readFileSync(cisa!, 'utf8')) as {
        objects: { pattern?: string }[]
      }
      const patterns = objects.flatMap(({ pattern }) => pattern ?? [])
      expect(patterns).toHaveLength(18)
      const properties = patterns.flatMap((pattern) =>
        comparisonsOf(parsePattern(pattern)).map(({ type, path }) => `${type}:${path.join('.')}`),
      )
      // Counted in the file by its text.
      expect(properties.filter((property) => property === 'ipv4-addr:value')).toHaveLength(15)
    },
  )

  test('gives its comparisons with type, path, operator and constants', () => {
    const pattern = `[file:hashes.'SHA-256' NOT IN ('${'a'.repeat(64)}', '${'b'.repeat(64)}') AND file:size >= 7] OR [x:y[*].z LIKE 'it\\'s']`
    expect(
      comparisonsOf(parsePattern(pattern)).map(({ type, path, operator, isNegated, constants }) => [
        type,
        path.join('/'),
        operator,
        isNegated,
        constants.map(({ value }) => value),
      ]),
    ).toEqual([
      ['file', 'hashes/SHA-256', 'IN', true, ['a'.repeat(64), 'b'.repeat(64)]],
      ['file', 'size', '>=', false, [7]],
      ['x', 'y/[*]/z', 'LIKE', false, ["it's"]],
    ])
  })

  test('has constants of one type in a set', () => {
    expect(() => parsePattern("[a:b IN (1, 1.5)] OR [a:b IN (h'00', b'AA==')]")).not.toThrow()
    expect(refusal("[a:b IN ('x', 7)]").message).toBe(
      'expected a string, as the first of these, got 7, at line 1, column 15 of the pattern',
    )
  })

  test('may ask whether a property is there at all, and negate any comparison', () => {
    expect(comparisonsOf(parsePattern('[EXISTS file:name AND file:size NOT = 7]'))).toMatchObject([
      { type: 'file', path: ['name'], operator: 'EXISTS', isNegated: false, constants: [] },
      { type: 'file', path: ['size'], operator: '=', isNegated: true },
    ])
    expect(refusal('[EXISTS file:name = 7]').message).toContain('expected ], got =')
  })

  test('binds AND before OR, and OR before FOLLOWEDBY', () => {
    const observation = parsePattern(
      '[a:b = 1 OR a:c = 2 AND a:d = 3] FOLLOWEDBY [e:f = 4] OR [g:h = 5]',
    )
    expect(observation).toMatchObject({
      kind: 'followed-by',
      of: [
        { kind: 'observed', test: { kind: 'or', of: [{ path: ['b'] }, { kind: 'and' }] } },
        { kind: 'or', of: [{ kind: 'observed' }, { kind: 'observed' }] },
      ],
    })
  })

  test('is refused with line and column', () => {
    expect(refusal("[ipv4-addr:value =\n  '198.51.100.7' AND ]")).toMatchObject({
      code: 'pattern.malformed',
      message: 'expected the type of an object, got ], at line 2, column 22 of the pattern',
    })
    expect(refusal('[a:b = ').message).toBe(
      'expected a constant, got the end, at line 1, column 8 of the pattern',
    )
    expect(refusal("[file:hashes.MD5 = 'f00']").message).toContain('expected 32 hex digits of MD5')
  })

  test('asks for a whole hash only where a whole one is compared', () => {
    for (const rest of ["LIKE 'd41d8%'", "MATCHES '^d41d8'", "NOT LIKE '%00'", "< 'd4'"])
      expect(() => parsePattern(`[file:hashes.MD5 ${rest}]`), rest).not.toThrow()
    for (const rest of ["!= 'f00'", "IN ('f00')"])
      expect(refusal(`[file:hashes.MD5 ${rest}]`).code, rest).toBe('pattern.malformed')
    // An algorithm of any name, also of one that every object of this language has.
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(() => parsePattern(`[file:hashes.'${name}' = 'f00']`), name).not.toThrow()
  })

  test('is bounded in length, depth and number of comparisons', () => {
    const deep = `${'('.repeat(100_00)}`
    const many = `[${Array.from({ length: 10_001 }, () => 'a:b=1').join(' OR ')}]`
    for (const pattern of [`[a:b = '${'x'.repeat(70_000)}']`, deep, many])
      expect(refusal(pattern).code).toBe('pattern.too-large')
  })

  test('of any text is read or refused, and nothing else is thrown', () => {
    const words = [
      '[',
      ']',
      '(',
      ')',
      "'a'",
      'a:b',
      '=',
      'IN',
      'AND',
      'OR',
      'NOT',
      'LIKE',
      '1',
      '.',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom(...words, 'WITHIN 5 SECONDS', ':', '*', ',', '/*', '"'))
        .map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(text, (pattern) => {
        try {
          parsePattern(pattern)
        } catch (error) {
          expect(error).toBeInstanceOf(StixError)
        }
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('a thing is judged by a pattern', () => {
  const judge = (pattern: string, known: Readonly<Record<string, Verdict>>) =>
    judgePattern(parsePattern(pattern), ({ path }) => known[path.join('.')] ?? 'unknown')

  test('by what is known of it: the rest leaves it open unless it is decided already', () => {
    const known = { yes: 'yes', no: 'no' } as const
    expect(judge('[a:yes = 1 AND a:other = 1]', known)).toBe('unknown')
    expect(judge('[a:no = 1 AND a:other = 1]', known)).toBe('no')
    expect(judge('[a:yes = 1 OR a:other = 1]', known)).toBe('yes')
    expect(judge('[a:no = 1] OR [a:other = 1]', known)).toBe('unknown')
    expect(judge('[a:no = 1 OR a:yes = 1] AND [a:yes = 1]', known)).toBe('yes')
  })

  test('never for certain where time, order or number is asked for', () => {
    const known = { yes: 'yes', no: 'no' } as const
    expect(judge('[a:yes = 1] REPEATS 5 TIMES', known)).toBe('unknown')
    expect(judge('[a:yes = 1] FOLLOWEDBY [a:yes = 2]', known)).toBe('unknown')
    expect(judge('[a:no = 1] WITHIN 5 SECONDS', known)).toBe('no')
    const timed = parsePattern('([a:b = 1] FOLLOWEDBY [a:c = 2] REPEATS 2 TIMES) WITHIN 5 SECONDS')
    expect(timingOf(timed).map(({ text }) => text)).toEqual([
      'WITHIN 5 SECONDS',
      'FOLLOWEDBY',
      'REPEATS 2 TIMES',
    ])
  })
})

describe('a pattern is printed', () => {
  // What text a part was read from is no part of what it says.
  const said = (pattern: string) =>
    JSON.parse(
      JSON.stringify(parsePattern(pattern), (key, value: unknown) => {
        if (key === 'text') return undefined
        return typeof value === 'number' ? (Object.is(value, -0) ? '-0' : String(value)) : value
      }),
    ) as unknown

  test.skipIf(published.length === 0)('so that every valid vector of OASIS reads the same', () => {
    for (const { pattern } of published.filter(({ valid }) => valid)) {
      const printed = printPattern(parsePattern(pattern))
      expect(said(printed), pattern).toEqual(said(pattern))
      expect(printPattern(parsePattern(printed))).toBe(printed)
    }
  })

  test('with no more spaces, quotes and parentheses than it needs', () => {
    expect(
      printPattern(
        parsePattern(
          `(( [ (a:'b'[*] . 'c-d' == 'it\\'s' OR (a:e<>+1.50)) AND EXISTS a:'NOT' ] )) WITHIN 5.0 SECONDS FOLLOWEDBY ([x:y NOT IN (h'0a', b'Cg==') OR x:y IN (t'2026-11-27T00:00:00Z') OR x:y IN (TRUE)])`,
        ),
      ),
    ).toBe(
      `[(a:b[*].'c-d' = 'it\\'s' OR a:e != 1.5) AND EXISTS a:'NOT'] WITHIN 5 SECONDS FOLLOWEDBY [x:y NOT IN (h'0a', b'Cg==') OR x:y IN (t'2026-11-27T00:00:00Z') OR x:y IN (true)]`,
    )
  })

  test('and whatever tree it has is read from it again', () => {
    const name = fc.oneof(fc.constantFrom('a', 'b-c', 'IN', "it's", '[*]', '\\'), fc.string())
    const path = fc
      .tuple(
        name,
        fc.array(
          fc.oneof(
            name.map((one) => `.${quote(one)}`),
            fc.constantFrom('[*]', '[0]'),
          ),
        ),
      )
      .map(([first, rest]) => `a-b:${quote(first)}${rest.join('')}`)
    const number = fc.oneof(
      fc.double({ noNaN: true }).map(plain),
      fc.constantFrom('-0', '0.00000000001', `9${'0'.repeat(400)}`, `-${'9'.repeat(25)}`),
    )
    const constant = fc.oneof(
      fc.string().map(quote),
      number,
      fc.constantFrom("h'00ff'", "b'AA=='", "t'2026-11-27T00:00:00.120Z'"),
    )
    const comparison = fc.oneof(
      fc.tuple(path, fc.constantFrom('=', '!=', '<', 'NOT >='), constant),
      fc.tuple(path, fc.constantFrom('LIKE', 'NOT MATCHES', 'ISSUBSET'), fc.string().map(quote)),
      fc.tuple(
        path,
        fc.constantFrom('IN', 'NOT IN'),
        fc
          .oneof(
            fc.array(fc.string().map(quote)),
            fc.array(number),
            fc.array(fc.constantFrom("h'00ff'", "b'AA=='")),
          )
          .map((all) => `(${all.join()})`),
      ),
      fc.tuple(fc.constant('EXISTS'), path),
    )
    const { observation } = fc.letrec<{ test: string; observation: string }>((tie) => ({
      test: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        comparison.map((words) => words.join(' ')),
        fc
          .tuple(tie('test'), fc.constantFrom('AND', 'OR'), tie('test'))
          .map((words) => words.join(' ')),
        tie('test').map((one) => `(${one})`),
      ),
      observation: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('test').map((one) => `[${one}]`),
        fc
          .tuple(tie('observation'), fc.constantFrom('AND', 'OR', 'FOLLOWEDBY'), tie('observation'))
          .map((words) => words.join(' ')),
        fc
          .tuple(
            tie('observation'),
            fc.subarray([
              'WITHIN 0.0000005 SECONDS',
              'WITHIN 9 SECONDS',
              'REPEATS 3 TIMES',
              "START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00Z'",
            ]),
          )
          .map(([one, qualifiers]) => [`(${one})`, ...qualifiers].join(' ')),
      ),
    }))
    fc.assert(
      fc.property(observation, (pattern) => {
        const printed = printPattern(parsePattern(pattern))
        expect(said(printed)).toEqual(said(pattern))
        expect(printPattern(parsePattern(printed))).toBe(printed)
      }),
      { numRuns: 1_000 },
    )
  })
})

const quote = (text: string) => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`

/** Digits without an exponent, as the language has them. */
const plain = (value: number) =>
  Number.isInteger(value) && Number.isFinite(value)
    ? BigInt(value).toString()
    : value.toFixed(20).replace('Infinity', '9'.repeat(310))
