import type { Charter, RuleName, StepKind } from './charter.ts'
import type { ActId, PartyId } from './id.ts'
import type { Document } from './kind.ts'
import type { Unmandated } from './matter.ts'
import { ruleOf } from './rule.ts'

/** An act that puts a text before the members, at its place in the strand of its party. */
export type Filing = {
  readonly id: ActId
  readonly by: PartyId
  readonly at: number
  readonly step: { readonly id: string; readonly kind: StepKind }
  /** From which place of the same strand on its own party disowns it. */
  readonly disownedAt?: number
  /** Where it is certified that whoever filed it had no mandate any more. */
  readonly unmandated?: Unmandated | undefined
  readonly document: Document
}

/** One version of a step. Its id is that of its act: the same text filed again is another version. */
export type Version = Filing & {
  /** 1, 2, 3 … in the filing strand. */
  readonly number: number
  readonly rule: RuleName
  /** Where it stops being current: the place of the step's next version, or of its disavowal. */
  readonly nextAt: number
}

/** Who alone files the versions of such a step: one party, and so one strand that orders them. */
export const filerOf = ({ steps, chair }: Pick<Charter, 'steps' | 'chair'>, kind: StepKind) =>
  steps[kind]?.by ?? chair

/** A step among those of its case. */
export const stepName = ({ kind, id }: Filing['step']): string => `${kind} ${id}`

/** The versions of one step, in the order of the strand that files them. */
export const versionsOf = (charter: Charter, filed: readonly Filing[]): readonly Version[] =>
  filed.map((filing, index) => ({
    ...filing,
    number: index + 1,
    rule: ruleOf(charter, filing.step.kind),
    nextAt: Math.min(filed[index + 1]?.at ?? Infinity, filing.disownedAt ?? Infinity),
  }))

/** Whether it is in the first `size` acts of its strand, and no later version of its step is. */
export const isCurrent = ({ at, nextAt }: Version, size: number): boolean =>
  at < size && size <= nextAt
