/** An operator's assets and what touches them. */
export const operator = {
  'nav.assets': 'Assets',
  'assets.title': 'Assets',
  'assets.lead':
    'Your inventory is compared here, at your own node, with the indicators that reach it. Nothing of it leaves.',
  'assets.inventory': '{count, plural, =0 {No inventory yet} one {One asset} other {# assets}}',
  'assets.file': 'From {file}, taken in {at}, SHA-256',
  'assets.table': 'Assets in the order of the file',
  'assets.touched': 'touched',
  'assets.column.name': 'Name',
  'assets.column.kind': 'Kind',
  'assets.column.address': 'Addresses',
  'assets.column.domain': 'Domains',
  'assets.column.cpe': 'Products (CPE)',
  'assets.column.hash': 'Hashes',
  'assets.column.url': 'URLs',
  'assets.column.site': 'Site',
  'assets.take': 'Take in an inventory',
  'assets.take.anew': 'Take in the inventory anew',
  'assets.take.hint':
    'A CSV file with the columns id and name, and any of kind, hash, address, domain, url, cpe, owner, site, note. It takes the place of the one before.',
  'assets.taken':
    '{name} is taken in: {assets, plural, one {one asset} other {# assets}}, {matches, plural, =0 {no match} one {one match} other {# matches}}.',
  'assets.not-kept':
    '{count, plural, one {The column {columns} is not kept.} other {The columns {columns} are not kept.}}',
  'assets.refused': '{name} was not taken in; the inventory is as it was.',
  'matches.title':
    '{count, plural, =0 {None of your assets is touched} one {One of your assets is touched} other {# of your assets are touched}}',
  'matches.report': 'Report an incident',
  'matches.tested':
    '{tested, plural, one {One indicator} other {# indicators}} tested, {partly} in part, {untested} not at all, {revoked} revoked.',
  'matches.none':
    'No indicator held here touches your inventory. That is no proof that nothing happened.',
  'matches.yours': 'Yours',
  'matches.indicator': 'Shared indicator',
  'matches.certainty.matches': 'matches',
  'matches.certainty.may-match': 'may match',
  'matches.relation.same': '{column}: the same value',
  'matches.relation.inside': '{column}: lies in the network named',
  'matches.relation.around':
    '{column}: your network holds the address named; which host has it is not known',
  'matches.relation.like': '{column}: fits the form named',
  'matches.relation.covers': '{column}: the product named takes in yours',
  'matches.relation.may-cover':
    '{column}: your entry leaves open what the indicator fixes, such as the version',
  'matches.untested':
    '{count, plural, one {One indicator was} other {# indicators were}} not tested in full',
  'matches.untested.part': 'Not tested:',
  'matches.past': 'Its time was over on',
  'matches.until': 'Valid until',
  'matches.known-good':
    '{count, plural, one {One match is} other {# matches are}} left out: what they meet by stands on warning lists',
  'matches.marked': '{count, plural, one {One match} other {# matches}} held to mean nothing',
  'matches.false': 'Held to mean nothing:',
  'matches.mark': 'It means nothing',
  'matches.mark.do': 'Mark it so',
  'matches.because': 'Why it means nothing',
  'matches.take-back': 'Take the mark back',
} as const
