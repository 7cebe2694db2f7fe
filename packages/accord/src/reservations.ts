import type { Logged } from './cut.ts'
import type { ActId, CharterId, PartyId } from './id.ts'
import type { JudgedCase } from './milestone-case.ts'
import type { Standing, VersionState } from './state.ts'
import { saying } from './voice.ts'

/** One reservation that a party made: on what, in which words, and what has become of it. */
export type Reservation = {
  readonly case: CharterId
  readonly step: string
  readonly version: ActId
  /** 1, 2, 3 … as the step's versions are counted. */
  readonly number: number
  /** Whether that version is the last of its step, and what it is worth. */
  readonly isCurrent: boolean
  readonly standing: Standing
  /** The act that made it. */
  readonly act: ActId
  readonly axis: 'union' | 'national'
  /** Absent for an interpretative statement. */
  readonly clause?: string
  readonly text: string
  readonly state: ReservationState
  /**
   * `excepts`: while it holds, what binds its party is the text without the clause. `statement`: it has no
   * clause and excepts nothing. `on-record`: it stands beside a weaker voice and excepts nothing.
   */
  readonly effect: 'excepts' | 'statement' | 'on-record'
}

/** Whether the voice that it is part of is still its party's voice on that version, or what took its place. */
export type ReservationState = 'holds' | 'replaced' | 'withdrawn' | 'ran-out' | 'disavowed'

/** Every reservation of one party in these cases, in the order of its own acts. */
export const reservationsOf = (
  cases: readonly JudgedCase[],
  party: PartyId,
): readonly Reservation[] =>
  cases.flatMap(({ charter, cut, state: { steps } }) =>
    (cut[party]?.acts ?? []).flatMap((logged) => {
      const { act } = logged
      if (act?.kind !== 'comply' || (logged.void && !logged.disavowed)) return []
      const step = steps.find(({ versions }) => versions.some(({ id }) => id === act.on))
      const version = step?.versions.find(({ id }) => id === act.on)
      if (!step || !version) return []
      const { excepts = [] } = saying(act)
      const state = stateOf(version, logged, cut[party]?.acts ?? [])
      return (act.reservations ?? []).map(({ axis, clause, text }) => ({
        case: charter.id,
        step: step.id,
        version: version.id,
        number: version.number,
        isCurrent: version.current,
        standing: version.standing,
        act: logged.id,
        axis,
        ...(clause === undefined ? {} : { clause }),
        text,
        state,
        effect: effectOf(clause, excepts),
      }))
    }),
  )

const effectOf = (clause: string | undefined, excepts: readonly string[]) =>
  clause === undefined ? 'statement' : excepts.includes(clause) ? 'excepts' : 'on-record'

function stateOf(
  { voices }: VersionState,
  one: Logged,
  strand: readonly Logged[],
): ReservationState {
  const voice = voices[one.party]
  if (one.disavowed) return 'disavowed'
  if (voice?.act === one.id) return voice.ranOut ? 'ran-out' : 'holds'
  if (voice?.effective !== 'withdrawn') return 'replaced'
  // Nothing replaces a withdrawal: what came after it took the place of nothing.
  const end = strand.findIndex(({ id }) => id === voice.act)
  const later = strand.slice(one.index + 1, end === -1 ? strand.length : end)
  return later.some((other) => isOnSame(one, other)) ? 'replaced' : 'withdrawn'
}

const isOnSame = ({ act: a }: Logged, { act: b, void: voided }: Logged): boolean =>
  !voided && a?.kind === 'comply' && b?.kind === 'comply' && a.on === b.on
