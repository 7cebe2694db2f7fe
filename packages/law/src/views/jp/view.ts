import { published, type View } from '../../view.ts'

/** The published view of: Japan. What no source that was read says is `unknown`. */
export const jp: View = {
  holder: published('JP', 'state', { en: 'Japan', es: 'Japón' }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        'Basic Position of the Government of Japan on International Law Applicable to Cyber Operations',
      date: '2021-05-28',
      url: 'https://worldjpn.net/documents/texts/JPSC/20210528.O2E.html',
    },
    {
      title: 'Basic Position on International Law Applicable to Cyber Operations',
      date: '2021-05',
      url: 'https://perma.cc/9V4X-62EY',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A state must not violate the sovereignty of another by cyber operations.',
        es: 'Un Estado no debe violar la soberanía de otro mediante operaciones cibernéticas.',
      },
      source:
        'Japan at UNSC 2021-06-29, https://www.un.emb-japan.go.jp/itpr_en/akahori062921.html; Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
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
      pinpoint: 'row JPN, Q1: Ambiguous; Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Applies to cyber operations, threats included.',
        es: 'Se aplica a las operaciones cibernéticas, incluidas las amenazas.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row JPN, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'Listed among the states that endorse due diligence as a binding general duty not to let territory be knowingly used for wrongful cyber acts.',
        es: 'Figura entre los Estados que respaldan la diligencia debida como deber general vinculante de no permitir que el territorio se utilice a sabiendas para actos cibernéticos ilícitos.',
      },
      source:
        'Cyber Law Toolkit, Due diligence (current version; same text mirrored at https://cjwi.org/fa/en/due-diligence/), https://cyberlaw.ccdcoe.org/wiki/Due_diligence',
      pinpoint: 'box, second paragraph',
      basis: 'sourced',
      reliability: 'toolkit-list',
    },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'State responsibility incl. countermeasures applies; they need not be by the same means.',
        es: 'Se aplica la responsabilidad del Estado, incluidas las contramedidas; no tienen que ser por los mismos medios.',
      },
      source:
        'https://www.un.emb-japan.go.jp/itpr_en/akahori092920.html; https://eucyberdirect.eu/atlas/country/japan/compare/peru/china',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'silent',
      says: {
        en: 'The coded papers do not discuss notice before countermeasures, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan el aviso antes de las contramedidas, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row JPN, Q24b: Not discussed',
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
      pinpoint: 'row JPN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row JPN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row JPN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row JPN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Inherent right of individual or collective self-defence applies.',
        es: 'Se aplica el derecho inmanente de legítima defensa individual o colectiva.',
      },
      source: 'https://www.un.emb-japan.go.jp/itpr_en/akahori092920.html',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: {
      value: 'addressed',
      says: {
        en: 'The published position addresses the plea of necessity as a possible basis for response.',
        es: 'La posición publicada trata el estado de necesidad como posible base de una respuesta.',
      },
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'sourced',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'Calls for explicit affirmation of IHL.',
        es: 'Pide que se afirme de forma explícita el derecho internacional humanitario.',
      },
      source: 'https://www.un.emb-japan.go.jp/itpr_en/akahori030921.html',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Sovereign authority over infrastructure is exercised subject to international human rights law.',
        es: 'La autoridad soberana sobre la infraestructura se ejerce con sujeción al derecho internacional de los derechos humanos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row JPN, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
