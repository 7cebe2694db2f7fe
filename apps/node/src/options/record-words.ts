import type { OnRecordNeed } from '@entente/law'
import type { InLanguages } from '@entente/lexicon'

/** What has to be on record, in words. */
export const RECORD_WORDS: Readonly<Record<OnRecordNeed, InLanguages>> = {
  attribution: {
    en: 'This nation’s own attribution is on record',
    es: 'Consta la atribución propia de esta nación',
  },
  demand: {
    en: 'The demand to cease and repair is on record',
    es: 'Consta la exigencia de cesar y reparar',
  },
  notice: {
    en: 'The notice with the offer to negotiate is on record',
    es: 'Consta la notificación con la oferta de negociar',
  },
  assessment: {
    en: 'This nation’s signed legal assessment is on record',
    es: 'Consta la evaluación jurídica firmada de esta nación',
  },
  consent: {
    en: 'The text is in force: every consent that its rule needs stands',
    es: 'El texto está en vigor: existen todos los consentimientos que exige su regla',
  },
}
