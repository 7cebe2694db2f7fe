import { describe, expect, test } from 'vitest'
import {
  attributesAt,
  event,
  indicatorId,
  LATER,
  openAlder,
  own,
  ownUuid,
  pushing,
  RED,
  reportId,
  revoked,
} from './alder.ts'
import { openPeer } from './peer.ts'

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
    await alder.takeByTwo(own(1, title)[1]!)
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
