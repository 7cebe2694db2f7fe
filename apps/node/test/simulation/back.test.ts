import { expect, it } from 'vitest'
import type { PartyId } from '@entente/accord'
import { EVIDENCE } from '../../../../tools/vectors-play.ts'
import { entryOf } from './acts.ts'
import { coalitionOf, MINUTE } from './coalition.ts'
import { openWorld } from './world.ts'

const SECOND = 1_000

it('an act that waits for a witness is final soon after that one is back, however long it was away', async () => {
  const coalition = coalitionOf(4)
  const [XA, XB, XC] = coalition.members as [PartyId, PartyId, PartyId]
  const world = openWorld({ coalition, seed: 1, interval: 5 * SECOND })
  const pass = (milliseconds: number) => world.time.run(world.time.now() + milliseconds)
  for (const party of [XA, XB, XC]) await world.start(party)
  await pass(MINUTE)
  const { file } = world.node(XA)
  const first = file.file(coalition.keysEntry(XA))
  await pass(MINUTE)
  expect(await first).toMatchObject({ final: true })
  world.wires.part([XC])
  const said = { ...EVIDENCE, custodian: XA, claimedAt: '2026-11-24T12:05:00Z' }
  const second = file.file(entryOf(world, [file, XA], said).entry)
  // The pause between two tries is the longest by then, and has just begun.
  await pass(5 * MINUTE + 10 * SECOND)
  expect([await second, file.final()[XA]]).toMatchObject([{ final: false }, 1])
  world.wires.part([])
  let waited = 0
  for (; waited < 60 && file.final()[XA] === 1; waited += 1) await pass(SECOND)
  // Of simulated time: at most six until it is asked again, and five that the question before may still be out.
  expect(waited).toBeLessThan(15)
  await world.close()
})
