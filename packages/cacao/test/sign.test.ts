import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readPlaybook, signPlaybook, verifySignatures, type Signing } from '../src/index.ts'
import { ALDER_ISOLATE, bytesOf } from './playbook.ts'

const NOW = '2026-11-25T10:00:00.000Z'
const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64')
const keyPair = () => generateKeyPairSync('ed25519')

function signing(more: Partial<Signing> = {}): Signing & { readonly publicKey: string } {
  const { publicKey, privateKey } = keyPair()
  return {
    id: 'jss--1e8c9d0a-2b3c-4d5e-8f60-718293a4b5c6',
    created: '2026-11-24T09:00:00.000Z',
    signee: 'Alder',
    publicKey: spki(publicKey),
    sign: (message) => sign(null, message, privateKey),
    ...more,
  }
}
const alder = () => readPlaybook(bytesOf(ALDER_ISOLATE))
const read = (value: unknown) => readPlaybook(bytesOf(value))
const outcome = async (value: unknown, at = NOW) =>
  (await verifySignatures(read(value), at)).map(({ proof, refused }) =>
    proof ? proof.publicKey : refused?.code,
  )

describe('a signed playbook', () => {
  it('proves the key that signed it, in any order of its members', async () => {
    const by = signing()
    const signed = await signPlaybook(alder(), by)
    expect(await outcome(signed)).toEqual([by.publicKey])
    expect(await outcome(Object.fromEntries(Object.entries(signed).toReversed()))).toEqual([
      by.publicKey,
    ])
  })

  it('is the same bytes for the same key and instant', async () => {
    const by = signing()
    expect(await signPlaybook(alder(), by)).toEqual(await signPlaybook(alder(), by))
  })

  it('proves several keys, each alone', async () => {
    const [first, second] = [signing(), signing({ signee: 'Birch' })]
    const once = await signPlaybook(alder(), first)
    const twice = await signPlaybook(read(once), second)
    expect(await outcome(twice)).toEqual([second.publicKey, first.publicKey])
  })

  it('proves nothing once a word is another', async () => {
    const signed = await signPlaybook(alder(), signing())
    expect(await outcome({ ...signed, name: 'Another' })).toEqual(['playbook-signature.false'])
  })

  it('proves nothing where the signature itself says something else', async () => {
    const signed = await signPlaybook(alder(), signing())
    const [signature] = signed['signatures'] as [Record<string, unknown>]
    const changed = { ...signed, signatures: [{ ...signature, signee: 'Cedar' }] }
    expect(await outcome(changed)).toEqual(['playbook-signature.false'])
  })

  it('proves nothing for another version, a time that is over, or a revoked signature', async () => {
    const until = '2026-11-24T10:00:00.000Z'
    const signed = await signPlaybook(alder(), signing({ validUntil: until }))
    expect(await outcome(signed)).toEqual(['playbook-signature.not-valid-now'])
    expect(await outcome(signed, '2026-11-24T09:30:00.000Z')).toHaveLength(1)
    expect(await outcome({ ...signed, modified: '2026-11-21T09:00:00.000Z' })).toEqual([
      'playbook-signature.other-playbook',
    ])
    const [signature] = signed['signatures'] as [Record<string, unknown>]
    expect(await outcome({ ...signed, signatures: [{ ...signature, revoked: true }] })).toEqual([
      'playbook-signature.not-valid-now',
    ])
  })

  it.each([
    ['algorithm', 'XMSS-SHA2_10_256', 'playbook-signature.unsupported'],
    ['hash_algorithm', 'md5', 'playbook-signature.unsupported'],
    ['public_key', 'not a key', 'playbook-signature.malformed'],
    ['value', '!', 'playbook-signature.malformed'],
    ['public_key', undefined, 'playbook-signature.unsupported'],
    ['type', 'jws', 'playbook-signature.malformed'],
  ])('is refused with a code where %s is %s', async (name, value, code) => {
    const signed = await signPlaybook(alder(), signing())
    const [signature] = signed['signatures'] as [Record<string, unknown>]
    const changed = { ...signed, signatures: [{ ...signature, [name]: value }] }
    expect(await outcome(changed)).toEqual([code])
  })
})

/**
 * Written by another implementation (the usage example in the readme of a JSON schema for ITU-T X.590, with the
 * recommendation's example key): what is signed there is a name, so it is put through the same code as a playbook.
 */
const X590 = {
  name: { first: 'John', last: 'Doe' },
  signatures: [
    {
      hash_algorithm: 'sha-256',
      algorithm: 'Ed25519',
      public_key: 'MCowBQYDK2VwAyEAubMonBfU9pvIbj5RCiWQLD45Jvu6mKr+kQXjvjW8ZkU',
      value:
        'CoRbqNeXGLWZ5q3c8KxSdKKbjuMUXzOUI_9ZHSL9qalZbbdEyVse4EURUtE_TaubCAMCPZIKTCEpvGGjwz1nBg',
    },
  ],
} as const

describe('the JSON Signature Scheme of X.590', () => {
  it('is what another implementation signed with the same scheme', async () => {
    const { verifyJss } = await import('../src/sign.ts')
    const [{ value, ...unsigned }] = X590.signatures
    expect(await verifyJss(X590, { ...unsigned, value })).toBe(true)
    expect(await verifyJss({ ...X590, name: 'Jane' }, { ...unsigned, value })).toBe(false)
  })

  it('is verified for the other algorithms that Node has as well', async () => {
    const { verifyJss } = await import('../src/sign.ts')
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const unsigned = { hash_algorithm: 'sha-256', algorithm: 'RS256', public_key: spki(publicKey) }
    const { createHash } = await import('node:crypto')
    const text =
      '{"name":"Alder","signatures":[' +
      `{"algorithm":"RS256","hash_algorithm":"sha-256","public_key":"${unsigned.public_key}"}]}`
    const hex = createHash('sha256').update(text).digest('hex')
    const pem = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
    const value = sign('sha256', Buffer.from(hex), pem).toString('base64url')
    expect(await verifyJss({ name: 'Alder' }, { ...unsigned, value })).toBe(true)
  })
})
