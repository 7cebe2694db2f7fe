import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { isRaised, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

/** No way out for the State: to have disobeyed defeats neither Article 4 nor Article 5. */
export const ultraVires = rule({
  id: 'arsiwa-7',
  source: arsiwa(
    '7',
    {
      en: 'The conduct of an organ or of an empowered entity that acts in that capacity is an act of the State even if it exceeds its authority or contravenes instructions.',
      es: 'El comportamiento de un órgano o de una entidad facultada que actúa en esa calidad es un hecho del Estado aunque se exceda en sus competencias o contravenga instrucciones.',
    },
    'text-seen',
    'public note “Attribution and State Responsibility”',
  ),
  authorities: [],
  question: {
    en: 'Did those who exceeded their authority act in their capacity all the same?',
    es: '¿Actuaron en su calidad, pese a todo, quienes se excedieron en sus competencias?',
  },
  arises: isRaised('exceededAuthority'),
  facts: ['actor', 'actorCapacity', 'exceededAuthority'],
  test: ({ actor, actorCapacity, exceededAuthority }) => {
    if (exceededAuthority === undefined) return unknown('exceededAuthority')
    if (!exceededAuthority)
      return notSatisfied('nobody exceeded any authority', 'nadie se excedió en sus competencias')
    if (actor === undefined) return unknown('actor')
    if (actor !== 'state-organ' && actor !== 'de-facto-organ' && actor !== 'empowered-entity')
      return notSatisfied(
        'it was neither an organ nor an empowered entity',
        'no fue ni un órgano ni una entidad facultada',
      )
    if (actorCapacity === undefined) return unknown('actorCapacity')
    return actorCapacity
      ? satisfied(
          'in that capacity, though beyond its authority',
          'en esa calidad, aunque excediéndose en sus competencias',
        )
      : notSatisfied('not in that capacity at all', 'en modo alguno en esa calidad')
  },
})
