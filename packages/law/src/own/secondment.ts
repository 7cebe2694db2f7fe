import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from '../arsiwa/arsiwa.ts'

export const secondment = rule({
  id: 'arsiwa-6-47',
  source: {
    ...arsiwa(
      '6, 16, 47',
      {
        en: 'When operators of one State serve another it is laid down who directs them; several States can be responsible for what they do.',
        es: 'Cuando operadores de un Estado sirven a otro se establece quién los dirige; varios Estados pueden responder de lo que hagan.',
      },
      'general-knowledge',
    ),
    id: 'arsiwa-6-47',
  },
  authorities: [],
  question: {
    en: 'Is it laid down in writing who directs seconded operators?',
    es: '¿Está establecido por escrito quién dirige a los operadores cedidos?',
  },
  arises: isRaised('secondment'),
  assumed: {
    en: 'no seconded or joint team acts in it',
    es: 'no actúa en ella ningún equipo cedido o conjunto',
  },
  facts: ['secondment'],
  test: ({ secondment: laidDown }) => {
    if (laidDown === undefined) return unknown('secondment')
    return laidDown === 'in-writing'
      ? satisfied('it is laid down in writing', 'está establecido por escrito')
      : notSatisfied('it is not laid down', 'no está establecido', {
          en: 'agree in writing who directs them',
          es: 'acordar por escrito quién los dirige',
        })
  },
})
