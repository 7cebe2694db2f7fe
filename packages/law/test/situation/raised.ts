import type { Facts } from '../../src/fact.ts'

/** What is on record, and whether the question of a provision arises on it. */
export type Raised = readonly [says: string, source: string, facts: Facts, arises: boolean]

/** A question that is put once any one of these facts is on record, however it is answered. */
const once = (source: string, ...facts: readonly Facts[]): readonly Raised[] => [
  ['nobody has raised it', source, {}, false],
  ...facts.map((one): Raised => [
    `somebody has: ${Object.entries(one).flat().join(' ')}`,
    source,
    one,
    true,
  ]),
]

/** A question that is put in one form of acting together alone. */
const inForm = (source: string, form: Facts['form'], other: Facts['form']): readonly Raised[] => [
  ['they act in that form', source, { form }, true],
  ['they act in another', source, { form: other }, false],
  ['nobody chose a form', source, {}, false],
]

/** A question that is put unless a nation only assists, and leaves it to the State that it assists. */
const unlessAssisting = (source: string): readonly Raised[] => [
  ['it acts by itself', source, { form: 'independent' }, true],
  ['nobody chose a form', source, {}, true],
  ['it only assists an injured State', source, { form: 'assistance' }, false],
]

const excuse = (
  article: string,
  invoked: NonNullable<Facts['excuse']>,
  other: NonNullable<Facts['excuse']>,
): readonly Raised[] => [
  ['the State held responsible invokes it', `ARSIWA ${article}`, { excuse: invoked }, true],
  ['it invokes something else', `ARSIWA ${article}`, { excuse: other }, false],
  ['it invokes nothing', `ARSIWA ${article}`, { excuse: 'none' }, false],
  ['nobody has said', 'ours', {}, false],
]

