import type { InLanguages } from '@entente/lexicon'
import type { FACTS } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule, type Rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

type Excuse = Exclude<keyof (typeof FACTS)['excuse']['options'], 'none'>

/** What precludes wrongfulness, if it is borne out: the State that invokes it has to raise it. */
export const excuseOf = (invoked: {
  readonly excuse: Excuse
  readonly article: string
  readonly name: InLanguages
  readonly restatement: InLanguages
  readonly authorities: readonly string[]
}): Rule =>
  rule({
    id: `arsiwa-${invoked.article}-excuse`,
    source: {
      ...arsiwa(invoked.article, invoked.restatement, 'summary-seen'),
      id: `arsiwa-${invoked.article}-excuse`,
    },
    authorities: invoked.authorities,
    question: {
      en: `Is the State held responsible not excused by ${invoked.name.en}?`,
      es: `¿No excusa al Estado considerado responsable ${invoked.name.es}?`,
    },
    arises: ({ excuse }) => excuse === invoked.excuse,
    facts: ['excuse', 'excuseHolds'],
    test: ({ excuse, excuseHolds }) => {
      if (excuse === undefined) return unknown('excuse')
      if (excuse !== invoked.excuse) return satisfied('it does not invoke that', 'no invoca eso')
      if (excuseHolds === undefined) return unknown('excuseHolds')
      return excuseHolds
        ? notSatisfied('the facts bear out what it invokes', 'los hechos confirman lo que invoca', {
            en: 'keep to statements and retorsion; compensation can still be owed (Article 27)',
            es: 'limitarse a declaraciones y retorsión; aún puede deberse indemnización (artículo 27)',
          })
        : satisfied(
            'the facts do not bear out what it invokes',
            'los hechos no confirman lo que invoca',
          )
    },
  })
