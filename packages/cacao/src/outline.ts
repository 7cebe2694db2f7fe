import { itemsOf, isObject, type Json } from './finding.ts'
import type { Playbook } from './read.ts'
import { stepType } from './step.ts'
import { stepsOf, waysFrom, type Way } from './workflow.ts'

/** One step as people read it. */
export type OutlineStep = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly description?: string
  /** What it would have carried out, kind and text. Nothing here carries it out. */
  readonly commands: readonly { readonly type: string; readonly says: string }[]
  readonly ways: readonly Way[]
  /** How many ways it is from the start; absent where none leads to it. */
  readonly distance?: number
}

/** The workflow as a list: in the order in which its steps can be reached, then those that cannot. */
export function outlineOf({ value }: Playbook): readonly OutlineStep[] {
  const steps = stepsOf(value)
  const distances = new Map<string, number>()
  let edge = [value['workflow_start']].filter((id): id is string => typeof id === 'string')
  for (let distance = 0; edge.length > 0; distance++) {
    const here = edge.filter((id) => steps.has(id) && !distances.has(id))
    for (const id of here) distances.set(id, distance)
    edge = [...new Set(here)].flatMap((id) => waysFrom(steps.get(id)!).map(({ to }) => to))
  }
  const order = [...distances.keys(), ...[...steps.keys()].filter((id) => !distances.has(id))]
  return order.map((id) => {
    const distance = distances.get(id)
    return { ...stepOf(id, steps.get(id)!), ...(distance === undefined ? {} : { distance }) }
  })
}

function stepOf(id: string, step: Json): OutlineStep {
  const { name, description } = step
  return {
    id,
    type: stepType(step) ?? 'unknown',
    name: typeof name === 'string' ? name : id,
    ...(typeof description === 'string' ? { description } : {}),
    commands: itemsOf(step['commands']).flatMap((one) => (isObject(one) ? [commandOf(one)] : [])),
    ways: waysFrom(step),
  }
}

const commandOf = ({ type, command, command_b64: coded, description }: Json) => ({
  type: typeof type === 'string' ? type : 'unknown',
  says: [command, coded, description].find((one) => typeof one === 'string') ?? '',
})
