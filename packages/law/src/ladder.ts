import { assess } from './assess.ts'
import type { FACTS, FactId } from './fact.ts'
import type { Value } from './finding.ts'
import { supposing } from './forms.ts'
import { type MeasureFacts, recordedFor, type RecordedFacts } from './measure.ts'
import type { View } from './view.ts'

export type Kind = keyof (typeof FACTS)['kind']['options']

/** The options of a nation in the order in which it looks at them: what breaks nothing first. */
export const LADDER: readonly Kind[] = [
  'statement',
  'demarche',
  'criminal-process',
  'retorsion',
  'restrictive-measure',
  'countermeasure',
]

/** One option for one nation: what it comes to, and where its legal risk lies. */
export type Rung = {
  readonly kind: Kind
  readonly value: Value | 'not-assessed'
  /** Ids of the disputes that could decide. */
  readonly disputes: readonly string[]
  readonly asks: readonly FactId[]
}

/**
 * The same case in each kind of measure. Whether an obligation is broken was recorded of the planned
 * kind alone, so that another one asks for it anew.
 */
export function compareKinds(measure: MeasureFacts, view: View): readonly Rung[] {
  const { code } = view.holder
  const planned = recordedFor(measure, code).kind?.value
  const other = unplanned(measure)
  return LADDER.map((kind) => {
    const said = { kind: { value: kind, assertedBy: code, evidence: [] } }
    const supposed = supposing(kind === planned ? measure : other, code, said)
    const { columns, disputes } = assess(supposed, [view])
    const { value, asks } = columns[0]!.conclusion
    return { kind, value, disputes: disputes.map(({ id }) => id), asks }
  })
}

function unplanned({ facts, nations, ...measure }: MeasureFacts): MeasureFacts {
  const without = ({ breaksObligation: _planned, ...others }: RecordedFacts): RecordedFacts =>
    others
  return {
    ...measure,
    facts: without(facts),
    nations: nations.map((nation) => ({ ...nation, facts: without(nation.facts) })),
  }
}
