import { byRule, CAN_END, COUNTERMEASURE, onRecord, SPACIL, type Option } from './option.ts'

export const economic: readonly Option[] = [
  {
    id: 'union-listing',
    kind: 'economic',
    as: 'restrictive-measure',
    supposes: { listingUnder: 'union' },
    name: {
      en: 'Listing under the cyber regime of the Union',
      es: 'Inclusión en la lista del régimen cibernético de la Unión',
    },
    what: {
      says: {
        en: 'Persons and entities are listed: travel ban, frozen assets. The listing attributes nothing to a State, and courts of the Union can review it.',
        es: 'Se incluye en la lista a personas y entidades: prohibición de viajar, activos inmovilizados. La inclusión no atribuye nada a un Estado y los tribunales de la Unión pueden revisarla.',
      },
      source: 'Council Decision (CFSP) 2019/797, Articles 1-6 (summary seen)',
    },
    needs: [...onRecord('consent'), ...byRule('retorsion', 'cfsp-2019-797', 'own-evidence')],
    reversibility: {
      is: 'yes',
      says: {
        en: 'listings are reviewed every year and can be lifted',
        es: 'las inclusiones se revisan cada año y pueden levantarse',
      },
      source: 'rules base, RT-02; notes on institutions, Council',
    },
    competent: {
      says: {
        en: 'the Council, by unanimity, on a proposal of a member or of the High Representative',
        es: 'el Consejo, por unanimidad, a propuesta de un miembro o del Alto Representante',
      },
      source: 'Council Decision (CFSP) 2019/797',
    },
    precedents: ['wannacry-2017', 'cloud-hopper', 'opcw-2018', 'unit-29155'],
  },
  {
    id: 'national-listing',
    kind: 'economic',
    as: 'restrictive-measure',
    supposes: { listingUnder: 'national' },
    name: { en: 'National sanctions', es: 'Sanciones nacionales' },
    what: {
      says: {
        en: 'Persons and entities are listed under a nation’s own law. Whether freezing assets of a State is retorsion is disputed.',
        es: 'Se incluye a personas y entidades en la lista del derecho propio de una nación. Es objeto de controversia si congelar activos de un Estado es retorsión.',
      },
      source: 'rules base, RT-01',
    },
    needs: [...onRecord('consent'), ...byRule('retorsion', 'own-authority')],
    reversibility: CAN_END,
    competent: {
      says: { en: 'whoever national law names', es: 'quien designe el derecho nacional' },
      source: 'none',
    },
    precedents: ['sony-2014', 'solarwinds-2020', 'integrity-technology'],
  },
  {
    id: 'end-cooperation',
    kind: 'economic',
    as: 'retorsion',
    name: {
      en: 'Ending voluntary cooperation or aid',
      es: 'Fin de la cooperación o ayuda voluntaria',
    },
    what: {
      says: {
        en: 'A nation ends what it gave without being obliged to. Where a treaty obliges it, this is no retorsion.',
        es: 'Una nación pone fin a lo que daba sin estar obligada. Si un tratado la obliga, no es retorsión.',
      },
      source: SPACIL,
    },
    needs: [...onRecord('consent'), ...byRule('retorsion')],
    reversibility: CAN_END,
    competent: {
      says: { en: 'the government of the nation', es: 'el gobierno de la nación' },
      source: 'none',
    },
    precedents: [],
  },
  {
    id: 'suspend-obligation',
    kind: 'economic',
    as: 'countermeasure',
    name: {
      en: 'Setting aside an economic obligation, as a countermeasure',
      es: 'Suspensión de una obligación económica, como contramedida',
    },
    what: {
      says: {
        en: 'An obligation towards the responsible State is not performed for a time, to bring it to cease and repair.',
        es: 'Durante un tiempo no se cumple una obligación con el Estado responsable, para inducirlo a cesar y reparar.',
      },
      source: 'ARSIWA, Articles 22 and 49',
    },
    needs: COUNTERMEASURE,
    reversibility: {
      is: 'yes',
      says: {
        en: 'performance must be able to resume, as far as possible',
        es: 'el cumplimiento debe poder reanudarse, en lo posible',
      },
      source: 'ARSIWA, Article 49(3)',
    },
    competent: {
      says: { en: 'a State, by its government', es: 'un Estado, por su gobierno' },
      source: 'Tallinn Manual 2.0, rule 24 (summary seen)',
    },
    precedents: [],
  },
]
