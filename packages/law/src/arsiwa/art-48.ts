import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
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

const NO_MORE = {
  en: 'claim cessation, and reparation for those injured',
  es: 'reclamar la cesación, y la reparación para los lesionados',
}

/** What a State that is not injured may claim, and no more; a title to countermeasures it does not give. */
export const claimOfOthers = rule({
  id: 'arsiwa-48-2',
  source: arsiwa(
    '48(2)',
    {
      en: 'A State that is not injured may claim cessation, assurances and guarantees of non-repetition, and that reparation be made in the interest of the injured State or of those whom the obligation protects. It claims nothing for itself.',
      es: 'Un Estado que no es el lesionado puede reclamar la cesación, seguridades y garantías de no repetición, y que se repare en interés del Estado lesionado o de quienes protege la obligación. No reclama nada para sí.',
    },
    'summary-seen',
  ),
  authorities: [],
  question: {
    en: 'Does it claim no more than a State may that is not injured?',
    es: '¿No reclama más de lo que puede un Estado que no es el lesionado?',
  },
  arises: isRaised('reparationFor'),
  facts: ['remedySought', 'reparationFor'],
  test: ({ remedySought, reparationFor }) => {
    if (remedySought === 'beyond')
      return notSatisfied('it asks for more than is owed', 'pide más de lo debido', NO_MORE)
    if (remedySought === undefined) return unknown('remedySought')
    // For whom it is matters only where reparation is sought.
    if (remedySought === 'cessation')
      return satisfied(
        'it claims cessation and non-repetition',
        'reclama la cesación y la no repetición',
      )
    if (reparationFor === undefined) return unknown('reparationFor')
    return reparationFor === 'injured'
      ? satisfied(
          'it claims reparation for those injured',
          'reclama reparación para los lesionados',
        )
      : notSatisfied('it claims reparation for itself', 'reclama reparación para sí misma', NO_MORE)
  },
})
