import { published, type View } from '../../view.ts'

/** The published view of: Finland. What no source that was read says is `unknown`. */
export const fi: View = {
  holder: published('FI', 'state', { en: 'Finland', es: 'Finlandia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: "Finland's views on public international law in cyberspace",
      date: '2020-10-15',
      url: 'https://valtioneuvosto.fi/en/-/finland-published-its-positions-on-public-international-law-in-cyberspace',
    },
    {
      title: "International Law and Cyberspace: Finland's National Positions",
      date: '2020-10',
      url: 'https://perma.cc/M5DA-YSE6',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Sovereignty is a primary rule; violation depends on nature and consequences, case by case.',
        es: 'La soberanía es una regla primaria; su violación depende de la naturaleza y las consecuencias, caso por caso.',
      },
      source:
        'https://valtioneuvosto.fi/en/-/finland-published-its-positions-on-public-international-law-in-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Requires purpose of coercing the state in its domaine reserve.',
        es: 'Exige el propósito de coaccionar al Estado en su dominio reservado.',
      },
      source:
        'https://valtioneuvosto.fi/en/-/finland-published-its-positions-on-public-international-law-in-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Actual consequences weighed; test otherwise ambiguous.',
        es: 'Se ponderan las consecuencias reales; por lo demás, el criterio es ambiguo.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row FIN, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'Each state must not allow its territory to be used to cause significant harm.',
        es: 'Ningún Estado debe permitir que su territorio se utilice para causar daños significativos.',
      },
      source:
        'https://valtioneuvosto.fi/en/-/finland-published-its-positions-on-public-international-law-in-cyberspace; Cyber Law Toolkit, Due diligence, oldid 3191 (2021), https://cyberlaw.ccdcoe.org/wiki/Due_diligence?oldid=3191',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Customary right, cyber means included, only to induce compliance and proportionate.',
        es: 'Un derecho consuetudinario, medios cibernéticos incluidos; solo para inducir al cumplimiento y de forma proporcionada.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row FIN, Q1, Q2, Q3, Q24d: Yes',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
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
      pinpoint: 'row FIN, Q24b: Not discussed',
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
      pinpoint: 'row FIN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row FIN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row FIN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row FIN, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
        en: 'Arises if an attack comparable to an armed attack occurs and can be attributed to a particular state.',
        es: 'Nace si se produce un ataque comparable a un ataque armado y puede atribuirse a un Estado determinado.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row FIN, Q3, Q4, Q12',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
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
        en: 'Sovereign authority over infrastructure is exercised subject to international human rights law.',
        es: 'La autoridad soberana sobre la infraestructura se ejerce con sujeción al derecho internacional de los derechos humanos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row FIN, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
