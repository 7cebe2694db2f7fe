import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { both, either, type Finding, VALUES, type Value } from './finding.ts'

const found = (value: Value, ...ids: string[]): Finding => ({
  value,
  disputes: ids.map((id) => ({ id, about: { en: id, es: id }, sides: [] })),
})
const ids = ({ disputes }: Finding): string[] => disputes.map(({ id }) => id)

// By hand, from 2-domain: AND takes the worst (not-satisfied, unknown, disputed, satisfied), OR the best.
const TABLE: readonly (readonly [a: Value, b: Value, both: Value, either: Value])[] = [
  ['satisfied', 'satisfied', 'satisfied', 'satisfied'],
  ['satisfied', 'disputed', 'disputed', 'satisfied'],
  ['satisfied', 'unknown', 'unknown', 'satisfied'],
  ['satisfied', 'not-satisfied', 'not-satisfied', 'satisfied'],
  ['disputed', 'disputed', 'disputed', 'disputed'],
  ['disputed', 'unknown', 'unknown', 'disputed'],
  ['disputed', 'not-satisfied', 'not-satisfied', 'disputed'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
  ['unknown', 'not-satisfied', 'not-satisfied', 'unknown'],
  ['not-satisfied', 'not-satisfied', 'not-satisfied', 'not-satisfied'],
]

describe('findings put together', () => {
  it.each(TABLE)('%s and %s: all needed gives %s, one enough gives %s', (a, b, all, any) => {
    expect(both([found(a), found(b)]).value).toBe(all)
    expect(both([found(b), found(a)]).value).toBe(all)
    expect(either([found(a), found(b)]).value).toBe(any)
    expect(either([found(b), found(a)]).value).toBe(any)
  })
  it('cannot be made of nothing', () => {
    expect(() => both([])).toThrow('expected a finding to combine, got none')
  })
})

describe('for all findings', () => {
  const finding = fc
    .tuple(fc.constantFrom(...VALUES), fc.subarray(['p', 'q', 'r', 's']))
    .map(([value, disputes]) => found(value, ...disputes))
  const some = fc.array(finding, { minLength: 1, maxLength: 6 })
  it('no dispute is lost and none is made up', () => {
    fc.assert(
      fc.property(some, (findings) => {
        const all = new Set(findings.flatMap(ids))
        expect(new Set(ids(both(findings)))).toEqual(all)
        expect(new Set(ids(either(findings)))).toEqual(all)
      }),
    )
  })
  it('a better part never makes the whole worse', () => {
    fc.assert(
      fc.property(some, fc.nat(), (findings, pick) => {
        const at = pick % findings.length
        const better = findings.map((each, index) =>
          index === at
            ? { ...each, value: VALUES[Math.max(0, VALUES.indexOf(each.value) - 1)]! }
            : each,
        )
        for (const combine of [both, either])
          expect(VALUES.indexOf(combine(better).value)).toBeLessThanOrEqual(
            VALUES.indexOf(combine(findings).value),
          )
      }),
    )
  })
})
