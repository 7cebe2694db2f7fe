import {
  bads,
  day,
  facts,
  FACTS,
  goods,
  ids,
  name,
  oneOf,
  onlyTrue,
  optional,
  required,
  sealed,
  SEALED,
  SHA,
  words,
  yesNo,
  type Form,
} from './vectors-form-rules.ts'

const DAY = '2026-11-24'

export const FORMS_OF_MEASURES: Readonly<Record<string, readonly Form[]>> = {
  assess: [
    {
      act: {
        on: SHA,
        asOf: DAY,
        lawBase: 'entente-law-1',
        view: { holder: { code: 'XA' } },
        facts: FACTS,
        sealed: SEALED('facts'),
        outcome: 'not-satisfied',
        word: 'The adviser holds otherwise.',
        differs: true,
      },
      examples: [
        ...required('on', 'asOf', 'lawBase', 'facts', 'outcome', 'word'),
        ...optional('view', 'sealed', 'differs'),
        ...ids('on'),
        ...day('asOf'),
        ...name('lawBase', 63, ['-', '.']),
        ...goods('view', {}, { a: null, b: [1] }, { ['a'.repeat(64)]: 1 }),
        ...bads('view', [], 'a view', { ['a'.repeat(65)]: 1 }),
        ...facts('facts'),
        ...sealed('facts'),
        ...bads('outcome', 'satisfied', 'unknown', 'disputed', 'not-assessed', 'lawful'),
        ...words('word', 8000),
        ...onlyTrue('differs'),
      ],
    },
    {
      act: { on: SHA, asOf: DAY, lawBase: 'a', facts: {}, outcome: 'unknown', word: 'Open.' },
      examples: [
        ...required('outcome'),
        ...oneOf('outcome', 'satisfied', 'not-satisfied', 'unknown', 'disputed', 'not-assessed'),
      ],
    },
  ],
  call: [
    {
      act: {
        for: 'measure-1',
        to: 'Hawthorn',
        demands: 'Cease.',
        transmittedOn: DAY,
        channel: 'Note verbale',
        answer: 'ignored',
      },
      examples: [
        ...required('for', 'to', 'demands', 'transmittedOn', 'channel'),
        ...optional('answer'),
        ...name('for', 63),
        ...words('to', 120),
        ...words('demands', 4000),
        ...day('transmittedOn'),
        ...words('channel', 200),
        ...oneOf('answer', 'refused', 'ignored', 'partial', 'pending', 'complied'),
      ],
    },
  ],
  notice: [
    {
      act: {
        for: 'measure-1',
        to: 'Hawthorn',
        says: 'It begins tomorrow.',
        notifiedOn: DAY,
        offersNegotiation: true,
        urgency: 'The wiping goes on.',
      },
      examples: [
        ...required('for', 'to', 'says', 'offersNegotiation'),
        ...optional('notifiedOn', 'urgency'),
        ...name('for', 63),
        ...words('to', 120),
        ...words('says', 4000),
        ...day('notifiedOn'),
        ...yesNo('offersNegotiation'),
        ...words('urgency', 2000),
      ],
    },
    {
      act: { for: 'a', to: 'Hawthorn', says: 'So.', notifiedOn: DAY, offersNegotiation: false },
      examples: required('notifiedOn'),
    },
    {
      act: { for: 'a', to: 'Hawthorn', says: 'So.', offersNegotiation: false, urgency: 'Now.' },
      examples: required('urgency'),
    },
  ],
  start: [
    {
      act: { on: SHA, certificate: SHA, startedOn: DAY, remarks: 'It began.' },
      examples: [
        ...required('on', 'certificate', 'startedOn'),
        ...optional('remarks'),
        ...ids('on', 'certificate'),
        ...day('startedOn'),
        ...words('remarks', 4000),
      ],
    },
  ],
  report: [
    {
      act: { on: SHA, reportedOn: DAY, remarks: 'It works.' },
      examples: [
        ...required('on', 'reportedOn', 'remarks'),
        ...ids('on'),
        ...day('reportedOn'),
        ...words('remarks', 8000),
      ],
    },
  ],
  review: [
    {
      act: {
        on: SHA,
        reviewedOn: DAY,
        ceased: false,
        repaired: false,
        proportionate: 'yes',
        reversible: 'yes',
        tribunal: false,
        remarks: 'As before.',
        nextOn: DAY,
      },
      examples: [
        ...required('on', 'reviewedOn', 'ceased', 'repaired', 'proportionate', 'reversible'),
        ...required('tribunal', 'remarks'),
        ...optional('nextOn'),
        ...ids('on'),
        ...day('reviewedOn'),
        ...['ceased', 'repaired', 'tribunal'].flatMap(yesNo),
        ...oneOf('proportionate', 'yes', 'no', 'unknown'),
        ...oneOf('reversible', 'yes', 'no', 'unknown'),
        ...words('remarks', 8000),
        ...day('nextOn'),
      ],
    },
  ],
  suspend: [
    {
      act: { on: SHA, suspendedOn: DAY, reason: 'It is looked at again.' },
      examples: [
        ...required('on', 'suspendedOn', 'reason'),
        ...ids('on'),
        ...day('suspendedOn'),
        ...words('reason', 4000),
      ],
    },
  ],
  terminate: [
    {
      act: { on: SHA, terminatedOn: DAY, reason: 'The act has ceased.' },
      examples: [
        ...required('on', 'terminatedOn', 'reason'),
        ...ids('on'),
        ...day('terminatedOn'),
        ...words('reason', 4000),
      ],
    },
  ],
}
