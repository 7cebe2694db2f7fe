import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEvents, readManifest } from '@entente/misp'
import { importCommand } from '../../src/cli/import.ts'
import { mispCommand } from '../../src/cli/misp.ts'
import { logIn } from '../../src/cli/session.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { found } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import { serve, type Serving } from '../../src/serve.ts'
import { run } from '../command.ts'
import { withFirstCase } from '../first-case.ts'
import { KEY, openPeer } from './peer.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-misp-cli-'))
const directoryOf = (party: string) => join(place, party)
const [alder, birch] = [directoryOf('XA'), directoryOf('XB')]
const misp = (...words: readonly string[]) => run(mispCommand(), ...words)
const session = join(place, 'session.json')
const EVENT = '5a3c2fcd-8328-42bb-a95e-000000000001'
const GROUP = '6a6c1b9d-6c7a-4a0e-9a53-9a1a5cb2d0c1'
let node: Serving

beforeAll(async () => {
  const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
  for (const party of ['XA', 'XB'])
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
  const config = readConfig(alder)
  const csirts = { id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XB'], ceiling: 'TLP:AMBER' }
  writeConfig(alder, {
    ...config,
    sharing: { ...config.sharing, communities: [csirts as (typeof config.sharing.communities)[0]] },
  })
  node = await serve({ data: birch, port: 0, peers: {} })
  await logIn((await node.links())[0]!.url, session)
})
afterAll(async () => {
  await node[Symbol.asyncDispose]()
  rmSync(place, { recursive: true, force: true })
})

const event = {
  Event: {
    uuid: EVENT,
    info: 'Modems of one model stop answering',
    date: '2026-11-20',
    timestamp: '1795000000',
    publish_timestamp: '1795000000',
    published: true,
    distribution: '3',
    Orgc: { name: 'Alder CERT', uuid: '5a3c2fcd-8328-42bb-a95e-000000000002' },
    Tag: [{ name: 'tlp:clear' }],
    Attribute: [
      {
        uuid: '5a3c2fcd-8328-42bb-a95e-000000000003',
        type: 'domain|ip',
        category: 'Network activity',
        value: 'modem.example|192.0.2.7',
        to_ids: true,
        timestamp: '1795000000',
        Tag: [{ name: 'tlp:clear' }],
      },
    ],
    Object: [],
  },
}

const OWN = '5a3c2fcd-8328-42bb-a95e-000000000020'
const common = {
  spec_version: '2.1',
  created: '2026-11-25T08:00:00.000Z',
  modified: '2026-11-25T08:00:00.000Z',
  object_marking_refs: ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'],
}
const indicator = {
  type: 'indicator',
  id: 'indicator--5a3c2fcd-8328-42bb-a95e-000000000021',
  ...common,
  pattern: "[domain-name:value = 'own.example']",
  pattern_type: 'stix',
  valid_from: common.created,
}
const ours = {
  type: 'bundle',
  id: 'bundle--5a3c2fcd-8328-42bb-a95e-000000000022',
  objects: [
    indicator,
    {
      type: 'report',
      id: `report--${OWN}`,
      ...common,
      name: 'Ours',
      published: common.created,
      object_refs: [indicator.id],
    },
  ],
}

/** The files of a folder over HTTP, as a web server has them. */
async function serving(folder: string) {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1)
    response.end(readdirSync(folder).includes(name) ? readFileSync(join(folder, name)) : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('entente misp', () => {
  test('settles whom a sharing group means', async () => {
    const settled = await misp('group', 'settle', GROUP, '--community', 'csirts', '--data', alder)
    expect([settled.code, settled.err]).toEqual([0, ''])
    expect((await misp('group', 'list', '--data', alder)).out).toBe(`${GROUP}  community:csirts`)
    const unknown = await misp('group', 'settle', GROUP, '--community', 'x', '--data', alder)
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('got x')])
    const malformed = await misp('group', 'settle', 'x', '--community', 'csirts', '--data', alder)
    expect([malformed.code, malformed.err]).toEqual([
      1,
      expect.stringContaining('remote.malformed'),
    ])
  })

  test('writes a feed of what an audience may have, which another node pulls, running', async () => {
    const file = join(place, 'event.json')
    writeFileSync(file, JSON.stringify(event))
    expect((await run(importCommand(), file, '--data', alder)).code).toBe(0)
    const folder = join(place, 'feed')
    const words = ['feed', `report--${EVENT}`, '--audience', 'public', '--out', folder]
    const written = await misp(...words, '--data', alder)
    expect([written.code, written.out]).toEqual([0, `1 events in ${folder}`])
    expect(readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual([
      { uuid: EVENT, timestamp: 1_795_000_000, info: 'Modems of one model stop answering' },
    ])
    const md5 = (text: string) => createHash('md5').update(text).digest('hex')
    expect(readFileSync(join(folder, 'hashes.csv'), 'utf8')).toBe(
      `${md5('modem.example')},${EVENT}\n${md5('192.0.2.7')},${EVENT}\n`,
    )
    const [read] = readEvents(readFileSync(join(folder, `${EVENT}.json`), 'utf8'))
    expect(read!.event.Attribute[0]!.value).toBe('modem.example|192.0.2.7')
    expect((await misp(...words, '--data', alder)).err).toContain('expected a new folder')

    await using web = await serving(folder)
    const added = ['--data', birch, '--id', 'alder', '--party', 'XA', '--kind', 'feed']
    expect((await misp('remote', 'add', ...added, '--url', web.url)).code).toBe(0)
    expect((await misp('remote', 'add', ...added, '--url', web.url)).err).toContain('remote.exists')
    const pulled = await misp('pull', 'alder', '--session', session)
    expect([pulled.code, pulled.out]).toEqual([0, expect.stringMatching(/^alder: \d objects came/)])
    expect(pulled.out).toContain('carried word for word: Event.date (1), Event.published (1)')
    expect((await misp('status', '--session', session)).out).toContain(`alder  XA  feed ${web.url}`)
    const { remotes } = JSON.parse((await misp('status', '--json', '--session', session)).out)
    expect(remotes[0].exchanges[0]).toMatchObject({
      direction: 'pull',
      running: false,
      cursor: { after: new Date(1_795_000_000_000).toISOString() },
      report: {
        failed: 0,
        fields: expect.arrayContaining([
          { field: 'Event.date', fate: 'carried', as: 'extension', count: 1 },
        ]) as unknown,
      },
    })
    expect((await misp('cursor', 'reset', 'alder', '--session', session)).out).toContain(
      'goes on from the beginning',
    )
    expect((await misp('push', 'alder', '--session', session)).err).toContain('remote.unknown')
    expect((await misp('remote', 'remove', 'alder', '--data', birch)).code).toBe(0)
    expect((await misp('remote', 'remove', 'alder', '--data', birch)).err).toContain(
      'remote.unknown',
    )
  })

  test('says of what it writes and pushes what is not in it, and publishes where it is settled', async () => {
    const bundle = join(place, 'own.json')
    const id = `report--${OWN}`
    writeFileSync(bundle, JSON.stringify(ours))
    expect((await run(importCommand(), bundle, '--data', alder)).code).toBe(0)
    const notInIt = 'indicator.valid_from (1: MISP has no field for it)'
    const folder = join(place, 'own-feed')
    const words = ['feed', id, '--audience', 'community:csirts/XB', '--out', folder]
    const written = await misp(...words, '--data', alder)
    expect([written.code, written.err]).toEqual([0, expect.stringContaining(notInIt)])

    await using peer = await openPeer()
    const key = join(place, 'birch.key')
    writeFileSync(key, `${KEY}\n`)
    const remote = ['--id', 'birch', '--party', 'XB', '--url', peer.url, '--secret-file', key]
    const settled = ['--pushes', 'community:csirts', '--publish', '--data', alder]
    expect((await misp('remote', 'add', ...remote, ...settled)).code).toBe(0)
    const pushed = await misp('push', 'birch', '--data', alder)
    expect([pushed.code, pushed.out]).toEqual([0, expect.stringContaining(notInIt)])
    expect(peer.events.get(OWN)).toMatchObject({ info: 'Ours', published: true })
    const { fields } = JSON.parse((await misp('status', '--json', '--data', alder)).out).remotes[0]
      .exchanges[1].report
    expect(fields).toContainEqual({
      field: 'indicator.valid_from',
      fate: 'lost',
      as: 'MISP has no field for it',
      count: 1,
    })
  })
})
