import { describe, expect, test } from 'vitest'
import type { Act, ActId, CharterId } from '@entente/accord'
import { sightingsBundle } from '../../src/cli/incident-sightings.ts'
import {
  attributesAt,
  event,
  GREEN,
  indicatorId,
  LATER,
  lost,
  openAlder,
  own,
  ownIndicator,
  ownUuid,
  pushing,
  uuid,
  written,
} from './alder.ts'
import { listIn, type Json } from './peer-events.ts'
import { openPeer, type Peer } from './peer.ts'

type SightingAct = Extract<Act, { readonly kind: 'sighting' }>
const LINE = `sha256:${'0'.repeat(64)}` as CharterId

describe('a sighting', () => {
  const sighting = (at: number, more: Json = {}): Json => ({
    type: 'sighting',
    spec_version: '2.1',
    id: `sighting--${uuid(700_000 + at)}`,
    created: LATER,
    modified: LATER,
    object_marking_refs: [GREEN],
    last_seen: LATER,
    count: 1,
    sighting_of_ref: ownIndicator(1),
    ...more,
  })
  const seen = (peer: Peer, id = ownUuid(1)) =>
    attributesAt(peer, id).flatMap((one) => listIn(one, 'Sighting'))

  test('of ours is told once, whether it came with the report or after it', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1), sighting(1))
    await alder.exchanges.run('birch', 'push')
    const at = Date.parse(LATER) / 1_000
    expect(seen(peer)).toMatchObject([{ type: '0', date_sighting: String(at) }])
    await alder.take(sighting(2, { last_seen: '2026-11-26T09:00:00.000Z' }))
    peer.asked.length = 0
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 1 })
    expect(written(peer)).toEqual(['POST /sightings/add'])
    expect(seen(peer)).toHaveLength(2)
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
    expect(seen(peer)).toHaveLength(2)
  })

  test('of what came from there goes back there, and comes no second time', async () => {
    await using peer = await openPeer(event(1))
    await using alder = await openAlder(peer.url, pushing)
    await alder.exchanges.run('birch', 'pull')
    await alder.take(sighting(1, { sighting_of_ref: indicatorId(1) }))
    await alder.exchanges.run('birch', 'push')
    expect(written(peer)).toEqual(['POST /sightings/add'])
    expect(seen(peer, uuid(1))).toHaveLength(1)
    const now = String(Math.floor(Date.now() / 1_000))
    peer.events.set(uuid(1), {
      ...peer.events.get(uuid(1)),
      timestamp: now,
      publish_timestamp: now,
    })
    await alder.exchanges.run('birch', 'pull')
    const echo = String(seen(peer, uuid(1))[0]!['uuid'])
    expect(await alder.objects.held([`sighting--${echo}`])).toHaveProperty('size', 0)
  })

  test('of others is not told as ours, and the report says so', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1))
    await alder.receive(sighting(1))
    const report = await alder.exchanges.run('birch', 'push')
    expect(lost(report)).toContain('sighting: others saw it, and MISP would say that we did')
    expect(seen(peer)).toEqual([])
  })

  test('that an operator told its authority goes as STIX once a person takes it in', async () => {
    const act: SightingAct = {
      v: 1,
      kind: 'sighting',
      charter: LINE,
      party: 'XR' as SightingAct['party'],
      claimedAt: '2026-11-26T06:00:00Z',
      sightingOf: ownIndicator(1),
      count: 3,
      firstSeen: '2026-11-25T21:14:00Z',
      lastSeen: '2026-11-26T05:40:00Z',
    }
    const voided = { code: 'act.void', message: 'taken back' }
    const acts = [
      { id: 'sha256:01' as ActId, act },
      { id: 'sha256:02' as ActId, act, void: voided },
    ]
    const { objects } = sightingsBundle(LINE, acts, 'TLP:GREEN')
    expect(objects).toHaveLength(2)
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1), ...objects)
    const report = await alder.exchanges.run('birch', 'push')
    const at = Date.parse('2026-11-26T05:40:00Z') / 1_000
    expect(seen(peer)).toMatchObject([{ type: '0', date_sighting: String(at) }])
    expect(lost(report)).toContain('sighting.count: MISP has no field for it')
  })

  test('that cannot go is named', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1), sighting(1, { count: 0 }))
    const report = await alder.exchanges.run('birch', 'push')
    expect(lost(report)).toContain(
      'sighting: MISP has no sighting of what was looked for and not seen',
    )
    expect(seen(peer)).toEqual([])
  })
})
