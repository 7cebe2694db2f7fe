import { createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosign, formatVkey, fromHex, openNote, parseVkey, toUtf8 } from '@entente/log'
import { crypto as node } from '../../node/src/platform/crypto.ts'
import { crypto as page } from '../src/crypto.ts'

type Second = {
  readonly verify: (key: Buffer, message: Buffer, signature: Buffer) => boolean
}
const second = (await import(
  new URL('../../../spec/verifier/signature.mjs', import.meta.url).href
)) as Second

/** What node, page and the second verifier say of one ML-DSA-44 signature; they must say the same. */
function verdict(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const here = node.verify(key, message, signature)
  const [k, m, s] = [key, message, signature].map((bytes) => Buffer.from(bytes))
  expect([page.verify(key, message, signature), second.verify(k!, m!, s!)]).toEqual([here, here])
  return here
}

const flipped = (bytes: Uint8Array, at: number, bit = 1) =>
  bytes.map((byte, index) => (index === at ? byte ^ bit : byte))
const rawOf = (key: ReturnType<typeof createPublicKey>) =>
  new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-1312))

const pair = generateKeyPairSync('ml-dsa-44')
const key = rawOf(pair.publicKey)
const message = toUtf8('cosigned')
const signature = new Uint8Array(sign(null, message, pair.privateKey))

