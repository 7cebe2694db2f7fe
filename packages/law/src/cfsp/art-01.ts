import { missingFrom } from '../fact.ts'
import { notSatisfied, satisfied, unknown } from '../finding.ts'
import { allOf, anyOf, rule } from '../rule.ts'
import { regulation } from './eu-2019-796.ts'

/** The judgement on the effect is a person's; the factors of Article 2 stand beside it. */
export const effect = rule({
  id: 'eu-2019-796-1-1',
  source: regulation({
    id: 'eu-2019-796-1-1',
    article: '1(1)',
    articulo: '1, apartado 1',
    restatement: {
      en: 'It applies to cyber-attacks with a significant effect, and to attempts with a potentially significant one, that are an external threat to the Union or its members.',
      es: 'Se aplica a los ciberataques con un efecto significativo, y a las tentativas con un efecto potencialmente significativo, que sean una amenaza externa para la Unión o sus miembros.',
    },
    seenAt:
      'consolidated text of 2024-09-13, in part (sdu.nl); of attempts: dig.watch, summary of Council Regulation 2019/796',
  }),
  authorities: [],
  question: {
    en: 'Is the effect significant, or potentially significant where it was an attempt?',
    es: '¿Es significativo el efecto, o potencialmente significativo si fue una tentativa?',
  },
  facts: ['attemptedOnly', 'significantEffect', 'potentialEffect'],
  test: ({ attemptedOnly, significantEffect, potentialEffect }) => {
    if (significantEffect === true)
      return satisfied('the effect is judged significant', 'el efecto se estima significativo')
    if (attemptedOnly === true && potentialEffect === true)
      return satisfied(
        'it is judged an attempt with a potentially significant effect',
        'se estima una tentativa con un efecto potencialmente significativo',
      )
    // What could have been counts of an attempt alone.
    if (attemptedOnly === false || potentialEffect === false)
      return significantEffect === undefined
        ? unknown('significantEffect')
        : notSatisfied('the effect is not significant', 'el efecto no es significativo')
    return unknown(...missingFrom({ attemptedOnly, significantEffect, potentialEffect }))
  },
})

const external = rule({
  id: 'eu-2019-796-1-2',
  source: regulation({
    id: 'eu-2019-796-1-2',
    article: '1(2)',
    articulo: '1, apartado 2',
    restatement: {
      en: 'External are, among others, attacks that originate or are carried out from outside the Union, use infrastructure there, are carried out by persons established or operating there, or with the support, at the direction or under the control of somebody operating there.',
      es: 'Son externos, entre otros, los ataques que tienen su origen o se cometen fuera de la Unión, utilizan infraestructura de fuera, los cometen personas establecidas o activas fuera, o se cometen con el apoyo, bajo la dirección o bajo el control de alguien activo fuera.',
    },
  }),
  authorities: [],
  question: {
    en: 'Is it an external threat?',
    es: '¿Es una amenaza externa?',
  },
  facts: [
    'fromOutside',
    'outsideInfrastructure',
    'outsideActor',
    'outsideDirection',
    'externalThreat',
  ],
  test: (facts) => {
    const { externalThreat, ...ties } = facts
    if (Object.values(ties).includes(true))
      return satisfied(
        'a tie outside the Union is on record',
        'consta un vínculo fuera de la Unión',
      )
    if (externalThreat === true) return satisfied('it is judged external', 'se estima externa')
    const missing = missingFrom(facts)
    return missing.length > 0
      ? unknown(...missing)
      : notSatisfied('it is no external threat', 'no es una amenaza externa')
  },
})

export const attack = rule({
  id: 'eu-2019-796-1-3',
  source: regulation({
    id: 'eu-2019-796-1-3',
    article: '1(3)',
    articulo: '1, apartado 3',
    restatement: {
      en: 'Cyber-attacks involve access to information systems, interference with them, interference with data or interception of data, without due authorisation of whoever holds the right, or not permitted by the law of the Union or of the member concerned.',
      es: 'Los ciberataques suponen acceso a sistemas de información, intromisión en ellos, intromisión en datos o interceptación de datos, sin la debida autorización del titular, o sin que lo permita el derecho de la Unión o del miembro de que se trate.',
    },
  }),
  authorities: [],
  question: { en: 'Was it a cyber-attack?', es: '¿Fue un ciberataque?' },
  facts: ['attackAction', 'attackUnauthorised'],
  test: ({ attackAction, attackUnauthorised }) => {
    if (attackAction === false)
      return notSatisfied(
        'none of the four actions is in it',
        'no hay ninguna de las cuatro acciones',
      )
    if (attackUnauthorised === false)
      return notSatisfied('it was authorised and permitted', 'estaba autorizado y permitido')
    const missing = missingFrom({ attackAction, attackUnauthorised })
    return missing.length > 0
      ? unknown(...missing)
      : satisfied(
          'one of the four actions, without right',
          'una de las cuatro acciones, sin derecho',
        )
  },
})

