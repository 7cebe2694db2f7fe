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
  'reminders.notify': 'En este navegador',
  'reminders.notify.about':
    'Mientras esta página esté abierta en alguna ventana, el propio navegador dice qué clase de asunto vence y cuándo: una vez cuando llega y otra en su último día. No nombra ningún caso ni texto, porque otros pueden ver su pantalla.',
  'reminders.notify.cannot': 'Este navegador no tiene notificaciones.',
  'reminders.notify.forbidden':
    'A este navegador se le dijo que no deje que esta página le avise. Se cambia en sus propios ajustes para la página.',
  'reminders.notify.off': 'Ahora no dice nada.',
  'reminders.notify.on': 'Dice lo que vence.',
  'reminders.notify.begin': 'Avisar de lo que vence (pide permiso)',
  'reminders.notify.end': 'No decir nada más',
  'reminders.notify.by': 'Hasta el {at} UTC. De qué se trata está en Avisos.',
  'reminders.notify.several':
    '{count, plural, one {Vence # asunto} many {Vencen # asuntos} other {Vencen # asuntos}}',
  'reminders.calendar': 'En su calendario',
  'reminders.calendar.about':
    'Una dirección secreta para su programa de calendario. Dice qué clase de asunto vence y cuándo, y nada de un caso ni de un texto. Quien tenga la dirección puede leerlo.',
  'reminders.calendar.make': 'Crear una dirección',
  'reminders.calendar.again': 'Crear otra dirección; la anterior se cierra',
  'reminders.calendar.shut': 'Cerrar la dirección',
  'reminders.calendar.address': 'Su dirección, que se muestra solo ahora',
  'reminders.mail': 'Por correo electrónico',
  'reminders.mail.about':
    'Un correo dice que se espera algo de su nación, hasta cuándo y dónde mirar. No dice nada de un caso, un texto ni una clase de acto, porque el correo se lee en el camino. Llega en el idioma de esta página.',
  'reminders.mail.none':
    'Este nodo no tiene servidor de correo. Quien lo administra nombra uno en «mail», en node.json.',
  'reminders.mail.chosen':
    'El correo va a {address}, con {days, plural, one {# día} many {# días} other {# días}} de antelación y en torno al último día.',
  'reminders.mail.undelivered':
    'El correo para usted no pudo entregarse desde {since}. El nodo sigue intentándolo.',
  'reminders.mail.address': 'Su dirección',
  'reminders.mail.days': 'Días de antelación',
  'reminders.mail.choose': 'Enviarme correo de lo que vence',
  'reminders.mail.stop': 'No enviarme más correo',
} as const
