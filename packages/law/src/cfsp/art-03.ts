import type { InLanguages } from '@entente/lexicon'
import type { FactId } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { anyOf, type Rule, rule } from '../rule.ts'
import { regulation } from './eu-2019-796.ts'

const SEEN = 'general knowledge; the notes name persons responsible (dig.watch)'

type Tie = Extract<FactId, 'listedResponsible' | 'listedInvolved' | 'listedAssociated'>

const tie = (letter: string, id: Tie, named: InLanguages): Rule =>
  rule({
    id: `eu-2019-796-3-3-${letter}`,
    source: regulation({
      id: `eu-2019-796-3-3-${letter}`,
      article: `3(3)(${letter})`,
      articulo: `3, apartado 3, letra ${letter})`,
      restatement: {
        en: `Persons, entities and bodies can be listed that ${named.en}.`,
        es: `Pueden incluirse las personas, entidades y organismos que ${named.es}.`,
      },
      seenAt: SEEN,
      verification: 'general-knowledge',
    }),
    authorities: [`Decision (CFSP) 2019/797, Articles 4(1)(${letter}) and 5(1)(${letter})`],
    question: {
      en: `Is it somebody of those that ${named.en}?`,
      es: `¿Es alguien de quienes ${named.es}?`,
    },
    facts: [id],
    test: (facts) => {
      const is = facts[id]
      if (is === undefined) return unknown(id)
      return is
        ? satisfied('so it is stated', 'así se afirma')
        : notSatisfied('so it is denied', 'así se niega')
    },
  })

/** Three ties to the attack, of which one is enough; none of them says anything of a State. */
export const persons = anyOf({
  id: 'eu-2019-796-3-3',
  source: regulation({
    id: 'eu-2019-796-3-3',
    article: '3(3)',
    articulo: '3, apartado 3',
    restatement: {
      en: 'Assets are frozen of persons, entities and bodies on the list in Annex I: responsible for the attack or attempt, involved in it, or associated with those who are.',
      es: 'Se inmovilizan los activos de las personas, entidades y organismos de la lista del anexo I: responsables del ataque o la tentativa, partícipes en él o asociados con ellos.',
    },
    seenAt: SEEN,
    verification: 'general-knowledge',
  }),
  question: {
    en: 'Who can be listed, and as what?',
    es: '¿Quién puede incluirse, y en calidad de qué?',
  },
  parts: [
    tie('a', 'listedResponsible', {
      en: 'are responsible for the attack or the attempt',
      es: 'son responsables del ataque o la tentativa',
    }),
    tie('b', 'listedInvolved', {
      en: 'support it financially, technically or materially, or are otherwise involved',
      es: 'lo apoyan financiera, técnica o materialmente, o participan de otro modo',
    }),
    tie('c', 'listedAssociated', {
      en: 'are associated with those who are responsible or involved',
      es: 'están asociados con los responsables o los partícipes',
    }),
  ],
})
