import type { Charter, RuleName, StepKind } from './charter.ts'
import type { ActId, PartyId } from './id.ts'
import { ruleOf } from './rule.ts'

/** An act that puts a text before the members, at its place in the strand of its party. */
export type Filing = {
  readonly id: ActId
  readonly by: PartyId
  readonly at: number
  readonly step: { readonly id: string; readonly kind: StepKind }
}

/** One version of a step. Its id is that of its act: the same text filed again is another version. */
export type Version = Filing & {
  /** 1, 2, 3 … in the filing strand. */
  readonly number: number
  readonly rule: RuleName
  /** Place of the step's next version in the same strand; none follows the last. */
  readonly nextAt: number
}

/** Who alone files the versions of such a step: one party, and so one strand that orders them. */
export const filerOf = ({ steps, chair }: Pick<Charter, 'steps' | 'chair'>, kind: StepKind) =>
  steps[kind]?.by ?? chair

/** The versions of every step, in the order of the strand that files them. */
export function versionsByStep(
  charter: Charter,
  filings: readonly Filing[],
): readonly (readonly Version[])[] {
  const steps = Map.groupBy(filings, ({ step }) => `${step.kind} ${step.id}`)
  return [...steps.values()].map((filed) =>
    filed.map((filing, index) => ({
      ...filing,
      number: index + 1,
      rule: ruleOf(charter, filing.step.kind),
      nextAt: filed[index + 1]?.at ?? Infinity,
    })),
  )
}

/** Whether it is in the first `size` acts of its strand, and no later version of its step is. */
export const isCurrent = ({ at, nextAt }: Version, size: number): boolean =>
  at < size && size <= nextAt
