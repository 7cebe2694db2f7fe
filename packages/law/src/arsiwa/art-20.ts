import { excuseOf } from './excuse.ts'

export const consent = excuseOf({
  excuse: 'consent',
  article: '20',
  name: { en: 'consent', es: 'el consentimiento' },
  restatement: {
    en: 'Valid consent of a State to an act of another precludes the wrongfulness of that act towards it, within the limits of the consent.',
    es: 'El consentimiento válido de un Estado a un hecho de otro excluye la ilicitud de ese hecho frente a él, dentro de los límites del consentimiento.',
  },
  authorities: ['Tallinn Manual 2.0, rule 19, p. 104'],
})
