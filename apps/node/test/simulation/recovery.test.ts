import { describe, expect, it } from 'vitest'
import type { PartyId } from '@entente/accord'
import { encodeEntries, parseTilePath } from '@entente/log'
import { EVIDENCE } from '../../../../tools/vectors-play.ts'
import { entryOf } from './acts.ts'
import { coalitionOf, HOUR, MINUTE } from './coalition.ts'
import { openWorld } from './world.ts'

/** Cedar's act is seen by Birch's witness alone when Cedar's disk is lost, and its store put back from a backup. */

const coalition = coalitionOf(4)
const [XA, XB, XC, XD] = coalition.members as [PartyId, PartyId, PartyId, PartyId]

async function lostDisk() {
  const world = openWorld({ coalition, seed: 1 })
  const { time } = world
  const pass = (milliseconds: number) => time.run(time.now() + milliseconds)
  const birch = { isLying: false }
  await world.start(XB, {
    before: async (request) => {
      const [, tile] = /\/XC\/(tile\/entries\/.*)$/.exec(new URL(request.url).pathname) ?? []
      if (!birch.isLying || tile === undefined) return 'its own'
      // As many entries of Cedar as are asked for, and the last of them another.
      const { width } = parseTilePath(tile)
      const [first] = world.node(XC).file.entries(XC)
      const known = world.node(XB).file.entries(XC).slice(0, width)
      const filled = Array.from({ length: width }, (_, at) => known[at] ?? first!)
      return new Response(new Uint8Array(encodeEntries(filled)))
    },
  })
  for (const party of [XA, XC, XD]) await world.start(party)
  const file = async (entry: Uint8Array) => {
    const filing = world.node(XC).file.file(entry)
    await pass(MINUTE)
    return filing
  }
  const say = (title: string) => {
    const said = { ...EVIDENCE, title, custodian: XC, claimedAt: '2026-11-25T12:00:00Z' }
    return file(entryOf(world, [world.node(XC).file, XC], said).entry)
  }
  expect(await file(coalition.keysEntry(XC))).toMatchObject({ final: true })
  expect(await say('seen by all')).toMatchObject({ final: true })
  await pass(2 * HOUR)
  const from = await world.node(XC).backup()
  world.wires.part([XA, XD])
  const lost = await say('seen by Birch alone')
  expect(lost).toMatchObject({ index: 2, final: false })
  world.node(XC).crash()
  const putBack = async () => {
    await world.start(XC, { from })
    world.wires.part([])
    await pass(4 * HOUR)
    return world.node(XC).file
  }
  return { world, birch, lost, putBack, say, pass }
}

describe('an act that one witness saw before the disk was lost', () => {
  it('comes back from that witness, and the strand goes on after it', async () => {
    const { world, lost, putBack, say } = await lostDisk()
    const cedar = await putBack()
    expect(cedar.logged(XC).map(({ id }) => id)[2]).toBe(lost.id)
    expect([cedar.own.signing(), cedar.final()[XC]]).toEqual(['clear', 3])
    expect(await say('after it')).toMatchObject({ index: 3, final: true })
    await world.close()
  })

  it('does not come back as another, whatever that witness gives', async () => {
    const { world, birch, lost, putBack, pass } = await lostDisk()
    birch.isLying = true
    const cedar = await putBack()
    expect([cedar.own.signing(), cedar.entries(XC).length]).toEqual(['behind', 2])
    birch.isLying = false
    await pass(24 * HOUR)
    expect(cedar.logged(XC).map(({ id }) => id)[2]).toBe(lost.id)
    await world.close()
  })
})

describe('an act that no witness can read', () => {
  it('is cosigned by none of them, stops nobody’s certificates, and is final once it can be read', async () => {
    const world = openWorld({ coalition, seed: 1 })
    const pass = (milliseconds: number) => world.time.run(world.time.now() + milliseconds)
    const cedar = { isMute: false }
    await world.start(XC, {
      before: async ({ url }) => (cedar.isMute && url.includes('/XC/tile/') ? 'none' : 'its own'),
    })
    for (const party of [XA, XB, XD]) await world.start(party)
    const file = async (party: PartyId, entry: Uint8Array) => {
      const filing = world.node(party).file.file(entry)
      await pass(MINUTE)
      return filing
    }
    for (const party of coalition.members)
      expect(await file(party, coalition.keysEntry(party))).toMatchObject({ final: true })
    await pass(2 * HOUR)
    cedar.isMute = true
    const said = { ...EVIDENCE, custodian: XC, claimedAt: '2026-11-25T12:00:00Z' }
    const { entry } = entryOf(world, [world.node(XC).file, XC], said)
    expect(await file(XC, entry)).toMatchObject({ index: 1, final: false })
    const { closings } = world.node(XA).file
    const shown = closings(0)
    await pass(HOUR)
    expect((await shown).cut[XC]).toMatchObject({ size: 1 })
    cedar.isMute = false
    await pass(3 * HOUR)
    expect(world.nodes().map(({ file: { final } }) => final()[XC])).toEqual([2, 2, 2, 2])
    await world.close()
  })
})
