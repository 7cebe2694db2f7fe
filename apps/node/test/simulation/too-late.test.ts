import { afterEach, describe, expect, it } from 'vitest'
import type { ActId, PartyId } from '@entente/accord'
import { EVIDENCE, TEXT } from '../../../../tools/vectors-play.ts'
import type { Said } from '../../../../tools/vectors-case.ts'
import { seconds } from '../../src/platform/clock.ts'
import { draftCertificate } from '../../src/positions/certify.ts'
import { silencesIn } from '../../src/positions/silences.ts'
import { entryOf } from './acts.ts'
import { coalitionOf, DAY, HOUR, MINUTE } from './coalition.ts'
import { openWorld, type World } from './world.ts'

/** An objection that comes once a silence is over, at nodes of which each holds what it saw. */

const coalition = coalitionOf(4)
const [XA, XB, XC, XD] = coalition.members as [PartyId, PartyId, PartyId, PartyId]
let world: World
afterEach(() => world.close())

async function says(party: PartyId, said: Said): Promise<ActId> {
  const { file } = world.node(party)
  const { id, entry } = entryOf(world, [file, party], {
    claimedAt: '2026-11-24T14:05:00Z',
    ...said,
  })
  const filed = file.file(entry)
  await world.time.run(world.time.now() + 2 * HOUR)
  expect(await filed).toMatchObject({ final: true })
  return id
}

/** A text under silence: all comply but Cedar, which acknowledges it. Then it is over. */
async function silence(): Promise<ActId> {
  world = openWorld({ coalition, seed: 7 })
  const { time } = world
  for (const party of coalition.members)
    void (await world.start(party)).file.file(coalition.keysEntry(party))
  await time.run(time.now() + 4 * HOUR)
  const expiry = Math.floor((time.now() + 3 * DAY) / 1000)
  const on = await says(XA, {
    kind: 'propose',
    step: { id: 's', kind: 'term' },
    text: TEXT,
    expiry,
  })
  for (const party of [XA, XB, XD])
    await says(party, { kind: 'comply', on, union: 'complies', national: 'complies' })
  await says(XC, { kind: 'receipt', of: on })
  await time.run(expiry * 1000 + 20 * MINUTE)
  return on
}

const objects = (on: ActId): Said => ({
  kind: 'comply',
  on,
  union: 'objects',
  national: 'objects',
})
const states = () =>
  coalition.members.map((party) => {
    const { state, digest } = world.node(party).file.state()
    const { standing, adopted } = state.steps[0]!.versions[0]!
    return { digest, standing, isAdopted: adopted.length > 0 }
  })

describe('an objection once the silence is over', () => {
  it('leaves the text to be adopted as it was then, at every node, and suspends it', async () => {
    const on = await silence()
    await says(XC, { ...EVIDENCE, custodian: XC })
    await says(XC, objects(on))
    // Any party certifies it in one step, from what its own node holds.
    const { file, clock } = world.node(XD)
    const now = seconds(clock)
    expect((await silencesIn(file, now))[on]).toMatchObject({ comesTo: 'adopted', earlier: true })
    const asked = { on, result: 'adopted' } as const
    const drafting = draftCertificate(file, asked, { party: XD, now })
    await world.time.run(world.time.now() + HOUR)
    await says(XD, JSON.parse((await drafting).payload) as Said)
    await world.time.run(world.time.now() + 6 * HOUR)
    const all = states()
    expect(new Set(all.map(({ digest }) => digest)).size).toBe(1)
    expect(all[0]).toMatchObject({ standing: 'suspended', isAdopted: true })
  })
})
