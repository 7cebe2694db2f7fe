import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const otherTreaty = rule({
  id: 'arsiwa-55-treaty',
  source: {
    ...arsiwa(
      '55',
      {
        en: 'Another treaty may be what was breached; it may bring remedies of its own, which can exclude countermeasures.',
        es: 'Lo infringido puede ser otro tratado; puede traer remedios propios, que pueden excluir las contramedidas.',
      },
      'summary-seen',
      'Spacil 2023, p. 95',
    ),
    id: 'arsiwa-55-treaty',
  },
  authorities: ['Spacil 2023, p. 95'],
  question: {
    en: 'Did it breach a provision of another treaty in particular?',
    es: '¿Infringió en particular una disposición de otro tratado?',
  },
  arises: isRaised('treatyProvision', 'treatyBreached'),
  facts: ['treatyProvision', 'treatyBreached'],
  test: ({ treatyProvision, treatyBreached }) => {
    if (treatyBreached === false)
      return notSatisfied('that provision was not breached', 'esa disposición no se infringió')
    if (treatyProvision === undefined) return unknown('treatyProvision')
    if (treatyBreached === undefined) return unknown('treatyBreached')
    return satisfied(
      'a provision is named and was breached',
      'se indica una disposición infringida',
    )
  },
})

export const noSpecialRegime = rule({
  id: 'arsiwa-55',
  source: arsiwa(
    '55',
    {
      en: 'Special rules prevail: a regime of its own may exclude countermeasures. Members of the Union (TEU) may not take them against each other, and what falls within its exclusive competence goes through it.',
      es: 'Prevalece la norma especial: un régimen propio puede excluir las contramedidas. Los miembros de la Unión (TUE) no pueden tomarlas entre sí, y lo que es competencia exclusiva de esta pasa por ella.',
    },
    'summary-seen',
    'Spacil 2023, p. 95',
  ),
  authorities: ['Spacil 2023, p. 95', 'TEU, Article 4(3)', 'TFEU, Article 344'],
  question: {
    en: 'Does no special regime exclude the measure?',
    es: '¿Ningún régimen especial excluye la medida?',
  },
  arises: isRaised('specialRegime'),
  assumed: {
    en: 'no special regime excludes it',
    es: 'ningún régimen especial la excluye',
  },
  facts: ['specialRegime'],
  test: ({ specialRegime }) => {
    switch (specialRegime) {
      case undefined:
        return unknown('specialRegime')
      case 'none':
      case 'compatible':
        return satisfied('no regime excludes it', 'ningún régimen la excluye')
      case 'excludes':
        return notSatisfied('a special regime excludes it', 'un régimen especial la excluye', {
          en: 'use the remedies of that regime',
          es: 'usar los remedios de ese régimen',
        })
      case 'eu-members':
        return notSatisfied(
          'between members of the Union there are none',
          'entre miembros de la Unión no las hay',
        )
      case 'eu-competence':
        return notSatisfied(
          'it touches an exclusive competence of the Union',
          'afecta a una competencia exclusiva de la Unión',
          {
            en: 'go through a CFSP decision and a regulation (TEU 29, TFEU 215)',
            es: 'acudir a una decisión PESC y un reglamento (TUE 29, TFUE 215)',
          },
        )
    }
  },
})
