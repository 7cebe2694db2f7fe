/** What nations say to one another beside their voices. */
export const exchange = {
  'verb.comment': 'comment on a clause',
  'act.comment': 'commented on clause {clause} of {on}',
  'act.comment.answers': 'answered a comment on clause {clause} of {on}',
  'comment.do': 'Comment',
  'comment.on': 'on clause {clause}',
  'comment.answer': 'Answer',
  'comment.to': 'what {name} said on clause {clause}',
  'comment.title': 'Comment on clause {clause}',
  'comment.answer.title': 'Answer a comment on clause {clause}',
  'comment.what':
    'A comment is no voice: it opens and shuts nothing, binds nobody, and stays with this version. All parties of the case read it.',
  'comment.says': 'Comment',
  'comment.error': 'Say something, in at most 4,000 characters.',
  'comment.filed': 'Comment filed.',
} as const
