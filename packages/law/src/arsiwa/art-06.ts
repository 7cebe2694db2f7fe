import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const lentOrgans = rule({
  id: 'arsiwa-6',
  source: arsiwa(
    '6',
    {
      en: 'The conduct of an organ that one State places at the disposal of another is an act of the latter, if the organ exercises its governmental authority under its exclusive direction.',
      es: 'El comportamiento de un órgano que un Estado pone a disposición de otro es un hecho de este último, si el órgano ejerce su autoridad gubernamental bajo su dirección exclusiva.',
    },
    'summary-seen',
    'Cyber Law Toolkit, Attribution, item 3',
  ),
  authorities: ['Tallinn Manual 2.0, rule 16, p. 93'],
  question: {
    en: 'Did an organ do it that another State had placed at the State’s disposal?',
    es: '¿Lo hizo un órgano que otro Estado había puesto a disposición del Estado?',
  },
  facts: ['actor', 'exclusiveDirection'],
  test: ({ actor, exclusiveDirection }) => {
    if (actor === undefined) return unknown('actor')
    if (actor !== 'lent-organ')
      return notSatisfied('it was not a lent organ', 'no fue un órgano cedido')
    if (exclusiveDirection === undefined) return unknown('exclusiveDirection')
    return exclusiveDirection
      ? satisfied(
          'the lent organ acted under its exclusive direction',
          'el órgano cedido actuó bajo su dirección exclusiva',
        )
      : notSatisfied(
          'the State that lent it kept a hand in its direction',
          'el Estado que lo cedió conservó parte de la dirección',
        )
  },
})
