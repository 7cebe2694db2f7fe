import { published, type View } from '../../view.ts'

/** The published view of: United States. What no source that was read says is `unknown`. */
export const us: View = {
  holder: published('US', 'state', {
    en: 'United States of America',
    es: 'Estados Unidos de América',
  }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Egan, International Law and Stability in Cyberspace',
      date: '2016-11-10',
      url: "Berkeley J. Int'l L. 35 (2017) 169",
    },
    {
      title: 'Ney, DoD General Counsel remarks',
      date: '2020-03-02',
      url: 'https://www.defense.gov/Newsroom/Speeches/Speech/Article/2099378/',
    },
    {
      title: 'Official compendium of voluntary national contributions, A/76/136',
      date: '2021-07-13',
      url: 'https://database.cyberpolicyportal.org/en/entity/du4poqrg8h',
    },
    { title: 'Koh', date: '2012', url: 'https://perma.cc/Z2F6-97WN' },
    { title: 'Egan', date: '2016', url: 'https://perma.cc/8RU4-AXL2' },
    { title: 'Ney (DoD)', date: '2020', url: 'https://perma.cc/7BMC-LLMG' },
    { title: 'Krass (DoD)', date: '2023', url: 'https://perma.cc/9SBR-6XV9' },
    { title: 'Visek, Building Consensus', date: '2024', url: 'https://perma.cc/GX5G-NW8M' },
  ],
  readings: {
    sovereignty: {
      value: 'principle-partly',
      says: {
        en: 'DoD General Counsel partly endorses that sovereignty is not a standalone rule.',
        es: 'El asesor jurídico general del Departamento de Defensa respalda en parte que la soberanía no es una regla por sí misma.',
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
        en: "Interfering with another country's ability to hold an election or manipulating results would be a clear violation.",
        es: 'Interferir en la capacidad de otro país para celebrar elecciones o manipular sus resultados sería una violación clara.',
      },
      source: 'Egan and Ney as quoted in 97 ILS 395',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'All circumstances, actual consequences; no scale-and-effects test.',
        es: 'Todas las circunstancias y las consecuencias reales; ningún criterio de escala y efectos.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row USA, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'No international legal obligation to reveal evidence.',
        es: 'No hay obligación jurídica internacional de revelar las pruebas.',
      },
      source: 'The Problem With Ill-Substantiated Public Cyber Attribution (2022) note 18 (Egan)',
      basis: 'sourced',
      reliability: 'none',
    },
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
      value: 'not-always',
      says: {
        en: 'Urgent cyber countermeasures may be taken without prior notification, as an exception to the general duty.',
        es: 'Las contramedidas cibernéticas urgentes pueden tomarse sin notificación previa, como excepción al deber general.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.100',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-countermeasures': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row USA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row USA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row USA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row USA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: {
        en: 'Countermeasures may not amount to a use of force.',
        es: 'Las contramedidas no pueden constituir un uso de la fuerza.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.104',
      basis: 'sourced',
      reliability: 'none',
    },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: {
        en: 'Every unlawful use of force can trigger the right (no gap); non-state actors included; imminent attacks included.',
        es: 'Todo uso ilícito de la fuerza puede activar el derecho (sin brecha); se incluyen los actores no estatales y los ataques inminentes.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row USA, NSA, any force, anticipatory: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'armed-attack': {
      value: 'every-use-of-force',
      says: {
        en: 'Every unlawful use of force can trigger the right (no gap); non-state actors included; imminent attacks included.',
        es: 'Todo uso ilícito de la fuerza puede activar el derecho (sin brecha); se incluyen los actores no estatales y los ataques inminentes.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row USA, NSA, any force, anticipatory: Yes',
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
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Sovereign authority over infrastructure is exercised subject to international human rights law.',
        es: 'La autoridad soberana sobre la infraestructura se ejerce con sujeción al derecho internacional de los derechos humanos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row USA, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
