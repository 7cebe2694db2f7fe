import { choice, restricted, yesNo } from './kinds.ts'

/** What makes the conduct a breach. */
export const breach = {
  domain: choice(
    {
      en: 'Which matter, that a State may decide freely, did the conduct bear on?',
      es: '¿A qué asunto, que un Estado puede decidir libremente, afectó el comportamiento?',
    },
    {
      elections: { en: 'elections', es: 'elecciones' },
      'political-system': { en: 'the political system', es: 'el sistema político' },
      'economic-policy': { en: 'economic policy', es: 'la política económica' },
      'foreign-policy': { en: 'foreign policy', es: 'la política exterior' },
      'public-health': { en: 'public health', es: 'la salud pública' },
      'critical-services': { en: 'critical services', es: 'servicios esenciales' },
      none: { en: 'none', es: 'ninguno' },
    },
  ),
  coercion: choice(
    { en: 'How did it press on that State?', es: '¿Cómo presionó a ese Estado?' },
    {
      'forces-choice': { en: 'it forced a choice', es: 'forzó una decisión' },
      'deprives-of-control': {
        en: 'it took away control over the matter',
        es: 'le privó del control del asunto',
      },
      pressures: { en: 'it pressed, short of that', es: 'presionó sin llegar a eso' },
      persuades: { en: 'it tried to persuade', es: 'intentó persuadir' },
      none: { en: 'not at all', es: 'de ningún modo' },
    },
  ),
  intent: choice(
    { en: 'Was coercion intended?', es: '¿Hubo intención de coaccionar?' },
    {
      yes: { en: 'yes', es: 'sí' },
      inferred: { en: 'it is inferred', es: 'se infiere' },
      no: { en: 'no', es: 'no' },
    },
  ),
  scaleOfForce: choice(
    {
      en: 'Which effects, direct or foreseeable, could be compared to those of armed force?',
      es: '¿Qué efectos, directos o previsibles, pueden compararse con los de la fuerza armada?',
    },
    {
      'injury-or-death': { en: 'injury or death', es: 'lesiones o muerte' },
      'significant-damage': { en: 'significant physical damage', es: 'daño físico importante' },
      'economic-collapse': { en: 'severe economic collapse', es: 'colapso económico grave' },
      'loss-of-service': {
        en: 'severe loss of an essential service',
        es: 'pérdida grave de un servicio esencial',
      },
      minor: { en: 'minor ones', es: 'efectos menores' },
      none: { en: 'none', es: 'ninguno' },
    },
  ),
  fromTerritory: yesNo({
    en: 'Did the conduct come from the territory or the infrastructure of the State held responsible?',
    es: '¿Provino el comportamiento del territorio o de la infraestructura del Estado considerado responsable?',
  }),
  knowledge: choice(
    { en: 'Did that State know of it?', es: '¿Lo sabía ese Estado?' },
    {
      actual: { en: 'yes', es: 'sí' },
      constructive: { en: 'it should have known', es: 'debería haberlo sabido' },
      none: { en: 'no', es: 'no' },
    },
  ),
  seriousConsequences: yesNo({
    en: 'Did it harm the rights of another State with serious adverse consequences?',
    es: '¿Perjudicó los derechos de otro Estado con consecuencias adversas graves?',
  }),
  capacity: choice(
    { en: 'Could that State act against it?', es: '¿Podía ese Estado actuar para impedirlo?' },
    {
      yes: { en: 'yes', es: 'sí' },
      partly: { en: 'in part', es: 'en parte' },
      no: { en: 'no', es: 'no' },
    },
  ),
  stepsTaken: choice(
    { en: 'What did that State do about it?', es: '¿Qué hizo ese Estado al respecto?' },
    {
      effective: { en: 'effective measures', es: 'medidas eficaces' },
      some: { en: 'some measures', es: 'algunas medidas' },
      none: { en: 'nothing', es: 'nada' },
      refused: { en: 'it refused to act', es: 'se negó a actuar' },
    },
  ),
  ownPriorBreach: restricted(
    choice(
      {
        en: 'Did this nation itself do something before that could make the conduct an answer to its own breach?',
        es: '¿Hizo antes esta misma nación algo que convierta el comportamiento en respuesta a una violación suya?',
      },
      {
        'none-found': { en: 'examined, nothing found', es: 'examinado, sin hallazgos' },
        'found-answered': {
          en: 'examined and found, and it is said in writing why what was done to it is no answer to that',
          es: 'examinado y hallado, y se dice por escrito por qué lo que se le hizo no responde a ello',
        },
        found: {
          en: 'examined and found, and nothing is said of it in writing',
          es: 'examinado y hallado, y nada se dice de ello por escrito',
        },
      },
    ),
  ),
} as const
