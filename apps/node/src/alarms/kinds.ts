import type { PartyId } from '@entente/accord'
import type { Told } from '../federation/index.ts'
import type { AlarmKind, AlarmSeverity } from './api.ts'

type KindOf = {
  readonly severity: AlarmSeverity
  /** Fields of the evidence that make another alarm of it; whatever else differs is folded. */
  readonly apart: readonly string[]
}

const ACT = ['act', 'index']

const KINDS: Readonly<Record<AlarmKind, KindOf>> = {
  'two-histories': { severity: 'critical', apart: [] },
  accused: { severity: 'critical', apart: ['act'] },
  'altered-strand': { severity: 'critical', apart: ['index'] },
  'own-strand': { severity: 'critical', apart: [] },
  'own-address': { severity: 'critical', apart: ['to'] },
  'forged-act': { severity: 'critical', apart: ACT },
  'revoked-key': { severity: 'critical', apart: ACT },
  'rotation-refused': { severity: 'critical', apart: ACT },
  'false-certificate': { severity: 'serious', apart: ACT },
  'false-accusation': { severity: 'serious', apart: ACT },
  'not-competent': { severity: 'serious', apart: ACT },
  'unproved-bytes': { severity: 'serious', apart: [] },
  'rolled-back': { severity: 'serious', apart: [] },
  'state-differs': { severity: 'serious', apart: [] },
  'refused-checkpoint': { severity: 'serious', apart: ['origin', 'status'] },
  'false-witness': { severity: 'serious', apart: ['witness'] },
  'witness-clock': { severity: 'serious', apart: ['witness'] },
  'false-opening': { severity: 'serious', apart: ['case'] },
  'newer-rules': { severity: 'notice', apart: ['case'] },
  'false-object': { severity: 'serious', apart: ['object'] },
  'false-disclosure': { severity: 'serious', apart: ['digest'] },
  'false-address': { severity: 'serious', apart: [] },
  'moved-peer': { severity: 'serious', apart: ['counter'] },
  'held-address': { severity: 'serious', apart: ['counter'] },
  flood: { severity: 'serious', apart: ['path'] },
  'own-copy': { severity: 'serious', apart: ['strand'] },
  'open-line': { severity: 'serious', apart: [] },
  'after-leave': { severity: 'notice', apart: ACT },
  'repeated-act': { severity: 'notice', apart: ACT },
  'unknown-act': { severity: 'notice', apart: ACT },
  'void-act': { severity: 'notice', apart: ACT },
  'not-delivered': { severity: 'notice', apart: ['digest'] },
  'unclosed-silence': { severity: 'notice', apart: ['act'] },
  'refused-request': { severity: 'notice', apart: ['path', 'why'] },
  'malformed-request': { severity: 'notice', apart: ['path'] },
  'silent-peer': { severity: 'notice', apart: [] },
}

/** What a code says of whoever it is about; a void act's reason is its code. */
const KIND_OF_CODE: Readonly<Record<string, AlarmKind>> = {
  'strand.fork': 'two-histories',
  'strand.forked': 'accused',
  'strand.altered': 'altered-strand',
  'strand.behind': 'own-strand',
  'act.unsigned': 'forged-act',
  'act.signature': 'forged-act',
  'act.second-signature': 'forged-act',
  'act.second-missing': 'forged-act',
  'act.other-party': 'forged-act',
  'key.revoked': 'revoked-key',
  'root.other': 'rotation-refused',
  'root.uncommitted': 'rotation-refused',
  'certificate.unproved': 'false-certificate',
  'certificate.cut': 'false-certificate',
  'certificate.note': 'false-certificate',
  'certificate.tree': 'false-certificate',
  'attachment.malformed': 'false-certificate',
  'accuse.unproved': 'false-accusation',
  'act.not-competent': 'not-competent',
  'key.custody': 'not-competent',
  'mandate.expired': 'not-competent',
  'strand.checkpoint': 'unproved-bytes',
  'strand.root': 'unproved-bytes',
  'strand.entry': 'unproved-bytes',
  'strand.entries': 'unproved-bytes',
  'strand.attachment': 'unproved-bytes',
  'feed.malformed': 'unproved-bytes',
  'strand.rolled-back': 'rolled-back',
  'strand.stale': 'rolled-back',
  'state.mismatch': 'state-differs',
  'witness.refused': 'refused-checkpoint',
  'witness.false': 'false-witness',
  'witness.clock': 'witness-clock',
  'object.altered': 'false-object',
  'object.other': 'false-object',
  'disclosure.false': 'false-disclosure',
  'disclosure.late': 'not-delivered',
  'silence.unclosed': 'unclosed-silence',
  'strand.too-large': 'flood',
  'strand.flood': 'flood',
  'object.too-large': 'flood',
  'request.too-large': 'flood',
  'request.too-many': 'flood',
  'mirror.altered': 'own-copy',
  'line.plain': 'open-line',
  'act.after-leave': 'after-leave',
  'act.unknown-kind': 'unknown-act',
  'act.twice': 'repeated-act',
  'act.stale-prev': 'repeated-act',
  'request.unsigned': 'refused-request',
  'request.malformed': 'malformed-request',
  'charter.unknown-rules': 'newer-rules',
  'peer.silent': 'silent-peer',
  'address.form': 'false-address',
  'address.malformed': 'false-address',
  'address.unsigned': 'false-address',
  'address.twice': 'false-address',
  'address.moved': 'moved-peer',
  'address.held': 'held-address',
  'address.own': 'own-address',
}

const OF_OWN = new Set(['strand.altered', 'strand.fork'])

/** What kind of alarm something is at the node of this party. */
export function kindOf({ code, party, evidence }: Told, self: PartyId): AlarmKind {
  // Its own node found what it signed for to be otherwise: its store, and not another party's.
  if (party === self && OF_OWN.has(code)) return 'own-strand'
  // The rest are reasons for which an act is void, or for which an offered case is not what it should be.
  return KIND_OF_CODE[code] ?? (evidence['opening'] === undefined ? 'void-act' : 'false-opening')
}

export const severityOf = (kind: AlarmKind): AlarmSeverity => KINDS[kind].severity

/** The part of the evidence by which one alarm of a kind differs from another. */
export const apartOf = (kind: AlarmKind, evidence: Told['evidence']): readonly string[] =>
  KINDS[kind].apart.map((name) => evidence[name] ?? '')

const GRAVEST: readonly AlarmSeverity[] = ['critical', 'serious', 'notice']

export const gravityOf = (kind: AlarmKind): number => GRAVEST.indexOf(severityOf(kind))
