import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'

export const alliance = rule({
  id: 'nat-5',
  source: {
    id: 'nat-5',
    instrument: 'North Atlantic Treaty (1949)',
    provision: 'Articles 4, 5 and 6',
    citation: {
      en: 'North Atlantic Treaty, Articles 4, 5 and 6',
      es: 'Tratado del Atlántico Norte, artículos 4, 5 y 6',
    },
    restatement: {
      en: 'Allies decide case by case whether a cyber attack, or several together, amounts to an armed attack; consultations are open to any of them at any level.',
      es: 'Los aliados deciden caso por caso si un ciberataque, o varios juntos, equivale a un ataque armado; las consultas están abiertas a cualquiera de ellos en todo nivel.',
    },
    url: 'https://www.nato.int/cps/en/natohq/official_texts_17120.htm',
    seenAt: 'general knowledge',
    verification: 'general-knowledge',
    since: '1949-04-04',
    asOf: '2026-11-23',
  },
  authorities: [],
  question: {
    en: 'Has the North Atlantic Council invoked Article 5 for an attack on an ally?',
    es: '¿Ha invocado el Consejo del Atlántico Norte el artículo 5 por un ataque a un aliado?',
  },
  arises: isRaised('allianceDecision'),
  facts: ['allianceDecision', 'allianceInvokedOn'],
  test: ({ allianceDecision, allianceInvokedOn }) => {
    switch (allianceDecision) {
      case undefined:
        return unknown('allianceDecision')
      case 'none':
        return notSatisfied('the Council has decided nothing', 'el Consejo no ha decidido nada', {
          en: 'consult under Article 4',
          es: 'consultar según el artículo 4',
        })
      case 'consultation':
        return notSatisfied(
          'the allies consult, and the Council has invoked nothing',
          'los aliados se consultan, y el Consejo no ha invocado nada',
        )
      case 'invoked':
        return allianceInvokedOn === undefined
          ? unknown('allianceInvokedOn')
          : satisfied(
              'the Council has decided; nothing is inferred',
              'el Consejo ha decidido; nada se infiere',
            )
    }
  },
})
