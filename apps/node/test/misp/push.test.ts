import { describe, expect, test } from 'vitest'
import type { Act, ActId, CharterId } from '@entente/accord'
import { sightingsBundle } from '../../src/cli/incident-sightings.ts'
import { event, GREEN, GROUP, indicatorId, openAlder, own, RED, reportId, uuid } from './alder.ts'
import { listIn, type Json } from './peer-events.ts'
import { openPeer, type Peer } from './peer.ts'

const pushing = { pushes: 'community:csirts' }
type SightingAct = Extract<Act, { readonly kind: 'sighting' }>
const LINE = `sha256:${'0'.repeat(64)}` as CharterId
const LATER = '2026-11-26T08:00:00.000Z'
const revoked = (object: Json): Json => ({ ...object, revoked: true, modified: LATER })
const ownUuid = (at: number) => uuid(600_000 + at)
const ownIndicator = (at: number) => `indicator--${uuid(500_000 + at)}`
const attributesAt = (peer: Peer, id: string) => listIn(peer.events.get(id) ?? {}, 'Attribute')
const written = (peer: Peer) =>
  peer.asked.filter((line) => !/^GET|restSearch/.test(line)).map((line) => line.slice(0, 60))
const lost = (report: {
  readonly fields?: readonly { field: string; fate: string; as: string }[]
}) =>
  (report.fields ?? [])
    .filter(({ fate }) => fate === 'lost')
    .map(({ field, as }) => `${field}: ${as}`)

describe('revoked here, then deleted at the peer', () => {
  test('of our own event, though its report is as it was', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1))
    await alder.exchanges.run('birch', 'push')
    expect(attributesAt(peer, ownUuid(1))).toMatchObject([{ deleted: false }])
    await alder.take(revoked(own(1)[0]!))
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 1, versions: 1 })
    expect(attributesAt(peer, ownUuid(1))).toMatchObject([
      { deleted: true, timestamp: String(Date.parse(LATER) / 1_000) },
    ])
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
  })

  test('of an event that came from there, and nothing else of it goes', async () => {
    await using peer = await openPeer(event(1), event(2))
    await using alder = await openAlder(peer.url, pushing)
    await alder.exchanges.run('birch', 'pull')
    await alder.exchanges.run('birch', 'push')
    expect(written(peer)).toEqual([])
    await alder.take(revoked(await alder.newest(indicatorId(1))))
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 1, versions: 1 })
    expect(written(peer)).toEqual([`PUT /events/edit/${uuid(1)}`.slice(0, 60)])
    expect(attributesAt(peer, uuid(1))).toMatchObject([
      { deleted: true, to_ids: true, timestamp: String(Date.parse(LATER) / 1_000) },
    ])
    for (const direction of ['pull', 'push', 'pull'] as const)
      expect(await alder.exchanges.run('birch', direction)).toMatchObject({ objects: 0 })
  })

  test('where somebody changed the event there meanwhile', async () => {
    await using peer = await openPeer(event(1))
    await using alder = await openAlder(peer.url, pushing)
    await alder.exchanges.run('birch', 'pull')
    await alder.take(revoked(await alder.newest(indicatorId(1))))
    const now = String(Math.floor(Date.now() / 1_000))
    peer.events.set(uuid(1), { ...event(1), info: 'Said otherwise', timestamp: now })
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ held: 1, removed: 1 })
    expect(attributesAt(peer, uuid(1))).toMatchObject([{ deleted: true }])
    expect(peer.events.get(uuid(1))).toMatchObject({ info: 'Said otherwise' })
  })
})

