import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

const control: Dispute = {
  id: 'control',
  about: {
    en: 'How close must the State’s control over a group be?',
    es: '¿Cuán estrecho debe ser el control del Estado sobre un grupo?',
  },
  sides: [
    {
      says: {
        en: 'effective control of the operation itself',
        es: 'control efectivo de la operación misma',
      },
      authorities: [
        'ICJ, Nicaragua, 1986, paras 109-115',
        'ICJ, Bosnia Genocide, 2007, paras 398-407',
      ],
    },
    {
      says: {
        en: 'overall control of the group can be enough',
        es: 'puede bastar el control general del grupo',
      },
      authorities: ['ICTY, Tadić (Appeals Chamber)'],
    },
    {
      says: {
        en: 'a lower test for cyber operations',
        es: 'un criterio menos exigente para las operaciones cibernéticas',
      },
      authorities: ['some writers (rules base, A-05)'],
    },
  ],
}

export const directionOrControl = rule({
  id: 'arsiwa-8',
  source: arsiwa(
    '8',
    {
      en: 'The conduct of persons is an act of the State if they in fact act on its instructions, or under its direction or control, in carrying it out. Money, equipment or general support are not enough.',
      es: 'El comportamiento de personas es un hecho del Estado si de hecho actúan por instrucciones suyas, o bajo su dirección o control, al observarlo. Dinero, medios o apoyo general no bastan.',
    },
    'text-seen',
    'public note “Attribution and State Responsibility”',
  ),
  authorities: [
    'ICJ, Nicaragua, 1986, paras 109-115',
    'ICJ, Bosnia Genocide, 2007, paras 398-407',
    'Tallinn Manual 2.0, rule 17, p. 94',
  ],
  question: {
    en: 'Did those who did it act on the State’s instructions, or under its direction or control?',
    es: '¿Actuaron por instrucciones del Estado, o bajo su dirección o control?',
  },
  facts: ['actor', 'link', 'linkToOperation'],
  disputes: [control],
  test: ({ actor, link, linkToOperation }) => {
    if (actor === undefined) return unknown('actor')
    if (actor !== 'private-group' && actor !== 'insurgents')
      return notSatisfied('it was no group apart from a State', 'no fue un grupo ajeno a un Estado')
    if (link === undefined) return unknown('link')
    switch (link) {
      case 'support':
      case 'tolerance':
      case 'none':
        return notSatisfied(
          'support or toleration is not direction or control',
          'el apoyo o la tolerancia no son dirección ni control',
          {
            en: 'look at what the State failed to do: due diligence',
            es: 'examinar lo que el Estado omitió: la diligencia debida',
          },
        )
      case 'overall-control':
        return disputed(
          control,
          'the State controls the group as a whole, not this operation',
          'el Estado controla el grupo en general, no esta operación',
        )
      case 'instructions':
      case 'direction':
      case 'effective-control':
        if (linkToOperation === undefined) return unknown('linkToOperation')
        return linkToOperation
          ? satisfied(
              'the State instructed, directed or controlled this operation',
              'el Estado ordenó, dirigió o controló esta operación',
            )
          : notSatisfied(
              'the tie does not concern this operation',
              'el vínculo no se refiere a esta operación',
            )
    }
  },
})
