import type { InLanguages } from '@entente/lexicon'
import type { FactId } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { anyOf, type Rule, rule } from '../rule.ts'
import { regulation } from './eu-2019-796.ts'

const point = (letter: string, restatement: InLanguages) =>
  regulation({
    id: `eu-2019-796-2-${letter}`,
    article: `2(${letter})`,
    articulo: `2, letra ${letter})`,
    restatement,
    seenAt: 'sdu.nl, consolidated text of 2024-09-13, in part; Osborne Clarke, 2019-08-09',
  })

type Factor = Extract<FactId, `factor${string}`>

/** Whether a factor speaks for a significant effect is a person's judgement; nothing is computed. */
const factor = (letter: string, id: Factor, named: InLanguages): Rule =>
  rule({
    id: `eu-2019-796-2-${letter}`,
    source: point(letter, {
      en: `A factor of a significant effect: ${named.en}.`,
      es: `Un factor de un efecto significativo: ${named.es}.`,
    }),
    // The factors are worded for what was caused, and attempts are judged by what could have been.
    authorities: [
      'Council Regulation 2019/796, Article 1(1); that of an attempt the factor is put to what could have been caused: ours',
    ],
    question: {
      en: `Does it speak for a significant effect, or, of an attempt, for a potentially significant one: ${named.en}?`,
      es: `¿Habla a favor de un efecto significativo o, en una tentativa, potencialmente significativo: ${named.es}?`,
    },
    facts: [id],
    test: (facts) => {
      const speaks = facts[id]
      if (speaks === undefined) return unknown(id)
      return speaks
        ? satisfied('it speaks for it', 'habla a favor')
        : notSatisfied('it does not speak for it', 'no habla a favor')
    },
  })

/** One of them is enough to ask the question; how they weigh together is judged under Article 1(1). */
export const factors = anyOf({
  id: 'eu-2019-796-2',
  source: regulation({
    id: 'eu-2019-796-2',
    article: '2',
    articulo: '2',
    restatement: {
      en: 'Whether an effect is significant is told by any of seven factors: disruption, persons affected, members concerned, economic loss, economic benefit, data stolen, and commercially sensitive data.',
      es: 'Si un efecto es significativo lo dice cualquiera de siete factores: perturbación, personas afectadas, miembros afectados, pérdida económica, beneficio económico, datos robados y datos comercialmente sensibles.',
    },
  }),
  question: {
    en: 'Does any factor speak for a significant effect, or, of an attempt, for a potentially significant one?',
    es: '¿Habla algún factor a favor de un efecto significativo o, en una tentativa, potencialmente significativo?',
  },
  parts: [
    factor('a', 'factorDisruption', {
      en: 'scope, scale, impact or severity of the disruption',
      es: 'alcance, escala, repercusión o gravedad de la perturbación',
    }),
    factor('b', 'factorAffected', {
      en: 'number of persons, entities or bodies affected',
      es: 'número de personas, entidades u organismos afectados',
    }),
    factor('c', 'factorMembers', {
      en: 'number of members concerned',
      es: 'número de miembros afectados',
    }),
    factor('d', 'factorLoss', {
      en: 'amount of economic loss caused',
      es: 'cuantía de la pérdida económica causada',
    }),
    factor('e', 'factorGain', {
      en: 'economic benefit gained by the perpetrator',
      es: 'beneficio económico obtenido por el autor',
    }),
    factor('f', 'factorData', {
      en: 'amount or nature of the data stolen, or scale of the breaches',
      es: 'cantidad o naturaleza de los datos robados, o magnitud de las violaciones',
    }),
    factor('g', 'factorSecrets', {
      en: 'nature of the commercially sensitive data accessed',
      es: 'naturaleza de los datos comercialmente sensibles a los que se accedió',
    }),
  ],
})
