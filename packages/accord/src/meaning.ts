import { findScale, isOnScale } from '@entente/lexicon'
import { LawError, parseView, readFact } from '@entente/law'
import { kindOf, type Act } from './act.ts'
import type { Asserted } from './asserted.ts'
import type { Scaled } from './scale.ts'

/** What an act says in words whose meaning stands in data that grows: the lexicon's scales, the law's facts and issues. */
export type Meant = {
  readonly scaled?: readonly (Scaled | undefined)[]
  readonly facts?: Asserted
  readonly view?: Readonly<Record<string, unknown>>
}

/**
 * What of an act this edition of lexicon and law does not know; undefined where it knows all. For whoever is
 * about to sign. Readers do not ask: an act counts by its form, whatever edition reads it (decision 13).
 */
export function whyMeaningless(act: Act): string | undefined {
  const { scaled = [], facts = {}, view } = kindOf(act).means?.(act) ?? {}
  const off = scaled.find((one) => one && findScale(one.scale, one.version) && !isOnScale(one))
  if (off) return `expected a value of ${off.scale} ${off.version}, got ${off.value}`
  try {
    for (const [id, fact] of Object.entries(facts)) readFact(id, { ...fact, assertedBy: act.party })
    if (view) parseView(view)
    return undefined
  } catch (error) {
    if (error instanceof LawError) return error.message
    throw error
  }
}
