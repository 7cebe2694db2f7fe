import { notSatisfied, notShown, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const admissible = rule({
  id: 'arsiwa-44-45',
  source: arsiwa(
    '44-45',
    {
      en: 'Responsibility cannot be invoked if the claim was validly waived or lost by acquiescence, or, where it is for nationals and the rule applies, if local remedies are not exhausted.',
      es: 'La responsabilidad no puede invocarse si hubo renuncia válida o la reclamación se perdió por aquiescencia, o, cuando se reclama por nacionales y la regla se aplica, si no se han agotado los recursos internos.',
    },
    'general-knowledge',
  ),
  authorities: [],
  question: {
    en: 'Is the claim neither given up nor inadmissible?',
    es: '¿No se ha renunciado a la reclamación ni es inadmisible?',
  },
  arises: isRaised('waiver', 'localRemedies'),
  facts: ['waiver', 'localRemedies'],
  test: ({ waiver, localRemedies }) => {
    if (waiver === 'waived' || waiver === 'acquiesced')
      return notSatisfied('the claim was given up', 'se renunció a la reclamación')
    if (localRemedies === 'not-exhausted')
      return notSatisfied(
        'local remedies are not exhausted',
        'no se agotaron los recursos internos',
        {
          en: 'exhaust them, or claim for the State’s own injury',
          es: 'agotarlos, o reclamar por el perjuicio propio del Estado',
        },
      )
    if (waiver === 'delay')
      return notShown(
        'the claim came late: whether it was given up is not shown',
        'la reclamación se presentó tarde: no se demuestra si se renunció a ella',
        {
          en: 'say in writing why nothing was given up by the delay',
          es: 'decir por escrito por qué no se renunció a nada con la demora',
        },
      )
    if (waiver === undefined) return unknown('waiver')
    if (localRemedies === undefined) return unknown('localRemedies')
    return satisfied('neither given up nor inadmissible', 'ni renunciada ni inadmisible')
  },
})
