import { byRule, FOREIGN_MINISTRY, onRecord, STAYS_SAID, type Option } from './option.ts'

export const legal: readonly Option[] = [
  {
    id: 'claim-and-demand',
    kind: 'legal',
    as: 'demarche',
    name: {
      en: 'Invoking responsibility as an injured State: notice of the claim and demand',
      es: 'Invocación de la responsabilidad como Estado lesionado: notificación de la reclamación y exigencia',
    },
    what: {
      says: {
        en: 'The State held responsible is given notice of the claim, called upon to cease and told which form reparation should take. It is also what a later countermeasure needs.',
        es: 'Se notifica la reclamación al Estado considerado responsable, se le exige cesar y se le dice qué forma debe tener la reparación. Es también lo que exige una contramedida posterior.',
      },
      source: 'ARSIWA, Articles 43 and 52(1)(a)',
    },
    needs: [
      ...onRecord('attribution', 'consent'),
      ...byRule('arsiwa-2', 'arsiwa-42', 'arsiwa-43', 'arsiwa-44-45', 'arsiwa-30-31'),
    ],
    reversibility: {
      is: 'partly',
      says: {
        en: 'a claim can be waived, and a waived claim cannot be raised again',
        es: 'puede renunciarse a la reclamación, y una reclamación renunciada no puede volver a plantearse',
      },
      source: 'ARSIWA, Article 45(a)',
    },
    competent: FOREIGN_MINISTRY,
    precedents: [],
  },
  {
    id: 'claim-for-others',
    kind: 'legal',
    as: 'demarche',
    supposes: { reparationFor: 'injured' },
    name: {
      en: 'Invoking responsibility without being injured: claim in the common interest',
      es: 'Invocación de la responsabilidad sin estar lesionado: reclamación en interés común',
    },
    what: {
      says: {
        en: 'A State to which the obligation was owed as to a group, or as to all, calls on the State held responsible to cease, to give assurances of non-repetition, and to make reparation to those injured. It claims nothing for itself, and it is no title to a countermeasure.',
        es: 'Un Estado con el que la obligación existía como miembro de un grupo, o como con todos, exige al Estado considerado responsable que cese, dé garantías de no repetición y repare a los lesionados. No reclama nada para sí, y no es título para una contramedida.',
      },
      source:
        'ARSIWA, Article 48 (rules base, I-02); that Articles 43 to 45 hold for it too: general knowledge',
    },
    needs: [
      ...onRecord('attribution', 'consent'),
      ...byRule('arsiwa-2', 'arsiwa-48', 'arsiwa-48-2', 'arsiwa-43', 'arsiwa-44-45'),
    ],
    reversibility: {
      is: 'partly',
      says: {
        en: 'it can be taken back; what was said stays said',
        es: 'puede retirarse; lo dicho queda dicho',
      },
      source: 'none',
    },
    competent: FOREIGN_MINISTRY,
    precedents: [],
  },
  {
    id: 'criminal-proceedings',
    kind: 'legal',
    as: 'criminal-process',
    name: {
      en: 'Criminal proceedings against persons',
      es: 'Proceso penal contra personas',
    },
    what: {
      says: {
        en: 'Charges or arrest warrants against those who did it. They are about persons and attribute nothing to a State by themselves.',
        es: 'Acusaciones u órdenes de detención contra quienes lo hicieron. Se refieren a personas y por sí mismas no atribuyen nada a un Estado.',
      },
      source: 'notes on institutions, prosecutor; the last sentence: none',
    },
    needs: byRule('retorsion', 'own-evidence'),
    reversibility: {
      is: 'partly',
      says: {
        en: 'charges can be withdrawn under national law',
        es: 'la acusación puede retirarse según el derecho nacional',
      },
      source: 'none',
    },
    competent: {
      says: { en: 'the public prosecutor and courts', es: 'la fiscalía y los tribunales' },
      source: 'national law [not read]',
    },
    precedents: ['bundestag-2015', 'wannacry-2017', 'exchange-2021', 'unit-29155'],
  },
  {
    id: 'dispute-settlement',
    kind: 'legal',
    as: 'demarche',
    name: {
      en: 'Peaceful settlement: negotiation, mediation, a tribunal',
      es: 'Arreglo pacífico: negociación, mediación, un tribunal',
    },
    what: {
      says: {
        en: 'The parties seek a solution by peaceful means of their own choice. Where a tribunal that can bind is seised and the wrong has ceased, countermeasures are suspended.',
        es: 'Las partes buscan una solución por medios pacíficos de su elección. Si conoce un tribunal que puede obligar y el ilícito ha cesado, se suspenden las contramedidas.',
      },
      source: 'Charter of the United Nations, Article 33; ARSIWA, Article 52(3)',
    },
    needs: [...onRecord('consent'), ...byRule('charter-33', 'arsiwa-50-2-a')],
    reversibility: {
      is: 'partly',
      says: {
        en: 'negotiations can be ended; a tribunal that is seised decides',
        es: 'las negociaciones pueden terminarse; un tribunal que conoce del asunto decide',
      },
      source: 'none',
    },
    competent: FOREIGN_MINISTRY,
    precedents: [],
  },
  {
    id: 'refer-elsewhere',
    kind: 'legal',
    as: 'self-defence-referral',
    name: {
      en: 'Referral to the Security Council, the alliance or the Union',
      es: 'Remisión al Consejo de Seguridad, a la alianza o a la Unión',
    },
    what: {
      says: {
        en: 'What happened is put before those who decide on defence, mutual assistance, solidarity or Chapter VII. It is recorded and referred here, and never planned.',
        es: 'Lo ocurrido se somete a quienes deciden sobre la defensa, la asistencia mutua, la solidaridad o el Capítulo VII. Aquí se registra y se remite, y nunca se planifica.',
      },
      source:
        'Charter, Articles 33-42 and 51; North Atlantic Treaty, Articles 4 and 5; TEU, Article 42(7); TFEU, Article 222',
    },
    needs: [
      ...onRecord('consent'),
      ...byRule('charter-51', 'nat-5', 'teu-42-7', 'tfeu-222', 'charter-33-42'),
    ],
    reversibility: STAYS_SAID,
    competent: {
      says: {
        en: 'the government of the nation; each body decides for itself',
        es: 'el gobierno de la nación; cada órgano decide por sí mismo',
      },
      source: 'none',
    },
    precedents: [],
  },
]
