import { notSatisfied, notShown, satisfied, unknown } from '../finding.ts'
import { anyOf, rule } from '../rule.ts'
import { aided } from './art-16.ts'
import { directed, SHOW_IT } from './art-17.ts'
import { arsiwa } from './arsiwa.ts'

const coerced = rule({
  id: 'arsiwa-18',
  source: arsiwa(
    '18',
    {
      en: 'A State that knowingly coerces another to commit an act is responsible for that act.',
      es: 'El Estado que a sabiendas coacciona a otro para que cometa un hecho es responsable de ese hecho.',
    },
    'summary-seen',
  ),
  authorities: [],
  question: {
    en: 'Did it coerce the other State into the act?',
    es: '¿Coaccionó al otro Estado para que cometiera el hecho?',
  },
  facts: ['roleInAct', 'knowledgeOfAct'],
  test: ({ roleInAct, knowledgeOfAct }) => {
    if (roleInAct === undefined) return unknown('roleInAct')
    if (roleInAct !== 'coerced') return notSatisfied('it did not coerce', 'no coaccionó')
    if (knowledgeOfAct === undefined) return unknown('knowledgeOfAct')
    if (knowledgeOfAct === 'none')
      return notSatisfied('it did not know the circumstances', 'no conocía las circunstancias')
    return knowledgeOfAct === 'actual'
      ? satisfied('it coerced the other State, knowing the act', 'coaccionó, conociendo el hecho')
      : notShown(
          'that it knew the act is not shown',
          'no se demuestra que conociera el hecho',
          SHOW_IT,
        )
  },
})

/** Responsibility in connection with the act of another State: beside attribution, to the same effect. */
export const actOfAnother = anyOf({
  id: 'arsiwa-16-18',
  source: {
    ...arsiwa(
      '16-18',
      {
        en: 'A State is responsible in connection with the act of another if it aids, directs and controls, or coerces it.',
        es: 'Un Estado es responsable en relación con el hecho de otro si lo ayuda, lo dirige y controla, o lo coacciona.',
      },
      'summary-seen',
    ),
  },
  question: {
    en: 'Does the State answer for its part in the act of another State?',
    es: '¿Responde el Estado por su intervención en el hecho de otro Estado?',
  },
  arises: ({ actor }) => actor === 'another-state',
  parts: [aided, directed, coerced],
})
