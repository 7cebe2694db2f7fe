import type { InLanguages } from '@entente/lexicon'
import type { ReminderView } from './api.ts'

type Words = {
  /** What is due. It names no text, no case and no nation: a calendar may be read by others. */
  readonly says: InLanguages
  /** What happens then. */
  readonly then: InLanguages
}

const WORDS: Readonly<Record<ReminderView['what'], Words>> = {
  acknowledgement: {
    says: {
      en: 'Acknowledge or answer a text under silence',
      es: 'Acusar recibo de un texto en silencio, o responderlo',
    },
    then: {
      en: 'A receipt that comes later helps no more: your silence is then no consent, and it breaks the silence unless you answer before its end.',
      es: 'Un acuse posterior ya no sirve: su silencio no es entonces consentimiento y rompe el silencio si usted no responde antes de su fin.',
    },
  },
  answer: {
    says: {
      en: 'Answer a text under silence: a receipt no longer helps',
      es: 'Responder a un texto en silencio: un acuse de recibo ya no sirve',
    },
    then: {
      en: 'No receipt of yours came in time, so saying nothing is no consent: without your voice silence cannot adopt the text.',
      es: 'Ningún acuse suyo llegó a tiempo, así que callar no es consentir: sin su voz el silencio no puede adoptar el texto.',
    },
  },
  silence: {
    says: { en: 'Answer a text under silence', es: 'Responder a un texto en silencio' },
    then: {
      en: 'You acknowledged it: if you say nothing until then, your silence can be certified as consent.',
      es: 'Usted acusó recibo: si no dice nada hasta entonces, su silencio puede certificarse como consentimiento.',
    },
  },
  vote: {
    says: {
      en: 'Speak on a text that is put to the vote',
      es: 'Pronunciarse sobre un texto sometido a votación',
    },
    then: {
      en: 'From then on it can be adopted by a majority without your voice; until it is, your voice still counts.',
      es: 'Desde entonces una mayoría puede adoptarlo sin su voz; hasta que lo haga, su voz aún cuenta.',
    },
  },
  certificate: {
    says: {
      en: 'Certify what came of a silence that has ended',
      es: 'Certificar lo que resultó de un silencio que ha terminado',
    },
    then: {
      en: 'Until somebody does, the text stands as undecided. Whoever put it need not: any party can.',
      es: 'Hasta que alguien lo haga, el texto sigue sin decidir. No tiene que hacerlo quien lo propuso: puede cualquier parte.',
    },
  },
  'new-version': {
    says: {
      en: 'Put a new version: a silence came to nothing',
      es: 'Presentar una versión nueva: un silencio quedó en nada',
    },
    then: {
      en: 'By the trees that this node holds it can be certified neither as adopted nor as broken: something came too late.',
      es: 'Según los árboles que guarda este nodo no puede certificarse ni adoptado ni roto: algo llegó tarde.',
    },
  },
  voice: {
    says: { en: 'Renew a voice that ends', es: 'Renovar una voz que termina' },
    then: {
      en: 'After that it can be certified as run out, and you are silent on the text.',
      es: 'Después puede certificarse que expiró, y usted está en silencio sobre el texto.',
    },
  },
  reaffirmation: {
    says: { en: 'Reaffirm an adopted text', es: 'Reafirmar un texto adoptado' },
    then: {
      en: 'After that its lapse can be certified, if its rule is not met without you.',
      es: 'Después puede certificarse su caducidad, si su regla no se cumple sin usted.',
    },
  },
  instructions: {
    says: {
      en: 'Say what your capital instructs',
      es: 'Decir lo que instruye su capital',
    },
    then: {
      en: 'It is the day that you named to the others yourself. Nothing follows from it by itself.',
      es: 'Es el día que usted mismo dio a los demás. De él no se sigue nada por sí solo.',
    },
  },
  sounding: {
    says: {
      en: 'Say how your nation leans on a text that may be put',
      es: 'Decir hacia dónde se inclina su nación ante un texto que quizá se presente',
    },
    then: {
      en: 'It is the day by which whoever asks hopes for an answer. Nothing follows from it, and no answer is a voice.',
      es: 'Es el día para el que quien pregunta desea una respuesta. De él no se sigue nada, y ninguna respuesta es una voz.',
    },
  },
  clearance: {
    says: { en: 'Clear or return a draft', es: 'Autorizar o devolver un borrador' },
    then: {
      en: 'Nobody can sign it until somebody who did not write in it clears it. Where it has a date, it comes too late after it.',
      es: 'Nadie puede firmarlo hasta que lo autorice alguien que no haya escrito en él. Si tiene fecha, después de ella llega tarde.',
    },
  },
  mandate: {
    says: { en: 'Give a mandate anew', es: 'Dar de nuevo un mandato' },
    then: {
      en: 'It is the end that your root keys gave to the mandate of an authority.',
      es: 'Es el fin que sus claves raíz dieron al mandato de una autoridad.',
    },
  },
  review: {
    says: { en: 'Review a measure that runs', es: 'Revisar una medida en curso' },
    then: {
      en: 'It is the day that was set for it. After that the review is overdue, and everybody sees it.',
      es: 'Es el día fijado para ello. Después la revisión está atrasada, y todos lo ven.',
    },
  },
  receipt: {
    says: {
      en: 'Acknowledge an operator’s report',
      es: 'Acusar recibo del informe de un operador',
    },
    then: {
      en: 'The operator has no proof that its report was received until you file the receipt.',
      es: 'El operador no tiene prueba de que se recibiera su informe hasta que usted presente el recibo.',
    },
  },
}

/** What stands before whatever of an exercise is read outside the page. */
export const EXERCISE: InLanguages = { en: 'EXERCISE', es: 'EJERCICIO' }

export const wordsOf = (what: ReminderView['what']): Words => WORDS[what]