describe('what went and may not be there any more', () => {
  const removed = async (change: (alder: Awaited<ReturnType<typeof openAlder>>) => unknown) => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1), ...own(2))
    await alder.exchanges.run('birch', 'push')
    expect(peer.events.size).toBe(2)
    await change(alder)
    const report = await alder.exchanges.run('birch', 'push')
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
    return { report, left: [...peer.events.keys()], first: attributesAt(peer, ownUuid(1)) }
  }

  test('is deleted there once its import is undone', async () => {
    const { report, left } = await removed((alder) => alder.undo(`report--${ownUuid(1)}`))
    expect(left).toEqual([ownUuid(2)])
    expect(report).toMatchObject({ removed: 1 })
  })
  test('is deleted there once the report is revoked', async () => {
    const { left } = await removed((alder) => alder.take(revoked(own(1)[1]!)))
    expect(left).toEqual([ownUuid(2)])
  })
  test('is deleted there once the settings keep it here', async () => {
    const parties = ['XA', 'XC']
    const community = { id: 'csirts', name: 'CSIRTs', parties, ceiling: 'TLP:AMBER' }
    const { left } = await removed((alder) => alder.settle({ communities: [community] }))
    expect(left).toEqual([])
  })
  test('is deleted there once its marking keeps it here', async () => {
    const [, report] = own(1, { object_marking_refs: [RED], modified: LATER })
    const { left } = await removed((alder) => alder.take(report!))
    expect(left).toEqual([ownUuid(2)])
  })
  test('is an attribute deleted there where the rest stays', async () => {
    const second = own(2)[0]!['id']
    const { report, left, first } = await removed((alder) =>
      alder.take(own(1, { object_refs: [second], modified: LATER })[1]!),
    )
    expect(left).toHaveLength(2)
    expect(report).toMatchObject({ removed: 1, versions: 1 })
    expect(first).toMatchObject([
      { value: '198.51.100.1', deleted: true },
      { value: '198.51.100.2', deleted: false },
    ])
  })
  test('is never what came from there', async () => {
    await using peer = await openPeer(event(1))
    await using alder = await openAlder(peer.url, pushing)
    await alder.exchanges.run('birch', 'pull')
    await alder.take(revoked(await alder.newest(indicatorId(1))))
    await alder.exchanges.run('birch', 'push')
    await alder.undo(reportId(1), indicatorId(1))
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
    expect(peer.asked.filter((line) => line.startsWith('DELETE'))).toEqual([])
    expect(peer.events.size).toBe(1)
  })
})

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

describe('our report under the marking of a settled sharing group', () => {
  const marking = `marking-definition--${GROUP}`
  const pushed = async (...groups: Peer['groups']) => {
    await using peer = await openPeer()
    peer.groups.push(...groups)
    await using alder = await openAlder(peer.url, pushing)
    alder.settle({ groups: [{ marking, community: 'csirts' }] })
    await alder.take(...own(1, { object_marking_refs: [GREEN, marking] }))
    const report = await alder.exchanges.run('birch', 'push')
    return { report, sent: peer.events.get(ownUuid(1))! }
  }

  test('goes to that group where the peer knows it, under the number that it has there', async () => {
    const { report, sent } = await pushed(
      { id: '3', uuid: uuid(900_003), name: 'Another' },
      { id: '17', uuid: GROUP, name: 'Energy' },
    )
    expect(sent).toMatchObject({
      distribution: '4',
      sharing_group_id: '17',
      SharingGroup: { uuid: GROUP },
    })
    expect(lost(report).filter((line) => line.startsWith('SharingGroup'))).toEqual([])
  })
  test('goes once it is settled whom the group means, though nothing came in since', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1, { object_marking_refs: [GREEN, marking] }))
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
    alder.settle({ groups: [{ marking, community: 'csirts' }] })
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 1, new: 1 })
  })
  test('goes to the peer’s own organisation only where it does not, and the report says so', async () => {
    const { report, sent } = await pushed({ id: '17', uuid: uuid(900_003), name: 'Another' })
    expect(sent).toMatchObject({ distribution: '0' })
    expect(sent).not.toHaveProperty('SharingGroup')
    expect(lost(report)).toContain(
      'SharingGroup: the instance knows no such group: it goes to its own organisation only',
    )
  })
})

describe('publishing', () => {
  const pushed = async (setting: object) => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, { ...pushing, ...setting })
    await alder.take(...own(1))
    await alder.exchanges.run('birch', 'push')
    const back = await alder.exchanges.run('birch', 'pull')
    return { published: peer.events.get(ownUuid(1))!['published'], back }
  }
  test('is left to whoever is there unless it is settled', async () => {
    expect((await pushed({})).published).toBe(false)
  })
  test('is asked for where it is settled, and what is published does not come back', async () => {
    const { published, back } = await pushed({ publish: true })
    expect(published).toBe(true)
    expect(back).toMatchObject({ objects: 0, conflicts: 0 })
  })
})

