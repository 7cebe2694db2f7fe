import { createSocket, type Socket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findServers } from './find-servers.ts'

type Record = {
  readonly priority: number
  readonly weight: number
  readonly port: number
  readonly name: string
}

const ZONE: { readonly [domain: string]: readonly Record[] } = {
  '_taxii2._tcp.winds.example': [
    { priority: 20, weight: 0, port: 443, name: 'spare.winds.example' },
    { priority: 10, weight: 10, port: 443, name: 'light.winds.example' },
    { priority: 10, weight: 60, port: 8443, name: 'node.winds.example' },
  ],
  '_taxii2._tcp.none.example': [{ priority: 0, weight: 0, port: 0, name: '' }],
}

/** A name server on this machine: one question over UDP, answered as RFC 1035 and RFC 2782 write it. */
let server: Socket
const resolver = new Resolver({ timeout: 2000, tries: 1 })
beforeAll(async () => {
  server = createSocket('udp4')
  server.on('message', (asked, { port, address }) => server.send(answerTo(asked), port, address))
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
  resolver.setServers([`127.0.0.1:${server.address().port}`])
})
afterAll(() => void server.close())

const labels = (name: string) =>
  Buffer.concat([
    ...name
      .split('.')
      .filter((label) => label !== '')
      .map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ])

function answerTo(asked: Buffer): Buffer {
  const end = asked.indexOf(0, 12)
  const question = asked.subarray(12, end + 5)
  const parts: string[] = []
  for (let at = 12; at < end; at += asked[at]! + 1)
    parts.push(asked.subarray(at + 1, at + 1 + asked[at]!).toString())
  const records = ZONE[parts.join('.').toLowerCase()] ?? []
  const head = Buffer.alloc(12)
  asked.copy(head, 0, 0, 2)
  // An answer with authority; without records the name does not exist.
  head.writeUInt16BE(records.length > 0 ? 0x8580 : 0x8583, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(records.length, 6)
  const answers = records.map(({ priority, weight, port, name }) => {
    const target = labels(name)
    const fixed = Buffer.alloc(18)
    // The name of the question, type SRV, class IN, for a minute.
    for (const [at, value] of [
      0xc00c,
      33,
      1,
      0,
      60,
      6 + target.length,
      priority,
      weight,
      port,
    ].entries())
      fixed.writeUInt16BE(value, at * 2)
    return Buffer.concat([fixed, target])
  })
  return Buffer.concat([head, question, ...answers])
}

test('items 26, 89: servers of a domain are found by their SRV records, the first by priority and weight', async () => {
  expect(await findServers('winds.example', resolver)).toEqual([
    'https://node.winds.example:8443/taxii2/',
    'https://light.winds.example/taxii2/',
    'https://spare.winds.example/taxii2/',
  ])
})

test.each([
  ['a domain without them', 'calm.example', 'got ENOTFOUND'],
  ['a domain that says that it has none', 'none.example', 'names none'],
  ['an address instead', 'https://winds.example', 'expected a domain'],
  ['a name that is none', 'winds..example', 'expected a domain'],
])('refuses %s', async (_, domain, words) => {
  await expect(findServers(domain, resolver)).rejects.toMatchObject({
    code: 'server.unknown',
    message: expect.stringContaining(words) as string,
  })
})
