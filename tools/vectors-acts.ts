import { keysAddCases, attributeCases, evidenceCases } from './vectors-acts-records.ts'
import { amendCases, proposeCases, withdrawCases } from './vectors-acts-texts.ts'
import { complyCases } from './vectors-acts-comply.ts'
import { declareCases, entryCases } from './vectors-acts-entries.ts'
import { example, type Case, type Examples } from './vectors-example.ts'

/** Good and bad examples of every kind, and of what is no act of any kind. */
export function actExamples(): readonly Examples[] {
  const cases: Readonly<Record<string, readonly Case[]>> = {
    'keys-add': keysAddCases,
    evidence: evidenceCases,
    attribute: attributeCases,
    propose: proposeCases,
    amend: amendCases,
    comply: complyCases,
    withdraw: withdrawCases,
    declare: declareCases,
    entry: entryCases,
  }
  return Object.entries(cases).map(([kind, all]) => ({ kind, examples: all.map(example) }))
}
