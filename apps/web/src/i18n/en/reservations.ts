/** A nation's register of its own reservations. */
export const reservations = {
  'nav.reservations': 'Reservations',
  'reservations.title': 'Our reservations',
  'reservations.about':
    'What {name} has reserved in all its cases, and what has become of it. Each stands in the record of its case.',
  'reservations.none': '{name} has reserved nothing in any of its cases.',
  'reservations.what': 'What is reserved',
  'reservations.on': 'On',
  'reservations.state': 'What became of it',
  'reservations.clause': 'Clause {clause}, {axis}',
  'reservations.statement': 'Interpretative statement, {axis}',
  'reservations.version': '{title}, version {number}',
  'reservations.earlier': 'A later version has been put.',
  'reservations.state.holds': 'Holds',
  'reservations.state.replaced': 'Replaced by a later voice',
  'reservations.state.withdrawn': 'Withdrawn with its voice',
  'reservations.state.ran-out': 'Ran out with its voice',
  'reservations.state.disavowed': 'Disavowed',
  'reservations.effect.excepts': 'Where the text is in force, it binds {name} without this clause.',
  'reservations.effect.statement': 'It says how {name} reads the text, and excepts nothing.',
  'reservations.effect.on-record':
    'It stands beside a weaker voice: it is on record and excepts nothing.',
} as const
