import type { Charter } from './charter.ts'
import type { SilenceShown } from './comes-to.ts'
import { awaited } from './gate.ts'
import type { PartyId } from './id.ts'
import { isMetWith } from './met-with.ts'
import { lapsing, reaffirmation } from './reaffirmation.ts'
import type { VersionState } from './state.ts'

/** Every state in which a version may wait for something, or for nothing. */
export const NEXT_CODES = [
  'broken',
  'broke',
  'ended',
  'lapsed',
  'superseded',
  'collected',
  'left',
  'overdue',
  'reaffirm',
  'renew',
  'run-out',
  'holds',
  'restore',
  'unrestorable',
  'declare',
  'declare-while',
  'declare-earlier',
  'declare-broken',
  'undecided',
  'acknowledge',
  'answer',
  'instruct',
  'outlast',
  'silence',
  'objection',
  'grace',
  'vote',
  'brake',
  'voices',
  'change',
  'stuck',
] as const
export type NextCode = (typeof NEXT_CODES)[number]

/** What a version waits for: from whom, until when. What happens then is the code's sentence. */
export type Next = {
  readonly code: NextCode
  /** `anybody`: a certificate, which no party alone can give. Empty: nobody. */
  readonly from: readonly PartyId[] | 'anybody'
  /** Seconds; absent where no date is set. */
  readonly by?: number
  /** Seconds: from when on what came of it can be certified, where that is later. */
  readonly after?: number
  /** Seconds: until when those of them who await instructions expect them, as they said themselves. */
  readonly expected?: Readonly<Record<PartyId, number>>
}

/** By the clock of whoever looks at it: it chooses words, and decides nothing. */
export type Looked = {
  /** Seconds. */
  readonly now: number
  /** What the node’s trees show of it, where it is a silence of which nothing is certified. */
  readonly silence?: SilenceShown | undefined
  /** Seconds: from when on the end of what is suspended can be certified, as the node’s trees show. */
  readonly ending?: number | undefined
  /** Seconds: until when members expect the instructions that they await, as they said. */
  readonly expected?: Readonly<Record<PartyId, number>>
  /** The version as it will be once voices past their end are certified to have run out, where there are such. */
  readonly pastEnd?: VersionState | undefined
  /** Participants only: how many the document names at the least, where it says so. */
  readonly minimum?: number | undefined
}

/** What of a charter the sentences follow from. */
export type AwaitingTerms = Pick<
  Charter,
  'parties' | 'minimum' | 'blocking' | 'doubleThirdUnderMajority' | 'period' | 'notice'
>

/** What is awaited on a version. */
export function nextOf(charter: AwaitingTerms, version: VersionState, looked: Looked): Next {
  const next = awaitedNext(charter, version, looked)
  const { from, code } = next
  if (from === 'anybody' || (code !== 'voices' && code !== 'instruct')) return next
  const expected = Object.entries(looked.expected ?? {}).filter(([party]) =>
    from.includes(party as PartyId),
  )
  return expected.length === 0
    ? next
    : { ...next, expected: Object.fromEntries(expected) as Record<PartyId, number> }
}

function awaitedNext(charter: AwaitingTerms, version: VersionState, looked: Looked): Next {
  const { pastEnd } = looked
  switch (version.standing) {
    case 'broken':
      return broken(version, looked)
    case 'ended':
    case 'lapsed':
    case 'superseded':
      return { code: version.standing, from: [] }
    case 'suspended':
      return restoring(charter, version, looked)
    case 'stands':
    case 'stands-with-reservations':
    case 'weakened':
      return keeping(charter, version, looked)
    case 'open':
      break
  }
  if (!version.current) return { code: 'left', from: [] }
  switch (version.rule) {
    case 'each-its-own':
      return { code: 'collected', from: having(pastEnd ?? version, 'silent') }
    case 'silence':
      return underSilence(charter, pastEnd ?? version, looked)
    case 'express-unanimity':
    case 'qualified-majority':
    case 'participants-only':
      return underVoices(charter, pastEnd ?? version, looked)
  }
}

