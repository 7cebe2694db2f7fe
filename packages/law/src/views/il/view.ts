import { published, type View } from '../../view.ts'

/** The published view of: Israel. What no source that was read says is `unknown`. */
export const il: View = {
  holder: published('IL', 'state', { en: 'Israel', es: 'Israel' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: "Israel's Perspective (Schondorf), 97 Int'l L. Stud. 395",
      date: '2020-12-08',
      url: 'https://digital-commons.usnwc.edu/cgi/viewcontent.cgi?article=2957&context=ils',
    },
    {
      title: "Israel's Perspective on Key Legal and Practical Issues",
      date: '2021',
      url: 'https://perma.cc/3ENJ-5H3N',
    },
  ],
  readings: {
    sovereignty: {
      value: 'no-position',
      says: {
        en: 'Takes no definitive position; unclear whether such acts violate territorial sovereignty.',
        es: 'No toma una posición definitiva; no está claro si tales actos violan la soberanía territorial.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'high-threshold',
      says: {
        en: 'High threshold of coercion in core affairs; manipulating elections would violate it.',
        es: 'Umbral alto de coerción en asuntos esenciales; la manipulación de elecciones supondría una violación.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: {
      value: 'high-threshold',
      says: {
        en: 'High threshold of coercion in core affairs; manipulating elections would violate it.',
        es: 'Umbral alto de coerción en asuntos esenciales; la manipulación de elecciones supondría una violación.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'use-of-force': {
      value: 'physical-effects',
      says: {
        en: 'Force if expected to cause physical damage, injury or death; others may be examined.',
        es: 'Hay fuerza si se espera que cause daños físicos, lesiones o muerte; otros casos pueden examinarse.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part II',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'voluntary',
      says: {
        en: 'Not at present a binding rule in the cyber context.',
        es: 'Actualmente no es una regla vinculante en el contexto cibernético.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'Disclosure is at the exclusive discretion of the state; factual matter not to be over-regulated.',
        es: 'La divulgación queda a la discreción exclusiva del Estado; es una cuestión de hecho que no debe regularse en exceso.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'accepted',
      says: { en: 'Accepts cyber countermeasures.', es: 'Acepta las contramedidas cibernéticas.' },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'not-required',
      says: {
        en: 'No absolute duty to notify in advance; announcing would often negate the measure.',
        es: 'No hay un deber absoluto de notificar de antemano; anunciar la medida la frustraría a menudo.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
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
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: {
        en: 'Against actual or imminent armed attack by state or non-state actors, by cyber or kinetic means.',
        es: 'Frente a un ataque armado real o inminente de actores estatales o no estatales, por medios cibernéticos o cinéticos.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part II',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'LOAC applies; attack requires physical damage; data is not an object.',
        es: 'Se aplica el derecho de los conflictos armados; un ataque exige daños físicos; los datos no son un bien.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part III',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': {
      value: 'no-object',
      says: {
        en: 'LOAC applies; attack requires physical damage; data is not an object.',
        es: 'Se aplica el derecho de los conflictos armados; un ataque exige daños físicos; los datos no son un bien.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part III',
      basis: 'sourced',
      reliability: 'none',
    },
    'human-rights': {
      value: 'silent',
      says: {
        en: 'Mentions human rights as a topic for later.',
        es: 'Menciona los derechos humanos como tema para más adelante.',
      },
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part V',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
