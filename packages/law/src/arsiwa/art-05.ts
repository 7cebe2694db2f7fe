import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

export const empoweredEntities = rule({
  id: 'arsiwa-5',
  source: arsiwa(
    '5',
    {
      en: 'The conduct of an entity that is not an organ, but is empowered by the law of the State to exercise governmental authority, is an act of the State if it acted in that capacity.',
      es: 'El comportamiento de una entidad que no es órgano, pero está facultada por el derecho del Estado para ejercer autoridad gubernamental, es un hecho del Estado si actuó en esa calidad.',
    },
    'text-seen',
    'public note “Attribution and State Responsibility”',
  ),
  authorities: ['Tallinn Manual 2.0, rule 15, p. 87'],
  question: {
    en: 'Did an entity do it that the State’s law empowers to exercise public authority?',
    es: '¿Lo hizo una entidad facultada por el derecho del Estado para ejercer autoridad pública?',
  },
  facts: ['actor', 'actorCapacity'],
  test: ({ actor, actorCapacity }) => {
    if (actor === undefined) return unknown('actor')
    if (actor !== 'empowered-entity')
      return notSatisfied('it was not such an entity', 'no fue una entidad de esa clase')
    if (actorCapacity === undefined) return unknown('actorCapacity')
    return actorCapacity
      ? satisfied(
          'the entity acted under its public powers',
          'la entidad actuó en ejercicio de sus facultades públicas',
        )
      : notSatisfied(
          'the entity acted outside its public powers',
          'la entidad actuó fuera de sus facultades públicas',
        )
  },
})
