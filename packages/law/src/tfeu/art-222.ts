import { missingFrom } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'

export const solidarity = rule({
  id: 'tfeu-222',
  source: {
    id: 'tfeu-222',
    instrument: 'Treaty on the Functioning of the European Union',
    provision: 'Article 222',
    citation: { en: 'TFEU, Article 222', es: 'TFUE, artículo 222' },
    restatement: {
      en: 'The Union and its members act jointly if a member is the object of a terrorist attack or the victim of a disaster, natural or man-made, which may be a cyber one, if its political authorities ask for it, the means of the member and of the Union being exhausted. They coordinate through the integrated political crisis response (IPCR). It is assistance in a crisis, and no title to force.',
      es: 'La Unión y sus miembros actúan conjuntamente si un miembro es objeto de un ataque terrorista o víctima de una catástrofe, natural o de origen humano, que puede ser cibernética, si lo piden sus autoridades políticas, agotados los medios del miembro y de la Unión. Se coordinan mediante la respuesta política integrada a las crisis (RPIC). Es asistencia en una crisis, y no un título para la fuerza.',
    },
    url: 'https://eur-lex.europa.eu/eli/treaty/tfeu_2016/oj',
    seenAt: 'general knowledge',
    verification: 'general-knowledge',
    since: '2009-12-01',
    asOf: '2026-11-23',
  },
  authorities: [],
  question: {
    en: 'Has a member invoked the solidarity clause for a terrorist attack or a disaster, means being exhausted?',
    es: '¿Ha invocado un miembro la cláusula de solidaridad por un ataque terrorista o una catástrofe, agotados los medios?',
  },
  arises: isRaised('solidarity'),
  facts: ['solidarity', 'solidarityCause', 'solidarityInvokedOn'],
  test: ({ solidarity: invoked, solidarityCause, solidarityInvokedOn }) => {
    switch (invoked) {
      case undefined:
        return unknown('solidarity')
      case 'none':
        return notSatisfied('nobody has invoked it', 'nadie la ha invocado', {
          en: 'the political authorities of the member invoke it, once means are exhausted',
          es: 'que la invoquen las autoridades políticas del miembro, agotados los medios',
        })
      case 'own-means':
        return notSatisfied('means are not exhausted', 'los medios no están agotados', {
          en: 'use the means of the member and of the Union first',
          es: 'usar antes los medios del miembro y de la Unión',
        })
      case 'overwhelmed': {
        if (solidarityCause === 'neither')
          return notSatisfied(
            'it was neither an attack of terrorists nor a disaster',
            'no fue un ataque terrorista ni una catástrofe',
          )
        const missing = missingFrom({ solidarityCause, solidarityInvokedOn })
        return missing.length > 0
          ? unknown(...missing)
          : satisfied('invoked, means being exhausted', 'invocada, agotados los medios')
      }
    }
  },
})
