import type { Situations } from './situation.ts'

/** How responsibility is invoked, by whom a measure is taken, and what a special regime leaves. */
export const invocation: Situations = {
  'arsiwa-43': [
    [
      'a note that says what must cease',
      'ARSIWA 43',
      { calledOn: '2026-11-01', demands: 'cease; replace the terminals' },
      'satisfied',
    ],
    ['a note without content', 'ours', { calledOn: '2026-11-01' }, 'unknown'],
    ['no note', 'ours', { demands: 'cease' }, 'unknown'],
  ],
  'arsiwa-44-45': [
    [
      'the State’s own claim, pursued at once',
      'ARSIWA 44-45',
      { waiver: 'none', localRemedies: 'not-applicable' },
      'satisfied',
    ],
    ['the claim was waived', 'ARSIWA 44-45', { waiver: 'waived' }, 'not-satisfied'],
    [
      'an incident of five years ago, and nobody has said why it took so long',
      'ours: rules base I-04, long-delayed cases',
      { waiver: 'delay', localRemedies: 'not-applicable' },
      'unknown',
    ],
    [
      'an incident of five years ago, and it is said in writing why nothing was given up',
      'ours: rules base I-04, a soft gate needs a written answer',
      { waiver: 'delay-answered', localRemedies: 'not-applicable' },
      'satisfied',
    ],
    [
      'years of silence amount to acquiescence',
      'ARSIWA 44-45',
      { waiver: 'acquiesced' },
      'not-satisfied',
    ],
    [
      'nationals who have not gone to court there',
      'ARSIWA 44-45',
      { waiver: 'none', localRemedies: 'not-exhausted' },
      'not-satisfied',
    ],
    ['nobody has looked at the claim', 'ours', { waiver: 'none' }, 'unknown'],
  ],
  'arsiwa-30-31': [
    ['cease, and do not repeat', 'ARSIWA 30-31', { remedySought: 'cessation' }, 'satisfied'],
    ['pay for the terminals', 'ARSIWA 30-31, 34-39', { remedySought: 'compensation' }, 'satisfied'],
    [
      'pay a fine as well',
      'ARSIWA 30-31, 34-39: reparation; ILC commentary, p. 130: no punishment',
      { remedySought: 'beyond' },
      'not-satisfied',
    ],
    ['the demands are not read', 'ours', {}, 'unknown'],
  ],
  'tallinn-24': [
    ['a cyber command', 'Tallinn Manual 2.0, rule 24', { executor: 'state-organ' }, 'satisfied'],
    [
      'a contractor under its authority',
      'Tallinn Manual 2.0, rule 24',
      { executor: 'contractor' },
      'satisfied',
    ],
    [
      'a bank that strikes back',
      'Tallinn Manual 2.0, rule 24: States only',
      { executor: 'private-operator' },
      'not-satisfied',
    ],
    [
      'an organisation of States',
      'DARIO, arts 22 and 51-57, against Tallinn Manual 2.0, rule 24',
      { executor: 'organisation' },
      'disputed',
    ],
    ['it is not decided who does it', 'ours', {}, 'unknown'],
  ],
  'arsiwa-55': [
    ['no treaty between them covers it', 'ARSIWA 55', { specialRegime: 'none' }, 'satisfied'],
    [
      'a treaty that says nothing of measures',
      'ARSIWA 55',
      { specialRegime: 'compatible' },
      'satisfied',
    ],
    [
      'a regime that excludes them',
      'ARSIWA 55; Spacil 2023, p. 95',
      { specialRegime: 'excludes' },
      'not-satisfied',
    ],
    [
      'between two members of the Union',
      'TFEU 344; TEU 4(3)',
      { specialRegime: 'eu-members' },
      'not-satisfied',
    ],
    [
      'a ban on trade by one member',
      'TEU 29; TFEU 215',
      { specialRegime: 'eu-competence' },
      'not-satisfied',
    ],
    ['nobody has looked for treaties', 'ours', {}, 'unknown'],
  ],
}
