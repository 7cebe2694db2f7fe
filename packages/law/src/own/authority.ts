import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { own } from './own.ts'

export const authority = rule({
  id: 'own-authority',
  source: own({
    id: 'own-authority',
    entry: 'X-03',
    restatement: {
      en: 'Each nation records the authority under which it may act at home: constitution, parliament, mandates, and the competence of the Union.',
      es: 'Cada nación registra la autoridad que le permite actuar según su derecho: constitución, parlamento, mandatos y competencia de la Unión.',
    },
  }),
  authorities: ['TEU, Articles 24, 29, 31 and 42'],
  question: {
    en: 'Is this nation’s own authority to act on record?',
    es: '¿Consta la autoridad de esta nación para actuar?',
  },
  arises: isRaised('authority'),
  assumed: {
    en: 'this nation has the authority at home to act',
    es: 'esta nación tiene autoridad según su derecho para actuar',
  },
  facts: ['authority'],
  test: ({ authority: recorded }) => {
    if (recorded === undefined) return unknown('authority')
    return recorded === 'recorded'
      ? satisfied('it is on record', 'consta')
      : notSatisfied('there is none', 'no la hay', {
          en: 'obtain it, and record its basis and who approved',
          es: 'obtenerla, y registrar su base y quién aprobó',
        })
  },
})
