import { asRestated, leavesItOpen } from '../effect.ts'
import { type Dispute, notShown, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa, COMMENTARY } from './arsiwa.ts'
import { own } from '../own/own.ts'
import { excuseOf } from './excuse.ts'

/** The article under which all conditions stand; `countermeasure.ts` puts them together. */
export const article22 = arsiwa(
  '22',
  {
    en: 'The wrongfulness of an act towards another State is precluded if and to the extent that it is a countermeasure taken in accordance with the conditions of Part Three.',
    es: 'La ilicitud de un hecho frente a otro Estado queda excluida si y en la medida en que sea una contramedida tomada de conformidad con las condiciones de la Tercera parte.',
  },
  'text-seen',
  COMMENTARY,
)

const inCyberspace: Dispute = {
  id: 'countermeasures-in-cyberspace',
  about: {
    en: 'Does the law of countermeasures apply to cyber operations?',
    es: '¿Se aplica el derecho de las contramedidas a las operaciones cibernéticas?',
  },
  issue: 'countermeasures',
  sides: [
    {
      says: { en: 'it does', es: 'se aplica' },
      authorities: ['Chatham House (Dias) 2024, ch. 4', 'Cyber Law Toolkit, Countermeasures'],
      readings: ['accepted'],
    },
    {
      says: { en: 'with caution, or not as it stands', es: 'con cautela, o no tal como está' },
      authorities: [],
      readings: ['cautious'],
    },
  ],
}

export const appliesInCyberspace = rule({
  id: 'arsiwa-22-cyber',
  source: article22,
  authorities: ['Chatham House (Dias) 2024, ch. 4'],
  question: {
    en: 'Does this nation hold that the law of countermeasures applies to cyber operations?',
    es: '¿Sostiene esta nación que el derecho de las contramedidas se aplica a las operaciones cibernéticas?',
  },
  facts: [],
  disputes: [inCyberspace],
  // Relied upon by whoever takes one: a silent view leaves it open.
  view: {
    issue: 'countermeasures',
    dispute: inCyberspace,
    effects: {
      accepted: asRestated,
      cautious: leavesItOpen,
      addressed: leavesItOpen,
      silent: leavesItOpen,
      unknown: leavesItOpen,
    },
  },
  test: () =>
    satisfied(
      'the general law of countermeasures applies in cyberspace too',
      'el derecho general de las contramedidas se aplica también en el ciberespacio',
    ),
})

export const cleanHands = rule({
  id: 'arsiwa-22-prior',
  source: own({
    id: 'own-prior-breach',
    entry: 'X-02',
    restatement: {
      en: 'Before it acts, a nation has somebody look whether an activity of its own came first that was wrongful, so that what was done to it may be a countermeasure.',
      es: 'Antes de actuar, una nación hace examinar si hubo primero una actividad suya ilícita, de modo que lo que se le hizo pueda ser una contramedida.',
    },
  }),
  authorities: ['ARSIWA, Article 22', 'ICJ, Gabčíkovo-Nagymaros, 1997, para. 87'],
  question: {
    en: 'Is it excluded that the other State was itself answering a breach of ours?',
    es: '¿Se descarta que el otro Estado respondiera a su vez a una violación nuestra?',
  },
  facts: ['ownPriorBreach'],
  test: ({ ownPriorBreach }) => {
    switch (ownPriorBreach) {
      case undefined:
        return unknown('ownPriorBreach')
      case 'none-found':
        return satisfied('examined, and nothing found', 'examinado, sin hallazgos')
      case 'found-answered':
        return satisfied(
          'found, and it is on record why their act is no countermeasure against it',
          'hallado, y consta por qué su acto no es una contramedida frente a ello',
        )
      case 'found':
        return notShown(
          'an earlier breach of this nation could make their act a countermeasure',
          'una violación anterior de esta nación podría hacer de su acto una contramedida',
          {
            en: 'say in writing why their act is no countermeasure against it',
            es: 'decir por escrito por qué su acto no es una contramedida frente a ello',
          },
        )
    }
  },
})

/** What the State held responsible invokes; whether we were clean before is asked of ourselves above. */
export const theirCountermeasure = excuseOf({
  excuse: 'countermeasure',
  article: '22',
  name: { en: 'a countermeasure of its own', es: 'una contramedida propia' },
  restatement: {
    en: 'An act that is itself a countermeasure, in answer to a prior breach of ours, is not wrongful towards us.',
    es: 'Un hecho que es a su vez una contramedida, en respuesta a una violación nuestra anterior, no es ilícito frente a nosotros.',
  },
  authorities: ['Tallinn Manual 2.0, rule 19, p. 104'],
})
