import type { InLanguages } from '@entente/lexicon'
import { isBy } from './dated.ts'
import type { Finding } from './finding.ts'
import type { Norm, Rule } from './rule.ts'
import type { Source } from './source.ts'

/** Whether the source of a norm is of a later date than this day; what has no date is of none. */
export const isLater = ({ since }: Source, day: string): boolean =>
  since !== 'none' && !isBy(since, day)

type Known = { readonly byRules: Map<string, Norm>; last?: readonly [day: string, norm: Norm] }
const ON = new WeakMap<Norm, Known>()

/**
 * The norm as it stands on a day. A rule whose source is of a later date is not applied and not left
 * out: what held before, no source that was read says, and so nobody can say that it is met or not met.
 */
export function normOn(norm: Norm, day: string): Norm {
  const known: Known = ON.get(norm) ?? { byRules: new Map() }
  ON.set(norm, known)
  if (known.last?.[0] === day) return known.last[1]
  // Days between which no source came are one and the same law.
  const key = laterSources(norm, day).join(' ')
  const found = key === '' ? norm : (known.byRules.get(key) ?? madeOn(norm, day))
  known.byRules.set(key, found)
  known.last = [day, found]
  return found
}

/** The ids of the rules under a norm whose source is later than the day. */
const laterSources = (norm: Norm, day: string): readonly string[] =>
  norm.kind === 'rule'
    ? isLater(norm.source, day)
      ? [norm.id]
      : []
    : norm.parts.flatMap((part) => laterSources(part, day))

function madeOn(norm: Norm, day: string): Norm {
  if (norm.kind !== 'rule') return { ...norm, parts: norm.parts.map((part) => normOn(part, day)) }
  return isLater(norm.source, day) ? notYet(norm) : norm
}

function notYet({ view: _view, ...rule }: Rule): Rule {
  const finding: Finding = { value: 'unknown', disputes: [], because: whyLater(rule.source) }
  return { ...rule, facts: [], disputes: [], test: () => finding }
}

/** Why a rule is not applied on a day before its source. */
const whyLater = ({ citation, since }: Source): InLanguages => ({
  en: `its source is of a later day than the one asked for: ${citation.en} is of ${since}; what held before, no source that was read says`,
  es: `su fuente es posterior al día por el que se pregunta: ${citation.es} es de ${since}; ninguna fuente leída dice qué regía antes`,
})
