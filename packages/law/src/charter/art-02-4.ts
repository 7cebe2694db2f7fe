import { asRestated, leavesItOpen, readsItNarrowly } from '../effect.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { charter } from './charter.ts'

export const withoutDamage: Dispute = {
  id: 'force-without-damage',
  about: {
    en: 'Can there be a use of force without physical damage?',
    es: '¿Puede haber uso de la fuerza sin daño físico?',
  },
  issue: 'use-of-force',
  sides: [
    {
      says: {
        en: 'it is not excluded: scale and effects decide',
        es: 'no se excluye: deciden la escala y los efectos',
      },
      authorities: ['Tallinn Manual 2.0, rules 68-70'],
      readings: ['physical-and-open-to-nonphysical'],
    },
    {
      says: { en: 'physical effects are needed', es: 'hacen falta efectos físicos' },
      authorities: [],
      readings: ['physical-effects'],
    },
  ],
}

export const useOfForce = rule({
  id: 'charter-2-4',
  source: charter({
    id: 'charter-2-4',
    provision: 'Article 2(4)',
    citation: { en: 'UN Charter, Article 2(4)', es: 'Carta de las Naciones Unidas, Artículo 2(4)' },
    restatement: {
      en: 'States refrain from the threat or use of force. A cyber operation can be one by its scale and effects.',
      es: 'Los Estados se abstienen de la amenaza o el uso de la fuerza. Una operación cibernética puede serlo por su escala y sus efectos.',
    },
    seenAt: 'secondary summaries',
    verification: 'summary-seen',
  }),
  authorities: [
    'ICJ, Nicaragua, 1986, paras 191 and 195',
    'Tallinn Manual 2.0, rules 68-70',
    'Schondorf, 97 International Law Studies 395 (2020), II',
  ],
  question: {
    en: 'Was it a use of force, by its scale and effects?',
    es: '¿Fue un uso de la fuerza, por su escala y sus efectos?',
  },
  facts: ['scaleOfForce'],
  disputes: [withoutDamage],
  // Relied upon by whoever invokes it: a silent view leaves it open.
  view: {
    issue: 'use-of-force',
    dispute: withoutDamage,
    effects: {
      'physical-effects': readsItNarrowly,
      'physical-and-open-to-nonphysical': asRestated,
      'accepted-case-by-case': asRestated,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ scaleOfForce }) => {
    switch (scaleOfForce) {
      case undefined:
        return unknown('scaleOfForce')
      case 'injury-or-death':
      case 'significant-damage':
        return satisfied(
          'injury, death or significant damage',
          'lesiones, muerte o daño importante',
        )
      case 'economic-collapse':
      case 'loss-of-service':
        return disputed(
          withoutDamage,
          'severe effects, none of them physical',
          'efectos graves, ninguno físico',
        )
      case 'minor':
      case 'none':
        return notSatisfied(
          'the effects do not compare to force',
          'los efectos no equivalen a la fuerza',
        )
    }
  },
})
