import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, fromBase64, toBase64, toUtf8 } from '@entente/log'
import { sharedPath } from '../../../tools/shared.ts'
import { AccordError } from './error.ts'
import { ACT_TYPE, actId, MOST_ENTRY_BYTES, openEntry, pae, seal } from './sign.ts'

const coded = (code: string) => expect.objectContaining({ name: 'AccordError', code })
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

type Dsse = {
  readonly body: string
  readonly payloadType: string
  readonly pae: string
  readonly key: { readonly x: string; readonly y: string }
  readonly sig: string
}

const vector = sharedPath('vectors/extracted/dsse.json')
describe.skipIf(!vector)(
  vector ? 'the vector of DSSE' : 'DSSE, left out: ../shared is not here',
  () => {
    const dsse = vector ? (JSON.parse(readFileSync(vector, 'utf8')) as Dsse) : undefined

    it('has the bytes that are signed, and its signature is true over them', () => {
      const { body, payloadType, sig, key, pae: expected } = dsse!
      const message = pae(payloadType, toUtf8(body))
      expect(Buffer.from(message).toString()).toBe(expected)
      const coordinate = (decimal: string) =>
        Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url')
      const publicKey = createPublicKey({
        key: { kty: 'EC', crv: 'P-256', x: coordinate(key.x), y: coordinate(key.y) },
        format: 'jwk',
      })
      const asked = { key: publicKey, dsaEncoding: 'ieee-p1363' as const }
      expect(verify('sha256', message, asked, fromBase64(sig))).toBe(true)
      const other = pae(`${payloadType}s`, toUtf8(body))
      expect(verify('sha256', other, asked, fromBase64(sig))).toBe(false)
    })
  },
)

describe('what is signed', () => {
  it('counts type and payload in bytes', () => {
    expect(pae('t\u00fcr', toUtf8('\u20ac'))).toEqual(toUtf8('DSSEv1 4 t\u00fcr 3 \u20ac'))
    expect(pae('', new Uint8Array())).toEqual(toUtf8('DSSEv1 0  0 '))
  })

  it('is never the same for two types or payloads', () => {
    const part = fc.string({ unit: fc.constantFrom(' ', '1', '2', 'a'), maxLength: 6 })
    fc.assert(
      fc.property(part, part, part, part, (type, body, otherType, otherBody) => {
        const isSame = type === otherType && body === otherBody
        const one = Buffer.from(pae(type, toUtf8(body)))
        expect(one.equals(pae(otherType, toUtf8(otherBody)))).toBe(isSame)
      }),
      { numRuns: 2000 },
    )
  })
})

/** A signer whose signatures show what was signed; the envelope does not look into them. */
const signerOf = (keyid: string) => ({
  keyid,
  sign: (message: Uint8Array) => concat(sha256(message), sha256(toUtf8(keyid))),
})
const payload = toUtf8('{"kind":"comply"}')
const entry = seal(payload, [signerOf('XA-mfa-1'), signerOf('XA-mfa-2')])
const text = Buffer.from(entry).toString()

describe('an envelope', () => {
  it('is the canonical JSON that anyone can write by hand', () => {
    const sig = (keyid: string) => toBase64(signerOf(keyid).sign(pae(ACT_TYPE, payload)))
    expect(text).toBe(
      `{"payload":"${toBase64(payload)}","payloadType":"application/vnd.entente.act+json",` +
        `"signatures":[{"keyid":"XA-mfa-1","sig":"${sig('XA-mfa-1')}"},` +
        `{"keyid":"XA-mfa-2","sig":"${sig('XA-mfa-2')}"}]}`,
    )
  })

  it('comes back as it went', () => {
    const opened = openEntry(entry)
    expect(opened.payload).toEqual(payload)
    expect(opened.signatures.map(({ keyid }) => keyid)).toEqual(['XA-mfa-1', 'XA-mfa-2'])
    expect(opened.signatures[0]!.sig).toEqual(signerOf('XA-mfa-1').sign(pae(ACT_TYPE, payload)))
  })

  it('gives an act the name that is SHA-256 of its payload', () => {
    expect(actId(payload, sha256)).toBe(
      `sha256:${createHash('sha256').update(payload).digest('hex')}`,
    )
  })

  it.each([
    ['another type', text.replace('act+json', 'note+json'), 'envelope.type'],
    ['white space', text.replace(',', ', '), 'envelope.not-canonical'],
    ['a doubled member', text.replace('{', '{"payload":"",'), 'envelope.not-canonical'],
    ['an escape', text.replace('payloadType', 'payload\\u0054ype'), 'envelope.not-canonical'],
    ['other order', `{${text.slice(1, -1).split(',"').toReversed().join(',"')}}`, undefined],
    ['another member', text.replace('{', '{"a":1,'), 'envelope.malformed'],
    ['no signatures', text.replace(/\[.*\]/, '[]'), 'envelope.malformed'],
    ['one key twice', text.replace('XA-mfa-2', 'XA-mfa-1'), 'envelope.malformed'],
    ['a key id with a quote', text.replace('XA-mfa-2', 'XA\\"'), 'envelope.malformed'],
    ['base64 in another form', text.replace('5In0=', '5In1='), 'envelope.base64'],
    ['base64 for URLs', text.replace(/"sig":"../, '"sig":"-_'), 'envelope.base64'],
    ['a list', `[${text}]`, 'envelope.malformed'],
    ['null', 'null', 'envelope.malformed'],
    ['nothing', '', 'envelope.malformed'],
  ])('with %s is none', (_, spoilt, code) => {
    expect(spoilt).not.toBe(text)
    expect(() => openEntry(toUtf8(spoilt))).toThrow(
      code ? coded(code) : expect.objectContaining({ name: 'AccordError' }),
    )
  })

  it('has 1 to 16 signers and at most 65,535 bytes', () => {
    const signers = (count: number) =>
      Array.from({ length: count }, (_, at) => signerOf(`XA-key-${at}`))
    expect(() => seal(payload, [])).toThrow(coded('envelope.malformed'))
    expect(() => seal(payload, signers(17))).toThrow(coded('envelope.malformed'))
    expect(openEntry(seal(payload, signers(16))).signatures).toHaveLength(16)
    expect(() => seal(new Uint8Array(50_000), signers(1))).toThrow(coded('envelope.too-large'))
    expect(() => openEntry(new Uint8Array(MOST_ENTRY_BYTES + 1))).toThrow(
      coded('envelope.too-large'),
    )
  })

  it('with any byte changed is another envelope or none', () => {
    fc.assert(
      fc.property(fc.nat({ max: entry.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = entry.map((byte, index) => (index === at ? byte ^ by : byte))
        try {
          expect(openEntry(changed)).not.toEqual(openEntry(entry))
        } catch (error) {
          if (!(error instanceof AccordError)) throw error
          expect(error.code).toMatch(/^envelope\./)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
