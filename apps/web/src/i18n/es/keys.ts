import type { keys as english } from '../en/keys.ts'

export const keys: Readonly<Record<keyof typeof english, string>> = {
  'act.keys-add': 'dio a <b>{authority}</b> su clave {keyid}, {custody}, para: {verbs}',
  'act.keys-revoke':
    '<b>revocó la clave {keyid}</b> ({cause}): desde aquí no firma nada; lo que firmó antes permanece',
  'act.keys-root':
    '<b>cambió sus claves raíz</b> por {count, plural, one {una clave} other {# claves}}, de las que {threshold, plural, one {firma una} other {firman #}}',
  'cause.compromise': 'comprometida',
  'cause.lost': 'perdida',
  'cause.replaced': 'sustituida',
  'cause.ended': 'el mandato terminó',
  'verb.keys-add': 'dar claves',
  'verb.keys-revoke': 'revocar claves',
  'verb.keys-root': 'cambiar las claves raíz',
  'verify.code.key.unknown': 'Se revoca una clave que no estaba en vigor.',
  'verify.code.key.revoked': 'Un acto se firmó con una clave que ya estaba revocada.',
  'verify.code.root.uncommitted':
    'Cambió sus claves raíz una parte que no se había comprometido a otras.',
  'verify.code.root.other': 'Las claves raíz se cambiaron por otras que las comprometidas.',
}
