import type { CharterId, PartyId } from '@entente/accord'
import type { InLanguages } from '@entente/lexicon'

/** What was found, in the order in which people should look at it. */
export const ALARM_KINDS = [
  'two-histories',
  'accused',
  'altered-strand',
  'own-strand',
  'own-address',
  'forged-act',
  'revoked-key',
  'rotation-refused',
  'false-certificate',
  'false-accusation',
  'not-competent',
  'unproved-bytes',
  'rolled-back',
  'state-differs',
  'refused-checkpoint',
  'false-witness',
  'witness-clock',
  'false-opening',
  'newer-rules',
  'false-object',
  'false-disclosure',
  'false-address',
  'moved-peer',
  'held-address',
  'flood',
  'own-copy',
  'open-line',
  'after-leave',
  'repeated-act',
  'unknown-act',
  'void-act',
  'not-delivered',
  'unclosed-silence',
  'refused-request',
  'malformed-request',
  'silent-peer',
] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]

/** `critical`: trust in a party or in this node is at stake; `notice`: may well be innocent. */
export type AlarmSeverity = 'critical' | 'serious' | 'notice'

/** An attack or a failure that this node refused or noticed: it changed nothing, and people should know. */
export type AlarmView = {
  /** The same for as long as the same thing is found: 64 hexadecimal digits. */
  readonly id: string
  readonly kind: AlarmKind
  readonly severity: AlarmSeverity
  /** The refusal or finding, as `spec/errors.md` lists it. */
  readonly code: string
  /** Whom it is about; absent where nobody is proved to have done it. */
  readonly party?: PartyId
  readonly partyName?: string
  readonly caseId?: CharterId
  readonly caseTitle?: string
  /** RFC 3339, by this node's clock. */
  readonly firstSeen: string
  readonly lastSeen: string
  readonly times: number
  readonly says: InLanguages
  /** What to do next. */
  readonly next: InLanguages
  /** The refusal's own words, of the last time: what was expected and what came. */
  readonly message: string
  /** As it was found first: both notes, the id and place of an act, a hash. */
  readonly evidence: Readonly<Record<string, string>>
  /** RFC 3339: since when it is not so any more. It stays listed, and is open again if it comes back. */
  readonly ended?: string
  readonly acknowledged?: { readonly by: string; readonly at: string }
}

/** `GET /api/v1/alarms`; an administrator acknowledges with `POST /api/v1/alarms/{id}/acknowledge`. */
export type AlarmsView = {
  /** What goes on and nobody acknowledged first, then what ended, each the gravest and the latest first. */
  readonly alarms: readonly AlarmView[]
  /** How many of them go on and nobody acknowledged. */
  readonly open: number
}
