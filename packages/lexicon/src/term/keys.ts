import type { Entry } from '../term.ts'

/** The life of a party's keys, and what follows where one was stolen or a log lied. */
export const keys = {
  'root-key': {
    label: { en: 'Root key', es: 'Clave raíz' },
    definition: {
      en: 'A key that a party keeps apart and that signs nothing but key acts, together with as many others as the threshold asks.',
      es: 'Una clave que una parte guarda aparte y que solo firma actos de claves, junto con tantas otras como pide el umbral.',
    },
    source: 'none',
    status: 'proposed',
    related: ['keys-add', 'keys-revoke', 'keys-root'],
  },
  'keys-revoke': {
    label: { en: 'Revocation of a key', es: 'Revocación de una clave' },
    definition: {
      en: 'The act by which a party’s root keys take an authority’s key back: from its place on the key signs nothing, and what it signed before stands.',
      es: 'El acto por el que las claves raíz de una parte retiran la clave de una autoridad: desde su lugar la clave no firma nada, y lo que firmó antes permanece.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['mandate'],
  },
  'keys-root': {
    label: { en: 'Change of root keys', es: 'Cambio de claves raíz' },
    definition: {
      en: 'The act by which a party’s root keys hand over to the set whose hash they committed to when they began.',
      es: 'El acto por el que las claves raíz de una parte ceden su lugar al conjunto cuyo resumen comprometieron al empezar.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['root-key'],
  },
  disavow: {
    label: { en: 'Disavowal', es: 'Desautorización' },
    definition: {
      en: 'The act by which a party’s root keys disown, one by one, acts that a stolen key signed: a voice counts as withdrawn, other acts count for nothing from there on.',
      es: 'El acto por el que las claves raíz de una parte desautorizan, uno a uno, actos firmados con una clave robada: una voz cuenta como retirada y los demás actos no cuentan desde ahí.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['keys-revoke'],
  },
  accuse: {
    label: { en: 'Proof of a fork', es: 'Prueba de una bifurcación' },
    definition: {
      en: 'The act that proves that a party’s log signed two histories of its strand, by two of its own notes; whoever files it need not be believed.',
      es: 'El acto que prueba que el registro de una parte firmó dos historias de su hebra, con dos notas suyas; no hace falta creer a quien lo presenta.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'act',
    related: ['strand', 'checkpoint'],
  },
} as const satisfies Record<string, Entry>
