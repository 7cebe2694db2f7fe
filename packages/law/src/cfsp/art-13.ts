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
    en: 'Was the decision communicated with its grounds?',
    es: '¿Se comunicó la decisión con sus motivos?',
  },
  arises: isRaised('listingCommunicated'),
  facts: ['listingCommunicated'],
  test: ({ listingCommunicated }) => {
    if (listingCommunicated === undefined) return unknown('listingCommunicated')
    return listingCommunicated
      ? satisfied('it was communicated', 'se comunicó')
      : notSatisfied('it was not communicated', 'no se comunicó', {
          en: 'communicate the decision and its grounds, or publish a notice',
          es: 'comunicar la decisión y sus motivos, o publicar un anuncio',
        })
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
    en: 'Are the rights of the defence kept?',
    es: '¿Se respetan los derechos de la defensa?',
  },
  arises: isRaised('observationsOpen'),
  facts: ['observationsOpen'],
  test: ({ observationsOpen }) => {
    if (observationsOpen === undefined) return unknown('observationsOpen')
    return observationsOpen
      ? satisfied('observations are heard and answered', 'se oyen y contestan las observaciones')
      : notSatisfied('observations are not heard', 'no se oyen las observaciones', {
          en: 'open a way to present observations, and review the decision on them',
          es: 'abrir una vía para presentar observaciones, y revisar por ellas la decisión',
        })
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
