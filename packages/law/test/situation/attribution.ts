import type { Situations } from './situation.ts'

export const attribution: Situations = {
  'arsiwa-4': [
    [
      'a unit of the military intelligence service, on duty',
      'ARSIWA 4: any organ, whatever its function or rank',
      { actor: 'state-organ', actorCapacity: true },
      'satisfied',
    ],
    [
      'persons in complete dependence on the State',
      'ARSIWA 4; Nicaragua: de facto organs',
      { actor: 'de-facto-organ', actorCapacity: true },
      'satisfied',
    ],
    [
      'an officer who acts for private gain',
      'ARSIWA 7: only conduct in that capacity',
      { actor: 'state-organ', actorCapacity: false },
      'not-satisfied',
    ],
    [
      'patriotic hackers with tacit approval',
      'cases, CASE-01: tacit approval makes no organ',
      { actor: 'private-group' },
      'not-satisfied',
    ],
    ['nobody knows who did it', 'ours', {}, 'unknown'],
    [
      'an organ, of which it is not known whether it was on duty',
      'ours',
      { actor: 'state-organ' },
      'unknown',
    ],
  ],
  'arsiwa-5': [
    [
      'a contracted cyber unit with a legal mandate',
      'ARSIWA 5; rules base A-02',
      { actor: 'empowered-entity', actorCapacity: true },
      'satisfied',
    ],
    [
      'the same entity outside its mandate',
      'ARSIWA 5: in that capacity in the instance',
      { actor: 'empowered-entity', actorCapacity: false },
      'not-satisfied',
    ],
    [
      'hired companies without a mandate in law',
      'cases, CASE-20: contractors raise Articles 5 and 8',
      { actor: 'private-group' },
      'not-satisfied',
    ],
    ['nobody knows who did it', 'ours', {}, 'unknown'],
  ],
  'arsiwa-8': [
    [
      'a group on the State’s instructions for this operation',
      'ARSIWA 8',
      { actor: 'private-group', link: 'instructions', linkToOperation: true },
      'satisfied',
    ],
    [
      'effective control of the operation',
      'Nicaragua, paras 109-115',
      { actor: 'private-group', link: 'effective-control', linkToOperation: true },
      'satisfied',
    ],
    [
      'overall control of the group',
      'Tadić against Nicaragua: the two tests',
      { actor: 'private-group', link: 'overall-control' },
      'disputed',
    ],
    [
      'money, equipment and training only',
      'Nicaragua: not enough',
      { actor: 'private-group', link: 'support' },
      'not-satisfied',
    ],
    [
      'patriotic hackers with tacit approval',
      'cases, CASE-01',
      { actor: 'private-group', link: 'tolerance' },
      'not-satisfied',
    ],
    [
      'ransomware from a private group, possibly tolerated',
      'cases, CASE-23',
      { actor: 'private-group', link: 'tolerance' },
      'not-satisfied',
    ],
    [
      'a company whose tie to the State is not shown for this operation',
      'cases, CASE-04; Mikanagi & Mačák: support is not enough',
      { actor: 'private-group', link: 'direction', linkToOperation: false },
      'not-satisfied',
    ],
    [
      'patriotic hackers whose tie to the State is only alleged',
      'README, section 8, test 4, first replay: unknown, and on to due diligence',
      { actor: 'private-group' },
      'unknown',
    ],
    [
      'an organ did it, so that the question is another',
      'ARSIWA 4',
      { actor: 'state-organ' },
      'not-satisfied',
    ],
  ],
  'arsiwa-11': [
    [
      'the State acknowledges the conduct and makes it its own',
      'ARSIWA 11',
      { adoption: 'adopts' },
      'satisfied',
    ],
    [
      'it praises what was done',
      'ARSIWA 11: approval is not adoption',
      { adoption: 'praises' },
      'not-satisfied',
    ],
    ['it denies', 'ARSIWA 11', { adoption: 'denies' }, 'not-satisfied'],
    ['nobody looked at what it said', 'ours', {}, 'unknown'],
  ],
  'bosnia-209': [
    [
      'highly likely, on three sources',
      'ours: rules base A-12, a default',
      { confidence: 'highly-likely', independentSources: 3 },
      'satisfied',
    ],
    [
      'highly likely, on one source',
      'ours: rules base A-12, a default',
      { confidence: 'highly-likely', independentSources: 1 },
      'disputed',
    ],
    [
      'strong reasons to believe, no absolute accusation',
      'cases, CASE-21: graded words',
      { confidence: 'likely', independentSources: 2 },
      'disputed',
    ],
    [
      'a realistic possibility',
      'Spacil 2023, p. 91: at least reasonable grounds',
      { confidence: 'realistic-possibility', independentSources: 5 },
      'not-satisfied',
    ],
    ['no assessment was made', 'ours', {}, 'unknown'],
  ],
  'gge-2015-28-f': [
    [
      'a joint technical advisory is published',
      'cases, CASE-18; GGE 2015, para. 28(f)',
      { evidencePublished: 'partial' },
      'satisfied',
      'substantiation-required',
    ],
    [
      'nothing is published, under a view that sees no duty',
      'Cyber Law Toolkit, Attribution',
      { evidencePublished: 'none' },
      'satisfied',
      'no-duty',
    ],
    [
      'nothing is published, under a view that asks for substance',
      'cases, CASE-03: no evidence was given, it was said',
      { evidencePublished: 'none' },
      'not-satisfied',
      'substantiation-required',
    ],
    [
      'nothing is published, and the view is silent',
      'Spacil 2023, p. 91 against GGE 2015, para. 28(f)',
      { evidencePublished: 'none' },
      'disputed',
      'silent',
    ],
    ['it is not decided what is published', 'ours', {}, 'unknown', 'no-duty'],
  ],
  'arsiwa-49-1-mistake': [
    [
      'false flag and shared tools are ruled out in writing',
      'ILC commentary, art. 49, para. 3',
      { otherHypotheses: 'rejected' },
      'satisfied',
    ],
    [
      'a false flag is not ruled out',
      'ILC commentary, art. 49, para. 3: at its own risk',
      { otherHypotheses: 'still-open' },
      'not-satisfied',
    ],
    [
      'nobody tested anything else',
      'ILC commentary, art. 49, para. 3: at its own risk',
      { otherHypotheses: 'not-tested' },
      'not-satisfied',
    ],
    ['there is no record', 'ours', {}, 'unknown'],
  ],
}
