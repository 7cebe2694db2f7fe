import type { InLanguages } from '@entente/lexicon'
import type { FactId } from '../fact.ts'

export const SANCTIONS_WORDS = {
  title: { en: 'Sanctions test', es: 'Examen de sanciones' },
  about: {
    en: 'The criteria of Council Regulation 2019/796 and Council Decision (CFSP) 2019/797, article by article, on the recorded facts. Which are met, not met, not known or disputed is said; whether anybody is listed the Council decides.',
    es: 'Los criterios del Reglamento 2019/796 y de la Decisión (PESC) 2019/797 del Consejo, artículo por artículo, según los hechos registrados. Se dice cuáles se cumplen, cuáles no, cuáles no se conocen y cuáles se discuten; si se incluye a alguien lo decide el Consejo.',
  },
  criteria: { en: 'Criteria', es: 'Criterios' },
  criterion: { en: 'Criterion', es: 'Criterio' },
  article: { en: 'Article', es: 'Artículo' },
  together: { en: 'Together', es: 'En conjunto' },
  answers: { en: 'Answers, and what they rest on', es: 'Respuestas, y en qué se basan' },
  question: { en: 'Question', es: 'Pregunta' },
  answer: { en: 'Answer', es: 'Respuesta' },
  unanswered: { en: 'unknown', es: 'se desconoce' },
  bare: { en: 'Answers that name no evidence', es: 'Respuestas que no nombran prueba' },
  noneBare: { en: 'Every answer names evidence.', es: 'Toda respuesta nombra prueba.' },
  reasons: { en: 'Statement of reasons, draft', es: 'Motivación, borrador' },
  reasonsNote: {
    en: 'Put together from recorded facts, for a person to finish; nobody has proposed or signed it. What is missing stands in square brackets.',
    es: 'Compuesta de hechos registrados, para que una persona la termine; nadie la ha propuesto ni firmado. Lo que falta consta entre corchetes.',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

/** Each word as it stands over a criterion in the form. */
export const RESULT_WORDS = {
  satisfied: { en: 'met', es: 'se cumple' },
  'not-satisfied': { en: 'not met', es: 'no se cumple' },
  unknown: { en: 'unknown', es: 'se desconoce' },
  disputed: { en: 'disputed', es: 'discutido' },
} as const satisfies Readonly<Record<string, InLanguages>>

/** The sentences of a statement of reasons; each is said only where its fact is recorded as true. */
export const REASONS = {
  attack: {
    en: 'The conduct is a cyber-attack within the meaning of Article 1(3): the actions were without authorisation, or not permitted.',
    es: 'La conducta es un ciberataque en el sentido del artículo 1, apartado 3: las acciones carecían de autorización o no estaban permitidas.',
  },
  attempt: {
    en: 'It was an attempt, with a potentially significant effect (Article 1(1)).',
    es: 'Fue una tentativa, con un efecto potencialmente significativo (artículo 1, apartado 1).',
  },
  significant: {
    en: 'Its effect is significant (Article 1(1)), having regard to:',
    es: 'Su efecto es significativo (artículo 1, apartado 1), teniendo en cuenta:',
  },
  possible: {
    en: 'Of what the attempt could have caused:',
    es: 'De lo que la tentativa pudo causar:',
  },
  potential: {
    en: 'The effect is judged having regard to:',
    es: 'El efecto se aprecia teniendo en cuenta:',
  },
  needed: {
    en: 'A listing is deemed necessary for the objectives of the common foreign and security policy (Article 1(6)).',
    es: 'La inclusión se estima necesaria para los objetivos de la política exterior y de seguridad común (artículo 1, apartado 6).',
  },
  external: {
    en: 'It is an external threat (Article 1(2)):',
    es: 'Es una amenaza externa (artículo 1, apartado 2):',
  },
} as const satisfies Readonly<Record<string, InLanguages>>

type Said = readonly (readonly [fact: FactId, words: InLanguages])[]

export const TIES: Said = [
  [
    'fromOutside',
    {
      en: 'it originated, or was carried out, outside the Union (a)',
      es: 'tuvo su origen o se cometió fuera de la Unión (a)',
    },
  ],
  [
    'outsideInfrastructure',
    {
      en: 'it used infrastructure outside the Union (b)',
      es: 'utilizó infraestructura situada fuera de la Unión (b)',
    },
  ],
  [
    'outsideActor',
    {
      en: 'it was carried out by somebody established or operating outside the Union (c)',
      es: 'la cometió alguien establecido o activo fuera de la Unión (c)',
    },
  ],
  [
    'outsideDirection',
    {
      en: 'it was supported, directed or controlled from outside the Union (d)',
      es: 'se apoyó, dirigió o controló desde fuera de la Unión (d)',
    },
  ],
  ['externalThreat', { en: 'it is external on another ground', es: 'es externa por otro motivo' }],
]

export const TARGETS: Said = [
  [
    'threatToMember',
    {
      en: 'It is a threat to a member (Article 1(4)).',
      es: 'Es una amenaza para un miembro (artículo 1, apartado 4).',
    },
  ],
  [
    'threatToUnion',
    {
      en: 'It is a threat to the Union (Article 1(5)).',
      es: 'Es una amenaza para la Unión (artículo 1, apartado 5).',
    },
  ],
  [
    'againstThird',
    {
      en: 'It was aimed at a third State or an international organisation (Article 1(6)).',
      es: 'Se dirigió contra un tercer Estado o una organización internacional (artículo 1, apartado 6).',
    },
  ],
]

export const PERSONS: Said = [
  [
    'listedResponsible',
    {
      en: '{who} is responsible for it (Article 3(3)(a)).',
      es: '{who} es responsable de ello (artículo 3, apartado 3, letra a)).',
    },
  ],
  [
    'listedInvolved',
    {
      en: '{who} supported it or was otherwise involved in it (Article 3(3)(b)).',
      es: '{who} lo apoyó o participó de otro modo en ello (artículo 3, apartado 3, letra b)).',
    },
  ],
  [
    'listedAssociated',
    {
      en: '{who} is associated with those who are responsible or involved (Article 3(3)(c)).',
      es: '{who} está asociado con los responsables o los partícipes (artículo 3, apartado 3, letra c)).',
    },
  ],
]
