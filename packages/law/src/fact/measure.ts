import { choice, day, words, yesNo } from './kinds.ts'

/** What is planned in answer, and its limits. */
export const measure = {
  kind: choice(
    { en: 'What kind of measure is it?', es: '¿Qué clase de medida es?' },
    {
      statement: { en: 'a statement', es: 'una declaración' },
      demarche: { en: 'a démarche', es: 'una gestión diplomática' },
      assistance: { en: 'assistance to the State affected', es: 'asistencia al Estado afectado' },
      retorsion: { en: 'retorsion', es: 'retorsión' },
      'restrictive-measure': { en: 'a restrictive measure', es: 'una medida restrictiva' },
      'criminal-process': { en: 'criminal proceedings', es: 'un proceso penal' },
      countermeasure: { en: 'a countermeasure', es: 'una contramedida' },
      necessity: { en: 'an act of necessity', es: 'un acto por estado de necesidad' },
      'self-defence-referral': {
        en: 'a referral on self-defence',
        es: 'una remisión por legítima defensa',
      },
    },
  ),
  breaksObligation: yesNo({
    en: 'Would the measure break any obligation towards the responsible State?',
    es: '¿Infringiría la medida alguna obligación con el Estado responsable?',
  }),
  stateAssets: yesNo({
    en: 'Does the measure freeze assets of a State, or of entities that belong to it?',
    es: '¿Congela la medida activos de un Estado, o de entidades que le pertenecen?',
  }),
  object: choice(
    { en: 'What is the measure for?', es: '¿Para qué es la medida?' },
    {
      'cease-and-repair': { en: 'cessation and reparation', es: 'cesación y reparación' },
      cease: { en: 'cessation', es: 'cesación' },
      repair: { en: 'reparation', es: 'reparación' },
      deter: { en: 'to deter', es: 'disuadir' },
      punish: { en: 'to punish', es: 'castigar' },
    },
  ),
  demands: words({
    en: 'What exactly must the responsible State do to end the measure?',
    es: '¿Qué debe hacer exactamente el Estado responsable para que termine la medida?',
  }),
  inducement: choice(
    {
      en: 'Can the measure bring the responsible State to do it?',
      es: '¿Puede la medida inducir al Estado responsable a hacerlo?',
    },
    {
      yes: { en: 'yes', es: 'sí' },
      doubtful: { en: 'it is doubtful', es: 'es dudoso' },
      no: { en: 'no', es: 'no' },
    },
  ),
  thirdStates: choice(
    {
      en: 'Does the measure touch rights of third States (hop points, hosting, satellites)?',
      es: '¿Afecta la medida a derechos de terceros Estados (puntos de salto, alojamiento, satélites)?',
    },
    {
      none: { en: 'no', es: 'no' },
      'consent-given': { en: 'yes, and they consent', es: 'sí, y consienten' },
      'rights-broken': { en: 'yes, without their consent', es: 'sí, sin su consentimiento' },
    },
  ),
  setAside: words({
    en: 'Which obligation towards the responsible State is set aside?',
    es: '¿Qué obligación con el Estado responsable se deja de cumplir?',
  }),
  reviewOn: day({
    en: 'On which day is the measure reviewed or does it end?',
    es: '¿Qué día se revisa o termina la medida?',
  }),
  reversible: choice(
    {
      en: 'Can performance of the obligation be resumed?',
      es: '¿Puede reanudarse el cumplimiento de la obligación?',
    },
    {
      fully: { en: 'fully', es: 'por completo' },
      mostly: { en: 'mostly', es: 'en su mayor parte' },
      partly: { en: 'partly', es: 'en parte' },
      no: { en: 'no', es: 'no' },
    },
  ),
  stopSwitch: yesNo({
    en: 'Can the measure be stopped technically at any time?',
    es: '¿Puede detenerse técnicamente la medida en cualquier momento?',
  }),
  reversibleAlternative: yesNo({
    en: 'Is there another effective measure that can be stopped and undone?',
    es: '¿Hay otra medida eficaz que pueda detenerse y deshacerse?',
  }),
  measureEffect: choice(
    {
      en: 'What is the gravest effect that the measure may have?',
      es: '¿Cuál es el efecto más grave que puede tener la medida?',
    },
    {
      none: { en: 'none in fact', es: 'ninguno de hecho' },
      'data-only': { en: 'on data only', es: 'solo en datos' },
      'temporary-loss': {
        en: 'temporary loss of functionality',
        es: 'pérdida temporal de funcionalidad',
      },
      'severe-loss': {
        en: 'severe loss of functionality',
        es: 'pérdida grave de funcionalidad',
      },
      'physical-damage': { en: 'physical damage', es: 'daño físico' },
      'injury-or-death': { en: 'injury or death', es: 'lesiones o muerte' },
    },
  ),
  rightsAffected: choice(
    {
      en: 'Which human right of persons does the measure affect most?',
      es: '¿A qué derecho humano afecta más la medida?',
    },
    {
      none: { en: 'none', es: 'ninguno' },
      life: {
        en: 'life, or another right from which no derogation is possible',
        es: 'la vida u otro derecho que no admite suspensión',
      },
      health: { en: 'health', es: 'la salud' },
      privacy: { en: 'privacy', es: 'la intimidad' },
      expression: { en: 'expression', es: 'la expresión' },
    },
  ),
  protectedObject: choice(
    {
      en: 'Which specially protected person or object does the measure affect?',
      es: '¿A qué persona o bien especialmente protegido afecta la medida?',
    },
    {
      none: { en: 'none', es: 'ninguno' },
      medical: { en: 'medical', es: 'sanitario' },
      humanitarian: { en: 'humanitarian', es: 'humanitario' },
      'civilian-population': { en: 'the civilian population', es: 'la población civil' },
      'dangerous-forces': {
        en: 'works containing dangerous forces',
        es: 'obras que contienen fuerzas peligrosas',
      },
      cultural: { en: 'cultural', es: 'cultural' },
    },
  ),
  peremptoryAffected: yesNo({
    en: 'Would the measure break a peremptory norm?',
    es: '¿Infringiría la medida una norma imperativa?',
  }),
  settlement: choice(
    {
      en: 'Is a dispute settlement procedure in force between this nation and the responsible State?',
      es: '¿Hay un procedimiento de solución de controversias en vigor entre esta nación y el Estado responsable?',
    },
    {
      none: { en: 'none', es: 'ninguno' },
      respected: { en: 'yes, and it is respected', es: 'sí, y se respeta' },
      broken: { en: 'yes, and the measure breaks it', es: 'sí, y la medida lo infringe' },
    },
  ),
  missionAffected: yesNo({
    en: 'Does the measure touch diplomatic or consular agents, premises, archives or documents?',
    es: '¿Afecta la medida a agentes, locales, archivos o documentos diplomáticos o consulares?',
  }),
  injuryWeight: choice(
    {
      en: 'How grave is the injury suffered, in the adviser’s judgement and with reasons on record?',
      es: '¿Qué gravedad tiene el perjuicio sufrido, a juicio del asesor y con motivos registrados?',
    },
    {
      low: { en: 'low', es: 'baja' },
      medium: { en: 'medium', es: 'media' },
      high: { en: 'high', es: 'alta' },
      'very-high': { en: 'very high', es: 'muy alta' },
    },
  ),
  measuresWeight: choice(
    {
      en: 'How grave are the effects of the measures of all participants together?',
      es: '¿Qué gravedad tienen los efectos de las medidas de todos los participantes juntas?',
    },
    {
      low: { en: 'low', es: 'baja' },
      medium: { en: 'medium', es: 'media' },
      high: { en: 'high', es: 'alta' },
      'very-high': { en: 'very high', es: 'muy alta' },
    },
  ),
  spillOver: choice(
    {
      en: 'How high is the risk of effects on others than intended?',
      es: '¿Qué riesgo hay de efectos en otros distintos de los previstos?',
    },
    {
      none: { en: 'none', es: 'ninguno' },
      low: { en: 'low', es: 'bajo' },
      medium: { en: 'medium', es: 'medio' },
      high: { en: 'high', es: 'alto' },
    },
  ),
  peril: choice(
    {
      en: 'Is an essential interest in grave and imminent peril?',
      es: '¿Corre un interés esencial un peligro grave e inminente?',
    },
    {
      'grave-and-imminent': { en: 'grave and imminent', es: 'grave e inminente' },
      grave: { en: 'grave, but not shown to be imminent', es: 'grave, sin inminencia demostrada' },
      none: { en: 'no', es: 'no' },
    },
  ),
  onlyWay: yesNo({
    en: 'Is the measure the only way to safeguard that interest?',
    es: '¿Es la medida el único modo de salvaguardar ese interés?',
  }),
  impairsOthers: yesNo({
    en: 'Would it seriously impair an essential interest of another State or of the international community?',
    es: '¿Afectaría gravemente a un interés esencial de otro Estado o de la comunidad internacional?',
  }),
  ownContribution: choice(
    {
      en: 'Did this nation contribute to the situation?',
      es: '¿Contribuyó esta nación a la situación?',
    },
    {
      none: { en: 'no', es: 'no' },
      some: { en: 'somewhat', es: 'algo' },
      substantial: { en: 'substantially', es: 'sustancialmente' },
    },
  ),
  necessityExcluded: yesNo({
    en: 'Does the obligation that would not be performed exclude reliance on necessity?',
    es: '¿Excluye la obligación que se dejaría de cumplir la invocación del estado de necesidad?',
  }),
} as const
