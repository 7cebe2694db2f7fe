import { published, type View } from '../../view.ts'

/** The published view of: Italy. What no source that was read says is `unknown`. */
export const it: View = {
  holder: published('IT', 'state', { en: 'Italy', es: 'Italia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Italian position paper on international law and cyberspace',
      date: '2021-11-04',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_the_Italian_Republic_(2021)',
    },
    {
      title: 'Italian Position Paper on International Law and Cyberspace',
      date: '2021-11',
      url: 'https://perma.cc/XA4M-YQH9',
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
        en: 'Paper covers violations of non-intervention.',
        es: 'El documento abarca las violaciones de la no intervención.',
      },
      source:
        'https://www.cybersecitalia.it/il-comportamento-degli-stati-nel-cyberspazio-gli-11-punti-della-visione-dellitalia-scarica-il-position-paper/14991/',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Scale and effects with all circumstances; non-violent effects ambiguous.',
        es: 'Escala y efectos con todas las circunstancias; ambiguo en cuanto a los efectos no violentos.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row ITA, Q1 and test questions Q3-Q6.3',
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
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'There is no legal obligation to publish an attribution decision; attribution is a national prerogative.',
        es: 'No hay obligación jurídica de publicar una decisión de atribución; la atribución es una prerrogativa nacional.',
      },
      source:
        'Cyber Law Toolkit, Attribution (list of states), https://cyberlaw.ccdcoe.org/wiki/Attribution',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Non-forcible countermeasures in response to operations below armed attack.',
        es: 'Contramedidas sin fuerza en respuesta a operaciones por debajo del ataque armado.',
      },
      source:
        'https://decode39.com/?p=2242; Cyber Law Toolkit, Countermeasures (list of states), https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
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
      pinpoint: 'row ITA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row ITA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row ITA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
      pinpoint: 'row ITA, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
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
        en: 'Armed attack by scale and effects; also by non-state actors; loss of function alone may suffice.',
        es: 'Ataque armado según escala y efectos; también de actores no estatales; la sola pérdida de funcionalidad puede bastar.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row ITA, NSA, functionality, collective: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
      earlier: { value: 'accepted', source: 'https://decode39.com/?p=2242', basis: 'sourced' },
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row ITA, only the most grave: Yes',
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
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'Paper has sections on IHL and neutrality.',
        es: 'El documento tiene secciones sobre el derecho internacional humanitario y la neutralidad.',
      },
      source:
        'https://www.cybersecitalia.it/il-comportamento-degli-stati-nel-cyberspazio-gli-11-punti-della-visione-dellitalia-scarica-il-position-paper/14991/',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Paper has a section on human rights.',
        es: 'El documento tiene una sección sobre los derechos humanos.',
      },
      source:
        'https://www.cybersecitalia.it/il-comportamento-degli-stati-nel-cyberspazio-gli-11-punti-della-visione-dellitalia-scarica-il-position-paper/14991/',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
