import { missingFrom } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'

export const listing = rule({
  id: 'cfsp-2019-797',
  source: {
    id: 'cfsp-2019-797',
    instrument: 'Council Decision 2019/797 and Council Regulation 2019/796 on cyber-attacks',
    provision: 'Articles 1-6',
    citation: {
      en: 'Council Decision (CFSP) 2019/797, Articles 1-6',
      es: 'Decisión (PESC) 2019/797 del Consejo, artículos 1-6',
    },
    restatement: {
      en: 'Persons and entities responsible for cyber-attacks with a significant effect, or attempts, that are an external threat can be listed, also for attacks on third States and organisations. The Council decides by unanimity; courts of the Union review reasons and evidence. It attributes nothing to a State.',
      es: 'Pueden incluirse en la lista las personas y entidades responsables de ciberataques con efecto significativo, o tentativas, que sean una amenaza externa, también por ataques a terceros Estados y organizaciones. El Consejo decide por unanimidad; los tribunales de la Unión revisan motivos y pruebas. No atribuye nada a un Estado.',
    },
    url: 'https://eur-lex.europa.eu/eli/dec/2019/797/oj',
    seenAt: 'dig.watch, summary of Council Regulation 2019/796',
    verification: 'summary-seen',
    asOf: '2026-11-23',
  },
  authorities: ['TEU, Article 29', 'TFEU, Article 215', 'Council doc. 10289/23'],
  question: {
    en: 'Does the listing meet the criteria, with a file that courts can review and unanimity?',
    es: '¿Cumple la inclusión los criterios, con un expediente revisable por los tribunales y unanimidad?',
  },
  arises: ({ listingUnder }) => listingUnder === 'union',
  facts: ['significantEffect', 'externalThreat', 'listingFile', 'councilUnanimous'],
  test: ({ significantEffect, externalThreat, listingFile, councilUnanimous }) => {
    if (significantEffect === false)
      return notSatisfied('the effect is not significant', 'el efecto no es significativo')
    if (externalThreat === false)
      return notSatisfied('it is no external threat', 'no es una amenaza externa')
    if (listingFile === false)
      return notSatisfied('no file could be reviewed', 'no hay expediente revisable', {
        en: 'prepare reasons and evidence that can be disclosed to a court',
        es: 'preparar motivos y pruebas que puedan mostrarse a un tribunal',
      })
    if (councilUnanimous === false)
      return notSatisfied('the Council is not unanimous', 'el Consejo no es unánime')
    const missing = missingFrom({
      significantEffect,
      externalThreat,
      listingFile,
      councilUnanimous,
    })
    return missing.length > 0
      ? unknown(...missing)
      : satisfied('the criteria are met, by unanimity', 'se cumplen los criterios, por unanimidad')
  },
})
