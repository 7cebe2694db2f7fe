import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { compare, layOut } from './compare.ts'

describe('two contents under one id', () => {
  test('stand side by side with only their difference shown', () => {
    const left = '{"a":1,"b":2,"c":3,"d":4,"e":5,"name":"wiper","z":[]}'
    const right = '{"a":1,"b":2,"c":3,"d":4,"e":5,"name":"Wiper, variant 2","z":[]}'
    expect(compare(left, right)).toEqual([
      { kind: 'skipped', lines: 4 },
      { kind: 'same', left: '  "d": 4,', right: '  "d": 4,' },
      { kind: 'same', left: '  "e": 5,', right: '  "e": 5,' },
      { kind: 'other', left: '  "name": "wiper",', right: '  "name": "Wiper, variant 2",' },
      { kind: 'same', left: '  "z": []', right: '  "z": []' },
      { kind: 'same', left: '}', right: '}' },
    ])
  })

  test('that differ in white space alone show no difference in their members', () => {
    const rows = compare('{"a":1,"b":[2]}', '{\n "a" : 1, "b": [ 2 ] }')
    expect(rows).toEqual([{ kind: 'skipped', lines: 6 }])
  })
})

describe('laying out', () => {
  test('leaves numbers as they were written', () => {
    expect(layOut('{"n":1.10,"big":12345678901234567890}')).toContain('12345678901234567890')
    expect(layOut('{"n":1.10}')).toContain('1.10')
  })

  test('changes nothing that JSON can say', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(layOut(text))).toEqual(JSON.parse(text))
      }),
    )
  })
})
