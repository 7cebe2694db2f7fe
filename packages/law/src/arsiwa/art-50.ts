import { asRestated } from '../effect.ts'
import { type Dispute, disputed, notSatisfied, satisfied, unknown } from '../finding.ts'
import { allOf, rule } from '../rule.ts'
import { arsiwa } from './arsiwa.ts'

const article50 = (paragraph: string, en: string, es: string) =>
  arsiwa(`50${paragraph}`, { en, es }, 'text-seen', 'Spacil 2023, pp. 94 and 103-105')

const forcible: Dispute = {
  id: 'forcible-countermeasures',
  about: {
    en: 'May a countermeasure reach the level of force below an armed attack?',
    es: '¿Puede una contramedida alcanzar el nivel de la fuerza por debajo del ataque armado?',
  },
  issue: 'forcible-countermeasures',
  sides: [
    {
      says: { en: 'never', es: 'nunca' },
      authorities: ['Tallinn Manual 2.0, rule 22, p. 122', 'Spacil 2023, pp. 103-105'],
      readings: ['excluded'],
    },
    {
      says: {
        en: 'proportionate force, in answer to force',
        es: 'la fuerza proporcionada, en respuesta a la fuerza',
      },
      authorities: [
        'Judge Simma, ICJ, Oil Platforms, separate opinion',
        'a minority of the Tallinn experts',
      ],
    },
  ],
}

const noForce = rule({
  id: 'arsiwa-50-1-a',
  source: article50(
    '(1)(a)',
    'Countermeasures do not affect the obligation to refrain from the threat or use of force.',
    'Las contramedidas no afectan a la obligación de abstenerse de la amenaza o el uso de la fuerza.',
  ),
  authorities: ['Tallinn Manual 2.0, rule 22, p. 122'],
  question: {
    en: 'Does the measure stay below force?',
    es: '¿Se mantiene la medida por debajo de la fuerza?',
  },
  facts: ['measureEffect'],
  disputes: [forcible],
  // A limit binds without anybody's word for it.
  view: {
    issue: 'forcible-countermeasures',
    dispute: forcible,
    effects: { excluded: asRestated, unknown: asRestated },
  },
  test: ({ measureEffect }) => {
    switch (measureEffect) {
      case undefined:
        return unknown('measureEffect')
      case 'none':
      case 'data-only':
      case 'temporary-loss':
        return satisfied(
          'its effects stay far below force',
          'sus efectos quedan lejos de la fuerza',
        )
      case 'severe-loss':
        return disputed(
          forcible,
          'a severe loss of functionality may be force',
          'una pérdida grave de funcionalidad puede ser fuerza',
        )
      case 'physical-damage':
      case 'injury-or-death':
        return notSatisfied('it causes damage or injury', 'causa daños o lesiones', {
          en: 'choose a measure that damages nothing and injures nobody',
          es: 'elegir una medida que no cause daños ni lesiones',
        })
    }
  },
})

const privacy: Dispute = {
  id: 'fundamental-rights',
  about: {
    en: 'Which human rights are fundamental here?',
    es: '¿Qué derechos humanos son aquí fundamentales?',
  },
  sides: [
    {
      says: {
        en: 'those without derogation: life, no torture, no slavery',
        es: 'los que no admiten suspensión: vida, sin tortura ni esclavitud',
      },
      authorities: ['Spacil 2023, p. 94'],
    },
    {
      says: { en: 'privacy too', es: 'también la intimidad' },
      authorities: ['part of the Tallinn experts: Tallinn Manual 2.0, rule 22'],
    },
    {
      says: {
        en: 'health or expression too, where many are affected',
        es: 'también la salud o la expresión, si se afecta a muchos',
      },
      authorities: ['not settled (rules base, L-06)'],
    },
  ],
}

const fundamentalRights = rule({
  id: 'arsiwa-50-1-b',
  source: article50(
    '(1)(b)',
    'Countermeasures do not affect obligations for the protection of fundamental human rights.',
    'Las contramedidas no afectan a las obligaciones de proteger los derechos humanos fundamentales.',
  ),
  authorities: ['Spacil 2023, p. 94'],
  question: {
    en: 'Are fundamental human rights kept?',
    es: '¿Se respetan los derechos humanos fundamentales?',
  },
  facts: ['rightsAffected'],
  disputes: [privacy],
  test: ({ rightsAffected }) => {
    switch (rightsAffected) {
      case undefined:
        return unknown('rightsAffected')
      case 'none':
        return satisfied('no such right is affected', 'no se afecta ninguno')
      case 'life':
        return notSatisfied(
          'it affects a right without derogation',
          'afecta a un derecho que no admite suspensión',
          {
            en: 'choose a measure that leaves that right alone',
            es: 'elegir una medida que no afecte a ese derecho',
          },
        )
      case 'health':
      case 'privacy':
      case 'expression':
        return disputed(
          privacy,
          'a right is affected of which it is disputed whether it is fundamental',
          'se afecta a un derecho cuyo carácter fundamental se discute',
        )
    }
  },
})

