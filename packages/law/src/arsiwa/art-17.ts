import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const directed = rule({
  id: 'arsiwa-17',
  source: arsiwa(
    '17',
    {
      en: 'A State that knowingly directs and controls another in a wrongful act is responsible for that act.',
      es: 'El Estado que a sabiendas dirige y controla a otro en un hecho ilícito es responsable de ese hecho.',
    },
    'summary-seen',
  ),
  authorities: [],
  question: {
    en: 'Did it direct and control the other State in the act?',
    es: '¿Dirigió y controló al otro Estado en el hecho?',
  },
  facts: ['roleInAct', 'knowledgeOfAct'],
  test: ({ roleInAct, knowledgeOfAct }) => {
    if (roleInAct === undefined) return unknown('roleInAct')
    if (roleInAct !== 'directed')
      return notSatisfied('it did not direct and control it', 'no lo dirigió ni controló')
    if (knowledgeOfAct === undefined) return unknown('knowledgeOfAct')
    return knowledgeOfAct === 'actual'
      ? satisfied('it directed the act, knowing it', 'dirigió el hecho, conociéndolo')
      : notSatisfied('its knowledge is not shown', 'no se demuestra que lo conociera')
  },
})
