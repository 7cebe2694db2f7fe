import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const notTerminated = rule({
  id: 'arsiwa-53',
  source: arsiwa(
    '53',
    {
      en: 'Countermeasures are terminated as soon as the responsible State has complied with its obligations of cessation and reparation; where it has complied in part, they are scaled down in proportion.',
      es: 'Se pone fin a las contramedidas tan pronto como el Estado responsable haya cumplido sus obligaciones de cesación y reparación; si ha cumplido en parte, se reducen en proporción.',
    },
    'text-seen',
    'Spacil 2023, pp. 95-96',
  ),
  authorities: ['Spacil 2023, pp. 95-96'],
  question: {
    en: 'Is compliance still owed, so that the measure need not end?',
    es: '¿Sigue debiéndose el cumplimiento, de modo que la medida no deba terminar?',
  },
  facts: ['ceased', 'reparation'],
  test: ({ ceased, reparation }) => {
    if (ceased === false) return satisfied('the wrong goes on', 'el ilícito continúa')
    if (reparation === 'none' || reparation === 'partial')
      return satisfied('reparation is still owed', 'aún se debe la reparación')
    if (ceased === undefined) return unknown('ceased')
    return reparation === undefined
      ? unknown('reparation')
      : notSatisfied('the responsible State has complied', 'el Estado responsable ha cumplido', {
          en: 'terminate the measure',
          es: 'poner fin a la medida',
        })
  },
})
