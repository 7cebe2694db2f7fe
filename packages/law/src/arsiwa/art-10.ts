import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const insurrectionalMovements = rule({
  id: 'arsiwa-10',
  source: arsiwa(
    '10',
    {
      en: 'The conduct of an insurrectional movement that becomes the new government, or that forms a new State, is an act of that State from the beginning.',
      es: 'El comportamiento de un movimiento insurreccional que se convierte en el nuevo gobierno, o que forma un nuevo Estado, es un hecho de ese Estado desde el principio.',
    },
    'general-knowledge',
  ),
  authorities: [],
  question: {
    en: 'Did an insurrectional movement do it that has come to govern?',
    es: '¿Lo hizo un movimiento insurreccional que ha llegado a gobernar?',
  },
  facts: ['actor', 'movementSucceeded'],
  test: ({ actor, movementSucceeded }) => {
    if (actor === undefined) return unknown('actor')
    if (actor !== 'insurgents')
      return notSatisfied(
        'it was not an insurrectional movement',
        'no fue un movimiento insurreccional',
      )
    if (movementSucceeded === undefined) return unknown('movementSucceeded')
    return movementSucceeded
      ? satisfied(
          'the movement governs, or formed a State',
          'el movimiento gobierna, o formó un Estado',
        )
      : notSatisfied('the movement did not succeed', 'el movimiento no triunfó')
  },
})
