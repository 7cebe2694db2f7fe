import { published, type View } from '../../view.ts'

/** The published view of: European Union and its 27 Member States. What no source that was read says is `unknown`. */
export const eu: View = {
  holder: published('EU', 'organisation', {
    en: 'European Union and its 27 Member States',
    es: 'Unión Europea y sus 27 Estados miembros',
  }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        'Declaration on a Common Understanding of the Application of International Law to Cyberspace, ST 15833/24',
      date: '2024-11-18',
      url: 'https://data.consilium.europa.eu/doc/document/ST-15833-2024-INIT/en/pdf',
    },
    {
      title: 'EEAS research paper on third-party countermeasures, WK 10275/2022 (LIMITE, released)',
      date: '2022-07-13',
      url: 'https://www.asktheeu.org/request/eu_response_to_cyber_operations/response/48490/attach/html/8/wk10275.en22.pdf.html',
    },
    {
      title: 'Declaration on a Common Understanding of International Law in Cyberspace',
      date: '2024-11-18',
      url: 'https://perma.cc/EQX2-GMNU',
    },
  ],
  note: 'Annex is non-exhaustive and does not replace national positions.',
  readings: {
    sovereignty: {
      value: 'rule',
      says: 'The obligation to respect sovereignty is violated by infringing territorial integrity or by interfering with or usurping inherently governmental functions.',
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: 'Coercive interference with ICT systems, cloud services and networks may be prohibited intervention.',
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: 'UN Charter fully applies.',
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'addressed',
      says: 'Signals the importance of due diligence in preventing malicious activity from territory.',
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace; https://dig.watch/updates/eu-council-affirms-international-laws-role-in-cyberspace-with-new-declaration',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'addressed',
      says: 'Comments on attribution and countermeasures among the shared elements.',
      source:
        'https://dig.watch/updates/eu-council-affirms-international-laws-role-in-cyberspace-with-new-declaration',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'refinement',
        says: 'EU statement at the OEWG lists the law of state responsibility and lawful state responses among the shared elements of the Declaration.',
        source:
          'EU Statement, OEWG, 2024-12-03, https://www.eeas.europa.eu/delegations/un-new-york/eu-statement-%E2%80%93-open-ended-working-group-ict-international-law_en',
      },
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': { value: 'unknown', source: 'none' },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': { value: 'unknown', source: 'none' },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted',
      says: 'Targeted state may use individual or collective self-defence under art 51; collective help only at the specific request of the victim; necessity and proportionality.',
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row EUN, Q1, Q5, Q6, Q12b-c, Q17, 17a',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'applies',
      says: 'IHL fully applies.',
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'human-rights': {
      value: 'applies',
      says: 'IHRL fully applies.',
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
