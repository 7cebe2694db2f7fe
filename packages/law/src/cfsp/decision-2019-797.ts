import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { allOf, rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { against, attack, effect } from './art-01.ts'
import { factors } from './art-02.ts'
import { FRAMEWORK } from './eu-2019-796.ts'
import { persons } from './art-03.ts'
import { afterwards } from './art-13.ts'
import { evidence, statementOfReasons } from './reasons.ts'

const decision = {
  instrument: 'Council Decision (CFSP) 2019/797 on cyber-attacks',
  url: 'https://eur-lex.europa.eu/eli/dec/2019/797/oj',
  verification: 'summary-seen',
  ...FRAMEWORK,
  asOf: '2026-11-27',
} as const satisfies Partial<Source>

const article6 = (what: string): Source => ({
  ...decision,
  id: `cfsp-2019-797-6-1-${what}`,
  provision: 'Article 6(1)',
  citation: {
    en: 'Decision (CFSP) 2019/797, Article 6(1)',
    es: 'Decisión (PESC) 2019/797, artículo 6, apartado 1',
  },
  restatement: {
    en: 'The Council establishes and amends the list by unanimity, upon a proposal of a member or of the High Representative.',
    es: 'El Consejo establece y modifica la lista por unanimidad, a propuesta de un miembro o del Alto Representante.',
  },
  seenAt: 'betterregulation.com, document 564923',
})

const proposed = rule({
  id: 'cfsp-2019-797-6-1-proposal',
  source: article6('proposal'),
  authorities: ['TEU, Article 30'],
  question: {
    en: 'Has a member or the High Representative proposed it?',
    es: '¿Lo ha propuesto un miembro o el Alto Representante?',
  },
  facts: ['listingProposed'],
  test: ({ listingProposed }) => {
    if (listingProposed === undefined) return unknown('listingProposed')
    return listingProposed
      ? satisfied('it was proposed', 'se propuso')
      : notSatisfied('nobody has proposed it', 'nadie lo ha propuesto', {
          en: 'a member or the High Representative proposes it',
          es: 'que lo proponga un miembro o el Alto Representante',
        })
  },
})

const unanimous = rule({
  id: 'cfsp-2019-797-6-1-unanimity',
  source: article6('unanimity'),
  authorities: ['TEU, Articles 29 and 31(1)', 'TFEU, Article 215'],
  question: { en: 'Is the Council unanimous?', es: '¿Es unánime el Consejo?' },
  facts: ['councilUnanimous'],
  test: ({ councilUnanimous }) => {
    if (councilUnanimous === undefined) return unknown('councilUnanimous')
    return councilUnanimous
      ? satisfied('it decides by unanimity', 'decide por unanimidad')
      : notSatisfied('the Council is not unanimous', 'el Consejo no es unánime', {
          en: 'put a listing that no member opposes; an abstention does not prevent it',
          es: 'proponer una inclusión a la que ningún miembro se oponga; una abstención no la impide',
        })
  },
})

/** A listing, article by article; it attributes nothing to a State. */
export const listing = allOf({
  id: 'cfsp-2019-797',
  source: {
    ...decision,
    id: 'cfsp-2019-797',
    instrument: 'Council Decision 2019/797 and Council Regulation 2019/796 on cyber-attacks',
    provision: 'Articles 1-6',
    citation: {
      en: 'Council Decision (CFSP) 2019/797, Articles 1-6',
      es: 'Decisión (PESC) 2019/797 del Consejo, artículos 1-6',
    },
    restatement: {
      en: 'Persons and entities responsible for cyber-attacks with a significant effect, or attempts, that are an external threat can be listed, also for attacks on third States and organisations. The Council decides by unanimity; courts of the Union review reasons and evidence. It attributes nothing to a State. The regime runs until 18 May 2028; listings are reviewed every year.',
      es: 'Pueden incluirse en la lista las personas y entidades responsables de ciberataques con efecto significativo, o tentativas, que sean una amenaza externa, también por ataques a terceros Estados y organizaciones. El Consejo decide por unanimidad; los tribunales de la Unión revisan motivos y pruebas. No atribuye nada a un Estado. El régimen rige hasta el 18 de mayo de 2028; las inclusiones se revisan cada año.',
    },
    seenAt: 'dig.watch, summary of Council Regulation 2019/796; its end: en.aravot.am, 2025-05-13',
  },
  question: {
    en: 'Does the listing meet the criteria, with a file that courts can review and unanimity?',
    es: '¿Cumple la inclusión los criterios, con un expediente revisable por los tribunales y unanimidad?',
  },
  arises: ({ listingUnder }) => listingUnder === 'union',
  parts: [
    attack,
    allOf({
      id: 'eu-2019-796-effect',
      source: effect.source,
      question: {
        en: 'Is the effect significant, and on which factors?',
        es: '¿Es significativo el efecto, y por qué factores?',
      },
      parts: [effect, factors],
    }),
    against,
    persons,
    statementOfReasons,
    evidence,
    proposed,
    unanimous,
    afterwards,
  ],
})
