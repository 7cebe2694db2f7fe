import type { RemindersView } from '../../../node/src/api.ts'

type Reminder = RemindersView['reminders'][number]

const DAY = 86_400_000

/** What a person is to be told now that this browser did not tell yet, and all that it has told with that. */
type ToNotify = { readonly fresh: readonly Reminder[]; readonly told: readonly string[] }

/**
 * Unread reminders are told once when they come, and once more on their last day. What is due no more is forgotten,
 * so that the list does not grow.
 */
export function toNotify(
  { reminders, now }: Pick<RemindersView, 'reminders' | 'now'>,
  told: readonly string[],
): ToNotify {
  const known = new Set(told)
  const fresh = reminders.filter(
    (one) => !one.isRead && keysOf(one, now).some((key) => !known.has(key)),
  )
  const keys = reminders.flatMap((one) =>
    fresh.includes(one) ? keysOf(one, now) : keysOf(one, now).filter((key) => known.has(key)),
  )
  return { fresh, told: keys }
}

/** What is told at once is an exercise where all of it is: what is real among it is never called one. */
export const isExercise = (fresh: readonly Pick<Reminder, 'exercise'>[]): boolean =>
  fresh.every(({ exercise }) => exercise)

function keysOf({ id, at, isOver }: Reminder, now: string): readonly string[] {
  const isLast = at !== undefined && !isOver && Date.parse(at) - Date.parse(now) <= DAY
  return isLast ? [id, `${id} last`] : [id]
}
