import { published, type View } from '../../view.ts'

/** The published view of: Belgium. What no source that was read says is `unknown`. */
export const be: View = {
  holder: published('BE', 'state', { en: 'Belgium', es: 'Bélgica' }),
  asOf: '2026-11-23',
  documents: [
    {
      title:
        'The National Position of Belgium on International Law Applicable to Cyberspace (day taken from the file name)',
      date: '2025-10-17',
      url: 'https://docs-library.unoda.org/Open-Ended_Working_Group_on_Information_and_Communication_Technologies_-_(2021)/National_position_BE_on_international_law_DEF_171025.pdf',
    },
  ],
  readings: {
    sovereignty: {
      value: 'rule',
      says: {
        en: 'A stand-alone rule: physical damage, injury or loss of function breaches it; even an operation without such effects may.',
        es: 'Una regla por sí misma: la infringen los daños físicos, las lesiones o la pérdida de funcionalidad; puede infringirla incluso una operación sin tales efectos.',
      },
      source:
        'Global Cyber Law Project v1, sovereignty citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty_citations_extracted-july2026.csv @41958cdc',
      pinpoint: 'row BEL, Q6, 6a, 7: quotes of paras 2-3; table Q3: Yes',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    'sovereignty-threshold': {
      value: 'also-below',
      says: {
        en: 'A stand-alone rule: physical damage, injury or loss of function breaches it; even an operation without such effects may.',
        es: 'Una regla por sí misma: la infringen los daños físicos, las lesiones o la pérdida de funcionalidad; puede infringirla incluso una operación sin tales efectos.',
      },
      source:
        'Global Cyber Law Project v1, sovereignty citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/sovereignty_citations_extracted-july2026.csv @41958cdc',
      pinpoint: 'row BEL, Q6, 6a, 7: quotes of paras 2-3; table Q3: Yes',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    'prohibited-intervention': {
      value: 'accepted',
      says: {
        en: 'The prohibition applies to cyber operations and coercion is an element.',
        es: 'La prohibición se aplica a las operaciones cibernéticas y la coerción es uno de sus elementos.',
      },
      source:
        'Global Cyber Law Project v1 (15 Sep 2026), non-intervention coding table, github:marieleponti/globalcyberlawproject-ilit:src/data/nonintervention-aug2026.csv @b8137b59',
      pinpoint: 'row BEL, Q1, Q3, Q4: Yes',
      basis: 'sourced',
      reliability: 'expert-reviewed-coding',
    },
    coercion: { value: 'unknown', source: 'none' },
    'use-of-force': { value: 'unknown', source: 'none' },
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
        en: 'Individual or collective self-defence after a cyber armed attack: at least substantial loss of life or extensive destruction; series of smaller attacks may be added up; NATO art 5 recalled.',
        es: 'Legítima defensa individual o colectiva tras un ataque armado cibernético: al menos una pérdida sustancial de vidas o una destrucción extensa; pueden sumarse series de ataques menores; se recuerda el artículo 5 de la OTAN.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row BEL, Q1, Q12, Q12d, Q13, Q17',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    'armed-attack': {
      value: 'also-added-up',
      says: {
        en: 'Individual or collective self-defence after a cyber armed attack: at least substantial loss of life or extensive destruction; series of smaller attacks may be added up; NATO art 5 recalled.',
        es: 'Legítima defensa individual o colectiva tras un ataque armado cibernético: al menos una pérdida sustancial de vidas o una destrucción extensa; pueden sumarse series de ataques menores; se recuerda el artículo 5 de la OTAN.',
      },
      source:
        'Global Cyber Law Project v1, self-defense citations (quotes of the paper), github:marieleponti/globalcyberlawproject-ilit:src/data/selfdefense_citations_extracted-aug2026.csv @a47516ed',
      pinpoint: 'row BEL, Q1, Q12, Q12d, Q13, Q17',
      basis: 'sourced',
      reliability: 'quoted-primary-text',
    },
    necessity: { value: 'unknown', source: 'none' },
    'ihl-applies': { value: 'unknown', source: 'none' },
    'data-as-object': { value: 'unknown', source: 'none' },
    'human-rights': { value: 'unknown', source: 'none' },
  },
}
