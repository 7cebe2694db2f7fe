import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const obligationInForce = rule({
  id: 'arsiwa-12-13',
  source: arsiwa(
    '12-13',
    {
      en: 'There is a breach where the conduct does not conform to an obligation, of whatever origin, that was in force for the State at the time.',
      es: 'Hay violación cuando el comportamiento no es conforme con una obligación, cualquiera que sea su origen, que estaba en vigor para el Estado en ese momento.',
    },
    'text-seen',
    'Spacil 2023, pp. 91-92',
  ),
  authorities: ['Spacil 2023, pp. 91-92'],
  question: {
    en: 'Was the obligation in force for the State at the time?',
    es: '¿Estaba la obligación en vigor para el Estado en ese momento?',
  },
  arises: isRaised('obligationInForce'),
  assumed: {
    en: 'the obligation was in force for the responsible State',
    es: 'la obligación estaba en vigor para el Estado responsable',
  },
  facts: ['obligationInForce'],
  test: ({ obligationInForce: inForce }) => {
    if (inForce === undefined) return unknown('obligationInForce')
    return inForce
      ? satisfied('it was in force', 'estaba en vigor')
      : notSatisfied('it was not in force', 'no estaba en vigor', {
          en: 'name an obligation that was in force',
          es: 'indicar una obligación que estuviera en vigor',
        })
  },
})
