import {
  act,
  bads,
  calendar,
  clauseId,
  closed,
  day,
  document,
  DOCUMENT,
  goods,
  hex,
  ids,
  list,
  malformed,
  name,
  oneOf,
  optional,
  party,
  required,
  scaled,
  SCALED,
  sealed,
  SEALED,
  SHA,
  step,
  time,
  uuidOf,
  whole,
  words,
  yesNo,
  type Form,
} from './vectors-form-rules.ts'

const INDICATOR = 'indicator--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111'
const OBJECT = {
  id: 'malware--0ac2a2d6-0d5b-4d5e-8f4b-0f0f6ee4a111',
  modified: '2026-11-20T08:00:00.000Z',
  sha256: SHA.slice(7),
}
const POINTER = { sha256: SHA.slice(7), level: SCALED, about: 'A report' }
const STEP = { id: 'position', kind: 'position' }
const POINTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
const SEEN = '2026-11-20T08:00:00Z'

export const FORMS_OF_RECORDS: Readonly<Record<string, readonly Form[]>> = {
  evidence: [
    {
      act: {
        title: 'Flash memory overwritten',
        about: SHA,
        objects: [OBJECT],
        pointers: [POINTER],
        grade: SCALED,
        custodian: 'XA',
      },
      examples: [
        ...closed('objects.0', 'pointers.0'),
        ...required('title', 'objects', 'grade', 'custodian', 'objects.0.id', 'objects.0.sha256'),
        ...required('pointers.0.sha256', 'pointers.0.level'),
        ...optional('about', 'pointers', 'objects.0.modified', 'pointers.0.about'),
        ...words('title', 300),
        ...ids('about'),
        ...list('objects', OBJECT, 0, 256),
        ...uuidOf('objects.0.id', 'malware'),
        ...goods(
          'objects.0.id',
          ...[2, 249].map((size) => OBJECT.id.replace('malware', 'a'.repeat(size))),
        ),
        ...bads(
          'objects.0.id',
          ...[0, 1, 250].map((size) => OBJECT.id.replace('malware', 'a'.repeat(size))),
        ),
        ...goods('objects.0.id', OBJECT.id.replace('malware', 'x-a0')),
        ...bads(
          'objects.0.id',
          ...['0a', '-a', 'a_b'].map((type) => OBJECT.id.replace('malware', type)),
        ),
        ...time('objects.0.modified'),
        ...hex('objects.0.sha256'),
        ...list('pointers', POINTER, 1, 64),
        ...hex('pointers.0.sha256'),
        ...words('pointers.0.about', 300),
        ...scaled('pointers.0.level', 'grade'),
        ...party('custodian'),
      ],
    },
    {
      act: { title: 'One object', objects: [OBJECT], grade: SCALED, custodian: 'XA' },
      examples: [malformed('objects', { is: [] })],
    },
  ],
  'evidence-withdraw': [
    {
      act: { of: SHA, reason: 'Mislabelled.' },
      examples: [...required('of', 'reason'), ...ids('of'), ...words('reason', 4000)],
    },
  ],
  attribute: [
    {
      act: {
        level: 'actor',
        whom: 'QUIET GULL',
        likelihood: SCALED,
        confidence: SCALED,
        evidence: [SHA],
        statement: 'So it seems.',
      },
      examples: [
        ...required('level', 'whom', 'likelihood', 'confidence', 'evidence'),
        ...optional('statement'),
        ...oneOf('level', 'actor', 'entity', 'state'),
        ...words('whom', 200),
        ...scaled('likelihood', 'confidence'),
        ...list('evidence', SHA, 0, 64),
        ...ids('evidence.0'),
        ...words('statement', 4000),
      ],
    },
  ],
  objective: [
    {
      act: {
        goal: 'outage-named',
        title: 'The outage is named',
        aims: 'That it is said.',
        redLines: 'No State is named.',
        dueOn: '2026-12-15',
        reported: { is: 'reached', on: '2026-12-01', says: 'It was.' },
      },
      examples: [
        ...closed('reported'),
        ...required('goal', 'title', 'aims', 'reported.is', 'reported.on'),
        ...optional('redLines', 'dueOn', 'reported', 'reported.says'),
        ...name('goal', 63),
        ...words('title', 300),
        ...words('aims', 4000),
        ...words('redLines', 4000),
        ...calendar('dueOn'),
        ...day('dueOn'),
        ...oneOf('reported.is', 'pursued', 'reached', 'given-up'),
        ...day('reported.on'),
        ...words('reported.says', 2000),
        act('sealed'),
        ...bads('sealed', SEALED('aims'), SEALED('redLines')),
      ],
    },
    {
      act: { goal: 'a', title: 'A title', sealed: SEALED('aims') },
      examples: [
        ...required('sealed'),
        ...sealed('aims', 'redLines'),
        act('redLines', { is: 'None.' }),
        malformed('aims', { is: 'Said as well.' }),
        malformed('sealed.0.name', { is: 'redLines' }),
      ],
    },
    {
      act: { goal: 'a', title: 'A title', aims: 'Said.', sealed: SEALED('redLines') },
      examples: [act('sealed'), malformed('redLines', { is: 'Said as well.' })],
    },
  ],
  note: [
    {
      act: { about: SHA, says: 'It is put off.' },
      examples: [
        ...required('says'),
        ...optional('about'),
        ...ids('about'),
        ...words('says', 8000),
        malformed('sealed', { is: SEALED('says') }),
      ],
    },
    { act: { sealed: SEALED('says') }, examples: [...required('sealed'), ...sealed('says')] },
  ],
  sound: [
    {
      act: { asks: { step: STEP, text: DOCUMENT, hopedBy: '2026-12-01' } },
      examples: [
        ...closed('asks'),
        ...required('asks', 'asks.step', 'asks.text'),
        ...optional('asks.hopedBy'),
        ...step('asks.step'),
        ...document('asks.text'),
        ...day('asks.hopedBy'),
        malformed('answers', { is: { round: SHA, clauses: [{ clause: '1', leans: 'welcomes' }] } }),
      ],
    },
    {
      act: {
        answers: { round: SHA, clauses: [{ clause: '1', leans: 'welcomes', says: 'Good.' }] },
      },
      examples: [
        ...closed('answers', 'answers.clauses.0'),
        ...required('answers', 'answers.round', 'answers.clauses'),
        ...required('answers.clauses.0.clause', 'answers.clauses.0.leans'),
        ...optional('answers.clauses.0.says'),
        ...ids('answers.round'),
        ...list('answers.clauses', { clause: 'c#', leans: 'welcomes' }, 1, 200),
        malformed('answers.clauses', { item: { clause: '1', leans: 'welcomes' }, times: 2 }),
        ...clauseId('answers.clauses.0.clause'),
        ...oneOf('answers.clauses.0.leans', 'welcomes', 'can-live-with', 'has-difficulty'),
        ...oneOf('answers.clauses.0.leans', 'cannot-accept'),
        ...words('answers.clauses.0.says', 4000),
      ],
    },
  ],
  comment: [
    {
      act: { on: SHA, clause: '1', answers: SHA, says: 'Whether it was is open.' },
      examples: [
        ...required('on', 'clause', 'says'),
        ...optional('answers'),
        ...ids('on', 'answers'),
        ...clauseId('clause'),
        ...words('says', 4000),
      ],
    },
  ],
  'incident-report': [
    {
      act: {
        incident: 'inc-1',
        regime: 'nis2',
        stage: 'early-warning',
        awareAt: SEEN,
        title: 'An outage',
        account: 'Modems do not come up.',
        suspectedMalicious: true,
        crossBorder: false,
        touched: 3,
        indicators: [INDICATOR],
        answers: { impact: 'Much.' },
        handledAt: SEEN,
        lateBecause: 'Nobody was there.',
      },
      examples: [
        ...required('incident', 'regime', 'stage', 'awareAt', 'title', 'account'),
        ...required('suspectedMalicious', 'crossBorder'),
        ...optional('touched', 'indicators', 'answers', 'handledAt', 'lateBecause'),
        ...name('incident', 63),
        ...name('regime', 39),
        ...name('stage', 39),
        ...time('awareAt'),
        ...words('title', 300),
        ...words('account', 8000),
        ...yesNo('suspectedMalicious'),
        ...yesNo('crossBorder'),
        ...whole('touched', 0, 1_000_000_000),
        ...list('indicators', INDICATOR, 0, 256),
        ...bads(
          'indicators.0',
          INDICATOR.slice(0, -1),
          `${INDICATOR}0`,
          INDICATOR.slice(1),
          `x${INDICATOR}`,
        ),
        ...bads('indicators.0', INDICATOR.replace('indicator', 'malware'), INDICATOR.toUpperCase()),
        ...goods('answers', {}, { ['a'.repeat(40)]: 'x' }),
        ...bads('answers', [], { ['a'.repeat(41)]: 'x' }, { A: 'x' }, { '': 'x' }, { a: 1 }),
        ...words('answers.impact', 4000),
        ...time('handledAt'),
        ...words('lateBecause', 2000),
      ],
    },
  ],
  sighting: [
    {
      act: { sightingOf: INDICATOR, count: 2, firstSeen: SEEN, lastSeen: SEEN },
      examples: [
        ...required('sightingOf', 'count', 'firstSeen'),
        ...optional('lastSeen'),
        ...uuidOf('sightingOf', 'indicator'),
        ...bads('sightingOf', OBJECT.id),
        ...whole('count', 1, 999_999_999),
        ...bads('lastSeen', '2026-11-20T07:59:59Z', 'later'),
        ...goods('lastSeen', '2026-11-20T08:00:01Z'),
        ...goods('firstSeen', '2026-11-20T07:59:59Z'),
        ...bads('firstSeen', '2026-11-20T08:00:01Z', 'earlier'),
      ],
    },
    {
      act: { sightingOf: INDICATOR, count: 0 },
      examples: [malformed('firstSeen', { is: SEEN }), act('lastSeen', { is: SEEN })],
    },
  ],
  'self-assessment': [
    {
      act: {
        regime: 'nis2-21-2',
        measures: [{ measure: 'a', level: 'begun', assessedOn: '2026-11-24' }],
      },
      examples: [
        ...closed('measures.0'),
        ...required('regime', 'measures', 'measures.0.measure', 'measures.0.level'),
        ...required('measures.0.assessedOn'),
        ...oneOf('regime', 'nis2-21-2'),
        ...oneOf('measures.0.measure', ...POINTS),
        ...bads('measures.0.measure', 'k', 'A', 'ab'),
        ...oneOf('measures.0.level', 'absent', 'begun', 'in-place', 'tested'),
        ...day('measures.0.assessedOn'),
        act('measures', {
          is: POINTS.map((measure) => ({
            measure,
            level: 'begun',
            assessedOn: '2026-11-24',
          })),
        }),
        ...bads('measures', [], {}),
        malformed('measures', {
          item: { measure: 'a', level: 'begun', assessedOn: '2026-11-24' },
          times: 2,
        }),
      ],
    },
  ],
  receipt: [
    {
      act: { of: SHA, remarks: 'Received.' },
      examples: [
        ...required('of'),
        ...optional('remarks'),
        ...ids('of'),
        ...words('remarks', 2000),
      ],
    },
  ],
  release: [
    {
      act: { of: SHA, discloses: ['abc-_9'], reason: 'The matter is closed.' },
      examples: [
        ...required('of', 'discloses'),
        ...optional('reason'),
        ...ids('of'),
        ...list('discloses', 'abc', 1, 8),
        act('discloses.0', { text: 'a', times: 16_000 }),
        malformed('discloses.0', { text: 'a', times: 16_001 }),
        ...bads('discloses.0', '', 'ab=', 'a+b', 'a/b', 'ab\n', 1),
        ...words('reason', 2000),
      ],
    },
  ],
  recall: [
    {
      act: { of: SHA, reason: 'It was wrong.' },
      examples: [...required('of', 'reason'), ...ids('of'), ...words('reason', 2000)],
    },
  ],
}
