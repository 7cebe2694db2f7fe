import type { Source } from '../source.ts'

/** Those who take part decide, and nobody else is asked. */
export const participantsDecide: Source = {
  id: 'ep-e-9-2022-000267',
  instrument: 'Answer to a parliamentary question',
  provision: 'E-9-2022-000267',
  citation: {
    en: 'European Parliament, answer E-9-2022-000267',
    es: 'Parlamento Europeo, respuesta E-9-2022-000267',
  },
  restatement: {
    en: 'What a group of States does together, such as a rapid response team under permanent structured cooperation, is decided by those that take part in it.',
    es: 'Lo que un grupo de Estados hace en común, como un equipo de respuesta rápida de la cooperación estructurada permanente, lo deciden los que participan.',
  },
  seenAt: 'europarl.europa.eu, E-9-2022-000267-ASW',
  verification: 'summary-seen',
  since: 'none',
  asOf: '2026-11-23',
}
