import { excuseOf } from './excuse.ts'

export const forceMajeure = excuseOf({
  excuse: 'force-majeure',
  article: '23',
  name: { en: 'force majeure', es: 'la fuerza mayor' },
  restatement: {
    en: 'An irresistible force, or an unforeseen event beyond its control, that makes it materially impossible to perform precludes wrongfulness.',
    es: 'Una fuerza irresistible, o un acontecimiento imprevisto ajeno a su control, que hace materialmente imposible cumplir excluye la ilicitud.',
  },
  authorities: ['Tallinn Manual 2.0, rule 19, p. 104'],
})
