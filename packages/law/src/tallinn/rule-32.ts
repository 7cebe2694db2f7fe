import { asRestated, readsItNarrowly } from '../effect.ts'
import { type Dispute, disputed, notSatisfied, unknown } from '../finding.ts'
import { isRaised, type Overlay, rule } from '../rule.ts'
import { tallinn } from './tallinn.ts'

const asSuch: Dispute = {
  id: 'espionage-as-such',
  about: {
    en: 'Is espionage in peacetime itself a breach?',
    es: '¿Es el espionaje en tiempo de paz una violación por sí mismo?',
  },
  issue: 'sovereignty-threshold',
  sides: [
    {
      says: {
        en: 'no: only its method or its effects can be',
        es: 'no: solo su método o sus efectos',
      },
      authorities: ['Tallinn Manual 2.0, rule 32'],
      readings: ['damage', 'above-a-minimum'],
    },
    {
      says: {
        en: 'interception or penetration can be one by itself',
        es: 'la interceptación o la penetración puede serlo por sí misma',
      },
      authorities: [
        'two more States are named for it in the rules base, B-12, from general knowledge: what was read of their papers does not say',
      ],
      readings: ['also-below'],
    },
  ],
}

/** Who holds that intrusion alone can infringe sovereignty cannot say that espionage never does (rules base, B-12). */
const view: Overlay = {
  issue: 'sovereignty-threshold',
  dispute: asSuch,
  effects: {
    damage: readsItNarrowly,
    'above-a-minimum': readsItNarrowly,
    'also-below': asRestated,
    silent: asRestated,
    unknown: asRestated,
  },
}

export const espionage = rule({
  id: 'tallinn-32',
  source: tallinn({
    id: 'tallinn-32',
    provision: 'Rule 32',
    citation: { en: 'Tallinn Manual 2.0, rule 32', es: 'Manual de Tallin 2.0, regla 32' },
    restatement: {
      en: 'Espionage in peacetime is not prohibited as such; the method by which it is done, or its effects, may be.',
      es: 'El espionaje en tiempo de paz no está prohibido como tal; pueden estarlo el método con que se hace o sus efectos.',
    },
    seenAt: 'general knowledge',
    verification: 'general-knowledge',
  }),
  authorities: [],
  question: {
    en: 'Was espionage, in itself, a breach?',
    es: '¿Fue el espionaje, por sí mismo, una violación?',
  },
  arises: isRaised('espionage'),
  facts: ['espionage'],
  disputes: [asSuch],
  view,
  test: ({ espionage: kind }) => {
    switch (kind) {
      case undefined:
        return unknown('espionage')
      case 'pure':
        return disputed(
          asSuch,
          'espionage, and nothing that another rule covers',
          'espionaje, y nada que regule otra norma',
        )
      case 'by-breach':
        return notSatisfied(
          'what counts is the method or the effect, under the rule that covers it',
          'cuenta el método o el efecto, según la norma que lo regula',
        )
      case 'none':
        return notSatisfied('it was no espionage', 'no fue espionaje')
    }
  },
})
