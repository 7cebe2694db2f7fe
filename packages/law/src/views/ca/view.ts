import { published, type View } from '../../view.ts'

/** The published view of: Canada. What no source that was read says is `unknown`. */
export const ca: View = {
  holder: published('CA', 'state', { en: 'Canada', es: 'Canadá' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'International Law applicable in cyberspace',
      date: '2022-04',
      url: 'https://international.gc.ca/world-monde/issues_development-enjeux_developpement/peace_security-paix_securite/cyberspace_law-cyberespace_droit.aspx?lang=eng',
    },
    {
      title: 'Statement on International Law Applicable in Cyberspace',
      date: '2022-04',
      url: 'https://perma.cc/HNH3-BX5J',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Territorial sovereignty is a rule of international law; infringing territorial integrity or governmental functions can breach it.',
        es: 'La soberanía territorial es una regla del derecho internacional; puede infringirla quien vulnera la integridad territorial o las funciones gubernamentales.',
      },
      source:
        'Canada 2022 para 13, https://cyberlaw.ccdcoe.org/wiki/National_position_of_Canada_(2022)',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'States must refrain from intervention in internal affairs.',
        es: 'Los Estados deben abstenerse de intervenir en los asuntos internos.',
      },
      source:
        'Canada 2022 para 8, https://database.cyberpolicyportal.org/en/entity/yuwcxiro8j?page=2',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'UN Charter in its entirety, including the prohibition of force, applies.',
        es: 'Se aplica la Carta de las Naciones Unidas en su totalidad, incluida la prohibición de la fuerza.',
      },
      source: 'Canada 2022 para 8',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'voluntary',
      says: {
        en: 'Listed (with Israel) among the states that frame it as a voluntary norm of responsible behaviour in their position.',
        es: 'Figura (con Israel) entre los Estados que en su posición la presentan como una norma voluntaria de comportamiento responsable.',
      },
      source:
        'Cyber Law Toolkit, Due diligence (current version; same text mirrored at https://cjwi.org/fa/en/due-diligence/), https://cyberlaw.ccdcoe.org/wiki/Due_diligence',
      pinpoint: 'box, first paragraph',
      basis: 'sourced',
      reliability: 'toolkit-list',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'No court-level evidence has to be given, but the acting state needs reasonable grounds.',
        es: 'No hay que presentar pruebas del nivel que exige un tribunal, pero el Estado que actúa necesita motivos razonables.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.91',
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
      value: 'to-be-defined',
      says: {
        en: 'Procedural aspects incl. notification must still be defined through state practice.',
        es: 'Los aspectos de procedimiento, incluida la notificación, aún deben definirse mediante la práctica de los Estados.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.100',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-countermeasures': {
      value: 'not-yet',
      says: {
        en: 'Has not seen sufficient state practice or opinio juris to conclude that collective countermeasures are permitted.',
        es: 'No ha visto práctica estatal ni opinio juris suficientes para concluir que las contramedidas colectivas están permitidas.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.106',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'refinement',
        says: {
          en: "Refusal is about acting in one's own name: help can be given at the request of the injured state, e.g. where it lacks technical or legal expertise.",
          es: 'La negativa se refiere a actuar en nombre propio: puede prestarse ayuda a petición del Estado lesionado, p. ej. cuando carece de conocimientos técnicos o jurídicos.',
        },
        source:
          'Jackson & Paddeu, Assistance to a Countermeasure in International Law, EJIL:Talk!, http://ejilt.org/index-871.html; Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757 (Q20, Q21: Ambiguity)',
      },
    },
    'collective-own-right': {
      value: 'not-yet',
      says: {
        en: 'Not enough practice and opinio juris (2022).',
        es: 'No hay práctica ni opinio juris suficientes (2022).',
      },
      source:
        'Position paper, April 2022, https://perma.cc/HNH3-BX5J; Spacil 2023, p. 106; Jackson & Paddeu, http://ejilt.org/index-871.html',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'not-yet',
      says: {
        en: 'Not enough practice and opinio juris (2022).',
        es: 'No hay práctica ni opinio juris suficientes (2022).',
      },
      source:
        'Position paper, April 2022, https://perma.cc/HNH3-BX5J; Spacil 2023, p. 106; Jackson & Paddeu, http://ejilt.org/index-871.html',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'supports',
      says: {
        en: 'Help can be given on request, e.g. where the victim lacks technical or legal expertise (2022).',
        es: 'Puede prestarse ayuda a petición, p. ej. cuando la víctima carece de conocimientos técnicos o jurídicos (2022).',
      },
      source:
        'Position paper, April 2022, https://perma.cc/HNH3-BX5J; Spacil 2023, p. 106; Jackson & Paddeu, http://ejilt.org/index-871.html',
      basis: 'sourced',
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
        en: 'Charter and customary right, individual or collective; not limited to cyber means.',
        es: 'Un derecho según la Carta y la costumbre, individual o colectivo; no se limita a medios cibernéticos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row CAN, Q1, Q2, collective: Yes; limited to cyber: No',
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
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'Recognises obligations under IHL.',
        es: 'Reconoce obligaciones derivadas del derecho internacional humanitario.',
      },
      source: 'Canada 2022 para 8',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Recognises obligations under IHRL.',
        es: 'Reconoce obligaciones derivadas del derecho internacional de los derechos humanos.',
      },
      source: 'Canada 2022 para 8',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
