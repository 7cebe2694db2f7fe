import type { Scale } from '../scale.ts'
import { nis2 } from '../source.ts'
import { incidents } from '../term/incident.ts'

/** The steps are NIS2’s; that they make one ladder is ours. */
export const nis2Ladder: Scale = {
  id: 'nis2-incident',
  version: '2022',
  title: { en: 'NIS2, gravity of incidents', es: 'NIS2, gravedad de los incidentes' },
  measures: 'severity',
  source: nis2('Articles 6(5) to (7) and 23(3)'),
  ordered: true,
  degrees: (['near-miss', 'incident', 'significant-incident', 'large-scale-incident'] as const).map(
    (value) => ({ value, label: incidents[value].label }),
  ),
}
