import { published, type View } from '../../view.ts'

/** The published view of: New Zealand. What no source that was read says is `unknown`. */
export const nz: View = {
  holder: published('NZ', 'state', { en: 'New Zealand', es: 'Nueva Zelandia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'The Application of International Law to State Activity in Cyberspace',
      date: '2020-12-01',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_New_Zealand_(2020)',
    },
    {
      title: 'Updated statement',
      date: '2025-07',
      url: 'https://dig.watch/updates/three-nations-outline-cyber-law-views-ahead-of-un-talks',
    },
    { title: 'Updated statement, same title', date: '2025', url: 'https://perma.cc/5JRG-RPLW' },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A rule, but it does not forbid every unauthorised intrusion or every effect, nor necessary minimally destructive defensive measures.',
        es: 'Una regla, pero no prohíbe toda intrusión no autorizada ni todo efecto, ni las medidas defensivas necesarias y mínimamente destructivas.',
      },
      source:
        'dig.watch 2025, Three nations outline cyber law views, https://dig.watch/updates/three-nations-outline-cyber-law-views-ahead-of-un-talks; Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': {
      value: 'above-a-minimum',
      says: {
        en: 'A rule, but it does not forbid every unauthorised intrusion or every effect, nor necessary minimally destructive defensive measures.',
        es: 'Una regla, pero no prohíbe toda intrusión no autorizada ni todo efecto, ni las medidas defensivas necesarias y mínimamente destructivas.',
      },
      source:
        'dig.watch 2025, Three nations outline cyber law views, https://dig.watch/updates/three-nations-outline-cyber-law-views-ahead-of-un-talks; Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
      basis: 'sourced',
      reliability: 'none',
    },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'The prohibition applies to cyber operations and coercion is an element.',
        es: 'La prohibición se aplica a las operaciones cibernéticas y la coerción es uno de sus elementos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row NZL, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: {
      value: 'also-loss-of-control',
      says: {
        en: 'Depriving a State of control over matters within its domaine réservé is coercion.',
        es: 'Privar a un Estado del control de asuntos de su dominio reservado es coacción.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row NZL, Q4.3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Scale and effects; not confined to kinetic-like effects.',
        es: 'Escala y efectos; no se limita a efectos semejantes a los cinéticos.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row NZL, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
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
      value: 'silent',
      says: {
        en: 'The coded papers do not discuss notice before countermeasures, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan el aviso antes de las contramedidas, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row NZL, Q24b: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-countermeasures': {
      value: 'open',
      says: {
        en: 'Non-committal, leaning in favour of limited collective action.',
        es: 'Sin comprometerse, se inclina por una acción colectiva limitada.',
      },
      source:
        'Summary of Schmitt & Watts on collective countermeasures, https://intelwar.press/?p=37480; Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 p.106',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'Draft table codes Yes on Q20 with ambiguity on cyber-only and on assistance; the data set holds both the 2020 and the 2025 paper, so the 2025 text may be firmer. The 2025 paper is to be read before the value is changed.',
          es: 'La tabla en borrador codifica un sí en Q20, con ambigüedad en si es solo para lo cibernético y en la asistencia; el conjunto de datos contiene tanto el documento de 2020 como el de 2025, de modo que el texto de 2025 puede ser más firme. Antes de cambiar el valor hay que leer el documento de 2025.',
        },
        source:
          'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      },
    },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': {
      value: 'open',
      says: {
        en: 'Open, in limited circumstances, to a victim asking others for help (2020); the 2025 text is to be read.',
        es: 'Abierto, en circunstancias limitadas, a que una víctima pida ayuda a otros (2020); el texto de 2025 está por leer.',
      },
      source: 'Position paper, 1 December 2020, https://perma.cc/5FBX-CJ58; Spacil 2023, p. 106',
      on: '2020-12-01',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'open',
      says: {
        en: 'Coded ambiguous in a draft table.',
        es: 'Codificado como ambiguo en una tabla en borrador.',
      },
      source:
        'Position papers, 1 December 2020, https://perma.cc/5FBX-CJ58, and 2025, https://perma.cc/5JRG-RPLW; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q21)',
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
      value: 'accepted-preemptive',
      says: {
        en: 'Right of self-defence against an imminent or ongoing armed attack.',
        es: 'Derecho de legítima defensa frente a un ataque armado inminente o en curso.',
      },
      source:
        'New Zealand, The Application of International Law to State Activity in Cyberspace, 2020-12-01, https://database.cyberpolicyportal.org/en/entity/dvbli32icd and https://cyberlaw.ccdcoe.org/wiki/National_position_of_New_Zealand',
      pinpoint: 'section Self-defence, armed attack and use of force, point c',
      on: '2020-12-01',
      basis: 'sourced',
      reliability: 'primary-text',
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
        en: 'International humanitarian law is part of the law that applies online.',
        es: 'El derecho internacional humanitario forma parte del derecho que se aplica en línea.',
      },
      source:
        'New Zealand, The Application of International Law to State Activity in Cyberspace, 2020-12-01, https://database.cyberpolicyportal.org/en/entity/dvbli32icd and https://cyberlaw.ccdcoe.org/wiki/National_position_of_New_Zealand',
      pinpoint: 'para 3',
      on: '2020-12-01',
      basis: 'sourced',
      reliability: 'primary-text',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'International human rights law is part of the law that applies online.',
        es: 'El derecho internacional de los derechos humanos forma parte del derecho que se aplica en línea.',
      },
      source:
        'New Zealand, The Application of International Law to State Activity in Cyberspace, 2020-12-01, https://database.cyberpolicyportal.org/en/entity/dvbli32icd and https://cyberlaw.ccdcoe.org/wiki/National_position_of_New_Zealand',
      pinpoint: 'para 3',
      on: '2020-12-01',
      basis: 'sourced',
      reliability: 'primary-text',
    },
  },
}