const noReprisals = rule({
  id: 'arsiwa-50-1-c',
  source: article50(
    '(1)(c)',
    'Countermeasures do not affect obligations of a humanitarian character that prohibit reprisals.',
    'Las contramedidas no afectan a las obligaciones de carácter humanitario que prohíben las represalias.',
  ),
  authorities: ['Spacil 2023, p. 94'],
  question: {
    en: 'Are persons and objects spared that humanitarian law protects from reprisals?',
    es: '¿Se respeta a las personas y bienes que el derecho humanitario protege de represalias?',
  },
  facts: ['protectedObject'],
  test: ({ protectedObject }) => {
    if (protectedObject === undefined) return unknown('protectedObject')
    return protectedObject === 'none'
      ? satisfied('none is affected', 'ninguno resulta afectado')
      : notSatisfied(
          'a protected person or object is affected',
          'resulta afectada una persona o un bien protegido',
          {
            en: 'choose a measure that spares whom and what is protected',
            es: 'elegir una medida que respete a las personas y los bienes protegidos',
          },
        )
  },
})

const peremptoryNorms = rule({
  id: 'arsiwa-50-1-d',
  source: article50(
    '(1)(d)',
    'Countermeasures do not affect other obligations under peremptory norms.',
    'Las contramedidas no afectan a otras obligaciones dimanantes de normas imperativas.',
  ),
  authorities: ['ILC draft conclusions on peremptory norms (2022), conclusion 18'],
  question: { en: 'Are peremptory norms kept?', es: '¿Se respetan las normas imperativas?' },
  facts: ['peremptoryAffected'],
  test: ({ peremptoryAffected }) => {
    if (peremptoryAffected === undefined) return unknown('peremptoryAffected')
    return peremptoryAffected
      ? notSatisfied('a peremptory norm would be broken', 'se infringiría una norma imperativa', {
          en: 'choose a measure that breaks no peremptory norm',
          es: 'elegir una medida que no infrinja ninguna norma imperativa',
        })
      : satisfied('none is broken', 'no se infringe ninguna')
  },
})

const disputeSettlement = rule({
  id: 'arsiwa-50-2-a',
  source: article50(
    '(2)(a)',
    'A State taking countermeasures is not relieved of its obligations under a dispute settlement procedure that applies between it and the responsible State.',
    'El Estado que toma contramedidas no queda exento de sus obligaciones en virtud de un procedimiento de solución de controversias aplicable entre él y el Estado responsable.',
  ),
  authorities: ['UN Charter, Articles 2(3) and 33'],
  question: {
    en: 'Is any dispute settlement procedure between the two respected?',
    es: '¿Se respeta todo procedimiento de solución de controversias entre ambos?',
  },
  facts: ['settlement'],
  test: ({ settlement }) => {
    if (settlement === undefined) return unknown('settlement')
    return settlement === 'broken'
      ? notSatisfied(
          'the measure breaks a procedure in force',
          'la medida infringe un procedimiento en vigor',
          {
            en: 'follow the procedure first',
            es: 'seguir antes el procedimiento',
          },
        )
      : satisfied('none is broken', 'no se infringe ninguno')
  },
})

const inviolability = rule({
  id: 'arsiwa-50-2-b',
  source: article50(
    '(2)(b)',
    'A State taking countermeasures keeps respecting the inviolability of diplomatic and consular agents, premises, archives and documents.',
    'El Estado que toma contramedidas sigue respetando la inviolabilidad de los agentes, locales, archivos y documentos diplomáticos y consulares.',
  ),
  authorities: ['Tallinn Manual 2.0, rule 22, p. 122'],
  question: {
    en: 'Are missions, their agents and archives left alone?',
    es: '¿Se respetan las misiones, sus agentes y archivos?',
  },
  facts: ['missionAffected'],
  test: ({ missionAffected }) => {
    if (missionAffected === undefined) return unknown('missionAffected')
    return missionAffected
      ? notSatisfied('the measure touches what is inviolable', 'la medida afecta a lo inviolable', {
          en: 'leave missions, their agents and their archives out of the measure',
          es: 'dejar fuera de la medida las misiones, sus agentes y sus archivos',
        })
      : satisfied('nothing inviolable is touched', 'no se toca nada inviolable')
  },
})

/** Obligations that countermeasures do not affect. */
export const obligationsNotAffected = allOf({
  id: 'arsiwa-50',
  source: arsiwa(
    '50',
    {
      en: 'Obligations not affected by countermeasures.',
      es: 'Obligaciones que no pueden ser afectadas por las contramedidas.',
    },
    'text-seen',
    'Spacil 2023, p. 94',
  ),
  question: {
    en: 'Are the obligations kept that no countermeasure may affect?',
    es: '¿Se respetan las obligaciones que ninguna contramedida puede afectar?',
  },
  parts: [
    noForce,
    fundamentalRights,
    noReprisals,
    peremptoryNorms,
    disputeSettlement,
    inviolability,
  ],
})
