import type { Field, Regime, RegimeSource } from '../regime.ts'

const nis2 = (provision: string): RegimeSource => ({
  instrument: 'Directive (EU) 2022/2555',
  provision,
  verification: 'text-seen',
})

const field = (
  id: string,
  provision: string,
  required: Field['required'],
  [en, es]: readonly [string, string],
): Field => ({ id, provision, required, label: { en, es } })

const FINAL: readonly Field[] = [
  field('description', 'Article 23(4)(d)(i)', 'always', [
    'detailed description with severity and impact',
    'descripción detallada con gravedad e impacto',
  ]),
  field('threat-or-root-cause', 'Article 23(4)(d)(ii)', 'always', [
    'type of threat or root cause that is likely to have triggered it',
    'tipo de amenaza o causa principal que probablemente lo desencadenó',
  ]),
  field('mitigation', 'Article 23(4)(d)(iii)', 'always', [
    'measures of mitigation applied and under way',
    'medidas paliativas aplicadas y en curso',
  ]),
  field('cross-border-impact', 'Article 23(4)(d)(iv)', 'where-applicable', [
    'impact across borders',
    'repercusiones transfronterizas',
  ]),
]

/**
 * Article 23 of NIS2, restated: the directive binds States, and it is their law that an operator
 * answers to. Names of fields are ours.
 */
export const nis2Regime: Regime = {
  id: 'nis2',
  title: { en: 'NIS2', es: 'SRI 2' },
  trigger: {
    en: 'a significant incident: severe disruption of operation or financial loss, caused or possible, or considerable damage to others, caused or possible (Article 23(3))',
    es: 'un incidente significativo: perturbación grave del funcionamiento o pérdidas económicas, causadas o posibles, o daños considerables a terceros, causados o posibles (artículo 23, apartado 3)',
  },
  addressee: {
    en: 'the CSIRT, or the competent authority where the State chose so',
    es: 'el CSIRT o, si el Estado así lo decidió, la autoridad competente',
  },
  calendar: {
    en: 'Hours run through nights and weekends. A month is counted to the same day of the next month, or to its last day, in UTC: that is ours, the notes have no rule for it.',
    es: 'Las horas corren también de noche y en fin de semana. Un mes se cuenta hasta el mismo día del mes siguiente, o hasta el último, en UTC: es regla nuestra, las notas no traen ninguna.',
  },
  stages: [
    {
      id: 'early-warning',
      label: { en: 'Early warning', es: 'Alerta temprana' },
      deadline: { from: 'awareness', within: 'PT24H' },
      source: nis2('Article 23(4)(a)'),
      // Whether malice is suspected and borders may be crossed are fields of every report.
      fields: [],
    },
    {
      id: 'incident-notification',
      label: { en: 'Incident notification', es: 'Notificación del incidente' },
      deadline: { from: 'awareness', within: 'PT72H' },
      exception: {
        en: 'trust service providers: 24 hours for incidents that touch their trust services',
        es: 'prestadores de servicios de confianza: 24 horas si el incidente afecta a esos servicios',
      },
      source: nis2('Article 23(4)(b)'),
      fields: [
        field('update', 'Article 23(4)(b)', 'where-applicable', [
          'what has changed since the early warning',
          'qué ha cambiado desde la alerta temprana',
        ]),
        field('initial-assessment', 'Article 23(4)(b)', 'always', [
          'first assessment with severity and impact',
          'evaluación inicial con gravedad e impacto',
        ]),
        field('indicators-of-compromise', 'Article 23(4)(b)', 'where-available', [
          'indicators of compromise',
          'indicadores de compromiso',
        ]),
      ],
    },
    {
      id: 'intermediate-report',
      label: { en: 'Intermediate report', es: 'Informe intermedio' },
      deadline: { from: 'request' },
      source: nis2('Article 23(4)(c)'),
      fields: [
        field('status', 'Article 23(4)(c)', 'always', [
          'what has changed in the state of the incident',
          'novedades sobre el estado del incidente',
        ]),
      ],
    },
    {
      id: 'progress-report',
      label: { en: 'Progress report', es: 'Informe de situación' },
      deadline: { from: 'instead-of', stage: 'final-report' },
      source: nis2('Article 23(4)(e)'),
      fields: [
        field('progress', 'Article 23(4)(e)', 'always', [
          'how the handling of the incident stands',
          'cómo avanza la gestión del incidente',
        ]),
      ],
    },
    {
      id: 'final-report',
      label: { en: 'Final report', es: 'Informe final' },
      deadline: { from: 'stage', stage: 'incident-notification', within: 'P1M' },
      afterHandling: { instead: 'progress-report', within: 'P1M' },
      source: nis2('Article 23(4)(d)'),
      fields: FINAL,
    },
  ],
  liability: {
    text: {
      en: 'Reporting does not by itself increase your liability.',
      es: 'Notificar no aumenta por sí mismo su responsabilidad.',
    },
    source: nis2('Article 23(1)'),
  },
  feedback: {
    stage: 'early-warning',
    within: 'PT24H',
    label: {
      en: 'first feedback to the operator, where possible',
      es: 'primera respuesta al operador, si es posible',
    },
    source: nis2('Article 23(5)'),
  },
  seenAt: 'GitHub mirror Ansvar-Systems/EU_compliance_MCP @047a8d3, an unofficial copy',
  asOf: '2026-11-25',
}
