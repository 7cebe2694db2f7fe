import { MEASURE_LEVEL_WORDS } from '@entente/accord'
import { worded } from '../worded.ts'

/** What an operator tells its authority on their line, beside reports of incidents. */
export const told = {
  'verb.sighting': 'tell sightings',
  'verb.self-assessment': 'assess itself',
  'act.sighting':
    '{count, plural, =0 {looked for and <b>did not see</b> {indicator}} one {<b>saw</b> {indicator} once} other {<b>saw</b> {indicator} # times}}',
  'act.self-assessment':
    '<b>assessed itself</b> on {count, plural, one {# measure} other {# measures}} of NIS2, Article 21(2)',
  'sighting.list': 'Sightings',
  'sighting.never':
    'How often and between when; never where: there is no field for things of the operator’s own.',
  'sighting.none': 'None told yet.',
  'sighting.seen':
    '{count, plural, =0 {looked for, not seen} one {seen once} other {seen # times}}',
  'sighting.do': 'Tell a sighting',
  'sighting.title': 'Tell a sighting',
  'sighting.what':
    'Your authority learns that you saw what this indicator describes, how often and between when. Nothing of your inventory goes along.',
  'sighting.of': 'Indicator',
  'sighting.of.hint': 'Its STIX id, as your matches show it.',
  'sighting.count': 'How often (0: looked for, not seen)',
  'sighting.firstSeen': 'First seen (UTC)',
  'sighting.lastSeen': 'Last seen (UTC), if another moment',
  'sighting.error.of': 'Give the id of an indicator, as indicator-- and its UUID.',
  'sighting.error.count': 'Give a whole number from 0 to 999,999,999.',
  'sighting.error.when':
    'What was seen has a first moment, and the last is not before it. What was not seen has none.',
  'sighting.filed': 'Sighting told.',
  'self.list': 'Self-assessment',
  'self.source':
    'The measures of Directive (EU) 2022/2555 (NIS2), Article 21(2), points (a) to (j), in our words. The operator’s own word; it proves nothing.',
  'self.none': 'Nothing said yet.',
  'self.do': 'Assess yourself',
  'self.title': 'Self-assessment by NIS2, Article 21(2)',
  'self.what':
    'Your authority reads how far you say you are, measure by measure, with today’s date. A later one takes its place; both stay on record.',
  'self.unsaid': 'not assessed',
  ...worded('self.level', MEASURE_LEVEL_WORDS, 'en'),
  'self.error': 'Assess at least one measure.',
  'self.filed': 'Self-assessment filed.',
  'nis2.a': 'policies on risk analysis and on the security of systems',
  'nis2.b': 'handling of incidents',
  'nis2.c': 'business continuity: backups, disaster recovery, crisis management',
  'nis2.d': 'security of the supply chain',
  'nis2.e': 'security in acquiring, developing and maintaining systems; vulnerabilities',
  'nis2.f': 'assessing whether the measures work',
  'nis2.g': 'cyber hygiene and training',
  'nis2.h': 'cryptography and, where appropriate, encryption',
  'nis2.i': 'security of staff, access control, management of assets',
  'nis2.j': 'multi-factor authentication and secured communication, where appropriate',
  'told.received': 'Received by {name}',
  'told.acknowledge': 'Acknowledge',
  'desk.told.sighting': '{operator} told {count, plural, one {# sighting} other {# sightings}}',
  'desk.told.self-assessment': '{operator} assessed itself',
  'desk.do.look-at-told': 'Look at it',
} as const
