import { kindOf } from './act.ts'
import type { Charter } from './charter.ts'
import type { SilenceShown } from './comes-to.ts'
import type { Logged } from './cut.ts'
import type { ActId, PartyId } from './id.ts'
import type { Grant } from './kind.ts'
import type { JudgedCase } from './milestone-case.ts'
import type { Standing, VersionState } from './state.ts'

/** What one party has to see to by a date that is on record, and the act that would see to it. */
export type Due = {
  readonly what: DueKind
  /** Seconds: when it is over; of a `certificate` and a `new-version`, since when it can be made. */
  readonly at: number
  /** The act that is spoken of: a version, a voice, or the act that gave a mandate. */
  readonly of: ActId
  /** The step in whose text it lies; absent for a mandate. */
  readonly step?: string
  /** `reaffirmation`: which window of the charter's period; the first is 1. */
  readonly window?: number
  /** `mandate`: the authority that has it. */
  readonly authority?: string
}

const DUE_KINDS = [
  'acknowledgement',
  'answer',
  'silence',
  'vote',
  'certificate',
  'new-version',
  'voice',
  'reaffirmation',
  'instructions',
  'mandate',
] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** For whom, and at which second of that party's own clock: it chooses windows and decides nothing. */
type Asked = {
  readonly party: PartyId
  readonly now: number
  /** By version: what its node's trees show of silences; where nothing is said, receipts count as timely. */
  readonly silences?: Readonly<Record<ActId, SilenceShown>>
}

/**
 * What is due of one party in a case, the earliest first: from the same state that says what is
 * awaited, so that nobody is reminded of what no longer counts.
 */
export function dueIn({ charter, cut, state }: JudgedCase, asked: Asked): readonly Due[] {
  const own = cut[asked.party]?.acts.filter((logged) => !logged.void) ?? []
  const inSteps = state.steps.flatMap((step) =>
    step.versions.flatMap((version) =>
      dueOn(version, { ...asked, charter, own }).map((due) => ({ ...due, step: step.id })),
    ),
  )
  return [...inSteps, ...mandates(own)].toSorted(
    (a, b) => a.at - b.at || DUE_KINDS.indexOf(a.what) - DUE_KINDS.indexOf(b.what),
  )
}

type On = Asked & { readonly charter: Charter; readonly own: readonly Logged[] }

/** Nothing that is said on these changes what they are worth. */
const OVER: ReadonlySet<Standing> = new Set(['ended', 'lapsed', 'superseded'])

function dueOn(version: VersionState, on: On): readonly Due[] {
  const isElector = version.voices[on.party] !== undefined
  if (OVER.has(version.standing) || version.broken) return []
  const isAdopted = version.adopted.length > 0
  if (!version.current && !isAdopted) return []
  if (!isAdopted && on.silences?.[version.id]?.comesTo === 'neither')
    return on.party === version.by ? undecided(version) : []
  const closing = isAdopted ? [] : certificate(version, on)
  // No voice mends a silence that is broken, and only a certificate makes that final.
  if (!isElector || version.standing === 'broken') return closing
  return [
    ...(isAdopted
      ? reaffirmation(version, on)
      : closing.length > 0
        ? closing
        : [...silence(version, on), ...vote(version, on)]),
    ...ofVoice(version, on),
  ]
}

/** Neither adopted nor broken can be certified: whoever put it has only a new version left. */
const undecided = ({ id, gate: { notBefore } }: VersionState): readonly Due[] =>
  notBefore === undefined ? [] : [{ what: 'new-version', at: notBefore, of: id }]

/** Once a silence has ended, what came of it waits for a certificate, which any party can make, with a voice or without. */
function certificate({ id, rule, expiry, gate }: VersionState, { now }: On): readonly Due[] {
  if (rule !== 'silence' || expiry === undefined) return []
  const at = gate.notBefore ?? expiry
  return at <= now ? [{ what: 'certificate', at, of: id }] : []
}

