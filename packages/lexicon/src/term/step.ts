import { conclusion, teu } from '../source.ts'
import type { Entry } from '../term.ts'

/** The path of a case, and the rules by which its gates open. The ids are the values. */
export const steps = {
  step: {
    label: { en: 'Step', es: 'Paso' },
    definition: {
      en: 'A stage of a case with a text, its versions and a rule. Steps may be skipped or repeated, not faked.',
      es: 'Una etapa de un caso con un texto, sus versiones y una regla. Los pasos pueden omitirse o repetirse, no fingirse.',
    },
    source: conclusion(6),
    status: 'proposed',
    related: ['gate', 'case'],
  },
  situation: {
    label: { en: 'Situation', es: 'Situación' },
    definition: {
      en: 'The step at which the members agree what happened.',
      es: 'El paso en que los miembros acuerdan qué ha ocurrido.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'step',
  },
  attribution: {
    label: { en: 'Attribution', es: 'Atribución' },
    definition: {
      en: 'The step that collects each nation’s own attribution, side by side. Never a precondition of the rest.',
      es: 'El paso que reúne la atribución propia de cada nación, unas junto a otras. Nunca es condición previa de lo demás.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'step',
    related: ['attribute', 'each-its-own'],
  },
  position: {
    label: { en: 'Common position', es: 'Posición común' },
    definition: {
      en: 'The step at which the members form what they say together.',
      es: 'El paso en que los miembros forman lo que dicen juntos.',
    },
    source: conclusion(1),
    status: 'proposed',
    broader: 'step',
  },
  measure: {
    label: { en: 'Measure', es: 'Medida' },
    definition: {
      en: 'The step for what is done in answer; one step for each measure.',
      es: 'El paso para lo que se hace en respuesta; uno por cada medida.',
    },
    source: conclusion(1),
    status: 'proposed',
    broader: 'step',
  },
  termination: {
    label: { en: 'Termination', es: 'Terminación' },
    definition: {
      en: 'The step at which measures come to their end.',
      es: 'El paso en que las medidas llegan a su fin.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'step',
    related: ['measure'],
  },
  lessons: {
    label: { en: 'Lessons', es: 'Lecciones' },
    definition: {
      en: 'The step that records what to do better.',
      es: 'El paso que recoge qué hacer mejor.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'step',
  },
  term: {
    label: { en: 'Term', es: 'Término' },
    definition: {
      en: 'A defined word of the common language, agreed by a step like any text.',
      es: 'Una palabra definida del lenguaje común, acordada en un paso como cualquier texto.',
    },
    source: conclusion(2),
    status: 'proposed',
    broader: 'step',
  },
  advisory: {
    label: { en: 'Advisory', es: 'Aviso' },
    definition: {
      en: 'The step for what the public is told.',
      es: 'El paso para lo que se comunica al público.',
    },
    source: conclusion(4),
    status: 'proposed',
    broader: 'step',
  },
  version: {
    label: { en: 'Version', es: 'Versión' },
    definition: {
      en: 'One exact text of a step. Its id is that of the act which filed it; a voice counts for its own version only.',
      es: 'Un texto exacto de un paso. Su identificador es el del acto que lo presentó; una voz solo cuenta para su propia versión.',
    },
    source: 'none',
    status: 'proposed',
    related: ['propose', 'amend'],
  },
  clause: {
    label: { en: 'Clause', es: 'Cláusula' },
    definition: {
      en: 'A part of a text whose id lasts across versions.',
      es: 'Una parte de un texto cuyo identificador perdura entre versiones.',
    },
    source: 'none',
    status: 'proposed',
    related: ['version', 'reservation'],
  },
  gate: {
    label: { en: 'Gate', es: 'Puerta' },
    definition: {
      en: 'The test before the next step: open or shut, with reasons that name the act, the member, the rule and its source.',
      es: 'La comprobación antes del paso siguiente: abierta o cerrada, con motivos que nombran el acto, el miembro, la regla y su fuente.',
    },
    source: conclusion(6),
    status: 'proposed',
    related: ['step', 'rule'],
  },
  rule: {
    label: { en: 'Decision rule', es: 'Regla de decisión' },
    definition: {
      en: 'What voices open the gate of a step. The charter names one for each kind of step.',
      es: 'Qué voces abren la puerta de un paso. La carta designa una para cada tipo de paso.',
    },
    source: 'none',
    status: 'proposed',
    related: ['charter', 'gate'],
  },
  'express-unanimity': {
    label: { en: 'Express unanimity', es: 'Unanimidad expresa' },
    definition: {
      en: 'Every member spoke, none objects, awaits instructions or withdrew, and at least one is for.',
      es: 'Todos los miembros se pronunciaron, ninguno objeta, espera instrucciones ni se retiró, y al menos uno está a favor.',
    },
    source: teu('Article 31(1)'),
    status: 'proposed',
    broader: 'rule',
  },
  silence: {
    label: { en: 'Silence', es: 'Silencio' },
    definition: {
      en: 'Consent is deemed where receipt is proved and nobody broke the silence before its end. For housekeeping texts.',
      es: 'Se presume el consentimiento cuando consta la recepción y nadie rompió el silencio antes de su fin. Para textos de trámite.',
    },
    source: {
      instrument: 'Council Rules of Procedure (Decision 2009/937/EU)',
      provision: 'Article 12(2)(d)',
      verification: 'summary-seen',
    },
    status: 'proposed',
    broader: 'rule',
    related: ['silent', 'broken'],
  },
  'qualified-majority': {
    label: { en: 'Qualified majority', es: 'Mayoría cualificada' },
    definition: {
      en: 'At least 55 % of the members with at least 65 % of the population, or no blocking minority.',
      es: 'Al menos el 55 % de los miembros con al menos el 65 % de la población, o ninguna minoría de bloqueo.',
    },
    source: teu('Article 16(4)'),
    status: 'proposed',
    broader: 'rule',
    related: ['vital-reasons'],
  },
  'participants-only': {
    label: { en: 'Participants only', es: 'Solo participantes' },
    definition: {
      en: 'Those whom the text names decide, and only they are bound.',
      es: 'Deciden aquellos a quienes nombra el texto, y solo ellos quedan obligados.',
    },
    source: {
      instrument: 'European Parliament, answer E-9-2022-000267',
      verification: 'summary-seen',
    },
    status: 'proposed',
    broader: 'rule',
  },
  'each-its-own': {
    label: { en: 'Each its own', es: 'Cada uno la suya' },
    definition: {
      en: 'No gate: the voices are collected and stand side by side.',
      es: 'Sin puerta: las voces se reúnen y quedan unas junto a otras.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'rule',
    related: ['attribution'],
  },
  'double-third': {
    label: { en: 'Double third', es: 'Doble tercio' },
    definition: {
      en: 'A third of the members and a third of the population: constructive abstentions of that weight shut the gate.',
      es: 'Un tercio de los miembros y un tercio de la población: las abstenciones constructivas de ese peso cierran la puerta.',
    },
    source: teu('Article 31(1)'),
    status: 'proposed',
    related: ['abstains-constructively'],
  },
  cure: {
    label: { en: 'Cure', es: 'Subsanación' },
    definition: {
      en: 'How long the rule must stay unmet before an adopted version can be certified as ended.',
      es: 'Cuánto tiempo debe seguir sin cumplirse la regla antes de que una versión adoptada pueda certificarse como terminada.',
    },
    source: 'none',
    status: 'proposed',
    related: ['ended', 'suspended'],
  },
} as const satisfies Readonly<Record<string, Entry>>
