import { published, type View } from '../../view.ts'

/** The published view of: Republic of Korea. What no source that was read says is `unknown`. */
export const kr: View = {
  holder: published('KR', 'state', { en: 'Republic of Korea', es: 'República de Corea' }),
  asOf: '2026-11-23',
  documents: [
    {
      title: 'National Position on the Application of International Law in Cyberspace',
      date: '2025-07',
      url: 'https://asaninst.org/bbs/board.php?bo_table=s1_1_eng&wr_id=259',
    },
  ],
  readings: {
    sovereignty: {
      value: 'accepted',
      says: {
        en: 'Sovereignty and non-intervention apply; rule/principle not verified.',
        es: 'Se aplican la soberanía y la no intervención; si es regla o principio no se ha verificado.',
      },
      source: 'https://asaninst.org/bbs/board.php?bo_table=s1_1_eng&wr_id=259',
      basis: 'sourced',
      reliability: 'none',
    },
    'sovereignty-threshold': { value: 'unknown', source: 'none' },
    'prohibited-intervention': {
      value: 'accepted',
      says: { en: 'Applies in cyberspace.', es: 'Se aplica en el ciberespacio.' },
      source: 'https://asaninst.org/bbs/board.php?bo_table=s1_1_eng&wr_id=259',
      basis: 'sourced',
      reliability: 'none',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': {
      value: 'accepted-case-by-case',
      says: {
        en: 'Clarifies applicability of the prohibition of force.',
        es: 'Aclara la aplicabilidad de la prohibición de la fuerza.',
      },
      source: 'https://asaninst.org/bbs/board.php?bo_table=s1_1_eng&wr_id=259',
      basis: 'sourced',
      reliability: 'none',
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
      value: 'accepted',
      says: {
        en: 'Right of self-defence applies.',
        es: 'Se aplica el derecho de legítima defensa.',
      },
      source: 'https://asaninst.org/bbs/board.php?bo_table=s1_1_eng&wr_id=259',
      basis: 'sourced',
      reliability: 'none',
    },
    'armed-attack': {
      value: 'gravest-alone',
      says: {
        en: 'Only the most grave uses of force are an armed attack.',
        es: 'Solo los usos más graves de la fuerza son un ataque armado.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), self-defense coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense-aug2026.csv @b8137b59',
      pinpoint: 'row KOR, only the most grave: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': {
      value: 'applies',
      says: { en: 'Applies.', es: 'Se aplica.' },
      source: 'https://asaninst.org/bbs/board.php?bo_table=s1_1_eng&wr_id=259',
      basis: 'sourced',
      reliability: 'none',
    },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': {
      value: 'applies',
      says: { en: 'Applies.', es: 'Se aplica.' },
      source: 'https://asaninst.org/bbs/board.php?bo_table=s1_1_eng&wr_id=259',
      basis: 'sourced',
      reliability: 'none',
    },
  },
}
