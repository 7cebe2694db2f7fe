import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { liveConfig, readConfig, writeConfig } from './config.ts'
import { openNode } from './open-node.ts'
import { makeParty } from './parties/make-party.ts'
import { serve } from './serve.ts'

const data = join(mkdtempSync(join(tmpdir(), 'entente-node-')), 'XA')
afterAll(() => rmSync(join(data, '..'), { recursive: true, force: true }))
makeParty(data, {
  id: 'XA',
  name: 'Alder',
  role: 'member',
  population: 40,
  authorities: [{ id: 'XA-mfa', name: 'Ministry of Foreign Affairs' }],
  people: [{ id: 'desk', name: 'Desk', authority: 'XA-mfa', role: 'signatory' }],
})
const setPeers = (peers: Record<string, string>) =>
  writeConfig(data, { ...readConfig(data), peers })

describe('a node’s peers', () => {
  test('come from node.json, unless they were given at its start', async () => {
    setPeers({ XB: 'http://127.0.0.1:1', XC: 'http://127.0.0.1:2/' })
    await using node = await openNode(data, { XB: 'http://127.0.0.1:3' })
    expect(node.caseFiles.peers()).toEqual([
      { party: 'XB', url: 'http://127.0.0.1:3' },
      { party: 'XC', url: 'http://127.0.0.1:2' },
    ])
  })
  test('may move while it runs', async () => {
    await using node = await openNode(data)
    setPeers({ XC: 'https://node.cedar.example' })
    expect(node.caseFiles.peers()).toEqual([{ party: 'XC', url: 'https://node.cedar.example' }])
  })
})

describe('a node whose port is taken', () => {
  test('says so, asks nobody anything more, and lets go of its directory', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(serve({ data, port, peers: {} })).rejects.toThrow('EADDRINUSE')
    await using again = await serve({ data, port: 0, peers: {} })
    expect(again.party).toBe('XA')
    other.close()
  }, 30_000)
})

describe('node.json', () => {
  test('that was broken while the node runs leaves in force what was known, and says so once', () => {
    const warnings: string[] = []
    const now = liveConfig(data, (line) => void warnings.push(line))
    const [known, text] = [now(), readFileSync(join(data, 'node.json'), 'utf8')]
    writeFileSync(join(data, 'node.json'), `${text}}`)
    expect([now(), now()]).toEqual([known, known])
    expect(warnings).toEqual([expect.stringContaining('node.json: ')])
    writeFileSync(join(data, 'node.json'), text.replace('"Desk"', '"Desk officer"'))
    expect(now().people[0]?.name).toBe('Desk officer')
  })
  test('that is no JSON is told by its path and place, and nothing of it is quoted', () => {
    const [name, text] = [join(data, 'node.json'), readFileSync(join(data, 'node.json'), 'utf8')]
    try {
      for (const broken of ['{"pass": hunter2}', text.replace('"XA"', '"XA" hunter2'), `hunter2`]) {
        const warnings: string[] = []
        writeFileSync(name, text)
        const now = liveConfig(data, (line) => void warnings.push(line))
        writeFileSync(name, broken)
        now()
        expect(warnings.map((line) => line.replace(/ at position [\d a-z()]+$/, ''))).toEqual([
          `node.json: expected ${name} to be JSON, got a text that is none`,
        ])
      }
    } finally {
      writeFileSync(name, text)
    }
  })
  test.each([
    ['a role that does not exist', { people: [{ role: 'boss' }] }],
    ['a peer that is no address', { peers: { XB: 'birch' } }],
    ['something it does not know', { more: 1 }],
  ])('is refused with %s', (_what, wrong) => {
    const good = readConfig(data)
    const people = 'people' in wrong ? [{ ...good.people[0], ...wrong.people[0] }] : good.people
    expect(() => writeConfig(data, { ...good, ...wrong, people } as never)).toThrow()
    expect(readConfig(data)).toEqual(good)
  })
  test('of before there were roles has signatories', () => {
    const { people, authorities: _a, peers: _p, clearance: _c, ...rest } = readConfig(data)
    const [{ role: _role, ...person }] = people as [(typeof people)[number]]
    writeFileSync(join(data, 'node.json'), JSON.stringify({ ...rest, people: [person] }))
    expect(readConfig(data)).toMatchObject({ people: [{ role: 'signatory' }], clearance: [] })
  })
})
