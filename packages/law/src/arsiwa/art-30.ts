import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const whatIsOwed = rule({
  id: 'arsiwa-30-31',
  source: arsiwa(
    '30-31, 34-39',
    {
      en: 'The responsible State owes cessation, where appropriate assurances of non-repetition, and full reparation by restitution, compensation and satisfaction.',
      es: 'El Estado responsable debe la cesación, en su caso garantías de no repetición, y la reparación íntegra mediante restitución, indemnización y satisfacción.',
    },
    'summary-seen',
  ),
  authorities: [],
  question: {
    en: 'Do the demands ask for no more than is owed?',
    es: '¿Piden las exigencias no más de lo debido?',
  },
  arises: isRaised('remedySought'),
  facts: ['remedySought'],
  test: ({ remedySought }) => {
    if (remedySought === undefined) return unknown('remedySought')
    return remedySought === 'beyond'
      ? notSatisfied('they ask for more than is owed', 'piden más de lo debido', {
          en: 'ask for cessation and reparation, and say what exactly ends the measure',
          es: 'pedir la cesación y la reparación, e indicar qué pone fin exactamente a la medida',
        })
      : satisfied('they ask for what is owed', 'piden lo debido')
  },
})
