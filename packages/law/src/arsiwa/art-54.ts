import { asRestated, deniesIt, leavesItOpen, readsItWidely } from '../effect.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

const article54 = arsiwa(
  '54',
  {
    en: 'The chapter does not prejudice the right of a State entitled under Article 48 to take lawful measures. It neither grants nor denies countermeasures by States that are not injured; practice was called limited and embryonic in 2001.',
    es: 'El capítulo no prejuzga el derecho de un Estado facultado por el artículo 48 a tomar medidas lícitas. Ni concede ni niega contramedidas a Estados no lesionados; en 2001 la práctica se calificó de limitada y embrionaria.',
  },
  'text-seen',
  'Dawidowicz, QIL; Spacil 2023, p. 105',
)

const ownRightDispute: Dispute = {
  id: 'collective-own-right',
  about: {
    en: 'May a State that is not injured take countermeasures in its own right, after a breach owed to all?',
    es: '¿Puede un Estado no lesionado tomar contramedidas por derecho propio, tras una violación debida a todos?',
  },
  issue: 'collective-own-right',
  sides: [
    {
      says: { en: 'yes, or in limits', es: 'sí, o con límites' },
      authorities: ['Dawidowicz, QIL', 'Schmitt & Watts 2021'],
      readings: ['supports', 'supports-limited'],
    },
    {
      says: { en: 'no, or not yet', es: 'no, o todavía no' },
      authorities: ['Hofer, ICLQ 2025: custom is not shown'],
      readings: ['rejects', 'not-yet'],
    },
  ],
}

/** The first of the three questions on acting together. */
export const ownRight = rule({
  id: 'arsiwa-54-own-right',
  source: article54,
  authorities: [
    'ILC commentary, art. 54, paras 3-7',
    'Hofer, ICLQ 2025, abstract',
    'Dawidowicz, QIL, 1',
    'EEAS, WK 10275/2022, section A',
    'Chatham House (Dias) 2024, ch. 4',
  ],
  question: {
    en: 'May this nation, though not injured, act in its own right?',
    es: '¿Puede esta nación, aunque no esté lesionada, actuar por derecho propio?',
  },
  facts: ['obligation'],
  disputes: [ownRightDispute],
  // Relied upon by whoever acts: a silent view leaves it open.
  view: {
    issue: 'collective-own-right',
    dispute: ownRightDispute,
    effects: {
      supports: readsItWidely,
      'supports-limited': asRestated,
      open: leavesItOpen,
      'not-yet': deniesIt,
      rejects: deniesIt,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ obligation }) => {
    if (obligation === undefined) return unknown('obligation')
    switch (obligation) {
      case 'bilateral':
        return notSatisfied(
          'the obligation is not owed to all',
          'la obligación no existe con todos',
          {
            en: 'assist an injured State at its request',
            es: 'ayudar a un Estado lesionado a petición suya',
          },
        )
      case 'erga-omnes-partes':
      case 'erga-omnes':
        return disputed(
          ownRightDispute,
          'the obligation is owed to many or to all',
          'la obligación existe con muchos o con todos',
        )
      case 'peremptory':
        return satisfied('the norm is peremptory', 'la norma es imperativa')
    }
  },
})

const onBehalfDispute: Dispute = {
  id: 'collective-on-behalf',
  about: {
    en: 'May a State that is not injured take countermeasures at the request of one that is?',
    es: '¿Puede un Estado no lesionado tomar contramedidas a petición de uno que sí lo está?',
  },
  issue: 'collective-on-behalf',
  sides: [
    {
      says: { en: 'yes', es: 'sí' },
      authorities: ['Schmitt & Watts 2021'],
      readings: ['supports', 'supports-limited'],
    },
    {
      says: { en: 'no, or not yet', es: 'no, o todavía no' },
      authorities: [
        'in doctrine: the form with the least support (Jackson & Paddeu, AJIL 2024, form 5)',
      ],
      readings: ['rejects', 'not-yet'],
    },
  ],
}

const requestFirst: Dispute = {
  id: 'request-by-the-injured',
  about: {
    en: 'Must an injured State have asked for it?',
    es: '¿Debe haberla pedido un Estado lesionado?',
  },
  sides: [
    {
      says: { en: 'it must have asked, or consented', es: 'debe haberla pedido o consentido' },
      authorities: ['Spacil 2023, p. 105', 'Tallinn Manual 2.0, rule 24, commentary'],
    },
    {
      says: {
        en: 'not after a breach owed to all',
        es: 'no tras una violación debida a todos',
      },
      authorities: ['a minority (rules base, CC-04)'],
    },
  ],
}

/** The second of the three; the third, assistance only, is Article 16. */
export const onBehalf = rule({
  id: 'arsiwa-54-on-behalf',
  source: article54,
  authorities: [
    'Spacil 2023, p. 105',
    'Jackson & Paddeu, AJIL 2024, form 5',
    'Tallinn Manual 2.0, rule 24, commentary',
  ],
  question: {
    en: 'Does an injured State’s request cover this measure?',
    es: '¿Abarca esta medida la petición de un Estado lesionado?',
  },
  arises: ({ form }) => form === 'on-behalf',
  facts: ['request'],
  disputes: [onBehalfDispute, requestFirst],
  // Relied upon by whoever acts: a silent view leaves it open.
  view: {
    issue: 'collective-on-behalf',
    dispute: onBehalfDispute,
    effects: {
      supports: asRestated,
      'supports-limited': leavesItOpen,
      open: leavesItOpen,
      'not-yet': deniesIt,
      rejects: deniesIt,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: ({ request }) => {
    if (request === undefined) return unknown('request')
    return request === 'covers-this'
      ? satisfied('an injured State asks for it', 'un Estado lesionado la pide')
      : notSatisfied('no request covers it', 'ninguna petición la abarca', {
          en: 'obtain a written request that covers it',
          es: 'obtener una petición escrita que la abarque',
        })
  },
})
