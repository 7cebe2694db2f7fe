import type { InLanguages } from '@entente/lexicon'

/** What the fields of acts on measures are called, for whoever fills them in and for whoever reads them. */
export const MEASURE_FIELD_WORDS = {
  to: { en: 'To which State', es: 'A qué Estado' },
  demands: { en: 'What is demanded', es: 'Qué se exige' },
  transmittedOn: { en: 'Transmitted on', es: 'Transmitido el' },
  channel: { en: 'By which channel', es: 'Por qué vía' },
  answer: { en: 'What came back', es: 'Qué respuesta hubo' },
  says: { en: 'What was notified', es: 'Qué se notificó' },
  notifiedOn: { en: 'Notified on', es: 'Notificado el' },
  offersNegotiation: { en: 'Does it offer to negotiate?', es: '¿Ofrece negociar?' },
  urgency: {
    en: 'Why there was no time for notice',
    es: 'Por qué no hubo tiempo para notificar',
  },
  startedOn: { en: 'Begun on', es: 'Empezado el' },
  remarks: { en: 'Remarks', es: 'Observaciones' },
  reportedOn: { en: 'Reported on', es: 'Informado el' },
  reviewedOn: { en: 'Reviewed on', es: 'Revisado el' },
  ceased: { en: 'Has the wrongful act ceased?', es: '¿Ha cesado el hecho ilícito?' },
  repaired: { en: 'Was it repaired?', es: '¿Fue reparado?' },
  proportionate: {
    en: 'Are all parts together still proportionate?',
    es: '¿Siguen siendo proporcionadas todas las partes juntas?',
  },
  reversible: { en: 'Can it still be reversed?', es: '¿Aún puede revertirse?' },
  tribunal: {
    en: 'Is a court or tribunal seised that can bind both?',
    es: '¿Conoce un tribunal que pueda obligar a ambos?',
  },
  nextOn: { en: 'Next review on', es: 'Próxima revisión el' },
  suspendedOn: { en: 'Suspended on', es: 'Suspendido el' },
  terminatedOn: { en: 'Ended on', es: 'Terminado el' },
  reason: { en: 'Reason', es: 'Motivo' },
} as const satisfies Readonly<Record<string, InLanguages>>
