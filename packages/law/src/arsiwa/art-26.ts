import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { allOf, anyOf, rule } from '../rule.ts'
import { consent } from './art-20.ts'
import { defence } from './art-21.ts'
import { theirCountermeasure } from './art-22.ts'
import { forceMajeure } from './art-23.ts'
import { distress } from './art-24.ts'
import { theirNecessity } from './art-25.ts'
import { arsiwa } from './arsiwa.ts'

const article26 = arsiwa(
  '26-27',
  {
    en: 'No circumstance excuses an act that breaks an obligation under a peremptory norm. Any excuse lasts only as long as the circumstance, and compensation for material loss may still be owed.',
    es: 'Ninguna circunstancia excusa un hecho que infringe una obligación dimanante de una norma imperativa. Toda excusa dura solo lo que la circunstancia, y aún puede deberse indemnización por los daños materiales.',
  },
  'general-knowledge',
)

/** The exception of the exceptions. */
const peremptory = rule({
  id: 'arsiwa-26-27',
  source: article26,
  authorities: [],
  question: {
    en: 'Was the norm that was broken peremptory, so that nothing excuses?',
    es: '¿Era imperativa la norma infringida, de modo que nada excusa?',
  },
  arises: ({ excuse }) => excuse !== undefined && excuse !== 'none',
  facts: ['obligation'],
  test: ({ obligation }) => {
    if (obligation === undefined) return unknown('obligation')
    return obligation === 'peremptory'
      ? satisfied('a peremptory norm was broken', 'se infringió una norma imperativa')
      : notSatisfied('the norm is not peremptory', 'la norma no es imperativa')
  },
})

/** The exceptions to a wrongful act: each arises where the State held responsible invokes it. */
const noneHolds = allOf({
  id: 'arsiwa-20-25',
  source: arsiwa(
    '20-25',
    {
      en: 'Circumstances precluding wrongfulness.',
      es: 'Circunstancias que excluyen la ilicitud.',
    },
    'summary-seen',
  ),
  question: {
    en: 'Does nothing that the State held responsible invokes excuse it?',
    es: '¿Nada de lo que invoca el Estado considerado responsable lo excusa?',
  },
  parts: [consent, defence, theirCountermeasure, forceMajeure, distress, theirNecessity],
})

export const noExcuse = anyOf({
  id: 'arsiwa-20-27',
  source: article26,
  question: {
    en: 'Is wrongfulness not precluded?',
    es: '¿No queda excluida la ilicitud?',
  },
  parts: [noneHolds, peremptory],
})
