import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What TAXII 2.1 asks, point by point, with the tests that show it: `checklist.md` beside this. */
type Row = { readonly number: number; readonly title: string; readonly file: string }

const ROOT = new URL('../../../../', import.meta.url)
const HERE = 'apps/node/test/taxii/'
const ALL = Array.from({ length: 95 }, (_, at) => at + 1)

const rows: readonly Row[] = readFileSync(new URL('checklist.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line): Row[] => {
    const [, number, , title, file] = line.split('|').map((cell) => cell.trim())
    return /^\d+$/.test(number ?? '')
      ? [{ number: Number(number), title: title!, file: file! }]
      : []
  })

const LITERAL = String.raw`'((?:[^'\\\n]|\\.)*)'`
const POINT = new RegExp(String.raw`\[\s*(\d+),\s*${LITERAL},\s*(?:async )?\(`, 'g')
const TEST = new RegExp(String.raw`\b(?:test|it)\(\s*${LITERAL},\s*(?:async )?\(`, 'g')
const NUMBERS = /^items ([\d, ]+):|\(([\d, ]+)\)$/

/** The tests that a file has, each under every number that it says it is of. */
function testsIn(file: string): readonly Row[] {
  const source = readFileSync(new URL(file, ROOT), 'utf8')
  const points = [...source.matchAll(POINT)].map(([, number, title]) => ({
    number: Number(number),
    title: title!,
    file,
  }))
  const tests = [...source.matchAll(TEST)].flatMap(([, title]) => {
    const [, before, after] = NUMBERS.exec(title!) ?? []
    const numbers = (before ?? after ?? '').match(/\d+/g) ?? []
    return numbers.map((number) => ({ number: Number(number), title: title!, file }))
  })
  return [...points, ...tests]
}

const keyOf = ({ number, title, file }: Row) => `${number} | ${title} | ${file}`
const files = [...new Set(rows.map(({ file }) => file))]
const tests = files.flatMap(testsIn)
const without = (some: readonly Row[], others: readonly Row[]) => {
  const keys = new Set(others.map(keyOf))
  return some.map(keyOf).filter((key) => !keys.has(key))
}

test('every point has a test, in the order of the points', () => {
  expect([...new Set(rows.map(({ number }) => number))]).toEqual(ALL)
})

test('every test that is named is there under its number, and every test that has a number is named', () => {
  expect(without(rows, tests)).toEqual([])
  expect(without(tests, rows)).toEqual([])
  expect(new Set(rows.map(keyOf)).size).toBe(rows.length)
})

test('a test that is not there, or is of another point, is found out', () => {
  const [first] = rows
  for (const wrong of [
    { ...first!, title: `${first!.title}, or not` },
    { ...first!, number: 2 },
    { ...first!, file: files.at(-1)! },
  ])
    expect(without([wrong], tests)).toEqual([keyOf(wrong)])
})

test('none of these tests is left out of the run', () => {
  for (const file of files) {
    const source = readFileSync(new URL(file, ROOT), 'utf8')
    expect([file, /\.(?:skip|todo|only|fails|skipIf|runIf)\b/.test(source)]).toEqual([file, false])
    const run = [...source.matchAll(/\btestPoints\(([^\n]+)/g)].map(([, words]) => words).join()
    for (const [, points] of source.matchAll(/const (\w+): readonly Point\[\]/g))
      expect([file, points, new RegExp(String.raw`\b${points}\b`).test(run)]).toEqual([
        file,
        points,
        true,
      ])
  }
  expect(files.filter((file) => file.startsWith(HERE)).length).toBeGreaterThan(5)
})
