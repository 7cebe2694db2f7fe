/** Who is in a coalition, who comes and goes, and the charter under which it goes on. */
export const membership = {
  'membership.title': 'Membership',
  'membership.what':
    'Whom the charter names is in. To join is said for the record; whoever left has withdrawn from every text of the root case. Days are those of each author’s own clock.',
  'membership.joined': 'in; said so on {day}',
  'membership.left': 'left on {day}, for good',
  'membership.keys': 'in by the charter; its keys are on record',
  'membership.awaited': 'named by the charter; its keys are not on record yet',
  'membership.join': 'Say that we take part',
  'membership.leave': 'Leave…',
  'join.title': 'Say that we take part',
  'join.what':
    'It stands on record that your nation goes on under this charter. No voice waits for it, and nothing is undone by it.',
  'join.statement': 'A word to the others, if you like',
  'join.filed': 'Said.',
  'leave.title': 'Leave this case',
  'leave.stay': 'Stay',
  'leave.final': 'This is final.',
  'leave.what':
    'Your nation is withdrawn from every text of this case, spoken on or not, and its ministries can say nothing more in it. Nothing undoes that. It comes back under another charter.',
  'leave.past':
    'What was adopted stays adopted, and what your nation said stays on record and can be verified as before.',
  'leave.how':
    'Your root keys sign it, as many as for a change of keys, so that no stolen ministry key can take your nation out. Who holds them runs this at their machine:',
  'successor.title': 'Charters put in the place of the present one',
  'successor.what':
    'A charter is changed by agreeing on another one, by the rule that the present one gives. Nothing that was said or agreed before is judged anew.',
  'successor.put': 'Before the members. It is not adopted.',
  'successor.adopted': 'Adopted. Your nation goes on under it once you take it up here.',
  'successor.held': 'Adopted, and taken up here.',
  'successor.out':
    'Adopted, and your nation is not in it. Your node keeps the case until then, and its record proves what it proved.',
  'successor.unread': 'What was put is no charter that this program can read.',
  'successor.refused': 'It is no successor of the charter that it names: {why}',
  'successor.text': 'The text and the voices on it',
  'successor.draft.title': 'Draft another charter',
  'successor.draft.what':
    'What you change here is drafted as a whole charter and shown beside the present one. It is kept nowhere until it is put before the members.',
  'successor.draft.parties': 'Who goes on',
  'successor.populations': 'Populations',
  'successor.populations.hint':
    'The weight of each member in the tests of population. Whoever comes in brings its own in its card.',
  'successor.witnesses': 'Who witnesses',
  'successor.witnesses.hint':
    'A tree counts when as many of them as the quorum says cosigned it. Parties that come in bring a witness in their card.',
  'successor.quorum': 'Quorum',
  'successor.quorum.hint': 'As many as are enough, unless a higher number stands here',
  'successor.cards': 'Who comes in',
  'successor.cards.hint':
    'The card of each party as it gave it, or of one that is named anew with other root keys. Compare its id with its people over another line before you draft.',
  'successor.cards.paste': 'The card, pasted',
  'successor.cards.take': 'Take this card in',
  'successor.cards.wrong': 'That is no card: paste it whole, as its party gave it.',
  'successor.cards.drop': 'Leave {name} out again',
  'successor.cards.compare': 'Have {name} read its id to you, and compare.',
  'successor.step.by': '{step}: who files its texts',
  'successor.step.chair': 'the chair files its texts',
  'successor.step.files': '{name} files its texts',
  'successor.step.model': '{step}: whose silence procedure',
  'successor.model.eu-coreu': 'Union (COREU): an objection breaks it',
  'successor.model.osce': 'OSCE: an amendment breaks it too',
  'successor.model.nato': 'NATO: an objection breaks it',
  'successor.double-third':
    'A third of the members with a third of the population that abstain constructively stop a text here too',
  'successor.reaffirms': 'What is in force is reaffirmed from time to time',
  'successor.period': 'Period',
  'successor.period.hint':
    'How often a text in force is reaffirmed; who does not, counts as silent',
  'successor.custody': 'Custody of keys',
  'successor.custody.hint':
    'An act of these kinds counts only where its key is held more strongly than by the node.',
  'successor.custody.verb': 'Kind of act',
  'successor.custody.add': 'Ask for it',
  'successor.custody.drop': 'Ask no more: {verb}',
  'successor.second':
    'Each act also needs a second signature, by a post-quantum key (ML-DSA-44) of the same authority',
  'successor.draft.do': 'Draft it and see what changes',
  'successor.draft.put': 'Put it before the members…',
  'put-charter.title': 'Put a charter before the members',
  'put-charter.what':
    'The whole charter goes with the text to every node. Members speak on it by the rule of the present charter.',
  'put-charter.words': 'What changes, and why',
  'put-charter.no-title': 'Give the text a title.',
  'put-charter.no-words': 'Say what changes.',
  'put-charter.filed': 'Put before the members.',
  'charter-amend.do': 'Say that the coalition goes on under it',
  'charter-amend.title': 'The coalition goes on under this charter',
  'charter-amend.what':
    'It is true only where the version was adopted. Each nation then takes the charter up at its own node, by the id that is read out to it.',
  'charter-amend.filed': 'Said.',
  'successor.was': 'The charter before',
  'successor.now': 'The charter put',
  'successor.nothing': 'nothing',
  'successor.becomes.goes-on': 'goes on, with its keys',
  'successor.becomes.new': 'comes in',
  'successor.becomes.named-anew': 'is named anew, with other root keys',
  'successor.becomes.out': 'is out',
  'successor.whole': 'The whole charter, and its id for comparing',
  'successor.id': 'The id that was read out to you',
  'successor.id.hint': 'Its 32 words, or sha256: and 64 digits, over another line than this.',
  'successor.take-up': 'Go on under it',
} as const
