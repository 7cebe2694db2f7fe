import { published, type View } from '../../view.ts'

/** The published view of: Sweden. What no source that was read says is `unknown`. */
export const se: View = {
  holder: published('SE', 'state', { en: 'Sweden', es: 'Suecia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Position paper on the application of international law in cyberspace',
      date: '2022-07',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_the_Kingdom_of_Sweden_(2022)',
    },
    {
      title: 'Position Paper on the Application of International Law in Cyberspace',
      date: '2022-07',
      url: 'https://perma.cc/U5HT-GWEZ',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: 'Treats respect for territorial sovereignty in cyberspace as a rule whose breach is a wrongful act.',
      source:
        'Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: 'Non-intervention applies to cyber activities.',
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: 'Use of force rules apply to cyber activities.',
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'binding',
      says: 'Listed among the states that endorse due diligence as a binding general duty.',
      source:
        'Cyber Law Toolkit, Due diligence (current version; same text mirrored at https://cjwi.org/fa/en/due-diligence/), https://cyberlaw.ccdcoe.org/wiki/Due_diligence',
      pinpoint: 'box, second paragraph',
      basis: 'sourced',
      reliability: 'toolkit-list',
      earlier: {
        value: 'addressed',
        source:
          'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
        basis: 'sourced',
      },
    },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: 'Has expressly confirmed that the law of countermeasures applies to cyber operations.',
      source:
        'Cyber Law Toolkit, Countermeasures (list of states), https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'not-always',
      says: 'Urgent cyber countermeasures may be taken without prior notification, as an exception to the general duty.',
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.100',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-countermeasures': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'silent',
      says: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row SWE, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: 'Countermeasures may not amount to a use of force.',
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.104',
      basis: 'sourced',
      reliability: 'none',
    },
    'self-defence': {
      value: 'accepted',
      says: 'Art 51 right, individual or collective, scale and effects, report to the Security Council.',
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row SWE, Q1, collective, report: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: {
      value: 'addressed',
      says: 'The published position addresses the plea of necessity as a possible basis for response.',
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'sourced',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'applies',
      says: 'IHL applies to cyber activities in armed conflict.',
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
    'human-rights': {
      value: 'applies',
      says: 'Human rights apply online as offline.',
      source:
        'https://www.johansen.se/blog/2022/08/02/sveriges-nationella-position-om-tillampning-av-folkratten-i-cyberrymden-2/',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
