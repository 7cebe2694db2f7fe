import type { Language } from '@entente/lexicon'
import type { Assessment } from '../assess.ts'
import { factors } from '../cfsp/art-02.ts'
import { type FactId, type Facts, getFact } from '../fact.ts'
import { valuesOf } from '../measure.ts'
import { rulesOf } from '../rule.ts'
import { PERSONS, REASONS, TARGETS, TIES } from './words.ts'

/**
 * A draft of the grounds for one listing, sentence by sentence from the recorded facts: nothing is said that
 * nobody recorded, and nothing that was recorded as untrue.
 */
export function reasonsFrom(facts: Facts, lang: Language): readonly string[] {
  const words = (id: 'listedWho' | 'listedConduct' | 'effectStated'): string =>
    facts[id] ?? missing([id], lang)
  const said = (all: typeof TIES): readonly string[] =>
    all.flatMap(([id, { [lang]: text }]) => (facts[id] === true ? [text] : []))
  const open = (ids: readonly FactId[]): string =>
    missing(
      ids.filter((id) => facts[id] === undefined),
      lang,
    )
  const orMissing = (all: typeof TIES, texts: readonly string[]): readonly string[] =>
    texts.length > 0 ? texts : [open(all.map(([id]) => id))]
  const ties = said(TIES)
  const who = words('listedWho')
  return [
    `${who}.`,
    words('listedConduct'),
    isAttack(facts) ? REASONS.attack[lang] : open(['attackAction', 'attackUnauthorised']),
    ties.length > 0
      ? `${REASONS.external[lang]} ${ties.join('; ')}.`
      : open(TIES.map(([id]) => id)),
    ...orMissing(TARGETS, said(TARGETS)),
    ...(facts.againstThird === true
      ? [facts.foreignPolicyNeed === true ? REASONS.needed[lang] : open(['foreignPolicyNeed'])]
      : []),
    ...(isGraveAttempt(facts) ? [REASONS.attempt[lang]] : []),
    ...(facts.significantEffect === true || isGraveAttempt(facts)
      ? effectOf(facts, words('effectStated'), lang)
      : [words('effectStated'), open(effectAsked(facts))]),
    ...orMissing(
      PERSONS,
      said(PERSONS).map((text) => text.replace('{who}', () => who)),
    ),
  ].filter((line) => line !== '')
}

/** The draft, once for all nations whose facts give the same words. */
export type DraftedReasons = {
  /** Codes of the nations, in their order. */
  readonly nations: readonly string[]
  readonly en: readonly string[]
  readonly es: readonly string[]
}

export function draftedReasons({ columns }: Assessment): readonly DraftedReasons[] {
  const byText = new Map<string, DraftedReasons>()
  for (const { holder, facts } of columns) {
    const values = valuesOf(facts)
    const en = reasonsFrom(values, 'en')
    const known = byText.get(en.join('\n'))
    byText.set(en.join('\n'), {
      nations: [...(known?.nations ?? []), holder.code],
      en,
      es: reasonsFrom(values, 'es'),
    })
  }
  return [...byText.values()]
}

const isAttack = ({ attackAction, attackUnauthorised }: Facts): boolean =>
  attackAction === true && attackUnauthorised === true

const isGraveAttempt = ({ attemptedOnly, potentialEffect }: Facts): boolean =>
  attemptedOnly === true && potentialEffect === true

/** What could have been is asked of an attempt alone. */
const effectAsked = ({ attemptedOnly }: Facts): readonly FactId[] =>
  attemptedOnly === false
    ? ['significantEffect']
    : ['attemptedOnly', 'significantEffect', 'potentialEffect']

function effectOf(facts: Facts, stated: string, lang: Language): readonly string[] {
  const isCaused = facts.significantEffect === true
  const of = isCaused ? '' : `${REASONS.possible[lang]} `
  const points = rulesOf(factors).flatMap(({ id, facts: [fact], source }) =>
    fact && facts[fact] === true ? [`${of}${source.restatement[lang]} (${id.slice(-1)})`] : [],
  )
  const opening = isCaused ? REASONS.significant : REASONS.potential
  return [`${opening[lang]} ${stated}`, ...points]
}

/** The questions that nobody has answered, in brackets; nothing where all were answered with no. */
const missing = (ids: readonly FactId[], lang: Language): string =>
  ids.length === 0 ? '' : `[${ids.map((id) => getFact(id).question[lang]).join(' ')}]`
