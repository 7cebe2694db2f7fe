import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { teu } from './teu.ts'

const aggression: Dispute = {
  id: 'armed-aggression',
  about: {
    en: 'Can a cyber operation alone be an armed aggression?',
    es: '¿Puede una sola operación cibernética ser una agresión armada?',
  },
  sides: [
    {
      says: { en: 'it can', es: 'puede serlo' },
      authorities: ['source: none'],
    },
    {
      says: { en: 'it is open', es: 'está abierto' },
      authorities: ['not settled (rules base, SD-03)'],
    },
  ],
}

export const mutualAssistance = rule({
  id: 'teu-42-7',
  source: teu({
    id: 'teu-42-7',
    provision: 'Article 42(7)',
    citation: { en: 'TEU, Article 42(7)', es: 'TUE, artículo 42, apartado 7' },
    restatement: {
      en: 'If a member is the victim of armed aggression on its territory, the others owe it aid and assistance by all means in their power, without prejudice to neutrality and to commitments in the Alliance.',
      es: 'Si un miembro es objeto de una agresión armada en su territorio, los demás le deben ayuda y asistencia con todos los medios a su alcance, sin perjuicio de la neutralidad ni de los compromisos en la Alianza.',
    },
    seenAt: 'general knowledge',
    verification: 'general-knowledge',
  }),
  authorities: [],
  question: {
    en: 'Has the member of the Union that was attacked invoked mutual assistance?',
    es: '¿Ha invocado la asistencia mutua el miembro de la Unión que fue atacado?',
  },
  arises: isRaised('mutualAssistance'),
  facts: ['mutualAssistance', 'assistanceInvokedOn'],
  disputes: [aggression],
  test: ({ mutualAssistance: invoked, assistanceInvokedOn }) => {
    if (invoked !== undefined && invoked !== 'none' && assistanceInvokedOn === undefined)
      return unknown('assistanceInvokedOn')
    switch (invoked) {
      case undefined:
        return unknown('mutualAssistance')
      case 'armed-aggression':
        return satisfied('the victim has invoked it', 'la víctima la ha invocado')
      case 'cyber-alone':
        return disputed(
          aggression,
          'it is invoked for a cyber operation alone',
          'se invoca por una sola operación cibernética',
        )
      case 'none':
        return notSatisfied('nobody has invoked it', 'nadie la ha invocado', {
          en: 'the member that was attacked invokes it; what others offer it by themselves is put on record',
          es: 'que la invoque el miembro atacado; lo que otros le ofrezcan por sí mismos se hace constar',
        })
    }
  },
})
