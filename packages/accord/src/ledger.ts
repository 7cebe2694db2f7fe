import type { MeasureKind } from './document.ts'
import type { ActId, PartyId } from './id.ts'
import type { StepState, VersionState } from './state.ts'
import { stepName } from './version.ts'
import type { Voice } from './voice.ts'

/** What one act does in the ledger of a measure. */
export type LedgerEntry = {
  readonly about: { readonly step: string } | { readonly on: ActId }
  readonly as:
    | 'call'
    | 'notice'
    | 'assess'
    | 'start'
    | 'report'
    | 'review'
    | 'suspend'
    | 'terminate'
  /** `start`: the certificate by which the measure was adopted. */
  readonly certificate?: ActId
  /** `assess`: the conditions are not met, and its adviser does not hold otherwise. */
  readonly isAgainst?: true
  /** `assess`: the view signed with it does not ask for notice before a countermeasure. */
  readonly waivesNotice?: true
  /** `review`: what it found that stops the measure. */
  readonly stops?: readonly Stop[]
}

/** What a review may find after which nobody goes on. */
type Stop = 'act-ceased' | 'not-proportionate' | 'not-reversible' | 'before-a-tribunal'

/** Where one nation stands in a measure. */
export type MeasureStage = 'barred' | 'may-start' | 'running' | 'suspended' | 'terminated'

export type MeasureReason = {
  readonly code:
    | 'referred'
    | 'no-call'
    | 'no-notice'
    | 'no-assessment'
    | 'assessed-not-satisfied'
    | 'not-in-force'
    | 'no-consent'
    | 'suspended-by-act'
    | Stop
  /** The act that says so, where one does. */
  readonly act?: ActId
}

export type NationMeasure = {
  readonly stage: MeasureStage
  readonly reasons: readonly MeasureReason[]
  readonly assess?: ActId
  readonly start?: ActId
  /** The latest act of this nation that moved its part. */
  readonly latest?: ActId
}

/** One measure: what was called for and notified, and where each nation stands in it. */
export type MeasureState = {
  readonly step: string
  /** The version whose voices count: the one in force, else the last. */
  readonly version: ActId
  readonly calls: readonly ActId[]
  readonly notices: readonly ActId[]
  readonly nations: Readonly<Record<PartyId, NationMeasure>>
}

/** An act of the ledger at its place in the strand of its party. */
export type Booked = {
  readonly id: ActId
  readonly party: PartyId
  readonly at: number
} & LedgerEntry

/** What an act of the ledger is about, as one name. */
export const placeName = ({ about }: Pick<LedgerEntry, 'about'>): string =>
  'on' in about ? about.on : stepName({ kind: 'measure', id: about.step })

/** What kind of measure each version puts. */
type Kinds = ReadonlyMap<ActId, MeasureKind | undefined>

/** Which voices take part in a measure; who does not stop it does not thereby join it. */
const TAKES_PART: ReadonlySet<Voice> = new Set([
  'complies',
  'complies-with-statement',
  'complies-with-reservation',
])

/**
 * The ledger of one measure, from what is booked of it in the order of the parties. What a nation may do follows from
 * the same acts as the standing: a consent that falls away, or an assessment of its own by which the
 * conditions are met no more, suspends what depended on it in the same computation. Of a version
 * that is a referral nothing is begun, whatever its nation signed.
 */
export function measureOf(step: StepState, booked: readonly Booked[], kinds: Kinds): MeasureState {
  const version = step.versions.findLast(({ inForce }) => inForce) ?? step.versions.at(-1)!
  const of = (as: LedgerEntry['as']) => booked.filter((entry) => entry.as === as)
  const calls = of('call').map(({ id }) => id)
  const notices = of('notice').map(({ id }) => id)
  const stop = stopOf(of('review'))
  const versions = new Map(step.versions.map((one) => [one.id, one]))
  return {
    step: step.id,
    version: version.id,
    calls,
    notices,
    nations: Object.fromEntries(
      (Object.keys(version.voices) as PartyId[]).map((party) => [
        party,
        nationMeasure(party, {
          versions,
          version,
          kinds,
          hasCall: calls.length > 0,
          hasNotice: notices.length > 0,
          stop,
          booked: booked.filter((entry) => entry.party === party),
        }),
      ]),
    ) as MeasureState['nations'],
  }
}

