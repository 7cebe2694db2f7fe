import { describe, expect, test } from 'vitest'
import { MispSetting } from '../../src/misp/setting.ts'
import {
  changed,
  DAY,
  event,
  GROUP,
  indicatorId,
  openAlder,
  own,
  pushing,
  RED,
  reportId,
  uuid,
} from './alder.ts'
import { openPeer, type Json } from './peer.ts'

const feed = (url: string) => [`${url}/feed/`, { kind: 'feed' }] as const

describe('a feed', () => {
  test('is read by its manifest: what is new or changed is fetched, and nothing else', async () => {
    await using peer = await openPeer(event(1), event(2))
    await using alder = await openAlder(...feed(peer.url))
    const first = await alder.exchanges.run('birch', 'pull')
    expect(first).toMatchObject({ pages: 1, failed: 0, conflicts: 0 })
    expect(await alder.objects.held([reportId(1), indicatorId(2)])).toHaveProperty('size', 2)
    peer.asked.length = 0
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ objects: 0 })
    expect(peer.asked).toEqual(['GET /feed/manifest.json'])
    peer.events.set(uuid(2), changed(2, 50, { info: 'Event 2, with more known' }))
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ versions: 1, conflicts: 0 })
    expect(peer.asked.at(-1)).toBe(`GET /feed/${uuid(2)}.json`)
    expect((await alder.exchanges.list())[0]!.exchanges[0]!.cursor.after).toBe(
      new Date((DAY + 50) * 1_000).toISOString(),
    )
  })

  test('says of each event what is wrong with it, and takes the others', async () => {
    await using peer = await openPeer(event(1), event(2), event(3))
    peer.bodies.set(`/feed/${uuid(1)}.json`, '{"Event":{"uuid":"nothing"}}')
    peer.bodies.set(`/feed/${uuid(2)}.json`, JSON.stringify({ Event: event(9) }))
    await using alder = await openAlder(...feed(peer.url))
    const report = await alder.exchanges.run('birch', 'pull')
    expect(report.failures.map(({ id }) => id)).toEqual([uuid(1), uuid(2)])
    expect(report.failures[1]!.message).toBe(`expected this event, got ${uuid(9)}`)
    expect(await alder.objects.held([reportId(3), reportId(9)])).toEqual(new Set([reportId(3)]))
  })

  test.each([
    ['no JSON', 'misp.malformed', '<html>'],
    ['a path for a UUID', 'misp.malformed', '{"../../etc/passwd":{"timestamp":"1"}}'],
    ['a list', 'misp.malformed', '[]'],
    ['no timestamp', 'misp.malformed', `{"${uuid(1)}":{"info":"x"}}`],
  ])('whose manifest is %s is refused', async (_, code, body) => {
    await using peer = await openPeer()
    peer.bodies.set('/feed/manifest.json', body)
    await using alder = await openAlder(...feed(peer.url))
    const report = await alder.exchanges.run('birch', 'pull')
    expect(report).toMatchObject({ objects: 0, refusal: { code } })
    expect(peer.asked).toEqual(['GET /feed/manifest.json'])
  })
})

describe('an instance', () => {
  test('is read page by page, and asked next time for what was published since', async () => {
    const many = Array.from({ length: 120 }, (_, at) => event(at))
    await using peer = await openPeer(...many)
    await using alder = await openAlder(peer.url)
    const seen: number[] = []
    const first = await alder.exchanges.run('birch', 'pull', ({ objects }) => seen.push(objects))
    expect(first).toMatchObject({ pages: 3, failed: 0 })
    expect(seen).toHaveLength(120)
    expect(await alder.objects.held(many.map((_, at) => reportId(at)))).toHaveProperty('size', 120)
    const now = Math.floor(Date.now() / 1_000)
    peer.events.set(
      uuid(7),
      event(7, { info: 'more', timestamp: String(now), publish_timestamp: String(now) }),
    )
    // Only what was published since is asked for: that one event, and its organisation is held.
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ pages: 1, versions: 1 })
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ objects: 0 })
    await alder.exchanges.reset('birch', 'pull')
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ pages: 3, new: 0 })
  })

  test('that breaks off keeps what came, and the next run goes on there', async () => {
    await using peer = await openPeer(...Array.from({ length: 60 }, (_, at) => event(at)))
    await using alder = await openAlder(peer.url)
    const { run } = alder.exchanges
    const first = await run('birch', 'pull', () => {
      if (peer.asked.length === 1) peer.fails.splice(0, 1, 403)
    })
    expect(first).toMatchObject({ pages: 1, refusal: { code: 'misp.server' } })
    expect(first.refusal!.message).toBe('expected 200 of the server, got 403: Not now.')
    const second = await run('birch', 'pull')
    expect(second).toMatchObject({ pages: 1, versions: 0 })
    expect(second.refusal).toBeUndefined()
    expect(await alder.objects.held([reportId(0), reportId(59)])).toHaveProperty('size', 2)
  })

  test('is read to its end, whatever is malformed on the way, and left where each page is the same', async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      event(at, at === 3 ? { timestamp: 'soon' } : {}),
    )
    await using peer = await openPeer(...many)
    await using alder = await openAlder(peer.url)
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ pages: 2, failed: 1 })
    expect(await alder.objects.held([reportId(59)])).toHaveProperty('size', 1)
    await alder.exchanges.reset('birch', 'pull')
    const response = many.slice(4, 54).map((one) => ({ Event: one }))
    peer.bodies.set('/events/restSearch', JSON.stringify({ response }))
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({
      pages: 1,
      refusal: { code: 'misp.server' },
    })
  })

  test('is asked again where it is busy', async () => {
    await using peer = await openPeer(event(1))
    peer.fails.push(503, 429)
    await using alder = await openAlder(peer.url)
    const report = await alder.exchanges.run('birch', 'pull')
    expect([report.refusal, peer.asked.length]).toEqual([undefined, 3])
  })

  test('with one malformed event in a page brings the others', async () => {
    await using peer = await openPeer(event(1), event(2, { timestamp: 'soon' }), event(3))
    await using alder = await openAlder(peer.url)
    const report = await alder.exchanges.run('birch', 'pull')
    expect(report.failures).toEqual([
      { id: uuid(2), message: 'expected seconds since 1970, got "soon" at timestamp' },
    ])
    expect(await alder.objects.held([1, 2, 3].map(reportId))).toHaveProperty('size', 2)
  })

  test('tells what was deleted there: it is revoked here', async () => {
    await using peer = await openPeer(event(1))
    await using alder = await openAlder(peer.url)
    await alder.exchanges.run('birch', 'pull')
    const now = String(Math.floor(Date.now() / 1_000))
    const [attribute] = event(1)['Attribute'] as readonly Json[]
    peer.events.set(
      uuid(1),
      event(1, {
        timestamp: now,
        publish_timestamp: now,
        Attribute: [{ ...attribute, deleted: true, timestamp: now }],
      }),
    )
    await alder.exchanges.run('birch', 'pull')
    const newest = (await alder.objects.contents(indicatorId(1))).at(-1)!
    expect(JSON.parse(new TextDecoder().decode(newest.bytes))).toMatchObject({ revoked: true })
  })

  test('is told no secret over a wire that anyone reads', async () => {
    await using alder = await openAlder('http://misp.example')
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({
      refusal: { code: 'remote.insecure' },
    })
  })
})

