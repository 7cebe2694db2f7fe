/** Writing an advisory, publishing it, and taking it back. */
export const advisory = {
  'published.title': 'Published in this case',
  'published.write': 'Write an advisory',
  'published.anyone': 'As anyone reads it',
  'published.recall': 'Take back …',
  'published.recall.of': 'Take back “{title}” …',
  'advisory.title': 'Write an advisory',
  'advisory.lead':
    'In plain words, for those who have to do something now. Your nation publishes it for itself; anyone reads it without an account.',
  'advisory.audience': 'For whom it is written',
  'advisory.with': 'It goes with an earlier publication',
  'advisory.with.none': 'With none',
  'advisory.in.en': 'The English text',
  'advisory.in.es': 'The Spanish text',
  'advisory.field.title': 'Title: one sentence that a reader recognises',
  'advisory.field.happened': 'Say what happened',
  'advisory.field.concerned': 'Say who is concerned, and how they notice',
  'advisory.field.do': 'Say what to do now',
  'advisory.field.help': 'Say where to get help',
  'advisory.lines': 'One step a line. The first sentence of each is shown bold.',
  'advisory.practices':
    '{count, plural, one {Take up one good practice} other {Take up some of # good practices}}',
  'advisory.practices.what':
    'In our own words, each with where it was found. What is ticked is put among what to do, in each language; there you may change its words.',
  'advisory.kept':
    'What you write is kept in this browser until it is published, and is sent nowhere.',
  'advisory.anew': 'Throw it away and begin anew',
  'advisory.preview': 'Exactly what anyone will read',
  'advisory.preview.of': '{lang, select, es {Preview in Spanish} other {Preview in English}}',
  'advisory.bytes': 'What will be signed, and putting it down as a draft',
  'advisory.unread': 'It can be taken back later. What was read cannot be unread.',
  'advisory.publish': 'Sign and publish',
  'advisory.draft-only':
    'You may not have this signed by yourself. Put it down as a draft; somebody else of your nation clears and signs it.',
  'advisory.no-title': 'It needs a title.',
  'advisory.no-words': 'It needs at least one line: say what to do now.',
  'advisory.no-lang': 'Choose at least one language.',
  'advisory.wrong': 'This cannot be published: {detail}',
  'advisory.elsewhere': 'Advisories are published in the public case, and this is another one.',
  'advisory.other-draft':
    'This form has no place for all that the draft says. Change it where it was written.',
  'recall.title': 'Take back a publication',
  'recall.what':
    'The text stays where it is, marked as taken back, with the time, your nation’s name and your reason. What was read cannot be unread.',
  'recall.nobody-left': 'Nobody else stands behind it.',
  'recall.gone': 'Your nation took this back before.',
  'recall.reason': 'Why',
  'recall.reason.hint': 'Anyone reads this, beside the text and in the feed.',
  'recall.no-reason': 'Say why: readers are told.',
  'recall.long': 'At most 2,000 characters, without control characters.',
  'recall.sign': 'Sign and take back',
  'recall.filed': 'Taken back.',
  'refused.draft.needed':
    'Your nation wants this cleared first. Put it down as a draft; somebody else clears it, then it is signed.',
  'refused.publication.twice': 'Your nation stands behind this very text already.',
  'refused.publication.recalled': 'Your nation has taken this back already.',
} as const
