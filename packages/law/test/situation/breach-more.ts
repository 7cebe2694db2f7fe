import type { Situations } from './situation.ts'

/** The other obligations that an operation may break, and what modifies a breach. */
export const breachMore: Situations = {
  'arsiwa-12-13': [
    ['a custom that binds it', 'ARSIWA 12-13', { obligationInForce: true }, 'satisfied'],
    [
      'a treaty it had not joined then',
      'ARSIWA 12-13',
      { obligationInForce: false },
      'not-satisfied',
    ],
    ['nobody has looked', 'ours', {}, 'unknown'],
  ],
  'arsiwa-14-15': [
    ['an implant is still active', 'ARSIWA 14-15', { actExtent: 'continuing' }, 'satisfied'],
    ['a campaign that goes on', 'ARSIWA 14-15', { actExtent: 'series' }, 'satisfied'],
    [
      'it is over, and nothing was repaired',
      'ARSIWA 14 and 30',
      { actExtent: 'completed', reparation: 'none' },
      'satisfied',
    ],
    [
      'it is over, and no reparation is sought',
      'ARSIWA 14 and 49(1): no object is left',
      { actExtent: 'completed', reparation: 'not-sought' },
      'not-satisfied',
    ],
    ['it is over, and nobody says what is owed', 'ours', { actExtent: 'completed' }, 'unknown'],
  ],
  'vcdr-22': [
    [
      'the server of an embassy, in its premises',
      'Vienna Convention on Diplomatic Relations, 22 and 24',
      { missionData: 'in-custody' },
      'satisfied',
    ],
    [
      'mail between a ministry and its mission, on the way',
      'cases, CASE-19: the network of a foreign ministry',
      { missionData: 'elsewhere' },
      'disputed',
    ],
    [
      'a company, and no mission',
      'Vienna Convention on Diplomatic Relations, 24: of a mission',
      { missionData: 'none' },
      'not-satisfied',
    ],
    ['nobody knows what was reached', 'ours', {}, 'unknown'],
  ],
  'tallinn-34-38': [
    [
      'dissidents on its own territory, watched without a law',
      'Tallinn Manual 2.0, rules 34-38',
      { rightViolated: 'unjustified', rightsJurisdiction: 'territorial' },
      'satisfied',
      'applies',
    ],
    [
      'the same under a view that is silent',
      'ours: rules base X-01',
      { rightViolated: 'unjustified', rightsJurisdiction: 'territorial' },
      'disputed',
      'silent',
    ],
    [
      'persons abroad, reached over the network alone',
      'README, section 6, 16: extraterritorial reach is disputed',
      { rightViolated: 'unjustified', rightsJurisdiction: 'control-over-enjoyment' },
      'disputed',
      'applies',
    ],
    [
      'a warrant, necessary and proportionate',
      'Tallinn Manual 2.0, rules 34-38',
      { rightViolated: 'justified' },
      'not-satisfied',
      'applies',
    ],
    [
      'persons abroad over whom it had no hold',
      'Tallinn Manual 2.0, rules 34-38: within its jurisdiction',
      { rightViolated: 'unjustified', rightsJurisdiction: 'none' },
      'not-satisfied',
      'applies',
    ],
    [
      'no person’s right was touched',
      'Tallinn Manual 2.0, rules 34-38',
      { rightViolated: 'none' },
      'not-satisfied',
      'applies',
    ],
    ['nobody has looked', 'ours', {}, 'unknown', 'applies'],
  ],
  'tallinn-part-iv': [
    [
      'an indiscriminate wiper that destroys, in a war',
      'Tallinn Manual 2.0, part IV',
      {
        armedConflict: 'international',
        conflictNexus: true,
        humanitarianRule: 'distinction',
        conflictEffect: 'damage',
      },
      'satisfied',
      'applies',
    ],
    [
      'the same under a view that contests it',
      'README, section 6, 17: contested in the GGE of 2017',
      {
        armedConflict: 'international',
        conflictNexus: true,
        humanitarianRule: 'distinction',
        conflictEffect: 'damage',
      },
      'disputed',
      'contested',
    ],
    [
      'modems disabled an hour before an invasion',
      'cases, CASE-12; README, section 6, 15: loss of functionality',
      {
        armedConflict: 'international',
        conflictNexus: true,
        humanitarianRule: 'distinction',
        conflictEffect: 'functionality',
      },
      'disputed',
      'applies',
    ],
    [
      'it has nothing to do with the conflict',
      'Tallinn Manual 2.0, part IV: a nexus',
      { armedConflict: 'non-international', conflictNexus: false },
      'not-satisfied',
      'applies',
    ],
    [
      'a military objective, with precautions',
      'Tallinn Manual 2.0, part IV',
      { armedConflict: 'international', conflictNexus: true, humanitarianRule: 'none' },
      'not-satisfied',
      'applies',
    ],
    ['nobody knows whom it hit', 'ours', { armedConflict: 'international' }, 'unknown', 'applies'],
  ],
  'arsiwa-55-treaty': [
    [
      'an article of a headquarters agreement',
      'ARSIWA 55; Spacil 2023, p. 95',
      { treatyProvision: 'Article 1', treatyBreached: true },
      'satisfied',
    ],
    [
      'the article was kept',
      'ARSIWA 12-13: not in conformity',
      { treatyProvision: 'Article 1', treatyBreached: false },
      'not-satisfied',
    ],
    ['a treaty, and nobody says which article', 'ours', { treatyBreached: true }, 'unknown'],
  ],
  'tallinn-32': [
    [
      'data taken from companies, and nothing more',
      'cases, CASE-09: framed as retorsion; Tallinn Manual 2.0, rule 32',
      { espionage: 'pure' },
      'disputed',
    ],
    [
      'officers in a car before the building',
      'cases, CASE-07: sovereignty decides',
      { espionage: 'by-breach' },
      'not-satisfied',
    ],
    [
      'websites were knocked out',
      'cases, CASE-01: no espionage',
      { espionage: 'none' },
      'not-satisfied',
    ],
    ['nobody knows what it was for', 'ours', {}, 'unknown'],
  ],
}
