import { published, type View } from '../../view.ts'

/** The published view of: Iran. What no source that was read says is `unknown`. */
export const ir: View = {
  holder: published('IR', 'state', {
    en: 'Iran (Islamic Republic of)',
    es: 'Irán (República Islámica del)',
  }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'Declaration of the General Staff of the Armed Forces',
      date: '2020-07',
      url: 'https://theiranproject.com/en/news/381420/armed-forces-urges-unity-for-active-deterrent-cyber-defense',
    },
    {
      title: 'Position Paper of the Republic of Iran',
      date: '2020',
      url: 'https://perma.cc/VE54-3YZF',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Sovereignty extends to all elements of cyberspace and any deliberate intrusion violates it.',
        es: 'La soberanía se extiende a todos los elementos del ciberespacio y toda intrusión deliberada la viola.',
      },
      source:
        'Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty; https://www.islamicinvitationturkey.com/iran-armed-forces-issue-cyber-defense-manifesto/',
      basis: 'sourced',
      reliability: 'none',
      onRecord: {
        is: 'conflict',
        says: {
          en: 'CONFLICT: Toolkit list says rule, Global Cyber Law Project (reviewed) says ambiguous. A lawyer must decide.',
          es: 'La lista del Toolkit dice que es una regla; el Global Cyber Law Project (revisado) dice que es ambiguo. Debe decidirlo un jurista.',
        },
        source:
          'Global Cyber Law Project v1 (15 Sep 2026), sovereignty coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty-aug2026.csv @cb28adf1',
      },
    },
    'sovereignty-threshold': {
      value: 'also-below',
      says: {
        en: 'Sovereignty extends to all elements of cyberspace and any deliberate intrusion violates it.',
        es: 'La soberanía se extiende a todos los elementos del ciberespacio y toda intrusión deliberada la viola.',
      },
      source:
        'Cyber Law Toolkit, Sovereignty (list of states), https://cyberlaw.ccdcoe.org/wiki/Sovereignty; https://www.islamicinvitationturkey.com/iran-armed-forces-issue-cyber-defense-manifesto/',
      basis: 'sourced',
      reliability: 'none',
    },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'Includes regime-change action and manipulating opinion before elections; treats sanctions as intrusive.',
        es: 'Incluye las acciones para cambiar un régimen y la manipulación de la opinión antes de unas elecciones; trata las sanciones como intrusivas.',
      },
      source:
        'https://www.islamicinvitationturkey.com/iran-armed-forces-issue-cyber-defense-manifesto/',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Applies; actual consequences weighed.',
        es: 'Se aplica; se ponderan las consecuencias reales.',
      },
      source:
        'Global Cyber Law Project, use-of-force coding table, Mar 2026 (before the Aug 2026 expert review), github:marieleponti/globalcyberlawproject-ilit:src/data/uof-mar2026.csv @122ea881',
      pinpoint: 'row IRN, Q1 and test questions Q3-Q6.3',
      basis: 'sourced',
      reliability: 'coding-before-final-review',
    },
    'due-diligence': { value: 'unknown', source: 'none' },
    'attribution-evidence-duty': { value: 'unknown', source: 'none' },
    countermeasures: { value: 'unknown', source: 'none' },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': { value: 'unknown', source: 'none' },
    'collective-own-right': { value: 'unknown', source: 'none' },
    'collective-on-behalf': { value: 'unknown', source: 'none' },
    'collective-assistance': { value: 'unknown', source: 'none' },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'open',
      says: {
        en: 'Accepts that cyber operations may reach armed-attack level, reference to art 51 only ambiguous.',
        es: 'Acepta que las operaciones cibernéticas pueden alcanzar el nivel de un ataque armado; la referencia al artículo 51 es solo ambigua.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row IRN, Q1: Ambiguous; cyber alone: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
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
    'ihl-applies': { value: 'unknown', source: 'none' },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
