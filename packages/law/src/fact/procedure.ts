import { choice, day, yesNo } from './kinds.ts'

/** What was said to the responsible State, and what has become of the wrong. */
export const procedure = {
  calledOn: day({
    en: 'On which day was the responsible State called upon to cease and repair?',
    es: '¿Qué día se requirió al Estado responsable que cesara y reparara?',
  }),
  answer: choice(
    { en: 'What did it answer?', es: '¿Qué respondió?' },
    {
      refused: { en: 'it refused or denied', es: 'se negó o lo negó' },
      ignored: {
        en: 'nothing, although reasonable time has passed',
        es: 'nada, aunque ha pasado un tiempo razonable',
      },
      partial: { en: 'it complied in part', es: 'cumplió en parte' },
      pending: { en: 'nothing yet', es: 'nada todavía' },
      complied: { en: 'it complied', es: 'cumplió' },
    },
  ),
  startsOn: day({
    en: 'On which day does the measure start?',
    es: '¿Qué día empieza la medida?',
  }),
  notifiedOn: day({
    en: 'On which day was the responsible State notified of the decision to take countermeasures?',
    es: '¿Qué día se notificó al Estado responsable la decisión de tomar contramedidas?',
  }),
  negotiationOffered: yesNo({
    en: 'Was negotiation offered with it?',
    es: '¿Se ofreció con ello negociar?',
  }),
  urgency: choice(
    { en: 'Why can notice not come first?', es: '¿Por qué no puede preceder la notificación?' },
    {
      'rights-would-be-lost': {
        en: 'this nation’s rights would be lost',
        es: 'se perderían los derechos de esta nación',
      },
      'secrecy-only': {
        en: 'only to keep a capability secret',
        es: 'solo para mantener secreta una capacidad',
      },
      none: { en: 'it can', es: 'sí puede' },
    },
  ),
  noticeFollowsOn: day({
    en: 'On which day will notice follow?',
    es: '¿Qué día seguirá la notificación?',
  }),
  ceased: yesNo({
    en: 'Has the wrongful act ceased?',
    es: '¿Ha cesado el hecho ilícito?',
  }),
  reparation: choice(
    { en: 'Was reparation made?', es: '¿Se ha reparado?' },
    {
      full: { en: 'in full', es: 'íntegramente' },
      partial: { en: 'in part', es: 'en parte' },
      none: { en: 'no', es: 'no' },
      'not-sought': { en: 'none is sought', es: 'no se pide' },
    },
  ),
  tribunal: choice(
    {
      en: 'Is the dispute before a court or tribunal?',
      es: '¿Está la controversia ante una corte o tribunal?',
    },
    {
      none: { en: 'no', es: 'no' },
      'cannot-bind': {
        en: 'yes, one that cannot bind the parties',
        es: 'sí, uno que no puede obligar a las partes',
      },
      'can-bind': {
        en: 'yes, one that can bind the parties',
        es: 'sí, uno que puede obligar a las partes',
      },
    },
  ),
  goodFaith: yesNo({
    en: 'Does the responsible State carry out the dispute settlement procedure in good faith?',
    es: '¿Aplica de buena fe el Estado responsable el procedimiento de solución de controversias?',
  }),
} as const
