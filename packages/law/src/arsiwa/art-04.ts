import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const organs = rule({
  id: 'arsiwa-4',
  source: arsiwa(
    '4',
    {
      en: 'The conduct of any organ of a State is an act of that State, whatever the organ’s function or rank. Persons in complete dependence on the State count as an organ.',
      es: 'El comportamiento de todo órgano del Estado es un hecho de ese Estado, cualesquiera que sean su función o su rango. Las personas en total dependencia del Estado se asimilan a un órgano.',
    },
    'text-seen',
    'public note “Attribution and State Responsibility”',
  ),
  authorities: [
    'Tallinn Manual 2.0, rule 15, p. 87',
    'Cyber Law Toolkit, Attribution, State organs',
  ],
  question: {
    en: 'Did an organ of the State do it?',
    es: '¿Lo hizo un órgano del Estado?',
  },
  facts: ['actor', 'actorCapacity'],
  test: ({ actor, actorCapacity }) => {
    if (actor === undefined) return unknown('actor')
    if (actor !== 'state-organ' && actor !== 'de-facto-organ')
      return notSatisfied('it was not an organ of the State', 'no fue un órgano del Estado')
    if (actorCapacity === undefined) return unknown('actorCapacity')
    return actorCapacity
      ? satisfied(
          'an organ of the State did it in that capacity',
          'lo hizo un órgano del Estado en esa calidad',
        )
      : notSatisfied(
          'the organ acted purely privately',
          'el órgano actuó a título puramente privado',
        )
  },
})
