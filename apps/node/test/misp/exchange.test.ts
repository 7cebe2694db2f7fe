import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { importBundle, intelligenceStore } from '../../src/intelligence/index.ts'
import { intelligenceMigrations } from '../../src/intelligence/object-store.ts'
import { mispExchanges, mispMigrations } from '../../src/misp/index.ts'
import { MispSetting } from '../../src/misp/setting.ts'
import { SharingSetting } from '../../src/sharing/setting.ts'
import { stream } from '../bundles.ts'
import { STORE_KINDS } from '../stores.ts'
import { KEY, openPeer, type Json } from './peer.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-misp-'))
const secretFile = join(directory, 'key')
writeFileSync(secretFile, `${KEY}\n`)
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const kind = STORE_KINDS.at(-1)!
const uuid = (at: number) => `5a3c2fcd-8328-42bb-a95e-${String(at).padStart(12, '0')}`
const GROUP = '6a6c1b9d-6c7a-4a0e-9a53-9a1a5cb2d0c1'
/** Seconds since 1970: the peer's clock is this machine's, and everything was published before now. */
const DAY = 1_790_000_000

const event = (at: number, more: Json = {}): Json => ({
  uuid: uuid(at),
  info: `Event ${at}`,
  date: '2026-09-21',
  timestamp: String(DAY + at),
  publish_timestamp: String(DAY + at),
  published: true,
  analysis: '2',
  threat_level_id: '1',
  distribution: '3',
  Orgc: { id: '4', name: 'Birch CERT', uuid: uuid(900_002) },
  Tag: [{ name: 'tlp:green' }],
  Attribute: [
    {
      uuid: uuid(100_000 + at),
      type: 'ip-dst',
      category: 'Network activity',
      value: `192.0.2.${at % 250}`,
      to_ids: true,
      comment: '',
      timestamp: String(DAY + at),
      distribution: '5',
    },
  ],
  Object: [],
  ...more,
})
const changed = (at: number, later: number, more: Json = {}) =>
  event(at, { timestamp: String(DAY + later), publish_timestamp: String(DAY + later), ...more })
const reportId = (at: number) => `report--${uuid(at)}`
const indicatorId = (at: number) => `indicator--${uuid(100_000 + at)}`

const sharing = SharingSetting.parse({
  communities: [
    { id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XB', 'XC'], ceiling: 'TLP:AMBER' },
    { id: 'others', name: 'Others', parties: ['XA', 'XC'], ceiling: 'TLP:AMBER' },
  ],
})

/** Alder's node, which exchanges with servers of MISP. */
async function openAlder(url: string, over: object = {}) {
  const empty = await kind.empty()
  const database = await empty.open([...intelligenceMigrations, ...mispMigrations])
  const objects = intelligenceStore(database)
  let settled = sharing
  const exchanges = mispExchanges({
    setting: () =>
      MispSetting.parse({
        remotes: [{ id: 'birch', party: 'XB', kind: 'instance', url, secretFile, ...over }],
      }),
    directory: { charters: () => [], setting: () => settled },
    database,
    objects,
    clock: { now: Date.now },
    failed: (error) => {
      throw error
    },
    timed: false,
  })
  return {
    exchanges,
    objects,
    settle: (next: object) => (settled = SharingSetting.parse({ ...sharing, ...next })),
    take: (...stix: readonly Json[]) =>
      importBundle(
        objects,
        stream(
          JSON.stringify({
            type: 'bundle',
            id: 'bundle--4f8a2f2e-4f6c-4c59-9d4e-0f1f4c5f7a11',
            objects: stix,
          }),
        ),
        { name: 'own.json', clock: { now: Date.now } },
      ),
    async [Symbol.asyncDispose]() {
      await exchanges.stop()
      await database.close()
      await empty[Symbol.asyncDispose]()
    },
  }
}
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
      { id: uuid(2), message: 'expected seconds since 1970 at timestamp' },
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

const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
const own = (at: number, more: Json = {}): readonly Json[] => {
  const common = {
    spec_version: '2.1',
    created: '2026-11-25T08:00:00.000Z',
    modified: '2026-11-25T08:00:00.000Z',
    object_marking_refs: [GREEN],
  }
  const indicator = {
    type: 'indicator',
    id: `indicator--${uuid(500_000 + at)}`,
    ...common,
    name: 'a modem',
    pattern: `[ipv4-addr:value = '198.51.100.${at}']`,
    pattern_type: 'stix',
    valid_from: '2026-11-25T08:00:00.000Z',
  }
  const report = {
    type: 'report',
    id: `report--${uuid(600_000 + at)}`,
    ...common,
    name: `Ours, ${at}`,
    published: '2026-11-25T08:00:00.000Z',
    object_refs: [indicator.id],
    ...more,
  }
  return [indicator, report]
}

describe('what is pushed', () => {
  const pushing = { pushes: 'community:csirts' }

  test('is what the remote’s party may have, once, and changed where it changed here', async () => {
    await using peer = await openPeer()
    await using alder = await openAlder(peer.url, pushing)
    const [hidden, closed] = own(2, { object_marking_refs: [] })
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
