import { AUDIENCE_WORDS } from '@entente/accord'
import { worded } from '../worded.ts'

/** What anyone reads without an account: publications, and what their certificates prove. */
export const publicSite = {
  'public.title': 'Publications',
  'welcome.public': 'What nations of this coalition published is for anyone:',
  'public.nav': 'Public pages',
  'public.nav.verify': 'Verify a file',
  'public.nav.feed': 'Atom feed',
  'public.lead':
    'What nations of this coalition have published, each for itself. You need no account. Every text comes with a certificate that your own device checks.',
  'public.none': 'Nothing has been published yet.',
  'public.none.chosen': 'Nothing of this choice has been published yet.',
  'public.choose.audience': 'For whom',
  'public.choose.lang': 'Language of the texts',
  'public.for.all': 'All readers',
  'public.lang.all': 'Every language',
  'public.proves-not':
    'A certificate proves who stands behind a text and since when. It does not prove that the text is true, what anybody else thinks, or that nobody has taken it back since.',
  'public.advisories': 'Advisories',
  'public.positions': 'Positions',
  'public.statements': 'Statements of nations',
  'public.by':
    '{names} {count, plural, one {stands behind it} other {stand behind it}}, since {at}',
  'public.by.none': '{names} took it back, {at}',
  'public.by.gone': 'Taken back by {names}.',
  'public.taken-back': '<b>{name} took this back</b>, {at}:',
  'public.still':
    '{count, plural, one {{names} still stands behind it.} other {{names} still stand behind it.}}',
  ...worded('public.for', AUDIENCE_WORDS, 'en'),
  'public.lang.en': 'in English',
  'public.lang.es': 'in Spanish',
  'public.lang.other': 'in another language ({lang})',
  'public.published': 'Published {at}',
  'public.also': 'Also published:',
  'check.title': 'Check yourself',
  'check.lead':
    '{count, plural, one {One thing} other {# things}} that anybody can do. Tick what you do already.',
  'check.stores-nothing':
    'What you tick stays in this window. It is not stored, not sent to anybody, and gone when you leave.',
  'check.source': 'Where this is from',
  'check.done': '{done, number} of {count, number} done.',
  'check.next': 'Next: {title}.',
  'check.all': 'Nothing of this list is left. Look again when something changes.',
  'public.missing.title': 'No such publication',
  'public.missing.text':
    'This node knows no publication with this address. It may be that the node has not learnt of it yet.',
  'public.checking': 'Your device is checking the certificate …',
  'public.genuine': 'This text is genuine',
  'public.genuine.what':
    'Checked on your own device against the charter id that you compared, without asking our server to vouch for itself.',
  'public.alone': 'The proof agrees with itself',
  'public.alone.what':
    'Your device checked every signature. Whoever serves this page could still have invented the whole coalition: compare the charter id below with a copy that reached you another way.',
  'public.recalled': 'Nobody stands behind this text any more',
  'public.recalled.what':
    'Whoever published it took it back. It is kept here so that you can see that.',
  'public.behind': 'Who stands behind it',
  'public.signature': 'Signature good',
  'public.since': 'since {at}',
  'public.took-back': 'Took it back {at}:',
  'public.compare': 'Compare this with a printed copy',
  'public.compare.id': 'Charter id',
  'public.compare.same': 'I compared it: it is the same',
  'public.compare.done': 'You compared this id on this device.',
  'public.compare.forget': 'Forget that comparison',
  'public.other':
    'This is not the coalition whose charter id you compared on this device before. Do not trust this page.',
  'public.download': 'Download the certificate',
  'public.download.then': 'Then check it without a network:',
  'public.not-shown': 'The text is not shown, because its certificate does not verify.',
  'verify.certified': 'Proved: a public certificate',
  'verify.certified.what':
    'Of {publishers, plural, one {the one party} other {the # parties}} that this certificate names, {stands, plural, =0 {none stands} one {# stands now} other {# stand now}} behind “{title}”.',
  'verify.certified.alone.what':
    'This certificate agrees with itself. Anyone can make such a certificate with invented nations and keys. Give the charter id that you have from elsewhere; if it is the id below, the certificate is proved.',
  'verify.certified.case': 'Public case',
  'verify.certified.by': 'Signed by',
  'verify.certified.text': 'The text',
  'verify.certified.does.charter':
    'The parties, their root keys, the witnesses and the rules are those of the charter with this id.',
  'verify.certified.does.signatures':
    'Each of them published by a key of its own whose mandate allows that.',
  'verify.certified.does.published':
    'Each had published it by the time given: at least {quorum} of {witnesses} witnesses saw that.',
  'verify.certified.does.same-text': 'All of them published exactly this text.',
  'verify.certified.does.recalled': 'Those marked so took it back themselves.',
  'verify.certified.not.charter':
    'Not that this is the coalition you mean: whoever made it may have invented all of it.',
  'verify.certified.not.others': 'Not what anybody else thinks: silence cannot be seen here.',
  'verify.certified.not.adopted':
    'Not that the text was adopted: only the parties of its case have that record.',
  'verify.certified.not.content': 'Not that every sentence is true: that is theirs to answer for.',
  'verify.certified.not.later':
    'Not that nobody has taken it back since, or in an act that was left out: ask for the certificate as it is now.',
  'verify.certified.not.claimed-times': 'Not the times that authors give of their own acts.',
  'verify.certified.not.holders':
    'Not which person acted, or that they acted freely: it proves the key.',
  'verify.certified.not.witnesses':
    'Not that no more witnesses lied together than the charter’s quorum bears.',
  'gate.do.publish': 'Publish …',
  'publish.title': 'Publish the position',
  'publish.what':
    '{name} publishes {on} for itself, in the very text that was adopted. Anyone can read it. It speaks for no other nation, and can be taken back, not unread.',
  'publish.known': '{name} has published this version already.',
  'publish.asking': 'The node is drafting the act …',
  'publish.anyone': 'Anyone, without an account',
  'publish.filed': 'Published.',
} as const
