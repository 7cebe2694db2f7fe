import type { CharterId, VersionState } from '@entente/accord'
import { toHex } from '@entente/log'
import type { HeldCase } from '../../src/federation/index.ts'
import type { SimulatedNode, World } from './world.ts'

/** What must never be seen at any node, at any moment of a simulation. */
export type Watch = {
  /** Each thing that was seen and must not be, in a few words. */
  readonly faults: readonly string[]
  /** How many states were looked at, and how many different cuts they were of. */
  readonly looked: () => { readonly states: number; readonly cuts: number }
}

type Facts = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Looks at every node whenever something changed there: the same cut has the same digest on all, one
 * size of a strand has one root on all, a cut only grows, and what is final stays.
 */
export function watch(world: World): Watch {
  const faults: string[] = []
  const digests = new Map<string, string>()
  const roots = new Map<string, string>()
  const seen = { states: 0 }
  const look = (node: SimulatedNode, before: Before) => {
    for (const file of node.caseFiles.held()) lookAt(node, file, before)
  }
  const lookAt = (node: SimulatedNode, file: HeldCase, before: Before) => {
    seen.states += 1
    const { id } = file.charter
    const { cut, digest, state } = file.state()
    const key = [id, ...Object.values(cut).map(({ size, root }) => `${size}${root}`)].join(' ')
    if ((digests.get(key) ?? digest) !== digest)
      faults.push(`${node.party}: two digests of one cut`)
    digests.set(key, digest)
    for (const party of world.coalition.members) {
      const { size } = cut[party]!
      const name = `${id} ${party} ${size}`
      const root = toHex(file.strand(party).tree().root(size))
      if ((roots.get(name) ?? root) !== root) faults.push(`${node.party}: two roots of ${name}`)
      roots.set(name, root)
      if (size < (before.sizes.get(`${id} ${party}`) ?? 0))
        faults.push(`${node.party}: ${party}'s strand shrank to ${size}`)
      before.sizes.set(`${id} ${party}`, size)
    }
    const facts = factsOf(state.steps.flatMap(({ versions }) => versions))
    for (const [version, were] of before.facts.get(id) ?? [])
      for (const one of were)
        if (!facts.get(version)?.has(one))
          faults.push(`${node.party}: ${one} of ${version} reverted`)
    before.facts.set(id, facts)
  }
  world.onNode((node) => {
    const before: Before = { sizes: new Map(), facts: new Map() }
    let isDue = false
    node.caseFiles.onChange(() => {
      if (isDue) return
      isDue = true
      // After what is being done is done: a strand has its entries before it has its note.
      world.time.after(1, () => {
        isDue = false
        if (node.isAlive()) look(node, before)
      })
    })
  })
  return { faults, looked: () => ({ states: seen.states, cuts: digests.size }) }
}

type Before = { readonly sizes: Map<string, number>; readonly facts: Map<CharterId, Facts> }

/** What is on record of each version and never comes undone. */
const factsOf = (versions: readonly VersionState[]): Facts =>
  new Map(
    versions.map(({ id, adopted, ended, lapsed = [], broken = [], standing }) => [
      id,
      new Set([
        ...adopted.map((by) => `adopted ${by}`),
        ...ended.map((by) => `ended ${by}`),
        ...lapsed.map((by) => `lapsed ${by}`),
        ...broken.map((by) => `broken ${by}`),
        ...(standing === 'superseded' ? ['superseded'] : []),
      ]),
    ]),
  )
