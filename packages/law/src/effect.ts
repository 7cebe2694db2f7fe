import type { Effect } from './rule.ts'

// Whoever relies on a rule needs its own word for it: silence leaves it open. A limit binds without
// anybody's word: silence leaves it as restated. Each rule's table says which of the two it is.

/** The rule as it is restated. */
export const asRestated: Effect = {}

/** There is no such rule, whatever the facts. */
export const deniesIt: Effect = {
  satisfied: 'not-satisfied',
  disputed: 'not-satisfied',
  unknown: 'not-satisfied',
}

/** Nobody can say that the holder accepts it. */
export const leavesItOpen: Effect = { satisfied: 'disputed' }

/** What is contested is outside it. */
export const readsItNarrowly: Effect = { disputed: 'not-satisfied' }

/** What is contested is within it. */
export const readsItWidely: Effect = { disputed: 'satisfied' }

/** It asks for nothing, whatever the facts. */
export const waivesIt: Effect = {
  disputed: 'satisfied',
  unknown: 'satisfied',
  'not-satisfied': 'satisfied',
}

/** It does not hold in all circumstances. */
export const contestsIt: Effect = { 'not-satisfied': 'disputed' }
