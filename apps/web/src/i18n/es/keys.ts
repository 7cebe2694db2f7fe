import type { keys as english } from '../en/keys.ts'

export const keys: Readonly<Record<keyof typeof english, string>> = {
  'act.keys-add': 'dio a <b>{authority}</b> su clave {keyid}, {custody}, para: {verbs}',
  'act.keys-revoke':
    '<b>revocó la clave {keyid}</b> ({cause}): desde aquí no firma nada; lo que firmó antes permanece',
  'act.keys-root':
    '<b>cambió sus claves raíz</b> por {count, plural, one {una clave} other {# claves}}, de las que {threshold, plural, one {firma una} other {firman #}}',
  'act.disavow':
    '<b>desautorizó {count, plural, one {un acto} other {# actos}}</b> que firmó una clave robada: {acts}. {reason}',
  'act.accuse':
    '<b>probó que el registro de {of} firmó dos historias</b> de su hebra; desde el acto {size} está congelada',
  'cause.compromise': 'comprometida',
  'cause.lost': 'perdida',
  'cause.replaced': 'sustituida',
  'cause.ended': 'el mandato terminó',
  'verb.keys-add': 'dar claves',
  'verb.keys-revoke': 'revocar claves',
  'verb.accuse': 'presentar la prueba de una bifurcación',
  'verb.disavow': 'desautorizar actos',
  'verb.keys-root': 'cambiar las claves raíz',
  'verify.not.keys-above':
    'Que no se revocara en el caso superior ninguna clave sin copia aquí: solo lo dice el expediente de ese caso.',
  'verify.certified.not.revoked':
    'No que la clave no se hubiera revocado antes: quien lo hizo eligió qué actos de claves muestra.',
  'verify.code.key.unknown': 'Se revoca una clave que no estaba en vigor.',
  'verify.code.key.revoked': 'Un acto se firmó con una clave que ya estaba revocada.',
  'verify.code.root.uncommitted':
    'Cambió sus claves raíz una parte que no se había comprometido a otras.',
  'verify.code.root.other': 'Las claves raíz se cambiaron por otras que las comprometidas.',
  'verify.code.act.disavowed': 'Se cuenta un acto que su propia parte desautorizó.',
  'verify.code.disavow.unknown': 'Una parte desautoriza lo que nunca dijo aquí.',
  'verify.code.accuse.unproved': 'Se acusa a un registro de dos historias sin prueba.',
  'verify.code.strand.forked': 'Cuenta un acto de una hebra de la que hay dos.',
}
