import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedPath } from '../../../../tools/shared.ts'
import { readAnchors, readCertificate, type Certificate } from './certificate.ts'
import { TimestampError } from './error.ts'
import { tokenIn } from './exchange.ts'
import type { Digest } from './token.ts'
import { verifyToken } from './verify-token.ts'

/**
 * Tokens that others made: trailofbits/rfc3161-client @886f40b, `test/fixtures`. Hash and verdict are those of
 * its `test/test_verify.py` and READMEs; that `response-expired` holds at the time it states is
 * `openssl ts -verify -attime`'s verdict.
 */
const FIXTURES = sharedPath('vectors/rfc3161/test/fixtures')

const bytesOf = (file: string) => new Uint8Array(readFileSync(join(FIXTURES!, file)))

function chainOf(directory: string): readonly Certificate[] {
  const bytes = bytesOf(`${directory}/ts_chain.pem`)
  const text = new TextDecoder('latin1').decode(bytes)
  // One of them is DER in spite of its name.
  return text.startsWith('-----') ? readAnchors(text) : [readCertificate(bytes)]
}

type Given = {
  readonly hash?: Digest
  readonly anchors?: readonly Certificate[]
  /** Which certificates of the chain are trusted, signer first; the last one unless given: not each token has those between. */
  readonly trusted?: readonly [number, number?]
}

function verdict(file: string, { hash = 'sha256', anchors, trusted = [-1] }: Given = {}): string {
  const directory = file.split('/')[0]!
  const data =
    directory === 'sigstore.mock' ? bytesOf('sigstore.mock/payload') : Buffer.from('hello')
  const imprint = {
    algorithm: hash,
    hash: new Uint8Array(createHash(hash).update(data).digest()),
  }
  const chain = chainOf(directory)
  try {
    const token = tokenIn(bytesOf(file))
    return verifyToken(token, { imprint, anchors: anchors ?? chain.slice(...trusted) }).at
  } catch (error) {
    if (error instanceof TimestampError) return error.code
    throw error
  }
}

describe.skipIf(!FIXTURES)('a published token', () => {
  test.each([
    ['test_tsa/response.tsr', { hash: 'sha512', trusted: [1] }, '2024-10-08T15:40:32Z'],
    [
      'test_tsa/response-injected-certs.tsr',
      { hash: 'sha512', trusted: [1] },
      '2024-10-08T15:40:32Z',
    ],
    ['sigstage/response-sha256.tsr', {}, '2025-05-09T11:58:55Z'],
    ['sigstage/response-sha384.tsr', { hash: 'sha384' }, '2025-05-09T11:58:55Z'],
    ['sigstage/response-sha512.tsr', { hash: 'sha512' }, '2025-05-09T11:58:56Z'],
    ['identrust/issue-104.tsr', { hash: 'sha512' }, '2025-03-11T08:52:08Z'],
    ['sigstore.mock/response-expired.tsr', { trusted: [0] }, '2023-02-01T00:00:00Z'],
  ] as const)('%s holds', (file, given, at) => {
    expect(verdict(file, given)).toBe(at)
  })

  test.each([
    ['sigstage/response-invalid-signature.tsr', {}, 'token.signature'],
    // Signed by another authority that has the same name.
    ['test_tsa/other_response.tsr', { hash: 'sha512', trusted: [0] }, 'token.anchor'],
    ['test_tsa/response.tsr', {}, 'token.imprint'],
    ['sigstage/response-no-embedded-cert.tsr', {}, 'token.certificate'],
  ] as const)('%s is refused', (file, given, code) => {
    expect(verdict(file, given)).toBe(code)
  })

  test('without its certificate holds where the certificate is given', () => {
    const file = 'sigstage/response-no-embedded-cert.tsr'
    expect(verdict(file, { anchors: chainOf('sigstage') })).toBe('2025-06-18T08:13:02Z')
  })

  test('of one authority does not hold by the certificate of another', () => {
    const anchors = chainOf('identrust')
    expect(verdict('sigstage/response-sha256.tsr', { anchors })).toBe('token.anchor')
  })
})
