import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { tallinn } from './tallinn.ts'

const organisations: Dispute = {
  id: 'organisations-and-countermeasures',
  about: {
    en: 'May an international organisation take countermeasures?',
    es: '¿Puede una organización internacional tomar contramedidas?',
  },
  sides: [
    {
      says: { en: 'on conditions of their own', es: 'con condiciones propias' },
      authorities: ['ILC articles on organisations (DARIO), arts 22 and 51-57'],
    },
    {
      says: { en: 'only States may', es: 'solo los Estados pueden' },
      authorities: ['Tallinn Manual 2.0, rule 24, p. 130'],
    },
  ],
}

export const byAState = rule({
  id: 'tallinn-24',
  source: tallinn({
    id: 'tallinn-24',
    provision: 'Rule 24',
    citation: {
      en: 'Tallinn Manual 2.0, rule 24, p. 130',
      es: 'Manual de Tallin 2.0, regla 24, p. 130',
    },
    restatement: {
      en: 'Only States take countermeasures. A private operator may not strike back on its own; what it does on behalf of a State, and attributed to it, is that State’s measure.',
      es: 'Solo los Estados toman contramedidas. Un operador privado no puede responder por su cuenta; lo que hace en nombre de un Estado, y se le atribuye, es medida de ese Estado.',
    },
    verification: 'summary-seen',
    seenAt: 'secondary summaries',
  }),
  authorities: [],
  question: {
    en: 'Is it a State that takes the measure?',
    es: '¿Es un Estado quien toma la medida?',
  },
  arises: isRaised('executor'),
  assumed: {
    en: 'a State carries it out, and no private person in its own name',
    es: 'la ejecuta un Estado, y ningún particular en nombre propio',
  },
  facts: ['executor'],
  disputes: [organisations],
  test: ({ executor }) => {
    switch (executor) {
      case undefined:
        return unknown('executor')
      case 'state-organ':
      case 'contractor':
        return satisfied(
          'an organ does it, or a contractor under its authority',
          'lo hace un órgano, o un contratista bajo su autoridad',
        )
      case 'organisation':
        return disputed(
          organisations,
          'an international organisation would take it',
          'la tomaría una organización internacional',
        )
      case 'private-operator':
        return notSatisfied(
          'a private operator does it by itself',
          'lo hace un particular por sí solo',
          {
            en: 'keep operators to the defence of their own networks',
            es: 'limitar a los operadores a la defensa de sus propias redes',
          },
        )
    }
  },
})
