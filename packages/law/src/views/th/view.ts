import { published, type View } from '../../view.ts'

/** The published view of: Thailand. What no source that was read says is `unknown`. */
export const th: View = {
  holder: published('TH', 'state', { en: 'Thailand', es: 'Tailandia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'National position',
      date: '2025-07',
      url: 'https://dig.watch/updates/three-nations-outline-cyber-law-views-ahead-of-un-talks',
    },
    {
      title: "Thailand's National Position on the Application of International Law in Cyberspace",
      date: '2025',
      url: 'https://perma.cc/A5JV-UA3F',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A stand-alone rule; loss of function can breach it.',
        es: 'Una regla por sí misma; la pérdida de funcionalidad puede infringirla.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row THA, Q3, Q3a, Q7: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
      earlier: {
        value: 'rule-implied',
        source:
          'dig.watch 2025, Three nations outline cyber law views, https://dig.watch/updates/three-nations-outline-cyber-law-views-ahead-of-un-talks',
        basis: 'sourced',
      },
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
      pinpoint: 'row THA, Q1, Q3, Q4: Yes',
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
      pinpoint: 'row THA, Q4.3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': {
      value: 'physical-effects',
      says: {
        en: 'Scale and effects by analogy to kinetic harm; non-violent effects alone not enough.',
        es: 'Escala y efectos por analogía con el daño cinético; los efectos no violentos por sí solos no bastan.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row THA, Q3, Q5, Q6: Yes; Q6.3: No',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
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
        en: 'Charter and customary right; anticipatory and preventive self-defence rejected; physical harm needed.',
        es: 'Un derecho según la Carta y la costumbre; se rechazan la legítima defensa anticipada y la preventiva; hace falta un daño físico.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row THA, anticipatory: No; death/injury/damage: Yes',
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
      pinpoint: 'row THA, only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'Applies to cyber operations in armed conflict.',
        es: 'Se aplica a las operaciones cibernéticas en un conflicto armado.',
      },
      source:
        'dig.watch 2025, Three nations outline cyber law views, https://dig.watch/updates/three-nations-outline-cyber-law-views-ahead-of-un-talks',
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
      pinpoint: 'row THA, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
