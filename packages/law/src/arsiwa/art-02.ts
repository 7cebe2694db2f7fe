import { useOfForce } from '../charter/art-02-4.ts'
import { moreThanTerritory } from '../gge/gge-2015-28-f.ts'
import { dueDiligence } from '../icj/corfu-channel-22.ts'
import { intervention } from '../icj/nicaragua-205.ts'
import { allOf, anyOf } from '../rule.ts'
import { governmentalFunctions, territory } from '../tallinn/rule-04.ts'
import { espionage } from '../tallinn/rule-32.ts'
import { humanRights } from '../tallinn/rules-34-38.ts'
import { humanitarianLaw } from '../tallinn/part-iv.ts'
import { missions } from '../vienna/vcdr-22.ts'
import { organs } from './art-04.ts'
import { empoweredEntities } from './art-05.ts'
import { lentOrgans } from './art-06.ts'
import { ultraVires } from './art-07.ts'
import { directionOrControl } from './art-08.ts'
import { absenceOfAuthorities } from './art-09.ts'
import { insurrectionalMovements } from './art-10.ts'
import { adoption } from './art-11.ts'
import { obligationInForce } from './art-12.ts'
import { actOfAnother } from './art-18.ts'
import { otherTreaty } from './art-55.ts'
import { arsiwa } from './arsiwa.ts'

const SEEN_AT = 'public note “Attribution and State Responsibility”'

const attributable = anyOf({
  id: 'arsiwa-2-a',
  source: arsiwa(
    '2(a)',
    {
      en: 'Conduct, an action or an omission, is attributable to the State under international law.',
      es: 'Un comportamiento, acción u omisión, es atribuible al Estado según el derecho internacional.',
    },
    'text-seen',
    SEEN_AT,
  ),
  question: {
    en: 'Is the conduct attributable to the State held responsible?',
    es: '¿Es atribuible el comportamiento al Estado considerado responsable?',
  },
  parts: [
    organs,
    empoweredEntities,
    lentOrgans,
    ultraVires,
    directionOrControl,
    absenceOfAuthorities,
    insurrectionalMovements,
    adoption,
    actOfAnother,
  ],
})

const breach = anyOf({
  id: 'arsiwa-2-b',
  source: arsiwa(
    '2(b)',
    {
      en: 'The conduct is a breach of an international obligation of that State.',
      es: 'El comportamiento constituye una violación de una obligación internacional de ese Estado.',
    },
    'text-seen',
    SEEN_AT,
  ),
  question: {
    en: 'Did the conduct breach an obligation of that State?',
    es: '¿Violó el comportamiento una obligación de ese Estado?',
  },
  parts: [
    territory,
    governmentalFunctions,
    intervention,
    useOfForce,
    missions,
    humanRights,
    humanitarianLaw,
    otherTreaty,
    espionage,
  ],
})

const act = allOf({
  id: 'arsiwa-2-act',
  source: arsiwa(
    '2',
    {
      en: 'There is an internationally wrongful act where conduct is attributable to the State and breaches its obligation. Both are needed, for the same conduct. That domestic law allows it changes nothing (Article 3). It entails that State’s responsibility (Article 1).',
      es: 'Hay hecho internacionalmente ilícito cuando un comportamiento es atribuible al Estado y viola una obligación suya. Ambas cosas hacen falta, respecto del mismo comportamiento. Que el derecho interno lo permita no cambia nada (artículo 3). Genera la responsabilidad de ese Estado (artículo 1).',
    },
    'text-seen',
    SEEN_AT,
  ),
  question: {
    en: 'Is there conduct of that State, in breach of its obligation?',
    es: '¿Hay un comportamiento de ese Estado que viola su obligación?',
  },
  parts: [attributable, moreThanTerritory, breach, obligationInForce],
})

/**
 * The elements of a wrongful act. There are two ways to it: what the State did, and what it failed
 * to do about others; the second needs no attribution of the operation itself.
 */
export const wrongfulAct = anyOf({
  id: 'arsiwa-2',
  source: act.source,
  question: {
    en: 'Is there an internationally wrongful act?',
    es: '¿Hay un hecho internacionalmente ilícito?',
  },
  remedy: {
    en: 'without a wrongful act there remain retorsion, criminal proceedings, diplomacy and necessity, which needs no attribution',
    es: 'sin hecho ilícito quedan la retorsión, el proceso penal, la diplomacia y el estado de necesidad, que no exige atribución',
  },
  parts: [act, dueDiligence],
})
