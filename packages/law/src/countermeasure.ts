import { wrongfulAct } from './arsiwa/art-02.ts'
import { continuingOrComposite } from './arsiwa/art-14.ts'
import { assistanceOnly } from './arsiwa/art-16.ts'
import { appliesInCyberspace, article22, cleanHands } from './arsiwa/art-22.ts'
import { necessity } from './arsiwa/art-25.ts'
import { noExcuse } from './arsiwa/art-26.ts'
import { whatIsOwed } from './arsiwa/art-30.ts'
import { injuredState } from './arsiwa/art-42.ts'
import { claimNotified } from './arsiwa/art-43.ts'
import { admissible } from './arsiwa/art-44.ts'
import { separateAction } from './arsiwa/art-46.ts'
import { jointAction } from './arsiwa/art-47.ts'
import { claimOfOthers, otherStates } from './arsiwa/art-48.ts'
import { objectAndLimits } from './arsiwa/art-49.ts'
import { obligationsNotAffected } from './arsiwa/art-50.ts'
import { allCounted, proportionality } from './arsiwa/art-51.ts'
import { procedure } from './arsiwa/art-52.ts'
import { notTerminated } from './arsiwa/art-53.ts'
import { onBehalf, ownRight } from './arsiwa/art-54.ts'
import { noSpecialRegime } from './arsiwa/art-55.ts'
import { listing } from './cfsp/decision-2019-797.ts'
import { toolbox } from './cfsp/toolbox.ts'
import { peacefulSettlement, securityCouncil } from './charter/art-33.ts'
import { apartFromDefence, selfDefence } from './charter/art-51.ts'
import { retorsion } from './custom/retorsion.ts'
import type { Facts } from './fact.ts'
import { substantiation } from './gge/gge-2015-28-f.ts'
import { standardOfProof } from './icj/bosnia-209.ts'
import { alliance } from './nato/art-05.ts'
import { consistency } from './own/consistency.ts'
import { allOf, anyOf, type Norm, normsOf, type Rule, rulesOf } from './rule.ts'
import { byAState } from './tallinn/rule-24.ts'
import { mutualAssistance } from './teu/art-42.ts'
import { solidarity } from './tfeu/art-222.ts'

const withoutInjury = allOf({
  id: 'title-without-injury',
  source: otherStates.source,
  question: {
    en: 'May this nation act in its own right without being injured?',
    es: '¿Puede esta nación actuar por derecho propio sin estar lesionada?',
  },
  parts: [otherStates, claimOfOthers, ownRight],
})

/** A title of one's own: as an injured State, or without injury, which is disputed. */
const ownTitle = anyOf({
  id: 'title-own',
  source: injuredState.source,
  question: {
    en: 'Has this nation a title of its own?',
    es: '¿Tiene esta nación un título propio?',
  },
  arises: ({ form }) => form !== 'assistance' && form !== 'on-behalf',
  remedy: {
    en: 'without a title of its own, keep to retorsion and sanctions, or help an injured State that asks for it',
    es: 'sin título propio, limitarse a la retorsión y las sanciones, o ayudar a un Estado lesionado que lo pida',
  },
  parts: [injuredState, withoutInjury],
})

/** The five forms of collaboration; where nobody chose, independent but coordinated. */
const title = allOf({
  id: 'title',
  source: injuredState.source,
  question: {
    en: 'May this nation act, in the form chosen?',
    es: '¿Puede actuar esta nación, en la forma elegida?',
  },
  parts: [ownTitle, separateAction, jointAction, assistanceOnly, onBehalf],
})

const proof = allOf({
  id: 'proof',
  source: standardOfProof.source,
  question: {
    en: 'Is the attribution proved and substantiated?',
    es: '¿Está probada y fundamentada la atribución?',
  },
  parts: [standardOfProof, substantiation],
})

/** Everything a countermeasure needs, in the order in which an adviser asks. */
const countermeasure = allOf({
  id: 'arsiwa-22',
  source: article22,
  question: {
    en: 'Are the conditions of a countermeasure met?',
    es: '¿Se cumplen las condiciones de una contramedida?',
  },
  parts: [
    appliesInCyberspace,
    wrongfulAct,
    continuingOrComposite,
    proof,
    noExcuse,
    cleanHands,
    title,
    byAState,
    claimNotified,
    admissible,
    whatIsOwed,
    objectAndLimits,
    obligationsNotAffected,
    noSpecialRegime,
    peacefulSettlement,
    apartFromDefence,
    proportionality,
    allCounted,
    procedure,
    notTerminated,
    consistency,
  ],
})

/** What needs no prior wrong; a listing and the toolbox of the Union have conditions of their own. */
const unfriendlyAct = allOf({
  id: 'unfriendly-act',
  source: retorsion.source,
  question: {
    en: 'Is it an unfriendly act that breaks no obligation, in the form chosen?',
    es: '¿Es un acto inamistoso que no infringe ninguna obligación, en la forma elegida?',
  },
  parts: [retorsion, listing, toolbox],
})

/** Recorded for those who decide on it, and never planned here. */
export const referral = anyOf({
  id: 'self-defence-referral',
  source: selfDefence.source,
  question: {
    en: 'What is on record for those who decide on defence, assistance or the Security Council?',
    es: '¿Qué consta para quienes deciden sobre la defensa, la asistencia o el Consejo de Seguridad?',
  },
  parts: [selfDefence, alliance, mutualAssistance, solidarity, securityCouncil],
})

const ROOTS: readonly Norm[] = [countermeasure, necessity, unfriendlyAct, referral]

/** Every rule, in the order in which it is asked. */
export const RULES: readonly Rule[] = ROOTS.flatMap(rulesOf)

/** Every rule and what is put together from rules. */
export const NORMS: readonly Norm[] = ROOTS.flatMap(normsOf)

const BY_ID: ReadonlyMap<string, Norm> = new Map(NORMS.map((norm) => [norm.id, norm]))

/** The rule, or the provisions put together, of this id. */
export function getNorm(id: string): Norm {
  const norm = BY_ID.get(id)
  if (!norm) throw new TypeError(`expected the id of a rule, got ${id}`)
  return norm
}

/**
 * What has to be asked of a measure of this kind; undefined where nothing is planned here:
 * self-defence is referred elsewhere. A measure of which no kind is stated is held to the most.
 */
export function normFor({ kind }: Facts): Norm | undefined {
  switch (kind) {
    case undefined:
    case 'countermeasure':
      return countermeasure
    case 'necessity':
      return necessity
    case 'statement':
    case 'demarche':
    case 'assistance':
    case 'retorsion':
    case 'restrictive-measure':
    case 'criminal-process':
      return unfriendlyAct
    case 'self-defence-referral':
      return undefined
  }
}