/** Who could restore what is suspended; from when on its end can be certified, where the node’s trees show it. */
function restoring(
  charter: AwaitingTerms,
  version: VersionState,
  { ending, minimum }: Looked,
): Next {
  const from = whoOpens(charter, version, minimum)
  return from
    ? { code: 'restore', from, ...(ending === undefined ? {} : { after: ending }) }
    : { code: 'unrestorable', from: 'anybody' }
}

/**
 * With whose voices the rule would be met: of those whose word is missing, or else of all who are not for it; undefined where none
 * can meet it any more, because too many withdrew.
 */
const whoOpens = (
  charter: AwaitingTerms,
  version: VersionState,
  minimum: number | undefined,
): readonly PartyId[] | undefined =>
  [awaited(version), unpersuaded(version)].find((complying) =>
    isMetWith(charter, version, { complying, minimum }),
  )

const having = ({ voices }: VersionState, wanted: string): readonly PartyId[] =>
  (Object.keys(voices) as PartyId[]).filter((party) => voices[party]!.effective === wanted)

/** Adopted and in force: what is overdue, or the earliest day on which a consent must be renewed. */
function keeping(charter: AwaitingTerms, version: VersionState, { now, minimum }: Looked): Next {
  const overdue = lapsing(charter, version, { now, minimum })
  if (overdue) return { code: 'overdue', from: overdue.missing }
  // Who withdrew cannot come back to the text: nobody waits for it to renew anything.
  const isIn = (party: PartyId) => version.voices[party]!.effective !== 'withdrawn'
  const window = reaffirmation(charter, version, now)
  const missing = window?.missing.filter(isIn) ?? []
  const ends = (Object.keys(version.voices) as PartyId[]).flatMap((party) => {
    const { until, ranOut } = version.voices[party]!
    return until === undefined || ranOut || !isIn(party) ? [] : [{ party, until }]
  })
  const over = ends.filter(({ until }) => until <= now)
  if (over.length > 0) return { code: 'run-out', from: over.map(({ party }) => party) }
  const first = Math.min(...ends.map(({ until }) => until))
  if (window && missing.length > 0 && window.due <= first)
    return { code: 'reaffirm', from: missing, by: window.due }
  if (ends.length === 0) return { code: 'holds', from: [] }
  const from = ends.filter(({ until }) => until === first).map(({ party }) => party)
  return { code: 'renew', from, by: first }
}

function underSilence(
  charter: Pick<Charter, 'notice'>,
  version: VersionState,
  { now, silence = { late: [] } }: Looked,
): Next {
  const { expiry, gate, acknowledged = [] } = version
  const after = gate.notBefore ?? expiry
  if (after !== undefined && after <= now) return certifiable(version, silence)
  // A consent counts from before the end only; an objection breaks the silence until the grace is over.
  if (expiry !== undefined && expiry <= now)
    return { code: 'grace', from: [], ...(after === undefined ? {} : { by: after }) }
  const times = {
    ...(expiry === undefined ? {} : { by: expiry }),
    ...(after === undefined ? {} : { after }),
  }
  const silent = having(version, 'silent')
  const unheard = silent.filter(
    (party) =>
      !version.voices[party]!.ranOut &&
      (!acknowledged.includes(party) || silence.late.includes(party)),
  )
  if (unheard.length > 0) {
    if (!isReceiptTimely(charter, version, now)) return { code: 'answer', from: unheard, ...times }
    const by = expiry === undefined ? {} : { by: expiry - charter.notice }
    return { code: 'acknowledge', from: unheard, ...times, ...by }
  }
  const short = after === undefined ? [] : endingBy(version, after)
  if (short.length > 0) return { code: 'outlast', from: short, ...times }
  const waiting = having(version, 'awaits-instructions')
  if (waiting.length > 0) return { code: 'instruct', from: waiting, ...times }
  if (!gate.open) return { code: 'change', from: unpersuaded(version), ...times }
  if (silent.length > 0) return { code: 'silence', from: silent, ...times }
  return { code: 'objection', from: [], ...times }
}

