import { satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

/** The call of Article 52(1)(a) carries the claim; here it is looked at for what it says. */
export const claimNotified = rule({
  id: 'arsiwa-43',
  source: arsiwa(
    '43',
    {
      en: 'An injured State that invokes responsibility gives notice of its claim; it may say what conduct should cease and what form reparation should take.',
      es: 'El Estado lesionado que invoca la responsabilidad notifica su reclamación; puede indicar qué comportamiento debe cesar y qué forma debe tomar la reparación.',
    },
    'general-knowledge',
  ),
  authorities: [],
  question: {
    en: 'Was notice of the claim given, with its content?',
    es: '¿Se notificó la reclamación, con su contenido?',
  },
  arises: ({ form }) => form !== 'assistance',
  facts: ['calledOn', 'demands'],
  test: ({ calledOn, demands }) => {
    if (calledOn === undefined) return unknown('calledOn')
    if (demands === undefined) return unknown('demands')
    return satisfied('notice was given, with its content', 'se notificó, con su contenido')
  },
})
