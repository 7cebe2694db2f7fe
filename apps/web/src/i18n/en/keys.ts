import { CAUSE_WORDS } from '@entente/accord'
import { worded } from '../worded.ts'

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
  'own-key.title': 'Your key',
  'own-key.about':
    'With which key your acts are signed, and who holds it. A key that your node holds signs when you order it, and whoever controls the node can sign with it too. A key in your browser signs here, what you see; it cannot be taken out, and the node cannot sign in its stead.',
  'own-key.now': 'Your acts are signed by',
  'own-key.own': 'Keys of your own',
  'own-key.none': 'You have made none.',
  'own-key.state.asked-for': 'asked for',
  'own-key.state.in-force': 'in force',
  'own-key.state.revoked': 'revoked',
  'own-key.here': 'in this browser',
  'own-key.away': 'in another browser',
  'own-key.unable':
    'This browser makes no keys of this kind (Ed25519), or the page did not come over HTTPS. Your acts go on being signed by the key that the node holds.',
  'own-key.what':
    'A new key is made in this browser and stays in it. It signs once your nation’s root keys gave it to your authority; from then on your acts are signed in this browser and nowhere else.',
  'own-key.make': 'Make a key in this browser',
  'own-key.hand-over':
    'The key is made. Hand this request to whoever keeps your nation’s root keys:',
  'own-key.save': 'Save the request',
  'own-key.compare':
    'Read its id to them over another line than the file goes by. A node that lies could hand over another request, and its id would be another one:',
  'own-key.give': 'They give you the key, apart from the node, by:',
  'own-key.request': 'the request',
  'own-key.asked-away':
    'Asked for from another browser: open this page there to hand the request over.',
  'own-key.signs-here': 'Your acts are signed here with this key.',
  'own-key.signs-away':
    'Your acts are signed with this key, and it is in another browser: open the page there to sign.',
  'own-key.lost':
    'Lost with its browser, or stolen: whoever keeps the root keys revokes it. Then the key that the node holds signs again, until you make another one.',
  'own-key.revoked': 'Signs nothing more ({cause}).',
  'own-key.forget': 'Forget it in this browser',
  'case.tab.keys': 'Keys',
  'peers.keys': 'Keys of all parties',
  'peers.accuse': 'File the proof that {name}’s log signed two histories',
  'peers.accused': 'The proof is on record.',
  'peers.forked':
    '{name}’s log signed two histories of its strand: from act {size} on it is frozen. Proof: {act}.',
  'keys.about':
    'Who may sign for each party in this case, from where to where in its strand. Root keys are kept apart and sign only this; the command entente keys gives, revokes and replaces keys.',
  'keys.root':
    'Root keys: {ids}. {threshold, plural, one {One signature suffices} other {# signatures are needed}}.',
  'keys.root.next': 'The keys that may follow them are committed to.',
  'keys.root.stuck': 'They cannot be replaced: no others were committed to.',
  'keys.forked':
    '{name}’s log signed two histories: its strand is frozen from act {size} on. Proof: {act}.',
  'keys.none': 'No authority has a key here yet.',
  'keys.untold': 'The case above is not held here: whether a key was revoked there cannot be told.',
  'keys.missing.revokes':
    'Revoked in the root case, not yet copied here: {keyids}. Until then it still counts in this case.',
  'keys.missing.grants': 'Given in the root case, not yet copied here: {keyids}.',
  'keys.missing.rotates': 'Root keys replaced in the root case, not yet copied here: {keyids}.',
  'keys.column.authority': 'Authority',
  'keys.column.key': 'Key and custody',
  'keys.column.mandate': 'Mandate',
  'keys.column.from': 'From, to',
  'keys.column.state': 'State',
  'keys.charter': 'the charter',
  'keys.until': 'until {day, date, medium}',
  'keys.from': 'from {from} on',
  'keys.from-to': 'from {from} to {to}',
  'keys.in-force': 'in force',
  'keys.ended': 'its mandate ended, as certified',
  'keys.over': 'its mandate has ended by this node’s clock; that is not certified yet',
  'keys.certify': 'Certify its end',
  'keys.revoked': 'revoked: {cause}',
  'cause.rotated': 'the root keys were replaced',
  ...worded('cause', CAUSE_WORDS, 'en'),
  'verb.keys-add': 'give keys',
  'verb.keys-revoke': 'revoke keys',
  'act.join': '<b>takes part</b> under this charter',
  'act.leave': '<b>left</b>: it has withdrawn from every text of this case',
  'act.charter-amend':
    '<b>says that the coalition goes on</b> under the charter {to}, as {on} puts it',
  'verb.join': 'take part under a charter',
  'verb.leave': 'leave a case',
  'verb.charter-amend': 'say under which charter the coalition goes on',
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
