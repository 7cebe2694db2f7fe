import { published, type View } from '../../view.ts'

/** The published view of: Colombia. What no source that was read says is `unknown`. */
export const co: View = {
  holder: published('CO', 'state', { en: 'Colombia', es: 'Colombia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: "Colombia's National Position on International Law in Cyberspace",
      date: '2025',
      url: 'https://perma.cc/9R5K-K447',
    },
  ],
  readings: {
    sovereignty: {
      value: 'no-position',
      says: {
        en: 'Addresses sovereignty but not clearly as a stand-alone rule.',
        es: 'Trata la soberanía, pero no claramente como una regla por sí misma.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row COL, Q3, Q3a: Ambiguous',
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
      pinpoint: 'row COL, Q1, Q3, Q4: Yes',
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
      pinpoint: 'row COL, Q4.3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': { value: 'unknown', source: 'none' },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: { value: 'unknown', source: 'none' },
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
        en: 'Charter and customary right, individual or collective; report to the Security Council.',
        es: 'Un derecho según la Carta y la costumbre, individual o colectivo; informe al Consejo de Seguridad.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row COL, Q1, Q2, collective, report: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: { value: 'unknown', source: 'none' },
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
      pinpoint: 'row COL, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
