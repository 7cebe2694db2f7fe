import { conclusion } from '../source.ts'
import type { Entry } from '../term.ts'

/** What a version is worth now. The ids are the values. */
export const standings = {
  standing: {
    label: { en: 'Standing', es: 'Vigencia' },
    definition: {
      en: 'What a version is worth at a cut, computed from the acts alone, always with reasons.',
      es: 'Lo que vale una versión en un corte, calculado solo a partir de los actos y siempre con motivos.',
    },
    source: conclusion(3),
    status: 'proposed',
    related: ['cut', 'version'],
  },
  open: {
    label: { en: 'Open', es: 'Abierta' },
    definition: { en: 'Not adopted, not broken.', es: 'Ni adoptada ni rota.' },
    source: 'none',
    status: 'proposed',
    broader: 'standing',
  },
  broken: {
    label: { en: 'Broken', es: 'Rota' },
    definition: {
      en: 'Put under silence, and the silence was broken. Final for this version once that is certified.',
      es: 'Sometida a silencio, y el silencio se rompió. Definitivo para esta versión cuando eso se certifica.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'standing',
    related: ['silence'],
  },
  stands: {
    label: { en: 'Stands', es: 'Vigente' },
    definition: {
      en: 'Adopted, in force, and every consent it rests on still holds.',
      es: 'Adoptada, en vigor, y sigue en pie todo consentimiento en que descansa.',
    },
    source: conclusion(3),
    status: 'proposed',
    broader: 'standing',
  },
  'stands-with-reservations': {
    label: { en: 'Stands with reservations', es: 'Vigente con reservas' },
    definition: {
      en: 'Adopted and in force, with clauses that some member excepts.',
      es: 'Adoptada y en vigor, con cláusulas que algún miembro exceptúa.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'standing',
    related: ['reservation'],
  },
  weakened: {
    label: { en: 'Weakened', es: 'Debilitada' },
    definition: {
      en: 'In force, though a consent was withdrawn, changed or ran out; the rule is still met.',
      es: 'En vigor, aunque un consentimiento se retiró, cambió o venció; la regla se sigue cumpliendo.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'standing',
  },
  suspended: {
    label: { en: 'Suspended', es: 'Suspendida' },
    definition: {
      en: 'Adopted, but its rule is no longer met. What depended on it is suspended too.',
      es: 'Adoptada, pero su regla ya no se cumple. Lo que dependía de ella también se suspende.',
    },
    source: conclusion(3),
    status: 'proposed',
    broader: 'standing',
  },
  ended: {
    label: { en: 'Ended', es: 'Terminada' },
    definition: {
      en: 'A certificate proves that its rule is unmet and would stay unmet. Final.',
      es: 'Un certificado prueba que su regla no se cumple y no se cumpliría. Definitivo.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'standing',
    related: ['declare', 'cure'],
  },
  lapsed: {
    label: { en: 'Lapsed', es: 'Caducada' },
    definition: {
      en: 'Its reaffirmation is overdue. Final.',
      es: 'Su reafirmación está vencida. Definitivo.',
    },
    source: conclusion(3),
    status: 'proposed',
    broader: 'standing',
  },
  superseded: {
    label: { en: 'Superseded', es: 'Sustituida' },
    definition: {
      en: 'A later version of the same step was adopted. Final.',
      es: 'Se adoptó una versión posterior del mismo paso. Definitivo.',
    },
    source: 'none',
    status: 'proposed',
    broader: 'standing',
    related: ['version'],
  },
} as const satisfies Readonly<Record<string, Entry>>
