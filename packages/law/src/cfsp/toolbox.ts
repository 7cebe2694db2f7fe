import { satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'

export const toolbox = rule({
  id: 'council-10289-23',
  source: {
    id: 'council-10289-23',
    instrument: 'Revised Implementing Guidelines of the Cyber Diplomacy Toolbox',
    provision: 'Council doc. 10289/23',
    citation: { en: 'Council doc. 10289/23', es: 'Doc. 10289/23 del Consejo' },
    restatement: {
      en: 'Preventive, cooperative, stability and restrictive measures, and possible support of the Union to a member’s lawful response. Attribution stays a sovereign decision of each member.',
      es: 'Medidas preventivas, cooperativas, de estabilidad y restrictivas, y posible apoyo de la Unión a la respuesta legítima de un miembro. La atribución sigue siendo decisión soberana de cada miembro.',
    },
    url: 'https://www.cyber-diplomacy-toolbox.com/Revised_Implementing_Guidelines_Cyber_Diplomacy_Toolbox.html',
    verification: 'summary-seen',
    since: '2023-06-08',
    asOf: '2026-11-23',
  },
  authorities: [],
  question: {
    en: 'Is it one of the measures of the Toolbox?',
    es: '¿Es una de las medidas del conjunto de instrumentos?',
  },
  arises: isRaised('toolbox'),
  facts: ['toolbox'],
  test: ({ toolbox: category }) =>
    category === undefined
      ? unknown('toolbox')
      : satisfied('it falls in one of its categories', 'entra en una de sus categorías'),
})
