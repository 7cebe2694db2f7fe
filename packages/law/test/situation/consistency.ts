import type { Situations } from './situation.ts'

/** One’s own house: most of these rules are ours, and so are their situations. */
export const consistency: Situations = {
  'own-view': [
    [
      'its own paper supports the rule',
      'ours: rules base X-01',
      { ownReading: 'supports' },
      'satisfied',
    ],
    ['its own paper is silent', 'ours: rules base X-01', { ownReading: 'open' }, 'disputed'],
    [
      'it has rejected the rule',
      'ours: rules base X-01',
      { ownReading: 'rejects' },
      'not-satisfied',
    ],
    ['nobody has looked', 'ours', {}, 'unknown'],
  ],
  'own-authority': [
    [
      'a mandate, approved by parliament',
      'ours: rules base X-03',
      { authority: 'recorded' },
      'satisfied',
    ],
    ['there is none', 'ours: rules base X-03', { authority: 'none' }, 'not-satisfied'],
    ['nobody has looked', 'ours', {}, 'unknown'],
  ],
  'own-evidence': [
    [
      'a criminal investigation kept it from the start',
      'cases, CASE-16: court-grade evidence before attribution',
      { custody: 'complete' },
      'satisfied',
    ],
    ['a week is missing from the log', 'ours: rules base X-04', { custody: 'gaps' }, 'unknown'],
    [
      'a week is missing from the log, and nothing that is relied on is of that week',
      'ours: rules base X-04, a soft gate needs a written answer',
      { custody: 'gaps-answered' },
      'satisfied',
    ],
    ['nobody has looked', 'ours', {}, 'unknown'],
  ],
  'arsiwa-6-47': [
    [
      'an exchange of letters says who directs them',
      'ARSIWA 6 and 47',
      { secondment: 'in-writing' },
      'satisfied',
    ],
    ['nothing is written', 'ours: rules base X-05', { secondment: 'unwritten' }, 'not-satisfied'],
    ['nobody has looked', 'ours', {}, 'unknown'],
  ],
  'own-review': [
    ['each review was held', 'Spacil 2023, p. 95', { reviewHeld: true }, 'satisfied'],
    [
      'one is overdue: whether the limits still hold is not shown',
      'rules base T-02; Spacil 2023, p. 95',
      { reviewHeld: false },
      'unknown',
    ],
    ['nobody has said', 'ours', {}, 'unknown'],
  ],
  'arsiwa-49-1-prior': [
    [
      'the measure follows the wrong',
      'ARSIWA 49(1); Gabčíkovo-Nagymaros, para. 83',
      { actOn: '2026-01-01', startsOn: '2026-02-01' },
      'satisfied',
    ],
    [
      'an implant placed in advance',
      'Spacil 2023, pp. 91 and 95: no anticipatory ones',
      { actOn: '2026-02-01', startsOn: '2026-01-01' },
      'not-satisfied',
    ],
    ['its start is not set', 'ours', { actOn: '2026-01-01' }, 'unknown'],
  ],
  'arsiwa-51-54': [
    [
      'four nations’ measures, weighed as one',
      'ARSIWA 51; ILC commentary, arts 51 and 54',
      { measuresCounted: 'all' },
      'satisfied',
    ],
    [
      'each weighs its own against a share',
      'README, section 6, 12: cumulative measures',
      { measuresCounted: 'apportioned' },
      'disputed',
    ],
    [
      'each weighs its own against the whole',
      'ILC commentary, arts 51 and 54',
      { measuresCounted: 'own-only' },
      'not-satisfied',
    ],
    ['nobody has said', 'ours', {}, 'unknown'],
  ],
}
