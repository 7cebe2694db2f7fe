import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateObject } from '../src/validate.ts'
import { GOOD } from './example-objects.ts'

type Json = Readonly<Record<string, unknown>>

describe('whatever comes', () => {
  const json = fc.jsonValue({ maxDepth: 2 })
  const types = fc.constantFrom(...Object.keys(GOOD))
  const hostile = fc
    .tuple(
      types,
      fc.dictionary(fc.string(), json, { maxKeys: 3 }),
      fc.array(json, { maxLength: 4 }),
    )
    .map(([type, more, values]) => {
      const keys = Object.keys(GOOD[type]!)
      const changed = values.map((value, index) => [keys[(index * 7) % keys.length]!, value])
      return { ...GOOD[type], ...more, ...Object.fromEntries(changed) } as Json
    })

  it.each(Object.keys(GOOD))(
    'is answered where a stranger named members of %s like those of JavaScript',
    (type) => {
      for (const key of Object.keys(GOOD[type]!))
        for (const trap of ['toString', 'valueOf', 'constructor', '__proto__']) {
          const trapped = JSON.parse(`{"${trap}":false}`) as unknown
          expect(() => validateObject({ ...GOOD[type], [key]: trapped } as Json)).not.toThrow()
          expect(() => validateObject({ ...GOOD[type], [key]: [trapped] } as Json)).not.toThrow()
        }
    },
  )
  it('is answered, and each path leads to what it speaks of: 1,000 objects', () => {
    fc.assert(
      fc.property(hostile, (object) => {
        for (const { path, reason } of validateObject(object)) {
          expect(reason).not.toBe('')
          expect(path === '' || path.startsWith('.') || path.startsWith('[')).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
