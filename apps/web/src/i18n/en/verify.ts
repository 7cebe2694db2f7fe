/** Verification: a record checked in this browser, and what that proves. */
export const verify = {
  'verify.title': 'Verify a record',
  'verify.lead':
    'A record holds every strand of one case: who said what, in which order, and who saw it when. A public certificate shows who stands behind a published text. This browser checks either by itself: the file goes nowhere, and no server vouches for it.',
  'verify.record': '1. The record',
  'verify.file': 'A record file (member bundle) or a public certificate',
  'verify.file.choose': 'Choose a file …',
  'verify.file.drop': 'Choose a file, or drop one here.',
  'verify.taken.file': 'Taken: {name}, {size, number} KiB, from this device.',
  'verify.taken.node': 'Taken: the record that {name}’s node holds now, {size, number} KiB.',
  'verify.from-node': 'Or a case of this node ({node})',
  'verify.from-node.record': 'Take its record',
  'verify.from-node.id': 'Take its charter id',
  'verify.from-node.download': 'Download the record',
  'verify.charter': '2. The charter id, from elsewhere',
  'verify.charter.id': 'Charter id',
  'verify.charter.own': 'Charter id in the record',
  'verify.charter.hint':
    'From paper, by telephone, from a colleague in another nation: by any way other than the file. Everything proved is proved of the case with this id.',
  'verify.charter.malformed': 'An id is “sha256:” and 64 digits 0 to 9 and a to f.',
  'verify.charter.from-node':
    'This id was taken from {node}’s node. It shows that the record belongs to the case as this node has it. To rely on it, compare the id with one that came by another way.',
  'verify.do': 'Verify',
  'verify.do.first': 'First choose a record.',
  'verify.running': 'Reading the record …',
  'verify.running.count':
    'Verifying {acts, plural, one {# act} other {# acts}} in {strands, plural, one {# strand} other {# strands}} …',
  'verify.elsewhere': 'Check it on another machine',
  'verify.elsewhere.why':
    'This page came from a node, and a node could serve a page that lies. On a machine you trust, with Entente from a source you trust, the same file gives the same answer, without a network:',
  'verify.elsewhere.exits':
    'It ends with <code>0</code> where everything is proved, with <code>1</code> where the record is refused or no id was given.',
  'verify.proved': 'Proved',
  'verify.proved.what':
    '{acts, plural, one {The one act} other {All # acts}} in {strands, plural, one {# strand} other {# strands}} of “{title}” are signed, in order and witnessed, and nothing is missing.',
  'verify.proved.by-node':
    '{acts, plural, one {The one act} other {All # acts}} in {strands, plural, one {# strand} other {# strands}} of “{title}” are signed, in order and witnessed, and nothing is missing, for the charter id that this node gave. Compare that id by another way.',
  'verify.alone': 'Self-consistent only: nothing is proved yet',
  'verify.alone.what':
    'The record agrees with itself. Anyone can make such a record with invented nations and keys. Give the charter id that you have from elsewhere; if it is the id below, the record is proved.',
  'verify.refused': 'Refused: this record does not verify',
  'verify.refused.code': 'Code',
  'verify.refused.index': 'Place in the strand',
  'verify.refused.act': 'Act',
  'verify.refused.detail': 'In detail',
  'verify.refused.then':
    'Nothing in this file may be relied on. Ask two nations for a fresh record; if theirs verify, keep this file as evidence against whoever gave it to you.',
  'verify.broken': 'The verification broke off',
  'verify.broken.what':
    'That is a defect of this page and says nothing about the record: {message}. Use the command on another machine.',
  'verify.case': 'Case',
  'verify.exercise': 'exercise',
  'verify.state': 'State, recomputed',
  'verify.does': 'What this proves',
  'verify.does.charter':
    'The parties, their root keys, the witnesses and the rules are those of the <strong>charter with this id</strong>.',
  'verify.does.signatures':
    'Each act that counts was signed by a key of its party whose mandate allowed it <strong>at that place</strong> in its strand.',
  'verify.does.presence-and-absence':
    'These acts stand in the strands, unaltered and in this order, and <strong>no others do</strong> up to {until}: so silence is proved too.',
  'verify.does.witnessed':
    'At least <strong>{quorum} of {witnesses} witnesses</strong> cosigned each strand at the times below.',
  'verify.does.state':
    'Gates and standings follow from the acts by the charter’s rules: they were <strong>computed here</strong> anew.',
  'verify.does.certificates':
    'The certificates that count cite trees that were cosigned when they say.',
  'verify.not': 'What it does not prove',
  'verify.not.charter':
    '<strong>That this is the case you mean.</strong> Whoever made the file may have invented all of it.',
  'verify.not.content':
    'That what the acts say is true, or lawful: that is their authors’ to answer for.',
  'verify.not.later': 'What was said after that: ask for a newer record.',
  'verify.not.claimed-times': 'The times that authors give of their own acts.',
  'verify.not.holders':
    'Which person acted, and that they acted freely: it proves the key, and a key act says who holds it.',
  'verify.not.objects':
    'The objects named as evidence: only their ids and hashes are in the record.',
  'verify.not.witnesses': 'That no more witnesses lied together than the charter’s quorum bears.',
  'verify.standings': 'Voices and standing',
  'verify.standings.none': 'No text was put in this case.',
  'verify.member': 'Nation',
  'verify.version': 'version {number}',
  'verify.standing': 'Standing',
  'verify.strands': 'Strands and their witnesses',
  'verify.strand': 'Strand',
  'verify.strand.acts': 'Acts',
  'verify.strand.cosigned': 'Cosigned by',
  'verify.strand.times': 'At, by their clocks',
  'verify.strand.between': '{first} to {last}',
  'verify.void': 'Entries that count for nothing',
  'verify.void.entry': '{name}, place {index}:',
  'verify.code.json.malformed': 'Something in the record is not JSON as signed data must be.',
  'verify.code.json.not-canonical':
    'Signed data was written in another form than the one form that may be signed.',
  'verify.code.json.too-deep': 'Data is nested deeper than any act may be.',
  'verify.code.json.too-large': 'Data is larger than any act may be.',
  'verify.code.charter.malformed': 'The charter is not one that these rules can read.',
  'verify.code.charter.other':
    'This is another case: the charter in the record does not have the id you gave.',
  'verify.code.charter.unknown-rules':
    'The charter names rules that this page does not have. Old cases are never judged by new rules.',
  'verify.code.charter.parties': 'The charter’s parties do not fit together.',
  'verify.code.charter.population': 'The charter’s populations cannot weigh votes.',
  'verify.code.charter.rule-data':
    'The charter names a rule without the numbers that it counts by.',
  'verify.code.charter.keys': 'A key in the charter is malformed or stands there twice.',
  'verify.code.charter.quorum':
    'The charter’s quorum is not one that its witnesses can safely form.',
  'verify.code.charter.custody':
    'The charter asks for a custody of keys for an act that no authority signs.',
  'verify.code.charter.key-act': 'A key act that the charter carries does not verify.',
  'verify.code.amends.case': 'The charter amends another case than the one it is held against.',
  'verify.code.amends.cut':
    'The charter takes keys over at a cut that is not one of this record, or lies beyond its certificate.',
  'verify.code.amends.keys': 'The charter takes over other key acts than count at its cut.',
  'verify.code.amends.origin': 'The charter gives a strand a name that one had before.',
  'verify.code.amends.not-adopted': 'The coalition did not adopt this charter in this record.',
  'verify.code.charter.not-public': 'The charter is not that of a case that anyone may read.',
  'verify.code.envelope.malformed': 'An entry is not a signed act.',
  'verify.code.envelope.not-canonical': 'An entry was written in another form after it was signed.',
  'verify.code.envelope.base64': 'An entry holds bytes that cannot be read.',
  'verify.code.envelope.type': 'An entry is signed as something other than an act.',
  'verify.code.envelope.too-large': 'An entry is larger than an act may be.',
  'verify.code.act.unsigned': 'An act has no signature by a key that counts.',
  'verify.code.act.signature':
    'An act was changed after it was signed: its signature does not fit.',
  'verify.code.act.second-signature':
    'A second signature of an act is false: the act was changed, or somebody without that key signed.',
  'verify.code.act.second-missing': 'An act lacks the second signature that the charter asks for.',
  'verify.code.act.malformed': 'An act does not say what an act of its kind must say.',
  'verify.code.act.unknown-kind':
    'An act is of a kind that the rules of this case do not have: a later version may know it.',
  'verify.code.act.other-party': 'An act of one party stands in the strand of another.',
  'verify.code.act.elsewhere': 'An act of another case was put into this one.',
  'verify.code.act.not-competent': 'An act was signed by an authority without the mandate for it.',
  'verify.code.act.twice': 'One act stands in the strand twice.',
  'verify.code.act.after-leave': 'An act of a party that had left the case.',
  'verify.code.act.stale-prev': 'An act does not follow its party’s latest word on the matter.',
  'verify.code.disclosure.malformed': 'A disclosure is in no form that can be read.',
  'verify.code.disclosure.stray': 'A disclosure belongs to no act of this record.',
  'verify.code.act.not-on-record': 'An act takes back what its party has not put on record before.',
  'verify.code.act.not-public': 'An act of a kind that a public case does not take stands in one.',
  'verify.code.version.expiry': 'A text lacks the expiry that its rule needs.',
  'verify.code.version.participants':
    'A text does not name its participants as its rule needs them.',
  'verify.code.version.not-silence': 'An end was moved of a text that is not under silence.',
  'verify.code.key.form': 'A key is not one that every verifier would judge alike.',
  'verify.code.key.custody':
    'An act was signed by a key that is held more weakly than the charter asks.',
  'verify.code.mandate.expired': 'An act was signed under a mandate whose end is certified.',
  'verify.code.key-request.malformed': 'A request for a key is in no form that can be read.',
  'verify.code.key-request.unproved': 'A request for a key is not signed by that key.',
  'verify.code.key.twice': 'A key name was given twice.',
  'verify.code.strand.unknown':
    'The record holds a strand of somebody who is no party of the case.',
  'verify.code.strand.missing': 'A party’s strand is missing, so its silence is not proved.',
  'verify.code.strand.doubled': 'A party’s strand stands in the record twice.',
  'verify.code.strand.size': 'A strand holds more or fewer entries than its witnesses saw.',
  'verify.code.strand.order': 'The strands stand in another order than the charter’s.',
  'verify.code.strand.foreign-entry': 'A strand holds an entry that is not its party’s.',
  'verify.code.strand.root':
    'A strand was changed: its entries are not those that the witnesses saw.',
  'verify.code.checkpoint.malformed': 'A strand’s checkpoint cannot be read.',
  'verify.code.checkpoint.origin': 'A strand carries the checkpoint of another one.',
  'verify.code.checkpoint.unsigned': 'A checkpoint lacks the signature of its own strand.',
  'verify.code.checkpoint.log-signature': 'A checkpoint was changed after its strand signed it.',
  'verify.code.checkpoint.cosignature':
    'A witness’s cosignature does not fit: the tree or its time was changed.',
  'verify.code.checkpoint.cosignature-twice': 'One witness is counted twice.',
  'verify.code.checkpoint.quorum': 'Too few witnesses saw a strand as it stands here.',
  'verify.code.attachment.missing': 'An attachment that an act names is not in the file.',
  'verify.code.attachment.malformed': 'What an act attaches cannot be read.',
  'verify.code.bundle.timestamp': 'A timestamp of the file is not over a cut of its strands.',
  'verify.code.bundle.attachment':
    'An attachment in the file is not the one that it is named after.',
  'verify.code.certificate.cut': 'A certificate cites a cut that does not fit the charter.',
  'verify.code.certificate.note': 'A certificate carries a tree that cannot be read.',
  'verify.code.certificate.tree': 'A certificate carries a tree that is not the strand’s.',
  'verify.code.public-certificate.malformed': 'This file is not a public certificate.',
  'verify.code.public-certificate.too-large':
    'This file is larger than any public certificate may be.',
  'verify.code.public-certificate.base64': 'The certificate holds bytes that cannot be read.',
  'verify.code.public-certificate.order':
    'The certificate shows a party’s acts in another order than its strand has them.',
  'verify.code.filing.unproved': 'What is shown does not prove that the witnesses saw this act.',
  'verify.code.public-certificate.proof':
    'A proof does not lead from its act to the tree that the witnesses saw.',
  'verify.code.public-certificate.stray': 'The certificate holds an act that has no place in it.',
  'verify.code.public-certificate.texts':
    'The parties in the certificate do not all publish the same text.',
  'verify.code.public-certificate.unpublished': 'A party is named that publishes nothing here.',
  'verify.code.bundle.malformed': 'This file is not a record of a case.',
  'verify.code.bundle.too-large': 'This file is larger than any record may be.',
  'verify.code.bundle.base64': 'The record holds bytes that cannot be read.',
  'verify.code.bundle.claim':
    'The record claims another result than the one its acts give when they are computed.',
} as const
