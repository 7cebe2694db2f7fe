import { arsiwa, generalKnowledge, stixObject } from '../source.ts'
import type { FieldEntry } from '../term.ts'

/** Who is held responsible. Three levels that no text may mix: the actor, the entity, the State. */
export const attributions = {
  'threat-actor': {
    label: { en: 'Threat actor', es: 'Actor de la amenaza' },
    definition: {
      en: 'A person, group or organisation believed to act with malicious intent. A working name of analysts; whose organ it may be is another question.',
      es: 'Una persona, grupo u organización de la que se cree que actúa con intención maliciosa. Nombre de trabajo de los analistas; de quién pueda ser órgano es otra cuestión.',
    },
    source: stixObject('Threat Actor'),
    status: 'proposed',
    related: ['intrusion-set', 'actor-attribution'],
    forms: {
      en: ['threat actor', 'threat actors', 'malicious actor', 'malicious actors'],
      es: [
        'actor de la amenaza',
        'actores de la amenaza',
        'actor de amenaza',
        'actores de amenaza',
        'actor malicioso',
        'actores maliciosos',
      ],
    },
    mappings: [{ match: 'exact', scheme: 'stix', notation: 'threat-actor' }],
  },
  'intrusion-set': {
    label: { en: 'Intrusion set', es: 'Conjunto de intrusiones' },
    definition: {
      en: 'Conduct and means that analysts group as the work of one organisation, whether or not they know which.',
      es: 'Conductas y medios que los analistas agrupan como obra de una misma organización, sepan o no cuál.',
    },
    source: stixObject('Intrusion Set'),
    status: 'proposed',
    forms: {
      en: ['intrusion set', 'intrusion sets'],
      es: ['conjunto de intrusiones', 'conjuntos de intrusiones'],
    },
    mappings: [{ match: 'exact', scheme: 'stix', notation: 'intrusion-set' }],
  },
  'state-sponsored-actor': {
    label: { en: 'State-sponsored actor', es: 'Actor patrocinado por un Estado' },
    definition: {
      en: 'A threat actor that a State supports in some way. A policy word: support alone attributes no conduct to the State in law.',
      es: 'Un actor de la amenaza al que un Estado apoya de algún modo. Palabra política: el apoyo por sí solo no atribuye en derecho conducta alguna al Estado.',
    },
    source: arsiwa('Article 8'),
    status: 'proposed',
    broader: 'threat-actor',
    related: ['state-attribution'],
    forms: {
      en: [
        'state sponsored actor',
        'state sponsored actors',
        'state sponsored group',
        'state sponsored groups',
        'nation state actor',
        'nation state actors',
        'state backed actor',
        'state backed actors',
        'state backed group',
        'state backed groups',
      ],
      es: [
        'actor patrocinado por un estado',
        'actores patrocinados por un estado',
        'actor patrocinado por el estado',
        'actores patrocinados por el estado',
        'grupo patrocinado por un estado',
        'grupos patrocinados por un estado',
        'actor estatal',
        'actores estatales',
      ],
    },
    mappings: [{ match: 'close', scheme: 'stix', notation: 'threat-actor-type-ov:nation-state' }],
  },
  'actor-attribution': {
    label: { en: 'Actor-level attribution', es: 'Atribución al actor' },
    definition: {
      en: 'The judgement that a named threat actor did it. It names no State.',
      es: 'El juicio de que lo hizo un actor de la amenaza con nombre. No nombra a ningún Estado.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'attribute',
    forms: {
      en: ['actor level attribution', 'attribution at actor level', 'technical attribution'],
      es: ['atribución al actor', 'atribución a un actor', 'atribución técnica'],
    },
  },
  'entity-attribution': {
    label: { en: 'Entity-level attribution', es: 'Atribución a la entidad' },
    definition: {
      en: 'The judgement that a named person, company, service or unit did it.',
      es: 'El juicio de que lo hizo una persona, empresa, servicio o unidad con nombre.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'attribute',
    forms: {
      en: ['entity level attribution', 'attribution at entity level'],
      es: ['atribución a la entidad', 'atribución a una entidad'],
    },
  },
  'state-attribution': {
    label: { en: 'State-level attribution', es: 'Atribución al Estado' },
    definition: {
      en: 'The judgement that conduct is an act of a State in law: of its organs, or of others on its instructions or under its direction or control.',
      es: 'El juicio de que una conducta es en derecho un acto de un Estado: de sus órganos, o de otros que siguen sus instrucciones o actúan bajo su dirección o control.',
    },
    source: arsiwa('Articles 4 to 11', 'summary-seen'),
    status: 'proposed',
    broader: 'attribute',
    related: ['state-organ', 'internationally-wrongful-act'],
    forms: {
      en: [
        'state level attribution',
        'attribution at state level',
        'attribution to a state',
        'attribution to the state',
        'attributable to a state',
        'attributable to the state',
        'legal attribution',
      ],
      es: [
        'atribución al estado',
        'atribución a un estado',
        'atribuible al estado',
        'atribuible a un estado',
        'atribuibles al estado',
        'atribuibles a un estado',
        'atribución jurídica',
      ],
    },
  },
  'state-organ': {
    label: { en: 'State organ', es: 'Órgano del Estado' },
    definition: {
      en: 'Any body or person that is part of a State by its law or in fact: its conduct is the State’s.',
      es: 'Todo cuerpo o persona que forma parte de un Estado por su derecho o de hecho: su conducta es la del Estado.',
    },
    source: arsiwa('Article 4'),
    status: 'proposed',
    forms: {
      en: [
        'state organ',
        'state organs',
        'organ of the state',
        'organs of the state',
        'organ of a state',
        'organs of a state',
      ],
      es: [
        'órgano del estado',
        'órganos del estado',
        'órgano de un estado',
        'órganos de un estado',
        'órgano estatal',
        'órganos estatales',
      ],
    },
  },
  'competing-hypothesis': {
    label: { en: 'Competing hypothesis', es: 'Hipótesis alternativa' },
    definition: {
      en: 'Another explanation of the same facts. It stands beside the others with its own likelihood; they are never merged.',
      es: 'Otra explicación de los mismos hechos. Figura junto a las demás con su propia probabilidad; nunca se funden.',
    },
    source: generalKnowledge('analysis of competing hypotheses'),
    status: 'proposed',
    related: ['attribution', 'likelihood'],
    forms: {
      en: [
        'competing hypothesis',
        'competing hypotheses',
        'alternative hypothesis',
        'alternative hypotheses',
      ],
      es: [
        'hipótesis alternativa',
        'hipótesis alternativas',
        'hipótesis en competencia',
        'hipótesis concurrente',
        'hipótesis concurrentes',
      ],
    },
  },
} as const satisfies Readonly<Record<string, FieldEntry>>
