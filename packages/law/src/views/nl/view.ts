import { published, type View } from '../../view.ts'

/** The published view of: Netherlands. What no source that was read says is `unknown`. */
export const nl: View = {
  holder: published('NL', 'state', {
    en: 'Netherlands (Kingdom of the)',
    es: 'Países Bajos (Reino de los)',
  }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        'Letter to parliament with annex on international law in cyberspace (Kamerstuk 33694 nr 47)',
      date: '2019-07-05',
      url: 'https://zoek.officielebekendmakingen.nl/kst-33694-47.html',
    },
    {
      title: 'Official compendium of voluntary national contributions, A/76/136',
      date: '2021-07-13',
      url: 'https://database.cyberpolicyportal.org/en/entity/du4poqrg8h',
    },
    {
      title: 'Appendix: International law in cyberspace',
      date: '2019-07',
      url: 'https://perma.cc/YFD4-LB25',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Sovereignty is a rule in its own right.',
        es: 'La soberanía es una regla por derecho propio.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public; Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Treated in the letter as an obligation of states.',
        es: 'Se trata en la carta como una obligación de los Estados.',
      },
      source:
        'https://www.justsecurity.org/66562/the-netherlands-releases-a-tour-de-force-on-international-law-in-cyberspace-analysis/',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'physical-and-open-to-nonphysical',
      says: {
        en: 'Force prohibition covers cyber operations, case by case; non-physical effects possible.',
        es: 'La prohibición de la fuerza abarca las operaciones cibernéticas, caso por caso; son posibles efectos no físicos.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public; University of Lodz, Poland will decide about the war in cyberspace itself, https://uni.lodz.pl/en/students-zone/news/details/poland-will-decide-about-the-war-in-cyberspace-itself',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'Due diligence is an obligation in the cyber context.',
        es: 'La diligencia debida es una obligación en el contexto cibernético.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public; Cyber Law Toolkit, Due diligence, oldid 3191 (2021), https://cyberlaw.ccdcoe.org/wiki/Due_diligence?oldid=3191',
      basis: 'sourced',
      reliability: 'none',
    },
    'attribution-evidence-duty': {
      value: 'no-duty',
      says: {
        en: 'No need to disclose the basis publicly, except before a tribunal.',
        es: 'No es necesario revelar públicamente el fundamento, salvo ante un tribunal.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'accepted',
      says: {
        en: 'Cyber and non-cyber countermeasures as well as retorsion.',
        es: 'Contramedidas cibernéticas y no cibernéticas, así como retorsión.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public',
      basis: 'sourced',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': {
      value: 'not-always',
      says: {
        en: 'Urgent cyber countermeasures may be taken without prior notification, as an exception to the general duty.',
        es: 'Las contramedidas cibernéticas urgentes pueden tomarse sin notificación previa, como excepción al deber general.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.100',
      basis: 'sourced',
      reliability: 'none',
    },
    'collective-countermeasures': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row NLD, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'draft-coding-not-in-v1',
    },
    'collective-own-right': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row NLD, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row NLD, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'silent',
      says: {
        en: 'The coded papers discuss neither collective countermeasures nor help by a non-injured state, although other countermeasure questions are answered in the same row.',
        es: 'Los documentos codificados no tratan ni las contramedidas colectivas ni la ayuda de un Estado no lesionado, aunque en la misma fila se responde a otras preguntas sobre contramedidas.',
      },
      source:
        'Global Cyber Law Project (Temple iLIT + TLS), countermeasures coding table, Aug 2026, github:marieleponti/globalcyberlawproject-ilit:src/data/countermeasures-aug2026.csv @9256a757',
      pinpoint: 'row NLD, Q20 collective, Q21 assistance, Q22-23 other than injured: Not discussed',
      basis: 'reported',
      reliability: 'none',
    },
    'forcible-countermeasures': {
      value: 'excluded',
      says: {
        en: 'Countermeasures may not amount to a use of force.',
        es: 'Las contramedidas no pueden constituir un uso de la fuerza.',
      },
      source:
        'Spacil, Countermeasures against Cyber Operations, ICLR 2023, pp. 87-108 (github:LuanoRodrigues/AssistAcad:Files/md_files/AKGJNIUK.md)',
      pinpoint: 'p.104',
      basis: 'sourced',
      reliability: 'none',
    },
    'self-defence': {
      value: 'accepted-incl-nsa',
      says: {
        en: 'Armed attack by scale and effects; also by non-state actors; anticipation and pure economic effects ambiguous.',
        es: 'Ataque armado según escala y efectos; también de actores no estatales; ambiguo en cuanto a la anticipación y los efectos puramente económicos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row NLD, NSA: Yes; anticipatory, economic: Ambiguous',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
      earlier: {
        value: 'accepted',
        source:
          'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public',
        basis: 'sourced',
      },
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row NLD, only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: {
      value: 'accepted',
      says: {
        en: 'Available e.g. for attacks on critical infrastructure with potentially very serious consequences.',
        es: 'Puede invocarse p. ej. ante ataques a infraestructuras críticas con consecuencias potencialmente muy graves.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public',
      basis: 'sourced',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'applies',
      says: {
        en: 'IHL and neutrality law apply.',
        es: 'Se aplican el derecho internacional humanitario y el derecho de la neutralidad.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Apply, may be lawfully limited.',
        es: 'Se aplican; pueden limitarse lícitamente.',
      },
      source:
        'https://dig.watch/updates/netherlands-position-international-law-cyberspace-made-public',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
