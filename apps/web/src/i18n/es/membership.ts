import type { membership as en } from '../en/membership.ts'

export const membership: Readonly<Record<keyof typeof en, string>> = {
  'membership.title': 'Composición',
  'membership.what':
    'Está dentro quien la carta nombra. Que se participa se dice para que conste; quien se retiró ha retirado su voz de todos los textos del caso raíz. Los días son los del reloj de cada autor.',
  'membership.joined': 'dentro; lo dijo el {day}',
  'membership.left': 'se retiró el {day}, definitivamente',
  'membership.keys': 'dentro por la carta; constan sus claves',
  'membership.awaited': 'nombrada por la carta; aún no constan sus claves',
  'membership.join': 'Decir que participamos',
  'membership.leave': 'Retirarse…',
  'join.title': 'Decir que participamos',
  'join.what':
    'Constará que su nación continúa con arreglo a esta carta. Ninguna voz espera a ello, y nada se deshace con ello.',
  'join.statement': 'Unas palabras a las demás, si lo desea',
  'join.filed': 'Dicho.',
  'leave.title': 'Retirarse de este caso',
  'leave.stay': 'Quedarse',
  'leave.final': 'Esto es definitivo.',
  'leave.what':
    'La voz de su nación queda retirada de todos los textos de este caso, se hubiera pronunciado o no, y sus ministerios ya no podrán decir nada en él. Nada lo deshace. Vuelve con otra carta.',
  'leave.past':
    'Lo adoptado sigue adoptado, y lo que su nación dijo sigue constando y se verifica como antes.',
  'leave.how':
    'Lo firman sus claves raíz, tantas como para un cambio de claves, de modo que ninguna clave robada a un ministerio pueda sacar a su nación. Quien las tiene ejecuta esto en su equipo:',
  'successor.title': 'Cartas propuestas en lugar de la actual',
  'successor.what':
    'Una carta se cambia acordando otra, por la regla que da la actual. Nada de lo dicho o acordado antes se juzga de nuevo.',
  'successor.put': 'Ante los miembros. No está adoptada.',
  'successor.adopted': 'Adoptada. Su nación continúa con arreglo a ella cuando la asuma aquí.',
  'successor.held': 'Adoptada y asumida aquí.',
  'successor.out':
    'Adoptada, y su nación no está en ella. Su nodo conserva el caso hasta entonces, y su expediente prueba lo que probaba.',
  'successor.unread': 'Lo propuesto no es una carta que este programa pueda leer.',
  'successor.refused': 'No sucede a la carta que nombra: {why}',
  'successor.text': 'El texto y las voces sobre él',
  'successor.draft.title': 'Redactar otra carta',
  'successor.draft.what':
    'Lo que cambie aquí se redacta como una carta entera y se muestra junto a la actual. No se guarda en ninguna parte hasta que se presenta a los miembros.',
  'successor.draft.parties': 'Quién sigue',
  'successor.populations': 'Poblaciones',
  'successor.populations.hint':
    'El peso de cada miembro en las pruebas de población. Quien se incorpora trae la suya en su tarjeta.',
  'successor.witnesses': 'Quién es testigo',
  'successor.witnesses.hint':
    'Un árbol cuenta cuando lo han refrendado tantos como dice el quórum. Quienes se incorporan traen un testigo en su tarjeta.',
  'successor.quorum': 'Quórum',
  'successor.quorum.hint': 'Tantos como bastan, salvo que aquí figure un número mayor',
  'successor.cards': 'Quién se incorpora',
  'successor.cards.hint':
    'La tarjeta de cada parte tal como la dio, o de una que se nombra de nuevo con otras claves raíz. Compare su identificador con su gente por otra vía antes de redactar.',
  'successor.cards.paste': 'La tarjeta, pegada',
  'successor.cards.take': 'Incorporar esta tarjeta',
  'successor.cards.wrong': 'Eso no es una tarjeta: péguela entera, tal como la dio su parte.',
  'successor.cards.drop': 'Dejar fuera otra vez a {name}',
  'successor.cards.compare': 'Pida a {name} que le lea su identificador y compárelo.',
  'successor.step.by': '{step}: quién presenta sus textos',
  'successor.step.chair': 'la presidencia presenta sus textos',
  'successor.step.files': '{name} presenta sus textos',
  'successor.step.model': '{step}: de quién es el procedimiento de silencio',
  'successor.model.eu-coreu': 'Unión (COREU): lo rompe una objeción',
  'successor.model.osce': 'OSCE: también lo rompe una enmienda',
  'successor.model.nato': 'OTAN: lo rompe una objeción',
  'successor.double-third':
    'Un tercio de los miembros con un tercio de la población que se abstienen constructivamente detienen también aquí un texto',
  'successor.reaffirms': 'Lo que está en vigor se reafirma de tiempo en tiempo',
  'successor.period': 'Periodo',
  'successor.period.hint':
    'Cada cuánto se reafirma un texto en vigor; quien no lo hace cuenta como silencioso',
  'successor.custody': 'Custodia de las claves',
  'successor.custody.hint':
    'Un acto de estas clases solo cuenta si su clave está mejor guardada que en el nodo.',
  'successor.custody.verb': 'Clase de acto',
  'successor.custody.add': 'Pedirla',
  'successor.custody.drop': 'Dejar de pedirla: {verb}',
  'successor.second':
    'Cada acto necesita además una segunda firma, de una clave poscuántica (ML-DSA-44) de la misma autoridad',
  'successor.draft.do': 'Redactarla y ver qué cambia',
  'successor.draft.put': 'Presentarla a los miembros…',
  'put-charter.title': 'Presentar una carta a los miembros',
  'put-charter.what':
    'La carta entera va con el texto a todos los nodos. Los miembros se pronuncian según la regla de la carta actual.',
  'put-charter.words': 'Qué cambia y por qué',
  'put-charter.no-title': 'Dé un título al texto.',
  'put-charter.no-words': 'Diga qué cambia.',
  'put-charter.filed': 'Presentada a los miembros.',
  'charter-amend.do': 'Decir que la coalición sigue bajo ella',
  'charter-amend.title': 'La coalición sigue bajo esta carta',
  'charter-amend.what':
    'Solo es verdad si la versión se adoptó. Cada nación acoge después la carta en su propio nodo, por el identificador que se le lee.',
  'charter-amend.filed': 'Dicho.',
  'successor.was': 'La carta anterior',
  'successor.now': 'La carta propuesta',
  'successor.nothing': 'nada',
  'successor.becomes.goes-on': 'continúa, con sus claves',
  'successor.becomes.new': 'se incorpora',
  'successor.becomes.named-anew': 'se nombra de nuevo, con otras claves raíz',
  'successor.becomes.out': 'queda fuera',
  'successor.whole': 'La carta entera, y su identificador para compararlo',
  'successor.id': 'El identificador que le leyeron',
  'successor.id.hint': 'Sus 32 palabras, o sha256: y 64 cifras, por otra vía que esta.',
  'successor.take-up': 'Continuar con ella',
}
