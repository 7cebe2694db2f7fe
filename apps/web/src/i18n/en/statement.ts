/** What a nation publishes of an adopted text: the text itself, or a statement in its own words. */
export const statement = {
  'statement.which': 'What {name} publishes',
  'statement.adopted': 'The position, in the very text that was adopted',
  'statement.own': 'A statement in its own words',
  'statement.own.what':
    '{name} says this for itself, of {on}. It speaks for no other nation, changes nothing in the adopted text, and can be taken back, not unread.',
  'statement.heading': 'Title',
  'statement.heading.first': 'Statement of {name}: {title}',
  'statement.text': 'Statement: a paragraph on each line',
  'statement.text.drafted':
    'Begun from recorded facts on the measure. Change it into what your nation says.',
  'statement.text.missing': 'There is no draft from recorded facts. {missing}',
  'statement.rule.named': 'It names a rule found broken: {rules}.',
  'statement.rule.missing':
    'It names no rule that was broken. Found broken on the recorded facts, for each nation that complies: {rules}.',
  'statement.rule.none':
    'On the recorded facts no rule is found broken for each nation that complies. Say which one your nation holds broken.',
  'statement.rule.unasked':
    'No measure is on record here, and no rule was asked for. Say which one your nation holds broken.',
  'statement.rule.publish': 'It can be published as it is.',
  'statement.beside': 'Beside what is said already',
  'statement.beside.who': 'Beside it',
  'statement.beside.note':
    'What others published, what they said with their voices and in notes on this version. A draft that another nation keeps at home is not seen here; to show yours before you publish, put it as a note on this version.',
  'statement.beside.put': 'Put a note',
  'statement.draft': 'This draft',
  'statement.said.adopted': 'The adopted text',
  'statement.said.published': '{names}, published',
  'statement.said.voice': '{names}, with its voices',
  'statement.said.note': '{names}, in a note',
  'statement.known': '{name} stands behind these words already.',
  'statement.empty': 'A statement needs a title and at least one paragraph.',
} as const
