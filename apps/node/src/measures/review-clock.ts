import type { ActId } from '@entente/accord'
import type { ReviewClock } from './api.ts'
import type { OnRecord } from './record.ts'

/** The next review: the day that the latest review set, else the one that the proposer put. */
export function reviewClock(
  record: readonly OnRecord[],
  version: ActId,
  today: string,
): ReviewClock {
  const reviews = record
    .flatMap(({ id, party, act }) =>
      act.kind === 'review' && act.on === version ? [{ id, party, act }] : [],
    )
    .toSorted((a, b) => order(a.act.reviewedOn, b.act.reviewedOn) || order(a.id, b.id))
  const last = reviews.at(-1)
  const setting = reviews.findLast(({ act }) => act.nextOn !== undefined)
  const filed = record.find(({ id }) => id === version)?.act
  const planned = filed && 'measure' in filed ? filed.measure?.facts['reviewOn']?.value : undefined
  const plannedOn = typeof planned === 'string' && !last ? planned : undefined
  // A review that names no next one leaves the date of an earlier one behind it.
  const dueOn = setting && setting.id === last?.id ? setting.act.nextOn : plannedOn
  const setBy = setting && setting.id === last?.id ? setting.id : version
  return {
    ...(dueOn === undefined ? {} : { dueOn, setBy }),
    ...(last ? { last: { act: last.id, party: last.party, on: last.act.reviewedOn } } : {}),
    isOver: dueOn !== undefined && dueOn < today,
    today,
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
