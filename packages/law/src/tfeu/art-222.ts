import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'

export const solidarity = rule({
  id: 'tfeu-222',
  source: {
    id: 'tfeu-222',
    instrument: 'Treaty on the Functioning of the Union',
    provision: 'Article 222',
    citation: { en: 'TFEU, Article 222', es: 'TFUE, artículo 222' },
    restatement: {
      en: 'The Union and its members act jointly if a member is the object of a terrorist attack or the victim of a disaster, natural or man-made, which may be a cyber one. It is assistance in a crisis, and no title to force.',
      es: 'La Unión y sus miembros actúan conjuntamente si un miembro es objeto de un ataque terrorista o víctima de una catástrofe, natural o de origen humano, que puede ser cibernética. Es asistencia en una crisis, y no un título para la fuerza.',
    },
    url: 'https://eur-lex.europa.eu/eli/treaty/tfeu_2016/oj',
    seenAt: 'general knowledge',
    verification: 'general-knowledge',
    since: '2009-12-01',
    asOf: '2026-11-23',
  },
  authorities: [],
  question: {
    en: 'Has a member invoked the solidarity clause, its means being exhausted?',
    es: '¿Ha invocado un miembro la cláusula de solidaridad, agotados sus medios?',
  },
  arises: isRaised('solidarity'),
  facts: ['solidarity', 'solidarityInvokedOn'],
  test: ({ solidarity: invoked, solidarityInvokedOn }) => {
    if (invoked === 'overwhelmed' && solidarityInvokedOn === undefined)
      return unknown('solidarityInvokedOn')
    switch (invoked) {
      case undefined:
        return unknown('solidarity')
      case 'overwhelmed':
        return satisfied(
          'invoked, its capacities overwhelmed',
          'invocada, desbordadas sus capacidades',
        )
      case 'own-means':
        return notSatisfied('its own means are not exhausted', 'sus medios no están agotados')
      case 'none':
        return notSatisfied('nobody has invoked it', 'nadie la ha invocado')
    }
  },
})
