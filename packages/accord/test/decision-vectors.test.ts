import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DecisionVectors } from '../../../tools/vectors-decision.ts'
import { boundBy, type Bound } from '../src/bound.ts'
import type { Reason, VersionState } from '../src/state.ts'
import { stateOfEntries } from './entries.ts'

/** What the vectors of the decision say, asked of the product; the second verifier is asked the same by `spec/verifier/run.mjs`. */

const FOLDER = new URL('../../../spec/vectors/decision/', import.meta.url)
const files = readdirSync(FOLDER).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as DecisionVectors),
}))

const words = ({ code, member }: Reason) => (member ? `${code} ${member}` : code)
function boundWords(bound: Bound): readonly string[] {
  if (bound.how === 'not-bound') return []
  return [bound.how === 'bound' ? bound.party : `${bound.party} except ${bound.clauses.join(', ')}`]
}

const RESULTS = ['adopted', 'ended', 'lapsed', 'broken', 'ranOut'] as const

function factsOf(version: VersionState) {
  const { gate, standing, reasons, voices } = version
  return {
    standing,
    because: reasons.map(words),
    gate: gate.open ? 'open' : 'shut',
    shutBy: gate.reasons.map(words),
    certified: RESULTS.filter((result) => (version[result] ?? []).length > 0),
    bound: boundBy(version)?.flatMap(boundWords),
    voices: Object.fromEntries(
      Object.entries(voices).map(([party, { effective }]) => [party, effective]),
    ),
    notBefore: gate.notBefore,
  }
}

describe.each(files)('the records of $name', ({ charter, records, entries }) => {
  it.each(records)('$name: $why', ({ strands, versions, void: codes }) => {
    const state = stateOfEntries(charter, strands, entries)
    expect(state.void.map(({ code }) => code)).toEqual(codes)
    const found = state.steps.flatMap((step) => step.versions)
    expect(found.map(factsOf)).toMatchObject(versions)
  })
})
