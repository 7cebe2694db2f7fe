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
  note: {
    en: 'Annex is non-exhaustive and does not replace national positions.',
    es: 'El anexo no es exhaustivo y no sustituye a las posiciones nacionales.',
  },
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'The obligation to respect sovereignty is violated by infringing territorial integrity or by interfering with or usurping inherently governmental functions.',
        es: 'La obligación de respetar la soberanía se viola al infringir la integridad territorial, o al interferir en funciones inherentemente gubernamentales o usurparlas.',
      },
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Coercive interference with ICT systems, cloud services and networks may be prohibited intervention.',
        es: 'La interferencia coercitiva en sistemas de TIC, servicios en la nube y redes puede ser intervención prohibida.',
      },
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'UN Charter fully applies.',
        es: 'La Carta de las Naciones Unidas se aplica plenamente.',
      },
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'addressed',
      says: {
        en: 'Signals the importance of due diligence in preventing malicious activity from territory.',
        es: 'Señala la importancia de la diligencia debida para prevenir la actividad maliciosa procedente del territorio.',
      },
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace; https://dig.watch/updates/eu-council-affirms-international-laws-role-in-cyberspace-with-new-declaration',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: {
      value: 'addressed',
      says: {
        en: 'Comments on attribution and countermeasures among the shared elements.',
        es: 'Comenta la atribución y las contramedidas entre los elementos compartidos.',
      },
      source:
        'https://dig.watch/updates/eu-council-affirms-international-laws-role-in-cyberspace-with-new-declaration',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'refinement',
        says: {
          en: 'EU statement at the OEWG lists the law of state responsibility and lawful state responses among the shared elements of the Declaration.',
          es: 'La declaración de la UE en el Grupo de Trabajo de Composición Abierta recoge el derecho de la responsabilidad del Estado y las respuestas lícitas de los Estados entre los elementos compartidos de la Declaración.',
        },
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
      says: {
        en: 'Targeted state may use individual or collective self-defence under art 51; collective help only at the specific request of the victim; necessity and proportionality.',
        es: 'El Estado atacado puede recurrir a la legítima defensa individual o colectiva en virtud del artículo 51; ayuda colectiva solo a petición específica de la víctima; necesidad y proporcionalidad.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row EUN, Q1, Q5, Q6, Q12b-c, Q17, 17a',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack; whether lesser operations add up to one is coded ambiguous.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado; si operaciones menores se suman hasta serlo está codificado como ambiguo.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row EUN, only the most grave: Yes; aggregation: Ambiguous',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'IHL fully applies.',
        es: 'El derecho internacional humanitario se aplica plenamente.',
      },
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'IHRL fully applies.',
        es: 'El derecho internacional de los derechos humanos se aplica plenamente.',
      },
      source:
        'https://hoganlovells.com/en/publications/eu-council-approves-a-declaration-on-the-application-of-international-law-to-cyberspace',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
