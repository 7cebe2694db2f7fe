import type { FactId, Facts } from '../../src/fact.ts'
import type { Value } from '../../src/finding.ts'

/** One outcome that the record of an incident states, on its public facts and what it supposes. */
export type Replay = {
  /** The outcome in words, after the record. */
  readonly says: string
  /** What the record only alleges or weighs, taken to be so; or the kind of answer that was given. */
  readonly supposing?: Facts
  /** Code of the published view; without one, that of an invented nation that accepts every rule. */
  readonly under?: string
  readonly gives?: Readonly<Record<string, Value>>
  /** What it hangs on: still asked. */
  readonly asks?: readonly FactId[]
  /** It neither fails nor waits for want of attribution. */
  readonly needsNoAttribution?: true
}

/** Of persons: nothing of a State is frozen. */
const LISTING = { kind: 'restrictive-measure', stateAssets: false } as const
/** What an account of the listing would say of person, target, factor and reasons. */
const REASONED = {
  ...LISTING,
  listedResponsible: true,
  factorData: true,
  threatToMember: true,
  listedWho: 'as listed',
  listedConduct: 'as listed',
  effectStated: 'as listed',
  reasonsOwn: true,
} as const
const RETORSION = { kind: 'retorsion' } as const

/** Expected values: the observations and responses of each record, and test 4 of the notes. */
export const REPLAYS: Readonly<Record<string, readonly Replay[]>> = {
  'estonia-2007': [
    {
      says: 'a tie that is only alleged leaves Article 8 unknown',
      gives: { 'arsiwa-8': 'unknown' },
    },
    {
      says: 'tacit approval, if it were so, is not direction or control',
      supposing: { link: 'tolerance' },
      gives: { 'arsiwa-8': 'not-satisfied' },
    },
    {
      says: 'due diligence stays open as a way',
      supposing: { link: 'tolerance', adoption: 'silent' },
      gives: {
        'arsiwa-2-act': 'not-satisfied',
        'corfu-channel-22': 'unknown',
        'arsiwa-2': 'unknown',
      },
      asks: ['fromTerritory', 'knowledge', 'capacity', 'stepsTaken'],
    },
  ],
  'bundestag-2015': [
    {
      says: 'a summons needs no legal basis',
      supposing: RETORSION,
      gives: { retorsion: 'satisfied' },
    },
    {
      says: 'sanctions are not bound by the object of countermeasures',
      supposing: { ...LISTING, object: 'punish' },
      gives: { retorsion: 'satisfied', 'unfriendly-act': 'satisfied' },
    },
    {
      says: 'no evidence published is no defect under the view of the State that accused',
      supposing: { evidencePublished: 'none' },
      under: 'DE',
      gives: { 'gge-2015-28-f': 'satisfied' },
    },
    {
      says: 'and is one under the view of the State accused',
      supposing: { evidencePublished: 'none' },
      under: 'RU',
      gives: { 'gge-2015-28-f': 'not-satisfied' },
    },
  ],
  'wannacry-2017': [
    {
      says: 'support of a company is not enough',
      supposing: { link: 'support' },
      gives: { 'arsiwa-8': 'not-satisfied' },
    },
    {
      says: 'effective control has to be shown for the operation',
      supposing: { link: 'effective-control' },
      gives: { 'arsiwa-8': 'unknown' },
      asks: ['linkToOperation'],
    },
    {
      says: 'shown, it suffices',
      supposing: { link: 'effective-control', linkToOperation: true },
      gives: { 'arsiwa-8': 'satisfied' },
    },
  ],
  'notpetya-2017': [
    {
      says: 'each of many injured States may act separately',
      supposing: { injury: 'own-right', form: 'independent', directedBy: 'itself' },
      gives: { 'arsiwa-42': 'satisfied', 'arsiwa-46': 'satisfied', title: 'satisfied' },
    },
    {
      says: 'a State that denies a rule of sovereignty cannot rest on it',
      under: 'GB',
      gives: { 'tallinn-4-territory': 'not-satisfied' },
    },
    {
      says: 'one that holds the rule can',
      under: 'FR',
      gives: { 'tallinn-4-territory': 'satisfied' },
    },
  ],
  'cloud-hopper': [
    {
      says: 'a listing attributes nothing to a State',
      supposing: LISTING,
      gives: { 'cfsp-2019-797': 'unknown' },
      asks: ['listingFile'],
      needsNoAttribution: true,
    },
  ],
  'opcw-2018': [
    {
      says: 'agents on the territory breach sovereignty, although the attempt failed',
      gives: { 'tallinn-4-territory': 'satisfied' },
    },
    {
      says: 'and so under the view of the host State',
      under: 'NL',
      gives: { 'tallinn-4-territory': 'satisfied' },
    },
    {
      says: 'an attempt can be listed',
      supposing: {
        ...REASONED,
        threatToMember: false,
        againstThird: true,
        foreignPolicyNeed: true,
        listingFile: true,
      },
      gives: { 'cfsp-2019-797': 'satisfied', 'eu-2019-796-1-1': 'satisfied' },
    },
    {
      says: 'expulsion needs no legal basis',
      supposing: RETORSION,
      gives: { retorsion: 'satisfied' },
    },
  ],
  'georgia-2019': [
    {
      says: 'temporary loss of functionality is disputed',
      gives: { 'tallinn-4-territory': 'disputed' },
    },
  ],
  'solarwinds-2020': [
    {
      says: 'espionage alone is no undisputed breach',
      supposing: {
        agentsOnTerritory: false,
        functionAffected: 'none',
        coercion: 'none',
        scaleOfForce: 'none',
      },
      gives: { 'tallinn-32': 'disputed', 'arsiwa-2-b': 'disputed' },
    },
    {
      says: 'retorsion needs no breach, and the declaration was a stability measure',
      supposing: RETORSION,
      gives: { retorsion: 'satisfied', 'council-10289-23': 'satisfied' },
      needsNoAttribution: true,
    },
  ],
  'exchange-2021': [
    {
      says: 'due diligence attributes no conduct: it asks for knowledge and omission',
      under: 'EU',
      gives: { 'arsiwa-2-a': 'unknown', 'corfu-channel-22': 'unknown' },
      asks: ['knowledge', 'capacity', 'stepsTaken'],
    },
    {
      says: 'and can be met while nobody is attributed anything',
      supposing: {
        knowledge: 'actual',
        seriousConsequences: true,
        capacity: 'yes',
        stepsTaken: 'none',
      },
      gives: { 'arsiwa-2-a': 'unknown', 'corfu-channel-22': 'satisfied', 'arsiwa-2': 'satisfied' },
    },
  ],
  'hse-2021': [
    {
      says: 'a group without a tie, which no State adopts, is not attributed; due diligence remains',
      supposing: { adoption: 'silent' },
      gives: {
        'arsiwa-2-a': 'not-satisfied',
        'arsiwa-2-act': 'not-satisfied',
        'corfu-channel-22': 'unknown',
      },
    },
    {
      says: 'necessity remains, without attribution',
      supposing: { kind: 'necessity' },
      gives: { 'arsiwa-25': 'unknown' },
      needsNoAttribution: true,
    },
    {
      says: 'criminal law remains, without attribution',
      supposing: { kind: 'criminal-process', breaksObligation: false },
      gives: { retorsion: 'satisfied' },
      needsNoAttribution: true,
    },
  ],
  'ka-sat-2022': [
    {
      says: 'humanitarian law applies: the question is asked, and which rule was broken is open',
      under: 'DE',
      gives: { 'tallinn-part-iv': 'unknown' },
      asks: ['humanitarianRule'],
    },
    {
      says: 'States with outages are possibly injured',
      gives: { 'arsiwa-42': 'unknown' },
      asks: ['injury'],
    },
  ],
  'costa-rica-2022': [
    {
      says: 'without attribution to a State what was done opens no countermeasure',
      supposing: { adoption: 'silent' },
      gives: { 'arsiwa-2-a': 'not-satisfied', 'arsiwa-2-act': 'not-satisfied' },
    },
    { says: 'due diligence remains', gives: { 'corfu-channel-22': 'unknown' } },
    {
      says: 'necessity remains',
      supposing: { kind: 'necessity' },
      gives: { 'arsiwa-25': 'unknown' },
      needsNoAttribution: true,
    },
    {
      says: 'assistance at the victim’s request is free',
      supposing: { kind: 'assistance' },
      gives: { retorsion: 'satisfied' },
    },
  ],
  'albania-2022': [
    {
      says: 'severing relations is retorsion',
      supposing: RETORSION,
      gives: { retorsion: 'satisfied' },
    },
    {
      says: 'Article 5 was not invoked',
      supposing: { kind: 'self-defence-referral' },
      gives: { 'nat-5': 'not-satisfied' },
    },
    { says: 'restored systems: disputed', gives: { 'tallinn-4-territory': 'disputed' } },
  ],
  'spd-2022': [
    {
      says: 'a summons and a recall need no legal basis',
      supposing: RETORSION,
      gives: { retorsion: 'satisfied' },
      needsNoAttribution: true,
    },
  ],
  'electoral-commission-2021': [
    {
      says: 'taking data without manipulation is no intervention on its face',
      gives: { 'nicaragua-205': 'not-satisfied' },
    },
  ],
  'unit-29155': [
    {
      says: 'with a file that a court can review, the listing meets its criteria',
      supposing: REASONED,
      gives: { 'cfsp-2019-797': 'satisfied', 'unfriendly-act': 'satisfied' },
      needsNoAttribution: true,
    },
    {
      says: 'without one it does not',
      supposing: { ...LISTING, listingFile: false },
      gives: { 'cfsp-2019-797': 'not-satisfied' },
    },
  ],
  'czech-mfa-2022': [
    {
      says: 'a summons needs no legal basis',
      supposing: RETORSION,
      gives: { retorsion: 'satisfied' },
      needsNoAttribution: true,
    },
    {
      says: 'the language of due diligence attributes nothing',
      under: 'EU',
      supposing: { fromTerritory: true },
      gives: { 'arsiwa-2-a': 'unknown', 'corfu-channel-22': 'unknown' },
    },
  ],
  'polish-grid-2025': [
    {
      says: 'whether it was a breach turns on the effects',
      gives: { 'tallinn-4-territory': 'unknown' },
      asks: ['effect'],
    },
    {
      says: 'no effect, no breach of territory',
      supposing: { effect: 'none', agentsOnTerritory: false },
      gives: { 'tallinn-4-territory': 'not-satisfied' },
    },
    {
      says: 'equipment destroyed, a breach',
      supposing: { effect: 'physical-damage' },
      gives: { 'tallinn-4-territory': 'satisfied' },
    },
    {
      says: 'less than certainty leaves the proof open',
      supposing: { confidence: 'likely' },
      asks: ['otherHypotheses'],
    },
  ],
  'integrity-technology': [
    {
      says: 'private contractors can be listed without attribution to a State',
      supposing: LISTING,
      gives: { 'cfsp-2019-797': 'unknown' },
      asks: ['listingFile'],
      needsNoAttribution: true,
    },
  ],
  'colonial-pipeline-2021': [
    {
      says: 'a group, if it is tolerated and no more, is not attributed; due diligence is the question',
      supposing: { link: 'tolerance', adoption: 'silent' },
      gives: { 'arsiwa-2-a': 'not-satisfied', 'corfu-channel-22': 'unknown' },
    },
  ],
}

/** What the record says instead of an outcome. */
export const WITHOUT_OUTCOME: Readonly<Record<string, string>> = {
  'sony-2014': 'not verified, background only',
  'finnish-parliament-2020': 'an order of events, no answer of a rule',
  'salt-typhoon': 'questions of Articles 5 and 8, left open',
}
