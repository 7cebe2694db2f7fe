import { pathToFileURL } from 'node:url'
import { sharedPath } from '../../../tools/shared.ts'
import type { Charter } from '../src/charter.ts'
import type { Cut, Logged } from '../src/cut.ts'

/** What the prototype says of one version. */
export type Judged = {
  readonly current: boolean
  readonly adopted: boolean
  readonly ended: boolean
  readonly lapsed: boolean
  readonly expired: boolean
  readonly standing: string
  readonly inForce: boolean
  readonly voices: Readonly<Record<string, string>>
  readonly incomplete: readonly string[]
}

type Yardstick = (charter: unknown, cut: unknown) => Readonly<Record<string, Judged>>

/** The prototype's decision function; undefined where the shared material is not here. */
export async function findYardstick(): Promise<Yardstick | undefined> {
  const prototype = sharedPath('prototype/decision/decide2-mended.mjs')
  if (!prototype) return undefined
  const { evaluate } = (await import(pathToFileURL(prototype).href)) as { evaluate: Yardstick }
  return evaluate
}

export const toPrototypeCharter = (charter: Charter) => ({
  parties: charter.parties.map(({ id }) => id),
  members: Object.fromEntries(
    charter.parties.flatMap(({ id, population }) => (population ? [[id, population]] : [])),
  ),
  chair: charter.chair,
  witnesses: charter.witnesses.map(({ vkey }) => vkey.split('+')[0]),
  q: charter.quorum,
  grace: charter.grace,
  notice: charter.notice,
  cure: charter.cure,
  ...(charter.period !== undefined && { period: charter.period }),
  ...(charter.minimum !== undefined && { minimum: charter.minimum }),
  ...(charter.blocking !== undefined && { blocking: charter.blocking }),
  doubleThirdUnderMajority: charter.doubleThirdUnderMajority ?? false,
  steps: charter.steps,
})

export const toPrototypeCut = (cut: Cut) =>
  Object.fromEntries(
    Object.entries(cut).map(([id, { acts }]) => [
      id,
      acts.map((logged) => toPrototypeAct(logged, cut)),
    ]),
  )

/** The same act in the prototype's words; what counts for nothing there is a note. */
function toPrototypeAct({ id, act, trees, void: reason }: Logged, cut: Cut) {
  if (!act || reason) return { type: 'note' }
  const { kind, ...fields } = act
  if (kind === 'propose' || kind === 'amend')
    return {
      type: kind,
      id,
      step: act.step.id,
      kind: act.step.kind,
      ...(act.expiry !== undefined && { expiry: act.expiry }),
      ...(act.names && { names: act.names }),
      ...(act.minimum !== undefined && { minimum: act.minimum }),
    }
  if (kind === 'receipt') return { type: kind, on: act.of }
  if (kind !== 'declare') return { type: kind, ...fields }
  if (!trees) return { type: 'note' }
  return {
    type: 'declare',
    on: act.on,
    result: act.result,
    cut: Object.fromEntries(Object.entries(act.cut).map(([party, { size }]) => [party, size])),
    closings: Object.fromEntries(
      Object.entries(trees.closings).map(([party, { times }]) => [party, times]),
    ),
    sinces: trees.since,
    early: trees.early,
    brk: trees.breaks,
    ...(act.window !== undefined && { window: act.window }),
    ...(act.of !== undefined && { of: placeOf(act.of, cut) }),
  }
}

/** The prototype names an act by its place. */
function placeOf(id: string, cut: Cut): string {
  for (const { party, acts } of Object.values(cut))
    for (const logged of acts) if (logged.id === id) return `${party}/${logged.index}`
  return 'XA/9999'
}