describe('our event, changed by somebody there', () => {
  test('comes in, and nothing of it is taken for gone', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, { ...pushing, publish: true })
    await alder.take(...own(1))
    await alder.exchanges.run('birch', 'push')
    const now = String(Math.floor(Date.now() / 1_000))
    const more = { info: 'Ours, and theirs', timestamp: now, publish_timestamp: now }
    peer.events.set(ownUuid(1), { ...peer.events.get(ownUuid(1)), ...more })
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ versions: 1, conflicts: 0 })
    expect(await alder.newest(`report--${ownUuid(1)}`)).toMatchObject({ name: 'Ours, and theirs' })
    await alder.exchanges.run('birch', 'push')
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
    expect(peer.events.get(ownUuid(1))).toMatchObject(more)
    expect(attributesAt(peer, ownUuid(1))).toMatchObject([{ deleted: false }])
  })

  test('keeps an attribute that somebody there changed, though that may not go back', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1))
    await alder.exchanges.run('birch', 'push')
    const now = String(Math.floor(Date.now() / 1_000))
    const [sent] = attributesAt(peer, ownUuid(1))
    peer.events.set(ownUuid(1), {
      ...peer.events.get(ownUuid(1)),
      published: true,
      timestamp: now,
      publish_timestamp: now,
      Attribute: [{ ...sent, comment: 'seen here too', distribution: '0', timestamp: now }],
    })
    await alder.exchanges.run('birch', 'pull')
    const title = { name: 'Ours, again', modified: new Date(Date.now() + 5_000).toISOString() }
    await alder.take(own(1, title)[1]!)
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ versions: 1 })
    expect(attributesAt(peer, ownUuid(1))).toMatchObject([
      { comment: 'seen here too', deleted: false },
    ])
  })

  test('is left as it is while two contents of something in it are held', async () => {
    for (const which of [0, 1]) {
      await using peer = await openPeer()
      await using alder = await openAlder(peer.url, pushing)
      await alder.take(...own(1))
      await alder.exchanges.run('birch', 'push')
      await alder.receive({ ...own(1)[which]!, name: 'said otherwise' })
      await alder.exchanges.run('birch', 'push')
      expect(attributesAt(peer, ownUuid(1))).toMatchObject([{ deleted: false }])
    }
  })
})

describe('what the peer refuses', () => {
  test('is said of that event alone, and tried again', async () => {
    await using peer = await openPeer(event(1))
    await using alder = await openAlder(peer.url, pushing)
    await alder.exchanges.run('birch', 'pull')
    await alder.take(revoked(await alder.newest(indicatorId(1))), ...own(1))
    const path = `/events/edit/${uuid(1)}`
    peer.forbidden.add(path)
    const report = await alder.exchanges.run('birch', 'push')
    expect(report).toMatchObject({ new: 1, failed: 1, failures: [{ id: uuid(1) }] })
    expect(report.failures[0]!.message).toContain('You do not have permission')
    expect(report.refusal).toBeUndefined()
    peer.forbidden.delete(path)
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ versions: 1, failed: 0 })
    expect(attributesAt(peer, uuid(1))).toMatchObject([{ deleted: true }])
  })
})

describe('the report of a run', () => {
  test('says of each field what became of it, both ways, and is kept for whoever asks', async () => {
    await using peer = await openPeer(event(1), event(2))
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1))
    const pulled = await alder.exchanges.run('birch', 'pull')
    expect(pulled.fields).toContainEqual({
      field: 'Event.threat_level_id',
      fate: 'carried',
      as: 'extension',
      count: 2,
    })
    const pushed = await alder.exchanges.run('birch', 'push')
    expect(pushed.fields).toContainEqual({
      field: 'indicator.valid_from',
      fate: 'lost',
      as: 'MISP has no field for it',
      count: 1,
    })
    const [birch] = await alder.exchanges.list()
    expect(birch!.exchanges.map(({ report }) => report?.fields)).toEqual([
      pulled.fields,
      pushed.fields,
    ])
  })
})
