import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

/** Covers two of the five forms: independent action, and independent but coordinated action. */
export const separateAction = rule({
  id: 'arsiwa-46',
  source: arsiwa(
    '46',
    {
      en: 'Where several States are injured by the same wrongful act, each may separately invoke responsibility. Coordination does not change that, as long as each decides on its own conduct.',
      es: 'Cuando varios Estados sean lesionados por el mismo hecho ilícito, cada uno podrá invocar separadamente la responsabilidad. Coordinarse no lo cambia, si cada uno decide su propio comportamiento.',
    },
    'summary-seen',
    'Jackson & Paddeu, AJIL 2024, abstract',
  ),
  authorities: ['Jackson & Paddeu, AJIL 2024, form 1'],
  question: {
    en: 'Does this nation decide on and direct its own conduct?',
    es: '¿Decide y dirige esta nación su propio comportamiento?',
  },
  arises: ({ form }) => form === undefined || form === 'independent' || form === 'coordinated',
  facts: ['directedBy'],
  test: ({ directedBy }) => {
    if (directedBy === undefined) return unknown('directedBy')
    switch (directedBy) {
      case 'itself':
        return satisfied('it decides alone', 'decide por sí sola')
      case 'together':
        return notSatisfied('several decide together', 'deciden varias juntas', {
          en: 'assess it as joint action',
          es: 'evaluarla como acción conjunta',
        })
      case 'another':
        return notSatisfied('another nation directs it', 'la dirige otra nación', {
          en: 'lay down in writing who directs those seconded (Article 6), or assess it as action on behalf of that nation',
          es: 'establecer por escrito quién dirige a los cedidos (artículo 6), o evaluarla como acción en nombre de esa nación',
        })
    }
  },
})
