import { describe, expect, it } from 'vitest'
import type { PartyId } from '@entente/accord'
import { EVIDENCE } from '../../../../tools/vectors-play.ts'
import { entryOf } from './acts.ts'
import { coalitionOf, HOUR, MINUTE } from './coalition.ts'
import { openWorld, type Before } from './world.ts'

/** Row 23 of the threat table: what the times of requests tell whoever watches the lines, by a clock that nothing else moves. */

const coalition = coalitionOf(4)
const [XA, XB] = coalition.members as [PartyId, PartyId]
const INTERVAL = 40 * MINUTE
const alder = coalition.charter.parties.find(({ id }) => id === XA)!.origin
const state = `/log/${coalition.charter.id.slice('sha256:'.length)}/state`

/** At which instants Birch files so many acts and Alder asks it what it has; and how many of its acts come to Alder. */
async function watched(acts: number, how: { readonly feeds: boolean }) {
  const world = openWorld({ coalition, seed: 23, interval: INTERVAL })
  const { time, wires } = world
  wires.weather.latency = [0, 0]
  const asked: number[] = []
  const filed: number[] = []
  const before =
    (party: PartyId): Before =>
    async ({ url, headers }) => {
      const { pathname } = new URL(url)
      const isAlder = headers.get('signature-input')?.includes(`"${alder}"`) === true
      if (party === XB && pathname === state && isAlder) asked.push(time.now())
      return pathname === '/log/feed' && !how.feeds
        ? new Response('none', { status: 404 })
        : 'its own'
    }
  try {
    for (const party of coalition.members) {
      const { file } = await world.start(party, { before: before(party) })
      void file.file(coalition.keysEntry(party))
    }
    await time.run(time.now() + 12 * HOUR)
    asked.length = 0
    for (let act = 0; act < acts; act += 1) {
      const said = { ...EVIDENCE, title: `Said number ${act}`, custodian: XB }
      const { file } = world.node(XB)
      filed.push(time.now())
      const filing = file.file(
        entryOf(world, [file, XB], { claimedAt: '2026-11-24T14:05:00Z', ...said }).entry,
      )
      await time.run(time.now() + 7 * MINUTE)
      await filing
    }
    await time.run(time.now() + 12 * HOUR - acts * 7 * MINUTE)
    return { asked, filed, held: world.node(XA).file.logged(XB).length }
  } finally {
    await world.close()
  }
}

describe('row 23: whoever watches when Alder asks Birch', () => {
  it('sees the same rhythm where no feed tells of it, whether Birch says nothing or much', async () => {
    const quiet = await watched(0, { feeds: false })
    const busy = await watched(20, { feeds: false })
    expect([quiet.held, busy.held]).toEqual([1, 21])
    expect(quiet.asked.length).toBeGreaterThan(10)
    expect(busy.asked).toEqual(quiet.asked)
  })

  it('sees at once that Birch said something, where a feed tells of it', async () => {
    const quiet = await watched(0, { feeds: true })
    const busy = await watched(20, { feeds: true })
    expect([quiet.held, busy.held]).toEqual([1, 21])
    expect(quiet.asked.filter((at) => at <= busy.filed.at(-1)!)).toEqual([])
    expect(busy.asked.slice(0, 20)).toEqual(busy.filed)
  })
})
