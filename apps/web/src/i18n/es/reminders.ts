/** Lo que vence, y en qué fecha. */
export const reminders = {
  'nav.reminders': 'Avisos',
  'reminders.title': 'Avisos',
  'reminders.about':
    'Lo que se espera de {name} en sus casos, según fechas que constan. El reloj propio del nodo dice qué ha vencido; no decide nada.',
  'reminders.none':
    'No hay nada pendiente. Las fechas aparecen aquí cuando las fija un texto, una voz, un mandato o una revisión.',
  'reminders.unread': '{count, plural, one {# sin leer} many {# sin leer} other {# sin leer}}',
  'reminders.by': 'Hasta',
  'reminders.what': 'Qué se espera',
  'reminders.then': 'Qué ocurre entonces',
  'reminders.state': 'Leído',
  'reminders.no-date': 'sin fecha fijada',
  'reminders.read': 'Marcar como leído',
  'reminders.read.of': 'Marcar como leído: {what}, {title}',
  'reminders.is-read': 'leído',
  'reminders.calendar': 'En su calendario',
  'reminders.calendar.about':
    'Una dirección secreta para su programa de calendario. Dice qué clase de asunto vence y cuándo, y nada de un caso ni de un texto. Quien tenga la dirección puede leerlo.',
  'reminders.calendar.make': 'Crear una dirección',
  'reminders.calendar.again': 'Crear otra dirección; la anterior se cierra',
  'reminders.calendar.shut': 'Cerrar la dirección',
  'reminders.calendar.address': 'Su dirección, que se muestra solo ahora',
} as const
