import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../../tools/shared.ts'
import { signatureBase, signerOf, signRequest } from './signature.ts'

const vector = sharedPath('vectors/extracted/rfc9421-b26-ed25519.json')

describe.skipIf(!vector)(
  vector ? 'the vector of RFC 9421 B.2.6' : 'RFC 9421 B.2.6, left out: ../shared is not here',
  () => {
    test('has the signature base that is built here, and its signature is true', () => {
      const { signatureBase: expected, ...given } = JSON.parse(readFileSync(vector!, 'utf8')) as {
        signatureBase: string
        signatureInput: string
        signatureBase64: string
        publicKeySpkiBase64: string
      }
      const base = signatureBase(
        [
          ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
          ['@method', 'POST'],
          ['@path', '/foo'],
          ['@authority', 'example.com'],
          ['content-type', 'application/json'],
          ['content-length', '18'],
        ],
        given.signatureInput.slice('sig-b26='.length),
      )
      expect(base).toBe(expected)
      const key = createPublicKey({
        key: Buffer.from(given.publicKeySpkiBase64, 'base64'),
        format: 'der',
        type: 'spki',
      })
      const signature = Buffer.from(given.signatureBase64, 'base64')
      expect(verify(null, Buffer.from(base), key, signature)).toBe(true)
    })
  },
)

describe('a request between nodes', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const keyid = 'entente.example/case/xa'
  const signer = { keyid, sign: (message: Uint8Array) => sign(null, message, privateKey) }
  const to = 'entente.example/case/xb'
  const asked = { method: 'GET', url: 'http://127.0.0.1:4101/log/ab/XA/checkpoint', to }
  const now = 1_790_000_000
  const read = (
    request: { method: string; url: string },
    headers: Record<string, string>,
    at = now,
    receiver = to,
  ) =>
    signerOf(
      { ...request, headers: new Headers(headers) },
      (id) => (id === keyid ? raw : undefined),
      {
        now: at,
        to: receiver,
        verify: (_, message, signature) => verify(null, message, publicKey, signature),
      },
    )

  test('is known by the key of the party that asks', () => {
    expect(read(asked, signRequest(asked, signer, now))).toBe(keyid)
  })

  test('is nobody’s where method, path, query, time or key is another', () => {
    const headers = signRequest(asked, signer, now)
    expect(read({ ...asked, method: 'POST' }, headers)).toBeUndefined()
    expect(read({ ...asked, url: `${asked.url}?more` }, headers)).toBeUndefined()
    expect(read({ ...asked, url: asked.url.replace('XA', 'XB') }, headers)).toBeUndefined()
    expect(read(asked, headers, now + 301)).toBeUndefined()
    expect(read(asked, headers, now - 301)).toBeUndefined()
    const later = {
      ...headers,
      'signature-input': headers['signature-input'].replace(String(now), String(now + 1)),
    }
    expect(read(asked, later)).toBeUndefined()
    const other = signRequest(asked, { ...signer, keyid: 'entente.example/case/xb' }, now)
    expect(read(asked, other)).toBeUndefined()
  })

  test('is nobody’s where it was meant for another party', () => {
    const headers = signRequest(asked, signer, now)
    expect(read(asked, headers, now, 'entente.example/case/xc')).toBeUndefined()
    const renamed = { ...headers, 'entente-to': 'entente.example/case/xc' }
    expect(read(asked, renamed, now, 'entente.example/case/xc')).toBeUndefined()
    const { 'entente-to': _, ...unnamed } = headers
    expect(read(asked, unnamed)).toBeUndefined()
  })

  test('is nobody’s in any other profile than the one', () => {
    const headers = signRequest(asked, signer, now)
    for (const input of [
      '',
      headers['signature-input'].replace(' "entente-to"', ''),
      headers['signature-input'].replace('entente=', 'sig1='),
      `${headers['signature-input']};expires=1`,
      headers['signature-input'].replace('ed25519', 'hmac-sha256'),
    ]) {
      expect(read(asked, { ...headers, 'signature-input': input })).toBeUndefined()
    }
    expect(read(asked, { ...headers, signature: 'entente=:AAAA:' })).toBeUndefined()
    expect(read(asked, {})).toBeUndefined()
  })
})
