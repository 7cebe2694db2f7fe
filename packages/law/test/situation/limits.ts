import type { Situations } from './situation.ts'

export const limits: Situations = {
  'arsiwa-49-1-object': [
    [
      'cease, and replace the terminals',
      'ARSIWA 49(1)',
      { object: 'cease-and-repair', demands: 'cease; replace the terminals', inducement: 'yes' },
      'satisfied',
    ],
    [
      'to deter',
      'ARSIWA 49(1); Spacil 2023, pp. 92-95: no means of deterrence',
      { object: 'deter', demands: 'none', inducement: 'yes' },
      'not-satisfied',
    ],
    [
      'to punish',
      'ARSIWA 49(1); ILC commentary, p. 130',
      { object: 'punish', demands: 'none', inducement: 'yes' },
      'not-satisfied',
    ],
    [
      'it cannot bring compliance',
      'Spacil 2023, pp. 92-93',
      { object: 'cease', demands: 'cease', inducement: 'no' },
      'not-satisfied',
    ],
    [
      'it is doubtful whether it can',
      'rules base L-01',
      { object: 'cease', demands: 'cease', inducement: 'doubtful' },
      'disputed',
    ],
    ['no demand is written down', 'rules base L-01', { object: 'cease' }, 'unknown'],
  ],
  'arsiwa-49-1-target': [
    ['only the responsible State’s rights', 'ARSIWA 49(1)', { thirdStates: 'none' }, 'satisfied'],
    [
      'a hop point whose State consents',
      'rules base C-02',
      { thirdStates: 'consent-given' },
      'satisfied',
    ],
    [
      'a cloud region of a third State, unasked',
      'rules base C-02; Spacil 2023, p. 90',
      { thirdStates: 'rights-broken' },
      'not-satisfied',
    ],
    ['the routing is not known', 'rules base C-02', {}, 'unknown'],
  ],
  'arsiwa-49-2': [
    [
      'an arrangement is named, with a review',
      'ARSIWA 49(2)',
      { setAside: 'port services', startsOn: '2026-12-15', reviewOn: '2027-01-15' },
      'satisfied',
    ],
    [
      'the review lies before the start',
      'ours',
      { setAside: 'port services', startsOn: '2026-12-15', reviewOn: '2026-12-01' },
      'not-satisfied',
    ],
    [
      'no end and no review',
      'rules base L-02: no permanent measures',
      { setAside: 'port services' },
      'unknown',
    ],
    [
      'a review is set, and nobody says when it starts',
      'ours',
      { setAside: 'port services', reviewOn: '2027-01-15' },
      'unknown',
    ],
  ],
  'arsiwa-49-3': [
    [
      'it stops at any time, and performance resumes',
      'ARSIWA 49(3)',
      { reversible: 'fully', stopSwitch: true },
      'satisfied',
    ],
    [
      'it can be undone in part',
      'rules base L-03: as far as possible',
      { reversible: 'partly', stopSwitch: true },
      'disputed',
    ],
    [
      'a river is diverted for good',
      'Gabčíkovo-Nagymaros, para. 87',
      { reversible: 'no', stopSwitch: true },
      'not-satisfied',
    ],
    [
      'a wiper without a switch, where a block of accounts would do',
      'rules base L-03: a reversible alternative exists',
      { reversible: 'partly', stopSwitch: false, reversibleAlternative: true },
      'not-satisfied',
    ],
    [
      'a cut link that needs days to be restored, and nothing else would have an effect',
      'ARSIWA 49(3): as far as possible',
      { reversible: 'mostly', stopSwitch: false, reversibleAlternative: false },
      'disputed',
    ],
    [
      'no switch, and nobody has looked for another measure',
      'rules base L-03: alternatives considered',
      { reversible: 'mostly', stopSwitch: false },
      'unknown',
    ],
    ['nobody has tested it', 'ours', {}, 'unknown'],
  ],
  'arsiwa-50-1-a': [
    ['data only', 'ARSIWA 50(1)(a)', { measureEffect: 'data-only' }, 'satisfied', 'excluded'],
    [
      'a severe loss of functionality',
      'rules base L-05',
      { measureEffect: 'severe-loss' },
      'disputed',
      'excluded',
    ],
    [
      'a turbine is destroyed',
      'Spacil 2023, p. 104: excluded by those who spoke',
      { measureEffect: 'physical-damage' },
      'not-satisfied',
      'excluded',
    ],
    [
      'the same, and the view is not known',
      'ARSIWA 50(1)(a): a limit binds',
      { measureEffect: 'physical-damage' },
      'not-satisfied',
      'unknown',
    ],
    ['the effects are not estimated', 'ours', {}, 'unknown', 'excluded'],
  ],
  'arsiwa-50-1-b': [
    ['no person’s right', 'ARSIWA 50(1)(b)', { rightsAffected: 'none' }, 'satisfied'],
    [
      'interception of many people’s messages',
      'rules base L-06: the Tallinn experts split',
      { rightsAffected: 'privacy' },
      'disputed',
    ],
    ['lives are at risk', 'Spacil 2023, p. 94', { rightsAffected: 'life' }, 'not-satisfied'],
    ['not looked at', 'ours', {}, 'unknown'],
  ],
  'arsiwa-50-1-c': [
    ['nothing protected', 'ARSIWA 50(1)(c)', { protectedObject: 'none' }, 'satisfied'],
    [
      'a hospital’s power',
      'Spacil 2023, p. 94; rules base L-07',
      { protectedObject: 'medical' },
      'not-satisfied',
    ],
    ['not looked at', 'ours', {}, 'unknown'],
  ],
  'arsiwa-50-1-d': [
    ['no peremptory norm', 'ARSIWA 50(1)(d)', { peremptoryAffected: false }, 'satisfied'],
    [
      'incitement to genocide',
      'Spacil 2023, p. 94; rules base L-08',
      { peremptoryAffected: true },
      'not-satisfied',
    ],
    ['not looked at', 'ours', {}, 'unknown'],
  ],
  'arsiwa-50-2-a': [
    ['no procedure in force', 'ARSIWA 50(2)(a)', { settlement: 'none' }, 'satisfied'],
    [
      'an arbitration clause is followed',
      'ARSIWA 50(2)(a)',
      { settlement: 'respected' },
      'satisfied',
    ],
    ['the clause is passed over', 'ARSIWA 50(2)(a)', { settlement: 'broken' }, 'not-satisfied'],
    ['the treaties were not searched', 'ours', {}, 'unknown'],
  ],
  'arsiwa-50-2-b': [
    ['no mission is touched', 'ARSIWA 50(2)(b)', { missionAffected: false }, 'satisfied'],
    [
      'an embassy’s archive',
      'ARSIWA 50(2)(b); Tallinn Manual 2.0, rule 22',
      { missionAffected: true },
      'not-satisfied',
    ],
    ['not looked at', 'ours', {}, 'unknown'],
  ],
  'arsiwa-51': [
    [
      'less than the injury, contained',
      'ARSIWA 51',
      { injuryWeight: 'high', measuresWeight: 'medium', spillOver: 'low' },
      'satisfied',
    ],
    [
      'somewhat more than the injury, for a question of principle',
      'Air Services award, para. 83',
      { injuryWeight: 'medium', measuresWeight: 'high', spillOver: 'none' },
      'disputed',
    ],
    [
      'others are deprived of a shared resource',
      'Gabčíkovo-Nagymaros, paras 85-87',
      { injuryWeight: 'low', measuresWeight: 'very-high', spillOver: 'low' },
      'not-satisfied',
    ],
    [
      'out of all proportion',
      'Naulilaa award, RIAA II 1028',
      { injuryWeight: 'low', measuresWeight: 'high', spillOver: 'none' },
      'not-satisfied',
    ],
    [
      'malware that spreads by itself',
      'cases, CASE-05: indiscriminate spread',
      { spillOver: 'high' },
      'not-satisfied',
    ],
    ['the effects cannot be estimated', 'rules base L-04', { injuryWeight: 'high' }, 'unknown'],
  ],
}
