import { published, type View } from '../../view.ts'

/** The published view of: Singapore. What no source that was read says is `unknown`. */
export const sg: View = {
  holder: published('SG', 'state', { en: 'Singapore', es: 'Singapur' }),
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
      value: 'rule-implied',
      says: {
        en: 'Says a cyber operation could in some circumstances violate sovereignty; does not spell out a stand-alone rule (coded ambiguous).',
        es: 'Dice que una operación cibernética podría en algunas circunstancias violar la soberanía; no enuncia una regla por sí misma (codificado como ambiguo).',
      },
      source:
        'Singapore in A/76/136, 2021, https://cyberlaw.ccdcoe.org/wiki/National_position_of_Singapore_(2021)',
      pinpoint: 'section Sovereignty; Global Cyber Law Project row SGP Q3: Ambiguous',
      basis: 'sourced',
      reliability: 'primary-text',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'The prohibition applies to cyber operations and coercion is an element.',
        es: 'La prohibición se aplica a las operaciones cibernéticas y la coerción es uno de sus elementos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row SGP, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'All circumstances and actual consequences weighed; non-violent effects may qualify; accumulation accepted.',
        es: 'Se ponderan todas las circunstancias y las consecuencias reales; pueden considerarse uso de la fuerza efectos no violentos; se acepta la acumulación.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row SGP, Q4, Q5, Q6.3, Q7: Yes',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Has expressly confirmed that the law of countermeasures applies to cyber operations.',
        es: 'Ha confirmado expresamente que el derecho de las contramedidas se aplica a las operaciones cibernéticas.',
      },
      source:
        'Cyber Law Toolkit, Countermeasures (list of states), https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'silent',
      says: {
        en: 'The coded paper says little on countermeasures and nothing on notice.',
        es: 'El documento codificado dice poco de las contramedidas y nada del aviso.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SGP, Q24b: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-countermeasures': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SGP, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SGP, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SGP, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SGP, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Right exists; loss of function, economic effects and accumulation may suffice.',
        es: 'El derecho existe; pueden bastar la pérdida de funcionalidad, los efectos económicos y la acumulación.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row SGP, functionality, economic, aggregation: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'armed-attack': {
      value: 'also-added-up',
      says: {
        en: 'Right exists; loss of function, economic effects and accumulation may suffice.',
        es: 'El derecho existe; pueden bastar la pérdida de funcionalidad, los efectos económicos y la acumulación.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row SGP, functionality, economic, aggregation: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
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
