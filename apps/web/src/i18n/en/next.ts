/** What is awaited on a text, and what happens then: two sentences for each state. */
export const next = {
  'next.from.some': 'Awaited from {names}: {what}.',
  'next.from.anybody': 'Awaited from anybody: {what}.',
  'next.from.nobody': 'Awaited from nobody: {what}.',
  'next.expected': 'Instructions are expected by {each}.',
  'next.expected.one': '{name} {at}',
  'next.until': 'Until {by}.',
  'next.no-date': 'No date is set.',
  'next.after': 'What came of it can be certified from {after} on.',
  'next.broken.what': 'its silence is broken',
  'next.broken.then':
    'This version binds nobody and does not come back: only a new one goes on with the matter.',
  'next.broke.what': 'what is on record breaks its silence',
  'next.broke.then':
    'No voice mends that: silence does not adopt this version, and only a new one helps.',
  'next.ended.what': 'its end is certified',
  'next.ended.then':
    'This version binds nobody and does not come back: only a new one goes on with the matter.',
  'next.lapsed.what': 'it lapsed for want of reaffirmation',
  'next.lapsed.then':
    'This version binds nobody and does not come back: only a new one goes on with the matter.',
  'next.superseded.what': 'a later version was adopted in its place',
  'next.superseded.then':
    'This version binds nobody and does not come back, whatever becomes of the later one.',
  'next.collected.what': 'each nation’s own word',
  'next.collected.then': 'Nothing opens or shuts by it: each nation speaks for itself.',
  'next.left.what': 'it is not the current version of its step',
  'next.left.then':
    'No voice given from now on adopts it, and none carries over to another version.',
  'next.overdue.what': 'their consent, said anew, which was due already',
  'next.overdue.then':
    'Without them its rule is not met: until they do, anybody can certify that it lapsed.',
  'next.reaffirm.what': 'their consent, said anew',
  'next.reaffirm.then':
    'After that its lapse can be certified, where its rule is not met without them.',
  'next.renew.what': 'a voice in the place of the one that ends',
  'next.renew.then': 'After that it can be certified as run out, and counts as silence.',
  'next.run-out.what': 'a voice in the place of the one whose end has come',
  'next.run-out.then': 'Once it is certified to have run out, it counts as silence.',
  'next.holds.what': 'the text is in force',
  'next.holds.then': 'It holds until a consent is withdrawn or changed.',
  'next.restore.what': 'a voice with which the rule is met again',
  'next.restore.then':
    'Meanwhile it binds nobody, and once they kept it so for the charter’s time of cure, its end can be certified.',
  'next.unrestorable.what': 'a certificate that it ended',
  'next.unrestorable.then':
    'Meanwhile it binds nobody. Who withdrew cannot come back to it, and without them the rule cannot be met.',
  'next.declare.what': 'a certificate that it is adopted',
  'next.declare.then': 'With it the text is in force; until then it is not.',
  'next.declare-while.what':
    'a certificate that it is adopted, as long as the voices last by which it is',
  'next.declare-while.then':
    'With it the text is in force. After that a voice counts as silence, and the rule is met no more.',
  'next.declare-earlier.what': 'a certificate that it was adopted when its silence was over',
  'next.declare-earlier.then':
    'Only what was on record then adopts it. What was said since counts after that, and may suspend it at once.',
  'next.declare-broken.what': 'a certificate that the silence is broken',
  'next.declare-broken.then': 'Silence adopts this version no more; only a new one helps.',
  'next.undecided.what': 'a new version',
  'next.undecided.then':
    'From what is on record now this one can be certified neither as adopted nor as broken, and no voice changes that. A node that holds a tree from when the silence was over may still certify what was on record then.',
  'next.acknowledge.what': 'a voice, or the acknowledgement of the text',
  'next.acknowledge.then': 'Without either the silence is broken.',
  'next.answer.what': 'a voice; a receipt no longer helps',
  'next.answer.then': 'Without one, silence cannot adopt the text.',
  'next.instruct.what': 'the word of their capitals',
  'next.instruct.then': 'Whoever still waits then breaks the silence.',
  'next.outlast.what': 'a voice that holds beyond the end; the one they gave does not',
  'next.outlast.then':
    'At the end it counts as no voice, and the text cannot be adopted without it.',
  'next.silence.what': 'a voice, if they are against it',
  'next.silence.then':
    'Their silence will be consent unless they speak before then; an objection breaks it until what came of it can be certified.',
  'next.objection.what': 'all have spoken, and any may still object',
  'next.objection.then':
    'Unless one does before what came of it can be certified, the text can be declared adopted.',
  'next.grace.what': 'the time to consent is over, and an objection still breaks the silence',
  'next.grace.then':
    'Then it shows whether the text can be certified as adopted, as broken, or as neither.',
  'next.vote.what': 'their voices',
  'next.vote.then':
    'Then, or as soon as all have spoken, it can be declared adopted, unless one of them brakes the vote; who is silent then is not for it.',
  'next.brake.what': 'another voice in the place of reasons of national policy',
  'next.brake.then': 'No vote is taken while it stands.',
  'next.voices.what': 'both voices, or other ones than they gave',
  'next.voices.then':
    '{rule, select, majority {It opens once enough members with enough population are for it.} participants {It opens once enough of those it names are in.} other {It opens once every member has spoken, none keeps it shut and one is for it.}}',
  'next.change.what': 'a voice for it, in the place of the one they gave',
  'next.change.then': 'As voices stand it cannot be adopted; else only a new version helps.',
  'next.stuck.what': 'a new version',
  'next.stuck.then': 'No voice can open this one any more.',
} as const
