/** Ways to answer a measure, and the playbooks with it. */
export const options = {
  'options.title': 'Options: ways to answer, and what each needs',
  'options.note':
    'What each needs is asked as if this measure were of its kind, on the facts and the record of this measure, for this nation. Nothing is recommended, and what is listed may be unlawful here.',
  'options.kind': 'Kind',
  'options.kind.diplomatic': 'diplomatic',
  'options.kind.technical': 'technical',
  'options.kind.legal': 'legal',
  'options.kind.economic': 'economic',
  'options.technique': 'Technique',
  'options.technique.form': 'of ATT&CK, T0000 or T0000.000; only imported options name techniques',
  'options.none': 'None.',
  'options.about': 'Competent: {competent}. Can it be undone: {undone}.',
  'options.state.met': 'Met:',
  'options.state.not-met': 'Not met:',
  'options.state.disputed': 'Disputed:',
  'options.state.unknown': 'Unknown:',
  'options.state.not-asked': 'Does not arise:',
  'options.from': '{id}, imported from {source}. {techniques}',
  'options.conflict':
    'The same version came with another content; both are kept, and this one came first.',
  'options.before': 'Before anything is done: preparation, risks',
  'playbooks.title': 'Playbooks',
  'playbooks.note':
    'CACAO 2.0 playbooks that evidence puts with this measure. They are shown and handed on; this program carries none out.',
  'playbooks.none': 'None on record.',
  'playbooks.absent':
    'Its bytes are not here: its custodian has not given them, or its marking keeps them.',
  'playbooks.export': 'Save the playbook',
  'playbooks.conforms':
    '{broken, plural, =0 {Conforms to CACAO 2.0.} one {Does not conform to CACAO 2.0: it breaks # demand.} other {Does not conform to CACAO 2.0: it breaks # demands.}}',
  'playbooks.conflict':
    'Another content is held here under the same id and version. The act names this one by its hash.',
  'playbooks.unsigned': 'Not signed.',
  'playbooks.signed.held': 'Signed with the key of {authority}, {name}.',
  'playbooks.signed.unknown':
    'Signed as “{signee}” with a key that no key act of this case gave: it proves no name.',
  'playbooks.signed.refused': 'The signature as “{signee}” proves nothing: {code}.',
  'playbooks.attach': 'Put a playbook with this measure',
  'playbooks.attach.what':
    'An act of evidence names the playbook by its hash and the measure it goes with. It says what could be done; nobody’s consent is in it, and this program carries none out.',
  'playbooks.attach.file': 'The playbook (CACAO 2.0, JSON)',
  'playbooks.attach.hint': 'Nothing is on record until you sign.',
  'playbooks.attach.read': 'Have the node read it',
  'playbooks.attach.missing': 'Choose a playbook, and have the node read it.',
  'playbooks.attach.signs':
    'Sign the playbook first, with the key of your authority that the node holds',
  'playbooks.attach.anyway': 'Also where it does not conform: what is wrong is shown with it',
  'playbooks.attach.filed': 'The playbook is on the record of this measure.',
  'playbooks.steps': 'Steps of {name}, {act}',
  'playbooks.column.number': 'Number',
  'playbooks.column.step': 'Step',
  'playbooks.column.commands': 'What it says to do',
  'playbooks.column.leads': 'Leads to',
} as const
