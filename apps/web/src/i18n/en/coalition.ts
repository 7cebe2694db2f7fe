/** The coalition of a node that has joined, its people and its identifiers. */
export const coalition = {
  'id.words': '{what}: 32 words to read out',
  'id.code': 'To be photographed',
  'id.code.label': 'QR code of {what}: {id}',
  'id.digits': 'The same in digits',
  'person-role.drafter': 'drafter',
  'person-role.drafter.does': 'Writes; signs nothing',
  'person-role.legal-adviser': 'legal adviser',
  'person-role.legal-adviser.does': 'Writes, clears or returns what others wrote; signs nothing',
  'person-role.signatory': 'signatory',
  'person-role.signatory.does': 'Writes and signs',
  'person-role.deputy': 'deputy',
  'person-role.deputy.does': 'Signs only what somebody else wrote or cleared',
  'person-role.administrator': 'administrator',
  'person-role.administrator.does': 'Lets others in; signs nothing',
  'nav.coalition': 'Coalition',
  'coalition.title': 'Coalition',
  'coalition.none': 'This node takes part in no coalition.',
  'coalition.parties': 'Parties',
  'coalition.stands': 'The coalition stands: every party has joined.',
  'coalition.awaits':
    'The coalition does not stand yet: the key acts of some parties are not on record here.',
  'coalition.joined': 'has joined',
  'coalition.not-joined': 'has not joined yet',
  'coalition.addresses.hint':
    'Say where each other party’s node answers. The page asks every second who has.',
  'coalition.addresses.whose': 'An administrator of this node says where the others answer.',
  'coalition.address': 'Where the node of {name} answers',
  'coalition.address.save': 'Save',
  'coalition.address.remove': 'Forget it',
  'coalition.moved.followed':
    '{name}’s log signed that its node moved from {from} to {to} (told here {at}); it is asked there. Ask {name} by another way whether that is so.',
  'coalition.moved.refused':
    'Refused here: {name}’s log signed that its node moved from {from} to {to} (told here {at}). It is asked where this node’s operator says.',
  'coalition.moved.held':
    '{name}’s log signed that its node moved from {from} to {to} (told here {at}). This node does not follow it there by itself: ask {name} by another way.',
  'coalition.moved.confirm': 'Confirm: {name} moved there',
  'coalition.moved.refuse': 'Refuse: ask {name} at the old address',
  'coalition.fixed': 'This address was given when the node started.',
  'coalition.status.self': 'This node.',
  'coalition.status.reachable': 'Answers at {address}.',
  'coalition.status.refused': 'Refused: what {address} sent does not verify.',
  'coalition.status.unreachable':
    '{has, select, yes {Does not answer at {address}} other {No address yet}}{seen, select, yes {; last seen {at}.} other {.}}',
  'coalition.card': 'Id of the card of {name}',
  'coalition.charter': 'What was agreed',
  'coalition.people': 'People of this node',
  'coalition.people.hint':
    'A link logs one person in, once, within 15 minutes. Give it to nobody else.',
  'coalition.people.whose': 'An administrator lets others in.',
  'coalition.person.link': 'One-time link',
  'coalition.person.link.of': 'One-time link for {name}',
  'coalition.person.link.made': 'For {name}, once, within 15 minutes:',
  'coalition.person.remove': 'Shut out',
  'coalition.person.remove.of': 'Shut out {name}',
  'coalition.person.add': 'Let somebody in',
  'open-case.any': 'Open a case',
  'open-case.any.what':
    'It takes over the rules of the coalition. Whoever is left out does not learn of it.',
  'open-case.left-out':
    '{count, plural, one {One party is left out: its node is told nothing.} other {# parties are left out: their nodes are told nothing.}}',
  'open-case.any.opened': '“{title}” is open, with {parties}.',
  'refused.id.malformed':
    'That is no id: it takes sha256: and 64 digits, or 32 words of the list. Have it read to you again, word by word.',
  'refused.card.not-compared':
    'What was read to you is not the id of this card. Have it read again; if it stays so, do not trust who gave you the file.',
  'refused.card.malformed': 'This file is no party’s card, or it was changed on the way.',
  'refused.card.twice':
    'A card of this party is here already, or it is your own code. Take the first out, then compare both.',
  'refused.charter.not-compared':
    'What was read to you is not the id of this charter. Have it read again; if it stays so, do not trust who gave you the file.',
  'refused.charter.not-own':
    'This charter does not name your party as your own card does: other keys, another name or another weight. Ask for one drawn up with your card.',
  'refused.charter.malformed': 'This file is no charter, or it was changed on the way.',
  'refused.party.exists': 'A party lives in this directory already.',
  'refused.authority.taken': 'Two authorities have one short name, or one is called root.',
  'refused.person.exists': 'Two people have one short name.',
  'refused.person.last': 'Somebody who lets others in has to stay.',
  'refused.peer.address':
    'That is no address of a node: it takes http:// or https://, a host and, where needed, a port.',
  'refused.setup.closed': 'The set-up was opened elsewhere or is over. Open a fresh link.',
  'refused.case.unready':
    'The key acts of some parties are not on record here yet. Try again when they have joined.',
} as const
