import type { Facts } from '../../src/fact.ts'
import type { Value } from '../../src/finding.ts'

/**
 * One situation: what happened; the provision, case or writing that says how it comes out, or `ours`;
 * the facts; the expected value; and for rules that views read differently, the reading.
 */
export type Situation = readonly [
  says: string,
  source: string,
  facts: Facts,
  value: Value,
  reading?: string,
]

export type Situations = Readonly<Record<string, readonly Situation[]>>
