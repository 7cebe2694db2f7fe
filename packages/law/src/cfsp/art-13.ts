import { missingFrom } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { allOf, isRaised, rule } from '../rule.ts'
import { regulation } from './eu-2019-796.ts'

const SEEN =
  'betterregulation.com, document 564923: the same paragraphs of Decision (CFSP) 2019/797'

const communicated = rule({
  id: 'eu-2019-796-13-2',
  source: regulation({
    id: 'eu-2019-796-13-2',
    article: '13(2)',
    articulo: '13, apartado 2',
    restatement: {
      en: 'The Council communicates its decision and the grounds to who was listed, directly or by a published notice, and gives an opportunity to present observations.',
      es: 'El Consejo comunica su decisión y los motivos a quien se incluyó, directamente o mediante un anuncio publicado, y le ofrece la oportunidad de presentar observaciones.',
    },
    seenAt: SEEN,
  }),
  authorities: ['Decision (CFSP) 2019/797, Article 6(2)'],
  question: {
    en: 'Was the decision communicated with its grounds, and with an opportunity to present observations?',
    es: '¿Se comunicó la decisión con sus motivos, y con la oportunidad de presentar observaciones?',
  },
  arises: isRaised('listingCommunicated', 'observationsOpen'),
  facts: ['listingCommunicated', 'observationsOpen'],
  test: ({ listingCommunicated, observationsOpen }) => {
    if (listingCommunicated === false)
      return notSatisfied('it was not communicated', 'no se comunicó', {
        en: 'communicate the decision and its grounds, or publish a notice',
        es: 'comunicar la decisión y sus motivos, o publicar un anuncio',
      })
    if (observationsOpen === false)
      return notSatisfied(
        'there was no opportunity to present observations',
        'no hubo oportunidad de presentar observaciones',
        {
          en: 'open a way to present observations',
          es: 'abrir una vía para presentar observaciones',
        },
      )
    const missing = missingFrom({ listingCommunicated, observationsOpen })
    return missing.length > 0
      ? unknown(...missing)
      : satisfied(
          'it was communicated, and observations could be presented',
          'se comunicó, y pudieron presentarse observaciones',
        )
  },
})

const heard = rule({
  id: 'eu-2019-796-13-3',
  source: regulation({
    id: 'eu-2019-796-13-3',
    article: '13(3)',
    articulo: '13, apartado 3',
    restatement: {
      en: 'Where observations or substantial new evidence come, the Council reviews its decision and informs who was listed.',
      es: 'Si llegan observaciones o nuevas pruebas sustanciales, el Consejo revisa su decisión e informa a quien se incluyó.',
    },
    seenAt: SEEN,
  }),
  authorities: ['Decision (CFSP) 2019/797, Article 6(3)'],
  question: {
    en: 'Was the decision reviewed where observations or new evidence came?',
    es: '¿Se revisó la decisión si llegaron observaciones o nuevas pruebas?',
  },
  arises: isRaised('observations'),
  facts: ['observations'],
  test: ({ observations }) => {
    switch (observations) {
      case undefined:
        return unknown('observations')
      case 'none':
        return satisfied('none came that would ask for it', 'no llegó ninguna que la exija')
      case 'reviewed':
        return satisfied('it was reviewed, and the answer given', 'se revisó, y se dio respuesta')
      case 'ignored':
        return notSatisfied('what came was not heard', 'no se oyó lo que llegó', {
          en: 'review the decision on what came, and inform who was listed',
          es: 'revisar la decisión por lo que llegó, e informar a quien se incluyó',
        })
    }
  },
})

const reviewed = rule({
  id: 'eu-2019-796-13-4',
  source: regulation({
    id: 'eu-2019-796-13-4',
    article: '13(4)',
    articulo: '13, apartado 4',
    restatement: {
      en: 'The list is reviewed regularly, and at least every twelve months.',
      es: 'La lista se revisa periódicamente, y al menos cada doce meses.',
    },
    seenAt: 'betterregulation.com, document 564923',
  }),
  authorities: [],
  question: {
    en: 'Is the listing reviewed in time?',
    es: '¿Se revisa a tiempo la inclusión?',
  },
  arises: isRaised('listingReviewed'),
  facts: ['listingReviewed'],
  test: ({ listingReviewed }) => {
    if (listingReviewed === undefined) return unknown('listingReviewed')
    return listingReviewed
      ? satisfied('it is reviewed in time', 'se revisa a tiempo')
      : notSatisfied('it is not reviewed in time', 'no se revisa a tiempo', {
          en: 'review the listing, or end it',
          es: 'revisar la inclusión, o ponerle fin',
        })
  },
})

/** What is owed once the Council has decided; asked when somebody says whether it was done. */
export const afterwards = allOf({
  id: 'eu-2019-796-13',
  source: communicated.source,
  question: {
    en: 'Is what is owed after the decision kept?',
    es: '¿Se cumple lo debido tras la decisión?',
  },
  parts: [communicated, heard, reviewed],
})
