import { arsiwa } from '../source.ts'
import type { Entry } from '../term.ts'

/** What a party signs in a measure, from the demand to its end. The ids are the names of the kinds. */
export const measureActs = {
  call: {
    label: { en: 'Call', es: 'Intimación' },
    definition: {
      en: 'The act by which a nation calls upon the responsible State to cease and to make reparation.',
      es: 'El acto por el que una nación intima al Estado responsable a cesar y a reparar.',
    },
    source: arsiwa('Article 52(1)(a)'),
    status: 'proposed',
    broader: 'act',
    related: ['measure', 'countermeasure'],
  },
  notice: {
    label: { en: 'Notice', es: 'Notificación de la medida' },
    definition: {
      en: 'The act by which a nation notifies the responsible State of its decision and offers to negotiate, or says why urgency forbids it.',
      es: 'El acto por el que una nación notifica su decisión al Estado responsable y ofrece negociar, o dice por qué la urgencia lo impide.',
    },
    source: arsiwa('Article 52(1)(b)'),
    status: 'proposed',
    broader: 'act',
    related: ['call', 'countermeasure'],
  },
  assess: {
    label: { en: 'Assessment', es: 'Evaluación' },
    definition: {
      en: 'The act by which a nation signs its facts and its view on a measure, what the rules made of them, and its adviser’s word.',
      es: 'El acto por el que una nación firma sus hechos y su visión sobre una medida, lo que las reglas hicieron de ellos y la palabra de su asesor.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['measure'],
  },
  start: {
    label: { en: 'Start of a measure', es: 'Inicio de una medida' },
    definition: {
      en: 'The act by which a nation reports that it has begun its part of an adopted measure. Entente carries out nothing.',
      es: 'El acto por el que una nación comunica que ha comenzado su parte de una medida adoptada. Entente no ejecuta nada.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['measure', 'call', 'assess'],
  },
  report: {
    label: { en: 'Report on a measure', es: 'Informe sobre una medida' },
    definition: {
      en: 'The act by which a nation reports what its part of a running measure did.',
      es: 'El acto por el que una nación informa de lo que hizo su parte de una medida en curso.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['measure', 'start'],
  },
  review: {
    label: { en: 'Review of a measure', es: 'Revisión de una medida' },
    definition: {
      en: 'The act by which a nation says whether the wrongful act goes on, and whether the measure is still proportionate and reversible. What it finds can stop every nation’s part.',
      es: 'El acto por el que una nación dice si el hecho ilícito continúa y si la medida sigue siendo proporcionada y reversible. Lo que halla puede detener la parte de todas las naciones.',
    },
    source: arsiwa('Articles 51 to 53'),
    status: 'proposed',
    broader: 'act',
    related: ['measure', 'suspend', 'terminate'],
  },
  suspend: {
    label: { en: 'Suspension of a measure', es: 'Suspensión de una medida' },
    definition: {
      en: 'The act by which a nation suspends its part of a measure; its next start takes it up again.',
      es: 'El acto por el que una nación suspende su parte de una medida; su siguiente inicio la retoma.',
    },
    source: arsiwa('Article 52(3)'),
    status: 'proposed',
    broader: 'act',
    related: ['measure', 'start'],
  },
  terminate: {
    label: { en: 'Termination of a measure', es: 'Terminación de una medida' },
    definition: {
      en: 'The act by which a nation ends its part of a measure, for good.',
      es: 'El acto por el que una nación pone fin a su parte de una medida, de forma definitiva.',
    },
    source: arsiwa('Article 53'),
    status: 'proposed',
    broader: 'act',
    related: ['measure', 'suspend'],
  },
} as const satisfies Readonly<Record<string, Entry>>
