import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CacaoError,
  markingOf,
  outlineOf,
  PLAYBOOK_LIMITS,
  readPlaybook,
  validatePlaybook,
  verifySignatures,
} from '../src/index.ts'
import { ALDER_ISOLATE, bytesOf } from './playbook.ts'

const NOW = '2026-11-25T10:00:00.000Z'
const text = (said: string) => new TextEncoder().encode(said)
const refusal = (bytes: Uint8Array): string => {
  try {
    readPlaybook(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof CacaoError) return error.code
    throw error
  }
}

describe('a playbook is read', () => {
  it('with every property, also those that the standard does not have', () => {
    const playbook = readPlaybook(bytesOf({ ...ALDER_ISOLATE, x_alder: [1] }))
    expect(playbook).toMatchObject({ id: ALDER_ISOLATE.id, modified: ALDER_ISOLATE.modified })
    expect(playbook.value['x_alder']).toEqual([1])
  })

  it.each([
    ['', 'playbook.malformed'],
    ['[]', 'playbook.malformed'],
    ['{"type":"playbook"', 'playbook.malformed'],
    ['{"type":"playbook","type":"playbook"}', 'playbook.malformed'],
    [String.raw`{"type":"\ud800"}`, 'playbook.malformed'],
    ['{"type":"bundle"}', 'playbook.not-cacao'],
    ['{"type":"playbook","spec_version":"1.0"}', 'playbook.not-cacao'],
    ['{"type":"playbook","spec_version":"cacao-2.0"}', 'playbook.not-cacao'],
    [`{"type":${'['.repeat(65)}${']'.repeat(65)}}`, 'playbook.too-large'],
    [`{"type":"${'a'.repeat(PLAYBOOK_LIMITS.bytes)}"}`, 'playbook.too-large'],
  ])('and %.40s is refused', (said, code) => {
    expect(refusal(text(said))).toBe(code)
  })

  it('where a text has a backslash and letters that look like half a character', () => {
    const path = { ...ALDER_ISOLATE, description: String.raw`C:\udev` }
    expect(refusal(bytesOf(path))).toBe('read')
  })

  it('and one of more steps than anybody writes is refused', () => {
    const step = (index: number) =>
      [`end--00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, { type: 'end' }] as const
    const workflow = Object.fromEntries(
      Array.from({ length: PLAYBOOK_LIMITS.steps + 1 }, (_, index) => step(index)),
    )
    expect(refusal(bytesOf({ ...ALDER_ISOLATE, workflow }))).toBe('playbook.too-large')
  })

  it('and bytes that are no UTF-8 are refused', () => {
    expect(refusal(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toBe('playbook.malformed')
  })
})

/** Values that people and machines put where something else belongs. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    Object.keys(ALDER_ISOLATE.workflow)[1],
    ALDER_ISOLATE.workflow_start,
  ),
)

/** The playbook with one value, anywhere in it, replaced. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  let left = at
  const walk = (one: unknown): unknown => {
    if (left-- === 0) return by
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value)
}

describe('whatever a stranger sends', () => {
  it('is read and looked at, or refused with a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(120), anything, anything, async (at, first, second) => {
        const bytes = bytesOf(replaced(replaced(ALDER_ISOLATE, at, first), at + 7, second))
        if (refusal(bytes) !== 'read') return
        const playbook = readPlaybook(bytes)
        for (const { reason } of validatePlaybook(playbook)) expect(reason).toMatch(/^expected /)
        expect(validatePlaybook(playbook)).toEqual(validatePlaybook(readPlaybook(bytes)))
        outlineOf(playbook)
        markingOf(playbook)
        await verifySignatures(playbook, NOW)
      }),
      { numRuns: 400 },
    )
  })

  it('is refused with a code where it is no JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(bytes)).toMatch(/^playbook\./)
      }),
    )
  })

  it('is looked at to its end, as large and tangled as may be', () => {
    const id = (index: number) =>
      `parallel--00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    const workflow = Object.fromEntries(
      Array.from({ length: 490 }, (_, index) => [
        id(index),
        {
          type: 'parallel',
          next_steps: Array.from({ length: 40 }, (_, way) => id((index * 7 + way) % 490)),
        },
      ]),
    )
    const bytes = bytesOf({ ...ALDER_ISOLATE, workflow })
    expect(bytes.length).toBeLessThan(PLAYBOOK_LIMITS.bytes)
    // Every way through it would be forty to the power of its depth: no test of ours ends then.
    expect(validatePlaybook(readPlaybook(bytes))).toHaveLength(200)
  }, 60_000)
})
