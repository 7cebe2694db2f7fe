import { published, type View } from '../../view.ts'

/** The published view of: Pakistan. What no source that was read says is `unknown`. */
export const pk: View = {
  holder: published('PK', 'state', { en: 'Pakistan', es: 'Pakistán' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Note verbale on the application of international law in cyberspace',
      date: '2023-03-03',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Pakistan_(2023)',
    },
    {
      title: "Pakistan's Position on the Application of International Law in Cyberspace",
      date: '2023',
      url: 'https://perma.cc/T37B-BEDR',
    },
  ],
  readings: {
    sovereignty: {
      value: 'accepted',
      says: {
        en: 'Sovereign equality applies; mechanism for applying sovereignty still to be agreed.',
        es: 'Se aplica la igualdad soberana; el mecanismo para aplicar la soberanía está aún por acordar.',
      },
      source: 'Pakistan 2023 paras 6, 8',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: { en: 'Non-intervention applies.', es: 'Se aplica la no intervención.' },
      source: 'Pakistan 2023 para 6',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Non-use of force continues to apply in cyberspace.',
        es: 'El no uso de la fuerza sigue aplicándose en el ciberespacio.',
      },
      source:
        'Pakistan 2023 para 6, https://cyberlaw.ccdcoe.org/wiki/National_position_of_Pakistan_(2023)',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'silent',
      says: {
        en: 'No countermeasure question is answered in the coded paper.',
        es: 'En el documento codificado no se responde a ninguna pregunta sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row PAK, whole row: Not discussed (weak)',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': {
      value: 'silent',
      says: {
        en: 'The single coded paper answers no countermeasure question at all.',
        es: 'El único documento codificado no responde a ninguna pregunta en absoluto sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row PAK, whole row: Not discussed (weak: an uncoded row looks the same)',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'silent',
      says: {
        en: 'The single coded paper answers no countermeasure question at all.',
        es: 'El único documento codificado no responde a ninguna pregunta en absoluto sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row PAK, whole row: Not discussed (weak: an uncoded row looks the same)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'silent',
      says: {
        en: 'The single coded paper answers no countermeasure question at all.',
        es: 'El único documento codificado no responde a ninguna pregunta en absoluto sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row PAK, whole row: Not discussed (weak: an uncoded row looks the same)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'silent',
      says: {
        en: 'The single coded paper answers no countermeasure question at all.',
        es: 'El único documento codificado no responde a ninguna pregunta en absoluto sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row PAK, whole row: Not discussed (weak: an uncoded row looks the same)',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'open',
      says: {
        en: 'Mechanism for self-defence and attribution still needs debate.',
        es: 'El mecanismo de la legítima defensa y la atribución aún requiere debate.',
      },
      source: 'Pakistan 2023 para 8',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: {
      value: 'silent',
      says: {
        en: 'The toolkit list of positions that address necessity does not include this one.',
        es: 'La lista del Toolkit de las posiciones que tratan el estado de necesidad no incluye esta.',
      },
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'ihl-applies': { value: 'unknown', source: 'none' },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
