import { CAUSE_WORDS } from '@entente/accord'
import { worded } from '../worded.ts'
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
  'own-key.title': 'Su clave',
  'own-key.about':
    'Con qué clave se firman sus actos y quién la guarda. Una clave que guarda su nodo firma cuando usted lo ordena, y quien controla el nodo también puede firmar con ella. Una clave en su navegador firma aquí lo que usted ve; no se puede sacar de él, y el nodo no puede firmar en su lugar.',
  'own-key.now': 'Sus actos los firma',
  'own-key.own': 'Claves propias',
  'own-key.none': 'No ha creado ninguna.',
  'own-key.state.asked-for': 'solicitada',
  'own-key.state.in-force': 'en vigor',
  'own-key.state.revoked': 'revocada',
  'own-key.here': 'en este navegador',
  'own-key.away': 'en otro navegador',
  'own-key.unable':
    'Este navegador no crea claves de este tipo (Ed25519), o la página no llegó por HTTPS. Sus actos los sigue firmando la clave que guarda el nodo.',
  'own-key.what':
    'Se crea una clave nueva en este navegador y se queda en él. Firma en cuanto las claves raíz de su nación se la den a su autoridad; desde entonces sus actos se firman en este navegador y en ningún otro lugar.',
  'own-key.make': 'Crear una clave en este navegador',
  'own-key.hand-over':
    'La clave está creada. Entregue esta solicitud a quien guarda las claves raíz de su nación:',
  'own-key.save': 'Guardar la solicitud',
  'own-key.compare':
    'Léale su identificador por otra vía que la del archivo. Un nodo que miente podría entregar otra solicitud, y su identificador sería otro:',
  'own-key.give': 'Se la dan, aparte del nodo, con:',
  'own-key.request': 'la solicitud',
  'own-key.asked-away':
    'Solicitada desde otro navegador: abra allí esta página para entregar la solicitud.',
  'own-key.signs-here': 'Sus actos se firman aquí con esta clave.',
  'own-key.signs-away':
    'Sus actos se firman con esta clave, y está en otro navegador: abra allí la página para firmar.',
  'own-key.lost':
    'Si se perdió con su navegador, o la robaron: quien guarda las claves raíz la revoca. Entonces vuelve a firmar la clave que guarda el nodo, hasta que usted cree otra.',
  'own-key.revoked': 'No firma nada más ({cause}).',
  'own-key.forget': 'Olvidarla en este navegador',
  'case.tab.keys': 'Claves',
  'peers.keys': 'Claves de todas las partes',
  'peers.accuse': 'Presentar la prueba de que el registro de {name} firmó dos historias',
  'peers.accused': 'La prueba consta en el expediente.',
  'peers.forked':
    'El registro de {name} firmó dos historias de su hebra: desde el acto {size} está congelada. Prueba: {act}.',
  'keys.about':
    'Quién puede firmar por cada parte en este caso, desde dónde y hasta dónde en su hebra. Las claves raíz se guardan aparte y solo firman esto; la orden entente keys da, revoca y cambia claves.',
  'keys.root':
    'Claves raíz: {ids}. {threshold, plural, one {Basta una firma} other {Hacen falta # firmas}}.',
  'keys.root.next': 'Están comprometidas las claves que pueden seguirlas.',
  'keys.root.stuck': 'No se pueden cambiar: no se comprometieron otras.',
  'keys.forked':
    'El registro de {name} firmó dos historias: su hebra está congelada desde el acto {size}. Prueba: {act}.',
  'keys.none': 'Ninguna autoridad tiene aquí clave todavía.',
  'keys.untold':
    'El caso superior no está en este nodo: no se puede saber si allí se revocó una clave.',
  'keys.missing.revokes':
    'Revocada en el caso raíz, aún sin copiar aquí: {keyids}. Hasta entonces sigue contando en este caso.',
  'keys.missing.grants': 'Dada en el caso raíz, aún sin copiar aquí: {keyids}.',
  'keys.missing.rotates': 'Claves raíz cambiadas en el caso raíz, aún sin copiar aquí: {keyids}.',
  'keys.column.authority': 'Autoridad',
  'keys.column.key': 'Clave y custodia',
  'keys.column.mandate': 'Mandato',
  'keys.column.from': 'Desde, hasta',
  'keys.column.state': 'Estado',
  'keys.charter': 'la carta',
  'keys.until': 'hasta el {day, date, medium}',
  'keys.from': 'desde {from} en adelante',
  'keys.from-to': 'desde {from} hasta {to}',
  'keys.in-force': 'en vigor',
  'keys.ended': 'su mandato terminó, como está certificado',
  'keys.over': 'su mandato ha terminado según el reloj de este nodo; aún no está certificado',
  'keys.certify': 'Certificar su fin',
  'keys.revoked': 'revocada: {cause}',
  'cause.rotated': 'se cambiaron las claves raíz',
  ...worded('cause', CAUSE_WORDS, 'es'),
  'verb.keys-add': 'dar claves',
  'verb.keys-revoke': 'revocar claves',
  'act.join': '<b>participa</b> con arreglo a esta carta',
  'act.leave': '<b>se retiró</b>: ha retirado su voz de todos los textos de este caso',
  'act.charter-amend':
    '<b>dice que la coalición continúa</b> con la carta {to}, como la propone {on}',
  'verb.join': 'participar con arreglo a una carta',
  'verb.leave': 'dejar un caso',
  'verb.charter-amend': 'decir con qué carta continúa la coalición',
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
