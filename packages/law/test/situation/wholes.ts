import type { Facts } from '../../src/fact.ts'
import type { Value } from '../../src/finding.ts'
import type { Issue } from '../../src/view.ts'

/**
 * What is otherwise than in the situation of the whole, and what the whole then comes to under the view of an
 * invented nation that accepts every rule; with a reading, under that view with another reading of one issue.
 */
export type Where = readonly [
  says: string,
  facts: Facts,
  value: Value | 'not-asked',
  reading?: readonly [Issue, string],
]

/** How provisions are put together: one situation of a whole, and others that differ in one point. */
export type Whole = {
  readonly source: string
  /** Laid over a measure in which everything is met, unless `apart`: then these facts alone. */
  readonly facts: Facts
  readonly apart?: true
  readonly value: Value
  readonly where: readonly Where[]
}

const RESTORED: Facts = { ceased: true, tribunal: 'can-bind' }
const invoked = (excuse: NonNullable<Facts['excuse']>): Where => [
  `the State held responsible invokes ${excuse}, and the facts bear it out`,
  { excuse, excuseHolds: true },
  'not-satisfied',
]
const notBorneOut = (excuse: NonNullable<Facts['excuse']>): Where => [
  `it invokes ${excuse}, and the facts do not bear it out`,
  { excuse, excuseHolds: false },
  'satisfied',
]

const EXCUSES = [
  'consent',
  'self-defence',
  'countermeasure',
  'force-majeure',
  'distress',
  'necessity',
] as const

/** No conduct of a State, in any of the ways in which it could be. */
const NOBODY: Facts = {
  actor: 'private-group',
  actorCapacity: false,
  link: 'none',
  linkToOperation: false,
  adoption: 'denies',
  exceededAuthority: false,
  exclusiveDirection: false,
  calledFor: false,
  movementSucceeded: false,
  roleInAct: 'none',
  knowledgeOfAct: 'none',
  wrongfulIfOwn: false,
}

/** No obligation was broken, each of them asked. */
const NO_BREACH: Facts = {
  effect: 'none',
  agentsOnTerritory: false,
  functionAffected: 'none',
  interference: 'none',
  domain: 'none',
  coercion: 'none',
  intent: 'no',
  scaleOfForce: 'none',
  missionData: 'none',
  rightViolated: 'none',
  rightsJurisdiction: 'none',
  armedConflict: 'international',
  conflictNexus: false,
  humanitarianRule: 'none',
  conflictEffect: 'data',
  treatyProvision: 'article 3',
  treatyBreached: false,
  espionage: 'none',
}

/** A listing of the Union that meets its criteria, with one factor, one threat and one ground. */
const LISTED: Facts = {
  kind: 'restrictive-measure',
  listingUnder: 'union',
  breaksObligation: false,
  stateAssets: false,
  attackAction: true,
  attackUnauthorised: true,
  attemptedOnly: false,
  significantEffect: true,
  potentialEffect: false,
  factorDisruption: false,
  factorAffected: false,
  factorMembers: false,
  factorLoss: false,
  factorGain: false,
  factorData: false,
  factorSecrets: false,
  fromOutside: true,
  outsideInfrastructure: false,
  outsideActor: false,
  outsideDirection: false,
  externalThreat: true,
  threatToMember: true,
  threatToUnion: false,
  againstThird: false,
  foreignPolicyNeed: false,
  listedResponsible: true,
  listedInvolved: false,
  listedAssociated: false,
  listedWho: 'who',
  listedConduct: 'what',
  effectStated: 'which',
  reasonsOwn: true,
  listingFile: true,
  listingProposed: true,
  councilUnanimous: true,
}
const FULLY_LISTED: Facts = { ...LISTED, factorLoss: true }
const INFORMED: Facts = {
  listingCommunicated: true,
  observationsOpen: true,
  observations: 'none',
  listingReviewed: true,
}

const DEFENDED: Facts = {
  kind: 'self-defence-referral',
  scaleOfForce: 'injury-or-death',
  gravity: 'most-grave',
  attackStage: 'ongoing',
  attackAuthor: 'state',
  defenceReasons: true,
  councilReport: true,
  councilReportedOn: '2026-11-20',
}

const REGULATION = 'Regulation (EU) 2019/796, Article'

