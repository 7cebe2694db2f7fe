import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { Act } from '../src/act.ts'
import type { CharterId } from '../src/id.ts'
import { verifyBundle } from '../src/verify-bundle.ts'

const read = (path: string) =>
  readFileSync(new URL(`../../../spec/vectors/together/${path}`, import.meta.url), 'utf8')
const list = JSON.parse(read('list.json')) as {
  readonly charter: CharterId
  readonly bundles: readonly {
    readonly file: string
    readonly what: string
    readonly times?: number
    readonly void: string | null
    readonly standing: string
  }[]
}

describe('a certificate with notes over its whole cut', () => {
  test.each(list.bundles)('is read: $what', ({ file, times = 0, void: code, standing }) => {
    const text = read(file).replaceAll('#', 'eHh4'.repeat(times))
    const { state } = verifyBundle(text, { charterId: list.charter, crypto })
    expect(state.steps[0]?.versions[0]?.standing).toBe(standing)
    expect(state.void.map((one) => one.code)).toEqual(code === null ? [] : [code])
  })
  it('has notes of either kind, and in one place', () => {
    const { strands } = JSON.parse(read('together.json')) as {
      strands: readonly { entries: readonly string[] }[]
    }
    const said = strands
      .flatMap(({ entries }) => entries)
      .map((entry) => JSON.parse(Buffer.from(entry, 'base64').toString()) as { payload: string })
      .map(({ payload }) => JSON.parse(Buffer.from(payload, 'base64').toString()) as object)
      .find((one): one is { kind: string; together: string[] } => 'together' in one)!
    const { together, ...without } = said
    const attached = `sha256:${'0'.repeat(64)}`
    expect(Act.safeParse(said).success).toBe(true)
    expect(Act.safeParse({ ...said, closings: {} }).success).toBe(true)
    expect(Act.safeParse(without).success).toBe(false)
    expect(Act.safeParse({ ...said, attached }).success).toBe(false)
    expect(Act.safeParse({ ...without, attached }).success).toBe(true)
    expect(Act.safeParse({ ...said, together: [] }).success).toBe(false)
    expect(Act.safeParse({ ...said, together: Array(5).fill(together[0]) }).success).toBe(false)
  })
})
