import { choice, count, yesNo } from './kinds.ts'

/** What was done, and by whom. */
export const conduct = {
  actor: choice(
    { en: 'Who carried out the conduct?', es: '¿Quién llevó a cabo el comportamiento?' },
    {
      'state-organ': { en: 'an organ of the State', es: 'un órgano del Estado' },
      'de-facto-organ': {
        en: 'persons in complete dependence on the State',
        es: 'personas en total dependencia del Estado',
      },
      'empowered-entity': {
        en: 'an entity that its law empowers to exercise public authority',
        es: 'una entidad facultada por su derecho para ejercer autoridad pública',
      },
      'private-group': { en: 'private persons or a group', es: 'particulares o un grupo' },
      'lent-organ': {
        en: 'an organ of another State, placed at the disposal of the State',
        es: 'un órgano de otro Estado, puesto a disposición del Estado',
      },
      'in-default-of-authorities': {
        en: 'persons who exercised public authority in the absence or default of the official authorities',
        es: 'personas que ejercieron autoridad pública en ausencia o en defecto de las autoridades oficiales',
      },
      insurgents: { en: 'an insurrectional movement', es: 'un movimiento insurreccional' },
      'another-state': {
        en: 'another State, with some part of the State held responsible in it',
        es: 'otro Estado, con alguna intervención del Estado considerado responsable',
      },
    },
  ),
  actorCapacity: yesNo({
    en: 'Did they act in that capacity, and not purely privately?',
    es: '¿Actuaban en esa calidad y no a título puramente privado?',
  }),
  link: choice(
    {
      en: 'What ties the group to the State?',
      es: '¿Qué vínculo une al grupo con el Estado?',
    },
    {
      instructions: { en: 'instructions', es: 'instrucciones' },
      direction: { en: 'direction', es: 'dirección' },
      'effective-control': {
        en: 'effective control of the operation',
        es: 'control efectivo de la operación',
      },
      'overall-control': {
        en: 'overall control of the group only',
        es: 'solo control general del grupo',
      },
      support: { en: 'money, tools or training only', es: 'solo dinero, medios o formación' },
      tolerance: { en: 'toleration only', es: 'solo tolerancia' },
      none: { en: 'none', es: 'ninguno' },
    },
  ),
  linkToOperation: yesNo({
    en: 'Does that tie concern this operation, and not only the group in general?',
    es: '¿Se refiere ese vínculo a esta operación y no solo al grupo en general?',
  }),
  adoption: choice(
    {
      en: 'What has the State said about the conduct?',
      es: '¿Qué ha dicho el Estado sobre el comportamiento?',
    },
    {
      adopts: { en: 'adopts it as its own', es: 'lo adopta como propio' },
      praises: { en: 'praises or approves it', es: 'lo elogia o aprueba' },
      denies: { en: 'denies it', es: 'lo niega' },
      silent: { en: 'nothing', es: 'nada' },
    },
  ),
  confidence: choice(
    {
      en: 'How likely is the attribution, of the act or of the failure to act, in this nation’s own assessment?',
      es: '¿Qué probabilidad tiene la atribución, del hecho o de la omisión, según la propia evaluación de esta nación?',
    },
    {
      'almost-certain': { en: 'almost certain', es: 'casi segura' },
      'highly-likely': { en: 'highly likely', es: 'muy probable' },
      likely: { en: 'likely', es: 'probable' },
      'realistic-possibility': { en: 'a realistic possibility', es: 'una posibilidad realista' },
      unlikely: { en: 'unlikely', es: 'poco probable' },
      remote: { en: 'a remote chance', es: 'remota' },
    },
  ),
  independentSources: count({
    en: 'How many sources, independent of each other, support the attribution?',
    es: '¿Cuántas fuentes, independientes entre sí, respaldan la atribución?',
  }),
  otherHypotheses: choice(
    {
      en: 'Were other explanations (false flag, shared tools, criminals) tested, with reasons on record?',
      es: '¿Se examinaron otras explicaciones (falsa bandera, herramientas compartidas, delincuentes), con motivos registrados?',
    },
    {
      rejected: { en: 'tested and rejected', es: 'examinadas y descartadas' },
      'still-open': { en: 'tested, and one is still open', es: 'examinadas, y una sigue abierta' },
      'not-tested': { en: 'not tested', es: 'no examinadas' },
    },
  ),
  evidencePublished: choice(
    {
      en: 'What evidence of the attribution is published?',
      es: '¿Qué pruebas de la atribución se publican?',
    },
    {
      full: { en: 'all of it', es: 'todas' },
      partial: {
        en: 'part, for instance a technical advisory',
        es: 'una parte, por ejemplo un aviso técnico',
      },
      none: { en: 'none', es: 'ninguna' },
    },
  ),
  effect: choice(
    {
      en: 'What is the gravest effect on the territory of the State affected?',
      es: '¿Cuál es el efecto más grave en el territorio del Estado afectado?',
    },
    {
      'injury-or-death': { en: 'injury or death', es: 'lesiones o muerte' },
      'physical-damage': { en: 'physical damage', es: 'daño físico' },
      'permanent-loss': {
        en: 'loss of functionality that needs repair or replacement',
        es: 'pérdida de funcionalidad que exige reparación o sustitución',
      },
      'temporary-loss': {
        en: 'temporary loss of functionality',
        es: 'pérdida temporal de funcionalidad',
      },
      'data-altered': { en: 'data altered or deleted', es: 'datos alterados o borrados' },
      'data-taken': { en: 'data taken', es: 'datos sustraídos' },
      'access-only': { en: 'access only', es: 'solo acceso' },
      none: { en: 'none', es: 'ninguno' },
    },
  ),
  agentsOnTerritory: yesNo({
    en: 'Did agents of the responsible State act physically on that territory without consent?',
    es: '¿Actuaron físicamente en ese territorio agentes del Estado responsable sin consentimiento?',
  }),
  functionAffected: choice(
    {
      en: 'Which function of government was affected?',
      es: '¿Qué función de gobierno resultó afectada?',
    },
    {
      elections: { en: 'elections', es: 'elecciones' },
      taxation: { en: 'taxation', es: 'tributos' },
      justice: { en: 'justice', es: 'justicia' },
      'law-enforcement': { en: 'law enforcement', es: 'aplicación de la ley' },
      defence: { en: 'defence', es: 'defensa' },
      diplomacy: { en: 'diplomacy', es: 'diplomacia' },
      'social-services': {
        en: 'the delivery of social services',
        es: 'la prestación de servicios sociales',
      },
      'health-or-social': {
        en: 'health services, or social ones that private bodies provide as well',
        es: 'servicios sanitarios, o sociales que prestan asimismo particulares',
      },
      other: {
        en: 'another one, or a service that is mixed or private',
        es: 'otra, o un servicio mixto o privado',
      },
      none: { en: 'none', es: 'ninguna' },
    },
  ),
  interference: choice(
    { en: 'What was done to that function?', es: '¿Qué se hizo con esa función?' },
    {
      interference: { en: 'it was interfered with', es: 'se interfirió en ella' },
      usurpation: { en: 'it was usurped', es: 'se usurpó' },
      none: { en: 'nothing', es: 'nada' },
    },
  ),
} as const
