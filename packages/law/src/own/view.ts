import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { own } from './own.ts'

const silence: Dispute = {
  id: 'own-silence',
  about: {
    en: 'May a nation rely on a rule of which its own position says nothing?',
    es: '¿Puede una nación apoyarse en una norma de la que su propia posición nada dice?',
  },
  sides: [
    {
      says: { en: 'it needs its own word for it', es: 'necesita su propia palabra' },
      authorities: ['rules base, X-01 (ours)'],
    },
    {
      says: { en: 'silence is no contradiction', es: 'el silencio no es contradicción' },
      authorities: [],
    },
  ],
}

/** The readings of views already do this rule by rule; this is the nation’s own word on the whole. */
export const ownView = rule({
  id: 'own-view',
  source: own({
    id: 'own-view',
    entry: 'X-01',
    restatement: {
      en: 'A nation relies only on rules that it can rely on under its own published position.',
      es: 'Una nación solo se apoya en normas en que puede apoyarse según su propia posición publicada.',
    },
  }),
  authorities: ['Council doc. 15833/24'],
  question: {
    en: 'Can this nation rely on the rule under its own position?',
    es: '¿Puede esta nación apoyarse en la norma según su propia posición?',
  },
  arises: isRaised('ownReading'),
  assumed: {
    en: 'it contradicts nothing that this nation has published',
    es: 'no contradice nada de lo que esta nación ha publicado',
  },
  facts: ['ownReading'],
  disputes: [silence],
  test: ({ ownReading }) => {
    switch (ownReading) {
      case undefined:
        return unknown('ownReading')
      case 'supports':
        return satisfied('its own position supports the rule', 'su propia posición apoya la norma')
      case 'open':
        return disputed(
          silence,
          'its own position leaves it open',
          'su propia posición lo deja abierto',
        )
      case 'rejects':
        return notSatisfied('it has rejected the rule', 'ha rechazado la norma', {
          en: 'rely on another rule, or publish first that this nation now accepts it',
          es: 'apoyarse en otra norma, o publicar antes que esta nación ahora la acepta',
        })
    }
  },
})
