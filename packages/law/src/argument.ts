import type { InLanguages, Language } from '@entente/lexicon'
import type { Column } from './assess.ts'
import { getNorm } from './countermeasure.ts'
import { type FactId, getFact, isRestricted } from './fact.ts'
import type { Dispute, Value } from './finding.ts'
import { isKept, keptWord } from './memorandum/kept.ts'
import { VALUE_WORDS, WORDS } from './memorandum/words.ts'
import { valueInWords } from './memorandum/facts.ts'
import type { RecordedFacts } from './measure.ts'
import { isApplied } from './norm-on.ts'
import type { Norm } from './rule.ts'
import { isAsked, type Trace } from './trace.ts'

// The shape is that of Carneades (Gordon, Prakken and Walton 2007): claims, premises of three kinds,
// a standard of proof for each claim, and who bears the burden. Nothing in it is weighed by numbers.

/** How much proof a claim takes; `none-fixed` where no source that was read fixes any. */
type ProofStandard = 'none-fixed' | 'default' | 'clear-and-convincing'

/** Who has to show a claim: whoever relies on the measure, or whoever invokes an excuse. */
type Burden = 'acting' | 'responsible'

/** An assumption holds until somebody questions it; an exception is asked only once it is raised. */
type PremiseKind = 'ordinary' | 'assumption' | 'exception'

/** Without a source where none fixes any. */
type Standard = { readonly is: ProofStandard; readonly source?: InLanguages }

/** A fact under a claim: who asserts it, or that nobody has said it. */
type FactPremise = {
  readonly fact: FactId
  readonly value?: unknown
  readonly assertedBy?: string
  /** It is missing, and could still change the answer. */
  readonly isAsked: boolean
}

/** A claim that a norm makes, with what it rests on; claims stand in the order in which they are asked. */
export type Claim = {
  readonly id: string
  readonly depth: number
  readonly kind: Norm['kind']
  /** How it is a premise of the claim above it. */
  readonly premise: PremiseKind
  /** `kept` where it asks for what stays with those who need it. */
  readonly value: Value | 'not-asked' | 'kept'
  readonly because?: InLanguages
  /** What is taken to be so where nobody raised it. */
  readonly assumed?: InLanguages
  readonly standard: Standard
  readonly burden: Burden
  readonly facts: readonly FactPremise[]
  /** The claims below it; where one is enough, each is an argument of its own. */
  readonly parts: readonly string[]
  /** The disputes about it: each is an argument against. */
  readonly against: readonly Pick<Dispute, 'id' | 'about'>[]
  /** Whether the claim above it rests on it as things stand. */
  readonly bears: boolean
}

const NONE_FIXED: Standard = { is: 'none-fixed' }

// Source: rules base, A-12. No standard is fixed for a State that acts by itself; what the Court used is named.
const ATTRIBUTED: Standard = {
  is: 'default',
  source: {
    en: 'ours: highly likely on two independent sources (bosnia-209)',
    es: 'nuestro: muy probable según dos fuentes independientes (bosnia-209)',
  },
}
const OF_FORCE: Standard = {
  is: 'clear-and-convincing',
  source: {
    en: 'ICJ on the use of force (rules base, A-12)',
    es: 'CIJ sobre el uso de la fuerza (base de reglas, A-12)',
  },
}
const STANDARDS: Readonly<Record<string, Standard>> = {
  'arsiwa-2-a': ATTRIBUTED,
  'bosnia-209': ATTRIBUTED,
  'charter-2-4': OF_FORCE,
  'charter-51-attack': OF_FORCE,
}

/** How much proof a norm takes; a part takes what the whole takes unless it has a standard of its own. */
const standardOf = (id: string, above: Standard = NONE_FIXED): Standard => STANDARDS[id] ?? above

/** The State held responsible has to bear out what it invokes to be excused (ARSIWA 20 to 25). */
const burdenOf = (id: string, above: Burden = 'acting'): Burden =>
  id === 'arsiwa-20-25' ? 'responsible' : above

/** How a norm is a premise of what it is part of; what is made of exceptions alone is one itself. */
function premiseOf(norm: Norm): PremiseKind {
  if (norm.assumed) return 'assumption'
  if (norm.arises?.({}) === false) return 'exception'
  const isMadeOfExceptions =
    norm.kind !== 'rule' && norm.parts.every((part) => premiseOf(part) === 'exception')
  return isMadeOfExceptions ? 'exception' : 'ordinary'
}

/** Everything that the answer for one nation was argued from: same column, same claims. */
export function argumentOf({ trace, facts, day }: Column): readonly Claim[] {
  const claims: Claim[] = []
  add(trace, { depth: 0, standard: NONE_FIXED, burden: 'acting', bears: true })
  return claims

  function add(each: Trace, above: Pick<Claim, 'depth' | 'standard' | 'burden' | 'bears'>): void {
    const norm = getNorm(each.norm)
    const standard = standardOf(each.norm, above.standard)
    const burden = burdenOf(each.norm, above.burden)
    claims.push({
      id: each.norm,
      depth: above.depth,
      kind: norm.kind,
      premise: premiseOf(norm),
      ...answerOf(each, norm),
      standard,
      burden,
      facts:
        norm.kind === 'rule' && isAsked(each) && isApplied(norm.source, day)
          ? factsUnder(norm.facts, each.finding.asks, facts)
          : [],
      parts: isAsked(each) ? each.parts.map((part) => part.norm) : [],
      bears: above.bears,
    })
    if (!isAsked(each)) return
    for (const part of each.parts)
      add(part, {
        depth: above.depth + 1,
        standard,
        burden,
        bears: above.bears && each.route.includes(part.norm),
      })
  }
}

