import type { InLanguages } from '@entente/lexicon'
import type { FactId } from './fact.ts'

/** Best first. `disputed`: the facts are known and the law is contested; `unknown`: facts are missing. */
export const VALUES = ['satisfied', 'disputed', 'unknown', 'not-satisfied'] as const
export type Value = (typeof VALUES)[number]

/** One side of a dispute: what it says, which writers and courts say it, which readings mean it. */
export type Side = {
  readonly says: InLanguages
  readonly authorities: readonly string[]
  readonly readings?: readonly string[]
}

/** A point of law on which States or authorities differ. Who holds what is read from the views. */
export type Dispute = {
  readonly id: string
  readonly about: InLanguages
  /** The issue of a view that shows on which side its holder stands. */
  readonly issue?: string
  readonly sides: readonly Side[]
}

/** What one rule answers: the value, why, what is missing, and what would mend it. */
export type Finding = {
  readonly value: Value
  readonly disputes: readonly Dispute[]
  readonly because?: InLanguages
  /** Facts that are missing and could still change the answer. */
  readonly asks?: readonly FactId[]
  readonly remedy?: InLanguages
}

export const satisfied = (en: string, es: string): Finding => ({
  value: 'satisfied',
  disputes: [],
  because: { en, es },
})

export const notSatisfied = (en: string, es: string, remedy?: InLanguages): Finding => ({
  value: 'not-satisfied',
  disputes: [],
  because: { en, es },
  ...(remedy ? { remedy } : {}),
})

export const unknown = (...asks: FactId[]): Finding => ({ value: 'unknown', disputes: [], asks })

/** What is recorded shows neither that it is so nor that it is not: no question is open, and the answer is unknown. */
export const notShown = (en: string, es: string, remedy: InLanguages): Finding => ({
  value: 'unknown',
  disputes: [],
  because: { en, es },
  remedy,
})

export const disputed = (dispute: Dispute, en: string, es: string): Finding => ({
  value: 'disputed',
  disputes: [dispute],
  because: { en, es },
})

/** All must hold: the worst value wins, and no dispute is lost. */
export const both = (findings: readonly Finding[]): Finding => combine(findings, Math.max)

/** One is enough: the best value wins, and no dispute is lost. */
export const either = (findings: readonly Finding[]): Finding => combine(findings, Math.min)

function combine(
  findings: readonly Finding[],
  choose: (...ranks: readonly number[]) => number,
): Finding {
  if (findings.length === 0) throw new TypeError('expected a finding to combine, got none')
  const rank = choose(...findings.map(({ value }) => VALUES.indexOf(value)))
  return { value: VALUES[rank]!, disputes: unite(findings.map(({ disputes }) => disputes)) }
}

/** Every dispute once, in the order in which it came up. */
export function unite(lists: readonly (readonly Dispute[])[]): Dispute[] {
  return [...new Map(lists.flat().map((dispute) => [dispute.id, dispute])).values()]
}
