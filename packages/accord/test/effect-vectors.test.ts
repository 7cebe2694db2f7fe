import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EffectRecord, EffectVectors } from '../../../tools/vectors-effect.ts'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { stateDigest } from '../src/bundle.ts'
import { stateOfEntries } from './entries.ts'

/** What one act changes in the state of its case: the state with it is held against the state without it. */

const FOLDER = new URL('../../../spec/vectors/effect/', import.meta.url)
const files = readdirSync(FOLDER).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as EffectVectors),
}))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Takes what is at a place out of a state, and gives it; undefined where nothing is there. */
function take(state: unknown, at: string): unknown {
  const path = at.split('.')
  const last = path.pop() ?? ''
  const parent = path.reduce<unknown>((one, key) => (isObject(one) ? one[key] : undefined), state)
  if (!isObject(parent)) return undefined
  const found = parent[last]
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return found
}

const without = ({ strands, act }: EffectRecord) => ({
  ...strands,
  [act.party]: (strands[act.party] ?? []).filter((_, index) => index !== act.index),
})

describe.each(files)('an act of $name', ({ charter, records, entries }) => {
  it.each(records)('of kind $kind, $name: $why', (record) => {
    const { cut: _, ...before } = structuredClone(stateOfEntries(charter, without(record), entries))
    const whole = stateOfEntries(charter, record.strands, entries)
    expect(stateDigest(whole, crypto.sha256)).toBe(record.digest)
    const { cut: __, ...after } = structuredClone(whole)
    for (const { at, was, is } of record.changes)
      expect({ at, was: take(before, at), is: take(after, at) }).toEqual({ at, was, is })
    // Nothing else changes.
    expect(after).toEqual(before)
  })
})
