import { published, type View } from '../../view.ts'

/** The published view of: Germany. What no source that was read says is `unknown`. */
export const de: View = {
  holder: published('DE', 'state', { en: 'Germany', es: 'Alemania' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'On the Application of International Law in Cyberspace',
      date: '2021-03',
      url: 'https://database.cyberpolicyportal.org/en/entity/pio8ogf79r',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Sovereignty applies as a legal rule; jurisdiction limited only by international law.',
        es: 'La soberanía se aplica como regla jurídica; la jurisdicción solo está limitada por el derecho internacional.',
      },
      source:
        'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Germany_(2021); Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
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
      pinpoint: 'row DEU, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'UN Charter incl. art 2(4) applies without reservation.',
        es: 'La Carta de las Naciones Unidas, incluido el artículo 2(4), se aplica sin reservas.',
      },
      source: 'Germany 2021 introduction; OEWG comments para 28',
      basis: 'sourced',
      reliability: 'none',
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
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'No general obligation to publicise attribution or submit detailed evidence; substantiation desirable.',
        es: 'No hay obligación general de hacer pública la atribución ni de presentar pruebas detalladas; es deseable fundamentarla.',
      },
      source:
        'Germany OEWG comments para 31, https://database.cyberpolicyportal.org/en/entity/cv4mk29oeto?page=2; Cyber Law Toolkit, Attribution (list of states), https://cyberlaw.ccdcoe.org/wiki/Attribution',
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
      value: 'silent',
      says: {
        en: 'The coded papers do not discuss notice before countermeasures, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan el aviso antes de las contramedidas, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DEU, Q24b: Not discussed',
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
      pinpoint: 'row DEU, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row DEU, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row DEU, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row DEU, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: {
        en: 'Cyber armed attack by scale and effects; also by non-state actors; imminence counts, prevention rejected, anticipation ambiguous.',
        es: 'Ataque armado cibernético según escala y efectos; también de actores no estatales; cuenta la inminencia, se rechaza la prevención y la anticipación es ambigua.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row DEU, NSA: Yes; anticipatory: Ambiguous; preventative: No',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row DEU, only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
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
        en: 'IHL applies without reservation in cyberspace.',
        es: 'El derecho internacional humanitario se aplica sin reservas en el ciberespacio.',
      },
      source:
        'Germany 2021 introduction, https://database.cyberpolicyportal.org/en/entity/pio8ogf79r',
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
      pinpoint: 'row DEU, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
