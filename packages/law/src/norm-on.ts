import type { InLanguages } from '@entente/lexicon'
import { isBy } from './dated.ts'
import type { Finding } from './finding.ts'
import type { Norm, Rule } from './rule.ts'
import type { Source } from './source.ts'

/** Whether the source of a norm is of a later date than this day; what has no date is of none. */
export const isLater = ({ since }: Source, day: string): boolean =>
  since !== 'none' && !isBy(since, day)

/** Whether the source of a norm was in force until an earlier day than this one, as far as was read. */
export const isEnded = ({ until }: Source, day: string): boolean =>
  until !== undefined && day > until

/** Whether a rule with this source is applied on a day. */
export const isApplied = (source: Source, day: string): boolean =>
  !isLater(source, day) && !isEnded(source, day)

type Known = { readonly byRules: Map<string, Norm>; last?: readonly [day: string, norm: Norm] }
const ON = new WeakMap<Norm, Known>()

/**
 * The norm as it stands on a day. A rule whose source is of a later date, or in force until an earlier one, is
 * not applied and not left out: what held before, or whether it was prolonged, no source that was read says,
 * and so nobody can say that it is met or not met.
 */
export function normOn(norm: Norm, day: string): Norm {
  const known: Known = ON.get(norm) ?? { byRules: new Map() }
  ON.set(norm, known)
  if (known.last?.[0] === day) return known.last[1]
  // Days between which no source came or ended are one and the same law.
  const key = notApplied(norm, day).join(' ')
  const found = key === '' ? norm : (known.byRules.get(key) ?? madeOn(norm, day))
  known.byRules.set(key, found)
  known.last = [day, found]
  return found
}

/** The ids of the rules under a norm that are not applied on the day, and on which side of it their sources are. */
const notApplied = (norm: Norm, day: string): readonly string[] =>
  norm.kind === 'rule'
    ? isApplied(norm.source, day)
      ? []
      : [`${norm.id}${isLater(norm.source, day) ? ' later' : ' ended'}`]
    : norm.parts.flatMap((part) => notApplied(part, day))

function madeOn(norm: Norm, day: string): Norm {
  if (norm.kind !== 'rule') return { ...norm, parts: norm.parts.map((part) => normOn(part, day)) }
  if (isLater(norm.source, day)) return open(norm, whyLater(norm.source))
  return isEnded(norm.source, day) ? open(norm, whyEnded(norm.source)) : norm
}

function open({ view: _view, ...rule }: Rule, because: InLanguages): Rule {
  const finding: Finding = { value: 'unknown', disputes: [], because }
  return { ...rule, facts: [], disputes: [], test: () => finding }
}

/** Why a rule is not applied on a day before its source. */
const whyLater = ({ citation, since }: Source): InLanguages => ({
  en: `its source is of a later day than the one asked for: ${citation.en} is of ${since}; what held before, no source that was read says`,
  es: `su fuente es posterior al día por el que se pregunta: ${citation.es} es de ${since}; ninguna fuente leída dice qué regía antes`,
})

/** Why a rule is not applied on a day after the end of its source. */
const whyEnded = ({ citation, until }: Source): InLanguages => ({
  en: `its source is not in force on the day asked for, as far as was read: ${citation.en} runs until ${until}; whether it was prolonged, no source that was read says`,
  es: `su fuente no está en vigor el día por el que se pregunta, según lo leído: ${citation.es} rige hasta ${until}; ninguna fuente leída dice si se prorrogó`,
})
