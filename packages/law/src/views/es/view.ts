import { published, type View } from '../../view.ts'

/** The published view of: Spain. What no source that was read says is `unknown`. */
export const es: View = {
  holder: published('ES', 'state', { en: 'Spain', es: 'España' }),
  asOf: '2026-11-23',
  documents: [],
  note: {
    en: 'No published national position was found in the sources read (checked 2026-11-23). Spain stands behind the EU Declaration of 18 Nov 2024 and joined the Aug 2025 Salt Typhoon advisory.',
    es: 'En las fuentes leídas no se encontró ninguna posición nacional publicada (comprobado el 23 de noviembre de 2026). España respalda la Declaración de la UE de 18 de noviembre de 2024 y se sumó al aviso sobre Salt Typhoon de agosto de 2025.',
  },
  readings: {
    sovereignty: { value: 'unknown', source: 'none' },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': { value: 'unknown', source: 'none' },
    coercion: { value: 'unknown', source: 'none' },
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
    'self-defence': { value: 'unknown', source: 'none' },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': { value: 'unknown', source: 'none' },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
