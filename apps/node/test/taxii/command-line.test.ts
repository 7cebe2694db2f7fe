import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logIn } from '../../src/cli/session.ts'
import { taxiiCommand } from '../../src/cli/taxii.ts'
import { readConfig, writeConfig } from '../../src/config.ts'
import { found } from '../../src/parties/found.ts'
import { writeFounded } from '../../src/parties/founded.ts'
import { serve, type Serving } from '../../src/serve.ts'
import { run } from '../command.ts'
import { withFirstCase } from '../first-case.ts'
import { bundleOf, GREEN, tool } from './objects.ts'

const place = mkdtempSync(join(tmpdir(), 'entente-taxii-'))
const directoryOf = (party: string) => join(place, party)
const taxii = (...words: readonly string[]) => run(taxiiCommand(), ...words)
const [alder, birch] = [directoryOf('XA'), directoryOf('XB')]
const session = join(place, 'session.json')
const secret = join(place, 'secret')
let node: Serving
let root = ''

beforeAll(async () => {
  const founded = found(withFirstCase, directoryOf, new Date('2026-11-24T12:00:00Z'))
  for (const party of ['XA', 'XB'])
    writeFounded(directoryOf(party), founded.charters, founded.keyActs[party]!)
  for (const data of [alder, birch]) {
    const config = readConfig(data)
    const community = {
      id: 'csirts',
      name: 'CSIRTs',
      parties: ['XA', 'XB'],
      ceiling: 'TLP:AMBER' as const,
    }
    writeConfig(data, { ...config, sharing: { ...config.sharing, communities: [community] } })
  }
  node = await serve({ data: alder, port: 0, peers: {} })
  root = `${node.url}/taxii2/api/`
  await logIn((await node.links())[0]!.url, session)
})
afterAll(async () => {
  await node[Symbol.asyncDispose]()
  rmSync(place, { recursive: true, force: true })
})

