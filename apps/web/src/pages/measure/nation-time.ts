import type { MeasureView, NationView } from '../../../../node/src/api.ts'
import type { OnRecord } from './record.ts'

type Rest = NationView['restsOn'][number]

/** What one nation did for a measure on one day; a part that was begun names what it rests on. */
export type Done = {
  readonly act: string
  readonly party: string
  readonly kind: OnRecord['act']['kind']
  readonly on: string
  readonly restsOn: readonly Rest[]
}

/** An act that another rests on: both stand in the picture. */
type Tie = {
  readonly from: string
  readonly to: string
  readonly what: Rest['what']
  readonly holds: boolean
}

export type OverTime = {
  /** Every day on which something was done, in order. */
  readonly days: readonly string[]
  readonly rows: readonly {
    readonly party: string
    readonly name: string
    readonly done: readonly Done[]
  }[]
  readonly ties: readonly Tie[]
}

/** Nation by day: the days are those that the acts name, and else those of their authors' clocks. */
export function overTime({ nations }: MeasureView, record: readonly OnRecord[]): OverTime {
  const rows = nations.map(({ party, name, start, restsOn }) => ({
    party,
    name,
    done: record
      .filter((one) => one.party === party)
      .map(({ id, act }) => ({
        act: id,
        party,
        kind: act.kind,
        on: dayOf(act),
        restsOn: id === start ? restsOn : [],
      })),
  }))
  const all = rows.flatMap(({ done }) => done)
  const shown = new Set(all.map(({ act }) => act))
  const ties = all.flatMap(({ act, restsOn }) =>
    restsOn.flatMap(({ what, holds, act: from }) =>
      from !== undefined && shown.has(from) ? [{ from, to: act, what, holds }] : [],
    ),
  )
  return { days: [...new Set(all.map(({ on }) => on))].toSorted(), rows, ties }
}

function dayOf(act: OnRecord['act']): string {
  const claimed = act.claimedAt.slice(0, 10)
  switch (act.kind) {
    case 'call':
      return act.transmittedOn
    case 'notice':
      return act.notifiedOn ?? claimed
    case 'assess':
      return claimed
    case 'start':
      return act.startedOn
    case 'report':
      return act.reportedOn
    case 'review':
      return act.reviewedOn
    case 'suspend':
      return act.suspendedOn
    case 'terminate':
      return act.terminatedOn
  }
}

/** Where a day stands between the first and the last, from 0 to 1; alone it stands in the middle. */
export function placeOf(day: string, days: readonly string[]): number {
  const at = (one: string | undefined) => Date.parse(`${one}T00:00:00Z`)
  const [first, last] = [at(days[0]), at(days.at(-1))]
  return first === last ? 0.5 : (at(day) - first) / (last - first)
}
