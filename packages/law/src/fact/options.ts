import { choice, day, yesNo } from './kinds.ts'

/** What opens another answer than a countermeasure: the toolbox, and what is referred. */
export const options = {
  toolbox: choice(
    {
      en: 'Which category of the Cyber Diplomacy Toolbox is used?',
      es: '¿Qué categoría del conjunto de instrumentos de ciberdiplomacia se usa?',
    },
    {
      preventive: {
        en: 'preventive: confidence building, awareness of the policy of the Union, building capacity in third States',
        es: 'preventiva: fomento de la confianza, divulgación de la política de la Unión, creación de capacidades en terceros Estados',
      },
      cooperative: {
        en: 'cooperative: dialogues led by the Union, démarches',
        es: 'cooperativa: diálogos dirigidos por la Unión, gestiones diplomáticas',
      },
      stability: {
        en: 'stability: statements, Council conclusions, démarches',
        es: 'de estabilidad: declaraciones, conclusiones del Consejo, gestiones diplomáticas',
      },
      restrictive: {
        en: 'restrictive: travel bans, frozen assets',
        es: 'restrictiva: prohibición de viajar, inmovilización de activos',
      },
      support: {
        en: 'support to a member’s lawful response',
        es: 'apoyo a la respuesta legítima de un miembro',
      },
    },
  ),
  gravity: choice(
    { en: 'How grave was the use of force?', es: '¿Qué gravedad tuvo el uso de la fuerza?' },
    {
      'most-grave': { en: 'among the gravest forms', es: 'entre las formas más graves' },
      accumulated: {
        en: 'grave only if several events are added up',
        es: 'grave solo si se suman varios hechos',
      },
      'less-grave': { en: 'less grave', es: 'menos grave' },
    },
  ),
  attackStage: choice(
    { en: 'At which stage is the attack?', es: '¿En qué fase está el ataque?' },
    {
      ongoing: { en: 'it has occurred or goes on', es: 'se ha producido o continúa' },
      imminent: { en: 'it is imminent', es: 'es inminente' },
      past: { en: 'it is past', es: 'ha pasado' },
    },
  ),
  attackAuthor: choice(
    { en: 'Who is the author of the attack?', es: '¿Quién es el autor del ataque?' },
    {
      state: { en: 'a State', es: 'un Estado' },
      'non-state': { en: 'others than a State', es: 'alguien que no es un Estado' },
    },
  ),
  defenceReasons: yesNo({
    en: 'Are the reasons on record for which defence is necessary, proportionate and immediate?',
    es: '¿Constan los motivos por los que la defensa es necesaria, proporcionada e inmediata?',
  }),
  councilReport: yesNo({
    en: 'Is the report to the Security Council made or drafted?',
    es: '¿Está hecho o redactado el informe al Consejo de Seguridad?',
  }),
  councilReportedOn: day({
    en: 'On which day was it reported to the Security Council, or is it to be?',
    es: '¿Qué día se informó al Consejo de Seguridad, o se informará?',
  }),
  victimDeclared: yesNo({
    en: 'Has the victim declared itself under armed attack?',
    es: '¿Se ha declarado la víctima objeto de un ataque armado?',
  }),
  helpRequested: yesNo({
    en: 'Has the victim requested help?',
    es: '¿Ha pedido ayuda la víctima?',
  }),
  allianceDecision: choice(
    {
      en: 'What has the North Atlantic Council, the body of the allies of NATO, decided?',
      es: '¿Qué ha decidido el Consejo del Atlántico Norte, el órgano de los aliados de la OTAN?',
    },
    {
      none: { en: 'nothing', es: 'nada' },
      consultation: { en: 'consultations under Article 4', es: 'consultas según el artículo 4' },
      invoked: {
        en: 'Article 5 is invoked, for an attack on an ally',
        es: 'se ha invocado el artículo 5, por un ataque a un aliado',
      },
    },
  ),
  allianceInvokedOn: day({
    en: 'On which day did the North Atlantic Council decide it?',
    es: '¿Qué día lo decidió el Consejo del Atlántico Norte?',
  }),
  mutualAssistance: choice(
    {
      en: 'Has the member of the Union that was attacked invoked mutual assistance?',
      es: '¿Ha invocado la asistencia mutua el miembro de la Unión que fue atacado?',
    },
    {
      'armed-aggression': {
        en: 'yes, for an armed aggression on its territory',
        es: 'sí, por una agresión armada en su territorio',
      },
      'cyber-alone': {
        en: 'yes, for a cyber operation alone',
        es: 'sí, por una sola operación cibernética',
      },
      none: { en: 'no', es: 'no' },
    },
  ),
  assistanceInvokedOn: day({
    en: 'On which day was mutual assistance invoked?',
    es: '¿Qué día se invocó la asistencia mutua?',
  }),
  solidarity: choice(
    {
      en: 'Has a member of the Union invoked the solidarity clause?',
      es: '¿Ha invocado un miembro de la Unión la cláusula de solidaridad?',
    },
    {
      overwhelmed: {
        en: 'yes: its political authorities did, its own means and those of the Union being exhausted',
        es: 'sí: lo hicieron sus autoridades políticas, agotados sus propios medios y los de la Unión',
      },
      'own-means': {
        en: 'yes, its own means or those of the Union not being exhausted',
        es: 'sí, sin haber agotado sus propios medios o los de la Unión',
      },
      none: { en: 'no', es: 'no' },
    },
  ),
  solidarityCause: choice(
    {
      en: 'For what was the solidarity clause invoked?',
      es: '¿Por qué se invocó la cláusula de solidaridad?',
    },
    {
      'terrorist-attack': { en: 'a terrorist attack', es: 'un ataque terrorista' },
      disaster: {
        en: 'a disaster, natural or man-made, which may be a cyber one',
        es: 'una catástrofe, natural o de origen humano, que puede ser cibernética',
      },
      neither: { en: 'neither of them', es: 'ninguna de las dos cosas' },
    },
  ),
  solidarityInvokedOn: day({
    en: 'On which day was the solidarity clause invoked?',
    es: '¿Qué día se invocó la cláusula de solidaridad?',
  }),
  securityCouncil: choice(
    {
      en: 'Is the Security Council seised?',
      es: '¿Conoce del asunto el Consejo de Seguridad?',
    },
    {
      decided: {
        en: 'yes, and it has decided under Chapter VII',
        es: 'sí, y ha decidido según el Capítulo VII',
      },
      seised: { en: 'yes', es: 'sí' },
      no: { en: 'no', es: 'no' },
    },
  ),
} as const
