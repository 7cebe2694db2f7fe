import { execFile, execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type RequestOptions } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STORE_KINDS } from '../stores.ts'
import { ROOT } from './filled.ts'
import { testPoints, type Point } from './items.ts'
import { tool } from './objects.ts'
import { COLLECTIONS, openServer, TAXII, tokenOf, type TestServer } from './server.ts'

const directory = mkdtempSync(join(tmpdir(), 'entente-tls-'))
const file = (name: string) => join(directory, name)
const read = (name: string) => readFileSync(file(name))
const openssl = (...words: readonly string[]) =>
  void execFileSync('openssl', [...words], { cwd: directory, stdio: 'pipe' })
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

/** A certificate of its own that vouches for itself. */
function selfSigned(name: string) {
  openssl(
    'req',
    '-x509',
    ...KEY,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-subj',
    `/CN=${name}`,
    '-days',
    '2',
  )
}

/** A certificate of a client, vouched for by somebody. */
function signedBy(name: string, by: string) {
  openssl('req', ...KEY, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`)
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    `${by}.pem`,
    '-CAkey',
    `${by}.key`,
    '-out',
    `${name}.pem`,
    '-days',
    '2',
  )
}

let server: TestServer
let port = 0
let clients: readonly object[] = []

beforeAll(async () => {
  openssl(
    'req',
    '-x509',
    ...KEY,
    '-keyout',
    'server.key',
    '-out',
    'server.pem',
    '-subj',
    '/CN=127.0.0.1',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-days',
    '2',
  )
  selfSigned('authority')
  selfSigned('stranger')
  for (const client of ['birch', 'nobody']) signedBy(client, 'authority')
  signedBy('forged', 'stranger')
  const print = (name: string) =>
    createHash('sha256')
      .update(new X509Certificate(read(`${name}.pem`)).raw)
      .digest('hex')
  const client = { id: 'machine', name: 'A machine', party: 'XB', reads: [COLLECTIONS.shared] }
  clients = [
    { ...client, certificate: print('birch') },
    { ...client, id: 'forged', certificate: print('forged') },
    {
      ...client,
      id: 'birch',
      writes: [COLLECTIONS.shared],
      token: createHash('sha256').update(tokenOf('birch')).digest('hex'),
    },
  ]
  server = await openServer(STORE_KINDS[0]!, {
    clients,
    listen: {
      host: '127.0.0.1',
      port: 0,
      certificate: file('server.pem'),
      key: file('server.key'),
      clients: file('authority.pem'),
    },
  })
  port = (await server.listening)!.port
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(directory, { recursive: true, force: true })
})

type Shown = { readonly as?: string; readonly authorization?: string; readonly path?: string }

const ask = ({ as, authorization, path = `${ROOT}collections/` }: Shown) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const options: RequestOptions = {
      port,
      host: '127.0.0.1',
      path,
      agent: false,
      ca: read('server.pem'),
      headers: { accept: TAXII, ...(authorization === undefined ? {} : { authorization }) },
      ...(as === undefined ? {} : { cert: read(`${as}.pem`), key: read(`${as}.key`) }),
    }
    request(options, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      answer.on('end', () => resolve({ status: answer.statusCode!, text }))
    })
      .on('error', reject)
      .end()
  })

/** The version of TLS that is agreed on with a client that has these. */
const agreed = (options: object) =>
  new Promise<string>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', ca: read('server.pem'), ...options }, () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`)
      socket.destroy()
    })
    socket.on('error', () => resolve('refused'))
  })

/** What a client of TLS 1.3 that is not ours says of a request and its session. */
const shown = (...words: readonly string[]) =>
  new Promise<string>((resolve, reject) => {
    const to = ['-connect', `127.0.0.1:${port}`, '-tls1_3', '-CAfile', 'server.pem', '-ign_eof']
    const client = execFile(
      'openssl',
      ['s_client', ...to, ...words],
      { cwd: directory, timeout: 20_000 },
      (error, said) => (error ? reject(error) : resolve(said)),
    )
    client.stdin!.end(
      `GET ${ROOT} HTTP/1.1\r\nhost: x\r\naccept: ${TAXII}\r\nconnection: close\r\n\r\n`,
    )
  })

