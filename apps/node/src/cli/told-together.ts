import type { Hints, Neighbourhood, ObjectLine, TechniqueMatrix, Timeline } from '../api.ts'
import { harmless } from './terminal.ts'

type Named = { readonly id: string; readonly name?: string }
const nameOf = ({ id, name }: Named) => (name === undefined ? id : `${name} (${id})`)

/** An object's name, or what it says in one line where it has none; undefined where it says nothing. */
export function inOneLine({
  name,
  says = {},
}: {
  readonly name?: string
  readonly says?: ObjectLine
}): string | undefined {
  const ends = (says.objects ?? []).map((one) => one.name ?? one.id)
  const tie = says.kind === undefined ? undefined : `${ends[0]} ${says.kind} ${ends[1]}`
  return name ?? tie ?? says.text ?? (ends.length === 0 ? undefined : `about ${ends.join(', ')}`)
}

const lines = (all: readonly string[]) => all.map(harmless).join('\n')

type Sharing = {
  readonly objects: readonly Named[]
  readonly count: number
  readonly capped?: true
}
const numberOf = ({ count, capped }: Sharing) => `${capped ? 'at least ' : ''}${count}`
const sharing = ({ objects, count }: Sharing) => [
  ...objects.map((one) => `    ${nameOf(one)}`),
  ...(count > objects.length ? [`    and ${count - objects.length} more`] : []),
]

/** Hints, each with its number, in sentences. */
export function hintsTold({ values, references, aliases, techniques }: Hints): string {
  return lines([
    'Hints. None says that two things are one, or who did anything.',
    ...values.flatMap((one) => [
      `  the same ${one.kind} ${one.value}: ${numberOf(one)}`,
      ...sharing(one),
    ]),
    ...references.flatMap((one) => [
      `  the same ${one.source} ${one.id}: ${numberOf(one)}`,
      ...sharing(one),
    ]),
    ...aliases.flatMap((one) => [`  the same name ${one.name}: ${numberOf(one)}`, ...sharing(one)]),
    `  techniques: ${techniques.count}${techniques.capped ? ', not all looked at' : ''}`,
    ...techniques.nearest.map(
      ({ object, shared, either, overlap }) =>
        `    ${overlap.toFixed(2)}  ${shared} of ${either}  ${nameOf(object)}`,
    ),
  ])
}

export function neighbourhoodTold({ nodes, edges, capped }: Neighbourhood): string {
  const named = new Map(nodes.map((node) => [node.id, nameOf(node)]))
  return lines([
    `${nodes.length} objects, ${edges.length} ties${capped ? ', and more' : ''}`,
    ...edges.map(({ from, to, kind }) => `  ${named.get(from)}  ${kind}  ${named.get(to)}`),
  ])
}

export const timelineTold = ({ events, capped }: Timeline): string =>
  lines([
    ...events.map(({ at, what, object }) => `${at}  ${what}  ${nameOf(object)}`),
    ...(capped ? ['and more'] : []),
  ])

/** The techniques that are used, by tactic; of the others only how many there are. */
export function matrixTold({ objects, capped, tactics, elsewhere }: TechniqueMatrix): string {
  return lines([
    `${objects} objects${capped ? ', and more' : ''}`,
    ...tactics.flatMap(({ name, techniques }) => {
      const used = techniques.filter((one) => one.used > 0)
      return [
        `${name}: ${used.length} of ${techniques.length}`,
        ...used.map(({ id, name: called, used: by }) => `  ${id}  ${called}  ${by}`),
      ]
    }),
    ...(elsewhere.length > 0 ? ['in no tactic that is held'] : []),
    ...elsewhere.map(({ name, used }) => `  ${name}  ${used}`),
  ])
}
