/** The life of keys: who may sign for whom, from where to where. */
export const keys = {
  'act.keys-add': 'gave <b>{authority}</b> its key {keyid}, {custody}, for: {verbs}',
  'act.keys-revoke':
    '<b>revoked the key {keyid}</b> ({cause}): from here on it signs nothing; what it signed before stands',
  'act.keys-root':
    '<b>replaced its root keys</b> by {count, plural, one {one key} other {# keys}}, of which {threshold, plural, one {one signs} other {# sign}}',
  'act.disavow':
    '<b>disowned {count, plural, one {one act} other {# acts}}</b> that a stolen key signed: {acts}. {reason}',
  'act.accuse':
    '<b>proved that {of}’s log signed two histories</b> of its strand; from act {size} on it is frozen',
  'cause.compromise': 'compromised',
  'cause.lost': 'lost',
  'cause.replaced': 'replaced',
  'cause.ended': 'the mandate ended',
  'verb.keys-add': 'give keys',
  'verb.keys-revoke': 'revoke keys',
  'verb.accuse': 'file the proof of a fork',
  'verb.disavow': 'disown acts',
  'verb.keys-root': 'replace root keys',
  'verify.not.keys-above':
    'That no key was revoked in the case above without a copy here: only the record of that case tells.',
  'verify.certified.not.revoked':
    'Not that the key was never revoked before: whoever made this chose which key acts it shows.',
  'verify.code.key.unknown': 'A key is revoked that was not in force.',
  'verify.code.key.revoked': 'An act was signed with a key that was revoked before.',
  'verify.code.root.uncommitted':
    'Root keys were replaced by a party that had committed to no others.',
  'verify.code.root.other': 'Root keys were replaced by others than those committed to.',
  'verify.code.act.disavowed': 'An act that its own party disowned is counted.',
  'verify.code.disavow.unknown': 'A party disowns what it never said here.',
  'verify.code.accuse.unproved': 'A log is accused of two histories without a proof.',
  'verify.code.strand.forked': 'An act counts that stands in a strand of which there are two.',
} as const
