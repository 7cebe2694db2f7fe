import fc from 'fast-check'
import { expect } from 'vitest'
import { validateObject } from '@entente/stix'
import { fromSource, SourceError, type Format, type Json } from '../src/index.ts'

export const GIVEN = { name: 'file', at: '2026-11-27T08:00:00.000Z' }

export const converted = (format: Format, value: unknown) =>
  fromSource(format, typeof value === 'string' ? value : JSON.stringify(value ?? null), GIVEN)

export const only = (objects: readonly Json[], type: string) =>
  objects.filter((object) => object['type'] === type)

/** What the standard demands and these objects lack. */
export const faultsIn = (objects: readonly Json[]) =>
  objects.flatMap((object) => validateObject(object, { advice: false }))

/** The refusal of a file. */
export function refusalOf(format: Format, value: unknown): SourceError {
  try {
    converted(format, value)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  return expect.unreachable()
}

const ODD: readonly unknown[] = JSON.parse(`[
  null, true, -1, 0, 1e308, "", " ", "RED", "CVE-2026-1", "__proto__", "constructor",
  "2026-11-20T00:00:00Z", "\\u0000", "\\uD800", "'", "\\\\", "https://a.example/\\n", "${'x'.repeat(9_000)}",
  [], {}, [[]], [null], [{}], { "id": 7 }, [7, "seven"], { "a": [{ "b": { "c": [] } }] },
  { "__proto__": { "name": "x" }, "toString": [] }
]`) as unknown[]

/** A file with some of its values replaced, removed, or joined by others, wherever they stand. */
export const changed = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 9 }), { maxLength: 4 })
    .map((changes) =>
      changes.reduce((now, [to = 0, ...steps]) => {
        const odd = ODD[to % (ODD.length + 1)]
        return replaced(now, steps, odd)
      }, value),
    )

function replaced(value: unknown, [step, ...rest]: readonly number[], to: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return to
  const entries = Object.entries(value)
  const [name, one] = entries[step % (entries.length + 1)] ?? ['added', undefined]
  const next = replaced(one, rest, to)
  if (Array.isArray(value))
    return value.map((own: unknown, at) => (String(at) === name ? next : own))
  return Object.fromEntries([...entries, [name, next]])
}

/** 10,000 hostile files are converted to what conforms, or refused. The seed is printed with a failure. */
export function survives(format: Format, file: fc.Arbitrary<unknown>): void {
  let taken = 0
  fc.assert(
    fc.property(file, (value) => {
      try {
        const { objects } = converted(format, value)
        // To hold every object against the whole standard costs more than all else.
        if ((taken += 1) % 20 === 0) expect(faultsIn(objects)).toEqual([])
      } catch (error) {
        if (!(error instanceof SourceError)) throw error
      }
    }),
    { numRuns: 10_000, examples: [[null], [[]], [{}], ['']] },
  )
  expect(taken).toBeGreaterThan(100)
}
