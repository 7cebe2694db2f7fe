/** Evidence: what the node holds, and one object as it came in. */
export const evidence = {
  'evidence.title': 'Evidence',
  'evidence.lead':
    'STIX objects that this node holds, each as it was received. They stay here: an act carries an object’s id, hash and grade to the others, never the object.',
  'evidence.search.label': 'Search the objects',
  'evidence.search.hint': 'Words of a name, a description or a type; an id; an address.',
  'evidence.search.do': 'Search',
  'evidence.table': 'Objects found',
  'evidence.column.type': 'Type',
  'evidence.column.object': 'Object',
  'evidence.column.modified': 'Modified',
  'evidence.column.versions': 'Versions',
  'evidence.column.conflicts': 'Conflicts',
  'evidence.none': 'none',
  'evidence.found': '{count, plural, one {# object} other {# objects}}',
  'evidence.found.more':
    '{count, plural, one {The first object} other {The first # objects}}; there are more',
  'evidence.more': 'Show more',
  'evidence.nothing.found': 'Nothing held here matches “{q}”',
  'evidence.nothing.how':
    'A search finds objects that contain every word you write. Try fewer words, or paste a whole STIX id.',
  'evidence.nothing.all': 'Show everything held here',
  'evidence.empty.title': 'This node holds no objects yet',
  'evidence.empty.why':
    'Objects come in by import. An object that another nation names as evidence stays with that nation: here you see its id, its hash and its grade in the case.',
  'evidence.empty.how': 'To bring objects in, run on the node’s machine:',
  'evidence.empty.formats':
    'FILE is a STIX 2.1 bundle, plain or compressed with <code>gzip</code>. Bytes are kept as received, and nothing is overwritten.',
  'evidence.unmarked': 'no marking on the object',
  'evidence.marking.other': 'other marking',
  'evidence.versions': '{count, plural, one {One version} other {# versions}}',
  'evidence.version.undated': 'without a date of its own',
  'evidence.newest': 'newest',
  'evidence.in-conflict': 'in conflict',
  'evidence.added': 'Added',
  'evidence.source': 'From',
  'evidence.bytes': 'Bytes as received: {size, plural, one {# byte} other {# bytes}}',
  'evidence.bytes.copy': 'Copy',
  'evidence.bytes.copied': 'Copied.',
  'evidence.bytes.not-copied':
    'The browser did not let the page copy. Select the text and copy it by hand.',
  'evidence.conflict': 'Conflict: two contents under one id and one date',
  'evidence.conflict.what':
    'Both say they are the same version of the same object, and they differ. Both are kept and neither is preferred: ask where they came from.',
  'evidence.conflict.here': 'differs: ',
  'evidence.conflict.same': '{count, plural, one {one line is} other {# lines are}} the same',
  'evidence.conflict.laid-out':
    'Laid out a member a line for comparison. The hashes stand over the bytes as received, below.',
  'evidence.refers-to': 'Refers to',
  'evidence.refers-to.none': 'It refers to no other object.',
  'evidence.referred-by': 'Referred to by',
  'evidence.referred-by.none': 'No object held here refers to it.',
  'evidence.not-held': 'not held here',
  'evidence.not-held.here': 'Not held here.',
  'evidence.not-held.why':
    'This node has no object with this id. Objects do not travel with the acts that name them; ask the custodian for a copy and compare its hash.',
  'evidence.named-in': 'Named as evidence',
  'evidence.named-in.none': 'No evidence act in a case of this node names it.',
  'evidence.named-in.by': '{name} names it in “{title}”',
  'evidence.hash.same': 'The act’s hash is that of the bytes held here:',
  'evidence.hash.other': 'The act’s hash is of other bytes than those held here:',
  'evidence.hash.unknown': 'Its custodian’s bytes have the SHA-256:',
} as const