function answerOf(
  each: Trace,
  norm: Norm,
): Pick<Claim, 'value' | 'because' | 'assumed' | 'against'> {
  if (!isAsked(each))
    return {
      value: 'not-asked',
      against: [],
      ...(norm.assumed && each.assumed ? { assumed: norm.assumed } : {}),
    }
  const { value, because, disputes } = each.finding
  if (isKept(norm.id)) return { value: 'kept', against: [] }
  return {
    value,
    against: norm.kind === 'rule' ? disputes.map(({ id, about }) => ({ id, about })) : [],
    ...(because ? { because } : {}),
  }
}

const factsUnder = (
  ids: readonly FactId[],
  asks: readonly FactId[] = [],
  recorded: RecordedFacts,
): readonly FactPremise[] =>
  ids.map((fact) => {
    const known = recorded[fact]
    return {
      fact,
      isAsked: asks.includes(fact),
      ...(known ? { assertedBy: known.assertedBy } : {}),
      ...(known && !isRestricted(fact) ? { value: known.value } : {}),
    }
  })

const ARGUED = {
  standard: { en: 'standard of proof', es: 'estándar de prueba' },
  burden: { en: 'to be shown by', es: 'lo debe demostrar' },
  acting: { en: 'whoever relies on the measure', es: 'quien se apoya en la medida' },
  responsible: {
    en: 'the State held responsible, which invokes it',
    es: 'el Estado considerado responsable, que lo invoca',
  },
  'none-fixed': { en: 'none is fixed', es: 'ninguno está fijado' },
  default: { en: 'a default of this product', es: 'un valor por defecto de este producto' },
  'clear-and-convincing': { en: 'clear and convincing', es: 'claro y convincente' },
  ordinary: { en: '', es: '' },
  assumption: { en: 'assumption', es: 'suposición' },
  exception: { en: 'only if raised', es: 'solo si se plantea' },
  bears: { en: 'decides', es: 'decide' },
  by: { en: 'asserted by', es: 'afirmado por' },
  unsaid: { en: 'nobody has said it', es: 'nadie lo ha dicho' },
  against: { en: 'against it', es: 'en contra' },
} as const satisfies Readonly<Record<string, InLanguages>>

/** Who said a fact, by name. */
export const saidBy = (name: string, lang: Language): string => `${ARGUED.by[lang]} ${name}`

/** The argument of one nation, line by line: what is claimed, how it came out, on what, who has to show it. */
export function argumentLines(
  column: Column,
  nameOf: (code: string) => string,
  lang: Language,
): readonly string[] {
  return argumentOf(column).flatMap((claim) => {
    const norm = getNorm(claim.id)
    const indent = '  '.repeat(claim.depth)
    const marks = [
      ARGUED[claim.premise][lang],
      claim.bears && claim.value !== 'not-asked' ? ARGUED.bears[lang] : '',
    ].filter((mark) => mark !== '')
    const why = claim.because ?? claim.assumed
    const head = `${indent}${norm.question[lang]} ${answerIn(claim, lang)}${marks.length > 0 ? ` [${marks.join(', ')}]` : ''}${why ? `: ${why[lang]}` : ''}`
    if (claim.value === 'not-asked' || claim.kind !== 'rule') return [head]
    return [
      head,
      `${indent}  ${WORDS.source[lang]}: ${norm.source.citation[lang]}`,
      ...claim.facts.map(
        ({ fact, value, assertedBy }) =>
          `${indent}  ${getFact(fact).question[lang]} ${assertedBy === undefined ? ARGUED.unsaid[lang] : `${valueInWords(fact, value, lang)} (${saidBy(nameOf(assertedBy), lang)})`}`,
      ),
      ...claim.against.map(({ about }) => `${indent}  ${ARGUED.against[lang]}: ${about[lang]}`),
      `${indent}  ${shownBy(claim, lang)}`,
    ]
  })
}

/** Who has to show a claim, and to what standard. */
export const shownBy = (
  { burden, standard }: Pick<Claim, 'burden' | 'standard'>,
  lang: Language,
): string =>
  `${ARGUED.burden[lang]} ${ARGUED[burden][lang]}; ${ARGUED.standard[lang]}: ${ARGUED[standard.is][lang]}${standard.source ? ` (${standard.source[lang]})` : ''}`

/** Of what is kept, only whether it was assessed. */
const answerIn = ({ value, facts }: Claim, lang: Language): string =>
  value === 'kept'
    ? keptWord(
        facts.some(({ isAsked: isMissing }) => isMissing),
        lang,
      )
    : VALUE_WORDS[value][lang]
