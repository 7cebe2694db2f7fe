/** Qué se espera de un texto y qué ocurre entonces: dos frases por estado. */
export const next = {
  'next.from.some': 'Se espera de {names}: {what}.',
  'next.from.anybody': 'Se espera de cualquiera: {what}.',
  'next.from.nobody': 'No se espera nada de nadie: {what}.',
  'next.expected': 'Se esperan instrucciones para estas fechas: {each}.',
  'next.expected.one': '{name}, {at}',
  'next.until': 'Hasta {by}.',
  'next.no-date': 'No hay fecha fijada.',
  'next.after': 'Lo que resulte puede certificarse desde {after}.',
  'next.broken.what': 'su silencio está roto',
  'next.broken.then':
    'Esta versión no obliga a nadie y no vuelve: solo una nueva continúa el asunto.',
  'next.broke.what': 'lo que consta rompe su silencio',
  'next.broke.then':
    'Ninguna voz lo remedia: el silencio no adopta esta versión y solo una nueva ayuda.',
  'next.ended.what': 'su fin está certificado',
  'next.ended.then':
    'Esta versión no obliga a nadie y no vuelve: solo una nueva continúa el asunto.',
  'next.lapsed.what': 'caducó por falta de reafirmación',
  'next.lapsed.then':
    'Esta versión no obliga a nadie y no vuelve: solo una nueva continúa el asunto.',
  'next.superseded.what': 'en su lugar se adoptó una versión posterior',
  'next.superseded.then':
    'Esta versión no obliga a nadie y no vuelve, pase lo que pase con la posterior.',
  'next.collected.what': 'la palabra propia de cada nación',
  'next.collected.then': 'Con ello nada se abre ni se cierra: cada nación habla por sí misma.',
  'next.left.what': 'no es la versión vigente de su paso',
  'next.left.then': 'Ninguna voz que se dé desde ahora la adopta y ninguna pasa a otra versión.',
  'next.overdue.what': 'su consentimiento, dicho de nuevo, que ya debía haberse dado',
  'next.overdue.then':
    'Sin ellos no se cumple su regla: mientras no lo digan, cualquiera puede certificar que caducó.',
  'next.reaffirm.what': 'su consentimiento, dicho de nuevo',
  'next.reaffirm.then':
    'Después puede certificarse su caducidad, si su regla no se cumple sin ellos.',
  'next.renew.what': 'una voz en lugar de la que termina',
  'next.renew.then': 'Después puede certificarse que expiró, y cuenta como silencio.',
  'next.run-out.what': 'una voz en lugar de aquella cuyo fin ha llegado',
  'next.run-out.then': 'Cuando se certifique que expiró, cuenta como silencio.',
  'next.holds.what': 'el texto está en vigor',
  'next.holds.then': 'Rige hasta que se retire o cambie un consentimiento.',
  'next.restore.what': 'una voz con la que vuelva a cumplirse la regla',
  'next.restore.then':
    'Entretanto no obliga a nadie y, si lo mantienen así durante el plazo de subsanación de la carta, puede certificarse su fin.',
  'next.unrestorable.what': 'un certificado de que terminó',
  'next.unrestorable.then':
    'Entretanto no obliga a nadie. Quien se retiró no puede volver a él, y sin ellos la regla no puede cumplirse.',
  'next.declare.what': 'un certificado de que está adoptado',
  'next.declare.then': 'Con él el texto entra en vigor; antes no lo está.',
  'next.declare-while.what':
    'un certificado de que está adoptado, mientras duren las voces por las que lo está',
  'next.declare-while.then':
    'Con él el texto entra en vigor. Después una voz cuenta como silencio y la regla deja de cumplirse.',
  'next.declare-earlier.what': 'un certificado de que quedó adoptado cuando terminó su silencio',
  'next.declare-earlier.then':
    'Solo lo que constaba entonces lo adopta. Lo dicho desde entonces cuenta después y puede suspenderlo de inmediato.',
  'next.declare-broken.what': 'un certificado de que el silencio está roto',
  'next.declare-broken.then':
    'El silencio ya no adopta esta versión; solo una versión nueva ayuda.',
  'next.undecided.what': 'una versión nueva',
  'next.undecided.then':
    'Con lo que consta ahora esta no puede certificarse ni adoptada ni rota, y ninguna voz lo cambia. Un nodo que guarde un árbol de cuando terminó el silencio aún puede certificar lo que constaba entonces.',
  'next.acknowledge.what': 'una voz, o el acuse de recibo del texto',
  'next.acknowledge.then': 'Sin ninguno de los dos, el silencio se rompe.',
  'next.answer.what': 'una voz; un acuse de recibo ya no sirve',
  'next.answer.then': 'Sin ella, el silencio no puede adoptar el texto.',
  'next.instruct.what': 'la palabra de sus capitales',
  'next.instruct.then': 'Quien siga esperando entonces rompe el silencio.',
  'next.outlast.what': 'una voz que dure más allá del fin; la que dieron no dura',
  'next.outlast.then': 'Al final no cuenta como voz, y sin ella el texto no puede adoptarse.',
  'next.silence.what': 'una voz, si están en contra',
  'next.silence.then':
    'Su silencio será consentimiento, salvo que hablen antes; una objeción lo rompe hasta que pueda certificarse lo que resulte.',
  'next.objection.what': 'todos han hablado y cualquiera puede aún objetar',
  'next.objection.then':
    'Si nadie lo hace antes de que pueda certificarse lo que resulte, el texto puede declararse adoptado.',
  'next.grace.what': 'ha pasado el tiempo de consentir y una objeción aún rompe el silencio',
  'next.grace.then':
    'Entonces se ve si el texto puede certificarse como adoptado, como roto o como ninguna de las dos cosas.',
  'next.vote.what': 'sus voces',
  'next.vote.then':
    'Entonces, o en cuanto todos hayan hablado, puede declararse adoptado, salvo que uno de ellos frene la votación; quien calle no está a favor.',
  'next.brake.what': 'otra voz en lugar de las razones de política nacional',
  'next.brake.then': 'No se vota mientras siga en pie.',
  'next.voices.what': 'ambas voces, u otras que las que dieron',
  'next.voices.then':
    '{rule, select, majority {Se abre cuando estén a favor suficientes miembros con suficiente población.} participants {Se abre cuando participen suficientes de los que nombra.} other {Se abre cuando todos los miembros hayan hablado, ninguno lo cierre y uno esté a favor.}}',
  'next.change.what': 'una voz a favor, en lugar de la que dieron',
  'next.change.then':
    'Tal como están las voces no puede adoptarse; si no, solo una versión nueva ayuda.',
  'next.stuck.what': 'una versión nueva',
  'next.stuck.then': 'Ninguna voz puede ya abrir esta.',
} as const
