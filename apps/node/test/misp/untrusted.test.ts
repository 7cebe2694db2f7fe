import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAlder, own, pushing } from './alder.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-misp-tls-'))
const file = (name: string) => join(directory, name)
const asked: string[] = []
let connections = 0

/** A server whose certificate nobody vouches for but itself. */
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`)
  response.setHeader('content-type', 'application/json')
  response.end('{}')
})

beforeAll(async () => {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  for (const name of ['server', 'other']) {
    const files = ['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)]
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    execFileSync('openssl', ['req', '-x509', ...key, ...files, ...subject], { stdio: 'pipe' })
  }
  server.setSecureContext({
    key: readFileSync(file('server.key')),
    cert: readFileSync(file('server.pem')),
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(directory, { recursive: true, force: true })
})

const url = (host = '127.0.0.1') => `https://${host}:${(server.address() as AddressInfo).port}`

describe.each([
  ['a feed', 'pull', { kind: 'feed' }],
  ['an instance that is read', 'pull', {}],
  ['an instance that is written to', 'push', pushing],
] as const)('%s', (_, direction, over) => {
  test.each([
    ['that nobody vouches for', '127.0.0.1', {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    [
      'that another vouches for',
      '127.0.0.1',
      { ca: file('other.pem') },
      'DEPTH_ZERO_SELF_SIGNED_CERT',
    ],
    ['of another name', 'localhost', { ca: file('server.pem') }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('%s is told nothing, once, and that is said', async (__, host, access, because) => {
    await using alder = await openAlder(url(host), { ...over, ...access })
    if (direction === 'push') await alder.take(...own(1))
    ;[asked.length, connections] = [0, 0]
    const report = await alder.exchanges.run('birch', direction)
    expect(report).toMatchObject({
      objects: 0,
      refusal: {
        code: 'misp.server',
        message: expect.stringContaining(`got ${because}`) as string,
      },
    })
    expect([asked, connections]).toEqual([[], 1])
  })

  test('whose certificate is known is asked', async () => {
    await using alder = await openAlder(url(), { ...over, ca: file('server.pem') })
    if (direction === 'push') await alder.take(...own(1))
    asked.length = 0
    await alder.exchanges.run('birch', direction)
    expect(asked.length).toBeGreaterThan(0)
  })
})
