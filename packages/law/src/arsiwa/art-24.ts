import { excuseOf } from './excuse.ts'

export const distress = excuseOf({
  excuse: 'distress',
  article: '24',
  name: { en: 'distress', es: 'el peligro extremo' },
  restatement: {
    en: 'Distress precludes wrongfulness where there is no other reasonable way to save lives.',
    es: 'El peligro extremo excluye la ilicitud si no hay otro modo razonable de salvar vidas.',
  },
  authorities: ['Tallinn Manual 2.0, rule 19, p. 104'],
})
