import { published, type View } from '../../view.ts'

/** The published view of: Israel. What no source that was read says is `unknown`. */
export const il: View = {
  holder: published('IL', 'state', { en: 'Israel', es: 'Israel' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: "Israel's Perspective (Schondorf), 97 Int'l L. Stud. 395",
      date: '2020-12-08',
      url: 'https://digital-commons.usnwc.edu/cgi/viewcontent.cgi?article=2957&context=ils',
    },
    {
      title: "Israel's Perspective on Key Legal and Practical Issues",
      date: '2021',
      url: 'https://perma.cc/3ENJ-5H3N',
    },
  ],
  readings: {
    sovereignty: {
      value: 'no-position',
      says: 'Takes no definitive position; unclear whether such acts violate territorial sovereignty.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'prohibited-intervention': {
      value: 'high-threshold',
      says: 'High threshold of coercion in core affairs; manipulating elections would violate it.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'use-of-force': {
      value: 'physical-effects',
      says: 'Force if expected to cause physical damage, injury or death; others may be examined.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part II',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'voluntary',
      says: 'Not at present a binding rule in the cyber context.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: 'Disclosure is at the exclusive discretion of the state; factual matter not to be over-regulated.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'accepted',
      says: 'Accepts cyber countermeasures.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-notification': {
      value: 'not-required',
      says: 'No absolute duty to notify in advance; announcing would often negate the measure.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part IV',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-countermeasures': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row ISR, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: 'Against actual or imminent armed attack by state or non-state actors, by cyber or kinetic means.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part II',
      basis: 'sourced',
      reliability: 'none',
    },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'applies',
      says: 'LOAC applies; attack requires physical damage; data is not an object.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part III',
      basis: 'sourced',
      reliability: 'none',
    },
    'human-rights': {
      value: 'silent',
      says: 'Mentions human rights as a topic for later.',
      source: '97 ILS 395 (2021), full text via github:BSafes-Papers/BSafes-Papers.github.io',
      pinpoint: 'Part V',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
