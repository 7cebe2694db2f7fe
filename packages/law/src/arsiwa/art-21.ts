import { excuseOf } from './excuse.ts'

export const defence = excuseOf({
  excuse: 'self-defence',
  article: '21',
  name: { en: 'self-defence', es: 'la legítima defensa' },
  restatement: {
    en: 'Lawful self-defence in conformity with the Charter precludes wrongfulness.',
    es: 'La legítima defensa tomada de conformidad con la Carta excluye la ilicitud.',
  },
  authorities: ['Tallinn Manual 2.0, rule 19, p. 104'],
})
