import { notShown, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { own } from './own.ts'

export const review = rule({
  id: 'own-review',
  source: own({
    id: 'own-review',
    entry: 'T-02',
    restatement: {
      en: 'Conditions hold for as long as the measure lasts: confidence, proportionality, effects and harm to others are reviewed when due.',
      es: 'Las condiciones se mantienen mientras dure la medida: la confianza, la proporcionalidad, los efectos y el daño a otros se revisan cuando toca.',
    },
  }),
  authorities: ['Spacil 2023, p. 95', 'Council doc. 10289/23'],
  question: {
    en: 'Was every review held that has fallen due?',
    es: '¿Se ha hecho toda revisión que ya correspondía?',
  },
  arises: isRaised('reviewHeld'),
  // A review that is overdue shows neither that the limits still hold nor that they do not.
  facts: ['reviewHeld'],
  test: ({ reviewHeld }) => {
    if (reviewHeld === undefined) return unknown('reviewHeld')
    return reviewHeld
      ? satisfied('the review is current', 'la revisión está al día')
      : notShown('a review is overdue', 'hay una revisión atrasada', {
          en: 'hold the review, and look at every limit again',
          es: 'hacer la revisión, y examinar de nuevo cada límite',
        })
  },
})
