import { published, type View } from '../../view.ts'

/** The published view of: Poland. What no source that was read says is `unknown`. */
export const pl: View = {
  holder: published('PL', 'state', { en: 'Poland', es: 'Polonia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        "The Republic of Poland's position on the application of international law in cyberspace",
      date: '2022-12-29',
      url: 'https://database.cyberpolicyportal.org/en/entity/9i6mi8w50q',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A stand-alone rule; physical effects, loss of function and interference with governmental functions can breach it.',
        es: 'Una regla por sí misma; pueden infringirla los efectos físicos, la pérdida de funcionalidad y la interferencia en las funciones gubernamentales.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row POL, Q3, Q3a, Q6, Q7, Q8: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
      earlier: {
        value: 'rule-implied',
        source:
          'https://www.justsecurity.org/84799/polands-position-on-international-law-and-cyber-operations-sovereignty-and-third-party-countermeasures/; https://blog.lukaszolejnik.com/cyber-escalation-ladder-model-based-on-international-law/',
        basis: 'sourced',
      },
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Operations may be unlawful interference in internal affairs.',
        es: 'Las operaciones pueden ser una injerencia ilícita en los asuntos internos.',
      },
      source:
        'https://blog.lukaszolejnik.com/cyber-escalation-ladder-model-based-on-international-law/',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: {
      value: 'also-loss-of-control',
      says: {
        en: 'Depriving a State of control over matters within its domaine réservé is coercion.',
        es: 'Privar a un Estado del control de asuntos de su dominio reservado es coacción.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row POL, Q4.3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Operations may constitute use of force.',
        es: 'Las operaciones pueden constituir un uso de la fuerza.',
      },
      source:
        'https://blog.lukaszolejnik.com/cyber-escalation-ladder-model-based-on-international-law/',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Part of customary law and only to induce compliance; whether cyber means may be used is not stated clearly.',
        es: 'Parte del derecho consuetudinario y solo para inducir al cumplimiento; si pueden emplearse medios cibernéticos no se dice con claridad.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row POL, Q1, Q3, Q24d: Yes; Q2: Ambiguity',
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
      pinpoint: 'row POL, Q24b: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-countermeasures': {
      value: 'supports-limited',
      says: {
        en: 'Argues in favour of third-party countermeasures, less explicitly than Estonia.',
        es: 'Argumenta a favor de las contramedidas de terceros, de forma menos explícita que Estonia.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.106; title and introduction of Just Security 84799',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'Draft table codes ambiguous; Just Security (84799) calls the third-party countermeasure argument bold.',
          es: 'La tabla en borrador codifica ambigüedad; Just Security (84799) califica de audaz el argumento de las contramedidas de terceros.',
        },
        source:
          'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757; https://www.justsecurity.org/84799/',
      },
    },
    'collective-own-right': {
      value: 'supports-limited',
      says: {
        en: 'Argues for third-party countermeasures, not categorically (2022).',
        es: 'Argumenta a favor de las contramedidas de terceros, no de forma categórica (2022).',
      },
      source:
        'Position paper, 29 December 2022, https://perma.cc/EN4F-N5QV; https://www.justsecurity.org/84799/; Spacil 2023, p. 106',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': { value: 'unknown', source: 'none' },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: {
        en: 'Charter and customary right, individual or collective, also against non-state actors.',
        es: 'Un derecho según la Carta y la costumbre, individual o colectivo, también contra actores no estatales.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row POL, NSA, collective: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
      earlier: {
        value: 'accepted',
        source:
          'https://blog.lukaszolejnik.com/cyber-escalation-ladder-model-based-on-international-law/',
        basis: 'sourced',
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
      pinpoint: 'row POL, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
