/** El registro de las reservas de la propia nación. */
export const reservations = {
  'nav.reservations': 'Reservas',
  'reservations.title': 'Nuestras reservas',
  'reservations.about':
    'Lo que {name} ha reservado en todos sus casos, y qué ha sido de ello. Cada reserva consta en el registro de su caso.',
  'reservations.none': '{name} no ha reservado nada en ninguno de sus casos.',
  'reservations.what': 'Qué se reserva',
  'reservations.on': 'Sobre',
  'reservations.state': 'Qué ha sido de ella',
  'reservations.clause': 'Cláusula {clause}, {axis}',
  'reservations.statement': 'Declaración interpretativa, {axis}',
  'reservations.version': '{title}, versión {number}',
  'reservations.earlier': 'Se ha presentado una versión posterior.',
  'reservations.state.holds': 'Vigente',
  'reservations.state.replaced': 'Sustituida por una voz posterior',
  'reservations.state.withdrawn': 'Retirada con su voz',
  'reservations.state.ran-out': 'Expirada con su voz',
  'reservations.state.disavowed': 'Desautorizada',
  'reservations.effect.excepts': 'Donde el texto rige, obliga a {name} sin esta cláusula.',
  'reservations.effect.statement': 'Dice cómo {name} entiende el texto, y no exceptúa nada.',
  'reservations.effect.on-record': 'Acompaña a una voz más débil: consta y no exceptúa nada.',
} as const