describe('entente taxii', () => {
  test('sets up a collection, a program that reads it, and a remote; a running node notices', async () => {
    const added = await taxii(
      'collection',
      'add',
      '--data',
      alder,
      '--title',
      'For all',
      '--audience',
      'community:csirts',
      '--alias',
      'all',
      '--takes',
      'everything',
    )
    expect([added.code, added.out]).toEqual([0, expect.stringMatching(/^[0-9a-f-]{36}$/)])
    const client = await taxii(
      'client',
      'add',
      '--data',
      alder,
      '--id',
      'birch-node',
      '--party',
      'XB',
      '--reads',
      'all',
    )
    expect([client.code, client.out]).toEqual([0, expect.stringMatching(/^[\w-]{43}$/)])
    writeFileSync(secret, client.out)
    expect(readFileSync(join(alder, 'node.json'), 'utf8')).not.toContain(client.out)
    expect((await taxii('client', 'list', '--data', alder)).out).toContain(
      'birch-node           XB  birch-node: reads all; adds to nothing',
    )
    const again = await taxii(
      'client',
      'add',
      '--data',
      alder,
      '--id',
      'birch-node',
      '--party',
      'XB',
    )
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('taxii.exists')])
    const nowhere = await taxii(
      'client',
      'add',
      '--data',
      alder,
      '--id',
      'x',
      '--party',
      'XB',
      '--reads',
      'nothing',
    )
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('taxii.unknown')])
    const malformed = await taxii(
      'collection',
      'add',
      '--data',
      alder,
      '--title',
      'x',
      '--audience',
      'friends',
    )
    expect([malformed.code, malformed.err]).toEqual([1, expect.stringContaining('taxii.malformed')])
    const remote = await taxii(
      'remote',
      'add',
      '--data',
      birch,
      '--id',
      'alder',
      '--party',
      'XA',
      '--root',
      root,
      '--collection',
      'all',
      '--user',
      'birch-node',
      '--secret-file',
      secret,
    )
    expect(remote).toEqual({ code: 0, out: '', err: '' })
    expect((await taxii('collection', 'list', '--data', alder)).out).toContain(
      'all          community:csirts  everything  For all',
    )
    expect((await taxii('remote', 'list', '--data', birch)).out).toContain(
      'alder                XA',
    )
  })

  test('shows what a server is and has', async () => {
    const access = ['--user', 'birch-node', '--secret-file', secret]
    const seen = await taxii('discover', node.url, ...access)
    expect([seen.code, seen.out]).toEqual([0, expect.stringContaining('/taxii2/api/')])
    expect(
      JSON.parse((await taxii('discover', node.url, ...access, '--json')).out).roots,
    ).toHaveLength(1)
    const several = createServer((request, response) => {
      response.setHeader('content-type', 'application/taxii+json;version=2.1')
      const roots = ['https://elsewhere.example/', '/shut/', '/open/']
      if (request.url === '/shut/') response.statusCode = 403
      response.end(
        JSON.stringify({ title: 'Several', versions: [], max_content_length: 9, api_roots: roots }),
      )
    })
    await new Promise<void>((resolve) => several.listen(0, '127.0.0.1', resolve))
    const { port } = several.address() as AddressInfo
    const some = await taxii('discover', `http://127.0.0.1:${port}/`)
    await new Promise((resolve) => several.close(resolve))
    expect([some.code, some.out.match(/\((server\.\w+)|at most 9/g)]).toEqual([
      0,
      ['(server.malformed', '(server.refused', 'at most 9'],
    ])
    expect((await taxii('collections', root, ...access)).out).toMatch(/reads - {7}all {2}For all/)
    const refused = await taxii('collections', root)
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('server.refused: expected 2xx, got 401'),
    ])
  })

  test('pulls into a node that does not run, and shows and sets back how far', async () => {
    const bundle = bundleOf(tool(1), tool(2, { object_marking_refs: [GREEN] }))
    const desk = await import('../../src/cli/session.ts').then(({ openSession }) =>
      openSession(session),
    )
    await desk.post('/api/v1/imports', JSON.parse(bundle))
    const first = await taxii('pull', 'alder', '--data', birch)
    expect([first.code, first.out]).toEqual([
      0,
      'alder: 2 objects came: 2 new, 0 other versions, 0 held already, 0 in conflict',
    ])
    // Whoever reads the collection has it: it is not taken back in silence.
    expect(await desk.get('/api/v1/imports/1/undo')).toMatchObject({
      removed: 0,
      stays: { count: 2, first: [{ because: [{ why: 'collection' }] }, {}] },
    })
    const after = (await taxii('cursor', 'show', 'alder', '--data', birch)).out
    expect(after).toMatch(/^\d{4}-.*Z$/)
    const status = await taxii('status', '--data', birch)
    expect(status.out).toContain(`pull goes on from ${after}`)
    const reset = await taxii('cursor', 'reset', 'alder', '--data', birch)
    expect(reset.out).toContain('pull goes on from the beginning')
    expect(JSON.parse((await taxii('pull', 'alder', '--data', birch, '--json')).out)).toMatchObject(
      { objects: 2, held: 2 },
    )
    const wrong = await taxii('cursor', 'reset', 'alder', '--data', birch, '--after', 'yesterday')
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('cursor.malformed')])
    expect((await taxii('pull', 'nobody', '--data', birch)).err).toContain('remote.unknown')
  })

  test('does the same at a running node', async () => {
    await taxii(
      'remote',
      'add',
      '--data',
      alder,
      '--id',
      'itself',
      '--party',
      'XB',
      '--root',
      root,
      '--collection',
      'all',
      '--user',
      'birch-node',
      '--secret-file',
      secret,
    )
    const pulled = await taxii('pull', 'itself', '--session', session)
    expect([pulled.code, pulled.out]).toEqual([
      0,
      'itself: 2 objects came: 0 new, 0 other versions, 2 held already, 0 in conflict',
    ])
    expect((await taxii('status', '--session', session)).out).toContain('itself  XB')
    expect((await taxii('cursor', 'reset', 'itself', '--session', session)).out).toContain(
      'from the beginning',
    )
    const unknown = await taxii('pull', 'nobody', '--session', session)
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('remote.unknown')])
    expect((await taxii('client', 'remove', 'birch-node', '--data', alder)).code).toBe(0)
    expect(
      (await taxii('collections', root, '--user', 'birch-node', '--secret-file', secret)).err,
    ).toContain('401')
  })

  test('and whoever asks too much is told so, and for how long, as TAXII has it (80)', async () => {
    const config = readConfig(alder)
    writeConfig(alder, { ...config, requests: { ...config.requests, perMinute: 1, exempt: [] } })
    const answers = [await fetch(root), await fetch(root)]
    const [, refused] = answers
    expect([refused!.status, refused!.headers.get('content-type')]).toEqual([
      429,
      'application/taxii+json;version=2.1',
    ])
    expect(Number(refused!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused!.json()).toMatchObject({
      title: 'Too many requests',
      http_status: '429',
      error_code: 'request.too-many',
    })
    writeConfig(alder, config)
  })
})