/** Whether a receipt that is filed at this second still makes silence a consent. */
export const isReceiptTimely = (
  { notice }: Pick<Charter, 'notice'>,
  { expiry }: VersionState,
  now: number,
): boolean => expiry === undefined || now < expiry - notice

/** Whose voice ends by then, or has ended: it is no voice at the end of a silence. */
const endingBy = ({ voices }: VersionState, end: number): readonly PartyId[] =>
  (Object.keys(voices) as PartyId[]).filter((party) => {
    const { until, ranOut } = voices[party]!
    return ranOut || (until !== undefined && until <= end)
  })

/** A silence that what is on record breaks: for good, though that is certified only once its time is over. */
function broken(version: VersionState, { now, silence }: Pick<Looked, 'now' | 'silence'>): Next {
  const { notBefore: after } = version.gate
  if (version.broken) return { code: 'broken', from: [] }
  if (!version.current) return { code: 'left', from: [] }
  return after === undefined || now < after
    ? { code: 'broke', from: [], ...(after === undefined ? {} : { after }) }
    : certifiable(version, silence)
}

/** Once the silence is over: what can be certified of it, and where nothing can, who has a way on. */
function certifiable(
  { gate, by }: VersionState,
  { comesTo = gate.open ? 'adopted' : 'broken', earlier }: Partial<SilenceShown> = {},
): Next {
  switch (comesTo) {
    case 'adopted':
      return { code: earlier ? 'declare-earlier' : 'declare', from: 'anybody' }
    case 'broken':
      return { code: 'declare-broken', from: 'anybody' }
    case 'neither':
      return { code: 'undecided', from: [by] }
  }
}

function underVoices(
  charter: AwaitingTerms,
  version: VersionState,
  { now, minimum }: Looked,
): Next {
  const { gate, voices } = version
  const after = gate.notBefore === undefined || gate.notBefore <= now ? undefined : gate.notBefore
  if (gate.open) {
    const needed = (parties: readonly PartyId[]) =>
      !isMetWith(charter, version, { silent: parties, minimum })
    const short = after === undefined ? [] : endingBy(version, after)
    if (after !== undefined)
      return needed(short)
        ? { code: 'outlast', from: short, by: after }
        : { code: 'vote', from: version.incomplete, by: after }
    const ends = (Object.keys(voices) as PartyId[]).flatMap((party) => {
      const { until, ranOut } = voices[party]!
      return until !== undefined && !ranOut && needed(endingBy(version, until)) ? [until] : []
    })
    return ends.length > 0
      ? { code: 'declare-while', from: 'anybody', by: Math.min(...ends) }
      : { code: 'declare', from: 'anybody' }
  }
  const from = whoOpens(charter, version, minimum)
  if (!from) return { code: 'stuck', from: [version.by] }
  const certified = after === undefined ? {} : { after }
  const braking = gate.reasons.flatMap(({ code, member }) => (code === 'brake' ? member! : []))
  if (braking.length > 0) return { code: 'brake', from: braking, ...endOf(version, braking) }
  const unsettled = awaited(version)
  const code = from.every((party) => unsettled.includes(party)) ? 'voices' : 'change'
  return { code, from, ...certified }
}

/** When the last of these voices runs out by itself, where each of them does. */
function endOf({ voices }: VersionState, parties: readonly PartyId[]): { readonly by?: number } {
  const ends = parties.map((party) => voices[party]!.until ?? Infinity)
  const last = Math.max(...ends)
  return last === Infinity ? {} : { by: last }
}

const FOR: ReadonlySet<string> = new Set([
  'complies',
  'complies-with-statement',
  'complies-with-reservation',
  'withdrawn',
])

/** Who could still be for it, and is not. */
const unpersuaded = ({ voices }: VersionState): readonly PartyId[] =>
  (Object.keys(voices) as PartyId[]).filter((party) => !FOR.has(voices[party]!.effective))
