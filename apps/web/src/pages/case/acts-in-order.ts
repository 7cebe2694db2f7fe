import type { Act } from '@entente/accord'
import type { ActView } from '../../../../node/src/api.ts'
import type { Step } from './case-file.ts'

/** How acts about one version follow one another: the text, the voices on it, what is declared of it. */
const RANK: { readonly [K in Act['kind']]?: number } = {
  propose: 1,
  amend: 1,
  sound: 0,
  objective: 0,
  note: 0,
  release: 9,
  comment: 2,
  comply: 2,
  withdraw: 3,
  declare: 4,
  'incident-report': 0,
  sighting: 0,
  'self-assessment': 0,
  receipt: 1,
  call: 1,
  notice: 2,
  assess: 2,
  start: 5,
  report: 6,
  review: 6,
  suspend: 7,
  terminate: 8,
  publish: 9,
  recall: 9,
}

/**
 * Acts as the timeline shows them, oldest first. Clocks are read to the second: within one, acts stand
 * in the order in which the path of the case is walked. Nothing is decided by it.
 */
export function actsInOrder(acts: readonly ActView[], steps: readonly Step[]): readonly ActView[] {
  const places = new Map(
    steps.flatMap(({ versions }, step) => versions.map(({ id, number }) => [id, [step, number]])),
  )
  const collected = steps.findIndex(({ rule }) => rule === 'each-its-own')
  const keyOf = ({ id, act, index }: ActView): readonly number[] => {
    const version = act && ('on' in act ? act.on : id)
    const place = version === undefined ? undefined : places.get(version)
    const fallback = act?.kind === 'attribute' ? [collected, 0] : [-1, 0]
    return [...(place ?? fallback), (act && RANK[act.kind]) ?? 0, index]
  }
  const timed = acts.map((view) => ({ view, at: view.act?.claimedAt ?? '', key: keyOf(view) }))
  return timed.toSorted((a, b) => compare(a, b)).map(({ view }) => view)
}

type Timed = { readonly view: ActView; readonly at: string; readonly key: readonly number[] }

function compare(a: Timed, b: Timed): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  const at = a.key.findIndex((part, index) => part !== b.key[index])
  if (at >= 0) return (a.key[at] ?? 0) - (b.key[at] ?? 0)
  return a.view.party < b.view.party ? -1 : 1
}