describe('an ML-DSA-44 signature', () => {
  it('of either library is true for all three verifiers', () => {
    expect(verdict(key, message, signature)).toBe(true)
    const { publicKey, secretKey } = ml_dsa44.keygen(new Uint8Array(32).fill(3))
    expect(verdict(publicKey, message, ml_dsa44.sign(message, secretKey))).toBe(true)
  })

  it('is false with any bit turned, in it, in its message or in its key', () => {
    const at = (bytes: Uint8Array) => fc.nat({ max: bytes.length - 1 })
    fc.assert(
      fc.property(at(signature), at(message), at(key), fc.nat({ max: 7 }), (s, m, k, bit) => {
        expect(verdict(key, message, flipped(signature, s, 1 << bit))).toBe(false)
        expect(verdict(key, flipped(message, m, 1 << bit), signature)).toBe(false)
        expect(verdict(flipped(key, k, 1 << bit), message, signature)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  it('has one form: a hint in another order, twice, or with more behind its end is refused', () => {
    // FIPS 204, algorithm 21: omega = 80 indices, and then for each of four polynomials where its own end.
    const hint = 2420 - 84
    const first = signature[hint + 80]!
    expect(first).toBeGreaterThan(1)
    const swapped = signature.slice()
    swapped.set([signature[hint + 1]!, signature[hint]!], hint)
    const doubled = signature.slice()
    doubled[hint + 1] = doubled[hint]!
    const used = signature[hint + 83]!
    const padded = used < 80 ? flipped(signature, hint + 79) : signature.subarray(1)
    for (const other of [swapped, doubled, padded]) expect(verdict(key, message, other)).toBe(false)
  })

  it('is refused at any other length, and made for another context', () => {
    for (const other of [
      signature.subarray(1),
      new Uint8Array([...signature, 0]),
      new Uint8Array(),
    ])
      expect(verdict(key, message, other)).toBe(false)
    const { publicKey, secretKey } = ml_dsa44.keygen(new Uint8Array(32).fill(4))
    const elsewhere = ml_dsa44.sign(message, secretKey, { context: toUtf8('elsewhere') })
    expect(verdict(publicKey, message, elsewhere)).toBe(false)
  })

  it('and an Ed25519 one are never taken for one another', () => {
    expect(node.verify(key, message, signature.subarray(0, 64))).toBe(false)
    expect(node.verify(key.subarray(0, 32), message, signature)).toBe(false)
    expect([node.isKey(key), page.isKey(key)]).toEqual([true, true])
    expect([node.isKey(key.subarray(1)), page.isKey(key.subarray(1))]).toEqual([false, false])
  })
})

describe('a cosignature of ML-DSA-44', () => {
  const text = `xa.example/log\n7\n${Buffer.alloc(32, 9).toString('base64')}\n`
  const name = 'xb.example/witness'
  const signer = {
    name,
    publicKey: key,
    sign: (one: Uint8Array) => sign(null, one, pair.privateKey),
  }
  const vkey = parseVkey(formatVkey(name, 6, key, node.sha256), node.sha256)
  const line = cosign(text, signer, 1_800_000_000, node.sha256)

  it('is over what C2SP tlog-cosignature says, byte by byte', () => {
    const bytes = Buffer.from(line.trim().split(' ').at(-1)!, 'base64').subarray(4)
    const u64 = (value: number) => {
      const one = Buffer.alloc(8)
      one.writeBigUInt64BE(BigInt(value))
      return one
    }
    // label, opaque cosigner_name<1..255>, timestamp, opaque log_origin<1..255>, start, end, hash.
    const signed = Buffer.concat([
      Buffer.from('737562747265652f76310a00', 'hex'),
      Buffer.of(18),
      Buffer.from(name),
      u64(1_800_000_000),
      Buffer.of(14),
      Buffer.from('xa.example/log'),
      u64(0),
      u64(7),
      Buffer.alloc(32, 9),
    ])
    expect(bytes.subarray(0, 8)).toEqual(u64(1_800_000_000))
    expect(bytes).toHaveLength(8 + 2420)
    expect(verdict(key, signed, bytes.subarray(8))).toBe(true)
  })

  it('opens with its time for node and page, and is false over another time, size or origin', () => {
    const open = (note: string, crypto: typeof node) => {
      try {
        return openNote(note, [vkey], crypto).verified.map(({ time }) => time)
      } catch (error) {
        return (error as { code?: string }).code
      }
    }
    const both = (note: string) => [node, page].map((crypto) => open(note, crypto))
    expect(both(`${text}\n${line}`)).toEqual([[1_800_000_000], [1_800_000_000]])
    const [dash, who, base64] = line.trim().split(' ') as [string, string, string]
    const bytes = Buffer.from(base64, 'base64')
    const changed = [
      `${text.replace('\n7\n', '\n8\n')}\n${line}`,
      `${text.replace('xa.', 'xc.')}\n${line}`,
      ...[4, 11, 12, 2_431].map(
        (at) => `${text}\n${dash} ${who} ${Buffer.from(flipped(bytes, at)).toString('base64')}\n`,
      ),
      `no checkpoint\n\n${line}`,
    ]
    for (const note of changed) expect(both(note)).toEqual(['note.signature', 'note.signature'])
  })
})

const folder = process.env['ENTENTE_TEST_ML_DSA']

describe.skipIf(!folder)(
  folder
    ? 'signatures of ML-DSA-44 that others made'
    : 'signatures of ML-DSA-44 that others made, LEFT OUT: ENTENTE_TEST_ML_DSA names no folder of them',
  () => {
    const read = (file: string) => readFileSync(join(folder!, file))

    it('OpenSSL signed a message', () => {
      const der = read('openssl_ml_dsa_44_public.der')
      const signed = fromHex(read('openssl_ml_dsa_44_sig_message.hex').toString().trim())
      expect(verdict(new Uint8Array(der.subarray(-1312)), toUtf8('message'), signed)).toBe(true)
      expect(verdict(new Uint8Array(der.subarray(-1312)), toUtf8('messagE'), signed)).toBe(false)
    })

    it('RFC 9881 has a certificate that its own key signed', () => {
      const { raw, publicKey } = new X509Certificate(read('rfc9881_ml_dsa_44_cert.pem'))
      // SEQUENCE { tbsCertificate, signatureAlgorithm, BIT STRING }: lengths of two bytes each.
      const length = 4 + raw.readUInt16BE(6)
      const tbs = new Uint8Array(raw.subarray(4, 4 + length))
      expect(verdict(rawOf(publicKey), tbs, new Uint8Array(raw.subarray(-2420)))).toBe(true)
      expect(rawOf(publicKey)).toEqual(rawOf(createPublicKey(read('rfc9881_ml_dsa_44_public.pem'))))
    })

    it('of those of NIST none is true without the context that it was made for', () => {
      type Group = { readonly parameterSet: string; readonly signatureInterface: string }
      type Test = { readonly pk: string; readonly message: string; readonly signature: string }
      const { testGroups } = JSON.parse(read('ML-DSA-sigVer-FIPS204.json').toString()) as {
        testGroups: readonly (Group & { readonly tests: readonly (Test & { context: string })[] })[]
      }
      const tests = testGroups
        .filter((one) => one.parameterSet === 'ML-DSA-44' && one.signatureInterface === 'external')
        .flatMap((one) => one.tests)
      expect(tests.length).toBeGreaterThan(2)
      for (const { pk, message: said, signature: made } of tests)
        expect(
          verdict(
            fromHex(pk.toLowerCase()),
            fromHex(said.toLowerCase()),
            fromHex(made.toLowerCase()),
          ),
        ).toBe(false)
    })
  },
)
