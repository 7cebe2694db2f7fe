/** What this node serves by TAXII, and the servers that it exchanges with. */
export const taxii = {
  'taxii.title': 'TAXII',
  'taxii.what':
    'Collections that programs read here, and servers of others that this node reads and adds to.',
  'taxii.serves': 'What this node serves, and to whom',
  'taxii.serves.none':
    'This node serves no collection. Whoever keeps the node sets one up: entente taxii collection add.',
  'taxii.column.collection': 'Collection',
  'taxii.column.audience': 'Before whom',
  'taxii.column.takes': 'Takes',
  'taxii.column.entries': 'Versions',
  'taxii.column.added': 'Last addition',
  'taxii.column.clients': 'Programs',
  'taxii.takes.everything': 'everything that may go to them',
  'taxii.takes.posted': 'what programs add',
  'taxii.public': 'anyone, without credentials',
  'taxii.reads': 'reads',
  'taxii.writes': 'adds',
  'taxii.until': 'until',
  'taxii.read': 'read something new',
  'taxii.read.never': 'has read nothing yet',
  'taxii.nobody': 'none',
  'taxii.remotes': 'Servers of others',
  'taxii.remotes.none':
    'No server is set up. Whoever keeps the node adds one: entente taxii remote add.',
  'taxii.way.pull': 'Pulled from there',
  'taxii.way.push': 'Pushed there',
  'taxii.cursor': 'Goes on from',
  'taxii.cursor.start': 'the beginning',
  'taxii.cursor.page': 'a page after {at}',
  'taxii.cursor.begin': 'the beginning of a page',
  'taxii.last': 'Last run',
  'taxii.last.none': 'There was none yet.',
  'taxii.running': 'It runs now.',
  'taxii.count.pull':
    '{objects} came: {fresh} new, {versions} other versions, {held} held already, {conflicts} in conflict, {failed} refused',
  'taxii.count.push': '{objects} went: {fresh} taken, {failed} refused',
  'taxii.recalled':
    '{count} of them had been called back here: they are held, and leave to nobody.',
  'taxii.ended': 'It ended before its end:',
  'taxii.refused':
    '{count, plural, one {One object refused} other {# objects refused}}, each tried again with the next run',
  'taxii.column.object': 'Object',
  'taxii.column.version': 'Version',
  'taxii.column.reason': 'Reason',
  'taxii.reason.none': 'no reason given',
  'taxii.run.pull': 'Pull now',
  'taxii.run.push': 'Push now',
  'taxii.reset': 'Begin anew',
  'taxii.reset.what':
    'What is held already adds nothing. Without a date everything is read or sent again.',
  'taxii.reset.after': 'From this day on',
} as const
