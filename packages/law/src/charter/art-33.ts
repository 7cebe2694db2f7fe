import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { charter } from './charter.ts'

const settlementFirst: Dispute = {
  id: 'settlement-first',
  about: {
    en: 'Must peaceful settlement be sought before a countermeasure?',
    es: '¿Debe buscarse el arreglo pacífico antes de una contramedida?',
  },
  sides: [
    {
      says: { en: 'it must', es: 'sí' },
      authorities: ['UN Charter, Articles 2(3) and 33'],
    },
    {
      says: {
        en: 'the call and the offer to negotiate are enough',
        es: 'bastan el requerimiento y la oferta de negociar',
      },
      authorities: ['ARSIWA, Article 52(1)'],
    },
  ],
}

export const peacefulSettlement = rule({
  id: 'charter-33',
  source: charter({
    id: 'charter-33',
    provision: 'Articles 2(3) and 33',
    citation: {
      en: 'UN Charter, Articles 2(3) and 33',
      es: 'Carta de las Naciones Unidas, Artículos 2(3) y 33',
    },
    restatement: {
      en: 'Parties to a dispute that endangers peace first seek a solution by negotiation, enquiry, mediation, conciliation, arbitration or judicial settlement, in good faith.',
      es: 'Las partes en una controversia que pone en peligro la paz buscan ante todo una solución mediante negociación, investigación, mediación, conciliación, arbitraje o arreglo judicial, de buena fe.',
    },
    verification: 'summary-seen',
    seenAt: 'Cyber Law Toolkit, scenario 33',
  }),
  authorities: ['Cyber Law Toolkit, scenario 33'],
  question: {
    en: 'Were peaceful means sought, with the steps on record?',
    es: '¿Se buscaron medios pacíficos, con constancia de los pasos?',
  },
  arises: isRaised('settlementSteps'),
  facts: ['settlementSteps'],
  disputes: [settlementFirst],
  test: ({ settlementSteps }) => {
    if (settlementSteps === undefined) return unknown('settlementSteps')
    return settlementSteps === 'documented'
      ? satisfied('steps are on record', 'constan los pasos')
      : disputed(
          settlementFirst,
          'no peaceful means were sought',
          'no se buscaron medios pacíficos',
        )
  },
})

export const securityCouncil = rule({
  id: 'charter-33-42',
  source: charter({
    id: 'charter-33-42',
    provision: 'Articles 33-42, 52-54 and 103',
    citation: {
      en: 'UN Charter, Articles 33-42, 52-54 and 103',
      es: 'Carta de las Naciones Unidas, Artículos 33-42, 52-54 y 103',
    },
    restatement: {
      en: 'A dispute or a threat to peace can be brought to the Security Council or to regional bodies; obligations under the Charter, and decisions under Chapter VII, prevail.',
      es: 'Una controversia o una amenaza a la paz puede llevarse al Consejo de Seguridad o a organismos regionales; prevalecen las obligaciones de la Carta y las decisiones según el Capítulo VII.',
    },
    verification: 'summary-seen',
    seenAt: 'secondary summaries',
  }),
  authorities: [],
  question: {
    en: 'Is the matter before the Security Council?',
    es: '¿Está el asunto ante el Consejo de Seguridad?',
  },
  arises: isRaised('securityCouncil'),
  facts: ['securityCouncil'],
  test: ({ securityCouncil: council }) => {
    switch (council) {
      case undefined:
        return unknown('securityCouncil')
      case 'decided':
        return satisfied(
          'its decision under Chapter VII prevails',
          'prevalece su decisión según el Capítulo VII',
        )
      case 'seised':
        return satisfied('it is seised', 'conoce del asunto')
      case 'no':
        return notSatisfied('it is not seised', 'no conoce del asunto', {
          en: 'bring the matter to it by letter',
          es: 'llevarle el asunto por carta',
        })
    }
  },
})
