import { missingFrom } from '../fact.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

const measuredAgainst: Dispute = {
  id: 'proportionality',
  about: {
    en: 'What is the measure weighed against?',
    es: '¿Con qué se compara la medida?',
  },
  sides: [
    {
      says: {
        en: 'against the injury suffered, in amount and in kind',
        es: 'con el perjuicio sufrido, en cantidad y en calidad',
      },
      authorities: ['ICJ, Gabčíkovo-Nagymaros, 1997, paras 85-87'],
    },
    {
      says: {
        en: 'against what it takes to bring compliance',
        es: 'con lo necesario para lograr el cumplimiento',
      },
      authorities: ['in doctrine: Spacil 2023, pp. 97-98'],
    },
    {
      says: {
        en: 'the question of principle counts too',
        es: 'cuenta también la cuestión de principio',
      },
      authorities: ['Air Services award, 1978, RIAA XVIII 417, para. 83'],
    },
  ],
}

const WEIGHTS = ['low', 'medium', 'high', 'very-high'] as const

/** The two weights are the adviser's judgement; the rule compares them and does not make them. */
export const proportionality = rule({
  id: 'arsiwa-51',
  source: arsiwa(
    '51',
    {
      en: 'Countermeasures must be commensurate with the injury suffered, taking into account the gravity of the wrongful act and the rights in question.',
      es: 'Las contramedidas deben ser proporcionales al perjuicio sufrido, teniendo en cuenta la gravedad del hecho ilícito y los derechos en cuestión.',
    },
    'text-seen',
    'Spacil 2023, pp. 97-98',
  ),
  authorities: [
    'ICJ, Gabčíkovo-Nagymaros, 1997, paras 85-87',
    'Air Services award, 1978, para. 83',
    'Naulilaa award, 1928, RIAA II 1028',
    'Tallinn Manual 2.0, rule 23, p. 127',
    'Chatham House (Dias) 2024, ch. 2',
  ],
  question: {
    en: 'Are the measures of all participants together commensurate with the injury?',
    es: '¿Son las medidas de todos los participantes juntas proporcionales al perjuicio?',
  },
  facts: ['injuryWeight', 'measuresWeight', 'spillOver'],
  disputes: [measuredAgainst],
  test: ({ injuryWeight, measuresWeight, spillOver }) => {
    if (spillOver === 'high')
      return notSatisfied('the risk to others is high', 'el riesgo para otros es alto', {
        en: 'narrow the measure until the risk to others is low',
        es: 'limitar la medida hasta que el riesgo para otros sea bajo',
      })
    if (injuryWeight === undefined || measuresWeight === undefined || spillOver === undefined)
      return unknown(...missingFrom({ injuryWeight, measuresWeight, spillOver }))
    const excess = WEIGHTS.indexOf(measuresWeight) - WEIGHTS.indexOf(injuryWeight)
    if (excess > 1)
      return notSatisfied(
        'the measures together exceed the injury',
        'las medidas juntas exceden el perjuicio',
        {
          en: 'reduce what is planned, or leave out participants',
          es: 'reducir lo previsto, o prescindir de participantes',
        },
      )
    return excess === 1 || spillOver === 'medium'
      ? disputed(
          measuredAgainst,
          'the measures are somewhat graver than the injury, or may reach others',
          'las medidas son algo más graves que el perjuicio, o pueden alcanzar a otros',
        )
      : satisfied(
          'the measures together do not exceed the injury',
          'las medidas juntas no exceden el perjuicio',
        )
  },
})

const severalStates: Dispute = {
  id: 'cumulative-proportionality',
  about: {
    en: 'How are the measures of several States counted against one injury?',
    es: '¿Cómo se cuentan las medidas de varios Estados frente a un mismo perjuicio?',
  },
  sides: [
    {
      says: { en: 'all of them summed', es: 'todas sumadas' },
      authorities: ['ILC commentary, arts 51 and 54'],
    },
    {
      says: {
        en: 'to each a share of the injury',
        es: 'a cada uno, una parte del perjuicio',
      },
      authorities: ['not settled (rules base, CC-05)'],
    },
  ],
}

/** The weights above are of all measures together; this asks whether they were so taken. */
export const allCounted = rule({
  id: 'arsiwa-51-54',
  source: arsiwa(
    '51, 54',
    {
      en: 'Where several States act, the sum of their measures stays commensurate with the injury.',
      es: 'Cuando actúan varios Estados, la suma de sus medidas sigue siendo proporcional al perjuicio.',
    },
    'summary-seen',
  ),
  authorities: ['ILC commentary, arts 51 and 54', 'Hofer, ICLQ 2025, abstract'],
  question: {
    en: 'Were the measures of every participant counted together?',
    es: '¿Se contaron juntas las medidas de todos los participantes?',
  },
  arises: isRaised('measuresCounted'),
  assumed: {
    en: 'with the measures of all States together it stays proportionate',
    es: 'sumadas las medidas de todos los Estados, sigue siendo proporcionada',
  },
  facts: ['measuresCounted'],
  disputes: [severalStates],
  test: ({ measuresCounted }) => {
    switch (measuresCounted) {
      case undefined:
        return unknown('measuresCounted')
      case 'all':
        return satisfied('all were counted together', 'se contaron todas juntas')
      case 'apportioned':
        return disputed(
          severalStates,
          'the injury was shared out among the participants',
          'el perjuicio se repartió entre los participantes',
        )
      case 'own-only':
        return notSatisfied('only its own were counted', 'solo se contaron las propias', {
          en: 'weigh the measures of all participants together',
          es: 'ponderar juntas las medidas de todos los participantes',
        })
    }
  },
})