const POINTS: readonly Point[] = [
  [
    1,
    'TLS 1.3 and 1.2 are spoken, older ones and suites that HTTP/2 forbids are not',
    async () => {
      expect(await agreed({})).toContain('TLSv1.3')
      expect(await agreed({ maxVersion: 'TLSv1.2' })).toContain('TLSv1.2')
      const weak = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }
      expect(await agreed(weak)).toBe('refused')
      for (const ciphers of [
        'AES128-GCM-SHA256',
        'ECDHE-ECDSA-AES128-SHA',
        'ECDHE-ECDSA-AES256-SHA384',
      ])
        expect([
          ciphers,
          await agreed({ maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` }),
        ]).toEqual([ciphers, 'refused'])
    },
  ],
  [
    1,
    'nothing is taken before a handshake is done: no ticket lets early data in',
    async () => {
      const first = await shown('-sess_out', 'session.pem')
      expect(first).toContain('HTTP/1.1 200')
      expect(new Set(first.match(/Max Early Data: \d+/g))).toEqual(new Set(['Max Early Data: 0']))
      const again = await shown('-sess_in', 'session.pem')
      for (const words of ['Reused, TLSv1.3', 'Early data was not sent', 'HTTP/1.1 200'])
        expect(again).toContain(words)
    },
  ],
  [
    5,
    'a certificate lets a client in that is known by it, if somebody trusted vouches for it',
    async () => {
      const { status, text } = await ask({ as: 'birch' })
      expect([status, JSON.parse(text).collections.map(({ id }: { id: string }) => id)]).toEqual([
        200,
        [COLLECTIONS.shared, COLLECTIONS.open],
      ])
      expect((await ask({ as: 'nobody' })).status).toBe(401)
      // Nobody trusted vouches for it: whoever it is, it is taken for anyone.
      expect(JSON.parse((await ask({ as: 'forged' })).text).collections).toHaveLength(1)
      const token = `Bearer ${tokenOf('birch')}`
      expect(JSON.parse((await ask({ authorization: token })).text).collections).toHaveLength(2)
      expect((await ask({ path: '/api/v1/me' })).status).toBe(404)
      // Where certificates let nobody in, whoever shows one is anyone.
      server.settle({ clients, logins: ['basic', 'bearer'] })
      expect(JSON.parse((await ask({ as: 'birch' })).text).collections).toHaveLength(1)
      server.settle({ clients })
      expect(JSON.parse((await ask({ as: 'birch' })).text).collections).toHaveLength(2)
    },
  ],
]

testPoints(STORE_KINDS[0]!, POINTS, () => server)

test('our own client goes to a server only that somebody it trusts vouches for (88)', async () => {
  const secretFile = file('secret')
  writeFileSync(secretFile, tokenOf('birch'))
  await server.post('shared', [tool(88)])
  const pulled = async ({ host = '127.0.0.1', ...over }: { host?: string; ca?: string }) => {
    const remote = {
      id: 'alder',
      party: 'XA',
      collection: COLLECTIONS.shared,
      secretFile,
      root: `https://${host}:${port}${ROOT}`,
      ...over,
    }
    await using birch = await openServer(STORE_KINDS[0]!, { remotes: [remote] }, 'XB')
    return await birch.exchanges.run('alder', 'pull')
  }
  for (const over of [{}, { ca: file('authority.pem') }])
    expect(await pulled(over)).toMatchObject({
      objects: 0,
      refusal: {
        code: 'server.untrusted',
        message: expect.stringContaining('got DEPTH_ZERO_SELF_SIGNED_CERT') as string,
      },
    })
  // Of another name than it is asked by.
  expect(await pulled({ ca: file('server.pem'), host: 'localhost' })).toMatchObject({
    objects: 0,
    refusal: {
      code: 'server.untrusted',
      message: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') as string,
    },
  })
  const pinned = await pulled({ ca: file('server.pem') })
  expect([pinned.refusal, pinned.objects, pinned.new]).toEqual([undefined, 1, 1])
})
