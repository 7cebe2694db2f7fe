import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const otherStates = rule({
  id: 'arsiwa-48',
  source: arsiwa(
    '48',
    {
      en: 'A State other than an injured State may invoke responsibility if the obligation protects a collective interest of a group to which it belongs, or is owed to the international community as a whole. It may claim cessation, and reparation for those injured.',
      es: 'Un Estado que no sea el lesionado puede invocar la responsabilidad si la obligación protege un interés colectivo de un grupo del que forma parte, o existe con la comunidad internacional en su conjunto. Puede reclamar la cesación, y la reparación para los lesionados.',
    },
    'summary-seen',
  ),
  authorities: ['ICJ, Nicaragua, 1986, paras 248-249 (against forcible ones)'],
  question: {
    en: 'Is the obligation owed to a group that includes this nation, or to all?',
    es: '¿Existe la obligación con un grupo que incluye a esta nación, o con todos?',
  },
  facts: ['obligation', 'memberOfGroup'],
  test: ({ obligation, memberOfGroup }) => {
    switch (obligation) {
      case undefined:
        return unknown('obligation')
      case 'bilateral':
        return notSatisfied(
          'it is owed to single States; so, as a rule, are sovereignty and non-intervention',
          'existe con Estados determinados; así, por regla general, la soberanía y la no intervención',
        )
      case 'erga-omnes-partes':
        if (memberOfGroup === undefined) return unknown('memberOfGroup')
        return memberOfGroup
          ? satisfied(
              'it is owed to a group to which this nation belongs',
              'existe con un grupo al que esta nación pertenece',
            )
          : notSatisfied(
              'it is owed to a group to which this nation does not belong',
              'existe con un grupo al que esta nación no pertenece',
            )
      case 'erga-omnes':
      case 'peremptory':
        return satisfied('it is owed to all', 'existe con todos')
    }
  },
})
