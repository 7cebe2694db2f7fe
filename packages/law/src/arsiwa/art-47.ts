import { type Dispute, disputed, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

const shared: Dispute = {
  id: 'joint-without-title',
  about: {
    en: 'Does the title of some carry joint conduct in which others have none?',
    es: '¿Ampara el título de unos el comportamiento conjunto en que otros no lo tienen?',
  },
  sides: [
    {
      says: {
        en: 'each answers for its part, and needs its own title',
        es: 'cada uno responde por su parte y necesita título propio',
      },
      authorities: ['Jackson & Paddeu, AJIL 2024, form 3'],
    },
    {
      says: {
        en: 'an injured State’s title may cover those who act with it',
        es: 'el título del Estado lesionado puede amparar a quienes actúan con él',
      },
      authorities: ['Schmitt & Watts 2021'],
    },
  ],
}

export const jointAction = rule({
  id: 'arsiwa-47',
  source: arsiwa(
    '47',
    {
      en: 'Where several States are responsible for the same act, the responsibility of each may be invoked. So whoever acts jointly answers for the joint conduct.',
      es: 'Cuando varios Estados sean responsables del mismo hecho, podrá invocarse la responsabilidad de cada uno. Por eso quien actúa conjuntamente responde del comportamiento conjunto.',
    },
    'summary-seen',
    'Jackson & Paddeu, AJIL 2024, abstract',
  ),
  authorities: ['Jackson & Paddeu, AJIL 2024, form 3', 'ARSIWA, Article 6'],
  question: {
    en: 'Is every nation that takes part in the joint conduct entitled to it?',
    es: '¿Tiene derecho propio cada nación que participa en el comportamiento conjunto?',
  },
  arises: ({ form }) => form === 'joint',
  facts: ['allEntitled'],
  disputes: [shared],
  test: ({ allEntitled }) => {
    if (allEntitled === undefined) return unknown('allEntitled')
    return allEntitled
      ? satisfied('each has a title of its own', 'cada una tiene título propio')
      : disputed(
          shared,
          'not every participant has a title of its own',
          'no todos los participantes tienen título propio',
        )
  },
})
