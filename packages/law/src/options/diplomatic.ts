import {
  byRule,
  CAN_END,
  FOREIGN_MINISTRY,
  onRecord,
  SPACIL,
  STAYS_SAID,
  type Option,
} from './option.ts'

export const diplomatic: readonly Option[] = [
  {
    id: 'national-statement',
    kind: 'diplomatic',
    as: 'statement',
    name: { en: 'National statement', es: 'Declaración nacional' },
    what: {
      says: {
        en: 'A nation says in public what happened, and to whom it attributes it.',
        es: 'Una nación dice en público qué ocurrió y a quién lo atribuye.',
      },
      source: SPACIL,
    },
    needs: [...onRecord('attribution', 'consent'), ...byRule('retorsion', 'gge-2015-28-f')],
    reversibility: STAYS_SAID,
    competent: FOREIGN_MINISTRY,
    precedents: ['notpetya-2017', 'georgia-2019', 'spd-2022'],
  },
  {
    id: 'union-declaration',
    kind: 'diplomatic',
    as: 'statement',
    supposes: { toolbox: 'stability' },
    name: {
      en: 'Declaration on behalf of the Union',
      es: 'Declaración en nombre de la Unión',
    },
    what: {
      says: {
        en: 'The High Representative declares on behalf of the Union, as a stability measure of the Cyber Diplomacy Toolbox. Attribution stays a decision of each member.',
        es: 'El Alto Representante declara en nombre de la Unión, como medida de estabilidad del conjunto de instrumentos de ciberdiplomacia. La atribución sigue siendo decisión de cada miembro.',
      },
      source: 'Council doc. 10289/23 (summary seen); CEPS 2013',
    },
    needs: [...onRecord('consent'), ...byRule('retorsion', 'council-10289-23')],
    reversibility: STAYS_SAID,
    competent: {
      says: {
        en: 'the High Representative, with the approval of all members of the Union',
        es: 'el Alto Representante, con la aprobación de todos los miembros de la Unión',
      },
      source: 'CEPS 2013',
    },
    precedents: ['solarwinds-2020', 'ka-sat-2022', 'spd-2022'],
  },
  {
    id: 'summon-ambassador',
    kind: 'diplomatic',
    as: 'demarche',
    name: { en: 'Summoning the ambassador; protest', es: 'Convocatoria del embajador; protesta' },
    what: {
      says: {
        en: 'The head of mission is called in and told what the nation protests against and demands.',
        es: 'Se convoca al jefe de misión y se le dice contra qué protesta la nación y qué exige.',
      },
      source: SPACIL,
    },
    needs: [...onRecord('consent'), ...byRule('retorsion')],
    reversibility: STAYS_SAID,
    competent: FOREIGN_MINISTRY,
    precedents: ['bundestag-2015', 'czech-mfa-2022'],
  },
  {
    id: 'recall-ambassador',
    kind: 'diplomatic',
    as: 'retorsion',
    name: { en: 'Recall of the ambassador', es: 'Llamada a consultas del embajador' },
    what: {
      says: {
        en: 'A nation recalls its own head of mission for a time.',
        es: 'Una nación retira por un tiempo a su propio jefe de misión.',
      },
      source: SPACIL,
    },
    needs: [...onRecord('consent'), ...byRule('retorsion')],
    reversibility: CAN_END,
    competent: FOREIGN_MINISTRY,
    precedents: ['spd-2022'],
  },
  {
    id: 'expel-diplomats',
    kind: 'diplomatic',
    as: 'retorsion',
    name: { en: 'Expulsion of diplomats', es: 'Expulsión de diplomáticos' },
    what: {
      says: {
        en: 'Members of a mission are declared persona non grata. Missions, agents and archives stay inviolable.',
        es: 'Se declara persona non grata a miembros de una misión. Las misiones, sus agentes y archivos siguen siendo inviolables.',
      },
      source: `${SPACIL}; rules base, RT-01 and L-11`,
    },
    needs: [...onRecord('attribution', 'consent'), ...byRule('retorsion', 'arsiwa-50-2-b')],
    reversibility: {
      is: 'partly',
      says: {
        en: 'others can be accredited later; whoever had to leave has left',
        es: 'más tarde pueden acreditarse otros; quien tuvo que irse se ha ido',
      },
      source: 'none',
    },
    competent: FOREIGN_MINISTRY,
    precedents: ['solarwinds-2020'],
  },
  {
    id: 'sever-relations',
    kind: 'diplomatic',
    as: 'retorsion',
    name: {
      en: 'Severance of diplomatic relations',
      es: 'Ruptura de relaciones diplomáticas',
    },
    what: {
      says: {
        en: 'A nation ends its diplomatic relations with the other State.',
        es: 'Una nación pone fin a sus relaciones diplomáticas con el otro Estado.',
      },
      source: 'rules base, RT-01',
    },
    needs: [...onRecord('attribution', 'consent'), ...byRule('retorsion', 'arsiwa-50-2-b')],
    reversibility: {
      is: 'partly',
      says: {
        en: 'relations can be taken up again where both agree',
        es: 'las relaciones pueden reanudarse si ambos están de acuerdo',
      },
      source: 'none',
    },
    competent: FOREIGN_MINISTRY,
    precedents: ['albania-2022'],
  },
]
