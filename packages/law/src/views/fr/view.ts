import { published, type View } from '../../view.ts'

/** The published view of: France. What no source that was read says is `unknown`. */
export const fr: View = {
  holder: published('FR', 'state', { en: 'France', es: 'Francia' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'International law applied to operations in cyberspace (Ministry of the Armies)',
      date: '2019-09-09',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2019)',
    },
    {
      title: 'Contribution to the UN',
      date: '2021',
      url: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2021)',
    },
    {
      title: 'International Law Applied to Operations in Cyberspace (paper shared with the OEWG)',
      date: '2021',
      url: 'https://perma.cc/9N3U-3CU8',
    },
  ],
  note: 'EEAS paper of 13 July 2022 records that a French Presidency reflection paper triggered the EU debate on third-party countermeasures.',
  readings: {
    sovereignty: {
      value: 'rule',
      says: 'Any cyberattack against French systems or effects on French territory by a state may violate sovereignty.',
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2019)',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: 'A 2022 document softens it: any cyber attack "could" breach sovereignty; the author asks France to clarify.',
        source:
          'Gery, GEODE, 2024-09-24, https://geode.science/position-francaise-souverainete-cyberespace-interpretation-nuancee-avec-aude-gery/',
      },
    },
    'sovereignty-threshold': {
      value: 'also-below',
      says: 'Any cyberattack against French systems or effects on French territory by a state may violate sovereignty.',
      source: 'https://cyberlaw.ccdcoe.org/wiki/National_position_of_France_(2019)',
      basis: 'sourced',
      reliability: 'none',
    },
    'prohibited-intervention': {
      value: 'accepted',
      says: 'The prohibition applies to cyber operations.',
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row FRA, Q3 applies to cyber: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: 'Operations without physical effects may also be force, by criteria beyond physical damage.',
      source:
        'University of Lodz, Poland will decide about the war in cyberspace itself, https://uni.lodz.pl/en/students-zone/news/details/poland-will-decide-about-the-war-in-cyberspace-itself; https://www.lemondeinformatique.fr/actualites/lire-cyberdefense-la-france-explicite-sa-vision-du-droit-international-76414.html',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'binding',
      says: 'States must ensure their domain is not used for wrongful acts; failure does not by itself allow force against them.',
      source:
        'https://www.lemondeinformatique.fr/actualites/lire-cyberdefense-la-france-explicite-sa-vision-du-droit-international-76414.html; Cyber Law Toolkit, Due diligence, oldid 3191 (2021), https://cyberlaw.ccdcoe.org/wiki/Due_diligence?oldid=3191',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: 'Attribution is a national political decision.',
      source:
        'France 2019 section 1.3, https://vdocuments.net/international-law-applied-to-operations-in-cyberspace-law-including-the-united.html; Cyber Law Toolkit, Attribution (list of states), https://cyberlaw.ccdcoe.org/wiki/Attribution',
      on: '2019-09-09',
      basis: 'sourced',
      reliability: 'none',
    },
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
      value: 'rejects',
      says: 'Expressly rejects collective countermeasures as a lawful response.',
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint:
        'p.106; also Summary of Schmitt & Watts on collective countermeasures, https://intelwar.press/?p=37480',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'refinement',
        says: 'Rejection also coded for the 2021 OEWG paper (Q20 No, Q21 assistance No), not only for 2019.',
        source:
          'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      },
    },
    'collective-own-right': {
      value: 'rejects',
      says: 'Collective countermeasures are not a lawful answer (2019, 2021); reopened for discussion in 2022.',
      source:
        'Position paper, 9 September 2019, in Spacil 2023, p. 106; paper shared with the OEWG, 2021, https://perma.cc/9N3U-3CU8',
      on: '2019-09-09',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'rejects',
      says: 'Coded No in a draft table for the 2021 paper.',
      source:
        'Paper shared with the OEWG, 2021, https://perma.cc/9N3U-3CU8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q20)',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'rejects',
      says: 'Coded No in a draft table for the 2021 paper.',
      source:
        'Paper shared with the OEWG, 2021, https://perma.cc/9N3U-3CU8; Global Cyber Law Project, countermeasures coding table, Aug 2026 (Q21)',
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
      value: 'accepted-preemptive',
      says: 'Significant scale or severity may be an armed attack; allows preemptive self-defence.',
      source:
        'France 2019 section 1.2; https://www.lemondeinformatique.fr/actualites/lire-cyberdefense-la-france-explicite-sa-vision-du-droit-international-76414.html',
      on: '2019-09-09',
      basis: 'sourced',
      reliability: 'none',
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
      says: 'Part II applies IHL to cyber operations in armed conflict.',
      source: 'France 2019 contents',
      on: '2019-09-09',
      basis: 'sourced',
      reliability: 'none',
    },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
