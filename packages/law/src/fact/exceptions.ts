import { choice, day, words, yesNo } from './kinds.ts'

/** What is asked only once somebody raises it: exceptions, excuses, and what modifies another answer. */
export const exceptions = {
  exclusiveDirection: yesNo({
    en: 'Did the lent organ act under the exclusive direction of the State to which it was lent, exercising its authority?',
    es: '¿Actuó el órgano cedido bajo la dirección exclusiva del Estado al que se cedió, ejerciendo la autoridad de este?',
  }),
  exceededAuthority: yesNo({
    en: 'Did those who did it exceed their authority, or contravene instructions?',
    es: '¿Se excedieron quienes lo hicieron en sus competencias, o contravinieron instrucciones?',
  }),
  calledFor: yesNo({
    en: 'Did circumstances call for somebody to exercise public authority?',
    es: '¿Exigían las circunstancias que alguien ejerciera autoridad pública?',
  }),
  movementSucceeded: yesNo({
    en: 'Has the movement become the new government, or formed a new State?',
    es: '¿Se ha convertido el movimiento en el nuevo gobierno, o ha formado un nuevo Estado?',
  }),
  roleInAct: choice(
    {
      en: 'What part did the State held responsible have in the act of the other State?',
      es: '¿Qué intervención tuvo el Estado considerado responsable en el hecho del otro Estado?',
    },
    {
      aided: { en: 'it aided or assisted', es: 'ayudó o asistió' },
      directed: { en: 'it directed and controlled it', es: 'lo dirigió y controló' },
      coerced: { en: 'it coerced the other State', es: 'coaccionó al otro Estado' },
      none: { en: 'none', es: 'ninguna' },
    },
  ),
  knowledgeOfAct: choice(
    {
      en: 'Did it know the circumstances of that act?',
      es: '¿Conocía las circunstancias de ese hecho?',
    },
    {
      actual: { en: 'yes', es: 'sí' },
      'wilful-blindness': { en: 'it chose not to know', es: 'prefirió no saberlo' },
      none: { en: 'no', es: 'no' },
    },
  ),
  wrongfulIfOwn: yesNo({
    en: 'Would the act be wrongful if the State held responsible had committed it itself?',
    es: '¿Sería ilícito el hecho si lo hubiera cometido el propio Estado considerado responsable?',
  }),
  territoryOnly: yesNo({
    en: 'Is the territory or the infrastructure from which it came the only indication of who did it?',
    es: '¿Es el territorio o la infraestructura de donde provino el único indicio de quién lo hizo?',
  }),
  obligationInForce: yesNo({
    en: 'Was the obligation in force for the responsible State at the time?',
    es: '¿Estaba la obligación en vigor para el Estado responsable en ese momento?',
  }),
  missionData: choice(
    {
      en: 'Were archives or correspondence of a diplomatic or consular mission reached?',
      es: '¿Se accedió a archivos o correspondencia de una misión diplomática o consular?',
    },
    {
      'in-custody': { en: 'yes, in the custody of the mission', es: 'sí, en poder de la misión' },
      elsewhere: {
        en: 'yes, outside its custody or in transit',
        es: 'sí, fuera de su poder o en tránsito',
      },
      none: { en: 'no', es: 'no' },
    },
  ),
  rightViolated: choice(
    {
      en: 'Was a human right interfered with (privacy, expression, life)?',
      es: '¿Se interfirió en un derecho humano (intimidad, expresión, vida)?',
    },
    {
      unjustified: {
        en: 'yes, and no lawful, necessary and proportionate limit justifies it',
        es: 'sí, y no lo justifica ninguna limitación legal, necesaria y proporcionada',
      },
      justified: { en: 'yes, and a limit justifies it', es: 'sí, y lo justifica una limitación' },
      none: { en: 'no', es: 'no' },
    },
  ),
  rightsJurisdiction: choice(
    {
      en: 'On what did the responsible State’s jurisdiction over those persons rest?',
      es: '¿En qué se basaba la jurisdicción del Estado responsable sobre esas personas?',
    },
    {
      territorial: { en: 'its territory', es: 'su territorio' },
      'effective-control': { en: 'effective control', es: 'control efectivo' },
      'control-over-enjoyment': {
        en: 'control over the enjoyment of the right only',
        es: 'solo el control sobre el disfrute del derecho',
      },
      none: { en: 'nothing', es: 'nada' },
    },
  ),
  armedConflict: choice(
    { en: 'Is there an armed conflict?', es: '¿Hay un conflicto armado?' },
    {
      international: { en: 'an international one', es: 'uno internacional' },
      'non-international': { en: 'a non-international one', es: 'uno no internacional' },
      none: { en: 'no', es: 'no' },
    },
  ),
  conflictNexus: yesNo({
    en: 'Is the operation connected with that conflict?',
    es: '¿Guarda la operación relación con ese conflicto?',
  }),
  humanitarianRule: choice(
    {
      en: 'Which rule of humanitarian law was broken?',
      es: '¿Qué norma del derecho humanitario se infringió?',
    },
    {
      distinction: { en: 'distinction', es: 'distinción' },
      proportionality: { en: 'proportionality', es: 'proporcionalidad' },
      precautions: { en: 'precautions', es: 'precauciones' },
      medical: { en: 'medical protection', es: 'protección sanitaria' },
      humanitarian: { en: 'humanitarian protection', es: 'protección humanitaria' },
      perfidy: { en: 'perfidy', es: 'perfidia' },
      other: { en: 'another', es: 'otra' },
      none: { en: 'none', es: 'ninguna' },
    },
  ),
  conflictEffect: choice(
    {
      en: 'On what does that rest: on damage, on lost functionality, or on data?',
      es: '¿En qué se basa: en daños, en pérdida de funcionalidad o en datos?',
    },
    {
      damage: { en: 'damage, injury or death', es: 'daños, lesiones o muerte' },
      functionality: { en: 'loss of functionality only', es: 'solo pérdida de funcionalidad' },
      data: { en: 'data only', es: 'solo datos' },
    },
  ),
  treatyProvision: words({
    en: 'Which provision of another treaty was breached?',
    es: '¿Qué disposición de otro tratado se infringió?',
  }),
  treatyBreached: yesNo({
    en: 'Was that provision breached?',
    es: '¿Se infringió esa disposición?',
  }),
  espionage: choice(
    { en: 'Was it espionage?', es: '¿Fue espionaje?' },
    {
      pure: {
        en: 'yes, and neither method nor effect breaches another rule',
        es: 'sí, y ni el método ni el efecto infringen otra norma',
      },
      'by-breach': {
        en: 'yes, by a method or with effects that another rule covers',
        es: 'sí, con un método o unos efectos que regula otra norma',
      },
      none: { en: 'no', es: 'no' },
    },
  ),
  actExtent: choice(
    {
      en: 'How far does the wrong extend in time?',
      es: '¿Cómo se extiende el ilícito en el tiempo?',
    },
    {
      continuing: {
        en: 'it continues: an implant is active, data are withheld',
        es: 'continúa: un implante sigue activo, se retienen datos',
      },
      series: {
        en: 'it is a series, wrongful in aggregate, and goes on',
        es: 'es una serie, ilícita en su conjunto, y sigue',
      },
      completed: { en: 'it is over', es: 'ha terminado' },
    },
  ),
  actOn: day({
    en: 'On which day was the wrongful act committed?',
    es: '¿Qué día se cometió el hecho ilícito?',
  }),
  excuse: choice(
    {
      en: 'Which circumstance precluding wrongfulness does the State held responsible invoke?',
      es: '¿Qué circunstancia que excluye la ilicitud invoca el Estado considerado responsable?',
    },
    {
      none: { en: 'none', es: 'ninguna' },
      consent: { en: 'consent', es: 'consentimiento' },
      'self-defence': { en: 'self-defence', es: 'legítima defensa' },
      countermeasure: { en: 'a countermeasure of its own', es: 'una contramedida propia' },
      'force-majeure': { en: 'force majeure', es: 'fuerza mayor' },
      distress: { en: 'distress', es: 'peligro extremo' },
      necessity: { en: 'necessity', es: 'estado de necesidad' },
    },
  ),
  excuseHolds: yesNo({
    en: 'Do the facts bear out what it invokes?',
    es: '¿Confirman los hechos lo que invoca?',
  }),
  waiver: choice(
    { en: 'Was the claim given up?', es: '¿Se renunció a la reclamación?' },
    {
      none: { en: 'no', es: 'no' },
      'delay-answered': {
        en: 'no: it came late, and it is said in writing why nothing was given up by that',
        es: 'no: se presentó tarde, y se dice por escrito por qué no se renunció a nada con ello',
      },
      delay: {
        en: 'it came late, and nothing is said of that in writing',
        es: 'se presentó tarde, y nada se dice de ello por escrito',
      },
      waived: { en: 'yes, it was waived', es: 'sí, hubo renuncia' },
      acquiesced: { en: 'yes, by delay or acquiescence', es: 'sí, por demora o aquiescencia' },
    },
  ),
  localRemedies: choice(
    {
      en: 'Were local remedies exhausted, where the claim is for nationals?',
      es: '¿Se agotaron los recursos internos, si se reclama por nacionales?',
    },
    {
      'not-applicable': { en: 'the claim is the State’s own', es: 'la reclamación es del Estado' },
      exhausted: { en: 'yes', es: 'sí' },
      'not-exhausted': { en: 'no', es: 'no' },
    },
  ),
  remedySought: choice(
    { en: 'What do the demands ask for?', es: '¿Qué piden las exigencias?' },
    {
      cessation: { en: 'cessation and non-repetition', es: 'cesación y no repetición' },
      restitution: { en: 'restitution', es: 'restitución' },
      compensation: { en: 'compensation', es: 'indemnización' },
      satisfaction: { en: 'satisfaction', es: 'satisfacción' },
      beyond: { en: 'more than that', es: 'más que eso' },
    },
  ),
  executor: choice(
    { en: 'Who carries the measure out?', es: '¿Quién ejecuta la medida?' },
    {
      'state-organ': { en: 'an organ of this nation', es: 'un órgano de esta nación' },
      contractor: {
        en: 'a contractor under this nation’s authority',
        es: 'un contratista bajo la autoridad de esta nación',
      },
      'private-operator': {
        en: 'a private operator by itself',
        es: 'un operador privado por sí solo',
      },
      organisation: { en: 'an international organisation', es: 'una organización internacional' },
    },
  ),
  specialRegime: choice(
    {
      en: 'Does a special regime govern the matter between the two States?',
      es: '¿Rige el asunto entre los dos Estados un régimen especial?',
    },
    {
      none: { en: 'no', es: 'no' },
      compatible: { en: 'yes, and it leaves room', es: 'sí, y deja margen' },
      excludes: {
        en: 'yes, and it excludes countermeasures',
        es: 'sí, y excluye las contramedidas',
      },
      'eu-members': {
        en: 'both are members of the Union (TEU)',
        es: 'ambos son miembros de la Unión (TUE)',
      },
      'eu-competence': {
        en: 'the measure touches an exclusive competence of the Union',
        es: 'la medida afecta a una competencia exclusiva de la Unión',
      },
    },
  ),
  measuresCounted: choice(
    {
      en: 'Whose measures were counted when they were weighed against the injury?',
      es: '¿Qué medidas se contaron al ponderarlas con el perjuicio?',
    },
    {
      all: { en: 'those of every participant', es: 'las de todos los participantes' },
      apportioned: {
        en: 'to each participant a share of the injury',
        es: 'a cada participante, una parte del perjuicio',
      },
      'own-only': { en: 'this nation’s own only', es: 'solo las de esta nación' },
    },
  ),
  otherTitle: choice(
    {
      en: 'Does this nation rest the same conduct on collective self-defence as well?',
      es: '¿Basa también esta nación el mismo comportamiento en la legítima defensa colectiva?',
    },
    {
      none: { en: 'no', es: 'no' },
      'collective-self-defence': {
        en: 'yes, on that of another State',
        es: 'sí, en la de otro Estado',
      },
    },
  ),
  reviewHeld: yesNo({
    en: 'Was every review held that has fallen due?',
    es: '¿Se ha hecho toda revisión que ya correspondía?',
  }),
  settlementSteps: choice(
    {
      en: 'Which peaceful means were sought before (negotiation, enquiry, mediation, arbitration)?',
      es: '¿Qué medios pacíficos se buscaron antes (negociación, investigación, mediación, arbitraje)?',
    },
    {
      documented: { en: 'some, and they are on record', es: 'alguno, y consta' },
      none: { en: 'none', es: 'ninguno' },
    },
  ),
  ownReading: choice(
    {
      en: 'What has this nation itself said on the rule that it relies on?',
      es: '¿Qué ha dicho esta misma nación sobre la norma en que se apoya?',
    },
    {
      supports: { en: 'it supports the rule', es: 'apoya la norma' },
      open: { en: 'nothing, or it leaves it open', es: 'nada, o lo deja abierto' },
      rejects: { en: 'it has rejected the rule', es: 'ha rechazado la norma' },
    },
  ),
  authority: choice(
    {
      en: 'Is the authority on record under which this nation may act at home (constitution, parliament, mandate, Union law)?',
      es: '¿Consta la autoridad que permite a esta nación actuar según su derecho (constitución, parlamento, mandato, derecho de la Unión)?',
    },
    {
      recorded: {
        en: 'yes, with its basis and who approved',
        es: 'sí, con su base y quién aprobó',
      },
      none: { en: 'there is none', es: 'no la hay' },
    },
  ),
  custody: choice(
    {
      en: 'Is the chain of custody of the evidence complete?',
      es: '¿Está completa la cadena de custodia de las pruebas?',
    },
    {
      complete: { en: 'yes', es: 'sí' },
      'gaps-answered': {
        en: 'no, and it is said in writing which pieces can be relied on without what is missing',
        es: 'no, y se dice por escrito en qué piezas puede confiarse sin lo que falta',
      },
      gaps: {
        en: 'no, there are gaps, and nothing is said of them in writing',
        es: 'no, hay lagunas, y nada se dice de ellas por escrito',
      },
    },
  ),
  secondment: choice(
    {
      en: 'Is it laid down who directs operators that serve another State?',
      es: '¿Está establecido quién dirige a los operadores al servicio de otro Estado?',
    },
    {
      'in-writing': { en: 'yes, in writing', es: 'sí, por escrito' },
      unwritten: { en: 'no', es: 'no' },
    },
  ),
} as const
