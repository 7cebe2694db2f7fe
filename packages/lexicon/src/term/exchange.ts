import type { Entry } from '../term.ts'

/** What nations say to one another beside their voices. The ids are the names of the kinds. */
export const exchanges = {
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
