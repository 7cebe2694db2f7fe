import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { elementsOf, encode, readDer, TAG } from '../src/timestamps/der.ts'
import { timestampRequest, tokenIn } from '../src/timestamps/exchange.ts'
import { readAnchors, TimestampError, verifyToken } from '../src/timestamps/index.ts'
import { MOST_TOKEN_BYTES, readToken } from '../src/timestamps/token.ts'
import {
  hasOpenssl,
  opensslVerifies,
  startAuthority,
  type TestAuthority,
} from './timestamp-authority.ts'

/** Tokens of a real authority (`openssl ts`), and every way in which one may be wrong. */

const hashOf = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())
const hash = hashOf('a cut')
const NONCE = 0x8000_0000_0000_0001n

describe.skipIf(!hasOpenssl)('a token of an authority', () => {
  let authority: TestAuthority
  let token: Uint8Array
  let content: Uint8Array

  beforeAll(async () => {
    authority = await startAuthority('Alder Time')
    token = tokenIn(authority.reply(timestampRequest(hash, NONCE)))
    content = anHourLater(readToken(token).content)
  })
  afterAll(() => authority.stop())

  const against = (over: Partial<Parameters<typeof verifyToken>[1]> = {}) => ({
    imprint: { algorithm: 'sha256' as const, hash },
    nonce: NONCE,
    anchors: readAnchors(authority.anchor),
    ...over,
  })
  const verdict = (bytes: Uint8Array, over = against()): string => {
    try {
      verifyToken(bytes, over)
      return 'holds'
    } catch (error) {
      if (error instanceof TimestampError) return error.code
      throw error
    }
  }

  test('proves the time and says who attests it, as openssl does', () => {
    const proved = verifyToken(token, against())
    expect(proved).toMatchObject({
      accuracy: 1.5,
      authority: 'O=Alder Time, CN=Time',
      anchor: 'O=Alder Time, CN=Root',
      policy: '1.2.3.4.1',
    })
    expect(Math.abs(Date.parse(proved.at) - Date.now())).toBeLessThan(60_000)
    expect(opensslVerifies(token, hash, authority.anchor)).toMatchObject({ ok: true })
  })

  test('is refused where it is over something else, or answers another question', () => {
    const other = { algorithm: 'sha256' as const, hash: hashOf('another cut') }
    expect(verdict(token, against({ imprint: other }))).toBe('token.imprint')
    expect(verdict(token, against({ nonce: NONCE + 1n }))).toBe('token.nonce')
    const unasked = tokenIn(authority.reply(withoutNonce(timestampRequest(hash, NONCE))))
    expect(verdict(unasked)).toBe('token.nonce')
  })

  test('is refused where no trusted certificate vouches for its signer', async () => {
    const stranger = await startAuthority('Alder Time')
    const theirs = tokenIn(stranger.reply(timestampRequest(hash, NONCE)))
    await stranger.stop()
    expect(verdict(theirs)).toBe('token.anchor')
    expect(verdict(theirs, against({ anchors: readAnchors(stranger.anchor) }))).toBe('holds')
  })

  test.each([
    ['no purpose at all', 'basicConstraints=CA:false', 'token.purpose'],
    ['a purpose not marked critical', 'extendedKeyUsage=timeStamping', 'token.purpose'],
    ['another purpose', 'extendedKeyUsage=critical,codeSigning', 'token.purpose'],
    ['a second purpose', 'extendedKeyUsage=critical,timeStamping,codeSigning', 'token.purpose'],
    ['time stamping alone', 'extendedKeyUsage=critical,timeStamping', 'holds'],
    [
      'a critical extension that nobody here knows',
      'extendedKeyUsage=critical,timeStamping\n1.2.3.4=critical,DER:05:00',
      'token.anchor',
    ],
  ])('signed by a certificate with %s: %s', (_what, extensions, code) => {
    expect(verdict(authority.resign(content, extensions))).toBe(code)
  })

  test('is refused where the certificate was not valid at the time, or is not named by the signature', () => {
    const purpose = 'extendedKeyUsage=critical,timeStamping'
    expect(verdict(authority.resign(content, purpose, -1))).toBe('token.expired')
    // Without ESSCertIDv2 (RFC 5816) whoever has a second certificate for the key could swap it.
    expect(verdict(authority.resign(content, purpose, 20, []))).toBe('token.malformed')
  })

  test('is refused to the last byte: longer, shorter, too long, in another form', () => {
    expect(verdict(Buffer.concat([token, Buffer.of(0)]))).toBe('token.malformed')
    expect(verdict(token.subarray(0, -1))).toBe('token.malformed')
    expect(verdict(new Uint8Array(MOST_TOKEN_BYTES + 1))).toBe('token.too-large')
    expect(verdict(new Uint8Array())).toBe('token.malformed')
    // A length in four octets where three say it (X.690, section 10.1).
    const long = Buffer.concat([Buffer.of(0x30, 0x83, 0), token.subarray(2)])
    expect(token[1]).toBe(0x82)
    expect(verdict(long)).toBe('token.malformed')
    const answer = authority.reply(timestampRequest(hash, NONCE))
    expect(() => tokenIn(Buffer.concat([answer, Buffer.of(0)]))).toThrow(/behind an element/)
  })

  test('says nothing else with any one bit altered', () => {
    const proved = JSON.stringify(verifyToken(token, against()))
    let refused = 0
    for (let bit = 0; bit < token.length * 8; bit += 7) {
      const altered = new Uint8Array(token)
      altered[bit >> 3]! ^= 1 << (bit & 7)
      if (verdict(altered) === 'holds')
        // Some octets are covered by no signature: the versions of CMS. They say nothing that is read.
        expect(JSON.stringify(verifyToken(altered, against()))).toBe(proved)
      else refused += 1
    }
    expect(refused).toBeGreaterThan((token.length * 8) / 7 / 1.2)
  })

  test('that the authority would not give is said with its reason', () => {
    const words = encode(0x0c, Buffer.from('no such\npolicy'))
    const status = encode(
      TAG.sequence,
      encode(TAG.integer, Uint8Array.of(2)),
      encode(TAG.sequence, words),
    )
    expect(() => tokenIn(encode(TAG.sequence, status))).toThrow(/status 2: no such.policy/)
  })
})

/** The same statement an hour on: certificates that are made for a test are valid then. */
function anHourLater(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content).toString('latin1')
  const at = /\d{14}Z/.exec(text)!
  const [year, month, day, hour, ...rest] = at[0].match(/^\d{4}|\d\d/g)!
  const time = new Date(`${year}-${month}-${day}T${hour}:${rest.join(':')}Z`).getTime() + 3_600_000
  const said = `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
  return new Uint8Array(Buffer.from(text.replace(at[0], said), 'latin1'))
}

/** The same request without its nonce: what an authority answers to whoever asked for none. */
function withoutNonce(request: Uint8Array): Uint8Array {
  const parts = elementsOf(readDer(request), TAG.sequence).map(({ bytes }) => bytes)
  return encode(TAG.sequence, ...parts.filter((_, index) => index !== 2))
}
