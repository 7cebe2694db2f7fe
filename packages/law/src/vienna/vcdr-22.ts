import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'

const outside: Dispute = {
  id: 'mission-archives-in-transit',
  about: {
    en: 'Are archives of a mission protected in transit, or outside its custody?',
    es: '¿Están protegidos los archivos de una misión en tránsito, o fuera de su poder?',
  },
  sides: [
    {
      says: { en: 'wherever they are', es: 'dondequiera que estén' },
      authorities: [
        'one State’s view is called progressive in the rules base, B-08: what was read of its paper does not say',
      ],
    },
    {
      says: { en: 'in the custody of the mission', es: 'en poder de la misión' },
      authorities: ['not settled (rules base, B-08)'],
    },
  ],
}

export const missions = rule({
  id: 'vcdr-22',
  source: {
    id: 'vcdr-22',
    instrument: 'Vienna Convention on Diplomatic Relations (1961)',
    provision: 'Articles 22, 24 and 27',
    citation: {
      en: 'Vienna Convention on Diplomatic Relations, Articles 22, 24 and 27',
      es: 'Convención de Viena sobre Relaciones Diplomáticas, artículos 22, 24 y 27',
    },
    restatement: {
      en: 'The premises, archives and official correspondence of a mission are inviolable; an operation against them is a breach of its own.',
      es: 'Los locales, los archivos y la correspondencia oficial de una misión son inviolables; una operación contra ellos es una violación por sí misma.',
    },
    seenAt: 'secondary summaries',
    verification: 'summary-seen',
    since: '1961',
    asOf: '2026-11-23',
  },
  authorities: ['Tallinn Manual 2.0, rules 39-44'],
  question: {
    en: 'Did it violate the archives or the correspondence of a mission?',
    es: '¿Violó los archivos o la correspondencia de una misión?',
  },
  arises: isRaised('missionData'),
  facts: ['missionData'],
  disputes: [outside],
  test: ({ missionData }) => {
    switch (missionData) {
      case undefined:
        return unknown('missionData')
      case 'in-custody':
        return satisfied(
          'what was in the custody of a mission was reached',
          'se accedió a lo que estaba en poder de una misión',
        )
      case 'elsewhere':
        return disputed(
          outside,
          'it was outside the custody of the mission',
          'estaba fuera del poder de la misión',
        )
      case 'none':
        return notSatisfied(
          'nothing of a mission was reached',
          'no se accedió a nada de una misión',
        )
    }
  },
})
