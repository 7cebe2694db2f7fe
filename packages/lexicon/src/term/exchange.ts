import { conclusion, nis2, rfc, stix } from '../source.ts'
import type { Entry } from '../term.ts'

/** What nations say to one another beside their voices. The ids are the names of the kinds. */
export const exchanges = {
  sighting: {
    label: { en: 'Sighting', es: 'Avistamiento' },
    definition: {
      en: 'The act by which an operator tells its authority that it saw what an indicator describes, how often and between when; never where.',
      es: 'El acto por el que un operador dice a su autoridad que vio lo que describe un indicador, cuántas veces y entre qué momentos; nunca dónde.',
    },
    source: stix('5.2'),
    status: 'proposed',
    broader: 'act',
    related: ['operator'],
  },
  'self-assessment': {
    label: { en: 'Self-assessment', es: 'Autoevaluación' },
    definition: {
      en: 'The act by which an operator says how far it is with each measure that the law asks of it, with the day. It proves nothing.',
      es: 'El acto por el que un operador dice hasta dónde ha llegado con cada medida que le exige la ley, con la fecha. No prueba nada.',
    },
    source: nis2('Article 21(2)'),
    status: 'proposed',
    broader: 'act',
    related: ['operator'],
  },
  objective: {
    label: { en: 'Objective', es: 'Objetivo' },
    definition: {
      en: 'The act by which a nation states its aims and red lines in a case, with the day by which, and later how far it has come. Any of the words may be sealed.',
      es: 'El acto por el que una nación expresa sus fines y líneas rojas en un caso, con la fecha, y después hasta dónde ha llegado. Cualquiera de las palabras puede sellarse.',
    },
    source: conclusion(10),
    status: 'proposed',
    broader: 'act',
    related: ['sealed'],
  },
  note: {
    label: { en: 'Note', es: 'Nota' },
    definition: {
      en: 'A remark for the record that decides nothing. Its words may be sealed.',
      es: 'Una observación para el expediente que no decide nada. Sus palabras pueden sellarse.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['sealed'],
  },
  release: {
    label: { en: 'Release', es: 'Revelación' },
    definition: {
      en: 'The act by which a party opens to all parties of the case what it had sealed. Two persons of it see to that.',
      es: 'El acto por el que una parte revela a todas las partes del caso lo que había sellado. Intervienen dos personas de ella.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['sealed'],
  },
  sealed: {
    label: { en: 'Sealed', es: 'Sellado' },
    definition: {
      en: 'Of words that stay at home while the act has their salted digest: whoever is handed the disclosure can check that they are what was signed.',
      es: 'De las palabras que se quedan en casa mientras en el acto consta su resumen con sal: quien reciba la revelación puede comprobar que son lo que se firmó.',
    },
    source: rfc(9901),
    status: 'proposed',
  },
  'evidence-withdraw': {
    label: { en: 'Withdrawal of evidence', es: 'Retirada de evidencia' },
    definition: {
      en: 'The act by which a party takes back evidence that it put, with the reason. The evidence stays on record, and what rests on it is marked.',
      es: 'El acto por el que una parte retira una evidencia que presentó, con el motivo. La evidencia sigue constando, y lo que se apoya en ella queda marcado.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['evidence'],
  },
  sound: {
    label: { en: 'Sounding', es: 'Sondeo' },
    definition: {
      en: 'The act that opens a non-binding round on what might be put, or answers one clause by clause. Answers are collected side by side and are never counted as voices.',
      es: 'El acto que abre una ronda no vinculante sobre lo que podría presentarse, o que la responde cláusula por cláusula. Las respuestas se reúnen unas junto a otras y nunca se cuentan como voces.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['propose', 'comment'],
  },
  comment: {
    label: { en: 'Comment on a clause', es: 'Comentario a una cláusula' },
    definition: {
      en: 'The act by which a party remarks on one clause of one exact version, or answers such a remark. It is no voice.',
      es: 'El acto por el que una parte comenta una cláusula de una versión exacta, o responde a un comentario así. No es una voz.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['version', 'clause'],
  },
} as const satisfies Readonly<Record<string, Entry>>
