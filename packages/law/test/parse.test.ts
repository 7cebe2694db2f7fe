import { describe, expect, it } from 'vitest'
import { LawError } from '../src/error.ts'
import { parseMeasure } from '../src/measure.ts'
import { parseView } from '../src/parse-view.ts'
import { quietModem, three } from './example.ts'

const codeOf = (read: () => unknown): string => {
  try {
    read()
    return 'read'
  } catch (error) {
    if (error instanceof LawError) return error.code
    throw error
  }
}
const fact = (value: unknown) => ({ value, assertedBy: 'XA', evidence: [] })
const graded = (grade: unknown) => ({ ...fact(true), grade })
const measure = (facts: unknown) => ({
  id: 'm',
  title: 'A measure',
  asOf: '2026-11-24',
  responsible: { code: 'XH', name: 'Hawthorn' },
  facts,
})

describe('a measure that somebody wrote', () => {
  it('is read as it was written', () => {
    expect(parseMeasure(JSON.parse(JSON.stringify(quietModem)))).toEqual(quietModem)
  })
  it('grades a fact on both axes of the Admiralty scale, and says which grades there are', () => {
    const read = parseMeasure(measure({ ceased: graded('F6') }))
    expect(read.facts.ceased?.grade).toBe('F6')
    expect(() => parseMeasure(measure({ ceased: graded('G7') }))).toThrow(
      'expected a grade of the Admiralty scale for ceased, as B2, got "G7"',
    )
  })
  it('may be of the day that a leap year has more', () => {
    expect(codeOf(() => parseMeasure({ ...measure({}), asOf: '2028-02-29' }))).toBe('read')
    expect(codeOf(() => parseMeasure({ ...measure({}), asOf: '2100-02-29' }))).toBe(
      'measure.malformed',
    )
  })
  it.each([
    ['nothing', undefined, 'measure.malformed'],
    ['a list', [], 'measure.malformed'],
    ['no title', { ...measure({}), title: ' ' }, 'measure.malformed'],
    ['a day that is none', { ...measure({}), asOf: '2026-13-01' }, 'measure.malformed'],
    ['a day that no month has', { ...measure({}), asOf: '2026-02-30' }, 'measure.malformed'],
    ['a year without that day', measure({ startsOn: fact('2026-02-29') }), 'fact.malformed'],
    ['an unknown fact', measure({ guilt: fact(true) }), 'fact.unknown'],
    ['a name of the language', measure({ constructor: fact(true) }), 'fact.unknown'],
    ['an answer that is not offered', measure({ object: fact('revenge') }), 'fact.malformed'],
    ['an inherited answer', measure({ object: fact('toString') }), 'fact.malformed'],
    ['a yes as a word', measure({ ceased: fact('yes') }), 'fact.malformed'],
    ['half a source', measure({ independentSources: fact(1.5) }), 'fact.malformed'],
    ['an empty demand', measure({ demands: fact('') }), 'fact.malformed'],
    ['a grade of one axis alone', measure({ ceased: graded('B') }), 'fact.malformed'],
    ['words without end', measure({ demands: fact('x'.repeat(8001)) }), 'fact.malformed'],
    ['a grade in words', measure({ ceased: graded('quite sure') }), 'fact.malformed'],
    ['a grade that is a number', measure({ ceased: graded(2) }), 'fact.malformed'],
    ['a fact that nobody asserts', measure({ ceased: { value: true } }), 'measure.malformed'],
    [
      'a nation twice',
      {
        ...measure({}),
        nations: [
          { code: 'XA', name: 'Alder' },
          { code: 'XA', name: 'Birch' },
        ],
      },
      'measure.malformed',
    ],
  ])('is refused for %s', (_what, json, code) => {
    expect(codeOf(() => parseMeasure(json))).toBe(code)
  })
})

describe('a view that a nation entered', () => {
  const view = (readings: unknown) => ({
    holder: { code: 'XA', name: 'Alder' },
    asOf: '2026-05-02',
    readings,
  })
  it('is unknown where it says nothing', () => {
    expect(parseView(view({})).readings.sovereignty).toEqual({ value: 'unknown', source: 'none' })
    expect(three.every(({ exercise }) => exercise)).toBe(true)
  })
  it.each([
    [
      'an issue that there is not',
      view({ honour: { value: 'rule', says: 'x', source: 'x' } }),
      'view.malformed',
    ],
    [
      'a value of another issue',
      view({ sovereignty: { value: 'binding', says: 'x', source: 'x' } }),
      'view.malformed',
    ],
    [
      'a reading without a source',
      view({ sovereignty: { value: 'rule', says: 'x' } }),
      'measure.malformed',
    ],
    [
      'a holder of another kind',
      { ...view({}), holder: { code: 'X', name: 'X', kind: 'person' } },
      'view.malformed',
    ],
  ])('is refused for %s', (_what, json, code) => {
    expect(codeOf(() => parseView(json))).toBe(code)
  })
})
