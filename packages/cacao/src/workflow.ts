import { textOf } from '@entente/stix'
import { isKeyOf, stepType } from './step.ts'
import { entriesOf, isObject, itemsOf, must, say, under, type At, type Json } from './finding.ts'

/** A way from one step to another, and the property that says so: `on_success`, `next_steps`, a case of a switch. */
export type Way = { readonly by: string; readonly to: string }

const NEXT = ['on_completion', 'on_success', 'on_failure'] as const
const BRANCH = ['on_true', 'on_false'] as const

const waysOf = (step: Json, names: readonly string[]): readonly Way[] =>
  names.flatMap((by) => {
    const to = step[by]
    return typeof to === 'string' ? [{ by, to }] : []
  })

/** The branches that a step opens; each ends in an end of its own, and then the step goes on (sections 4.7 to 4.10). */
const branchesOf = (step: Json): readonly Way[] => [
  ...waysOf(step, BRANCH),
  ...itemsOf(step['next_steps']).flatMap((to, at) =>
    typeof to === 'string' ? [{ by: `next_steps[${at}]`, to }] : [],
  ),
  ...entriesOf(step['cases']).flatMap(([name, to]) =>
    typeof to === 'string' ? [{ by: `cases.${name}`, to }] : [],
  ),
]

/** Every way on from a step, in the order in which the standard names them. */
export const waysFrom = (step: Json): readonly Way[] => [...waysOf(step, NEXT), ...branchesOf(step)]

/** The steps of a playbook by their ids; what is no object is left out, and its own check says so. */
export const stepsOf = (playbook: Json): ReadonlyMap<string, Json> =>
  new Map(
    entriesOf(playbook['workflow']).flatMap(([id, step]) => (isObject(step) ? [[id, step]] : [])),
  )

/** The steps by their places in the workflow: what is counted is walked through faster than what is named. */
type Graph = {
  readonly ids: readonly string[]
  readonly steps: readonly Json[]
  readonly placeOf: ReadonlyMap<string, number>
  /** The places that a step leads to, each once. */
  readonly next: readonly (readonly number[])[]
}

function graphOf(playbook: Json): Graph {
  const found = [...stepsOf(playbook)]
  const placeOf = new Map(found.map(([id], place) => [id, place]))
  const next = found.map(([, step]) => {
    const ways = waysFrom(step).flatMap(({ to }) => placeOf.get(to) ?? [])
    return [...new Set(ways)]
  })
  return { ids: found.map(([id]) => id), steps: found.map(([, step]) => step), placeOf, next }
}

/** What is reached from these places, and they themselves: a mark for each place. */
function reached(from: readonly number[], next: Graph['next']): Uint8Array {
  const found = new Uint8Array(next.length)
  const waiting = [...from]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (found[place] === 1) continue
    found[place] = 1
    for (const to of next[place]!) if (found[to] === 0) waiting.push(to)
  }
  return found
}

/**
 * Whether every step leads somewhere that is there, every step is reached, every branch ends, and nothing goes round for
 * ever. A loop that no way leaves is named step by step.
 */
export function checkWorkflow(playbook: Json, from: At): void {
  const at = { ...from, section: '4' }
  const graph = graphOf(playbook)
  checkKinds(playbook, graph, at)
  const endsOf = endsFrom(graph)
  for (const place of graph.ids.keys()) checkWays(place, { graph, endsOf, at })
  checkReached(playbook, graph, at)
  checkLoops(graph, at)
}

function checkKinds(playbook: Json, { ids, steps, placeOf }: Graph, at: At): void {
  const types = new Set(steps.map(stepType))
  const workflow = under({ ...at, section: '3.1' }, 'workflow')
  if (!types.has('start')) must(workflow, 'a start step', undefined)
  if (!types.has('action') && !types.has('playbook-action'))
    must(workflow, 'an action or playbook-action step', undefined)
  if (!types.has('end')) must(workflow, 'an end step', undefined)
  const { workflow_start: start, workflow_exception: exception } = playbook
  const top = { ...at, section: '3.1' }
  const first = steps[placeOf.get(textOf(start)) ?? -1]
  if (start !== undefined && first === undefined)
    must(under(top, 'workflow_start'), 'a step of the workflow', start)
  else if (first && stepType(first) !== 'start')
    must(under(top, 'workflow_start'), 'a step of type start', first['type'])
  if (exception !== undefined && !placeOf.has(textOf(exception)))
    must(under(top, 'workflow_exception'), 'a step of the workflow', exception)
  for (const [place, id] of ids.entries())
    if (!isKeyOf(id, steps[place]!))
      must(under({ ...at, section: '10.10' }, 'workflow', id), 'type--UUID of its own type', id)
}

