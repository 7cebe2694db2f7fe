import { notShown, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { own } from './own.ts'

export const custody = rule({
  id: 'own-evidence',
  source: own({
    id: 'own-evidence',
    entry: 'X-04',
    restatement: {
      en: 'Intelligence is not evidence: the chain of custody is kept, sources are protected, and it is known what a court, one of the Union too, an ally or the public may see.',
      es: 'La inteligencia no es prueba: se mantiene la cadena de custodia, se protegen las fuentes y se sabe qué puede ver un tribunal, también de la Unión, un aliado o el público.',
    },
  }),
  authorities: ['ICJ, Bosnia Genocide, 2007, para. 209', 'Mikanagi & Mačák 2020'],
  question: {
    en: 'Is the chain of custody complete, or answered for in writing where it has gaps?',
    es: '¿Está completa la cadena de custodia, o se responde por escrito de sus lagunas?',
  },
  arises: isRaised('custody'),
  facts: ['custody'],
  test: ({ custody: log }) => {
    switch (log) {
      case undefined:
        return unknown('custody')
      case 'complete':
        return satisfied('the chain is complete', 'la cadena está completa')
      case 'gaps-answered':
        return satisfied(
          'the chain has gaps, and it is on record which pieces can be relied on without them',
          'la cadena tiene lagunas, y consta en qué piezas puede confiarse sin ellas',
        )
      case 'gaps':
        return notShown('the chain has gaps', 'la cadena tiene lagunas', {
          en: 'say in writing which pieces can be relied on without them',
          es: 'indicar por escrito en qué piezas puede confiarse sin ellas',
        })
    }
  },
})
