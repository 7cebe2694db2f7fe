import type { Id, Rules, Story } from './vectors-decision-world.ts'

/** What is expected of a record, in words that are written by hand: nothing here is computed from acts. */

export type Expected = {
  readonly standing: string
  /** Reasons of the standing: the code, and of whom. */
  readonly because: readonly string[]
  readonly gate: 'open' | 'shut'
  /** Reasons for which the gate is shut. */
  readonly shutBy: readonly string[]
  /** The results that certificates prove. */
  readonly certified: readonly string[]
  /** Whom the text binds, and but for which clauses; absent where the table does not say. */
  readonly bound?: readonly string[]
  /** The effective voices. */
  readonly voices?: Readonly<Partial<Record<Id, string>>>
  readonly notBefore?: number
}

/** One cell of the decision table, in its words. */
export type Cell = { readonly rule: string; readonly voice: string; readonly counts: string }

export type DecisionCase = {
  readonly name: string
  readonly why: string
  readonly cell?: Cell
  readonly tell: (story: Story) => void
  /** Of each version of the one step, in its order. */
  readonly versions: readonly Expected[]
  /** The codes of entries that count for nothing. */
  readonly void?: readonly string[]
}

/** Cases that share a charter, and a file. */
export type DecisionFile = {
  readonly name: string
  readonly rules?: Rules
  readonly cases: readonly DecisionCase[]
}

/** Not adopted, and the gate open: what is lacking is a certificate that holds. */
export const undeclared = (more: Partial<Expected> = {}): Expected => ({
  standing: 'open',
  because: ['not-declared'],
  gate: 'open',
  shutBy: [],
  certified: [],
  ...more,
})

/** Not adopted, and the gate shut for these reasons. */
export const shut = (...shutBy: readonly string[]): Expected => ({
  standing: 'open',
  because: shutBy,
  gate: 'shut',
  shutBy,
  certified: [],
})

/** A silence that what stands in the cut has broken. */
export const broken = (...shutBy: readonly string[]): Expected => ({
  ...shut(...shutBy),
  standing: 'broken',
})

/** Adopted, and the rule met. */
export const stands = (more: Partial<Expected> = {}): Expected => ({
  standing: 'stands',
  because: [],
  gate: 'open',
  shutBy: [],
  certified: ['adopted'],
  ...more,
})

export const ALL_BOUND = ['XA', 'XB', 'XC'] as const

/** Adopted, and the rule met no more. */
export const suspended = (...shutBy: readonly string[]): Expected => ({
  ...shut(...shutBy),
  standing: 'suspended',
  certified: ['adopted'],
})

/** Adopted, and a certificate proves that it ended, for reasons that still shut its gate. */
export const ended = (...shutBy: readonly string[]): Expected => ({
  ...suspended(...shutBy),
  standing: 'ended',
  certified: ['adopted', 'ended'],
})