/** The ends that are reached from a step; each step is asked once, for many branches may lead to one. */
function endsFrom({ steps, next }: Graph): (place: number) => readonly number[] {
  const known = new Map<number, readonly number[]>()
  const ends = [...steps.keys()].filter((place) => stepType(steps[place]!) === 'end')
  return (place) => {
    const found = known.get(place)
    if (found) return found
    const marks = reached([place], next)
    const those = ends.filter((end) => marks[end] === 1)
    known.set(place, those)
    return those
  }
}

type Asked = {
  readonly graph: Graph
  readonly endsOf: (place: number) => readonly number[]
  readonly at: At
}

function checkWays(place: number, { graph: { ids, steps, placeOf }, endsOf, at }: Asked): void {
  const here = under(at, 'workflow', ids[place]!)
  for (const { by, to } of waysFrom(steps[place]!))
    if (!placeOf.has(to)) must(under(here, by), 'a step of the workflow', to)
  const taken = new Map<number, string>()
  for (const { by, to } of branchesOf(steps[place]!)) {
    const first = placeOf.get(to)
    if (first === undefined) continue
    const ends = endsOf(first)
    if (ends.length === 0)
      say(under(here, by), 'must', 'expected a branch that reaches an end, got none')
    for (const end of ends) {
      const other = taken.get(end)
      if (other !== undefined)
        say(
          under(here, by),
          'must',
          `expected an end of its own, got ${ids[end]!}, which ends ${other} too`,
        )
      taken.set(end, by)
    }
  }
}

function checkReached(playbook: Json, { ids, placeOf, next }: Graph, at: At): void {
  const { workflow_start: start, workflow_exception: exception } = playbook
  const found = reached(
    [start, exception].flatMap((id) => placeOf.get(textOf(id)) ?? []),
    next,
  )
  for (const [place, id] of ids.entries())
    if (found[place] === 0)
      say(under(at, 'workflow', id), 'should', 'expected a step that some way reaches, got none')
}

/** The loops: what reaches itself. Endless where no end is reached from it. */
function checkLoops({ ids, steps, next }: Graph, at: At): void {
  const before: number[][] = ids.map(() => [])
  for (const [place, ways] of next.entries()) for (const to of ways) before[to]!.push(place)
  const ends = [...steps.keys()].filter((place) => stepType(steps[place]!) === 'end')
  const ending = reached(ends, before)
  const named = new Set<number>()
  for (const [place, id] of ids.entries()) {
    const loop = named.has(place) ? undefined : loopThrough(place, next)
    if (!loop) continue
    for (const one of loop) named.add(one)
    const path = [...loop, place].map((one) => ids[one]!).join(' → ')
    const here = under(at, 'workflow', id)
    if (ending[place] === 1) say(here, 'should', `expected no way back, got a loop ${path}`)
    else say(here, 'must', `expected a way to an end, got an endless loop ${path}`)
  }
}

/** The shortest way from a step back to it, in steps; undefined where there is none. */
function loopThrough(first: number, next: Graph['next']): readonly number[] | undefined {
  const cameFrom = new Map<number, number>()
  let edge = [first]
  while (edge.length > 0) {
    const further: number[] = []
    for (const here of edge)
      for (const to of next[here]!) {
        if (to === first) return wayTo(here, first, cameFrom)
        if (cameFrom.has(to)) continue
        cameFrom.set(to, here)
        further.push(to)
      }
    edge = further
  }
  return undefined
}

function wayTo(last: number, first: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const way = [last]
  for (let at = last; at !== first;) {
    at = cameFrom.get(at)!
    way.unshift(at)
  }
  return way
}
