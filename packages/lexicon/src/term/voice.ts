import { conclusion, generalKnowledge, teu } from '../source.ts'
import type { Entry } from '../term.ts'

/** What a member can say, and what it is without having said it. The ids are the values. */
export const voices = {
  voice: {
    label: { en: 'Voice', es: 'Voz' },
    definition: {
      en: 'A member’s present word on a version.',
      es: 'La palabra actual de un miembro sobre una versión.',
    },
    source: conclusion(3, 6),
    status: 'proposed',
  },
  'union-voice': {
    label: { en: 'Union voice', es: 'Voz ante la Unión' },
    definition: {
      en: 'Whether the nation holds the text compatible with its obligations towards the Union, or the coalition’s common framework.',
      es: 'Si la nación considera el texto compatible con sus obligaciones ante la Unión, o con el marco común de la coalición.',
    },
    source: conclusion(6),
    status: 'proposed',
    broader: 'voice',
  },
  'national-voice': {
    label: { en: 'National voice', es: 'Voz nacional' },
    definition: {
      en: 'Whether the nation holds the text compatible with its own interests.',
      es: 'Si la nación considera el texto compatible con sus propios intereses.',
    },
    source: conclusion(6),
    status: 'proposed',
    broader: 'voice',
  },
  'effective-voice': {
    label: { en: 'Effective voice', es: 'Voz efectiva' },
    definition: {
      en: 'The weaker of a member’s two voices: the one that counts.',
      es: 'La más débil de las dos voces de un miembro: la que cuenta.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'voice',
  },
  complies: {
    label: { en: 'Complies', es: 'Cumple' },
    definition: {
      en: 'The member accepts the text as it is.',
      es: 'El miembro acepta el texto tal como está.',
    },
    source: conclusion(6),
    status: 'proposed',
    broader: 'voice',
  },
  'complies-with-statement': {
    label: { en: 'Complies with statement', es: 'Cumple con declaración' },
    definition: {
      en: 'The member accepts the text and puts a statement beside it, which excepts nothing.',
      es: 'El miembro acepta el texto y le adjunta una declaración, que no exceptúa nada.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'voice',
    related: ['statement'],
  },
  'complies-with-reservation': {
    label: { en: 'Complies with reservation', es: 'Cumple con reserva' },
    definition: {
      en: 'The member accepts the text except what it reserves.',
      es: 'El miembro acepta el texto salvo aquello que reserva.',
    },
    source: generalKnowledge('law of treaties'),
    status: 'proposed',
    broader: 'voice',
    related: ['reservation'],
  },
  abstains: {
    label: { en: 'Abstains', es: 'Se abstiene' },
    definition: {
      en: 'The member neither supports the text nor stops it. Under unanimity and silence it is bound by it.',
      es: 'El miembro no apoya el texto ni lo impide. Con unanimidad o silencio queda obligado por él.',
    },
    source: teu('Article 31(1)'),
    status: 'proposed',
    broader: 'voice',
  },
  'abstains-constructively': {
    label: { en: 'Abstains constructively', es: 'Se abstiene constructivamente' },
    definition: {
      en: 'The member abstains with a formal declaration: it is not obliged to apply the text, accepts that it commits the coalition, and refrains from conflicting action.',
      es: 'El miembro se abstiene con una declaración formal: no está obligado a aplicar el texto, acepta que compromete a la coalición y evita toda acción contraria.',
    },
    source: teu('Article 31(1)'),
    status: 'proposed',
    broader: 'abstains',
    related: ['double-third', 'statement'],
  },
  'awaits-instructions': {
    label: { en: 'Awaits instructions', es: 'Espera instrucciones' },
    definition: {
      en: 'The member cannot speak yet. Under unanimity the gate is shut until it does.',
      es: 'El miembro no puede pronunciarse todavía. Con unanimidad la puerta queda cerrada hasta que lo haga.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'voice',
  },
  objects: {
    label: { en: 'Objects', es: 'Objeta' },
    definition: {
      en: 'The member does not accept the text. Under unanimity the gate is shut.',
      es: 'El miembro no acepta el texto. Con unanimidad la puerta queda cerrada.',
    },
    source: teu('Article 31(1)'),
    status: 'proposed',
    broader: 'voice',
  },
  withdrawn: {
    label: { en: 'Withdrawn', es: 'Retirado' },
    definition: {
      en: 'The member took its consent to this version back, for good.',
      es: 'El miembro retiró su consentimiento a esta versión, definitivamente.',
    },
    source: conclusion(3),
    status: 'proposed',
    broader: 'voice',
    related: ['withdraw'],
  },
  silent: {
    label: { en: 'Silent', es: 'En silencio' },
    definition: {
      en: 'The member has not spoken on this version. Silence is not agreement, save where the rule of silence proves it so.',
      es: 'El miembro no se ha pronunciado sobre esta versión. El silencio no es acuerdo, salvo donde la regla del silencio lo prueba.',
    },
    source: conclusion(6),
    status: 'proposed',
    broader: 'voice',
    related: ['silence'],
  },
  reservation: {
    label: { en: 'Reservation', es: 'Reserva' },
    definition: {
      en: 'The part of a text that a member does not accept, in its own words, on one of its two axes.',
      es: 'La parte de un texto que un miembro no acepta, con sus propias palabras, en uno de sus dos ejes.',
    },
    source: generalKnowledge('law of treaties'),
    status: 'proposed',
    related: ['complies-with-reservation', 'clause'],
  },
  statement: {
    label: { en: 'Statement', es: 'Declaración' },
    definition: {
      en: 'What a member says in its own words, beside its voice or in public. Only with a constructive abstention does it change what binds the member.',
      es: 'Lo que un miembro dice con sus propias palabras, junto a su voz o en público. Solo con una abstención constructiva cambia aquello que obliga al miembro.',
    },
    source: 'none',
    status: 'proposed',
    related: ['complies-with-statement', 'abstains-constructively'],
  },
  'vital-reasons': {
    label: { en: 'Vital reasons of national policy', es: 'Motivos vitales de política nacional' },
    definition: {
      en: 'Stated reasons with which an objection stops a decision by qualified majority.',
      es: 'Motivos expresos con los que una objeción detiene una decisión por mayoría cualificada.',
    },
    source: generalKnowledge('Treaty on European Union, Article 31(2)'),
    status: 'proposed',
    related: ['objects', 'qualified-majority'],
  },
} as const satisfies Readonly<Record<string, Entry>>
