import type { FactId } from '../../src/fact.ts'
import type { Situation, Situations } from './situation.ts'

const REGULATION = 'Regulation (EU) 2019/796'

/** One question that a person answers yes, no, or not at all. */
const asked = (
  id: FactId,
  source: string,
  [yes, no]: readonly [yes: string, no: string],
): readonly Situation[] => [
  [yes, source, { [id]: true }, 'satisfied'],
  [no, source, { [id]: false }, 'not-satisfied'],
  ['nobody has said', 'ours', {}, 'unknown'],
]

/** A listing of persons under the law of the Union, article by article. */
export const listing: Situations = {
  'eu-2019-796-1-1': [
    [
      'an attempt on a wireless network, from a car',
      'cases, CASE-07: attempts can be listed',
      { attemptedOnly: true, potentialEffect: true },
      'satisfied',
    ],
    [
      '350 GB of documents taken',
      'cases, CASE-18',
      { attemptedOnly: false, significantEffect: true },
      'satisfied',
    ],
    [
      'carried out, with an effect that could have been significant and was not',
      `${REGULATION}, Article 1(1): potentially significant, of attempts`,
      { attemptedOnly: false, significantEffect: false, potentialEffect: true },
      'not-satisfied',
    ],
    [
      'an attempt that could have had no significant effect',
      `${REGULATION}, Article 1(1)`,
      { attemptedOnly: true, significantEffect: false, potentialEffect: false },
      'not-satisfied',
    ],
    [
      'nothing came of it, and nobody has said what could have',
      'ours',
      { significantEffect: false },
      'unknown',
    ],
    ['nobody has judged the effect', 'ours', { attemptedOnly: true }, 'unknown'],
  ],
  'eu-2019-796-1-2': [
    [
      'carried out from outside the Union',
      `${REGULATION}, Article 1(2)(a)`,
      { fromOutside: true },
      'satisfied',
    ],
    [
      'servers outside the Union were used',
      `${REGULATION}, Article 1(2)(b)`,
      { outsideInfrastructure: true },
      'satisfied',
    ],
    [
      'a company established outside carried it out',
      `${REGULATION}, Article 1(2)(c)`,
      { outsideActor: true },
      'satisfied',
    ],
    [
      'from within, at the direction of somebody outside',
      `${REGULATION}, Article 1(2)(d)`,
      { fromOutside: false, outsideDirection: true },
      'satisfied',
    ],
    [
      'external on a ground that the list does not name',
      `${REGULATION}, Article 1(2): “include”`,
      {
        fromOutside: false,
        outsideInfrastructure: false,
        outsideActor: false,
        outsideDirection: false,
        externalThreat: true,
      },
      'satisfied',
    ],
    [
      'an attack from within, and no tie outside',
      `${REGULATION}, Article 1(2)`,
      {
        fromOutside: false,
        outsideInfrastructure: false,
        outsideActor: false,
        outsideDirection: false,
        externalThreat: false,
      },
      'not-satisfied',
    ],
    [
      'on no other ground, and whose infrastructure it used is not known',
      `${REGULATION}, Article 1(2): any of four ties`,
      { fromOutside: false, outsideActor: false, outsideDirection: false, externalThreat: false },
      'unknown',
    ],
    ['its origin is not known', 'ours', { fromOutside: false }, 'unknown'],
  ],
  'eu-2019-796-1-3': [
    [
      'data read without authorisation',
      `${REGULATION}, Article 1(3)`,
      { attackAction: true, attackUnauthorised: true },
      'satisfied',
    ],
    [
      'a leaflet',
      `${REGULATION}, Article 1(3): four actions`,
      { attackAction: false },
      'not-satisfied',
    ],
    [
      'a test that the owner ordered',
      `${REGULATION}, Article 1(3): not duly authorised`,
      { attackAction: true, attackUnauthorised: false },
      'not-satisfied',
    ],
    ['whether it was authorised is not known', 'ours', { attackAction: true }, 'unknown'],
  ],
  'eu-2019-796-1-4': asked('threatToMember', `${REGULATION}, Article 1(4)`, [
    'the network of a ministry',
    'nothing of any member is affected',
  ]),
  'eu-2019-796-1-5': asked('threatToUnion', `${REGULATION}, Article 1(5)`, [
    'a delegation of the Union',
    'nothing of the Union is affected',
  ]),
  'eu-2019-796-1-6': [
    [
      'the network of an international organisation, and a listing deemed necessary',
      'cases, CASE-07',
      { againstThird: true, foreignPolicyNeed: true },
      'satisfied',
    ],
    [
      'no third party was the target',
      `${REGULATION}, Article 1(6)`,
      { againstThird: false },
      'not-satisfied',
    ],
    [
      'a third State, and a listing not deemed necessary',
      `${REGULATION}, Article 1(6): where deemed necessary`,
      { againstThird: true, foreignPolicyNeed: false },
      'not-satisfied',
    ],
    ['nobody has judged the need', 'ours', { againstThird: true }, 'unknown'],
  ],
  'eu-2019-796-2-a': asked('factorDisruption', `${REGULATION}, Article 2(a)`, [
    'a network off for days',
    'nothing was disrupted',
  ]),
  'eu-2019-796-2-b': asked('factorAffected', `${REGULATION}, Article 2(b)`, [
    'thousands of modems',
    'one computer',
  ]),
  'eu-2019-796-2-c': asked('factorMembers', `${REGULATION}, Article 2(c)`, [
    'several members at once',
    'one member alone',
  ]),
  'eu-2019-796-2-d': asked('factorLoss', `${REGULATION}, Article 2(d)`, [
    'theft of intellectual property on a large scale',
    'no loss is on record',
  ]),
  'eu-2019-796-2-e': asked('factorGain', `${REGULATION}, Article 2(e)`, [
    'a ransom was paid',
    'nobody gained by it',
  ]),
  'eu-2019-796-2-f': asked('factorData', `${REGULATION}, Article 2(f)`, [
    '350 GB of documents',
    'no data were taken',
  ]),
  'eu-2019-796-2-g': asked('factorSecrets', `${REGULATION}, Article 2(g)`, [
    'designs of a manufacturer',
    'no trade secrets among them',
  ]),
  'eu-2019-796-3-3-a': asked('listedResponsible', `${REGULATION}, Article 3(3)(a)`, [
    'an officer who carried it out',
    'somebody else did',
  ]),
  'eu-2019-796-3-3-b': asked('listedInvolved', `${REGULATION}, Article 3(3)(b)`, [
    'a company that supplied the tools',
    'took no part',
  ]),
  'eu-2019-796-3-3-c': asked('listedAssociated', `${REGULATION}, Article 3(3)(c)`, [
    'the company through which the responsible act',
    'no association with them',
  ]),
  'listing-reasons': [
    [
      'who, what and with which effect, and why this person',
      'TFEU, Article 296: a statement of reasons',
      {
        listedWho: 'what is demanded',
        listedConduct: 'what is demanded',
        effectStated: 'what is demanded',
        reasonsOwn: true,
      },
      'satisfied',
    ],
    [
      'the text repeats the criterion and no more',
      'TFEU, Article 296',
      { listedWho: 'what is demanded', reasonsOwn: false },
      'not-satisfied',
    ],
    ['the conduct is not stated', 'ours', { listedWho: 'what is demanded' }, 'unknown'],
  ],
  'listing-file': [
    [
      'listed with reasons, after a criminal investigation',
      'cases, CASE-18: evidence releasable to a court',
      { listingFile: true },
      'satisfied',
    ],
    [
      'intelligence that no court may see',
      'cases, CASE-18: evidence releasable to a court',
      { listingFile: false },
      'not-satisfied',
    ],
    ['nobody has looked at the file', 'ours', {}, 'unknown'],
  ],
  'cfsp-2019-797-6-1-proposal': asked('listingProposed', 'Decision (CFSP) 2019/797, Article 6(1)', [
    'a member has proposed it',
    'it is spoken of, and nobody has proposed it',
  ]),
  'cfsp-2019-797-6-1-unanimity': asked('councilUnanimous', 'TEU 29 and 31', [
    'all agree',
    'one member is against',
  ]),
  'eu-2019-796-13-2': [
    [
      'a notice was published, no address being known, with an address for observations',
      'Decision (CFSP) 2019/797, Article 6(2)',
      { listingCommunicated: true, observationsOpen: true },
      'satisfied',
    ],
    [
      'nothing was communicated',
      'Decision (CFSP) 2019/797, Article 6(2)',
      { listingCommunicated: false },
      'not-satisfied',
    ],
    [
      'the grounds were sent, and no observations were let in',
      'Decision (CFSP) 2019/797, Article 6(2): an opportunity to present observations',
      { listingCommunicated: true, observationsOpen: false },
      'not-satisfied',
    ],
    [
      'the grounds were sent, and no more is known',
      'ours',
      { listingCommunicated: true },
      'unknown',
    ],
  ],
  'eu-2019-796-13-3': [
    [
      'observations came, the decision was reviewed, and the person was told',
      'Decision (CFSP) 2019/797, Article 6(3)',
      { observations: 'reviewed' },
      'satisfied',
    ],
    [
      'nobody had anything to say to it',
      'Decision (CFSP) 2019/797, Article 6(3): where they are submitted',
      { observations: 'none' },
      'satisfied',
    ],
    [
      'a letter of the listed person was left unanswered',
      'Decision (CFSP) 2019/797, Article 6(3)',
      { observations: 'ignored' },
      'not-satisfied',
    ],
    ['nobody has said', 'ours', {}, 'unknown'],
  ],
  'eu-2019-796-13-4': asked('listingReviewed', `${REGULATION}, Article 13(4)`, [
    'looked at again before the year was over',
    'two years have passed',
  ]),
}
