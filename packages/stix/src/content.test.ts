import { describe, expect, it } from 'vitest'
import { contentOf } from './content.ts'

const read = (text: string) => JSON.parse(text) as Record<string, unknown>
const same = (left: string, right: string) => {
  const content = contentOf(read(left))
  return content !== undefined && content === contentOf(read(right))
}

describe('two objects say the same', () => {
  it('whatever their layout and the order of their members', () => {
    expect(
      same('{"a":1,"b":[{"c":"d","e":null}]}', '{ "b": [{"e":null, "c":"\\u0064"}], "a":1.0 }'),
    ).toBe(true)
  })
  it('where one leaves out what holds anyway', () => {
    expect(same('{"a":1}', '{"a":1,"revoked":false}')).toBe(true)
    expect(same('{"a":1,"defanged":false}', '{"a":1}')).toBe(true)
  })
})

describe('two objects differ', () => {
  it.each([
    ['{"a":1}', '{"a":2}'],
    ['{"a":1}', '{"a":"1"}'],
    ['{"a":1}', '{"a":1,"b":1}'],
    ['{"a":1,"b":1}', '{"a":1}'],
    ['{"a":[1,2]}', '{"a":[2,1]}'],
    ['{"a":[]}', '{"a":{}}'],
    ['{"a":{}}', '{"a":[]}'],
    ['{"a":null}', '{"a":{}}'],
    ['{"a":{}}', '{"a":null}'],
    ['{"a":1,"revoked":true}', '{"a":1}'],
    ['{"a":{"revoked":false}}', '{"a":{}}'],
    ['{"__proto__":1}', '{"toString":1}'],
  ])('%s from %s', (left, right) => expect(same(left, right)).toBe(false))

  it('where their numbers only read the same: both are kept rather than one lost', () => {
    expect(same('{"a":9007199254740993}', '{"a":9007199254740992}')).toBe(false)
    expect(same('{"a":1e999}', '{"a":2e999}')).toBe(false)
    expect(same('{"a":0.5}', '{"a":5e-1}')).toBe(true)
  })
})
