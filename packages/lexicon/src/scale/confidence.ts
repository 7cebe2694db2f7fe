import type { Degree, Scale } from '../scale.ts'
import { icd203 } from '../source.ts'

/** Both scales use the same three words; their rubrics differ, so they are not compared. */
const LEVELS: readonly Degree[] = [
  { value: 'low', label: { en: 'low', es: 'baja' } },
  { value: 'moderate', label: { en: 'moderate', es: 'moderada' } },
  { value: 'high', label: { en: 'high', es: 'alta' } },
]

export const icd203Confidence: Scale = {
  id: 'icd-203-confidence',
  version: '2015',
  title: { en: 'ICD 203, confidence', es: 'ICD 203, confianza' },
  measures: 'confidence',
  source: icd203(
    'section D.6.e(2); levels as in MISP/misp-taxonomies, estimative-language, version 5',
  ),
  ordered: true,
  degrees: LEVELS,
}

export const phiaConfidence: Scale = {
  id: 'phia-confidence',
  version: '2025',
  title: { en: 'PHIA analytical confidence', es: 'Confianza analítica PHIA' },
  measures: 'confidence',
  source: {
    instrument: 'Explaining uncertainty in UK intelligence assessment, gov.uk, 24 March 2025',
    provision: 'analytical confidence rating',
    verification: 'summary-seen',
  },
  ordered: true,
  degrees: LEVELS,
}
