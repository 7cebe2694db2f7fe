/** La mesa. */
export const desk = {
  'desk.title': 'Lo que le espera',
  'desk.sum':
    '{count, plural, =0 {Ahora no le espera nada.} one {Le espera un asunto.} many {Le esperan # asuntos.} other {Le esperan # asuntos.}} Usted actúa por {authority}, {name}.',
  'desk.mine': 'En sus manos',
  'desk.others': 'Se espera de otros',
  'desk.none':
    'No falta nada de su parte. Cuando se presente un texto o se abra una puerta, aparecerá aquí.',
  'desk.aside': 'Los demás',
  'desk.give-voices': 'Dar las voces de {name} sobre {the}, versión {number}',
  'desk.declare-adopted': 'Declarar adoptada la versión {number}, su puerta está abierta: {the}',
  'desk.declare-ended': 'Declarar terminada la versión {number}, está suspendida: {the}',
  'desk.amend': 'Presentar una versión nueva: {the}',
  'desk.await':
    '{count, plural, =0 {La puerta está cerrada: {the}, versión {number}} many {Se espera a {names}: {the}, versión {number}} other {Se espera a {names}: {the}, versión {number}}}',
  'desk.expected': 'Instrucciones: {name}, esperadas para el {at}',
  'desk.do.give-voices': 'Dar las voces',
  'desk.do.declare-adopted': 'Declarar adoptada',
  'desk.do.declare-ended': 'Declarar terminada',
  'desk.do.amend': 'Presentar versión',
  'desk.do.await': 'Abrir el caso',
  'desk.keys.move': 'mover',
  'desk.keys.open': 'abrir',
  'desk.keys.all': 'todas las teclas',
  'desk.awaits': 'Quién espera a quién',
  'desk.awaits.us': 'Los demás esperan a {name}, su nación',
  'desk.awaits.party': 'Se espera a {name}',
  'desk.awaits.node': 'Se espera a {name}: su nodo no responde',
  'desk.awaits.nobody': 'Nadie espera a nadie.',
  'desk.stands': 'Lo que respalda {name}',
  'desk.stands.coalition': 'Lo que ha adoptado la coalición',
  'desk.stands.nothing': 'Aún no se ha adoptado nada.',
} as const
