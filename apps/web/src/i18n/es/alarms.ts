/** Lo que el nodo rechazó o notó. */
export const alarms = {
  'nav.alarms': 'Alarmas',
  'alarms.title': 'Alarmas',
  'alarms.about':
    'Lo que el nodo de {name} rechazó o notó, según su propio reloj. Nada de ello cambió lo que consta.',
  'alarms.whose': 'Las confirma un administrador de este nodo.',
  'alarms.none':
    'No hay ninguna alarma. Aquí aparece un ataque rechazado o un nodo que deja de responder.',
  'alarms.open':
    '{count, plural, one {# sin confirmar} many {# sin confirmar} other {# sin confirmar}}',
  'desk.alarms':
    '{count, plural, one {# alarma grave sin confirmar} many {# alarmas graves sin confirmar} other {# alarmas graves sin confirmar}}',
  'alarms.gravity': 'Gravedad',
  'alarms.gravity.critical': 'crítica',
  'alarms.gravity.serious': 'grave',
  'alarms.gravity.notice': 'aviso',
  'alarms.what': 'Qué se encontró',
  'alarms.next': 'Qué hacer ahora',
  'alarms.seen': 'Última vez',
  'alarms.times': '{times, number} veces desde',
  'alarms.ended': 'ya no es así desde',
  'alarms.acknowledged': 'Confirmada',
  'alarms.acknowledge': 'Confirmar',
  'alarms.acknowledge.of': 'Confirmar: {what}',
  'alarms.by': 'por {by},',
  'alarms.nobody': 'por nadie aún',
  'alarms.evidence': 'Pruebas',
} as const
