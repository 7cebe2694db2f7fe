/** What the node refused or noticed. */
export const alarms = {
  'nav.alarms': 'Alarms',
  'alarms.title': 'Alarms',
  'alarms.about':
    'What the node of {name} refused or noticed, by its own clock. None of it changed anything that is on record.',
  'alarms.whose': 'An administrator of this node acknowledges them.',
  'alarms.none':
    'There is no alarm. An attack that is refused, and a node that falls silent, appear here.',
  'alarms.open':
    '{count, plural, one {# that nobody acknowledged} other {# that nobody acknowledged}}',
  'desk.alarms':
    '{count, plural, one {# grave alarm that nobody acknowledged} other {# grave alarms that nobody acknowledged}}',
  'alarms.gravity': 'Gravity',
  'alarms.gravity.critical': 'critical',
  'alarms.gravity.serious': 'serious',
  'alarms.gravity.notice': 'notice',
  'alarms.what': 'What was found',
  'alarms.next': 'What to do next',
  'alarms.seen': 'Last seen',
  'alarms.times': '{times, number} times since',
  'alarms.ended': 'not so any more since',
  'alarms.acknowledged': 'Acknowledged',
  'alarms.acknowledge': 'Acknowledge',
  'alarms.acknowledge.of': 'Acknowledge: {what}',
  'alarms.by': 'by {by},',
  'alarms.nobody': 'by nobody yet',
  'alarms.evidence': 'Evidence',
} as const
