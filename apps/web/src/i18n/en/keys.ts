/** The life of keys: who may sign for whom, from where to where. */
export const keys = {
  'act.keys-add': 'gave <b>{authority}</b> its key {keyid}, {custody}, for: {verbs}',
  'act.keys-revoke':
    '<b>revoked the key {keyid}</b> ({cause}): from here on it signs nothing; what it signed before stands',
  'act.keys-root':
    '<b>replaced its root keys</b> by {count, plural, one {one key} other {# keys}}, of which {threshold, plural, one {one signs} other {# sign}}',
  'cause.compromise': 'compromised',
  'cause.lost': 'lost',
  'cause.replaced': 'replaced',
  'cause.ended': 'the mandate ended',
  'verb.keys-add': 'give keys',
  'verb.keys-revoke': 'revoke keys',
  'verb.keys-root': 'replace root keys',
  'verify.code.key.unknown': 'A key is revoked that was not in force.',
  'verify.code.key.revoked': 'An act was signed with a key that was revoked before.',
  'verify.code.root.uncommitted':
    'Root keys were replaced by a party that had committed to no others.',
  'verify.code.root.other': 'Root keys were replaced by others than those committed to.',
} as const
