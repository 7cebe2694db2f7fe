import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

/** What has ended and is owed nothing leaves a countermeasure without an object. */
export const continuingOrComposite = rule({
  id: 'arsiwa-14-15',
  source: arsiwa(
    '14-15',
    {
      en: 'A breach extends over the time in which the act continues; a series of acts that is wrongful in aggregate extends from the first of them to the last.',
      es: 'La violación se extiende durante el tiempo en que el hecho continúa; una serie de hechos ilícita en su conjunto se extiende desde el primero hasta el último.',
    },
    'general-knowledge',
  ),
  authorities: ['ARSIWA, Article 30'],
  question: {
    en: 'Does the wrong go on, or is reparation still owed for it?',
    es: '¿Continúa el ilícito, o se debe aún reparación por él?',
  },
  arises: isRaised('actExtent'),
  facts: ['actExtent', 'reparation'],
  test: ({ actExtent, reparation }) => {
    if (actExtent === undefined) return unknown('actExtent')
    if (actExtent === 'continuing') return satisfied('the act continues', 'el hecho continúa')
    if (actExtent === 'series') return satisfied('the series goes on', 'la serie sigue')
    if (reparation === undefined) return unknown('reparation')
    return reparation === 'none' || reparation === 'partial'
      ? satisfied('it is over, and reparation is owed', 'ha terminado, y se debe reparación')
      : notSatisfied(
          'it is over, and no reparation is owed or sought',
          'ha terminado, y no se debe ni se pide reparación',
          { en: 'keep to statements and retorsion', es: 'limitarse a declaraciones y retorsión' },
        )
  },
})
