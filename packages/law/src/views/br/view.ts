import { published, type View } from '../../view.ts'

/** The published view of: Brazil. What no source that was read says is `unknown`. */
export const br: View = {
  holder: published('BR', 'state', { en: 'Brazil', es: 'Brasil' }),
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
      value: 'rule',
      says: {
        en: 'Treats respect for territorial sovereignty in cyberspace as a rule whose breach is a wrongful act.',
        es: 'Trata el respeto de la soberanía territorial en el ciberespacio como una regla cuya violación es un hecho ilícito.',
      },
      source:
        'Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
      basis: 'sourced',
      reliability: 'none',
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
      pinpoint: 'row BRA, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Applies to cyber operations; threshold ambiguous.',
        es: 'Se aplica a las operaciones cibernéticas; umbral ambiguo.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row BRA, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'cautious',
      says: {
        en: 'Has expressed caution about countermeasures in the cyber context.',
        es: 'Ha expresado cautela ante las contramedidas en el contexto cibernético.',
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
      pinpoint: 'row BRA, Q24b: Not discussed',
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
      pinpoint: 'row BRA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row BRA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row BRA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row BRA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted-preemptive',
      says: {
        en: 'Right exists but only against an attack attributable to a state; imminence accepted, prevention rejected.',
        es: 'El derecho existe, pero solo frente a un ataque atribuible a un Estado; se acepta la inminencia y se rechaza la prevención.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row BRA, NSA: No; attributable only: Yes; anticipatory: Yes; preventative: No',
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
