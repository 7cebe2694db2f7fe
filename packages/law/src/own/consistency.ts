import { allOf } from '../rule.ts'
import { authority } from './authority.ts'
import { custody } from './evidence.ts'
import { review } from './review.ts'
import { secondment } from './secondment.ts'
import { ownView } from './view.ts'

/** One’s own house; each arises once it is raised. */
export const consistency = allOf({
  id: 'own',
  source: ownView.source,
  question: {
    en: 'Is this nation consistent with itself, authorised, and in order?',
    es: '¿Es esta nación coherente consigo misma, está autorizada y en orden?',
  },
  parts: [ownView, authority, custody, secondment, review],
})
