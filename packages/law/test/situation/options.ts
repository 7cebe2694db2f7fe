import type { Situations } from './situation.ts'

/** Other answers than a countermeasure, and what is recorded for those who decide on it. */
export const options: Situations = {
  'charter-33': [
    [
      'two rounds of talks are on record',
      'UN Charter, Articles 2(3) and 33',
      { settlementSteps: 'documented' },
      'satisfied',
    ],
    [
      'nothing was tried',
      'UN Charter, Article 33, against ARSIWA 52(1)',
      { settlementSteps: 'none' },
      'disputed',
    ],
    ['nobody has said what was tried', 'ours', {}, 'unknown'],
  ],
  'charter-33-42': [
    [
      'a decision under Chapter VII',
      'UN Charter, Article 103',
      { securityCouncil: 'decided' },
      'satisfied',
    ],
    [
      'a letter to its President',
      'UN Charter, Articles 33-42',
      { securityCouncil: 'seised' },
      'satisfied',
    ],
    ['nobody has brought it there', 'ours', { securityCouncil: 'no' }, 'not-satisfied'],
    ['nobody knows', 'ours', {}, 'unknown'],
  ],
  'charter-51-attack': [
    [
      'many dead, among the gravest forms',
      'Nicaragua, para. 191; Tallinn Manual 2.0, rule 71',
      { scaleOfForce: 'injury-or-death', gravity: 'most-grave' },
      'satisfied',
    ],
    [
      'damage that is less grave',
      'Nicaragua, para. 191: only the gravest forms; README, section 6, 4',
      { scaleOfForce: 'significant-damage', gravity: 'less-grave' },
      'disputed',
    ],
    [
      'several events that are grave only together',
      'README, section 6, 4: accumulation',
      { scaleOfForce: 'significant-damage', gravity: 'accumulated' },
      'disputed',
    ],
    [
      'the grid of a nation down for weeks, and nothing destroyed',
      'rules base SD-01: effects on data alone',
      { scaleOfForce: 'loss-of-service', gravity: 'most-grave' },
      'disputed',
    ],
    [
      'files wiped and restored',
      'cases, CASE-14: Article 5 was not invoked',
      { scaleOfForce: 'minor' },
      'not-satisfied',
    ],
    ['nobody has weighed it', 'ours', { scaleOfForce: 'injury-or-death' }, 'unknown'],
  ],
  'charter-51-defence': [
    [
      'an attack that goes on, with reasons and a report',
      'UN Charter, Article 51',
      {
        attackStage: 'ongoing',
        attackAuthor: 'state',
        defenceReasons: true,
        councilReport: true,
        councilReportedOn: '2026-01-01',
      },
      'satisfied',
      'accepted',
    ],
    [
      'the same under a view that is silent',
      'ours: rules base X-01',
      {
        attackStage: 'ongoing',
        attackAuthor: 'state',
        defenceReasons: true,
        councilReport: true,
        councilReportedOn: '2026-01-01',
      },
      'disputed',
      'silent',
    ],
    [
      'an attack said to be imminent',
      'README, section 6, 4: imminence',
      {
        attackStage: 'imminent',
        attackAuthor: 'state',
        defenceReasons: true,
        councilReport: true,
        councilReportedOn: '2026-01-01',
      },
      'disputed',
      'accepted',
    ],
    [
      'an attack that is past',
      'ours: rules base SD-01, immediacy',
      { attackStage: 'past' },
      'not-satisfied',
      'accepted',
    ],
    [
      'no reasons are written down',
      'ours: rules base SD-01',
      { attackStage: 'ongoing', defenceReasons: false },
      'not-satisfied',
      'accepted',
    ],
    [
      'no report to the Council',
      'UN Charter, Article 51: reported',
      { attackStage: 'ongoing', councilReport: false },
      'not-satisfied',
      'accepted',
    ],
    ['its stage is not known', 'ours', {}, 'unknown', 'accepted'],
  ],
  'nicaragua-193': [
    [
      'the victim says that it is attacked and asks',
      'Nicaragua, paras 193-200',
      { victimDeclared: true, helpRequested: true },
      'satisfied',
    ],
    [
      'the victim has declared nothing',
      'Nicaragua, paras 193-200',
      { victimDeclared: false },
      'not-satisfied',
    ],
    [
      'the victim has not asked',
      'Nicaragua, paras 193-200',
      { victimDeclared: true, helpRequested: false },
      'not-satisfied',
    ],
    ['no letter was seen', 'ours', {}, 'unknown'],
  ],
  'charter-51-apart': [
    ['one title only', 'UN Charter, Article 51', { otherTitle: 'none' }, 'satisfied'],
    [
      'a countermeasure that is called help in defence as well',
      'Nicaragua, paras 193-199: conditions of its own',
      { otherTitle: 'collective-self-defence' },
      'not-satisfied',
    ],
    ['its title is not said', 'ours', {}, 'unknown'],
  ],
  'nat-5': [
    [
      'the Council has invoked it',
      'North Atlantic Treaty, Article 5',
      { allianceDecision: 'invoked', allianceInvokedOn: '2026-01-01' },
      'satisfied',
    ],
    [
      'it was discussed in public, and not invoked',
      'cases, CASE-14',
      { allianceDecision: 'none' },
      'not-satisfied',
    ],
    [
      'the allies consult, and no more',
      'rules base SD-02: only by decision of the Council',
      { allianceDecision: 'consultation' },
      'not-satisfied',
    ],
    ['nothing is known of it', 'ours', {}, 'unknown'],
    [
      'it is said to be invoked, and nobody says when',
      'ours: an invocation is recorded with its day',
      { allianceDecision: 'invoked' },
      'unknown',
    ],
  ],
  'teu-42-7': [
    [
      'the victim of an armed aggression has invoked it',
      'TEU 42(7)',
      { mutualAssistance: 'armed-aggression', assistanceInvokedOn: '2026-01-01' },
      'satisfied',
    ],
    [
      'invoked for a cyber operation alone',
      'ours: rules base SD-03, the threshold',
      { mutualAssistance: 'cyber-alone', assistanceInvokedOn: '2026-01-01' },
      'disputed',
    ],
    ['nobody has', 'TEU 42(7)', { mutualAssistance: 'none' }, 'not-satisfied'],
    [
      'it is said to be invoked, and nobody says when',
      'ours: an invocation is recorded with its day',
      { mutualAssistance: 'armed-aggression' },
      'unknown',
    ],
    ['nothing is known of it', 'ours', {}, 'unknown'],
  ],
  'tfeu-222': [
    [
      'hospitals down, capacities overwhelmed, and invoked',
      'TFEU 222',
      {
        solidarity: 'overwhelmed',
        solidarityCause: 'disaster',
        solidarityInvokedOn: '2026-01-01',
      },
      'satisfied',
    ],
    [
      'invoked after espionage, which is neither an attack of terrorists nor a disaster',
      'TFEU 222',
      { solidarity: 'overwhelmed', solidarityCause: 'neither', solidarityInvokedOn: '2026-01-01' },
      'not-satisfied',
    ],
    [
      'invoked, and nobody says for what',
      'ours',
      { solidarity: 'overwhelmed', solidarityInvokedOn: '2026-01-01' },
      'unknown',
    ],
    [
      'invoked while its own means are unused',
      'ours: rules base SD-05',
      { solidarity: 'own-means' },
      'not-satisfied',
    ],
    ['nobody has', 'TFEU 222', { solidarity: 'none' }, 'not-satisfied'],
    ['nothing is known of it', 'ours', {}, 'unknown'],
  ],
  'council-10289-23': [
    [
      'a declaration of solidarity',
      'cases, CASE-09: a stability measure',
      { toolbox: 'stability' },
      'satisfied',
    ],
    ['the category is not chosen', 'ours', {}, 'unknown'],
  ],
}