const toMember = rule({
  id: 'eu-2019-796-1-4',
  source: regulation({
    id: 'eu-2019-796-1-4',
    article: '1(4)',
    articulo: '1, apartado 4',
    restatement: {
      en: 'A threat to a member affects, among others, systems of critical infrastructure (submarine cables and objects in outer space included), of essential social or economic services, of critical State functions, of the storage or processing of classified information, or of government emergency response teams.',
      es: 'Es amenaza para un miembro la que afecta, entre otros, a sistemas de infraestructuras críticas (incluidos los cables submarinos y objetos en el espacio ultraterrestre), de servicios sociales o económicos esenciales, de funciones estatales críticas, del almacenamiento o tratamiento de información clasificada, o de equipos gubernamentales de respuesta a emergencias.',
    },
  }),
  authorities: [],
  question: { en: 'Is it a threat to a member?', es: '¿Es una amenaza para un miembro?' },
  facts: ['threatToMember'],
  test: ({ threatToMember }) => {
    if (threatToMember === undefined) return unknown('threatToMember')
    return threatToMember
      ? satisfied('it threatens a member', 'amenaza a un miembro')
      : notSatisfied('it threatens no member', 'no amenaza a ningún miembro')
  },
})

const toUnion = rule({
  id: 'eu-2019-796-1-5',
  source: regulation({
    id: 'eu-2019-796-1-5',
    article: '1(5)',
    articulo: '1, apartado 5',
    restatement: {
      en: 'A threat to the Union is, among others, an attack on its institutions, bodies, offices, agencies, delegations, missions, operations or special representatives.',
      es: 'Es amenaza para la Unión, entre otras, un ataque contra sus instituciones, órganos, organismos, delegaciones, misiones, operaciones o representantes especiales.',
    },
    seenAt: 'general knowledge; only the paragraphs before it were seen',
    verification: 'general-knowledge',
  }),
  authorities: [],
  question: { en: 'Is it a threat to the Union?', es: '¿Es una amenaza para la Unión?' },
  facts: ['threatToUnion'],
  test: ({ threatToUnion }) => {
    if (threatToUnion === undefined) return unknown('threatToUnion')
    return threatToUnion
      ? satisfied('it threatens the Union', 'amenaza a la Unión')
      : notSatisfied('it does not threaten the Union', 'no amenaza a la Unión')
  },
})

const onThird = rule({
  id: 'eu-2019-796-1-6',
  source: regulation({
    id: 'eu-2019-796-1-6',
    article: '1(6)',
    articulo: '1, apartado 6',
    restatement: {
      en: 'Where deemed necessary for the objectives of the common foreign and security policy, it also serves against attacks with a significant effect on third States or international organisations.',
      es: 'Si se estima necesario para los objetivos de la política exterior y de seguridad común, sirve también frente a ataques con un efecto significativo contra terceros Estados u organizaciones internacionales.',
    },
    seenAt:
      'dig.watch, summary of Council Regulation 2019/796: attacks on third States and organisations; where necessary: eucyberdirect.eu, summary of the Decision; TEU 21: general knowledge',
  }),
  authorities: ['TEU, Article 21'],
  question: {
    en: 'Was it aimed at a third State or organisation, and is a listing deemed necessary?',
    es: '¿Se dirigió contra un tercer Estado u organización, y se estima necesaria la inclusión?',
  },
  facts: ['againstThird', 'foreignPolicyNeed'],
  test: ({ againstThird, foreignPolicyNeed }) => {
    if (againstThird === false)
      return notSatisfied('it was aimed at no third party', 'no se dirigió contra un tercero')
    if (foreignPolicyNeed === false)
      return notSatisfied(
        'a listing is not deemed necessary for it',
        'no se estima necesaria la inclusión por ello',
      )
    const missing = missingFrom({ againstThird, foreignPolicyNeed })
    return missing.length > 0
      ? unknown(...missing)
      : satisfied(
          'a third party was attacked, and a listing is deemed necessary',
          'se atacó a un tercero, y se estima necesaria la inclusión',
        )
  },
})

const threatened = anyOf({
  id: 'eu-2019-796-threatened',
  source: toMember.source,
  question: {
    en: 'Does it threaten a member, or the Union?',
    es: '¿Amenaza a un miembro, o a la Unión?',
  },
  parts: [toMember, toUnion],
})

/** An external threat to the Union or its members; or an attack on others, where that is needed. */
export const against = anyOf({
  id: 'eu-2019-796-against',
  source: external.source,
  question: { en: 'Whom does it concern?', es: '¿A quién atañe?' },
  parts: [
    allOf({
      id: 'eu-2019-796-threat',
      source: external.source,
      question: {
        en: 'Is it an external threat to the Union or its members?',
        es: '¿Es una amenaza externa para la Unión o sus miembros?',
      },
      parts: [external, threatened],
    }),
    onThird,
  ],
})
