import { getNorm, normFor, referral } from './countermeasure.ts'
import type { FactId, Facts } from './fact.ts'
import type { Finding } from './finding.ts'
import { normsOf, rulesOf } from './rule.ts'
import type { Source } from './source.ts'

/** A fact that the rules for a kind of measure look at, and the provisions that look at it. */
export type AskedFact = { readonly id: FactId; readonly provisions: readonly Source[] }

/**
 * What the law asks of a measure of this kind, in the order in which its rules are read. Of a referral it asks
 * what was invoked, on which day and why, and nothing of any plan.
 */
export function askedOf(kind: Facts['kind']): readonly AskedFact[] {
  const rules = rulesOf(normFor({ kind }) ?? referral)
  const ids = new Set(rules.flatMap(({ facts }) => facts))
  return [...ids].map((id) => ({
    id,
    provisions: [
      ...new Set(rules.filter(({ facts }) => facts.includes(id)).map(({ source }) => source)),
    ],
  }))
}

const OBJECT = 'arsiwa-49-1-object'

/** An object that no measure of this kind may have, and the provision that says so. */
export type RefusedObject = {
  readonly norm: string
  readonly source: Source
  readonly because: NonNullable<Finding['because']>
}

/**
 * Why an object is refused whatever else is known; undefined where the law does not ask for it or
 * does not refuse it. To deter and to punish are no object of a countermeasure: Article 49(1).
 */
export function refusedObject(facts: Facts): RefusedObject | undefined {
  const { object } = facts
  if (object !== 'deter' && object !== 'punish') return undefined
  const asked = normFor(facts)
  const norm = getNorm(OBJECT)
  if (!asked || !normsOf(asked).includes(norm)) return undefined
  const [rule] = rulesOf(norm)
  const { because } = rule!.test({ object })
  return because && { norm: OBJECT, source: norm.source, because }
}
