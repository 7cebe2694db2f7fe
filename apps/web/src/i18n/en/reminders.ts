/** What is due, by which date. */
export const reminders = {
  'nav.reminders': 'Reminders',
  'reminders.title': 'Reminders',
  'reminders.about':
    'What is due of {name} in its cases, by dates that are on record. The node’s own clock says what is over; it decides nothing.',
  'reminders.none':
    'Nothing is due. Dates appear here when a text, a voice, a mandate or a review sets one.',
  'reminders.unread': '{count, plural, one {# not read} other {# not read}}',
  'reminders.by': 'By',
  'reminders.what': 'What is due',
  'reminders.then': 'What happens then',
  'reminders.state': 'Read',
  'reminders.no-date': 'no date is set',
  'reminders.read': 'Mark as read',
  'reminders.read.of': 'Mark as read: {what}, {title}',
  'reminders.is-read': 'read',
  'reminders.notify': 'In this browser',
  'reminders.notify.about':
    'While this page is open in some window, the browser itself says which kind of thing is due and by when: once when it comes, once on its last day. It names no case and no text, for others may see your screen.',
  'reminders.notify.cannot': 'This browser has no notifications.',
  'reminders.notify.forbidden':
    'This browser was told not to let this page notify you. Its own settings for the page change that.',
  'reminders.notify.off': 'It says nothing now.',
  'reminders.notify.on': 'It says what is due.',
  'reminders.notify.begin': 'Say what is due; the browser asks your leave',
  'reminders.notify.end': 'Say nothing more',
  'reminders.notify.by': 'By {at} UTC. What it is stands under Reminders.',
  'reminders.notify.several': '{count, plural, one {# thing is} other {# things are}} due',
  'reminders.calendar': 'In your calendar',
  'reminders.calendar.about':
    'A secret address for your calendar program. It tells which kind of thing is due and when, and nothing of a case or a text. Whoever has the address can read that.',
  'reminders.calendar.make': 'Make an address',
  'reminders.calendar.again': 'Make a new address; the earlier one is shut',
  'reminders.calendar.shut': 'Shut the address',
  'reminders.calendar.address': 'Your address, shown only now',
  'reminders.mail': 'By e-mail',
  'reminders.mail.about':
    'A mail says that something is due of your nation, by when, and where to look. It says nothing of a case, a text or a kind of act, for mail is read on its way. It comes in the language of this page.',
  'reminders.mail.none':
    'This node has no mail server. Whoever runs it names one under “mail” in node.json.',
  'reminders.mail.chosen':
    'Mail goes to {address}, {days, plural, one {# day} other {# days}} ahead and about the last day.',
  'reminders.mail.undelivered':
    'Mail to you could not be delivered since {since}. The node goes on trying.',
  'reminders.mail.address': 'Your address',
  'reminders.mail.days': 'Days ahead',
  'reminders.mail.choose': 'Mail me what is due',
  'reminders.mail.stop': 'Mail me no more',
} as const
