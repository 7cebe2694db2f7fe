import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const absenceOfAuthorities = rule({
  id: 'arsiwa-9',
  source: arsiwa(
    '9',
    {
      en: 'The conduct of persons is an act of the State if they in fact exercise governmental authority in the absence or default of the official authorities and circumstances call for it.',
      es: 'El comportamiento de personas es un hecho del Estado si de hecho ejercen autoridad gubernamental en ausencia o en defecto de las autoridades oficiales y las circunstancias lo exigen.',
    },
    'general-knowledge',
  ),
  authorities: [],
  question: {
    en: 'Did persons do it who stood in for absent authorities?',
    es: '¿Lo hicieron personas que suplían a las autoridades ausentes?',
  },
  facts: ['actor', 'calledFor'],
  test: ({ actor, calledFor }) => {
    if (actor === undefined) return unknown('actor')
    if (actor !== 'in-default-of-authorities')
      return notSatisfied(
        'nobody stood in for absent authorities',
        'nadie suplía a las autoridades',
      )
    if (calledFor === undefined) return unknown('calledFor')
    return calledFor
      ? satisfied('circumstances called for it', 'las circunstancias lo exigían')
      : notSatisfied('circumstances did not call for it', 'las circunstancias no lo exigían')
  },
})
