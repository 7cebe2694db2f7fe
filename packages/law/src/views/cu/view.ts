import { published, type View } from '../../view.ts'

/** The published view of: Cuba. What no source that was read says is `unknown`. */
export const cu: View = {
  holder: published('CU', 'state', { en: 'Cuba', es: 'Cuba' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'National position submitted to OEWG',
      date: '2024-06-28',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Cuba_(2024)',
    },
    {
      title: 'Position Paper of Cuba',
      date: '2024',
      url: 'listed in github:marieleponti/globalcyberlawproject-ilit:src/core/templates/core/source_docs.html',
    },
  ],
  note: 'Calls for legally binding specific norms (2024 paras 14, 21).',
  readings: {
    sovereignty: {
      value: 'rule',
      says: 'Treated as a rule that can incur responsibility; below-intervention breaches only ambiguously.',
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row CUB, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: 'The prohibition applies to cyber operations.',
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row CUB, Q1: Ambiguous; Q3 applies to cyber: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': { value: 'unknown', source: 'none' },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'cautious',
      says: 'Has expressed caution about countermeasures in the cyber context.',
      source:
        'Cyber Law Toolkit, Countermeasures (list of states), https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': { value: 'unknown', source: 'none' },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': { value: 'unknown', source: 'none' },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'contested',
      says: 'Warns against doctrines that treat force as a legitimate response to cyber attack; rejected the 2017 GGE text.',
      source:
        'https://misiones.cubaminrex.cu/en/un/statements/speech-delivered-ernesto-rodriguez-hernandez-deputy-minister-communications-cuba ; Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'sourced',
      reliability: 'none',
    },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'contested',
      says: 'Rejected the 2017 GGE draft that mentioned IHL.',
      source:
        'Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'sourced',
      reliability: 'none',
    },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
