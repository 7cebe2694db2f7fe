import { published, type View } from '../../view.ts'

/** The published view of: Sweden. What no source that was read says is `unknown`. */
export const se: View = {
  holder: published('SE', 'state', { en: 'Sweden', es: 'Suecia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Position paper on the application of international law in cyberspace',
      date: '2022-07',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_the_Kingdom_of_Sweden_(2022)',
    },
    {
      title: 'Position Paper on the Application of International Law in Cyberspace',
      date: '2022-07',
      url: 'https://perma.cc/U5HT-GWEZ',
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
        en: 'Non-intervention applies to cyber activities.',
        es: 'La no intervención se aplica a las actividades cibernéticas.',
      },
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Use of force rules apply to cyber activities.',
        es: 'Las reglas sobre el uso de la fuerza se aplican a las actividades cibernéticas.',
      },
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'Listed among the states that endorse due diligence as a binding general duty.',
        es: 'Figura entre los Estados que respaldan la diligencia debida como deber general vinculante.',
      },
      source:
        'Cyber Law Toolkit, Due diligence (current version; same text mirrored at https://cjwi.org/fa/en/due-diligence/), https://cyberlaw.ccdcoe.org/wiki/Due_diligence',
      pinpoint: 'box, second paragraph',
      basis: 'sourced',
      reliability: 'toolkit-list',
      earlier: {
        value: 'addressed',
        source:
          'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
        basis: 'sourced',
      },
    },
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
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      value: 'accepted',
      says: {
        en: 'Art 51 right, individual or collective, scale and effects, report to the Security Council.',
        es: 'Derecho del artículo 51, individual o colectivo; escala y efectos; informe al Consejo de Seguridad.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row SWE, Q1, collective, report: Yes',
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
      pinpoint: 'row SWE, only the most grave: Yes',
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
        en: 'IHL applies to cyber activities in armed conflict.',
        es: 'El derecho internacional humanitario se aplica a las actividades cibernéticas en un conflicto armado.',
      },
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Human rights apply online as offline.',
        es: 'Los derechos humanos se aplican en línea igual que fuera de línea.',
      },
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
