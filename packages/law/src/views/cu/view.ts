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
  note: {
    en: 'Calls for legally binding specific norms (2024 paras 14, 21).',
    es: 'Pide normas específicas jurídicamente vinculantes (2024, párrs. 14 y 21).',
  },
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Treated as a rule that can incur responsibility; below-intervention breaches only ambiguously.',
        es: 'Se trata como una regla que puede generar responsabilidad; las violaciones por debajo de la intervención, solo de forma ambigua.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      pinpoint: 'row CUB, Q3: Yes',
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
      pinpoint: 'row CUB, Q1: Ambiguous; Q3 applies to cyber: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': { value: 'unknown', source: 'none' },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
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
        en: 'Warns against doctrines that treat force as a legitimate response to cyber attack; rejected the 2017 GGE text.',
        es: 'Advierte contra las doctrinas que tratan la fuerza como respuesta legítima a un ciberataque; rechazó el texto del Grupo de Expertos Gubernamentales de 2017.',
      },
      source:
        'https://misiones.cubaminrex.cu/en/un/statements/speech-delivered-ernesto-rodriguez-hernandez-deputy-minister-communications-cuba ; Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': { value: 'unknown', source: 'none' },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'contested',
      says: {
        en: 'Rejected the 2017 GGE draft that mentioned IHL.',
        es: 'Rechazó el proyecto del Grupo de Expertos Gubernamentales de 2017 que mencionaba el derecho internacional humanitario.',
      },
      source:
        'Just Security 2017, GGE failure, https://www.justsecurity.org/42768/international-cyber-law-politicized-gges-failure-advance-cyber-norms/',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
