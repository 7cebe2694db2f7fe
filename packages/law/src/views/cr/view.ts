import { published, type View } from '../../view.ts'

/** The published view of: Costa Rica. What no source that was read says is `unknown`. */
export const cr: View = {
  holder: published('CR', 'state', { en: 'Costa Rica', es: 'Costa Rica' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: "Costa Rica's position on the application of international law in cyberspace",
      date: '2023-07-21',
      url: 'https://database.cyberpolicyportal.org/en/entity/lb4do87m2r',
    },
    {
      title: "Costa Rica's Position on the Application of International Law in Cyberspace",
      date: '2023-07',
      url: 'https://perma.cc/7483-K9DH',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A stand-alone primary rule; interference with governmental functions and loss of function can breach it.',
        es: 'Una regla primaria por sí misma; pueden infringirla la interferencia en las funciones gubernamentales y la pérdida de funcionalidad.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row CRI, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
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
      pinpoint: 'row CRI, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Contextual test; non-violent effects may qualify.',
        es: 'Examen según el contexto; pueden considerarse uso de la fuerza efectos no violentos.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row CRI, Q6.3: Yes',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
      earlier: {
        value: 'accepted-case-by-case',
        source:
          'Lawfare 2023, https://www.lawfaremedia.org/article/a-victim-s-perspective-on-international-law-in-cyberspace',
        basis: 'sourced',
      },
    },
    'due-diligence': {
      value: 'addressed',
      says: {
        en: 'The 2023 paper covers due diligence; binding force not seen.',
        es: 'El documento de 2023 abarca la diligencia debida; no se ha visto si es vinculante.',
      },
      source:
        "Carpenter & Hollis, A Victim's Perspective on International Law in Cyberspace, Lawfare, 2023-08-28, https://www.lawfaremedia.org/article/a-victim-s-perspective-on-international-law-in-cyberspace",
      pinpoint: 'third paragraph (list of topics)',
      basis: 'sourced',
      reliability: 'scholarly-summary',
    },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'addressed',
      says: {
        en: 'The 2023 paper has a treatment of countermeasures; content not seen.',
        es: 'El documento de 2023 trata las contramedidas; no se ha visto su contenido.',
      },
      source:
        "Carpenter & Hollis, A Victim's Perspective on International Law in Cyberspace, Lawfare, 2023-08-28, https://www.lawfaremedia.org/article/a-victim-s-perspective-on-international-law-in-cyberspace",
      pinpoint: 'third paragraph (list of topics)',
      basis: 'sourced',
      reliability: 'scholarly-summary',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': { value: 'unknown', source: 'none' },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': { value: 'unknown', source: 'none' },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Right exists, individual or collective, only against an attack attributable to a state and only for the gravest force.',
        es: 'El derecho existe, individual o colectivo, solo frente a un ataque atribuible a un Estado y solo ante la fuerza más grave.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row CRI, NSA: No; attributable only: Yes; gravest: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Right exists, individual or collective, only against an attack attributable to a state and only for the gravest force.',
        es: 'El derecho existe, individual o colectivo, solo frente a un ataque atribuible a un Estado y solo ante la fuerza más grave.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row CRI, NSA: No; attributable only: Yes; gravest: Yes',
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
        en: 'Acknowledges IHL applies.',
        es: 'Reconoce que el derecho internacional humanitario se aplica.',
      },
      source: 'Lawfare 2023',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Puts human rights and digital rights at the centre of the position.',
        es: 'Sitúa los derechos humanos y los derechos digitales en el centro de la posición.',
      },
      source:
        'Costa Rica 2023 para 5, https://database.cyberpolicyportal.org/en/entity/lb4do87m2r?page=2',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
