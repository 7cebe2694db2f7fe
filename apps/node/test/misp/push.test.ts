import { describe, expect, test } from 'vitest'
import {
  attributesAt,
  event,
  GREEN,
  GROUP,
  indicatorId,
  LATER,
  lost,
  openAlder,
  own,
  ownUuid,
  pushing,
  revoked,
  uuid,
  written,
} from './alder.ts'
import { openPeer, type Peer } from './peer.ts'

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