/** By hand: each whole, and what decides it. */
export const WHOLES: Readonly<Record<string, Whole>> = {
  'arsiwa-22': {
    source: 'ARSIWA 22 and 49-54',
    facts: {},
    value: 'satisfied',
    where: [
      ['its view is cautious of the whole law', {}, 'disputed', ['countermeasures', 'cautious']],
      ['no wrongful act', { obligationInForce: false, fromTerritory: false }, 'not-satisfied'],
      ['the series goes on', { actExtent: 'series' }, 'satisfied'],
      [
        'it is over, and nothing is owed',
        { actExtent: 'completed', reparation: 'not-sought', ceased: undefined },
        'not-satisfied',
      ],
      [
        'it only assists: call and notice are left to the injured State',
        {
          form: 'assistance',
          request: 'covers-this',
          assistedMeasure: 'met',
          ownObligation: 'kept',
          calledOn: undefined,
          notifiedOn: undefined,
        },
        'satisfied',
      ],
      ['who acted is unlikely', { confidence: 'unlikely' }, 'not-satisfied'],
      [
        'consent excuses',
        { excuse: 'consent', excuseHolds: true, obligation: 'bilateral' },
        'not-satisfied',
      ],
      ['it broke the law itself before', { ownPriorBreach: 'found' }, 'unknown'],
      ['it is not injured', { injury: 'none', obligation: 'bilateral' }, 'not-satisfied'],
      ['a firm hacks back', { executor: 'private-operator' }, 'not-satisfied'],
      ['a State carries it out', { executor: 'state-organ' }, 'satisfied'],
      ['the claim was given up', { waiver: 'waived', localRemedies: 'exhausted' }, 'not-satisfied'],
      ['the claim stands', { waiver: 'none', localRemedies: 'exhausted' }, 'satisfied'],
      ['it asks for more than is owed', { remedySought: 'beyond' }, 'not-satisfied'],
      ['it asks for what is owed', { remedySought: 'cessation' }, 'satisfied'],
      ['it is to punish', { object: 'punish' }, 'not-satisfied'],
      ['a duty that stays is broken', { settlement: 'broken' }, 'not-satisfied'],
      ['a special regime excludes it', { specialRegime: 'excludes' }, 'not-satisfied'],
      ['no special regime', { specialRegime: 'none' }, 'satisfied'],
      ['no peaceful means were sought', { settlementSteps: 'none' }, 'disputed'],
      ['peaceful means were sought', { settlementSteps: 'documented' }, 'satisfied'],
      ['two titles are mixed', { otherTitle: 'collective-self-defence' }, 'not-satisfied'],
      ['one title alone', { otherTitle: 'none' }, 'satisfied'],
      [
        'it outweighs the injury',
        { injuryWeight: 'low', measuresWeight: 'very-high' },
        'not-satisfied',
      ],
      ['only its own share is weighed', { measuresCounted: 'own-only' }, 'not-satisfied'],
      ['all measures are weighed', { measuresCounted: 'all' }, 'satisfied'],
      ['the answer is still awaited', { answer: 'pending' }, 'not-satisfied'],
      ['it has complied', { reparation: 'full' }, 'not-satisfied'],
      ['no mandate at home', { authority: 'none' }, 'not-satisfied'],
      ['a mandate at home', { authority: 'recorded' }, 'satisfied'],
    ],
  },
  'arsiwa-2': {
    source: 'ARSIWA 2',
    facts: {},
    value: 'satisfied',
    where: [
      [
        'no act of its own, and it did all it could',
        { ...NOBODY, knowledge: 'actual', stepsTaken: 'effective' },
        'not-satisfied',
      ],
      [
        'no act of its own, and it let it happen',
        { ...NOBODY, knowledge: 'actual', stepsTaken: 'none' },
        'satisfied',
      ],
      [
        'an act of its own, and it did all it could against others',
        { knowledge: 'actual', stepsTaken: 'effective' },
        'satisfied',
      ],
    ],
  },
  'arsiwa-2-act': {
    source: 'ARSIWA 2',
    facts: {},
    value: 'satisfied',
    where: [
      ['nobody for whom a State answers', NOBODY, 'not-satisfied'],
      ['nothing but the territory', { territoryOnly: true }, 'unknown'],
      ['more than the territory', { territoryOnly: false }, 'satisfied'],
      ['no obligation was broken', NO_BREACH, 'not-satisfied'],
      ['the obligation did not bind', { obligationInForce: false }, 'not-satisfied'],
      ['the obligation bound', { obligationInForce: true }, 'satisfied'],
    ],
  },
  'arsiwa-2-a': {
    source: 'ARSIWA 4-11',
    facts: { ...NOBODY, actor: 'private-group' },
    value: 'not-satisfied',
    where: [
      ['an organ', { actor: 'state-organ', actorCapacity: true }, 'satisfied'],
      [
        'an entity with public power',
        { actor: 'empowered-entity', actorCapacity: true },
        'satisfied',
      ],
      [
        'an organ put at its disposal',
        { actor: 'lent-organ', exclusiveDirection: true },
        'satisfied',
      ],
      ['instructed', { link: 'instructions', linkToOperation: true }, 'satisfied'],
      [
        'in default of the authorities',
        { actor: 'in-default-of-authorities', calledFor: true },
        'satisfied',
      ],
      ['rebels that won', { actor: 'insurgents', movementSucceeded: true }, 'satisfied'],
      ['adopted as its own', { adoption: 'adopts' }, 'satisfied'],
      [
        'another State, which it directed',
        {
          actor: 'another-state',
          roleInAct: 'directed',
          knowledgeOfAct: 'actual',
          wrongfulIfOwn: true,
        },
        'satisfied',
      ],
      ['another State, alone', { actor: 'another-state', roleInAct: 'none' }, 'not-satisfied'],
      [
        'an organ in private, of which nobody says that it exceeded its authority',
        { actor: 'state-organ', actorCapacity: false, exceededAuthority: undefined },
        'not-satisfied',
      ],
    ],
  },
  'arsiwa-16-18': {
    source: 'ARSIWA 16-18',
    facts: {
      actor: 'another-state',
      roleInAct: 'none',
      knowledgeOfAct: 'actual',
      wrongfulIfOwn: true,
    },
    value: 'not-satisfied',
    where: [
      ['it aided', { roleInAct: 'aided' }, 'satisfied'],
      ['it directed', { roleInAct: 'directed' }, 'satisfied'],
      ['it coerced', { roleInAct: 'coerced' }, 'satisfied'],
    ],
  },
  'arsiwa-2-b': {
    source: 'ARSIWA 12',
    facts: NO_BREACH,
    value: 'not-satisfied',
    where: [
      ['effects on its territory', { effect: 'permanent-loss' }, 'satisfied'],
      [
        'taxes could not be raised',
        { functionAffected: 'taxation', interference: 'interference' },
        'satisfied',
      ],
      [
        'its choice was forced',
        { domain: 'elections', coercion: 'forces-choice', intent: 'yes' },
        'satisfied',
      ],
      ['people were injured', { scaleOfForce: 'injury-or-death' }, 'satisfied'],
      ['an embassy’s archive', { missionData: 'in-custody' }, 'satisfied'],
      [
        'a right of persons in its power',
        { rightViolated: 'unjustified', rightsJurisdiction: 'territorial' },
        'satisfied',
        ['human-rights', 'applies'],
      ],
      [
        'civilians were the object of an attack',
        { conflictNexus: true, humanitarianRule: 'distinction', conflictEffect: 'damage' },
        'satisfied',
        ['ihl-applies', 'applies'],
      ],
      ['a treaty between them', { treatyBreached: true }, 'satisfied'],
      ['pure espionage', { espionage: 'pure' }, 'disputed'],
      ['espionage by acts that another rule covers', { espionage: 'by-breach' }, 'not-satisfied'],
    ],
  },
  proof: {
    source: 'ours: rules base A-12 and A-13',
    facts: {},
    value: 'satisfied',
    where: [
      ['it is unlikely', { confidence: 'unlikely' }, 'not-satisfied'],
      [
        'nothing is published',
        { evidencePublished: 'none' },
        'not-satisfied',
        ['attribution-evidence-duty', 'substantiation-required'],
      ],
      [
        'nothing is known of the proof',
        { confidence: 'unlikely', evidencePublished: 'none' },
        'not-satisfied',
      ],
    ],
  },
  'arsiwa-20-27': {
    source: 'ARSIWA 20-27',
    facts: { excuse: 'necessity', excuseHolds: true, obligation: 'bilateral' },
    value: 'not-satisfied',
    where: [
      ['the norm is peremptory: nothing excuses', { obligation: 'peremptory' }, 'satisfied'],
      ['what is invoked is not borne out', { excuseHolds: false }, 'satisfied'],
    ],
  },
  'arsiwa-20-25': {
    source: 'ARSIWA 20-25',
    facts: { excuse: 'consent', excuseHolds: false },
    value: 'satisfied',
    where: [...EXCUSES.map(invoked), ...EXCUSES.map(notBorneOut)],
  },
  title: {
    source: 'ARSIWA 42-48 and 54',
    facts: {},
    value: 'satisfied',
    where: [
      ['no title', { injury: 'none', obligation: 'bilateral' }, 'not-satisfied'],
      ['another directs it', { directedBy: 'another' }, 'not-satisfied'],
      ['jointly, each entitled', { form: 'joint', allEntitled: true }, 'satisfied'],
      ['jointly, one of them not entitled', { form: 'joint', allEntitled: false }, 'disputed'],
      [
        'it assists, and was asked',
        {
          form: 'assistance',
          request: 'covers-this',
          assistedMeasure: 'met',
          ownObligation: 'kept',
        },
        'satisfied',
      ],
      [
        'it assists, and nobody asked',
        { form: 'assistance', request: 'none', assistedMeasure: 'met', ownObligation: 'kept' },
        'not-satisfied',
      ],
      [
        'on behalf, and was asked',
        { form: 'on-behalf', request: 'covers-this' },
        'satisfied',
        ['collective-on-behalf', 'supports'],
      ],
      ['on behalf, and nobody asked', { form: 'on-behalf', request: 'none' }, 'not-satisfied'],
    ],
  },
  'title-own': {
    source: 'ARSIWA 42 and 48',
    facts: { injury: 'none', obligation: 'bilateral' },
    value: 'not-satisfied',
    where: [
      ['its own right was injured', { injury: 'own-right' }, 'satisfied'],
      [
        'not injured, but owed to all',
        { obligation: 'erga-omnes' },
        'satisfied',
        ['collective-own-right', 'supports'],
      ],
    ],
  },
  'title-without-injury': {
    source: 'ARSIWA 48 and 54',
    facts: { obligation: 'erga-omnes' },
    value: 'disputed',
    where: [
      ['under a view that supports it', {}, 'satisfied', ['collective-own-right', 'supports']],
      ['under a view that rejects it', {}, 'not-satisfied', ['collective-own-right', 'rejects']],
      ['owed to single States', { obligation: 'bilateral' }, 'not-satisfied'],
      [
        'it claims for those injured',
        { remedySought: 'compensation', reparationFor: 'injured' },
        'satisfied',
        ['collective-own-right', 'supports'],
      ],
      [
        'it claims for itself',
        { remedySought: 'compensation', reparationFor: 'itself' },
        'not-satisfied',
        ['collective-own-right', 'supports'],
      ],
    ],
  },
  'arsiwa-49': {
    source: 'ARSIWA 49',
    facts: {},
    value: 'satisfied',
    where: [
      ['it is to deter', { object: 'deter' }, 'not-satisfied'],
      ['it comes before the wrong', { actOn: '2030-01-01' }, 'not-satisfied'],
      ['it comes after the wrong', { actOn: '2026-10-01' }, 'satisfied'],
      ['it breaks rights of others', { thirdStates: 'rights-broken' }, 'not-satisfied'],
      ['other explanations are open', { otherHypotheses: 'still-open' }, 'unknown'],
      ['reviewed before it starts', { reviewOn: '2026-12-01' }, 'not-satisfied'],
      ['it cannot be undone', { reversible: 'no' }, 'not-satisfied'],
    ],
  },
  'arsiwa-50': {
    source: 'ARSIWA 50',
    facts: {},
    value: 'satisfied',
    where: [
      ['it injures people', { measureEffect: 'injury-or-death' }, 'not-satisfied'],
      ['it takes lives', { rightsAffected: 'life' }, 'not-satisfied'],
      ['it strikes hospitals', { protectedObject: 'medical' }, 'not-satisfied'],
      ['it breaks a peremptory norm', { peremptoryAffected: true }, 'not-satisfied'],
      ['it evades a procedure in force', { settlement: 'broken' }, 'not-satisfied'],
      ['it reaches an embassy', { missionAffected: true }, 'not-satisfied'],
    ],
  },
  'arsiwa-52': {
    source: 'ARSIWA 52',
    facts: {},
    value: 'satisfied',
    where: [
      ['its answer is awaited', { answer: 'pending' }, 'not-satisfied'],
      [
        'no notice, and no urgency',
        { negotiationOffered: false, urgency: 'none' },
        'not-satisfied',
      ],
      ['a tribunal is seised in good faith', { ...RESTORED, goodFaith: true }, 'not-satisfied'],
      ['a tribunal is seised in bad faith', { ...RESTORED, goodFaith: false }, 'satisfied'],
    ],
  },
  'arsiwa-52-notice': {
    source: 'ARSIWA 52(1) and 52(2)',
    facts: { negotiationOffered: false, urgency: 'none' },
    value: 'not-satisfied',
    where: [
      ['notified, with an offer', { negotiationOffered: true }, 'satisfied'],
      [
        'rights would be lost',
        { urgency: 'rights-would-be-lost', noticeFollowsOn: '2027-01-01' },
        'satisfied',
        ['prior-notification', 'not-always'],
      ],
    ],
  },
  'arsiwa-52-bar': {
    source: 'ARSIWA 52(3) and 52(4)',
    facts: { ...RESTORED, goodFaith: true },
    value: 'not-satisfied',
    where: [
      ['the wrong goes on', { ceased: false }, 'satisfied'],
      ['the procedure is not carried out in good faith', { goodFaith: false }, 'satisfied'],
    ],
  },
  own: {
    source: 'ours: rules base X-01',
    facts: {
      ownReading: 'supports',
      authority: 'recorded',
      custody: 'complete',
      secondment: 'in-writing',
      reviewHeld: true,
    },
    value: 'satisfied',
    where: [
      ['against its own paper', { ownReading: 'rejects' }, 'not-satisfied'],
      ['no mandate', { authority: 'none' }, 'not-satisfied'],
      ['gaps in custody', { custody: 'gaps' }, 'unknown'],
      ['an unwritten secondment', { secondment: 'unwritten' }, 'not-satisfied'],
      ['a review was missed', { reviewHeld: false }, 'unknown'],
    ],
  },
  'unfriendly-act': {
    source: 'Decision (CFSP) 2019/797, Article 6(1)',
    facts: { ...FULLY_LISTED, toolbox: 'restrictive' },
    value: 'satisfied',
    where: [
      ['it breaks an obligation', { breaksObligation: true }, 'not-satisfied'],
      ['nobody names the Toolbox', { toolbox: undefined }, 'satisfied'],
      ['the Council is not unanimous', { councilUnanimous: false }, 'not-satisfied'],
    ],
  },
  'cfsp-2019-797': {
    source: 'Decision (CFSP) 2019/797, Article 6(1)',
    facts: { ...FULLY_LISTED, ...INFORMED },
    value: 'satisfied',
    where: [
      ['no attack in the sense of the Regulation', { attackUnauthorised: false }, 'not-satisfied'],
      ['no significant effect', { significantEffect: false }, 'not-satisfied'],
      [
        'no threat',
        { fromOutside: false, externalThreat: false, threatToMember: false },
        'not-satisfied',
      ],
      ['no ground to list this person', { listedResponsible: false }, 'not-satisfied'],
      ['the reasons repeat the criterion', { reasonsOwn: false }, 'not-satisfied'],
      ['no file for a court', { listingFile: false }, 'not-satisfied'],
      ['nobody proposed it', { listingProposed: false }, 'not-satisfied'],
      ['the Council is not unanimous', { councilUnanimous: false }, 'not-satisfied'],
      ['the person was not told', { listingCommunicated: false }, 'not-satisfied'],
    ],
  },
  'eu-2019-796-effect': {
    source: `${REGULATION} 2`,
    facts: FULLY_LISTED,
    value: 'satisfied',
    where: [
      ['no significant effect', { significantEffect: false }, 'not-satisfied'],
      ['none of the factors', { factorLoss: false }, 'not-satisfied'],
    ],
  },
  'eu-2019-796-2': {
    source: `${REGULATION} 2`,
    facts: LISTED,
    value: 'not-satisfied',
    where: [
      ['(a)', { factorDisruption: true }, 'satisfied'],
      ['(b)', { factorAffected: true }, 'satisfied'],
      ['(c)', { factorMembers: true }, 'satisfied'],
      ['(d)', { factorLoss: true }, 'satisfied'],
      ['(e)', { factorGain: true }, 'satisfied'],
      ['(f)', { factorData: true }, 'satisfied'],
      ['(g)', { factorSecrets: true }, 'satisfied'],
    ],
  },
  'eu-2019-796-against': {
    source: `${REGULATION} 1`,
    facts: { ...FULLY_LISTED, threatToMember: false },
    value: 'not-satisfied',
    where: [
      ['a threat to a member', { threatToMember: true }, 'satisfied'],
      ['against a third State', { againstThird: true, foreignPolicyNeed: true }, 'satisfied'],
    ],
  },
  'eu-2019-796-threat': {
    source: `${REGULATION} 1`,
    facts: FULLY_LISTED,
    value: 'satisfied',
    where: [
      ['from within', { fromOutside: false, externalThreat: false }, 'not-satisfied'],
      ['it threatens nobody', { threatToMember: false }, 'not-satisfied'],
    ],
  },
  'eu-2019-796-threatened': {
    source: `${REGULATION} 1`,
    facts: { ...FULLY_LISTED, threatToMember: false },
    value: 'not-satisfied',
    where: [
      ['a member', { threatToMember: true }, 'satisfied'],
      ['the Union', { threatToUnion: true }, 'satisfied'],
    ],
  },
  'eu-2019-796-3-3': {
    source: `${REGULATION} 3(3)`,
    facts: { ...FULLY_LISTED, listedResponsible: false },
    value: 'not-satisfied',
    where: [
      ['(a)', { listedResponsible: true }, 'satisfied'],
      ['(b)', { listedInvolved: true }, 'satisfied'],
      ['(c)', { listedAssociated: true }, 'satisfied'],
    ],
  },
  'eu-2019-796-13': {
    source: `${REGULATION} 13`,
    facts: { ...FULLY_LISTED, ...INFORMED },
    value: 'satisfied',
    where: [
      ['not communicated', { listingCommunicated: false }, 'not-satisfied'],
      ['no observations', { observationsOpen: false }, 'not-satisfied'],
      ['observations ignored', { observations: 'ignored' }, 'not-satisfied'],
      ['no review', { listingReviewed: false }, 'not-satisfied'],
      [
        'nobody has said',
        {
          listingCommunicated: undefined,
          observationsOpen: undefined,
          observations: undefined,
          listingReviewed: undefined,
        },
        'not-asked',
      ],
    ],
  },
  'self-defence-referral': {
    source: 'UN Charter, Article 51',
    apart: true,
    facts: {
      kind: 'self-defence-referral',
      scaleOfForce: 'none',
      gravity: 'less-grave',
      attackStage: 'past',
      allianceDecision: 'none',
      mutualAssistance: 'none',
      solidarity: 'none',
      securityCouncil: 'no',
    },
    value: 'not-satisfied',
    where: [
      ['an armed attack that goes on', DEFENDED, 'satisfied', ['self-defence', 'accepted']],
      [
        'the alliance decided',
        { allianceDecision: 'invoked', allianceInvokedOn: '2026-11-01' },
        'satisfied',
      ],
      [
        'assistance was invoked',
        { mutualAssistance: 'armed-aggression', assistanceInvokedOn: '2026-11-01' },
        'satisfied',
      ],
      [
        'solidarity was invoked',
        {
          solidarity: 'overwhelmed',
          solidarityCause: 'disaster',
          solidarityInvokedOn: '2026-11-01',
        },
        'satisfied',
      ],
      ['the Council is seised', { securityCouncil: 'seised' }, 'satisfied'],
    ],
  },
  'charter-51': {
    source: 'UN Charter, Article 51',
    apart: true,
    facts: { ...DEFENDED, victimDeclared: true, helpRequested: true },
    value: 'disputed',
    where: [
      ['under a view that accepts it', {}, 'satisfied', ['self-defence', 'accepted']],
      ['no use of force', { scaleOfForce: 'none' }, 'not-satisfied', ['self-defence', 'accepted']],
      [
        'the attack is past',
        { attackStage: 'past' },
        'not-satisfied',
        ['self-defence', 'accepted'],
      ],
      [
        'the victim asked for nothing',
        { helpRequested: false },
        'not-satisfied',
        ['self-defence', 'accepted'],
      ],
    ],
  },
}
