import { published, type View } from '../../view.ts'

/** The published view of: Kenya. What no source that was read says is `unknown`. */
export const ke: View = {
  holder: published('KE', 'state', { en: 'Kenya', es: 'Kenya' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Official compendium of voluntary national contributions, A/76/136',
      date: '2021-07-13',
      url: 'https://database.cyberpolicyportal.org/en/entity/du4poqrg8h',
    },
  ],
  readings: {
    sovereignty: {
      value: 'silent',
      says: {
        en: 'The coded papers do not say whether sovereignty is a stand-alone rule.',
        es: 'Los documentos codificados no dicen si la soberanía es una regla por sí misma.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row KEN, Q3: Silent',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'silent',
      says: {
        en: 'Not addressed in the coded paper.',
        es: 'No se trata en el documento codificado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row KEN, all questions: Silent',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'silent',
      says: {
        en: 'Not addressed in the coded paper.',
        es: 'No se trata en el documento codificado.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row KEN, all questions: Silent',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
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
      pinpoint: 'row KEN, whole row: Not discussed (weak)',
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
      pinpoint: 'row KEN, whole row: Not discussed (weak: an uncoded row looks the same)',
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
      pinpoint: 'row KEN, whole row: Not discussed (weak: an uncoded row looks the same)',
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
      pinpoint: 'row KEN, whole row: Not discussed (weak: an uncoded row looks the same)',
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
      pinpoint: 'row KEN, whole row: Not discussed (weak: an uncoded row looks the same)',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'silent',
      says: {
        en: 'The coded paper does not address self-defence.',
        es: 'El documento codificado no trata la legítima defensa.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row KEN, all questions: Silent',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
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
