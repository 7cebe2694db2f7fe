import { published, type View } from '../../view.ts'

/** The published view of: Denmark. What no source that was read says is `unknown`. */
export const dk: View = {
  holder: published('DK', 'state', { en: 'Denmark', es: 'Dinamarca' }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        "Denmark's Position Paper on the Application of International Law in Cyberspace, NJIL 2023, p. 447 ff.",
      date: '2023-07-04',
      url: 'https://database.cyberpolicyportal.org/en/entity/6ekwy2l14g8?page=2',
    },
    {
      title: "Denmark's Position Paper on the Application of International Law in Cyberspace",
      date: '2023-07',
      url: 'https://perma.cc/6D5U-ZXJ8',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: 'A stand-alone rule with a threshold of more than negligible effect, judged case by case.',
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row DNK, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'sovereignty-threshold': {
      value: 'above-a-minimum',
      says: 'A stand-alone rule with a threshold of more than negligible effect, judged case by case.',
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row DNK, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'prohibited-intervention': {
      value: 'accepted',
      says: 'Paper covers non-intervention as binding.',
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Denmark_(2023)',
      basis: 'sourced',
      reliability: 'none',
    },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: 'Injury, death or significant physical damage is prima facie force; severe economic effects (financial system) cannot be ruled out.',
      source: 'Denmark 2023, via https://cjwi.org/fa/wp-json/wp/v2/posts/1605',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'accepted',
      says: 'Customary right; by cyber or other means, also against a non-cyber or cyber wrong; only to bring back compliance; not in anticipation; effects should be reversible.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q1, Q2, Q2a, Q2b, Q3: Yes; Q12: No; Q14: Yes',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'not-always',
      says: 'Notice to the responsible state is required in principle, but not absolutely.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q24b: Yes; Q24.b.i absolute: No',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-countermeasures': {
      value: 'open',
      says: 'Addresses collective action and help by non-injured states without a definite answer (coded ambiguous on collective action, on assistance and on multilateral-treaty breaches).',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q20, Q21, Q22: Ambiguity',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'open',
      says: 'Addressed without a definite answer (2023; draft coding).',
      source:
        'Position paper, 4 July 2023, https://perma.cc/6D5U-ZXJ8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20, Q21, Q22)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'open',
      says: 'Addressed without a definite answer (2023; draft coding).',
      source:
        'Position paper, 4 July 2023, https://perma.cc/6D5U-ZXJ8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20, Q21, Q22)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'open',
      says: 'Addressed without a definite answer (2023; draft coding).',
      source:
        'Position paper, 4 July 2023, https://perma.cc/6D5U-ZXJ8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20, Q21, Q22)',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: 'Countermeasures may not involve force.',
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row DNK, Q10: No',
      basis: 'sourced',
      reliability: 'draft-coding-not-in-v1',
    },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: 'Cyber attack with effects like a kinetic one qualifies; state practice supports self-defence against a non-state actor in some instances.',
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row DNK, Q1, Q3, Q4, Q12b',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    necessity: {
      value: 'silent',
      says: 'The toolkit list of positions that address necessity does not include this one.',
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'applies',
      says: 'Paper covers IHL among its issues.',
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_Denmark_(2023)',
      basis: 'sourced',
      reliability: 'none',
    },
    'human-rights': {
      value: 'applies',
      says: 'Sovereign authority over infrastructure is exercised subject to international human rights law.',
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row DNK, Q2(b): Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
  },
}
