import { published, type View } from '../../view.ts'

/** The published view of: Ireland. What no source that was read says is `unknown`. */
export const ie: View = {
  holder: published('IE', 'state', { en: 'Ireland', es: 'Irlanda' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Position paper on the application of international law in cyberspace',
      date: '2023-07-06',
      url: 'https://database.cyberpolicyportal.org/en/entity/h0fvliehib',
    },
    {
      title: 'Position Paper on the Application of International Law in Cyberspace',
      date: '2023-07',
      url: 'https://perma.cc/K2UL-4HYB',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Respect for sovereignty is an obligation in its own right, below intervention and force.',
        es: 'El respeto de la soberanía es una obligación por derecho propio, por debajo de la intervención y la fuerza.',
      },
      source:
        'Ireland 2023 paras 5-6, https://database.cyberpolicyportal.org/en/entity/h0fvliehib?page=2',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Coercion plus matters of domaine reserve.',
        es: 'Coerción y asuntos del dominio reservado.',
      },
      source: 'Ireland 2023 para 8',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Scale and effects; non-violent effects such as loss of function or economic harm may qualify.',
        es: 'Escala y efectos; pueden considerarse uso de la fuerza efectos no violentos, como la pérdida de funcionalidad o el perjuicio económico.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row IRL, Q6.3: Yes',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Proportionate, non-forcible, temporary; need not be cyber in kind.',
        es: 'Proporcionadas, sin fuerza, temporales; no tienen que ser de tipo cibernético.',
      },
      source:
        'Schmitt, Ireland Takes Key Stands on International Law in Cyberspace, EJIL:Talk! 2023, https://www.ejiltalk.org/ireland-takes-key-stands-on-international-law-in-cyberspace/ (continuation seen in translation at https://wsdatabasein.com/state-practice-shows-that)',
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
      pinpoint: 'row IRL, Q24b: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-countermeasures': {
      value: 'supports-limited',
      says: {
        en: 'Permissible in limited circumstances, particularly for breach of peremptory norms; victims may lack technical capacity.',
        es: 'Permitidas en circunstancias limitadas, en particular ante la violación de normas imperativas; las víctimas pueden carecer de capacidad técnica.',
      },
      source:
        'Schmitt, Ireland Takes Key Stands on International Law in Cyberspace, EJIL:Talk! 2023, https://www.ejiltalk.org/ireland-takes-key-stands-on-international-law-in-cyberspace/ (continuation seen in translation at https://wsdatabasein.com/state-practice-shows-that)',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'refinement',
        says: {
          en: 'Coded Yes in general and not only for cyber (Q20a Yes, Q20b No); help by a non-injured state is coded ambiguous.',
          es: 'Codificado con un sí en general y no solo para lo cibernético (un sí en Q20a, un no en Q20b); la ayuda de un Estado no lesionado está codificada como ambigua.',
        },
        source:
          'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      },
    },
    'collective-own-right': {
      value: 'supports-limited',
      says: {
        en: 'Permitted in limited circumstances, above all for peremptory norms (2023).',
        es: 'Permitidas en circunstancias limitadas, sobre todo ante normas imperativas (2023).',
      },
      source:
        'Position paper, 6 July 2023, https://perma.cc/K2UL-4HYB; Schmitt, EJIL:Talk!, https://www.ejiltalk.org/ireland-takes-key-stands-on-international-law-in-cyberspace/',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': {
      value: 'open',
      says: {
        en: 'Coded ambiguous in a draft table.',
        es: 'Codificado como ambiguo en una tabla en borrador.',
      },
      source:
        'Position paper, 6 July 2023, https://perma.cc/K2UL-4HYB; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q21)',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: { en: 'May not involve use of force.', es: 'No pueden implicar el uso de la fuerza.' },
      source:
        'Schmitt, Ireland Takes Key Stands on International Law in Cyberspace, EJIL:Talk! 2023, https://www.ejiltalk.org/ireland-takes-key-stands-on-international-law-in-cyberspace/ (continuation seen in translation at https://wsdatabasein.com/state-practice-shows-that)',
      basis: 'sourced',
      reliability: 'none',
    },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Charter and customary right, individual or collective; loss of function alone may suffice.',
        es: 'Un derecho según la Carta y la costumbre, individual o colectivo; la sola pérdida de funcionalidad puede bastar.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row IRL, Q1, Q2, functionality, collective: Yes',
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
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Sovereignty may not justify non-compliance, e.g. censorship.',
        es: 'La soberanía no puede justificar el incumplimiento, p. ej. la censura.',
      },
      source: 'Ireland 2023 para 7',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
