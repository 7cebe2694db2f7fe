import { published, type View } from '../../view.ts'

/** The published view of: China. What no source that was read says is `unknown`. */
export const cn: View = {
  holder: published('CN', 'state', { en: 'China', es: 'China' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Views in OEWG and Position on international rules-making in cyberspace',
      date: '2021 ff.',
      url: 'https://cyberlaw.ccdcoe.org/wiki/Countermeasures',
    },
    {
      title: "China's Positions on International Rules-making in Cyberspace",
      date: '2021-10',
      url: 'https://perma.cc/G2JV-C5FF',
    },
    {
      title: "China's Views on the Application of the Principle of Sovereignty in Cyberspace",
      date: '2021-12',
      url: 'https://perma.cc/MUU6-5NYZ',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Breach of sovereignty by unauthorised cyber action is treated as a wrongful act of its own.',
        es: 'La violación de la soberanía por una acción cibernética no autorizada se trata como un hecho ilícito en sí mismo.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row CHN, Q3: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'The prohibition applies to cyber operations.',
        es: 'La prohibición se aplica a las operaciones cibernéticas.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row CHN, Q1: Ambiguous; Q3 applies to cyber: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Prohibition, threat included, applies to cyber operations; no threshold given.',
        es: 'La prohibición, incluida la de la amenaza, se aplica a las operaciones cibernéticas; no se da ningún umbral.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row CHN, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': {
      value: 'substantiation-required',
      says: {
        en: 'Accusations against states must be substantiated with evidence.',
        es: 'Las acusaciones contra Estados deben fundamentarse con pruebas.',
      },
      source:
        'The Problem With Ill-Substantiated Public Cyber Attribution (2022) (github:LuanoRodrigues/AssistAcad:Files/md_files/7CJPMXT8.md)',
      pinpoint: 'note 19',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'cautious',
      says: {
        en: 'Has expressed caution about countermeasures in the cyber context.',
        es: 'Ha expresado cautela ante las contramedidas en el contexto cibernético.',
      },
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
      says: {
        en: 'Reportedly opposed the self-defence text in the 2017 GGE.',
        es: 'Según se informa, se opuso al texto sobre la legítima defensa en el Grupo de Expertos Gubernamentales de 2017.',
      },
      source:
        'Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'reported',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'CONFLICT: Global Cyber Law Project codes art 51 applies Yes for the two papers of 2021 and silence on every detail; the value that was kept rests on reports about the GGE of 2017.',
          es: 'El Global Cyber Law Project codifica un sí a la aplicación del artículo 51 en los dos documentos de 2021, y silencio en todos los detalles; el valor conservado se apoya en informes sobre el Grupo de Expertos Gubernamentales de 2017.',
        },
        source:
          'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      },
    },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: {
      value: 'silent',
      says: {
        en: 'The toolkit list of positions that address necessity does not include this one.',
        es: 'La lista del Toolkit de las posiciones que tratan el estado de necesidad no incluye esta.',
      },
      source:
        'Cyber Law Toolkit, Plea of necessity (2024 version, list of positions that address it), https://cyberlaw.ccdcoe.org/wiki/Plea_of_necessity',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'contested',
      says: {
        en: 'Reportedly opposed the IHL text in the 2017 GGE.',
        es: 'Según se informa, se opuso al texto sobre el derecho internacional humanitario en el Grupo de Expertos Gubernamentales de 2017.',
      },
      source:
        'Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'reported',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