/** By hand: when the question of a provision arises, and when it does not. */
export const RAISED: Readonly<Record<string, readonly Raised[]>> = {
  'arsiwa-7': once('ARSIWA 7', { exceededAuthority: false }),
  'arsiwa-16-18': [
    ['another State acted', 'ARSIWA 16-18', { actor: 'another-state' }, true],
    ['its own organ acted', 'ARSIWA 16-18', { actor: 'state-organ' }, false],
    ['who acted is not known', 'ours', {}, false],
  ],
  'gge-2015-28-f-territory': once('GGE 2015, para. 28(f)', { territoryOnly: false }),
  'vcdr-22': once('Vienna Convention on Diplomatic Relations, 22', { missionData: 'none' }),
  'tallinn-34-38': once(
    'Tallinn Manual 2.0, rules 34-38',
    { rightViolated: 'none' },
    { rightsJurisdiction: 'none' },
  ),
  'tallinn-part-iv': [
    [
      'there is an armed conflict',
      'Tallinn Manual 2.0, part IV',
      { armedConflict: 'international' },
      true,
    ],
    ['there is none', 'Tallinn Manual 2.0, part IV', { armedConflict: 'none' }, false],
    ['nobody has said', 'ours', {}, false],
  ],
  'arsiwa-55-treaty': once(
    'ARSIWA 55',
    { treatyProvision: 'article 3' },
    { treatyBreached: false },
  ),
  'tallinn-32': once('Tallinn Manual 2.0, rule 32', { espionage: 'none' }),
  'arsiwa-12-13': once('ARSIWA 13', { obligationInForce: true }),
  'arsiwa-14-15': once('ARSIWA 14 and 15', { actExtent: 'completed' }),
  'arsiwa-20-excuse': excuse('20', 'consent', 'distress'),
  'arsiwa-21-excuse': excuse('21', 'self-defence', 'consent'),
  'arsiwa-22-excuse': excuse('22', 'countermeasure', 'self-defence'),
  'arsiwa-23-excuse': excuse('23', 'force-majeure', 'countermeasure'),
  'arsiwa-24-excuse': excuse('24', 'distress', 'necessity'),
  'arsiwa-25-excuse': excuse('25', 'necessity', 'force-majeure'),
  'arsiwa-26-27': [
    ['something is invoked that could excuse', 'ARSIWA 26', { excuse: 'necessity' }, true],
    ['nothing is invoked', 'ARSIWA 26', { excuse: 'none' }, false],
    ['nobody has said', 'ours', {}, false],
  ],
  'title-own': [
    ['nobody chose a form', 'ARSIWA 42 and 54', {}, true],
    ['it acts by itself', 'ARSIWA 42', { form: 'independent' }, true],
    ['it only assists', 'ARSIWA 16', { form: 'assistance' }, false],
    ['it acts for another', 'collective-countermeasures, section 1', { form: 'on-behalf' }, false],
  ],
  'arsiwa-48-2': once('ARSIWA 48(2)', { reparationFor: 'injured' }),
  'arsiwa-46': [
    ['each acts by itself', 'ARSIWA 46', { form: 'independent' }, true],
    ['each acts by itself, at one time', 'ARSIWA 46', { form: 'coordinated' }, true],
    ['nobody chose a form', 'ours', {}, true],
    ['they act as one', 'ARSIWA 47', { form: 'joint' }, false],
  ],
  'arsiwa-47': inForm('ARSIWA 47', 'joint', 'coordinated'),
  'arsiwa-16': inForm('ARSIWA 16', 'assistance', 'joint'),
  'arsiwa-54-on-behalf': inForm('ARSIWA 54', 'on-behalf', 'assistance'),
  'tallinn-24': once('Tallinn Manual 2.0, rule 24', { executor: 'state-organ' }),
  'arsiwa-43': unlessAssisting('ARSIWA 43'),
  'arsiwa-44-45': once('ARSIWA 44 and 45', { waiver: 'none' }, { localRemedies: 'exhausted' }),
  'arsiwa-30-31': once('ARSIWA 30 and 31', { remedySought: 'cessation' }),
  'arsiwa-49-1-prior': once('ARSIWA 49(1)', { actOn: '2026-01-01' }),
  'arsiwa-55': once('ARSIWA 55', { specialRegime: 'none' }),
  'charter-33': once('UN Charter, Article 33', { settlementSteps: 'none' }),
  'charter-51-apart': once('UN Charter, Article 51', { otherTitle: 'none' }),
  'arsiwa-51-54': once('ARSIWA 51', { measuresCounted: 'all' }),
  'arsiwa-52-1-a': unlessAssisting('ARSIWA 52(1)(a)'),
  'arsiwa-52-notice': unlessAssisting('ARSIWA 52(1)(b)'),
  'arsiwa-52-4': [
    [
      'the wrong has ceased and a tribunal that can bind is seised',
      'ARSIWA 52(4)',
      { ceased: true, tribunal: 'can-bind' },
      true,
    ],
    ['the wrong goes on', 'ARSIWA 52(3)(a)', { ceased: false, tribunal: 'can-bind' }, false],
    ['no tribunal is seised', 'ARSIWA 52(3)(b)', { ceased: true, tribunal: 'none' }, false],
    ['nobody has said', 'ours', {}, false],
  ],
  'own-view': once('ours: rules base X-01', { ownReading: 'supports' }),
  'own-authority': once('ours: rules base X-03', { authority: 'recorded' }),
  'own-evidence': once('ours: rules base X-04', { custody: 'complete' }),
  'arsiwa-6-47': once('ARSIWA 6 and 47', { secondment: 'unwritten' }),
  'own-review': once('Spacil 2023, p. 95', { reviewHeld: true }),
  'cfsp-2019-797': [
    [
      'it is a listing of the Union',
      'Decision (CFSP) 2019/797, Article 6(1)',
      { listingUnder: 'union' },
      true,
    ],
    ['it is a listing under national law', 'ours', { listingUnder: 'national' }, false],
    ['it is no listing', 'ours', {}, false],
  ],
  'eu-2019-796-13-2': once(
    'Regulation (EU) 2019/796, Article 13(2)',
    { listingCommunicated: false },
    { observationsOpen: false },
  ),
  'eu-2019-796-13-3': once('Regulation (EU) 2019/796, Article 13(3)', { observations: 'none' }),
  'eu-2019-796-13-4': once('Regulation (EU) 2019/796, Article 13(4)', { listingReviewed: false }),
  'council-10289-23': once('ours', { toolbox: 'preventive' }),
  'charter-51': once(
    'UN Charter, Article 51',
    { gravity: 'less-grave' },
    { attackStage: 'past' },
    { attackAuthor: 'state' },
    { victimDeclared: true },
    { helpRequested: true },
  ),
  'nicaragua-193': once('ours', { victimDeclared: false }, { helpRequested: false }),
  'nat-5': once('North Atlantic Treaty, Article 5', { allianceDecision: 'none' }),
  'teu-42-7': once('TEU 42(7)', { mutualAssistance: 'none' }),
  'tfeu-222': once('TFEU 222', { solidarity: 'none' }),
  'charter-33-42': once('UN Charter, Articles 33-42', { securityCouncil: 'no' }),
}
