import { breach } from './fact/breach.ts'
import { conduct } from './fact/conduct.ts'
import { exceptions } from './fact/exceptions.ts'
import type { Choice, Count, Day, Words, YesNo } from './fact/kinds.ts'
import { listing } from './fact/listing.ts'
import { measure } from './fact/measure.ts'
import { options } from './fact/options.ts'
import { procedure } from './fact/procedure.ts'
import { standing } from './fact/standing.ts'

/** Every fact that a rule may ask for, group by group in the order in which an adviser would ask. */
export const FACT_GROUPS = {
  conduct,
  breach,
  standing,
  measure,
  procedure,
  exceptions,
  listing,
  options,
} as const

export const FACTS = {
  ...conduct,
  ...breach,
  ...standing,
  ...measure,
  ...procedure,
  ...exceptions,
  ...listing,
  ...options,
}

export type FactId = keyof typeof FACTS
export type Fact = Choice | YesNo | Day | Count | Words
export type FactGroup = keyof typeof FACT_GROUPS

type ValueOf<F> =
  F extends Choice<infer O>
    ? O
    : F extends YesNo
      ? boolean
      : F extends Count
        ? number
        : F extends Day | Words
          ? string
          : never

/** What is known. A fact that is absent is unknown; nothing is presumed. */
export type Facts = { readonly [K in FactId]?: ValueOf<(typeof FACTS)[K]> | undefined }

/** The question behind a fact, and what may answer it. */
export const getFact = (id: FactId): Fact => FACTS[id]

/** Whether its answer is for those of the nation alone who need it. */
export const isRestricted = (id: FactId): boolean => 'restricted' in FACTS[id]

/** Every fact that is so. */
export const RESTRICTED: readonly FactId[] = (Object.keys(FACTS) as FactId[]).filter(isRestricted)

export const isFactId = (id: string): id is FactId => Object.hasOwn(FACTS, id)

/** Those of these facts that nobody has stated. */
export const missingFrom = (facts: Facts): FactId[] =>
  Object.entries(facts).flatMap(([id, value]) => (value === undefined && isFactId(id) ? [id] : []))