/** The latest review of each nation speaks for it; one that finds a stop is enough. */
function stopOf(reviews: readonly Booked[]): MeasureReason | undefined {
  const latest = new Map(reviews.map((review) => [review.party, review]))
  for (const { id, stops = [] } of latest.values()) {
    const [code] = stops
    if (code) return { code, act: id }
  }
  return undefined
}

type Place = {
  readonly versions: ReadonlyMap<ActId, VersionState>
  readonly version: VersionState
  readonly kinds: Kinds
  readonly hasCall: boolean
  readonly hasNotice: boolean
  readonly stop: MeasureReason | undefined
  readonly booked: readonly Booked[]
}

/** The acts by which a nation's part is as it is, where there are any. */
function lastActs(
  booked: readonly Booked[],
  { assessed, begun }: Readonly<Record<'assessed' | 'begun', Booked | undefined>>,
) {
  const moves = booked.filter(({ as }) => as !== 'assess' && as !== 'call' && as !== 'notice')
  const latest = moves.at(-1)?.id
  return {
    ...(assessed === undefined ? {} : { assess: assessed.id }),
    ...(begun === undefined ? {} : { start: begun.id }),
    ...(latest === undefined ? {} : { latest }),
  }
}

function nationMeasure(party: PartyId, place: Place): NationMeasure {
  const { booked, stop } = place
  const starts = booked.filter((entry) => entry.as === 'start' && isOnAdopted(place, entry))
  const begun = starts.at(-1)
  const assessed = booked.findLast((entry) => entry.as === 'assess')
  const common = lastActs(booked, { assessed, begun })
  const ended = booked.find(({ as }) => as === 'terminate')
  if (begun && ended) return { stage: 'terminated', reasons: [], ...common }
  const version = begun ? versionOf(place, begun)! : place.version
  const lost: MeasureReason[] = [
    ...(assessed?.isAgainst ? [{ code: 'assessed-not-satisfied' as const, act: assessed.id }] : []),
    ...(version.inForce ? [] : [{ code: 'not-in-force' as const }]),
    ...consentReason(version, party),
    ...(stop ? [stop] : []),
  ]
  if (!begun && isReferral(place, version.id))
    return { stage: 'barred', reasons: [{ code: 'referred' }], ...common }
  if (!begun) {
    const missing: MeasureReason[] = [
      ...unpreceded(place, assessed),
      ...(assessed === undefined ? [{ code: 'no-assessment' as const }] : []),
      ...lost,
    ]
    return { stage: missing.length > 0 ? 'barred' : 'may-start', reasons: missing, ...common }
  }
  const paused = booked.findLast(({ as }) => as === 'suspend' || as === 'start')
  const reasons: MeasureReason[] = [
    ...(paused?.as === 'suspend' ? [{ code: 'suspended-by-act' as const, act: paused.id }] : []),
    ...lost,
  ]
  return { stage: reasons.length > 0 ? 'suspended' : 'running', reasons, ...common }
}

/** What has to come before a countermeasure, and before no other kind of measure: the call, and the notice. */
function unpreceded(place: Place, assessed: Booked | undefined): MeasureReason[] {
  if (place.kinds.get(place.version.id) !== 'countermeasure') return []
  return [
    ...(place.hasCall ? [] : [{ code: 'no-call' as const }]),
    ...(place.hasNotice || assessed?.waivesNotice ? [] : [{ code: 'no-notice' as const }]),
  ]
}

const isReferral = ({ kinds }: Pick<Place, 'kinds'>, version: ActId): boolean =>
  kinds.get(version) === 'self-defence-referral'

function consentReason({ voices }: VersionState, party: PartyId): MeasureReason[] {
  const voice = voices[party]
  if (voice && TAKES_PART.has(voice.effective)) return []
  return [{ code: 'no-consent', ...(voice?.act === undefined ? {} : { act: voice.act }) }]
}

/** A start counts where its certificate is one by which that very version was adopted, and that is no referral. */
function isOnAdopted(place: Place, start: Booked): boolean {
  const version = versionOf(place, start)
  if (!version || start.certificate === undefined || isReferral(place, version.id)) return false
  return version.adopted.includes(start.certificate)
}

const versionOf = ({ versions }: Place, { about }: Booked): VersionState | undefined =>
  'on' in about ? versions.get(about.on) : undefined
