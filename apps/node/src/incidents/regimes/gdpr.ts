import type { Regime, RegimeSource } from '../regime.ts'

const gdpr = (provision: string): RegimeSource => ({
  instrument: 'Regulation (EU) 2016/679',
  provision,
  verification: 'text-seen',
})

/** Article 33 of the GDPR, restated. Names of fields are ours. */
export const gdprRegime: Regime = {
  id: 'gdpr',
  title: { en: 'GDPR', es: 'RGPD' },
  trigger: {
    en: 'a breach of personal data, unless a risk to persons is unlikely',
    es: 'una violación de la seguridad de los datos personales, salvo que sea improbable un riesgo para las personas',
  },
  addressee: { en: 'the supervisory authority', es: 'la autoridad de control' },
  calendar: {
    en: 'Hours run through nights and weekends.',
    es: 'Las horas corren también de noche y en fin de semana.',
  },
  stages: [
    {
      id: 'notification',
      label: { en: 'Notification of the breach', es: 'Notificación de la violación' },
      deadline: { from: 'awareness', within: 'PT72H' },
      exception: {
        en: 'what is not known yet may follow in phases; a late notification gives its reasons',
        es: 'lo que aún no se sepa puede seguir por fases; una notificación tardía indica sus motivos',
      },
      source: gdpr('Article 33'),
      fields: [
        {
          id: 'nature',
          label: {
            en: 'nature, with categories and approximate numbers of persons and records',
            es: 'naturaleza, con categorías y número aproximado de personas y registros',
          },
          required: 'always',
          provision: 'Article 33',
        },
        {
          id: 'contact',
          label: {
            en: 'data protection officer or other contact',
            es: 'delegado de protección de datos u otro contacto',
          },
          required: 'always',
          provision: 'Article 33',
        },
        {
          id: 'consequences',
          label: { en: 'likely consequences', es: 'posibles consecuencias' },
          required: 'always',
          provision: 'Article 33',
        },
        {
          id: 'measures',
          label: {
            en: 'measures taken or proposed',
            es: 'medidas adoptadas o propuestas',
          },
          required: 'always',
          provision: 'Article 33',
        },
      ],
    },
  ],
  seenAt: 'GitHub mirror Ansvar-Systems/EU_compliance_MCP @047a8d3, an unofficial copy',
  asOf: '2026-11-25',
}
