import {
  act,
  bads,
  base64,
  closed,
  ids,
  keyId,
  list,
  malformed,
  oneOf,
  optional,
  party,
  required,
  SHA,
  text,
  whole,
  words,
  type Form,
} from './vectors-form-rules.ts'

const KEY = { keyid: 'k1', alg: 'ed25519', pub: 'AAAA' }
const SECOND = { ...KEY, keyid: 'k2', alg: 'ml-dsa-44' }
const sixteen = Array.from({ length: 16 }, (_, at) => ({ ...KEY, keyid: `k${at}` }))

export const FORMS_OF_KEYS: Readonly<Record<string, readonly Form[]>> = {
  'keys-add': [
    {
      act: {
        authority: { id: 'XA-cert', name: 'Incident response team' },
        key: { ...KEY, custody: 'token' },
        mandate: { verbs: ['evidence'], until: 1 },
      },
      examples: [
        ...closed('authority', 'key', 'mandate'),
        ...required(
          'authority',
          'key',
          'mandate',
          'authority.id',
          'authority.name',
          'key.keyid',
          'key.alg',
          'key.pub',
        ),
        ...required('key.custody', 'mandate.verbs'),
        ...optional('mandate.until'),
        ...keyId('authority.id'),
        ...words('authority.name', 120),
        ...keyId('key.keyid'),
        ...oneOf('key.alg', 'ed25519', 'ml-dsa-44'),
        ...base64('key.pub'),
        ...oneOf('key.custody', 'node-held', 'browser-held', 'token'),
        ...list('mandate.verbs', 'evidence', 1, 64),
        ...text('mandate.verbs.0', 64),
        ...whole('mandate.until', 0),
      ],
    },
  ],
  'keys-revoke': [
    {
      act: { key: { keyid: 'k1', pub: 'AAAA' }, cause: 'lost', reason: 'It was left in a train.' },
      examples: [
        ...closed('key'),
        ...required('key', 'key.keyid', 'key.pub', 'cause'),
        ...optional('reason'),
        ...keyId('key.keyid'),
        ...base64('key.pub'),
        ...oneOf('cause', 'compromise', 'lost', 'replaced', 'ended'),
        ...words('reason', 2000),
      ],
    },
  ],
  'keys-root': [
    {
      act: { root: [KEY], threshold: 1, next: SHA },
      examples: [
        ...closed('root.0'),
        ...required('root', 'threshold', 'next', 'root.0.keyid', 'root.0.alg', 'root.0.pub'),
        ...list('root', { ...KEY, keyid: 'k#' }, 1, 16),
        ...keyId('root.0.keyid'),
        ...bads('root.0.alg', 'ml-dsa-44', 'rsa'),
        ...base64('root.0.pub'),
        ...bads('threshold', 0, 2, 0.5, '1'),
        ...ids('next'),
      ],
    },
    {
      act: { root: [KEY, SECOND], threshold: 1, next: SHA },
      examples: [malformed('threshold', { is: 2 }), malformed('root.1.alg')],
    },
    {
      act: { root: sixteen, threshold: 1, next: SHA },
      examples: [act('threshold', { is: 16 }), malformed('threshold', { is: 17 })],
    },
  ],
  disavow: [
    {
      act: { acts: [SHA], reason: 'The key was copied.' },
      examples: [
        ...required('acts', 'reason'),
        ...list('acts', SHA, 1, 64),
        ...ids('acts.0'),
        ...words('reason', 2000),
      ],
    },
  ],
  join: [
    {
      act: { statement: 'Alder takes part.' },
      examples: [...optional('statement'), ...words('statement', 4000)],
    },
  ],
  leave: [
    { act: { reason: 'So decided.' }, examples: [...optional('reason'), ...words('reason', 4000)] },
  ],
  'charter-amend': [
    { act: { on: SHA, to: SHA }, examples: [...required('on', 'to'), ...ids('on', 'to')] },
  ],
  accuse: [
    {
      act: { of: 'XB', notes: ['one', 'other'], consistency: { root: 'AAAA', proof: ['AAAA'] } },
      examples: [
        ...closed('consistency'),
        ...required('of', 'notes', 'consistency.root', 'consistency.proof'),
        ...optional('consistency'),
        ...party('of'),
        ...list('notes', 'a note', 2, 2),
        ...text('notes.1', 240_000),
        ...base64('consistency.root'),
        ...list('consistency.proof', 'AAAA', 0, 63),
        ...base64('consistency.proof.0'),
      ],
    },
  ],
}
