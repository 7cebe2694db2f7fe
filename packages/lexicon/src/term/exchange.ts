import type { Entry } from '../term.ts'

/** What nations say to one another beside their voices. The ids are the names of the kinds. */
export const exchanges = {
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
