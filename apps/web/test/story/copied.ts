import { strict as assert } from 'node:assert'
import { canonical, seal } from '@entente/accord'
import type { SealedView } from '../../../node/src/api.ts'
import { startNode, stopNode, type NodeProcess } from '../../../node/src/demo/constellation.ts'
import { openNode } from '../../../node/src/open-node.ts'
import { ask, until } from '../play.ts'
import type { State } from '../states.ts'
import { sealedOf } from './exchange.ts'
import type { Cast, Stage } from './stage.ts'

/** Another nation sealed what this one had sealed before. */
export const COPIED: readonly State[] = [
  {
    name: 'case-sealed-copied',
    party: 'XA',
    arrive: async (person, play) => {
      await person.go(play.casePath())
      await person.page.locator('.sealed .also').first().waitFor()
    },
  },
]

/**
 * Whoever runs Birch's node signs Alder's digest as Birch's own, which the node itself would refuse, and starts the node again.
 * Resolves to what ends that node.
 */
export async function copying(stage: Stage, { alder }: Cast): Promise<() => Promise<void>> {
  const { count, play, demo } = stage
  let again: NodeProcess | undefined
  await count.story(
    'Birch takes what Alder sealed for its own: Alder’s page says of each who else has it',
    async () => {
      const { path } = await sealedOf(alder, play)
      const parts = async () => (await ask<SealedView>(alder, path)).sealed
      const ours = (await parts()).find(({ party }) => party === 'XA')
      assert.ok(ours?.value, 'expected something that Alder sealed')
      await sealAsBirch(stage, ours.digest)
      const { url, data } = demo.nodes.XB
      again = await startNode({
        party: 'XB',
        data,
        port: Number(new URL(url).port),
        peers: othersThanBirch(stage),
      })
      await until('Birch’s act at Alder’s node', async () =>
        (await parts()).some(({ party, digest }) => party === 'XB' && digest === ours.digest),
      )
      await alder.go(play.casePath())
      const part = (shown: string) => alder.page.locator('.sealed li', { hasText: shown })
      await part(ours.value).locator('.also', { hasText: 'Birch' }).waitFor()
      await part(ours.digest).locator('.also', { hasText: 'Alder' }).waitFor()
    },
  )
  return async () => {
    if (again) await stopNode(again)
  }
}

const othersThanBirch = ({ demo: { nodes } }: Stage) => ({
  XA: nodes.XA.url,
  XC: nodes.XC.url,
  CO: nodes.CO.url,
})

async function sealAsBirch(stage: Stage, digest: string): Promise<void> {
  const { play, demo } = stage
  await using node = await openNode(demo.nodes.XB.data, othersThanBirch(stage))
  const file = node.caseFiles.held().find(({ charter }) => charter.id === play.case)
  const [authority] = node.config.authorities
  assert.ok(file && authority, 'expected the case and an authority at Birch’s node')
  const act = {
    v: 1,
    charter: file.charter.id,
    party: node.party,
    kind: 'note',
    claimedAt: `${new Date().toISOString().slice(0, 19)}Z`,
    sealed: [{ name: 'says', digest, to: ['XC'] }],
  }
  const { sign } = node.signerOf(authority.keyid)
  const payload = new TextEncoder().encode(canonical(act))
  // Nobody reads it before Birch's node serves again: witnesses cosign it then.
  await file.file(seal(payload, [{ keyid: authority.keyid, sign }]))
}
