import { choice, words, yesNo } from './kinds.ts'

/** What a listing of persons or entities rests on, in the order of the articles that ask for it. */
export const listing = {
  listingUnder: choice(
    { en: 'Under which law is the listing made?', es: '¿Según qué derecho se hace la inclusión?' },
    {
      union: { en: 'that of the Union (CFSP)', es: 'el de la Unión (PESC)' },
      national: { en: 'this nation’s own', es: 'el de esta nación' },
    },
  ),
  attemptedOnly: yesNo({
    en: 'Was it an attempt that did not succeed?',
    es: '¿Fue una tentativa que no prosperó?',
  }),
  significantEffect: yesNo({
    en: 'Did it have a significant effect?',
    es: '¿Tuvo un efecto significativo?',
  }),
  potentialEffect: yesNo({
    en: 'Could it have had a significant effect, had the attempt succeeded?',
    es: '¿Podría haber tenido un efecto significativo, de haber prosperado la tentativa?',
  }),
  fromOutside: yesNo({
    en: 'Did it originate outside the Union, or was it carried out from there?',
    es: '¿Tuvo su origen fuera de la Unión, o se cometió desde allí?',
  }),
  outsideInfrastructure: yesNo({
    en: 'Did it use infrastructure outside the Union?',
    es: '¿Utilizó infraestructura situada fuera de la Unión?',
  }),
  outsideActor: yesNo({
    en: 'Was it carried out by a person or entity established or operating outside the Union?',
    es: '¿La cometió una persona o entidad establecida o activa fuera de la Unión?',
  }),
  outsideDirection: yesNo({
    en: 'Was it carried out with the support, at the direction or under the control of a person or entity operating outside the Union?',
    es: '¿Se cometió con el apoyo, bajo la dirección o bajo el control de una persona o entidad activa fuera de la Unión?',
  }),
  externalThreat: yesNo({
    en: 'Is it, on any other ground, an external threat to the Union or its members?',
    es: '¿Es, por cualquier otro motivo, una amenaza externa para la Unión o sus miembros?',
  }),
  attackAction: yesNo({
    en: 'Did it involve access to an information system, interference with a system or with data, or interception of data?',
    es: '¿Supuso acceso a un sistema de información, intromisión en un sistema o en datos, o interceptación de datos?',
  }),
  attackUnauthorised: yesNo({
    en: 'Was it done without due authorisation by the owner or another right holder, or without being permitted by the law of the Union or of the member concerned?',
    es: '¿Se hizo sin la debida autorización del propietario o de otro titular, o sin que lo permitiera el derecho de la Unión o del miembro de que se trate?',
  }),
  threatToMember: yesNo({
    en: 'Is it a threat to a member: to systems of critical infrastructure (submarine cables and objects in outer space included), of essential social or economic services, of critical State functions, of the storage or processing of classified information, of government emergency response teams, or the like?',
    es: '¿Es una amenaza para un miembro: para sistemas de infraestructuras críticas (incluidos los cables submarinos y objetos en el espacio ultraterrestre), de servicios sociales o económicos esenciales, de funciones estatales críticas, del almacenamiento o tratamiento de información clasificada, de equipos gubernamentales de respuesta a emergencias, o semejantes?',
  }),
  threatToUnion: yesNo({
    en: 'Is it a threat to the Union: its institutions, bodies, offices, agencies, delegations, missions, operations or special representatives?',
    es: '¿Es una amenaza para la Unión: sus instituciones, órganos, organismos, delegaciones, misiones, operaciones o representantes especiales?',
  }),
  againstThird: yesNo({
    en: 'Was it aimed at a third State or an international organisation?',
    es: '¿Se dirigió contra un tercer Estado o una organización internacional?',
  }),
  foreignPolicyNeed: yesNo({
    en: 'Is a listing deemed necessary to achieve the objectives of the common foreign and security policy (TEU, Article 21)?',
    es: '¿Se estima necesaria la inclusión para lograr los objetivos de la política exterior y de seguridad común (TUE, artículo 21)?',
  }),
  factorDisruption: yesNo({
    en: 'Does the scope, scale, impact or severity of the disruption, caused or, of an attempt, possible, speak for a significant effect?',
    es: '¿Habla a favor de un efecto significativo el alcance, la escala, la repercusión o la gravedad de la perturbación, causada o, en una tentativa, posible?',
  }),
  factorAffected: yesNo({
    en: 'Does the number of persons, entities or bodies affected, or, by an attempt, aimed at, speak for a significant effect?',
    es: '¿Habla a favor de un efecto significativo el número de personas, entidades u organismos afectados o, en una tentativa, a los que iba dirigida?',
  }),
  factorMembers: yesNo({
    en: 'Does the number of members concerned, or, by an attempt, aimed at, speak for a significant effect?',
    es: '¿Habla a favor de un efecto significativo el número de miembros afectados o, en una tentativa, a los que iba dirigida?',
  }),
  factorLoss: yesNo({
    en: 'Does the economic loss, caused or, of an attempt, possible, speak for a significant effect, such as large thefts of funds or of intellectual property?',
    es: '¿Habla a favor de un efecto significativo la pérdida económica, causada o, en una tentativa, posible, como el robo a gran escala de fondos o de propiedad intelectual?',
  }),
  factorGain: yesNo({
    en: 'Does the economic benefit that the perpetrator gained, or by an attempt could have gained, for itself or others, speak for a significant effect?',
    es: '¿Habla a favor de un efecto significativo el beneficio económico que el autor obtuvo, o con una tentativa pudo obtener, para sí o para otros?',
  }),
  factorData: yesNo({
    en: 'Does the amount or nature of the data stolen, or, by an attempt, within reach, or the scale of the breaches, speak for a significant effect?',
    es: '¿Habla a favor de un efecto significativo la cantidad o la naturaleza de los datos robados o, en una tentativa, al alcance, o la magnitud de las violaciones?',
  }),
  factorSecrets: yesNo({
    en: 'Does the nature of the commercially sensitive data that were accessed, or, by an attempt, within reach, speak for a significant effect?',
    es: '¿Habla a favor de un efecto significativo la naturaleza de los datos comercialmente sensibles a los que se accedió o, en una tentativa, al alcance?',
  }),
  listedResponsible: yesNo({
    en: 'Is who would be listed responsible for the attack or the attempt?',
    es: '¿Es responsable del ataque o la tentativa quien se incluiría en la lista?',
  }),
  listedInvolved: yesNo({
    en: 'Did who would be listed give financial, technical or material support, or take part otherwise: plan, prepare, direct, assist, encourage, facilitate?',
    es: '¿Prestó apoyo financiero, técnico o material quien se incluiría, o participó de otro modo: planear, preparar, dirigir, ayudar, alentar, facilitar?',
  }),
  listedAssociated: yesNo({
    en: 'Is who would be listed associated with somebody who is responsible or took part?',
    es: '¿Está quien se incluiría asociado con un responsable o un partícipe?',
  }),
  listedWho: words({
    en: 'Who would be listed: name, and what identifies that person or entity?',
    es: '¿Quién se incluiría: nombre, y qué identifica a esa persona o entidad?',
  }),
  listedConduct: words({
    en: 'What did that person or entity do: when, how, as what?',
    es: '¿Qué hizo esa persona o entidad: cuándo, cómo, en calidad de qué?',
  }),
  effectStated: words({
    en: 'What was the effect, or what would it have been: whom it reached, what was lost, in figures?',
    es: '¿Cuál fue el efecto, o cuál habría sido: a quién alcanzó, qué se perdió, en cifras?',
  }),
  reasonsOwn: yesNo({
    en: 'Are the reasons this person’s or entity’s own, specific and concrete, and no mere repetition of the criterion?',
    es: '¿Son los motivos propios de esa persona o entidad, específicos y concretos, y no una mera repetición del criterio?',
  }),
  listingFile: yesNo({
    en: 'Are reasons and evidence on file that a court of the Union could review?',
    es: '¿Constan motivos y pruebas que un tribunal de la Unión pueda revisar?',
  }),
  listingProposed: yesNo({
    en: 'Has a member or the High Representative proposed the listing?',
    es: '¿Ha propuesto la inclusión un miembro o el Alto Representante?',
  }),
  councilUnanimous: yesNo({
    en: 'Is the Council unanimous, no member voting against (an abstention does not prevent it)?',
    es: '¿Es unánime el Consejo, sin que ningún miembro vote en contra (una abstención no lo impide)?',
  }),
  listingCommunicated: yesNo({
    en: 'Were the decision and its grounds communicated to who was listed, directly or by a published notice?',
    es: '¿Se comunicaron la decisión y sus motivos a quien se incluyó, directamente o mediante un anuncio publicado?',
  }),
  observationsOpen: yesNo({
    en: 'Was who was listed given an opportunity to present observations?',
    es: '¿Se dio a quien se incluyó la oportunidad de presentar observaciones?',
  }),
  observations: choice(
    {
      en: 'What was done about observations, or substantial new evidence, that came afterwards?',
      es: '¿Qué se hizo con las observaciones, o las nuevas pruebas sustanciales, que llegaron después?',
    },
    {
      reviewed: {
        en: 'the decision was reviewed, and who was listed was informed',
        es: 'se revisó la decisión, y se informó a quien se incluyó',
      },
      ignored: {
        en: 'it was not reviewed, or nobody was informed',
        es: 'no se revisó, o no se informó a nadie',
      },
      none: { en: 'none came', es: 'no llegó ninguna' },
    },
  ),
  listingReviewed: yesNo({
    en: 'Is the list reviewed regularly, and at least every twelve months?',
    es: '¿Se revisa la lista periódicamente, y al menos cada doce meses?',
  }),
} as const
