import { stix, tlp2 } from '../source.ts'
import type { Entry } from '../term.ts'

/** What is known, how sure it is, and how far it may go. */
export const intelligence = {
  custodian: {
    label: { en: 'Custodian', es: 'Custodio' },
    definition: {
      en: 'The party that keeps an object which evidence names.',
      es: 'La parte que guarda un objeto nombrado en una evidencia.',
    },
    source: 'none',
    status: 'proposed',
    related: ['evidence'],
  },
  scale: {
    label: { en: 'Scale', es: 'Escala' },
    definition: {
      en: 'A named and versioned set of values. Two scales are compared by their ranges, never by word.',
      es: 'Un conjunto de valores con nombre y versión. Dos escalas se comparan por sus intervalos, nunca por la palabra.',
    },
    source: 'none',
    status: 'proposed',
  },
  grade: {
    label: { en: 'Grade', es: 'Grado' },
    definition: {
      en: 'How reliable evidence is, by a named scale.',
      es: 'Cuán fiable es una evidencia, según una escala con nombre.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'scale',
    related: ['evidence'],
  },
  likelihood: {
    label: { en: 'Likelihood', es: 'Probabilidad' },
    definition: {
      en: 'How probable a judgement is, by a named scale.',
      es: 'Cuán probable es un juicio, según una escala con nombre.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'scale',
    related: ['confidence'],
  },
  confidence: {
    label: { en: 'Confidence', es: 'Confianza' },
    definition: {
      en: 'How well founded a judgement is, by a named scale. A field of its own beside likelihood.',
      es: 'Cuán fundado está un juicio, según una escala con nombre. Un campo propio junto a la probabilidad.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'scale',
    related: ['likelihood'],
  },
  'conflict-record': {
    label: { en: 'Conflict record', es: 'Registro de conflicto' },
    definition: {
      en: 'Two contents under one id and one time of modification: both are kept, neither overwrites.',
      es: 'Dos contenidos con un mismo identificador y una misma fecha de modificación: se guardan ambos y ninguno sobrescribe.',
    },
    source: stix('section 3.6'),
    status: 'proposed',
  },
  'loss-report': {
    label: { en: 'Loss report', es: 'Informe de pérdidas' },
    definition: {
      en: 'What an import or export could not carry over.',
      es: 'Lo que una importación o exportación no pudo trasladar.',
    },
    source: 'none',
    status: 'proposed',
  },
  marking: {
    label: { en: 'Marking', es: 'Marca' },
    definition: {
      en: 'What says how far something may go. What is unmarked stays on its own node.',
      es: 'Lo que dice hasta dónde puede llegar algo. Lo que no lleva marca se queda en su propio nodo.',
    },
    source: stix('section 7.2'),
    status: 'proposed',
    related: ['audience'],
  },
  audience: {
    label: { en: 'Audience', es: 'Destinatarios' },
    definition: {
      en: 'Who may receive something under its marking.',
      es: 'Quién puede recibir algo según su marca.',
    },
    source: 'none',
    status: 'proposed',
    related: ['marking'],
  },
  'tlp-red': {
    label: { en: 'TLP:RED', es: 'TLP:RED' },
    definition: {
      en: 'For the named recipients only; they pass it to nobody.',
      es: 'Solo para los destinatarios nombrados, que no lo pasan a nadie.',
    },
    source: tlp2,
    status: 'proposed',
    broader: 'marking',
  },
  'tlp-amber-strict': {
    label: { en: 'TLP:AMBER+STRICT', es: 'TLP:AMBER+STRICT' },
    definition: {
      en: 'For those in the recipient’s own organisation who need to know.',
      es: 'Para quienes necesitan conocerlo en la propia organización del destinatario.',
    },
    source: tlp2,
    status: 'proposed',
    broader: 'marking',
  },
  'tlp-amber': {
    label: { en: 'TLP:AMBER', es: 'TLP:AMBER' },
    definition: {
      en: 'For those who need to know in the recipient’s organisation and among its clients.',
      es: 'Para quienes necesitan conocerlo en la organización del destinatario y entre sus clientes.',
    },
    source: tlp2,
    status: 'proposed',
    broader: 'marking',
  },
  'tlp-green': {
    label: { en: 'TLP:GREEN', es: 'TLP:GREEN' },
    definition: {
      en: 'For the recipient’s community, not by public channels.',
      es: 'Para la comunidad del destinatario, no por canales públicos.',
    },
    source: tlp2,
    status: 'proposed',
    broader: 'marking',
  },
  'tlp-clear': {
    label: { en: 'TLP:CLEAR', es: 'TLP:CLEAR' },
    definition: {
      en: 'For anyone. TLP 1.0 called it WHITE.',
      es: 'Para cualquiera. TLP 1.0 lo llamaba WHITE.',
    },
    source: tlp2,
    status: 'proposed',
    broader: 'marking',
  },
} as const satisfies Readonly<Record<string, Entry>>
