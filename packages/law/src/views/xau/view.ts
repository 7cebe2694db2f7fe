import { published, type View } from '../../view.ts'

/** The published view of: African Union (55 member states). What no source that was read says is `unknown`. */
export const xau: View = {
  holder: published('XAU', 'organisation', {
    en: 'African Union (55 member States)',
    es: 'Unión Africana (55 Estados miembros)',
  }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        'Common African Position on the Application of International Law to the Use of ICTs in Cyberspace, PSC/PR/COMM.1196 (2024), endorsed by the Assembly 18 Feb 2024',
      date: '2024-01-29',
      url: 'https://lcbackerblog.blogspot.com/2024/03/parttial-text-of-african-unions-common.html',
    },
    { title: 'Common African Position', date: '2024', url: 'https://perma.cc/7GR9-X64J' },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'Respect for territorial sovereignty is a primary rule; no enforcement of authority on foreign territory.',
        es: 'El respeto de la soberanía territorial es una regla primaria; ningún ejercicio de autoridad en territorio extranjero.',
      },
      source:
        'Helal, EJIL:Talk! (mirror http://ejilt.org/index-957.html); https://dig.watch/updates/african-union-submits-position-on-international-law-to-oewg',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: { en: 'Has its own section.', es: 'Tiene su propia sección.' },
      source:
        'Helal; https://dig.watch/updates/african-union-submits-position-on-international-law-to-oewg',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Some operations, e.g. damage to critical infrastructure or military assets, may violate the prohibition.',
        es: 'Algunas operaciones, p. ej. los daños a infraestructuras críticas o a medios militares, pueden violar la prohibición.',
      },
      source:
        'https://dig.watch/updates/african-union-submits-position-on-international-law-to-oewg',
      basis: 'sourced',
      reliability: 'none',
    },
    'due-diligence': {
      value: 'binding',
      says: {
        en: 'All states are under an obligation of due diligence and must see that their territory is not knowingly used to violate the rights of others.',
        es: 'Todos los Estados tienen una obligación de diligencia debida y deben velar por que su territorio no se utilice a sabiendas para vulnerar los derechos de otros.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint:
        'row AU (= African Union in this table), "unwilling and unable" question, quote of para. 45',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
      earlier: {
        value: 'addressed',
        source:
          'Helal, EJIL:Talk!; https://dig.watch/updates/african-union-submits-position-on-international-law-to-oewg',
        basis: 'sourced',
      },
    },
    'attribution-evidence-duty': {
      value: 'addressed',
      says: {
        en: 'Section on attribution of conduct; evidence duty not verified.',
        es: 'Sección sobre la atribución del comportamiento; el deber de mostrar pruebas no se ha verificado.',
      },
      source:
        'https://dig.watch/updates/african-union-submits-position-on-international-law-to-oewg',
      basis: 'sourced',
      reliability: 'none',
    },
    countermeasures: {
      value: 'silent',
      says: {
        en: 'Countermeasures are not among the eleven sections.',
        es: 'Las contramedidas no figuran entre las once secciones.',
      },
      source: 'Helal list of sections',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'prior-call': { value: 'unknown', source: 'none' },
    'prior-notification': { value: 'unknown', source: 'none' },
    'collective-countermeasures': {
      value: 'silent',
      says: { en: 'Not among the sections.', es: 'No figuran entre las secciones.' },
      source: 'Helal list of sections',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'collective-own-right': {
      value: 'silent',
      says: { en: 'Not among the sections.', es: 'No figuran entre las secciones.' },
      source: 'Helal list of sections',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'collective-on-behalf': {
      value: 'silent',
      says: { en: 'Not among the sections.', es: 'No figuran entre las secciones.' },
      source: 'Helal list of sections',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'collective-assistance': {
      value: 'silent',
      says: { en: 'Not among the sections.', es: 'No figuran entre las secciones.' },
      source: 'Helal list of sections',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'forcible-countermeasures': { value: 'unknown', source: 'none' },
    'self-defence': {
      value: 'accepted',
      says: {
        en: 'Right triggered solely by an armed attack attributable to a state; anticipatory self-defence left for further study.',
        es: 'Derecho que solo nace de un ataque armado atribuible a un Estado; la legítima defensa anticipada se deja para un estudio posterior.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row AU (= African Union in this table), paras 41-43',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row AU (= African Union in this table), only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: {
      value: 'silent',
      says: { en: 'Not among the sections.', es: 'No figuran entre las secciones.' },
      source: 'Helal list of sections',
      basis: 'inferred-from-absence',
      reliability: 'none',
    },
    'ihl-applies': {
      value: 'applies',
      says: { en: 'Has its own section.', es: 'Tiene su propia sección.' },
      source:
        'https://dig.watch/updates/african-union-submits-position-on-international-law-to-oewg',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: {
        en: 'Has its own section (digital human rights).',
        es: 'Tienen su propia sección (derechos humanos digitales).',
      },
      source:
        'https://dig.watch/updates/african-union-submits-position-on-international-law-to-oewg; https://presset.xyz/tag/implications',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
