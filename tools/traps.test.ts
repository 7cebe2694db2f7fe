import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/**
 * Traps of published data, by the numbers that their list has: one id with other contents (1), references to nowhere (2), old
 * and mixed versions (3), renumbered techniques (4), likeness that is no attribution (5), ways of marking (6), compound
 * patterns (7), catalogues against their own description (8), tables by hand (9), versions that cannot be compared (10),
 * warnings in prose (11), lists that disagree (12), what reports share (13).
 */
const TRAPS = Array.from({ length: 13 }, (_, at) => at + 1)

type Named = { readonly number: number; readonly place: string; readonly always: boolean }

const indentOf = (line: string) => line.length - line.trimStart().length

/** Whether nothing around a line, or before it in its own call, leaves it out where published data are not here. */
function isAlwaysRun(lines: readonly string[], at: number): boolean {
  let indent = indentOf(lines[at]!) + 1
  for (let line = at; line >= 0; line -= 1) {
    const text = lines[line]!
    if (text.trim() === '' || indentOf(text) >= indent) continue
    if (/\.(?:skipIf|runIf|skip|todo)\b/.test(text)) return false
    indent = indentOf(text)
  }
  return true
}

function trapsIn(source: string, file: string): readonly Named[] {
  const lines = source.split('\n')
  return lines.flatMap((line, at) => {
    const [, title] = /(?:\b(?:test|it)\(|\]\)\(|^\s*)'(trap \d[^\n]*)/.exec(line) ?? []
    const numbers = title?.split(':', 1)[0]!.match(/trap \d+/g) ?? []
    return numbers.map((number) => ({
      number: Number(number.slice('trap '.length)),
      place: `${file}:${at + 1}`,
      always: isAlwaysRun(lines, at),
    }))
  })
}

const root = fileURLToPath(new URL('..', import.meta.url))
const named = globSync('{apps,packages}/*/{src,test}/**/*.test.ts', { cwd: root })
  .toSorted()
  .flatMap((file) => trapsIn(readFileSync(`${root}${file}`, 'utf8'), file))

test.each(TRAPS)('trap %i has a test that runs wherever the tests do', (number) => {
  const own = named.filter((one) => one.number === number && one.always)
  expect(own.map(({ place }) => place)).not.toEqual([])
})

test('no test names another', () => {
  expect(named.filter(({ number }) => !TRAPS.includes(number))).toEqual([])
})

test('what is left out without published data is told from what is not', () => {
  const source = [
    "describe('a', () => {",
    "  test('trap 1: a', () => {",
    '  })',
    '})',
    "describe.skipIf(!data)('b', () => {",
    "  test('trap 2: b', () => {",
    '  })',
    '})',
    'describe.skipIf(!data)(',
    "  'c',",
    '  () => {',
    "    test.each(ALL)('c', () => {})",
    "    test('trap 2, trap 3: c', () => {",
    '    })',
    '  },',
    ')',
    'test.skipIf(!data)(',
    "  'trap 4: d',",
    ')',
    'test.each([',
    '  1,',
    "])('trap 5: e', () => {",
  ]
  expect(trapsIn(source.join('\n'), '').map(({ number, always }) => `${number} ${always}`)).toEqual(
    ['1 true', '2 false', '2 false', '3 false', '4 false', '5 true'],
  )
})
