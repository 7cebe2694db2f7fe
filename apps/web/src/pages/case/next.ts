import {
  awaited,
  type Charter,
  type PartyId,
  type SilenceShown,
  type VersionState,
} from '@entente/accord'
import { isReceiptTimely, reaffirmation } from './gate-offers.ts'

/** Every state in which a version may wait for something, or for nothing. */
export const NEXT_CODES = [
  'over',
  'superseded',
  'collected',
  'left',
  'reaffirm',
  'renew',
  'run-out',
  'holds',
  'restore',
  'unrestorable',
  'declare',
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
}

/** What is awaited on a version. */
export function nextOf(
  charter: Pick<Charter, 'period' | 'notice'>,
  version: VersionState,
  looked: Looked,
): Next {
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

function awaitedNext(
  charter: Pick<Charter, 'period' | 'notice'>,
  version: VersionState,
  { now, silence, pastEnd, ending }: Looked,
): Next {
  switch (version.standing) {
    case 'broken':
    case 'ended':
    case 'lapsed':
      return { code: 'over', from: [version.by] }
    case 'superseded':
      return { code: 'superseded', from: [] }
    case 'suspended':
      return restoring(version, ending)
    case 'stands':
    case 'stands-with-reservations':
    case 'weakened':
      return keeping(charter, version, now)
    case 'open':
      break
  }
  if (!version.current) return { code: 'left', from: [] }
  switch (version.rule) {
    case 'each-its-own':
      return { code: 'collected', from: having(pastEnd ?? version, 'silent') }
    case 'silence':
      return underSilence(charter, pastEnd ?? version, { now, silence })
    case 'express-unanimity':
    case 'qualified-majority':
    case 'participants-only':
      return underVoices(pastEnd ?? version, now)
  }
}

/** Who could restore what is suspended; from when on its end can be certified, where the node’s trees show it. */
function restoring(version: VersionState, ending: number | undefined): Next {
  const from = awaited(version)
  const after = ending === undefined ? {} : { after: ending }
  return from.length > 0
    ? { code: 'restore', from, ...after }
    : { code: 'unrestorable', from: 'anybody', ...after }
}

const having = ({ voices }: VersionState, wanted: string): readonly PartyId[] =>
  (Object.keys(voices) as PartyId[]).filter((party) => voices[party]!.effective === wanted)

/** Adopted and in force: the earliest day on which a consent must be renewed. */
function keeping(charter: Pick<Charter, 'period'>, version: VersionState, now: number): Next {
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
  { now, silence: { late, comesTo } = { late: [] } }: Looked,
): Next {
  const { expiry, gate, acknowledged = [] } = version
  const after = gate.notBefore ?? expiry
  if (after !== undefined && after <= now) return certifiable(version, comesTo)
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
      !version.voices[party]!.ranOut && (!acknowledged.includes(party) || late.includes(party)),
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

/** Whose voice ends by then, or has ended: it is no voice at the end of a silence. */
const endingBy = ({ voices }: VersionState, end: number): readonly PartyId[] =>
  (Object.keys(voices) as PartyId[]).filter((party) => {
    const { until, ranOut } = voices[party]!
    return ranOut || (until !== undefined && until <= end)
  })

/** Once the silence is over: what can be certified of it, and where nothing can, who has a way on. */
function certifiable(
  { gate, by }: VersionState,
  comesTo: SilenceShown['comesTo'] = gate.open ? 'adopted' : 'broken',
): Next {
  switch (comesTo) {
    case 'adopted':
      return { code: 'declare', from: 'anybody' }
    case 'broken':
      return { code: 'declare-broken', from: 'anybody' }
    case 'neither':
      return { code: 'undecided', from: [by] }
  }
}

function underVoices(version: VersionState, now: number): Next {
  const { gate } = version
  if (gate.open) {
    if (gate.notBefore === undefined || gate.notBefore <= now)
      return { code: 'declare', from: 'anybody' }
    return { code: 'vote', from: version.incomplete, by: gate.notBefore }
  }
  const braking = gate.reasons.flatMap(({ code, member }) => (code === 'brake' ? member! : []))
  if (braking.length > 0) return { code: 'brake', from: braking }
  const until = gate.notBefore === undefined ? {} : { by: gate.notBefore }
  const from = awaited(version)
  if (from.length > 0) return { code: 'voices', from, ...until }
  if (gate.reasons.some(({ code }) => code === 'withdrawn'))
    return { code: 'stuck', from: [version.by] }
  const others = unpersuaded(version)
  return others.length > 0
    ? { code: 'change', from: others, ...until }
    : { code: 'stuck', from: [version.by] }
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