/**
 * By silence: a text that was not acknowledged more than the notice before its end is not consented to by saying
 * nothing, and from then on only a voice answers it.
 */
function silence(version: VersionState, { party, now, silences, charter: { notice } }: On) {
  const { id, rule, voices, expiry, acknowledged = [] } = version
  if (rule !== 'silence' || expiry === undefined) return []
  if (voices[party]!.effective !== 'silent') return []
  const isLate = silences?.[id]?.late.includes(party) === true
  if (acknowledged.includes(party) && !isLate)
    return [{ what: 'silence' as const, at: expiry, of: id }]
  const limit = expiry - notice
  return now < limit
    ? [{ what: 'acknowledgement' as const, at: limit, of: id }]
    : [{ what: 'answer' as const, at: expiry, of: id }]
}

/** By majority: from the end of the vote on the text may be adopted without whoever has said nothing. */
const vote = ({ id, rule, voices, expiry }: VersionState, { party }: On): readonly Due[] =>
  rule === 'qualified-majority' && expiry !== undefined && voices[party]!.effective === 'silent'
    ? [{ what: 'vote', at: expiry, of: id }]
    : []

/** What its voice itself says: until when it holds, until when its capital's instructions are expected. */
function ofVoice({ voices }: VersionState, { party, own }: On): readonly Due[] {
  const { act: of, until, ranOut, effective } = voices[party]!
  if (of === undefined || ranOut) return []
  const act = own.find(({ id }) => id === of)?.act
  const expectedAt = act && kindOf(act).expects?.(act)
  return [
    ...(until === undefined ? [] : [{ what: 'voice' as const, at: until, of }]),
    ...(expectedAt === undefined || effective !== 'awaits-instructions'
      ? []
      : [{ what: 'instructions' as const, at: expectedAt, of }]),
  ]
}

/** The window that runs now, and the one before it, whose lack may be certified, if unanswered. Who withdrew is asked for nothing. */
function reaffirmation(
  { id, expiry, voices, reaffirmed = {} }: VersionState,
  { party, now, charter: { period } }: On,
): readonly Due[] {
  if (period === undefined || expiry === undefined) return []
  if (voices[party]!.effective === 'withdrawn') return []
  const running = Math.max(1, Math.floor((now - expiry) / period) + 1)
  return [running - 1, running].flatMap((window) =>
    window < 1 || (reaffirmed[party] ?? []).includes(window)
      ? []
      : [{ what: 'reaffirmation' as const, at: expiry + window * period, of: id, window }],
  )
}

/** Mandates that its root keys gave until a day, of keys that were not taken back and to which no other mandate followed. */
function mandates(own: readonly Logged[]): readonly Due[] {
  const changes = own.flatMap(({ id, act }) => {
    const change = act && kindOf(act).keys?.(act)
    return change ? [{ id, change }] : []
  })
  const revoked = new Set(
    changes.flatMap(({ change }) => (change.does === 'revokes' ? [change.key.keyid] : [])),
  )
  const given = changes.flatMap(({ id, change }) =>
    change.does === 'grants' && !revoked.has(change.key.keyid) ? [{ id, ...change }] : [],
  )
  return given.flatMap((one) => {
    const { until } = one.mandate
    if (until === undefined || given.some((other) => goesOn(one, other))) return []
    return [{ what: 'mandate' as const, at: until, of: one.id, authority: one.authority.id }]
  })
}

/** Whether the same authority may do as much by another mandate for longer, with a key that is as good. */
const goesOn = (one: Grant, other: Grant): boolean =>
  one.authority.id === other.authority.id &&
  one.key.alg === other.key.alg &&
  one.key.custody === other.key.custody &&
  (other.mandate.until ?? Infinity) > (one.mandate.until ?? Infinity) &&
  one.mandate.verbs.every((verb) => other.mandate.verbs.includes(verb))
