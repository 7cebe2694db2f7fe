import { byRule, CAN_END, COUNTERMEASURE, onRecord, STAYS_SAID, type Option } from './option.ts'

export const technical: readonly Option[] = [
  {
    id: 'joint-advisory',
    kind: 'technical',
    as: 'statement',
    name: { en: 'Joint technical advisory', es: 'Aviso técnico conjunto' },
    what: {
      says: {
        en: 'Several nations publish how it was done, indicators and mitigations.',
        es: 'Varias naciones publican cómo se hizo, indicadores y mitigaciones.',
      },
      source: 'record of past incidents (Salt Typhoon, Unit 29155)',
    },
    needs: [...onRecord('consent'), ...byRule('retorsion')],
    reversibility: STAYS_SAID,
    competent: {
      says: {
        en: 'the national CSIRT; in the Union also the CSIRTs network',
        es: 'el CSIRT nacional; en la Unión, también la red de CSIRT',
      },
      source: 'Directive (EU) 2022/2555, Article 15(3)',
    },
    precedents: ['unit-29155', 'salt-typhoon'],
  },
  {
    id: 'assist-victim',
    kind: 'technical',
    as: 'assistance',
    name: {
      en: 'Technical assistance to the State affected',
      es: 'Asistencia técnica al Estado afectado',
    },
    what: {
      says: {
        en: 'A nation helps the State affected to contain and recover, at its request.',
        es: 'Una nación ayuda al Estado afectado a contener y recuperarse, a petición suya.',
      },
      source: 'record of past incidents (Costa Rica 2022); Council doc. 10289/23 (summary seen)',
    },
    needs: [...onRecord('consent'), ...byRule('retorsion')],
    reversibility: CAN_END,
    competent: {
      says: {
        en: 'the government of the nation; in the Union, CSIRTs assist one another at request',
        es: 'el gobierno de la nación; en la Unión, los CSIRT se asisten entre sí a petición',
      },
      source: 'Directive (EU) 2022/2555, Article 15(3); the rest: none',
    },
    precedents: ['costa-rica-2022', 'georgia-2019'],
  },
  {
    id: 'cyber-countermeasure',
    kind: 'technical',
    as: 'countermeasure',
    name: {
      en: 'A countermeasure by technical means',
      es: 'Una contramedida por medios técnicos',
    },
    what: {
      says: {
        en: 'An operation that would breach an obligation towards the responsible State, were it not a countermeasure. It is assessed and recorded here; what it consists in is neither planned nor carried out.',
        es: 'Una operación que infringiría una obligación con el Estado responsable si no fuera una contramedida. Aquí se evalúa y se registra; en qué consiste no se planifica ni se ejecuta.',
      },
      source: 'ARSIWA, Articles 22 and 49',
    },
    needs: [...COUNTERMEASURE, ...byRule('arsiwa-49-1-target', 'arsiwa-49-3')],
    reversibility: {
      is: 'partly',
      says: {
        en: 'it must be possible to stop it and to resume performance; effects of such operations may remain',
        es: 'debe poder detenerse y reanudarse el cumplimiento; los efectos de tales operaciones pueden quedar',
      },
      source: 'ARSIWA, Article 49(3); the last clause: none',
    },
    competent: {
      says: {
        en: 'a State: private entities may not take countermeasures',
        es: 'un Estado: las entidades privadas no pueden adoptar contramedidas',
      },
      source: 'Tallinn Manual 2.0, rule 24 (summary seen)',
    },
    precedents: [],
  },
  {
    id: 'act-of-necessity',
    kind: 'technical',
    as: 'necessity',
    name: {
      en: 'An act of necessity by technical means',
      es: 'Un acto por estado de necesidad por medios técnicos',
    },
    what: {
      says: {
        en: 'The only way to guard an essential interest against a grave and imminent peril, whoever caused it. Nothing is planned or carried out here.',
        es: 'El único modo de proteger un interés esencial de un peligro grave e inminente, sea quien sea el causante. Aquí nada se planifica ni se ejecuta.',
      },
      source: 'ARSIWA, Article 25',
    },
    needs: [...onRecord('assessment', 'consent'), ...byRule('arsiwa-25')],
    reversibility: {
      is: 'partly',
      says: {
        en: 'effects of such operations may remain',
        es: 'los efectos de tales operaciones pueden quedar',
      },
      source: 'none',
    },
    competent: {
      says: { en: 'a State, by its government', es: 'un Estado, por su gobierno' },
      source: 'ARSIWA, Article 25',
    },
    precedents: [],
  },
]
