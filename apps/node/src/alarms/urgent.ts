import { createHash } from 'node:crypto'
import type { CaseFile } from '../federation/index.ts'
import type { Alarms } from './alarms.ts'
import { severityOf } from './kinds.ts'
import type { KeptAlarm } from './store.ts'

/** That people should look at their node's alarms, and nothing of what was found. */
export type Urgent = {
  readonly what: 'alarm'
  /** The same for all that was found on one day (UTC), so that a flood of alarms is one mail: 64 hexadecimal digits. */
  readonly id: string
  /** RFC 3339: when the first of that day was found. */
  readonly at: string
  /** All of it is about cases that are exercises. */
  readonly exercise: boolean
}

/** The last day on which critical alarms were found that nobody acknowledged; none, or one. */
export function urgentIn(
  alarms: Pick<Alarms, 'list'>,
  files: readonly Pick<CaseFile, 'charter'>[],
): readonly Urgent[] {
  const open = alarms
    .list()
    .filter(({ kind, acknowledged }) => severityOf(kind) === 'critical' && !acknowledged)
    .toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen))
  const day = open.at(-1)?.firstSeen.slice(0, 10)
  if (day === undefined) return []
  const found = open.filter(({ firstSeen }) => firstSeen.startsWith(day))
  const isExercise = ({ case: of }: KeptAlarm) =>
    files.some(({ charter }) => charter.id === of && charter.exercise)
  const id = createHash('sha256').update(`alarms of ${day}`).digest('hex')
  return [{ what: 'alarm', id, at: found[0]!.firstSeen, exercise: found.every(isExercise) }]
}
