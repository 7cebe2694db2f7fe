/** Who may see an object, and where it came from. */
export const sharing = {
  'sharing.title': 'Who will see this',
  'sharing.case': 'Case: {name}',
  'sharing.community': 'Community: {name}',
  'sharing.public': 'The public',
  'sharing.own': 'This nation’s own tools',
  'sharing.state.all': 'all of them',
  'sharing.state.public': 'everybody',
  'sharing.state.some': '{some} of {of}, asked each by itself',
  'sharing.state.nobody': 'nobody',
  'sharing.each': '{count, plural, one {The one party} other {Each of the # parties}}',
  'sharing.party.sees': '{name} may see it',
  'sharing.party.not': '{name} may not see it',
  'sharing.because.leaves': 'Its marking reaches them.',
  'sharing.also': 'And also: {why}',
  'sharing.because.marking.audience': 'Its marking does not reach them.',
  'sharing.because.marking.unknown': 'It has a marking that nobody here has read and accepted.',
  'sharing.because.marking.granular':
    'Some of its fields are marked more strictly; it goes whole or not at all.',
  'sharing.because.marking.ceiling': 'Its label is stricter than what was agreed with one of them.',
  'sharing.because.marking.pap':
    'What may be done with it (PAP) does not reach to blocking: rules and lists leave it out.',
  'sharing.because.object.recalled': 'It was called back; nobody let it go again.',
  'sharing.because.audience.outside': 'They are not in that circle.',
  'sharing.because.object.conflict':
    'Two contents are held under one date: nobody could tell which holds.',
  'sharing.because.object.unknown': 'It is not held here.',
  'sharing.because.other': 'It stays.',
  'sharing.fields': 'Kept back by the fields',
  'sharing.not-proved':
    'This is what this node sends. It does not show what those who got it do with it.',
  'sharing.export': 'Export as a bundle for them',
  'sharing.export.file': 'Save the file',
  'sharing.export.bytes': '{bytes, plural, one {# byte} other {# bytes}}, SHA-256',
  'sharing.export.same': 'Exported: exactly the bytes that were previewed.',
  'sharing.export.other':
    'What the node answered is not what it previewed. Nothing was saved; look again.',
  'sharing.dangling':
    '{count, plural, one {One object that it refers to is not in the bundle.} other {# objects that it refers to are not in the bundle.}}',
  'sharing.travelled': 'Came from',
  'sharing.travelled.from': '{name}, its custodian, with the case',
} as const