describe('what is pushed', () => {
  test('is what the remote’s party may have, once, and changed where it changed here', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    const [hidden, closed] = own(2, { object_marking_refs: [RED] })
    await alder.take(...own(1), hidden!, closed!)
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 1, new: 1 })
    expect([...peer.events.values()].map(({ info }) => info)).toEqual(['Ours, 1'])
    const [sent] = peer.events.values()
    expect(sent!['Attribute']).toMatchObject([{ type: 'ip-dst', value: '198.51.100.1' }])
    expect(JSON.stringify([...peer.events])).not.toContain('198.51.100.2')
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
    await alder.take(
      own(1, { modified: '2026-11-26T08:00:00.000Z', name: 'Ours, better known' })[1]!,
    )
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 1, versions: 1 })
    expect([...peer.events.values()].map(({ info }) => info)).toEqual(['Ours, better known'])
  })

  test('is not what came from there, and what comes back is held: both ways come to rest', async () => {
    await using peer = await openPeer(event(1))
    await using alder = await openAlder(peer.url, pushing)
    await alder.take(...own(1))
    await alder.exchanges.run('birch', 'pull')
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 1, new: 1 })
    expect(peer.asked.filter((line) => line.startsWith('POST /events/add'))).toHaveLength(1)
    peer.events.set(uuid(600_001), { ...peer.events.get(uuid(600_001)), published: true })
    for (const direction of ['pull', 'push', 'pull', 'push'] as const)
      await alder.exchanges.run('birch', direction)
    expect(await alder.exchanges.run('birch', 'pull')).toMatchObject({ objects: 0 })
    expect(await alder.exchanges.run('birch', 'push')).toMatchObject({ objects: 0 })
    expect(peer.asked.filter((line) => /POST \/events\/(?:add|edit)/.test(line))).toHaveLength(1)
  })

  test('of a sharing group goes to nobody until it is settled who it is here, and then to no other', async () => {
    const grouped = event(1, {
      distribution: '4',
      SharingGroup: { name: 'Energy', uuid: GROUP },
      Attribute: [],
    })
    await using source = await openPeer(grouped)
    await using peer = await openPeer()
    await using alder = await openAlder(source.url)
    await alder.exchanges.run('birch', 'pull')
    const pushed = async (community: string | undefined) => {
      await using other = await openPeer()
      await using cedar = await openAlder(other.url, pushing)
      const objects = (await alder.objects.after(0, 100)).map(
        ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as Json,
      )
      await cedar.take(...objects)
      const marking = `marking-definition--${GROUP}`
      cedar.settle(community === undefined ? {} : { groups: [{ marking, community }] })
      return (await cedar.exchanges.run('birch', 'push')).objects
    }
    expect(await pushed(undefined)).toBe(0)
    expect(await pushed('others')).toBe(0)
    expect(await pushed('csirts')).toBe(1)
    expect(peer.asked).toEqual([])
  })

  test('is refused to a feed, and to whom nobody settled', async () => {
    expect(() =>
      MispSetting.parse({
        remotes: [{ id: 'a', party: 'XB', kind: 'feed', url: 'https://a.example', ...pushing }],
      }),
    ).toThrow('expected nothing pushed to a feed')
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url)
    await expect(alder.exchanges.run('birch', 'push')).rejects.toMatchObject({
      code: 'remote.unknown',
    })
    await expect(alder.exchanges.reset('birch', 'pull', 'yesterday')).rejects.toMatchObject({
      code: 'cursor.malformed',
    })
  })
})
