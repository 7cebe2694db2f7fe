import { conclusion } from '../source.ts'
import type { Entry } from '../term.ts'

/** Who takes part. */
export const parties = {
  party: {
    label: { en: 'Party', es: 'Parte' },
    definition: {
      en: 'Whoever has a root key and a strand: a member, an organisation, a community or an operator.',
      es: 'Quien tiene una clave raíz y una hebra: un miembro, una organización, una comunidad o un operador.',
    },
    source: 'none',
    status: 'proposed',
  },
  member: {
    label: { en: 'Member', es: 'Miembro' },
    definition: {
      en: 'A participating nation: the only party with voices.',
      es: 'Una nación participante: la única parte que tiene voces.',
    },
    source: conclusion(3, 6),
    status: 'proposed',
    broader: 'party',
  },
  organisation: {
    label: { en: 'Organisation', es: 'Organización' },
    definition: {
      en: 'A body between nations that chairs, drafts, publishes or witnesses, without a voice.',
      es: 'Un órgano entre naciones que preside, redacta, publica o atestigua, sin voz.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'party',
  },
  community: {
    label: { en: 'Community', es: 'Comunidad' },
    definition: {
      en: 'A trusted group with which intelligence is shared.',
      es: 'Un grupo de confianza con el que se comparte inteligencia.',
    },
    source: conclusion(9),
    status: 'proposed',
    broader: 'party',
  },
  operator: {
    label: { en: 'Operator', es: 'Operador' },
    definition: {
      en: 'An enterprise answerable for its own critical infrastructure.',
      es: 'Una empresa responsable de su propia infraestructura crítica.',
    },
    source: conclusion(7),
    status: 'proposed',
    broader: 'party',
  },
  coalition: {
    label: { en: 'Coalition', es: 'Coalición' },
    definition: {
      en: 'The parties under one charter.',
      es: 'Las partes reunidas bajo una misma carta.',
    },
    source: 'none',
    status: 'proposed',
    related: ['charter'],
  },
  charter: {
    label: { en: 'Charter', es: 'Carta' },
    definition: {
      en: 'The rules of a coalition or of a case: its parties and who has a voice, the chair, the witnesses and their quorum, the rule of each step. The hash of its bytes is the id of the case.',
      es: 'Las reglas de una coalición o de un caso: sus partes y quién tiene voz, la presidencia, los testigos y su quórum, la regla de cada paso. El resumen criptográfico de sus bytes identifica el caso.',
    },
    source: 'none',
    status: 'proposed',
    related: ['case'],
  },
  chair: {
    label: { en: 'Chair', es: 'Presidencia' },
    definition: {
      en: 'The party that files the versions of a text, unless the charter names another for that step.',
      es: 'La parte que presenta las versiones de un texto, salvo que la carta designe a otra para ese paso.',
    },
    source: 'none',
    status: 'proposed',
    related: ['version'],
  },
  authority: {
    label: { en: 'Authority', es: 'Autoridad' },
    definition: {
      en: 'A body inside a party that signs for it with its own key: a foreign ministry, a cyber command, a legal service.',
      es: 'Un órgano de una parte que firma por ella con su propia clave: un ministerio de exteriores, un mando de ciberdefensa, un servicio jurídico.',
    },
    source: conclusion(5),
    status: 'proposed',
    related: ['mandate'],
  },
  mandate: {
    label: { en: 'Mandate', es: 'Mandato' },
    definition: {
      en: 'What a party’s root keys allow an authority to sign, and until when.',
      es: 'Lo que las claves raíz de una parte permiten firmar a una autoridad, y hasta cuándo.',
    },
    source: conclusion(5),
    status: 'proposed',
    related: ['authority', 'keys-add'],
  },
  person: {
    label: { en: 'Person', es: 'Persona' },
    definition: {
      en: 'Someone who works for an authority at a node and acts within its mandate.',
      es: 'Quien trabaja para una autoridad en un nodo y actúa dentro de su mandato.',
    },
    source: 'none',
    status: 'proposed',
    related: ['authority'],
  },
  node: {
    label: { en: 'Node', es: 'Nodo' },
    definition: {
      en: 'The running system of one party. Another party’s node is a peer.',
      es: 'El sistema en marcha de una parte. El nodo de otra parte es un par.',
    },
    source: 'none',
    status: 'proposed',
    related: ['party'],
  },
} as const satisfies Readonly<Record<string, Entry>>
