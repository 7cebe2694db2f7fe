import { notSatisfied, notShown, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

/** Of whoever chose not to know it is not shown that it knew, nor that it did not. */
export const SHOW_IT = {
  en: 'show what it knew, or that it aided (Article 16)',
  es: 'demostrar qué sabía, o que prestó ayuda (artículo 16)',
}

export const directed = rule({
  id: 'arsiwa-17',
  source: arsiwa(
    '17',
    {
      en: 'A State that knowingly directs and controls another in a wrongful act is responsible for that act, if it would be wrongful had it committed it itself.',
      es: 'El Estado que a sabiendas dirige y controla a otro en un hecho ilícito es responsable de ese hecho, si sería ilícito de haberlo cometido él mismo.',
    },
    'summary-seen',
    'secondary summaries; that the act would be wrongful if it had committed it itself (17(b)): general knowledge, no source that was read says it',
  ),
  authorities: [],
  question: {
    en: 'Did it direct and control the other State in the act?',
    es: '¿Dirigió y controló al otro Estado en el hecho?',
  },
  facts: ['roleInAct', 'knowledgeOfAct', 'wrongfulIfOwn'],
  test: ({ roleInAct, knowledgeOfAct, wrongfulIfOwn }) => {
    if (roleInAct === undefined) return unknown('roleInAct')
    if (roleInAct !== 'directed')
      return notSatisfied('it did not direct and control it', 'no lo dirigió ni controló')
    if (wrongfulIfOwn === false)
      return notSatisfied(
        'the act would not be wrongful if it had committed it',
        'el hecho no sería ilícito si lo hubiera cometido él',
      )
    if (knowledgeOfAct === undefined) return unknown('knowledgeOfAct')
    if (knowledgeOfAct === 'none')
      return notSatisfied('it did not know the circumstances', 'no conocía las circunstancias')
    if (knowledgeOfAct === 'wilful-blindness')
      return notShown('its knowledge is not shown', 'no se demuestra que lo conociera', SHOW_IT)
    return wrongfulIfOwn === undefined
      ? unknown('wrongfulIfOwn')
      : satisfied('it directed the act, knowing it', 'dirigió el hecho, conociéndolo')
  },
})
