import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const adoption = rule({
  id: 'arsiwa-11',
  source: arsiwa(
    '11',
    {
      en: 'Conduct that is not otherwise attributable is an act of the State if and to the extent that it acknowledges and adopts it as its own. Approval or praise is not adoption.',
      es: 'El comportamiento no atribuible por otra vía es un hecho del Estado en el caso y en la medida en que lo reconozca y adopte como propio. Aprobarlo o elogiarlo no es adoptarlo.',
    },
    'text-seen',
    'public note “Attribution and State Responsibility”, Art. 11',
  ),
  authorities: [],
  question: {
    en: 'Has the State acknowledged and adopted the conduct as its own?',
    es: '¿Ha reconocido y adoptado el Estado el comportamiento como propio?',
  },
  facts: ['adoption'],
  test: ({ adoption: said }) => {
    if (said === undefined) return unknown('adoption')
    return said === 'adopts'
      ? satisfied('the State adopts it as its own', 'el Estado lo adopta como propio')
      : notSatisfied('the State has not adopted it', 'el Estado no lo ha adoptado')
  },
})
