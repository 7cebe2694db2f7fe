import { published, type View } from '../../view.ts'

/** The published view of: Russian Federation. What no source that was read says is `unknown`. */
export const ru: View = {
  holder: published('RU', 'state', { en: 'Russian Federation', es: 'Federación de Rusia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Official compendium of voluntary national contributions, A/76/136',
      date: '2021-07-13',
      url: 'https://database.cyberpolicyportal.org/en/entity/du4poqrg8h',
    },
  ],
  note: {
    en: 'Advocates a new universal legally binding instrument: https://dig.watch/event/un-oewg-2021-2025-7th-substantive-session/agenda-item-5-day-3-morning-session',
    es: 'Propugna un nuevo instrumento universal jurídicamente vinculante: https://dig.watch/event/un-oewg-2021-2025-7th-substantive-session/agenda-item-5-day-3-morning-session',
  },
  readings: {
    sovereignty: {
      value: 'silent',
      says: {
        en: 'The coded papers do not say whether sovereignty is a stand-alone rule.',
        es: 'Los documentos codificados no dicen si la soberanía es una regla por sí misma.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row RUS, Q3: Silent',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': { value: 'unknown', source: 'none' },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': { value: 'unknown', source: 'none' },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': {
      value: 'substantiation-required',
      says: {
        en: 'Accusations must be substantiated.',
        es: 'Las acusaciones deben fundamentarse.',
      },
      source:
        'The Problem With Ill-Substantiated Public Cyber Attribution (2022) (github:LuanoRodrigues/AssistAcad:Files/md_files/7CJPMXT8.md)',
      pinpoint: 'note 19',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'addressed',
      says: {
        en: 'Recognises countermeasures in general law, against states only and without force; silent on cyber means.',
        es: 'Reconoce las contramedidas en el derecho general, solo contra Estados y sin fuerza; guarda silencio sobre los medios cibernéticos.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row RUS, Q1, Q7: Yes; Q8, Q10: No; Q2: Not discussed',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
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
      pinpoint: 'row RUS, Q24b: Not discussed',
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
      pinpoint: 'row RUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row RUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row RUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row RUS, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: {
        en: 'Opposes justifying force as countermeasure.',
        es: 'Se opone a justificar la fuerza como contramedida.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.104',
      basis: 'sourced',
      reliability: 'none',
    },
    'self-defence': {
      value: 'contested',
      says: {
        en: 'Reportedly opposed the self-defence text in the 2017 GGE.',
        es: 'Según se informa, se opuso al texto sobre la legítima defensa en el Grupo de Expertos Gubernamentales de 2017.',
      },
      source:
        'Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'reported',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'Global Cyber Law Project codes art 51 ambiguous, all details silent, for A/76/136.',
          es: 'El Global Cyber Law Project codifica como ambiguo el artículo 51, y silencio en todos los detalles, para A/76/136.',
        },
        source:
          'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      },
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
    'ihl-applies': {
      value: 'contested',
      says: {
        en: 'Reportedly opposed the IHL text in the 2017 GGE.',
        es: 'Según se informa, se opuso al texto sobre el derecho internacional humanitario en el Grupo de Expertos Gubernamentales de 2017.',
      },
      source:
        'Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'reported',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
