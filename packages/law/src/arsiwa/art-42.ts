import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const injuredState = rule({
  id: 'arsiwa-42',
  source: arsiwa(
    '42',
    {
      en: 'A State may invoke responsibility as an injured State if the obligation was owed to it individually, or to a group or the community as a whole and it is specially affected, or the breach radically changes the position of all to whom it was owed. Several States can be injured by one act.',
      es: 'Un Estado puede invocar la responsabilidad como Estado lesionado si la obligación existía con él individualmente, o con un grupo o la comunidad en su conjunto y resulta especialmente afectado, o la violación cambia radicalmente la posición de todos aquellos con quienes existía. Un mismo hecho puede lesionar a varios Estados.',
    },
    'summary-seen',
  ),
  authorities: ['Tallinn Manual 2.0, rule 24, p. 130'],
  question: { en: 'Is this nation injured?', es: '¿Es esta nación un Estado lesionado?' },
  facts: ['injury'],
  test: ({ injury }) => {
    if (injury === undefined) return unknown('injury')
    switch (injury) {
      case 'own-right':
        return satisfied(
          'the obligation was owed to it individually',
          'la obligación existía con ella individualmente',
        )
      case 'specially-affected':
        return satisfied('it is specially affected', 'resulta especialmente afectada')
      case 'position-changed':
        return satisfied(
          'the breach radically changes the position of all to whom it was owed',
          'la violación cambia radicalmente la posición de todos aquellos con quienes existía',
        )
      case 'none':
        return notSatisfied(
          'its own rights were not breached',
          'no se violaron sus propios derechos',
        )
    }
  },
})
