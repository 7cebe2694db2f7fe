import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doublesKey } from './doubled-key.ts'

const doubles = (text: string) => doublesKey(text, JSON.parse(text))

describe('a key', () => {
  it.each([
    ['{"a":1,"a":1}'],
    ['{"a":1,"\\u0061":2}'],
    ['[{"b":{"a":[],"c":0,"a" \n: {}}}]'],
    ['{"\\\\":1,"\\\\":"\\":"}'],
    ['{"__proto__":1,"__proto__":2}'],
  ])('stands twice in %s', (text) => {
    expect(doubles(text)).toBe(true)
  })
  it.each([
    ['{"a":{"a":"a"}}'],
    ['[{"a":1},{"a":1}]'],
    ['{"a":"\\"a\\":","b":"\\\\"}'],
    ['{"":":","a":[":"]}'],
    ['"a"'],
    ['1'],
  ])('stands once in %s', (text) => {
    expect(doubles(text)).toBe(false)
  })
  it('stands once in whatever the platform writes, in any layout', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, layout) => {
        expect(doubles(JSON.stringify(value, null, layout))).toBe(false)
      }),
    )
  })
})
